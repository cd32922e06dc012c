package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// plainText is the text of the whole document, a line a block.
func (t *tree) plainText() string {
	t.scratch = t.appendBlocks(t.scratch[:0], t.root)
	return string(bytes.TrimRight(t.scratch, "\n"))
}

// appendBlocks adds the text of the blocks under n, each ended by a line break.
func (t *tree) appendBlocks(b []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *Figure:
			if img, ok := c.FirstChild().(*ast.Image); ok && len(img.Title) > 0 {
				b = endLine(append(b, unescape(img.Title)...))
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				b = append(b, line.Value(t.src)...)
			}
			b = endLine(b)
		case *ast.HTMLBlock:
			b = endLine(append(b, htmlText(t.htmlSource(c))...))
		case *ast.LinkReferenceDefinition:
		case *east.TableHeader, *east.TableRow:
			for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
				b = t.appendInline(b, cell, false)
				if cell.NextSibling() != nil {
					b = append(b, ' ')
				}
			}
			b = endLine(b)
		default:
			if first := c.FirstChild(); first != nil && first.Type() == ast.TypeInline {
				b = endLine(t.appendInline(b, c, false))
			} else {
				b = t.appendBlocks(b, c)
			}
		}
	}
	return b
}

func endLine(b []byte) []byte {
	b = bytes.TrimRight(b, " \n")
	if len(b) > 0 {
		b = append(b, '\n')
	}
	return b
}

// appendInline adds the text of the inline nodes under n: what a reader sees, or, in an image's
// description, what a listener hears.
func (t *tree) appendInline(b []byte, n ast.Node, alt bool) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.IsRaw() {
				b = appendSpaced(b, c.Segment.Value(t.src))
				break
			}
			b = appendSpaced(b, unescape(c.Segment.Value(t.src)))
			if c.SoftLineBreak() {
				b = append(b, ' ')
			} else if c.HardLineBreak() {
				b = append(bytes.TrimRight(b, " "), '\n')
			}
		case *ast.String:
			b = append(b, c.Value...)
		case *ast.AutoLink:
			b = append(b, c.Label(t.src)...)
		case *ast.Image:
			if alt {
				b = t.appendInline(b, c, true)
			}
		case *htmlTag, *ast.RawHTML, *east.FootnoteLink, *east.FootnoteBacklink:
		default:
			b = t.appendInline(b, c, alt)
		}
	}
	return b
}

// appendSpaced adds text with its line breaks as spaces.
func appendSpaced(b, s []byte) []byte {
	start := len(b)
	b = append(b, s...)
	for i := bytes.IndexByte(b[start:], '\n'); i >= 0; i = bytes.IndexByte(b[start:], '\n') {
		start += i
		b[start] = ' '
	}
	return b
}

// textOf is the text inside n on one line.
func (t *tree) textOf(n ast.Node) string {
	t.scratch = t.appendInline(t.scratch[:0], n, false)
	return oneLine(t.scratch)
}

// altOf is the description of an image.
func (t *tree) altOf(n ast.Node) string {
	t.scratch = t.appendInline(t.scratch[:0], n, true)
	return oneLine(t.scratch)
}

func oneLine(b []byte) string {
	s := string(bytes.TrimSpace(b))
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// count counts Han characters one by one, and other letters and digits by words.
func count(s string) (han, words int) {
	in := false
	for i := 0; i < len(s); {
		if c := s[i]; c >= 0xe5 && c <= 0xe9 && i+3 <= len(s) { // U+5000 to U+9FFF, which is nearly all of Chinese
			han++
			in = false
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case fullMark(r):
			in = false
		case isHan(r):
			han++
			in = false
		case wordRune(r):
			if !in {
				words++
			}
			in = true
		case r == '\'' || r == '’' || r == '-' || r == '.' || r >= 0x300 && unicode.IsMark(r): // within a word or number, if in one
		default:
			in = false
		}
	}
	return han, words
}

func wordRune(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	if r >= 0x2000 && r <= 0x3000 || fullMark(r) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// fullMark tells the full-width marks of CJK text. They are frequent, and not soon found in Unicode's tables.
func fullMark(r rune) bool {
	return r >= 0x3000 && r <= 0x3004 || r >= 0x3008 && r <= 0x3020 || r >= 0xff01 && r <= 0xff0f
}
