// Package darkmode tells how an article looks where a reader's phone is dark:
// there WeChat converts the colours of every article, by rules that it has
// published (github.com/wechatjs/mp-darkmode, doc/cn/principle.md). Where those
// are not exact, numbers were found by asking the published program; the tests
// have its answers.
//
// Drawings (SVG) and photographs are left alone there, and so here.
package darkmode

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// HTML gives an article as it is shown in the dark: HTML whose style attributes
// hold converted colours, for a ground of #191919. Style attributes of the article
// are written style="…", as package inline does.
func HTML(light string) string {
	var b strings.Builder
	b.Grow(len(light) + len(light)/8)
	walk(light, &b, nil)
	return b.String()
}

// walk follows HTML from tag to tag. Where b is given it writes the HTML in the
// dark to it, where f is given it calls that for each run of text, which is not
// unescaped.
func walk(source string, b *strings.Builder, f func(e *element, text []byte)) {
	z := html.NewTokenizer(strings.NewReader(source))
	open, tags := []element{page}, []string{""}
	drawing := 0 // the open element that is a drawing, if there is one
	seen := memory{}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return // its end: there are no other errors in a string
		}
		raw := z.Raw()
		top := &open[len(open)-1]
		switch kind {
		case html.TextToken:
			write(b, raw)
			if f != nil && drawing == 0 {
				f(top, raw)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			e := *top
			if from, to := styleOf(raw); from < to && drawing == 0 {
				var dark []byte
				e, dark = seen.within(top, raw[from:to])
				write(b, raw[:from])
				write(b, dark)
				write(b, raw[to:])
			} else {
				write(b, raw)
			}
			tag := name(raw[1:])
			if kind == html.SelfClosingTagToken || void(tag) {
				break
			}
			if tag == "svg" && drawing == 0 {
				drawing = len(open)
			}
			open, tags = append(open, e), append(tags, tag)
		case html.EndTagToken:
			write(b, raw)
			if i := opened(tags, name(raw[2:])); i > 0 {
				open, tags = open[:i], tags[:i]
			}
			if len(open) <= drawing {
				drawing = 0
			}
		default:
			write(b, raw)
		}
	}
}

func write(b *strings.Builder, text []byte) {
	if b != nil {
		b.Write(text)
	}
}

// name is what a tag begins with, after the < or </.
func name(tag []byte) string {
	if i := bytes.IndexAny(tag, " \t\n\f\r/>"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(string(tag))
}

// styleOf finds the value of the style attribute in a tag.
func styleOf(tag []byte) (from, to int) {
	const name = ` style="`
	quote := byte(0)
	for i, c := range tag {
		switch {
		case quote == 0 && bytes.HasPrefix(tag[i:], []byte(name)):
			from = i + len(name)
			return from, from + max(0, bytes.IndexByte(tag[from:], '"'))
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return 0, 0
}

// opened is the index of the last open element with a tag, 0 if there is none.
func opened(tags []string, tag string) int {
	i := len(tags) - 1
	for i > 0 && tags[i] != tag {
		i--
	}
	return i
}

// void reports whether an element has no end tag.
func void(tag string) bool {
	switch tag {
	case "br", "hr", "img", "wbr", "col", "input":
		return true
	}
	return false
}
