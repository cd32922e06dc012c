package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A tree is a parsed body with what was learnt on the way. The parsers of each syntax reach it
// through the parser's context; the one walk after parsing finishes it.
type tree struct {
	opt   Options
	say   *labels
	src   []byte
	root  *ast.Document
	lines lineTable
	notes []note

	delimiters int // emphasis characters in the block being parsed
	brackets   int // link openings not yet closed in it

	footnotes    footnotes
	alerts       []alert
	headings     []heading
	ids          ids
	passages     bool // those for the press stay in the tree
	hasCode      bool
	hasBlockHTML bool
	noEnd        ast.Node // a line known to hold no end of a hidden element
	noMathEnd    int      // up to here no line ends a formula: see mathEnds
	spare
}

// A spare is memory that one tree leaves to the next.
type spare struct {
	scratch []byte     // for texts on their way to being strings
	texts   []ast.Text // the nodes in use, with room for maxTexts
}

var treeKey = parser.NewContextKey()

// treeOf gives the tree a parser is working on, or a throw-away one to parsers used without it.
func treeOf(pc parser.Context) *tree {
	if t, ok := pc.Get(treeKey).(*tree); ok {
		return t
	}
	t := &tree{say: labelsFor("")}
	pc.Set(treeKey, t)
	return t
}

func parse(body []byte, opt Options, s spare, passages bool) *tree {
	t := &tree{opt: opt, say: labelsFor(opt.Lang), src: clean(body), spare: s, passages: passages}
	t.lines.src = t.src
	pc := parser.NewContext()
	pc.Set(treeKey, t)
	t.root = engine().Parser().Parse(text.NewReader(t.src), parser.WithContext(pc)).(*ast.Document)
	t.numberFootnotes()
	t.replaceAlerts()
	t.finish(t.root, false)
	t.finishHeadings()
	return t
}

// finish walks the children of n once and gives each syntax its turn. Nodes may be replaced on the
// way; inLink says that an ancestor is a link, in which there can be no other.
func (t *tree) finish(n ast.Node, inLink bool) {
	if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
		mergeText(n, t.src)
		if !t.opt.TrustedHTML {
			t.pairHTML(n)
		}
	}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch c := c.(type) {
		case *ast.Text:
			t.breakLine(c)
			if !inLink && !c.IsRaw() {
				t.linkAddresses(c)
			}
		case *ast.CodeSpan, *Math: // its text is raw
		case *ast.Link:
			if t.checkLink(c) {
				t.finish(c, true)
			} else {
				next = unwrap(c)
			}
		case *ast.AutoLink:
			t.checkAutoLink(c)
		case *ast.Image:
			t.finish(c, true)
			t.checkImage(c)
		case *ast.Heading:
			t.headings = append(t.headings, heading{Heading: c})
			t.finish(c, inLink)
		case *ast.Paragraph:
			t.finish(c, inLink)
			if c.FirstChild() == nil { // it was raw HTML that is not allowed
				n.RemoveChild(n, c)
				break
			}
			makeFigure(c)
		case *ast.HTMLBlock:
			t.hasBlockHTML = true
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			t.hasCode = true
		case *east.TableCell:
			unescapePipes(c, t.src)
			t.finish(c, inLink)
		case *Container:
			if c.Name == "press" && !t.keepsPassage(c) {
				next = unwrap(c)
				break
			}
			t.finish(c, inLink)
			t.checkContainer(c)
		default:
			t.finish(c, inLink)
		}
		c = next
	}
}

// unwrap puts the children of n in its place and returns the first of them, or what follows n.
func unwrap(n ast.Node) ast.Node {
	parent := n.Parent()
	next := n.NextSibling()
	for c := n.LastChild(); c != nil; c = n.LastChild() {
		n.RemoveChild(n, c)
		parent.InsertAfter(parent, n, c)
		next = c
	}
	parent.RemoveChild(parent, n)
	return next
}

// mergeText joins neighbouring texts that the parser cut where an opening led nowhere, so that an
// address or a line end is seen whole.
func mergeText(n ast.Node, src []byte) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if t, ok := c.(*ast.Text); ok && next != nil && !t.SoftLineBreak() && !t.HardLineBreak() &&
			t.Segment.Len() > 0 && t.Merge(next, src) {
			n.RemoveChild(n, next)
			continue
		}
		c = next
	}
}
