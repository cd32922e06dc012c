package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// textParser takes a run of text that means nothing but itself in one step. goldmark would ask two
// tables about each of its bytes, and go through it again for the reader to follow.
type textParser struct {
	stops *[256]bool // the bytes at which another parser has its turn, the backslash and the line's end
}

// withTextParser puts one before parsers that are complete without it.
func withTextParser(parsers []util.PrioritizedValue) []util.PrioritizedValue {
	stops := [256]bool{'\\': true, '\n': true}
	for _, p := range parsers {
		for _, c := range p.Value.(parser.InlineParser).Trigger() {
			stops[c] = true
		}
	}
	return append(parsers, util.Prioritized(textParser{&stops}, 0))
}

// Trigger is what goldmark calls the beginning of any text.
func (textParser) Trigger() []byte { return []byte{' '} }

func (p textParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := 0
	for n < len(line) && !p.stops[line[n]] {
		n++
	}
	if n == 0 {
		return nil
	}
	ends := n == len(line) || line[n] == '\n'
	shown := n
	if ends { // the blanks at the end of a line are not text; two of them break it
		shown = len(bytes.TrimRight(line[:n], " \t"))
	}
	if escaped(block.Source()[:segment.Start]) && (shown > 0 || beginsEscape(block)) {
		return nil // goldmark is not done with a backslash before a blank
	}
	if shown == 0 {
		segment.Padding = 0
	}
	run := treeOf(pc).newText(segment.WithStop(segment.Start + shown - segment.Padding))
	if !ends {
		block.Advance(n)
		return run
	}
	hard := n > 1 && line[n-1] == ' ' && line[n-2] == ' '
	run.SetHardLineBreak(hard && n < len(line))
	run.SetSoftLineBreak(!hard && n < len(line))
	block.AdvanceLine()
	return run
}

// maxTexts is how many nodes of text are kept for the next tree.
const maxTexts = 64

// newText is ast.NewTextSegment, from nodes of a tree that is done with where there are any.
func (t *tree) newText(seg text.Segment) *ast.Text {
	n := len(t.texts)
	if n == cap(t.texts) {
		return ast.NewTextSegment(seg)
	}
	t.texts = t.texts[:n+1]
	t.texts[n].Segment = seg
	return &t.texts[n]
}

// escaped says whether a backslash before it makes the next character ordinary.
func escaped(before []byte) bool {
	return (len(before)-len(bytes.TrimRight(before, `\`)))%2 == 1
}

// beginsEscape says whether the line after the one that block stands in begins with a backslash.
func beginsEscape(block text.Reader) bool {
	l, pos := block.Position()
	block.AdvanceLine()
	next, _ := block.PeekLine()
	block.SetPosition(l, pos)
	return len(next) > 0 && next[0] == '\\'
}
