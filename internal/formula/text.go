package formula

import (
	"strings"
	"unicode"
)

// text writes a node as plain text.
func text(n *node) string {
	if n == nil {
		return ""
	}
	switch n.kind {
	case row:
		var b strings.Builder
		for i, k := range n.kids {
			if isName(k) && i > 0 && n.kids[i-1].class == ordinary && n.kids[i-1].kind != space {
				b.WriteByte(' ')
			}
			if k.kind == fraction && k.ruled && (beside(n.kids, i-1) || beside(n.kids, i+1)) {
				b.WriteString("(" + text(k) + ")")
			} else {
				b.WriteString(text(k))
			}
			if isName(k) && i+1 < len(n.kids) && n.kids[i+1].class != opening && n.kids[i+1].kind != fence && n.kids[i+1].kind != space {
				b.WriteByte(' ')
			}
		}
		return b.String()
	case symbol, words, unknown:
		return n.text
	case space:
		if n.width >= .25 {
			return " "
		}
	case fraction:
		if n.ruled {
			return single(n.kids[0]) + "/" + single(n.kids[1])
		}
		return "C(" + text(n.kids[0]) + "," + text(n.kids[1]) + ")"
	case root:
		sign := "√"
		if index := text(n.kids[1]); index == "3" || index == "4" {
			sign = map[string]string{"3": "∛", "4": "∜"}[index]
		} else if index != "" {
			sign = raised(index) + sign
		}
		if k := n.kids[0].only(); k.kind == symbol {
			return sign + k.text
		}
		return sign + "(" + text(n.kids[0]) + ")"
	case scripts:
		if n.kids[0].empty() { // of what follows: ¹⁴₆C
			return raised(text(n.kids[2])) + lowered(text(n.kids[1]))
		}
		return text(n.kids[0]) + lowered(text(n.kids[1])) + raised(text(n.kids[2]))
	case fence:
		return n.left + text(n.kids[0]) + n.right
	case grid:
		return n.left + rows(n) + n.right
	case accent:
		if mark := combining[n.text]; mark != "" && len([]rune(text(n.kids[0]))) == 1 {
			return text(n.kids[0]) + mark
		}
		return text(n.kids[0])
	case arrow:
		label := text(n.kids[0])
		if label != "" {
			label = "(" + label + ")"
		}
		return n.text + label
	case boxed:
		return text(n.kids[0])
	}
	return ""
}

// beside tells that a factor stands somewhere in a row: a fraction beside it needs
// brackets.
func beside(list []*node, i int) bool {
	return i >= 0 && i < len(list) && list[i].class == ordinary && list[i].kind != space && list[i].kind != words
}

// rows writes a grid in a line.
func rows(n *node) string {
	var lines []string
	for _, line := range n.kids {
		var cells []string
		for _, c := range line.kids {
			cells = append(cells, strings.TrimRight(text(c), ", "))
		}
		between := ", "
		if n.text == "rl" {
			between = "" // columns that stand at a sign
		}
		lines = append(lines, strings.Trim(strings.Join(cells, between), " ,"))
	}
	return strings.Join(lines, "; ")
}

// single writes a part of a fraction, in brackets unless it is one thing.
func single(n *node) string {
	s := text(n)
	k := n.only()
	if k.kind == row && len(k.kids) > 1 {
		for _, c := range k.kids {
			if c.class != ordinary || c.kind == fraction || c.kind == space {
				return "(" + s + ")"
			}
		}
		return s
	}
	if k.kind == fraction {
		return "(" + s + ")"
	}
	return s
}

// The characters of Unicode that stand above and below the line.
var (
	above = map[rune]rune{
		'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
		'+': '⁺', '−': '⁻', '-': '⁻', 'n': 'ⁿ', 'i': 'ⁱ', '′': '′', '″': '″', '∘': '°', '°': '°', '*': '*',
	}
	below = map[rune]rune{
		'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '−': '₋', '-': '₋',
	}
)

func raised(s string) string  { return shifted(s, above, "^") }
func lowered(s string) string { return shifted(s, below, "_") }

// shifted writes a power or an index with characters of their own, else behind
// the sign that is usual for it.
func shifted(s string, with map[rune]rune, sign string) string {
	var b strings.Builder
	for _, r := range s {
		t, ok := with[r]
		if !ok {
			switch {
			case strings.IndexFunc(s, isNotHan) < 0:
				return s
			case strings.IndexFunc(s, isNotLetter) < 0:
				return sign + s
			}
			return sign + "(" + s + ")"
		}
		b.WriteRune(t)
	}
	return b.String()
}

func isNotHan(r rune) bool    { return !unicode.Is(unicode.Han, r) }
func isNotLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
