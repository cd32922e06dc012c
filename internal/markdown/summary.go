package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// A summary is as long as 120 Han characters or 240 of others; a first paragraph that fills half of
// it stands alone, and a cut does not go back beyond a third of it to find the end of a sentence.
const summaryWidth = 240

// summary takes paragraphs from the beginning, those outside lists, quotes and notes if there are any.
func (t *tree) summary() string {
	s := t.paragraphs(t.root, "")
	if s == "" {
		s = t.anyParagraph(t.root)
	}
	return cut(s)
}

func (t *tree) paragraphs(n ast.Node, s string) string {
	for c := n.FirstChild(); c != nil && !fills(s, summaryWidth/2); c = c.NextSibling() {
		if c.Kind() != ast.KindParagraph {
			continue
		}
		p := t.textOf(c)
		if last, _ := utf8.DecodeLastRuneInString(s); s != "" && !(isCJK(last) && !isHangul(last)) {
			s += " "
		}
		s += p
	}
	return strings.TrimSpace(s)
}

func (t *tree) anyParagraph(n ast.Node) string {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s := ""
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			s = t.textOf(c)
		case ast.KindHeading, KindContainerTitle:
		default:
			if c.Type() == ast.TypeBlock {
				s = t.anyParagraph(c)
			}
		}
		if s != "" {
			return s
		}
	}
	return ""
}

// fills says whether s is at least w wide.
func fills(s string, w int) bool {
	for _, r := range s {
		if w -= runeWidth(r); w <= 0 {
			return true
		}
	}
	return false
}

func runeWidth(r rune) int {
	if isCJK(r) || wideByContext(r) {
		return 2
	}
	return 1
}

// cut shortens s at the last end of a sentence that fits, else at the last clause or word with an ellipsis.
func cut(s string) string {
	w, sentence, clause, word := 0, 0, 0, 0
	for i, r := range s {
		w += runeWidth(r)
		if w > summaryWidth {
			if sentence > 0 {
				return s[:sentence]
			}
			if clause > 0 {
				return s[:clause] + "…"
			}
			if word > 0 {
				return s[:word] + "…"
			}
			return s[:i] + "…"
		}
		end := i + utf8.RuneLen(r)
		late := w > summaryWidth/3
		switch r {
		case '。', '！', '？', '!', '?', '.':
			if late && (r > 0x80 || end < len(s) && s[end] == ' ') {
				sentence = end
			}
		case '”', '’', '」', '』', '）', ')', '"':
			if sentence == i && sentence > 0 { // a quotation ends with its mark
				sentence = end
			}
		case '，', '、', '；', '：', ',', ';', ':', '—':
			if late {
				clause = i
			}
		case ' ':
			if late {
				word = i
			}
		default:
			if late && isHan(r) {
				word = end
			}
		}
	}
	return s
}
