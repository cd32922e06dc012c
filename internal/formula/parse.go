package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a formula: a longer one was not written by a person.
const (
	mostBytes = 8_000
	mostDepth = 40
)

// parse reads a formula. It never fails: what it does not understand is in the
// tree as unknown.
func parse(tex string) *node {
	if len(tex) > mostBytes || !utf8.ValidString(tex) {
		return &node{kind: unknown, text: tex}
	}
	p := &parser{rest: tex}
	top := p.row("")
	for p.peek() != "" { // what ends something that did not begin
		if t := p.next(); t != "}" {
			top.kids = append(top.kids, &node{kind: unknown, text: t})
		}
		top.kids = append(top.kids, p.row("").kids...)
	}
	return top
}

type parser struct {
	rest  string
	depth int
	face  face
}

// next takes a command, with its backslash, or a character.
func (p *parser) next() string {
	s := p.peek()
	p.rest = p.rest[len(s):]
	return s
}

func (p *parser) peek() string {
	p.blank()
	if p.rest == "" {
		return ""
	}
	if p.rest[0] != '\\' || len(p.rest) == 1 {
		_, n := utf8.DecodeRuneInString(p.rest)
		return p.rest[:n]
	}
	n := 1
	for n < len(p.rest) && isLetter(p.rest[n]) {
		n++
	}
	if n == 1 {
		_, size := utf8.DecodeRuneInString(p.rest[1:])
		n += size
	}
	return p.rest[:n]
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// blank passes blanks and comments.
func (p *parser) blank() {
	for {
		p.rest = strings.TrimLeft(p.rest, " \t\r\n")
		if !strings.HasPrefix(p.rest, "%") {
			return
		}
		_, p.rest, _ = strings.Cut(p.rest, "\n")
	}
}

// ends tells that a row ends before a token: at a brace, at what until says, and
// in a grid at the end of a cell.
func ends(token, until string) bool {
	switch token {
	case "", "}":
		return true
	case until:
		return true
	case "&", `\\`, `\cr`:
		return until == `\end`
	}
	return token == `\right` || token == `\end`
}

// row reads to the end of a group, without what ends it.
func (p *parser) row(until string) *node {
	n := &node{kind: row}
	if p.depth++; p.depth > mostDepth {
		n.kids = append(n.kids, &node{kind: unknown, text: p.rest})
		p.rest = ""
	}
	outer := p.face
	for {
		if t := p.peek(); ends(t, until) {
			break
		}
		p.item(n)
	}
	p.face = outer
	p.depth--
	return n
}

// item reads what comes next and adds it to a row.
func (p *parser) item(n *node) {
	switch t := p.peek(); t {
	case "^", "_":
		p.script(n)
		return
	case "'", "’":
		count := 0
		for p.peek() == t {
			p.next()
			count++
		}
		p.attach(n, nil, &node{kind: symbol, text: strings.Repeat("′", count)})
		return
	case `\limits`, `\nolimits`:
		p.next()
		if len(n.kids) > 0 {
			n.kids[len(n.kids)-1].stacked = t == `\limits`
		}
		return
	case "&", `\\`, `\cr`: // outside of a grid
		p.next()
		n.kids = append(n.kids, &node{kind: space, width: 1})
		return
	}
	if a := p.atom(); a != nil {
		n.kids = append(n.kids, a)
	}
}

// script reads what stands above or below the last node.
func (p *parser) script(n *node) {
	above := p.next() == "^"
	arg := p.argument()
	if above {
		p.attach(n, nil, arg)
	} else {
		p.attach(n, arg, nil)
	}
}

func (p *parser) attach(n *node, below, above *node) {
	var base *node
	if k := len(n.kids); k > 0 && n.kids[k-1].kind != space && n.kids[k-1].kind != style {
		base = n.kids[k-1]
		n.kids = n.kids[:k-1]
	} else {
		base = &node{kind: row}
	}
	if base.kind != scripts {
		stacked := base.stacked || base.kind == symbol && base.class == operator && stacking[base.text] ||
			base.kind == accent && strings.HasSuffix(base.text, "brace")
		base = &node{kind: scripts, class: base.class, stacked: stacked, kids: []*node{base, nil, nil}}
	}
	for i, k := range []*node{below, above} {
		if k == nil {
			continue
		}
		if was := base.kids[i+1]; was != nil { // a prime, then a power
			k = &node{kind: row, kids: []*node{was, k}}
		}
		base.kids[i+1] = k
	}
	n.kids = append(n.kids, base)
}

// argument reads a group, or what comes next without one.
func (p *parser) argument() *node {
	if t := p.peek(); t == "{" {
		return p.group()
	} else if ends(t, "") || t == "^" || t == "_" || t == "&" {
		return &node{kind: row}
	} else if len(t) == 1 && t[0] >= '0' && t[0] <= '9' { // \frac12 has two arguments
		return &node{kind: symbol, text: p.next(), face: upright}
	}
	if p.depth++; p.depth > mostDepth {
		p.depth--
		was := p.rest
		p.rest = ""
		return &node{kind: unknown, text: was}
	}
	defer func() { p.depth-- }()
	if a := p.atom(); a != nil {
		return a
	}
	return &node{kind: row}
}

// group reads what stands in braces.
func (p *parser) group() *node {
	p.next()
	n := p.row("}")
	p.closed("}")
	return n
}

// closed passes a token if it comes next.
func (p *parser) closed(token string) {
	if p.peek() == token {
		p.next()
	}
}

// raw reads what stands in braces as it is written.
func (p *parser) raw() string {
	p.blank()
	if !strings.HasPrefix(p.rest, "{") {
		return p.next()
	}
	depth := 0
	for i, r := range p.rest {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				s := p.rest[1:i]
				p.rest = p.rest[i+1:]
				return s
			}
		}
	}
	s := p.rest[1:]
	p.rest = ""
	return s
}

// option reads what stands in square brackets, if there are any.
func (p *parser) option() *node {
	if p.peek() != "[" {
		return nil
	}
	p.next()
	n := p.row("]")
	p.closed("]")
	return n
}

// atom reads a symbol, a group or a command with its arguments; nil for what
// shows nothing.
func (p *parser) atom() *node {
	t := p.next()
	switch {
	case t == "{":
		n := p.row("}")
		p.closed("}")
		return n
	case t == "~":
		return &node{kind: space, width: spaces["~"]}
	case len(t) > 1 && t[0] == '\\':
		return p.command(t[1:])
	}
	r, _ := utf8.DecodeRuneInString(t)
	if s, ok := characters[r]; ok {
		return &node{kind: symbol, text: s.text, class: s.class, face: upright}
	}
	if unicode.IsDigit(r) || r == '.' {
		for p.rest != "" && (p.rest[0] >= '0' && p.rest[0] <= '9' || p.rest[0] == '.') {
			t += p.rest[:1]
			p.rest = p.rest[1:]
		}
	}
	return &node{kind: symbol, text: t, face: p.faceOf(r)}
}

// faceOf is that of a character: only letters lean, and capital Greek ones do
// not.
func (p *parser) faceOf(r rune) face {
	leans := r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 'α' && r <= 'ω'
	switch {
	case leans, p.face == bold:
		return p.face
	case p.face == boldItalic:
		return bold
	}
	return upright
}
