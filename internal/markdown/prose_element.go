package markdown

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"kepu/internal/prose"
)

// An htmlReader makes nodes of elements. What it gives for the children of one is mixed: inline nodes
// stand beside blocks, until hold puts them right.
type htmlReader struct {
	*skeleton
	code  bool // text is code
	lines bool // line ends are shown
	link  bool // within a link
}

func (r htmlReader) children(n *html.Node) (mixed []*prose.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		mixed = r.node(mixed, c)
	}
	return mixed
}

func (r htmlReader) node(out []*prose.Node, n *html.Node) []*prose.Node {
	switch n.Type {
	case html.TextNode:
		return r.text(out, n.Data)
	case html.CommentNode: // the beginning or the end of a passage
		if i, err := strconv.Atoi(n.Data); err == nil && i < len(r.nodes) {
			out = append(out, r.nodes[i])
		}
		return out
	case html.ElementNode:
	default:
		return out
	}
	if i := number(n, nodeKey); i >= 0 {
		return append(out, r.known(n, r.nodes[i]))
	}
	x := r.begin(n)
	switch x.Kind {
	case prose.Document: // it has no meaning of its own
		return append(out, r.children(n)...)
	case prose.CodeBlock, prose.Rule, prose.Image, prose.Break:
		return append(out, x)
	case prose.Code:
		r.code = true
		return append(out, r.children(n)...)
	case prose.Link:
		if !visible(n) { // as on the page
			return append(out, r.children(n)...)
		}
		r.link = true
	case prose.Group:
		r.lines = r.lines || n.Data == "pre"
	}
	mixed := r.children(n)
	if !x.Kind.Inline() {
		if x.Nodes = hold(x, mixed); len(x.Nodes) == 0 && x.Kind == prose.Paragraph {
			return out
		}
		if n.Data == "details" && summaryOf(n) == nil {
			x.Nodes = slices.Insert(x.Nodes, 0, titled(r.say.titles["details"]))
		}
		return append(out, x)
	}
	switch {
	case hasBlock(mixed): // what is around blocks only looks different, but for a link
		if x.Kind == prose.Link {
			mixed, _ = linkFirst(mixed, x)
		}
		return append(out, mixed...)
	case len(mixed) > 0:
		x.Nodes = mixed
		return append(out, x)
	}
	return out
}

func (r htmlReader) text(out []*prose.Node, s string) []*prose.Node {
	kind := prose.Text
	if r.code && strings.TrimSpace(s) != "" {
		kind = prose.Code
	}
	for r.lines {
		line, rest, more := strings.Cut(s, "\n")
		if !more {
			break
		}
		if line != "" {
			out = append(out, &prose.Node{Kind: kind, Text: line})
		}
		out = append(out, &prose.Node{Kind: prose.Break})
		s = rest
	}
	if s != "" {
		out = append(out, &prose.Node{Kind: kind, Text: s})
	}
	return out
}

// known is a node of which only what is around raw HTML is made anew.
func (r htmlReader) known(n *html.Node, x *prose.Node) *prose.Node {
	if r.around[x] {
		x.Nodes = hold(x, r.children(n))
	}
	return x
}

// begin is the node of an element of raw HTML, without what is inside. It is a Document for an element
// that disappears.
func (r htmlReader) begin(n *html.Node) *prose.Node {
	x := element(n.Data, n.Attr)
	switch n.Data {
	case "a", "img":
		if i := number(n, placeKey); i >= 0 && i < len(r.refs) {
			x.Dest, x.Line = r.refs[i].Dest, r.refs[i].Line
		}
	case "p":
		x.Kind = prose.Paragraph
	case "blockquote":
		x.Kind = prose.Quote
	case "ul", "ol":
		x.Kind, x.Level, x.Tight = prose.List, -1, true
		if n.Data == "ol" {
			x.Level = number(n, "start")
			if x.Level < 0 {
				x.Level = 1
			}
		}
	case "li":
		x.Kind = prose.Item
	case "table":
		x.Kind = prose.Table
	case "tr":
		x.Kind, x.Head = prose.Row, n.Parent != nil && n.Parent.Data == "thead"
	case "td", "th":
		x.Kind, x.Head, x.Columns, x.Rows = prose.Cell, n.Data == "th", max(0, number(n, "colspan")), max(0, number(n, "rowspan"))
	case "caption":
		x.Kind = prose.Caption
	case "figcaption":
		if n.Parent != nil && n.Parent.Data == "figure" {
			x.Kind = prose.Caption
		}
	case "figure":
		x.Kind = prose.Figure
	case "hr":
		x.Kind = prose.Rule
	case "details":
		x.Kind, x.Name = prose.Callout, "details"
	case "summary":
		if n.Parent != nil && n.Parent.Data == "details" && summaryOf(n.Parent) == n {
			x.Kind = prose.Title
		}
	case "dl":
		x.Kind = prose.Definitions
	case "dt":
		x.Kind = prose.Term
	case "dd":
		x.Kind = prose.Description
	case "pre":
		if text, ok := preText(n); ok && !r.link {
			x.Kind, x.Text = prose.CodeBlock, strings.TrimSuffix(text, "\n")
		}
	case "div":
	default:
		if x.Kind == prose.Group {
			x.Kind = prose.Document
		}
	}
	return x
}

// preText is the text of an element that holds nothing but text.
func preText(n *html.Node) (string, bool) {
	var b strings.Builder
	var plain func(n *html.Node) bool
	plain = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case c.Data == "br":
				b.WriteByte('\n')
			case !inlineTags[c.Data] || c.Data == "a" || c.Data == "img":
				return false
			case !plain(c):
				return false
			}
		}
		return true
	}
	ok := plain(n)
	return b.String(), ok
}

// number is what an attribute says, -1 where there is none.
func number(n *html.Node, key string) int {
	for _, a := range n.Attr {
		if a.Key == key {
			if i, err := strconv.Atoi(a.Val); err == nil {
				return i
			}
		}
	}
	return -1
}
