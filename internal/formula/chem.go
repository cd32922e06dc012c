package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chemistry reads what mhchem takes in \ce, as far as articles use it: numbers
// behind an element are below, charges and masses above, -> is an arrow.
func chemistry(s string) *node {
	n := &node{kind: row}
	add := func(k *node) { n.kids = append(n.kids, k) }
	p := &parser{}
	begins := true // of a substance: numbers count it
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if sign, rest, ok := arrowOf(s); ok {
			a := &node{kind: arrow, class: relation, text: sign, kids: []*node{nil, nil}}
			for i := range a.kids {
				if strings.HasPrefix(rest, "[") {
					var label string
					label, rest, _ = strings.Cut(rest[1:], "]")
					a.kids[i] = chemistry(label)
				}
			}
			add(a)
			s, begins = rest, true
			continue
		}
		switch {
		case r == ' ':
			begins = true
			if strings.HasPrefix(s, " + ") {
				add(&node{kind: symbol, text: "+", class: binary, face: upright})
				size = 3
			}
		case r >= '0' && r <= '9':
			digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789./"))]
			size = len(digits)
			number := &node{kind: symbol, text: digits, face: upright}
			if begins {
				add(number)
			} else {
				p.attach(n, number, nil)
			}
		case r == '^' || r == '_':
			var part string
			part, size = script(s)
			k := &node{kind: words, text: strings.ReplaceAll(part, "-", "−")}
			if r == '^' {
				p.attach(n, nil, k)
			} else {
				p.attach(n, k, nil)
			}
		case (r == '+' || r == '-') && !begins && (size == len(s) || s[size] == ' '):
			p.attach(n, nil, &node{kind: words, text: strings.ReplaceAll(string(r), "-", "−")})
		case strings.HasPrefix(s, "v ") || s == "v":
			add(&node{kind: symbol, text: "↓", face: upright})
		case r == '-' || r == '=' || r == '#':
			add(&node{kind: symbol, text: map[rune]string{'-': "–", '=': "=", '#': "≡"}[r], face: upright})
		case r == '*' || r == '.':
			add(&node{kind: symbol, text: "·", face: upright})
			begins = true
		case r == '$' || r == '{' || r == '}':
		default:
			add(&node{kind: symbol, text: string(r), face: upright})
			begins = !unicode.IsLetter(r) && r != ')' && r != ']'
		}
		s = s[size:]
	}
	return n
}

// arrowOf takes an arrow from the beginning.
func arrowOf(s string) (sign, rest string, ok bool) {
	for _, a := range [][2]string{{"<=>", "⇌"}, {"<->", "↔"}, {"->", "→"}, {"<-", "←"}} {
		if rest, ok := strings.CutPrefix(s, a[0]); ok {
			return a[1], rest, true
		}
	}
	return "", s, false
}

// script takes ^2-, ^{2-} or _n from the beginning.
func script(s string) (part string, size int) {
	if strings.HasPrefix(s[1:], "{") {
		inner, _, closed := strings.Cut(s[2:], "}")
		if closed {
			return inner, 3 + len(inner)
		}
		return inner, len(s)
	}
	part = s[1:]
	if end := strings.IndexFunc(part, func(r rune) bool { return !strings.ContainsRune("0123456789+-•.n", r) }); end >= 0 {
		part = part[:end]
	}
	return part, 1 + len(part)
}
