package content

import (
	"strings"
	"unicode/utf8"
)

// flow reads what stands between brackets on one line: [a, b] and {key: a,
// key: [b]} of plain words.
type flow struct {
	p   *plain
	s   string // what is left of the line
	col int    // of its first character
}

func (f *flow) take(n int) string {
	s := f.s[:n]
	f.s = f.s[n:]
	f.col += utf8.RuneCountInString(s)
	return s
}

func (f *flow) blanks() { f.take(len(f.s) - len(strings.TrimLeft(f.s, " "))) }

// group reads a list or a mapping, at its opening bracket.
func (f *flow) group(depth int) (node, bool) {
	n, end := node{kind: sequenceNode, line: int32(f.p.line), col: int32(f.col)}, "]"
	if f.s[0] == '{' {
		n.kind, end = mappingNode, "}"
	}
	if depth > 4 {
		return n, false
	}
	f.take(1)
	if inside, _, _ := strings.Cut(f.s, end); inside != "" {
		n.items = make([]node, 0, 2+2*strings.Count(inside, ","))
	}
	for more := !strings.HasPrefix(f.s, end); more; {
		f.blanks()
		if n.kind == mappingNode {
			k := plainKey(f.s)
			if k == 0 {
				return n, false
			}
			n.items = append(n.items, f.p.word(f.s[:k], f.col))
			f.take(k + 1)
			f.blanks()
		}
		v, ok := f.value(depth)
		if !ok {
			return n, false
		}
		n.items = append(n.items, v)
		f.blanks()
		if more = strings.HasPrefix(f.s, ","); more {
			f.take(1)
		}
	}
	if !strings.HasPrefix(f.s, end) {
		return n, false
	}
	f.take(1)
	return n, true
}

func (f *flow) value(depth int) (node, bool) {
	if f.s != "" && (f.s[0] == '[' || f.s[0] == '{') {
		return f.group(depth + 1)
	}
	end := strings.IndexAny(f.s, ",]}")
	if end < 0 {
		return node{}, false
	}
	n := f.p.word(strings.TrimRight(f.s[:end], " "), f.col)
	f.take(end)
	return n, plainText(n.value, true)
}

// inWord says that a colon before c is part of a word, between brackets too:
// “09:00”, “https://…”.
func inWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '/' || c >= utf8.RuneSelf
}
