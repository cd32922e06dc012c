package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// mathBlockParser keeps the lines from one that begins with $$ to one that ends with it together, so
// that a line of the formula which begins with "+" or "=" makes no list and no heading. They become
// a paragraph, in which mathParser finds the formula.
type mathBlockParser struct{}

var kindMathLines = ast.NewNodeKind("MathLines")

// mathLines stands for the paragraph until its end is read: other blocks interrupt a paragraph.
type mathLines struct {
	ast.BaseBlock
	closed bool
}

func (*mathLines) Kind() ast.NodeKind { return kindMathLines }

func (n *mathLines) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (mathBlockParser) Trigger() []byte { return []byte{'$'} }

func (mathBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	b := bytes.TrimLeft(line, " ")
	t := treeOf(pc)
	if !bytes.HasPrefix(b, []byte("$$")) || bytes.Contains(b[2:], []byte("$$")) || bytes.HasPrefix(b[2:], []byte("$")) ||
		segment.Stop <= t.noMathEnd || !t.mathEnds(reader.Source(), segment.Stop) {
		return nil, parser.NoChildren
	}
	n := &mathLines{}
	n.Lines().Append(segment.TrimLeftSpace(reader.Source()))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// mathEnds looks from offset i for a line that ends with $$, before a blank line and any other $$.
// Where there is none it remembers how far it looked, so that no line is looked at twice in vain.
func (t *tree) mathEnds(src []byte, i int) bool {
	for i < len(src) {
		line := src[i:]
		if n := bytes.IndexByte(line, '\n'); n >= 0 {
			line = line[:n+1]
		}
		if len(bytes.Trim(line, "> \t\n")) == 0 {
			break
		}
		if n := bytes.Index(line, []byte("$$")); n >= 0 {
			if len(bytes.TrimSpace(line[n+2:])) == 0 {
				return true
			}
			break
		}
		i += len(line)
	}
	t.noMathEnd = i
	return false
}

func (mathBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*mathLines)
	line, segment := reader.PeekLine()
	if n.closed || len(bytes.TrimSpace(line)) == 0 {
		return parser.Close
	}
	n.Lines().Append(segment)
	n.closed = bytes.Contains(line, []byte("$$"))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (mathBlockParser) Close(node ast.Node, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	last := lines.Len() - 1
	line := lines.At(last)
	lines.Set(last, line.TrimRightSpace(reader.Source()))
	p := ast.NewParagraph()
	p.SetLines(lines)
	p.SetPos(node.Pos())
	p.SetBlankPreviousLines(node.HasBlankPreviousLines())
	node.Parent().ReplaceChild(node.Parent(), node, p)
}

func (mathBlockParser) CanInterruptParagraph() bool { return true }

func (mathBlockParser) CanAcceptIndentedLine() bool { return false }
