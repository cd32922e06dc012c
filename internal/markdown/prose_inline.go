package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"kepu/internal/prose"
)

// maxElements is how deep elements of raw HTML nest in a line before they make no nodes.
const maxElements = 60

// A run is inline nodes being made, those of the elements that are open among them.
type run struct {
	nodes []*prose.Node
	text  []byte // not yet a node
	line  int    // of text
	kind  prose.Kind
	open  []opened
	depth int
}

// An opened is an element that is open in a run.
type opened struct {
	node  *prose.Node   // nil if what is inside stands by itself
	nodes []*prose.Node // those before it
	kind  prose.Kind    // of text before it
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

// begin opens an element, which makes no node if x is nil. Text inside is of the given kind.
func (r *run) begin(x *prose.Node, kind prose.Kind) {
	if x != nil || kind != r.kind {
		r.add()
	}
	o := opened{node: x, kind: r.kind}
	if x != nil {
		o.nodes, r.nodes = r.nodes, nil
		r.depth++
	}
	r.kind = kind
	r.open = append(r.open, o)
}

// end closes an element. One that shows nothing goes, unless it is a link, which is one of Doc.Refs.
func (r *run) end() {
	last := len(r.open) - 1
	o := r.open[last]
	r.open = r.open[:last]
	if o.node != nil || o.kind != r.kind {
		r.add()
	}
	r.kind = o.kind
	if o.node == nil {
		return
	}
	r.depth--
	o.node.Nodes, r.nodes = r.nodes, o.nodes
	if len(o.node.Nodes) > 0 || o.node.Kind == prose.Link {
		r.nodes = append(r.nodes, o.node)
	}
}

// inline makes nodes of what stands in a line under n.
func (w *proseWriter) inline(n ast.Node) []*prose.Node {
	r := run{kind: prose.Text}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		tag, ok := c.(*htmlTag)
		switch {
		case !ok:
			w.span(&r, c)
		case tag.close:
			if tag.name == "a" {
				w.leaveLink()
			}
			r.end()
		default:
			w.tag(&r, tag)
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
		r.add(&prose.Node{Kind: prose.Code, Text: w.rawTexts(n), Line: w.lineIn(n)})
	case *Math:
		r.add(&prose.Node{Kind: prose.Math, Text: w.formula(n), Line: w.lineIn(n)})
	case *ast.Emphasis:
		kind := prose.Emphasis
		if n.Level == 2 {
			kind = prose.Strong
		}
		r.add(&prose.Node{Kind: kind, Nodes: w.inline(n)})
	case *east.Strikethrough:
		r.add(&prose.Node{Kind: prose.Deleted, Nodes: w.inline(n)})
	case *ast.Link:
		linked := w.openLink(true)
		nodes := w.inline(n)
		w.leaveLink()
		if !linked { // within a link of raw HTML
			r.add(nodes...)
			break
		}
		x := w.link(string(unescape(n.Destination)), w.destOffset(n.Destination, n))
		x.Title, x.Nodes = string(w.readable(n.Title)), nodes
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
			r.add(&prose.Node{Kind: prose.NoteRef, Level: n.Index, Line: w.lineOf(n.Pos())})
		}
	case *east.FootnoteBacklink, *east.TaskCheckBox:
	default:
		r.add(w.inline(n)...)
	}
}

// tag begins an element of raw HTML, or adds one that has no content.
func (w *proseWriter) tag(r *run, tag *htmlTag) {
	x := element(tag.name, tag.attr)
	x.Line = w.lineOf(tag.Pos())
	kind := r.kind
	switch {
	case tag.name == "wbr":
		return
	case x.Kind == prose.Image && x.Dest == "":
		r.str([]byte(x.Text), x.Line)
		return
	case x.Kind == prose.Image, x.Kind == prose.Break:
		r.add(x)
		return
	case x.Kind == prose.Link:
		if !w.openLink(x.Dest != "") {
			x = nil
		}
	case x.Kind == prose.Code:
		x, kind = nil, prose.Code
	case x.Kind == prose.Group, r.depth >= maxElements:
		x = nil
	}
	r.begin(x, kind)
}

func (w *proseWriter) link(dest string, off int) *prose.Node {
	return &prose.Node{Kind: prose.Link, Dest: dest, Line: w.lineOf(off)}
}

// leaveLink is closeLink without its tag.
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

// lineIn is the line where the text of a node begins.
func (w *proseWriter) lineIn(n ast.Node) int {
	if first, ok := n.FirstChild().(*ast.Text); ok {
		return w.lineOf(first.Segment.Start)
	}
	return 0
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
