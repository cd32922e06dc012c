package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxBrackets is how many link openings of a block may wait for their end, and maxParens how deep
// parentheses nest in an address (as in cmark). Past them there is text.
const (
	maxBrackets = 500
	maxParens   = 32
)

// linkParser is goldmark's, kept from input that makes it search the rest of a paragraph over and over.
type linkParser struct {
	parser.InlineParser
	parser.CloseBlocker
}

func newLinkParser() parser.InlineParser {
	p := parser.NewLinkParser()
	return linkParser{p, p.(parser.CloseBlocker)}
}

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	t := treeOf(pc)
	switch {
	case line[0] == ']':
		t.brackets = max(0, t.brackets-1)
		hopeless := len(line) > 1 && line[1] == '(' && !mayBeLink(block, line)
		return p.InlineParser.Parse(parent, linkReader{block, hopeless}, pc)
	case line[0] == '[' || len(line) > 1 && line[1] == '[':
		if t.brackets >= maxBrackets {
			return nil
		}
		t.brackets++
	}
	return p.InlineParser.Parse(parent, block, pc)
}

func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	treeOf(pc).brackets = 0
	p.CloseBlocker.CloseBlock(parent, block, pc)
}

// linkReader is the reader that the parser sees at the end of a link's text. Where hopeless, it hides
// the parenthesis, so that the parser looks for a reference instead.
type linkReader struct {
	text.Reader
	hopeless bool
}

func (r linkReader) Peek() byte {
	if r.hopeless {
		return ' '
	}
	return r.Reader.Peek()
}

// Value finds a part of a line at once; goldmark's reader goes through all lines of the paragraph.
func (r linkReader) Value(seg text.Segment) []byte {
	b := r.Source()[seg.Start:seg.Stop]
	if seg.Padding == 0 && bytes.IndexByte(b, '\n') < 0 {
		return b
	}
	return r.Reader.Value(seg)
}

// mayBeLink is false where the "(…)" after a link's text cannot be an address and a title for reasons
// that show up close by: the parser would find out at the end of the paragraph only.
func mayBeLink(block text.Reader, line []byte) bool {
	rest := bytes.TrimLeft(line[2:], " \t\r\n")
	if len(rest) > 0 && rest[0] == '<' {
		n := unescapedAny(rest[1:], "<>")
		if n < 0 || rest[1+n] == '<' {
			return false
		}
		rest = rest[n+2:]
	} else {
		depth, i := 0, 0
		for ; i < len(rest) && depth >= 0 && !util.IsSpace(rest[i]); i++ {
			switch rest[i] {
			case '\\':
				i++
			case '(':
				if depth++; depth > maxParens {
					return false
				}
			case ')':
				depth--
			}
		}
		if depth < 0 {
			return true
		}
		rest = rest[min(i, len(rest)):]
	}
	if len(bytes.TrimSpace(rest)) == 0 { // the title or the end is on the next line
		l, pos := block.Position()
		block.AdvanceLine()
		rest, _ = block.PeekLine()
		block.SetPosition(l, pos)
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) > 0 && rest[0] == '(' {
		n := unescapedAny(rest[1:], "()")
		return n < 0 || rest[1+n] == ')'
	}
	return true
}

func unescapedAny(b []byte, chars string) int {
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' {
			i++
		} else if strings.IndexByte(chars, b[i]) >= 0 {
			return i
		}
	}
	return -1
}

// referenceTransformer is goldmark's for "[label]: address", kept from paragraphs that begin otherwise:
// for each it would make a reader.
type referenceTransformer struct{ parser.ParagraphTransformer }

func (rt referenceTransformer) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if n.Lines().Len() > 0 {
		line := n.Lines().At(0)
		if b := bytes.TrimLeft(line.Value(reader.Source()), " \t"); len(b) > 0 && b[0] != '[' && b[0] != '\n' {
			return
		}
	}
	rt.ParagraphTransformer.Transform(n, reader, pc)
}
