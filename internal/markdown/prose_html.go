package markdown

import (
	"bytes"
	"slices"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kepu/internal/prose"
)

// nodeKey is the attribute that stands for a node while raw HTML is read. No author can write it.
const nodeKey = "data-node"

// mend puts nodes where raw HTML stands. Its elements may begin in one block and end in another, with
// Markdown between, so the blocks of the whole tree are written as empty elements, with the numbers of
// their nodes, and read as a browser reads the page.
func (w *proseWriter) mend(root *prose.Node) {
	s := &skeleton{page: w.page, around: map[*prose.Node]bool{}}
	s.find(root)
	s.children(root)
	div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	elements, err := html.ParseFragment(bytes.NewReader(w.buf), div)
	if err != nil { // deeper than the HTML parser goes: the Markdown around is worth keeping
		dropHTML(root)
		return
	}
	for _, n := range s.nodes {
		if n.Kind == prose.Passage {
			n.Nodes = nil
		}
	}
	r := htmlReader{skeleton: s}
	var mixed []*prose.Node
	for _, e := range elements {
		mixed = r.node(mixed, e)
	}
	root.Nodes = hold(root, mixed)
	dropEmptyLinks(root)
}

// dropEmptyLinks does as balance does with links around nothing.
func dropEmptyLinks(n *prose.Node) {
	kept := make([]*prose.Node, 0, len(n.Nodes))
	for _, c := range n.Nodes {
		dropEmptyLinks(c)
		switch {
		case c.Kind == prose.Link && !slices.ContainsFunc(c.Nodes, shows):
			kept = append(kept, c.Nodes...)
		case c.Kind != prose.Paragraph || len(c.Nodes) > 0:
			kept = append(kept, c)
		}
	}
	n.Nodes = kept
}

func dropHTML(n *prose.Node) {
	n.Nodes = slices.DeleteFunc(n.Nodes, func(c *prose.Node) bool {
		dropHTML(c)
		return c.Kind == rawHTML
	})
}

// A skeleton is the blocks of a tree as HTML with the elements of the page. Only those around raw HTML
// have content: what is in the others is known, and nothing gets in or out.
type skeleton struct {
	*page
	around map[*prose.Node]bool
	nodes  []*prose.Node // those that are written, by number
}

// find notes which nodes are around raw HTML.
func (s *skeleton) find(n *prose.Node) bool {
	found := n.Kind == rawHTML
	for _, c := range n.Nodes {
		if s.find(c) {
			found = true
		}
	}
	if found {
		s.around[n] = true
	}
	return found
}

func (s *skeleton) children(n *prose.Node) {
	for _, c := range n.Nodes {
		s.node(c)
	}
}

func (s *skeleton) node(n *prose.Node) {
	if n.Kind == rawHTML {
		s.str(n.Text)
		return
	}
	name := elementOf[n.Kind]
	switch {
	case n.Kind == prose.Passage: // the page shows nothing of it
		s.mark(n)
		s.children(n)
		s.mark(n)
		return
	case n.Kind == prose.Heading:
		name = "h" + strconv.Itoa(n.Level)
	case n.Kind == prose.List && n.Level >= 0:
		name = "ol"
	case n.Kind == prose.Callout && n.Name == "details":
		name = "details"
	}
	s.str("<", name, " ", nodeKey, "=")
	s.num(len(s.nodes))
	s.str(">")
	s.nodes = append(s.nodes, n)
	if s.around[n] {
		s.children(n)
	}
	if !voidTags[name] {
		s.str("</", name, ">")
	}
}

// mark writes where a passage begins or ends. No author can: comments do not pass.
func (s *skeleton) mark(n *prose.Node) {
	s.str("<!--")
	s.num(len(s.nodes))
	s.str("-->")
	s.nodes = append(s.nodes, n)
}

// elementOf are the elements of blocks on the page; some depend on more than the kind. A table stands in
// another element there.
var elementOf = map[prose.Kind]string{
	prose.Paragraph: "p", prose.Quote: "blockquote", prose.List: "ul", prose.Item: "li", prose.CodeBlock: "pre",
	prose.Table: "div", prose.Figure: "figure", prose.Rule: "hr", prose.Callout: "aside", prose.Title: "p",
	prose.Answer: "details", prose.Formula: "p", prose.Definitions: "dl", prose.Term: "dt",
	prose.Description: "dd", prose.Notes: "section", prose.Note: "li", prose.Group: "div",
}
