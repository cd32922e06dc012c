package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxDelimiters is how many characters of emphasis a block may hold before the rest is text. Matching
// delimiters takes quadratic time and nests as deep as there are pairs; no author comes near this.
const maxDelimiters = 4096

// emphasisParser is CommonMark's emphasis with the flanking rules of the CJK-friendly amendments
// (github.com/tats-u/markdown-cjk-friendly), without which **粗体。**后 stays literal.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := runLength(line)
	segment = segment.WithStop(segment.Start + n)
	if !treeOf(pc).takeDelimiters(n) {
		block.Advance(n)
		return ast.NewTextSegment(segment)
	}
	f := flanking(line[n:], block, segment.Start)
	opens, closes := f.left, f.right
	if line[0] == '_' {
		opens = f.left && (!f.right || f.punctBefore)
		closes = f.right && (!f.left || f.punctAfter)
	}
	d := parser.NewDelimiter(opens, closes, n, line[0], emphasisProcessor{})
	d.Segment = segment
	block.Advance(n)
	pc.PushDelimiter(d)
	return d
}

func (emphasisParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	treeOf(pc).delimiters = 0
}

func (t *tree) takeDelimiters(n int) bool {
	t.delimiters += n
	return t.delimiters <= maxDelimiters
}

type emphasisProcessor struct{}

func (emphasisProcessor) IsDelimiter(c byte) bool { return c == '*' || c == '_' }

func (emphasisProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasisProcessor) OnMatch(n int) ast.Node { return ast.NewEmphasis(n) }

// runLength counts how often a line's first byte is repeated.
func runLength(line []byte) int {
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	return n
}

// flanks says on which sides of a delimiter run there is text to hold on to.
type flanks struct{ left, right, punctBefore, punctAfter bool }

// flanking looks at both sides of the delimiter run that starts at offset start of the source and has rest after it on its line.
func flanking(rest []byte, block text.Reader, start int) flanks {
	after := ' '
	if len(rest) > 0 {
		after, _ = utf8.DecodeRune(rest)
	}
	before := block.PrecendingCharacter()
	selector := rune(0)
	if before >= 0xfe00 && before <= 0xfe0e { // a variation selector belongs to the character it follows
		selector = before
		if src := block.Source()[:start]; len(src) > utf8.RuneLen(selector) {
			before, _ = utf8.DecodeLastRune(src[:len(src)-utf8.RuneLen(selector)])
		}
	}
	spaceBefore, spaceAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	punctBefore, punctAfter := util.IsPunctRune(before), util.IsPunctRune(after)
	cjkAfter := isCJK(after)
	// Quotation marks followed by VS2 are the full-width ones; U+E0100 and on select variants of ideographs.
	cjkBefore := isCJK(before) || selector == 0xfe01 && (before == '‘' || before == '’' || before == '“' || before == '”') || before >= 0xe0100 && before <= 0xe01ef
	narrowBefore, narrowAfter := punctBefore && !cjkBefore, punctAfter && !cjkAfter
	return flanks{
		left:        !spaceAfter && (!narrowAfter || spaceBefore || narrowBefore || cjkBefore),
		right:       !spaceBefore && (!narrowBefore || spaceAfter || narrowAfter || cjkAfter),
		punctBefore: punctBefore,
		punctAfter:  punctAfter,
	}
}
