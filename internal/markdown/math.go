package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// KindMath is the kind of Math.
var KindMath = ast.NewNodeKind("Math")

// Math is a formula between dollar signs. Nothing draws formulas yet, so it comes out as it is
// written, dollar signs included; what matters is that nothing inside it is taken for Markdown. Its
// children are raw texts, one a line.
type Math struct {
	ast.BaseInline
	Display bool // between double dollar signs
}

// Kind implements ast.Node.
func (*Math) Kind() ast.NodeKind { return KindMath }

// Dump implements ast.Node.
func (n *Math) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func renderMath(*page, ast.Node, bool) ast.WalkStatus { return ast.WalkContinue }

// mathParser knows $…$ and $$…$$. Where a dollar sign may be money or a shell variable, it is text.
type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

func (mathParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := runLength(line)
	if n == 1 {
		end := inlineMath(line, block.PrecendingCharacter())
		if end == 0 {
			return nil
		}
		m := &Math{}
		m.AppendChild(m, ast.NewRawTextSegment(segment.WithStop(segment.Start+end)))
		block.Advance(end)
		return m
	}
	if n == 2 {
		l, pos := block.Position()
		if m := displayMath(parent, block); m != nil {
			return m
		}
		block.SetPosition(l, pos)
	}
	block.Advance(n) // the whole run, or its last sign would be tried alone
	return ast.NewTextSegment(segment.WithStop(segment.Start + n))
}

// inlineMath gives the end of the $…$ that line begins with, or 0 where it looks like anything else.
func inlineMath(line []byte, before rune) int {
	if before < utf8.RuneSelf && util.IsAlphaNumeric(byte(before)) { // US$100
		return 0
	}
	end := unescapedAny(line[1:], "$") + 1
	if end < 2 || end+1 < len(line) && (line[end+1] == '$' || util.IsAlphaNumeric(line[end+1])) { // $5到$10, $A:$B
		return 0
	}
	inside := line[1:end]
	first, _ := utf8.DecodeRune(inside)
	last, _ := utf8.DecodeLastRune(inside)
	amount, _ := utf8.DecodeRune(bytes.TrimLeft(inside, "0123456789., "))
	switch {
	case util.IsSpaceRune(first), util.IsSpaceRune(last), isCJK(first), isCJK(last):
	case first >= '0' && first <= '9' && isCJK(amount): // $5 美元
	case bytes.ContainsAny(inside, "`，。、；：！？\n"): // a sentence, or code
	case crossesLink(inside, line[end+1:]):
	default:
		return end + 1
	}
	return 0
}

// linkReach is how far behind a formula the end of a link's text is looked for.
const linkReach = 200

// crossesLink says whether a link's text begins or ends inside, but not both.
func crossesLink(inside, after []byte) bool {
	depth := 0
	for i, c := range inside {
		switch {
		case c == '[':
			depth++
		case c == ']' && depth > 0:
			depth--
		case c == ']' && i+1 < len(inside) && (inside[i+1] == '(' || inside[i+1] == '['):
			return true
		}
	}
	after = after[:min(len(after), linkReach)]
	return depth > 0 && (bytes.Contains(after, []byte("](")) || bytes.Contains(after, []byte("][")))
}

// displayMath reads the $$…$$ that block stands at, or gives nil. In the middle of a text, CJK
// characters directly inside make it doubtful: 赚了$$，又花了$$。
func displayMath(parent ast.Node, block text.Reader) ast.Node {
	m := &Math{Display: true}
	line, segment := block.PeekLine()
	start := segment.Start
	alone := parent.Lines() != nil && parent.Lines().Len() > 0 && parent.Lines().At(0).Start == start
	from := 2
	for line != nil {
		i := from
		for i < len(line) {
			n := unescapedAny(line[i:], "$")
			if n < 0 {
				break
			}
			i += n
			run := runLength(line[i:])
			if run == 1 { // as in \text{$x$}
				i++
				continue
			}
			end := segment.Start - segment.Padding + i
			if run > 2 || len(bytes.TrimSpace(block.Source()[start+2:end])) == 0 {
				return nil
			}
			m.AppendChild(m, ast.NewRawTextSegment(segment.WithStop(end+2)))
			rest := line[i+2:]
			block.Advance(i + 2)
			if alone && len(bytes.TrimSpace(rest)) == 0 {
				l, pos := block.Position()
				block.AdvanceLine()
				next, _ := block.PeekLine()
				block.SetPosition(l, pos)
				if next == nil {
					return m
				}
			}
			first, _ := utf8.DecodeRune(block.Source()[start+2:])
			last, _ := utf8.DecodeLastRune(block.Source()[:end])
			if isCJK(first) || isCJK(last) {
				return nil
			}
			return m
		}
		m.AppendChild(m, ast.NewRawTextSegment(segment))
		block.AdvanceLine()
		line, segment = block.PeekLine()
		from = 0
	}
	return nil
}
