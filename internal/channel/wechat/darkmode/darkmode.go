// Package darkmode tells how an article looks where a reader's phone is dark:
// there WeChat converts the colours of every article, by rules that it has
// published (github.com/wechatjs/mp-darkmode, doc/cn/principle.md). Where those
// are not exact, numbers were found by asking the published program; the tests
// have its answers.
//
// Drawings (SVG) and photographs are left alone there, and so here.
package darkmode

import (
	"strings"

	"golang.org/x/net/html"
)

// HTML gives an article as it is shown in the dark: HTML whose style attributes
// hold converted colours, for a ground of #191919.
func HTML(light string) string {
	var b strings.Builder
	b.Grow(len(light) + len(light)/8)
	walk(light, &b, nil)
	return b.String()
}

// walk follows HTML from tag to tag. Where b is given it writes the HTML in the
// dark to it, where f is given it calls that for each run of text.
func walk(source string, b *strings.Builder, f func(e *element, text string)) {
	z := html.NewTokenizer(strings.NewReader(source))
	open := []element{page}
	drawing := 0 // how many of the open elements, from the first svg on, are a drawing
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return // its end: there are no other errors in a string
		}
		raw := z.Raw()
		top := &open[len(open)-1]
		switch kind {
		case html.TextToken:
			if f != nil && drawing == 0 {
				f(top, string(z.Text()))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if i := opened(open, string(name)); i > 0 {
				drawing = max(0, drawing-(len(open)-i))
				open = open[:i]
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if kind == html.StartTagToken && drawing > 0 {
				drawing++
			}
			token := z.Token()
			if token.Data == "svg" && drawing == 0 {
				drawing = 1
			}
			e := *top
			e.tag = token.Data
			if i := styleOf(&token); i >= 0 && drawing == 0 {
				e, token.Attr[i].Val = within(*top, token.Data, token.Attr[i].Val)
				raw = []byte(token.String())
			}
			if kind == html.StartTagToken && !void(token.Data) {
				open = append(open, e)
			}
		}
		if b != nil {
			b.Write(raw)
		}
	}
}

// opened is the index of the last open element with a tag, 0 if there is none.
func opened(open []element, tag string) int {
	i := len(open) - 1
	for i > 0 && open[i].tag != tag {
		i--
	}
	return i
}

func styleOf(t *html.Token) int {
	for i := range t.Attr {
		if t.Attr[i].Key == "style" {
			return i
		}
	}
	return -1
}

// void reports whether an element has no end tag.
func void(tag string) bool {
	switch tag {
	case "br", "hr", "img", "wbr", "col", "input":
		return true
	}
	return false
}
