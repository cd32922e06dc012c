package markdown

import (
	"bytes"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kepu/internal/prose"
)

// nodeKey is the attribute that stands for a node while raw HTML is read. No author can write it.
const nodeKey = "data-node"

// mend puts nodes where raw HTML stands. Its elements may begin in one block and end in another, with
// Markdown between, so the whole tree is written as HTML, with the numbers of its nodes, and read as a
// browser reads the page.
func (w *proseWriter) mend(root *prose.Node) {
	s := skeleton{page: w.page}
	s.children(root)
	div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	elements, err := html.ParseFragment(bytes.NewReader(w.buf), div)
	if err != nil { // deeper than the HTML parser goes: the Markdown around is worth keeping
		dropHTML(root)
		return
	}
	r := htmlReader{proseWriter: w, nodes: s.nodes}
	var mixed []*prose.Node
	for _, e := range elements {
		mixed = r.node(mixed, e)
	}
	root.Nodes = hold(root, mixed)
}

func dropHTML(n *prose.Node) {
	kept := n.Nodes[:0]
	for _, c := range n.Nodes {
		if c.Kind != rawHTML {
			dropHTML(c)
			kept = append(kept, c)
		}
	}
	n.Nodes = kept
}

// A skeleton is a tree as HTML with the elements of the page. What matters is how a browser nests them;
// the rest is known from the nodes.
type skeleton struct {
	*page
	nodes []*prose.Node
}

func (s *skeleton) children(n *prose.Node) {
	for _, c := range n.Nodes {
		s.node(c)
	}
}

func (s *skeleton) node(n *prose.Node) {
	name := elementOf[n.Kind]
	switch n.Kind {
	case rawHTML:
		s.str(n.Text)
		return
	case prose.Text:
		s.esc(n.Text)
		return
	case prose.Heading:
		name = "h" + strconv.Itoa(n.Level)
	case prose.List:
		if n.Level >= 0 {
			name = "ol"
		}
	case prose.Cell:
		if n.Head {
			name = "th"
		}
	case prose.Callout:
		if n.Name == "details" {
			name = "details"
		}
	case prose.Span:
		name = n.Name
	case prose.Table:
		s.str("<div ", nodeKey, ">") // as on the page, where it ends what may not hold it
		defer s.str("</div>")
	}
	s.str("<", name, " ", nodeKey, "=")
	s.num(len(s.nodes))
	s.str(">")
	s.nodes = append(s.nodes, n)
	if voidTags[name] {
		return
	}
	switch n.Kind {
	case prose.Code, prose.Math, prose.Formula:
		s.esc(n.Text)
	case prose.NoteRef:
		s.num(n.Level)
	}
	s.children(n)
	s.str("</", name, ">")
}

// elementOf are the elements of the page; those of some kinds depend on more than the kind.
var elementOf = map[prose.Kind]string{
	prose.Paragraph: "p", prose.Quote: "blockquote", prose.List: "ul", prose.Item: "li", prose.CodeBlock: "pre",
	prose.Table: "table", prose.Row: "tr", prose.Cell: "td", prose.Figure: "figure", prose.Caption: "figcaption",
	prose.Rule: "hr", prose.Callout: "aside", prose.Title: "p", prose.Answer: "details", prose.Formula: "p",
	prose.Definitions: "dl", prose.Term: "dt", prose.Description: "dd", prose.Notes: "section", prose.Note: "li",
	prose.Group: "div", prose.Strong: "strong", prose.Emphasis: "em", prose.Deleted: "del", prose.Link: "a",
	prose.Code: "code", prose.Math: "span", prose.Image: "img", prose.Break: "br", prose.NoteRef: "sup",
}
