package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// balance reads the page as a browser does and writes it down again, so that every element that is
// open ends, none ends that is not open, and what was misplaced is where a browser puts it. It is
// false if the HTML is too deep to be read.
func (p *page) balance() bool {
	div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	roots, err := html.ParseFragment(bytes.NewReader(p.buf), div)
	if err != nil {
		return false
	}
	b := balancer{page: p, from: p.refs, buf: p.buf[:0]}
	for _, n := range roots {
		b.node(n)
	}
	p.buf, p.refs = b.buf, b.refs
	return true
}

// A balancer writes HTML nodes and renumbers the open places, which the parser may have moved or doubled.
type balancer struct {
	*page
	buf        []byte
	from, refs []Ref
}

func (b *balancer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.escape(n.Data)
	case html.ElementNode:
		if n.Data == "p" && n.FirstChild == nil { // all that an end tag without a start leaves
			return
		}
		if n.Data == "a" && !visible(n) { // a link around blocks, or around nothing
			b.children(n)
			return
		}
		b.buf = append(append(b.buf, '<'), n.Data...)
		for _, a := range n.Attr {
			b.attr(a)
		}
		b.buf = append(b.buf, '>')
		if n.Data == "pre" && n.FirstChild != nil && n.FirstChild.Type == html.TextNode && n.FirstChild.Data[0] == '\n' {
			b.buf = append(b.buf, '\n') // the parser took the first one
		}
		if n.Data == "details" && summaryOf(n) == nil {
			b.buf = append(b.buf, "<summary>"...)
			b.escape(b.say.titles["details"])
			b.buf = append(b.buf, "</summary>"...)
		}
		b.children(n)
		if !voidTags[n.Data] && n.Data != "input" {
			b.buf = append(append(append(b.buf, "</"...), n.Data...), '>')
		}
	}
}

func (b *balancer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.node(c)
	}
}

func visible(n *html.Node) bool {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data) != ""
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if visible(c) {
			return true
		}
	}
	return n.Data == "img"
}

// summaryOf is what shows of a details element that is closed, nil where its author gave it none.
func summaryOf(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == "summary" {
			return c
		}
	}
	return nil
}

func (b *balancer) attr(a html.Attribute) {
	if a.Key == placeKey {
		if i, err := strconv.Atoi(a.Val); err == nil && i < len(b.from) {
			b.refs = append(b.refs, b.from[i])
			b.buf = append(b.buf, place)
		}
		return
	}
	b.buf = append(append(b.buf, ' '), a.Key...)
	if a.Val != "" || a.Key == "alt" || a.Key == "title" {
		b.buf = append(b.buf, '=', '"')
		b.escape(a.Val)
		b.buf = append(b.buf, '"')
	}
}

func (b *balancer) escape(s string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '&':
			b.buf = append(b.buf, "&amp;"...)
		case '<':
			b.buf = append(b.buf, "&lt;"...)
		case '>':
			b.buf = append(b.buf, "&gt;"...)
		case '"':
			b.buf = append(b.buf, "&quot;"...)
		default:
			b.buf = append(b.buf, s[i])
		}
	}
}
