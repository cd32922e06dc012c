package content

import (
	"strings"
	"unicode/utf8"
)

// Nearly all front matter is plain: “key: words”, “key: [a, b]”, lists of such
// groups, “{key: words, key: words}” for a group on one line. fastYAML reads that, and only that, into the nodes the library would
// make of it, in a fraction of the time. Of anything else it says false, and the
// library reads the text. FuzzFast holds the two against each other.
func fastYAML(front []byte) (*node, bool) {
	p := plain{s: string(front)}
	if !p.next() || p.indent != 0 {
		return nil, false
	}
	root, ok := p.mapping(0, 0, 2+2*strings.Count(p.s, "\n"))
	return &root, ok && p.done
}

// plain reads line by line. The current line is text, without its indent.
type plain struct {
	s      string // what is left after the current line
	text   string
	line   int
	indent int
	done   bool
}

// next goes to the next line that is neither empty nor a comment at the
// margin.
func (p *plain) next() bool {
	for p.s != "" {
		text, rest, _ := strings.Cut(p.s, "\n")
		p.s = rest
		p.line++
		if text == "" || text[0] == '#' {
			continue
		}
		p.text = strings.TrimLeft(text, " ")
		p.indent = len(text) - len(p.text)
		return true
	}
	p.done, p.text, p.indent = true, "", -1
	return false
}

func (p *plain) word(s string, col int) node {
	return node{value: s, line: int32(p.line), col: int32(col), plain: true}
}

// mapping reads “key: value” lines at one indent; the current line is the
// first. room is how many nodes to expect in it.
func (p *plain) mapping(indent, depth, room int) (node, bool) {
	m := node{kind: mappingNode, line: int32(p.line), col: int32(indent + 1)}
	m.items = make([]node, 0, min(room, 64))
	for ok := depth <= 6; p.indent == indent; {
		n := plainKey(p.text)
		if n == 0 || !ok {
			return m, false
		}
		m.items = append(m.items, p.word(p.text[:n], indent+1))
		var v node
		if rest := p.text[n+1:]; rest != "" {
			v, ok = p.value(rest[1:], indent+n+3)
			p.next() // further in, the text goes on: then the end is not sound
		} else {
			v = node{line: int32(p.line), col: int32(indent + n + 2), plain: true, null: true}
			p.next()
			switch {
			case p.indent >= indent && strings.HasPrefix(p.text, "- "):
				v, ok = p.sequence(p.indent, depth+1)
			case p.indent > indent:
				v, ok = p.mapping(p.indent, depth+1, 8)
			}
		}
		if !ok {
			return m, false
		}
		m.items = append(m.items, v)
	}
	return m, p.indent < indent && depth <= 6
}

// sequence reads “- item” lines at one indent. The caller takes over at the
// first line of less indent, or of the same where it is a key.
func (p *plain) sequence(indent, depth int) (node, bool) {
	q := node{kind: sequenceNode, line: int32(p.line), col: int32(indent + 1)}
	for p.indent == indent && strings.HasPrefix(p.text, "- ") {
		item := p.text[2:]
		if item == "" || item[0] == ' ' {
			return q, false
		}
		var v node
		var ok bool
		if plainKey(item) > 0 {
			p.text, p.indent = item, indent+2
			v, ok = p.mapping(indent+2, depth+1, 8)
		} else {
			v, ok = p.value(item, indent+3)
			p.next()
		}
		if !ok {
			return q, false
		}
		q.items = append(q.items, v)
	}
	return q, p.indent <= indent
}

// plainKey is the length of the key a line begins with: small letters and _,
// then a colon and a space or the end. 0 if there is none. (The library wants
// keys within 1024 characters; no field has half a hundred.)
func plainKey(s string) int {
	for i := 0; i < min(len(s), 50); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c == '_':
		case c == ':' && (i+1 == len(s) || s[i+1] == ' ') && s[:i] != "null":
			return i
		default:
			return 0
		}
	}
	return 0
}

// value reads what stands on one line after a key or a dash.
func (p *plain) value(s string, col int) (node, bool) {
	n := p.word(s, col)
	if s == "" || s[len(s)-1] == ' ' {
		return n, false
	}
	switch s[0] {
	case '[', '{':
		f := flow{p, s, col}
		n, ok := f.group(0)
		return n, ok && f.s == ""
	case '"', '\'':
		n.plain = false
		n.value = s[1:max(1, len(s)-1)]
		return n, len(s) > 1 && s[len(s)-1] == s[0] && !strings.ContainsAny(n.value, "\\\t"+s[:1])
	}
	return n, plainText(s, false)
}

// plainText says that s is a text without quotes that YAML takes as it stands.
func plainText(s string, flow bool) bool {
	if s == "" || s == "null" || s == "Null" || s == "NULL" || len(s) > 1000 {
		return false
	}
	switch c := s[0]; {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c >= utf8.RuneSelf, c == '/', c == '(', c == '+':
	default:
		return false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case ':':
			if i+1 == len(s) || s[i+1] == ' ' || flow && !inWord(s[i+1]) {
				return false
			}
		case '#':
			if flow || s[i-1] == ' ' {
				return false
			}
		case '\t':
			return false
		case '[', ']', '{', '}', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`', '?', ',':
			if flow {
				return false
			}
		}
	}
	return true
}
