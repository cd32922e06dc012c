package wechat

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/inline"
)

// A drawing stands for itself in the tree by its number: it brings its own
// attributes, and needs no styles.
const drawingMark = `<svg id="%"></svg>`

// aside puts a drawing aside, and gives an element in its place.
func (w *writer) aside(svg string) *inline.Element {
	e := el("svg", "")
	e.Attrs = []inline.Attr{{Name: "id", Value: strconv.Itoa(len(*w.drawings))}}
	*w.drawings = append(*w.drawings, strings.Replace(drawingMark, "%", e.Attrs[0].Value, 1), svg)
	return e
}

// html is a tree as HTML with styles.
func (w *writer) html(sheet *inline.Sheet, tree *inline.Element) string {
	var b bytes.Buffer
	sheet.Write(&b, tree)
	return strings.NewReplacer(*w.drawings...).Replace(b.String())
}

// formed reads a formula in HTML as elements. The editor has no sub and sup.
func formed(formula string) []*inline.Element {
	section := &html.Node{Type: html.ElementNode, DataAtom: atom.Section, Data: "section"}
	nodes, err := html.ParseFragment(strings.NewReader(formula), section)
	if err != nil { // only a Reader has errors
		panic(err)
	}
	var out []*inline.Element
	for _, n := range nodes {
		out = append(out, element(n))
	}
	return out
}

func element(n *html.Node) *inline.Element {
	if n.Type != html.ElementNode {
		return text(n.Data)
	}
	e := el(n.Data, "")
	if n.Data == "sub" || n.Data == "sup" {
		e.Tag, e.Class = "span", n.Data
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		e.Nodes = append(e.Nodes, element(c))
	}
	return e
}

const imgStart = `<img src="`

// addressLength is how many characters the address of an uploaded picture is
// taken to have. Those that uploadimg gives have 115 to 150.
const addressLength = 150

// characters counts what a text takes of WeChat's 20,000: every character of its
// HTML, tags, styles and the addresses of pictures included, a Han character as
// one. (Counting bytes or UTF-16 would be stricter; published tools count
// characters.) Addresses are not known yet.
func characters(html string) int {
	n := channel.Characters(html)
	for {
		_, rest, found := strings.Cut(html, imgStart)
		if !found {
			return n
		}
		n += addressLength - strings.IndexByte(rest, '"')
		html = rest
	}
}
