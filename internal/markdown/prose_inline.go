package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"kepu/internal/prose"
)

// A run is inline nodes being made, up to where the element ends in which they stand.
type run struct {
	nodes []*prose.Node
	text  []byte // not yet a node
	line  int    // of text
	kind  prose.Kind
	node  *prose.Node // whose nodes they become; nil if those of up
	up    *run
}

func (r *run) str(s []byte, line int) {
	if len(r.text) == 0 {
		r.line = line
	}
	r.text = append(r.text, s...)
}

func (r *run) add(n ...*prose.Node) {
	if len(r.text) > 0 {
		r.nodes = append(r.nodes, &prose.Node{Kind: r.kind, Text: string(r.text), Line: r.line})
		r.text = r.text[:0]
	}
	r.nodes = append(r.nodes, n...)
}

// end closes an element. One that shows nothing goes, unless it is a link, which is one of Doc.Refs.
func (r *run) end() *run {
	r.add()
	switch {
	case r.node == nil:
		r.up.add(r.nodes...)
	case len(r.nodes) > 0 || r.node.Kind == prose.Link:
		r.node.Nodes = r.nodes
		r.up.add(r.node)
	}
	return r.up
}

// inline makes nodes of what stands in a line under n.
func (w *proseWriter) inline(n ast.Node) []*prose.Node {
	r := &run{kind: prose.Text}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		tag, ok := c.(*htmlTag)
		switch {
		case !ok:
			w.span(r, c)
		case tag.close:
			if tag.name == "a" {
				w.leaveLink()
			}
			r = r.end()
		default:
			r = w.tag(r, tag)
		}
	}
	r.add()
	return r.nodes
}

// span adds an inline node that is not a tag.
func (w *proseWriter) span(r *run, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b := n.Segment.Value(w.src)
		if !n.IsRaw() {
			b = w.readable(b)
		}
		r.str(b, w.lineOf(n.Segment.Start))
		if n.HardLineBreak() {
			r.add(&prose.Node{Kind: prose.Break})
		} else if n.SoftLineBreak() {
			r.str([]byte{' '}, 0)
		}
	case *ast.String:
		r.str(n.Value, 0)
	case *ast.CodeSpan:
		r.add(&prose.Node{Kind: prose.Code, Text: w.rawTexts(n)})
	case *Math:
		r.add(&prose.Node{Kind: prose.Math, Text: w.formula(n)})
	case *ast.Emphasis:
		kind := prose.Emphasis
		if n.Level == 2 {
			kind = prose.Strong
		}
		r.add(&prose.Node{Kind: kind, Nodes: w.inline(n)})
	case *east.Strikethrough:
		r.add(&prose.Node{Kind: prose.Deleted, Nodes: w.inline(n)})
	case *ast.Link:
		x := w.link(string(unescape(n.Destination)), w.destOffset(n.Destination, n))
		if !w.enterLink(true) {
			x = nil
		} else {
			x.Title = string(w.readable(n.Title))
		}
		nodes := w.inline(n)
		w.leaveLink()
		if x == nil {
			r.add(nodes...)
			break
		}
		x.Nodes = nodes
		r.add(x)
	case *ast.AutoLink:
		label := n.Label(w.src)
		if w.links > 0 {
			r.str(label, w.lineOf(n.Pos()))
			break
		}
		x := w.link(autoDest(n, w.src), n.Pos()+1)
		x.Nodes = []*prose.Node{{Kind: prose.Text, Text: string(label), Line: x.Line}}
		r.add(x)
	case *ast.Image:
		x := w.link(string(unescape(n.Destination)), w.destOffset(n.Destination, n))
		x.Kind, x.Text, x.Title = prose.Image, w.altOf(n), string(w.readable(n.Title))
		r.add(x)
	case *east.FootnoteLink:
		if n.Index > 0 {
			r.add(&prose.Node{Kind: prose.NoteRef, Level: n.Index})
		}
	case *east.FootnoteBacklink, *east.TaskCheckBox:
	default:
		r.add(w.inline(n)...)
	}
}

// tag begins an element of raw HTML, or adds one that has no content.
func (w *proseWriter) tag(r *run, tag *htmlTag) *run {
	x := element(tag.name, tag.attr)
	x.Line = w.lineOf(tag.Pos())
	switch tag.name {
	case "img":
		if x.Dest == "" {
			r.str([]byte(x.Text), x.Line)
		} else {
			r.add(x)
		}
		return r
	case "br":
		r.add(x)
		return r
	case "wbr":
		return r
	}
	inner := &run{kind: r.kind, up: r}
	switch {
	case tag.name == "a":
		if w.enterLink(x.Dest != "") {
			inner.node = x
		}
	case x.Kind == prose.Code:
		inner.kind = prose.Code
	case x.Kind != prose.Group:
		inner.node = x
	}
	return inner
}

func (w *proseWriter) link(dest string, off int) *prose.Node {
	return &prose.Node{Kind: prose.Link, Dest: dest, Line: w.lineOf(off)}
}

// enterLink and leaveLink count as openLink and closeLink do.
func (w *proseWriter) enterLink(wanted bool) bool { return w.openLink(wanted) }

func (w *proseWriter) leaveLink() {
	n := len(w.linkStack) - 1
	if w.linkStack[n] {
		w.links--
	}
	w.linkStack = w.linkStack[:n]
}

// readable is text as a reader sees it: without escapes, and without the control characters that
// numeric references can smuggle in.
func (w *proseWriter) readable(b []byte) []byte {
	b = unescape(b)
	if bytes.ContainsFunc(b, func(r rune) bool { return r < 0x80 && control(byte(r)) }) {
		b = bytes.Map(func(r rune) rune {
			if r < 0x80 && control(byte(r)) {
				return -1
			}
			return r
		}, b)
	}
	return b
}

// rawTexts is the text of a node whose children are raw, on one line.
func (w *proseWriter) rawTexts(n ast.Node) string {
	var b []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b = appendSpaced(b, c.(*ast.Text).Segment.Value(w.src))
	}
	return string(b)
}

// formula is the TeX of a formula without its dollar signs.
func (w *proseWriter) formula(n *Math) string {
	var b []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b = append(b, c.(*ast.Text).Segment.Value(w.src)...)
	}
	return string(bytes.TrimSpace(bytes.Trim(b, "$")))
}

// element is the node of an element that may stand in a line. A Group has no meaning of its own.
func element(name string, attrs []html.Attribute) *prose.Node {
	x := &prose.Node{Kind: prose.Group}
	for i, a := range attrs {
		switch v, ok := attrValue(a); {
		case a.Namespace != "" || repeated(attrs[:i], a.Key) && a.Key != "href" && a.Key != "src" && a.Key != "alt":
		case name == "a" && a.Key == "href", name == "img" && a.Key == "src":
			x.Dest = a.Val
		case name == "img" && a.Key == "alt":
			x.Text = a.Val
		case a.Key == "title":
			x.Title = v
		case a.Key == "lang" && ok:
			x.Lang = v
		}
	}
	if unsafe(x.Dest) {
		x.Dest = ""
	}
	switch name {
	case "b", "strong":
		x.Kind = prose.Strong
	case "i", "em":
		x.Kind = prose.Emphasis
	case "del", "s":
		x.Kind = prose.Deleted
	case "code":
		x.Kind = prose.Code
	case "a":
		x.Kind = prose.Link
	case "img":
		x.Kind = prose.Image
	case "br":
		x.Kind = prose.Break
	case "span":
		if x.Title != "" || x.Lang != "" {
			x.Kind, x.Name = prose.Span, name
		}
	default:
		if inlineTags[name] && name != "rb" && name != "wbr" {
			x.Kind, x.Name = prose.Span, name
		}
	}
	return x
}
