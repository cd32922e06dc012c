package formula

import (
	"strings"
	"unicode/utf8"
)

// command reads the arguments of one, if it has any.
func (p *parser) command(name string) *node {
	if s, ok := signs[name]; ok {
		r, _ := utf8.DecodeRuneInString(s.text)
		n := &node{kind: symbol, text: s.text, class: s.class, face: p.faceOf(r)}
		if s.class == operator || len(s.text) > 1 && s.text[0] < utf8.RuneSelf {
			n.face = upright
		}
		n.large = s.class == operator && r >= utf8.RuneSelf
		return n
	}
	if w, ok := spaces[name]; ok {
		return &node{kind: space, width: w}
	}
	if mark, ok := marks[name]; ok {
		return &node{kind: accent, text: mark, kids: []*node{p.argument()}}
	}
	if f, ok := faces[name]; ok {
		return p.inFace(name, f)
	}
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac":
		above := p.argument()
		return &node{kind: fraction, ruled: true, large: name == "dfrac" || name == "cfrac", kids: []*node{above, p.argument()}}
	case "binom", "dbinom", "tbinom":
		above := p.argument()
		return &node{kind: fraction, left: "(", right: ")", kids: []*node{above, p.argument()}}
	case "sqrt":
		index := p.option()
		return &node{kind: root, kids: []*node{p.argument(), index}}
	case "text", "textrm", "mbox", "textnormal", "textsf", "texttt", "hbox":
		return &node{kind: words, text: plainText(p.raw())}
	case "textbf":
		return &node{kind: words, text: plainText(p.raw()), face: bold}
	case "textit", "emph":
		return &node{kind: words, text: plainText(p.raw()), face: usual}
	case "left":
		return p.fence()
	case "middle":
		return p.delimiter(1.2)
	case "big", "bigl", "bigr", "bigm":
		return p.delimiter(1.2)
	case "Big", "Bigl", "Bigr", "Bigm":
		return p.delimiter(1.8)
	case "bigg", "biggl", "biggr", "Bigg", "Biggl", "Biggr":
		return p.delimiter(2.4)
	case "begin":
		return p.environment()
	case "not":
		if n := p.argument().only(); n != nil && n.kind == symbol && negated[n.text] != "" {
			n.text = negated[n.text]
			return n
		}
		return &node{kind: unknown, text: `\not`}
	case "overset", "stackrel", "underset":
		over := p.argument()
		n := &node{kind: scripts, stacked: true, large: true, class: relation, kids: []*node{p.argument(), nil, over}}
		if name == "underset" {
			n.kids[1], n.kids[2] = over, nil
		}
		return n
	case "xrightarrow", "xleftarrow", "xleftrightarrow":
		below := p.option()
		sign := map[string]string{"xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "⇌"}[name]
		return &node{kind: arrow, class: relation, text: sign, kids: []*node{p.argument(), below}}
	case "boxed", "fbox":
		return &node{kind: boxed, kids: []*node{p.argument()}}
	case "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle":
		return &node{kind: style, large: name == "displaystyle"}
	case "tag", "tag*":
		return &node{kind: row, kids: []*node{{kind: space, width: 2}, {kind: words, text: "(" + plainText(p.raw()) + ")"}}}
	case "color":
		p.raw()
		return nil
	case "textcolor":
		p.raw()
		return p.argument()
	case "label", "hspace", "vspace":
		p.raw()
		return nil
	case "nonumber", "notag", "hline", "noindent", "rmfamily", "mathstrut", "allowbreak":
		return nil
	case "ce", "cf":
		return chemistry(p.raw())
	case "pmod":
		return &node{kind: row, kids: []*node{{kind: words, text: " (mod "}, p.argument(), {kind: words, text: ")"}}}
	case "bmod", "mod":
		return &node{kind: symbol, text: "mod", class: binary, face: upright}
	}
	return &node{kind: unknown, text: `\` + name}
}

// inFace reads what a face is for: an argument, or with \rm and \bf what follows.
func (p *parser) inFace(name string, f face) *node {
	outer := p.face
	p.face = f
	if name == "rm" || name == "bf" {
		return nil
	}
	n := p.argument()
	p.face = outer
	if name == "operatorname" {
		return &node{kind: symbol, class: operator, face: upright, text: strings.TrimSpace(text(n))}
	}
	return n
}

// fence reads from \left to \right.
func (p *parser) fence() *node {
	n := &node{kind: fence, left: p.delimiterText()}
	n.kids = []*node{p.row(`\right`)}
	if p.peek() == `\right` {
		p.next()
		n.right = p.delimiterText()
	}
	return n
}

func (p *parser) delimiterText() string {
	t := p.next()
	if s, ok := signs[strings.TrimPrefix(t, `\`)]; ok && strings.HasPrefix(t, `\`) {
		return s.text
	}
	switch t {
	case ".":
		return ""
	case "<":
		return "⟨"
	case ">":
		return "⟩"
	}
	return strings.TrimPrefix(t, `\`)
}

// delimiter reads one of a size that is told.
func (p *parser) delimiter(scale float64) *node {
	n := &node{kind: symbol, face: upright, text: p.delimiterText(), scale: scale}
	switch n.text {
	case "(", "[", "{", "⟨", "⌊", "⌈":
		n.class = opening
	case ")", "]", "}", "⟩", "⌋", "⌉":
		n.class = closing
	}
	return n
}

// environment reads from \begin to \end.
func (p *parser) environment() *node {
	name := p.raw()
	e, ok := environments[name]
	if !ok {
		return &node{kind: unknown, text: `\begin{` + name + "}"}
	}
	n := &node{kind: grid, left: e.left, right: e.right, text: e.columns}
	switch name {
	case "array":
		n.text = strings.Map(func(r rune) rune {
			if strings.ContainsRune("lcr", r) {
				return r
			}
			return -1
		}, p.raw())
	case "alignedat":
		p.raw()
	}
	line := &node{kind: row}
	for {
		line.kids = append(line.kids, p.row(`\end`))
		t := p.peek()
		if t == "&" {
			p.next()
			continue
		}
		if last := len(line.kids) == 1 && line.kids[0].empty(); !last {
			n.kids = append(n.kids, line)
		}
		line = &node{kind: row}
		if t != `\\` && t != `\cr` {
			break
		}
		p.next()
		if p.peek() == "[" { // room between the lines
			p.option()
		}
	}
	if p.peek() == `\end` {
		p.next()
		p.raw()
	}
	return n
}

// plainText is what \text shows of its argument.
func plainText(s string) string {
	return strings.NewReplacer(`\ `, " ", `\,`, " ", `\%`, "%", `\$`, "$", `\&`, "&", `\#`, "#", `\_`, "_", "~", " ", "$", "", "{", "", "}", "").Replace(s)
}
