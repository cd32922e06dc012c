package inline_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/channel/wechat/themes"
)

// FuzzWrite checks, for any sheet and any tree, that the HTML says the same text
// in elements of the tree, has no classes and is the same when written again.
func FuzzWrite(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.sheet, s.tree)
	}
	f.Add(themes.Source("lake"), article(f))
	f.Add(`p,.a>b:last-child{border:solid;font:1px a}`, `<p class="a b">&lt;<b>`)
	f.Fuzz(func(t *testing.T, source, tree string) {
		sheet, err := inline.Parse([]byte(source))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "line ") {
				t.Errorf("an error without a line: %v", err)
			}
			return
		}
		root := treeOf(tree)
		var b, again bytes.Buffer
		sheet.Write(&b, root)
		sheet.Write(&again, root)
		if b.String() != again.String() {
			t.Errorf("%s\nand then\n%s", &b, &again)
		}
		written := treeOf(b.String())
		check(t, written)
		if text(root) != text(written) {
			t.Errorf("%q became %q\n%s", text(root), text(written), &b)
		}
	})
}

// treeOf makes a tree of any HTML, of elements that need no others around them.
func treeOf(source string) *inline.Element {
	root := &inline.Element{Tag: "section"}
	open := []*inline.Element{root}
	for z := html.NewTokenizer(strings.NewReader(source)); ; {
		top := open[len(open)-1]
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return root
		case html.TextToken:
			top.Nodes = append(top.Nodes, &inline.Element{Text: string(z.Text())})
		case html.StartTagToken:
			token := z.Token()
			e := &inline.Element{Tag: plainTag(token.Data)}
			for _, a := range token.Attr {
				if a.Key == "class" {
					e.Class = a.Val
				} else if a.Key == "style" || a.Key == "title" {
					e.Attrs = append(e.Attrs, inline.Attr{Name: a.Key, Value: a.Val})
				}
			}
			top.Nodes = append(top.Nodes, e)
			if e.Tag != "br" && len(open) < 30 {
				open = append(open, e)
			}
		case html.EndTagToken:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		}
	}
}

// plainTag is one of a few tags that tokenizers do not treat specially.
func plainTag(tag string) string {
	for _, known := range strings.Fields("section p span b strong li table td br h2 pre a") {
		if tag == known {
			return tag
		}
	}
	return "span"
}

func check(t *testing.T, e *inline.Element) {
	if e.Class != "" {
		t.Errorf("a class was written: %s", e.Class)
	}
	for _, a := range e.Attrs {
		if a.Name == "style" && strings.ContainsAny(a.Value, "<>{}\"\\") {
			t.Errorf("a style was written: %s", a.Value)
		}
	}
	for _, child := range e.Nodes {
		check(t, child)
	}
}

func text(e *inline.Element) string {
	s := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(e.Text)
	for _, child := range e.Nodes {
		s += text(child)
	}
	return s
}

func BenchmarkWrite(b *testing.B) {
	theme, _ := themes.Find("lake")
	tree := grow(b, article(b))
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		theme.Sheet.Write(&out, tree)
	}
}
