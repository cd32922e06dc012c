package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// strikethroughParser strikes ~~what two tildes enclose~~, beside CJK punctuation too. One tilde is
// a range in Chinese (10~20℃), so it never strikes, nor do three.
type strikethroughParser struct{}

func (strikethroughParser) Trigger() []byte { return []byte{'~'} }

func (strikethroughParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := runLength(line)
	segment = segment.WithStop(segment.Start + n)
	if n != 2 || !treeOf(pc).takeDelimiters(n) {
		block.Advance(n)
		return ast.NewTextSegment(segment)
	}
	f := flanking(line[n:], block, segment.Start)
	d := parser.NewDelimiter(f.left, f.right, n, '~', strikethroughProcessor{})
	d.Segment = segment
	block.Advance(n)
	pc.PushDelimiter(d)
	return d
}

type strikethroughProcessor struct{}

func (strikethroughProcessor) IsDelimiter(c byte) bool { return c == '~' }

func (strikethroughProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (strikethroughProcessor) OnMatch(int) ast.Node { return east.NewStrikethrough() }
