package wechat

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kepu/internal/channel/wechat/inline"
)

// parsed reads what other packages write, formulas and drawings, as elements.
func parsed(markup string) []*inline.Element {
	nodes, err := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, DataAtom: atom.Section, Data: "section"})
	if err != nil { // a Reader of a string has none
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
	switch {
	case n.Namespace == "" && (n.Data == "sub" || n.Data == "sup"):
		e.Tag, e.Class = "span", n.Data
	case n.Data == "svg":
		e.Class = "drawing"
	}
	for _, a := range n.Attr {
		e.Attrs = append(e.Attrs, inline.Attr{Name: a.Key, Value: a.Val})
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		e.Nodes = append(e.Nodes, element(c))
	}
	return e
}
