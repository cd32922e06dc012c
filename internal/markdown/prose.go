package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kepu/internal/prose"
)

// Prose turns the body of a document into the tree of what it says, for those who write something
// other than a web page. It shows what Parse shows, in the same order: the same labels, the same raw
// HTML, which always passes the allow-list here, and the same Dest for each of Doc.Refs. Line is the
// number of body's first line in its file. Like Parse it takes any input.
func Prose(body []byte, line int, opt Options) *prose.Node {
	opt.TrustedHTML = false
	p := pages.Get().(*page)
	defer pages.Put(p)
	w := &proseWriter{page: p}
	p.reset(parse(body, opt, p.spare, true), line)
	p.numbered = true // raw HTML is read again by number
	root := &prose.Node{Kind: prose.Document, Line: line}
	root.Nodes = w.blocks(p.root)
	if w.hasHTML {
		w.mend(root)
	}
	space(root)
	clear(p.texts)
	p.spare = spare{p.scratch, p.texts[:0]}
	p.tree, p.refs = nil, nil
	return root
}

// A proseWriter makes nodes of the tree of its page. What it keeps there is raw HTML and the links
// and images in it.
type proseWriter struct {
	*page
	hasHTML bool
}

// rawHTML is the kind of what stands for a block of raw HTML until mend reads it; its Text passed the
// allow-list.
const rawHTML prose.Kind = 255

// blocks makes nodes of the blocks under n.
func (w *proseWriter) blocks(n ast.Node) []*prose.Node {
	var out []*prose.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = w.block(out, c)
	}
	return out
}

// block adds the node of a block, which may be none.
func (w *proseWriter) block(out []*prose.Node, n ast.Node) []*prose.Node {
	x := &prose.Node{Line: w.lineOf(n.Pos())}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if m, ok := n.FirstChild().(*Math); ok && m.Display && m.NextSibling() == nil {
			x.Kind, x.Text = prose.Formula, w.formula(m)
			break
		}
		if x.Kind, x.Nodes = prose.Paragraph, w.inline(n); len(x.Nodes) == 0 {
			return out
		}
	case *ast.Heading:
		x.Kind, x.Level, x.Nodes = prose.Heading, n.Level, w.inline(n)
	case *ast.Blockquote:
		x.Kind, x.Nodes = prose.Quote, w.blocks(n)
	case *ast.List:
		x.Kind, x.Level, x.Tight, x.Nodes = prose.List, -1, n.IsTight, w.blocks(n)
		if n.IsOrdered() {
			x.Level = n.Start
		}
	case *ast.ListItem:
		x.Kind, x.Task, x.Nodes = prose.Item, task(n), w.blocks(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.code(x, n)
	case *ast.ThematicBreak:
		x.Kind = prose.Rule
	case *ast.HTMLBlock:
		w.raw(x, n)
	case *Figure:
		x.Kind, x.Nodes = prose.Figure, w.inline(n)
		if img := x.Nodes[0]; img.Title != "" {
			caption := &prose.Node{Kind: prose.Caption, Line: x.Line}
			caption.Nodes = []*prose.Node{{Kind: prose.Text, Text: img.Title, Line: x.Line}}
			img.Title, x.Nodes = "", append(x.Nodes, caption)
		}
	case *Container:
		if n.Name == "press" {
			if x.Kind, x.Level, x.Nodes = prose.Passage, n.length, w.blocks(n); len(x.Nodes) == 0 {
				return out
			}
			break
		}
		x.Kind, x.Name, x.Nodes = prose.Callout, n.Name, w.blocks(n)
		if w.say.titles[n.Name] == "" {
			x.Kind, x.Name = prose.Group, ""
		}
	case *ContainerTitle:
		c := n.Parent().(*Container)
		x.Kind, x.Line, x.Nodes = prose.Title, w.lineOf(c.Pos()), w.inline(n)
		if w.say.titles[c.Name] == "" {
			x.Kind = prose.Paragraph
		}
	case *Answer:
		x.Kind, x.Title, x.Nodes = prose.Answer, w.say.answer, w.blocks(n)
	case *east.Table:
		x.Kind, x.Nodes = prose.Table, w.blocks(n)
	case *east.TableHeader, *east.TableRow:
		x.Kind, x.Head, x.Nodes = prose.Row, n.Kind() == kindTableHeader, w.blocks(n)
	case *east.TableCell:
		x.Kind, x.Align, x.Nodes = prose.Cell, alignOf[n.Alignment], w.inline(n)
		x.Head = n.Parent().Kind() == kindTableHeader && n.FirstChild() != nil
	case *east.DefinitionList:
		x.Kind, x.Nodes = prose.Definitions, w.blocks(n)
	case *east.DefinitionTerm:
		x.Kind, x.Nodes = prose.Term, w.inline(n)
	case *east.DefinitionDescription:
		x.Kind, x.Nodes = prose.Description, w.blocks(n)
	case *east.FootnoteList:
		x.Kind, x.Nodes = prose.Notes, w.blocks(n)
	case *east.Footnote:
		x.Kind, x.Level, x.Nodes = prose.Note, n.Index, w.blocks(n)
	default: // definitions of link references
		return out
	}
	return append(out, x)
}

var alignOf = map[east.Alignment]prose.Align{
	east.AlignLeft: prose.Left, east.AlignCenter: prose.Center, east.AlignRight: prose.Right,
}

func task(n *ast.ListItem) prose.Task {
	if first := n.FirstChild(); first != nil {
		if box, ok := first.FirstChild().(*east.TaskCheckBox); ok {
			if box.IsChecked {
				return prose.Done
			}
			return prose.Open
		}
	}
	return prose.NoTask
}

// raw passes a block of raw HTML through the allow-list.
func (w *proseWriter) raw(x *prose.Node, n *ast.HTMLBlock) {
	start := len(w.buf)
	w.sanitize(n)
	x.Kind, x.Text = rawHTML, string(w.buf[start:])
	w.buf = w.buf[:start]
	w.hasHTML = true
}

// lineOf is the line of an offset, 0 where there is none.
func (w *proseWriter) lineOf(off int) int {
	if off < 0 {
		return 0
	}
	if w.lines.starts == nil {
		w.lines.at(0, 0)
	}
	return w.line + sort.SearchInts(w.lines.starts, off+1) - 1
}
