package site

import (
	"strings"
	"testing"
)

const linked = `
-- articles/2026/a.md --
%s
-- articles/2026/b.md --
## 小标题 {#part}

字。
-- articles/c/index.md --
-- articles/c/fig.png --
-- articles/c/demo.HTML --
-- articles/2026/数据 1.pdf --
-- articles/2026/b.ko.md --
-- articles/draft.md --
---
title: 草稿
date: 2026-01-01
status: draft
---
## 草案
-- about.md --
-- events/e.md --
---
title: 讲座
start: 2026-09-19
venue: 礼堂
---
-- static/file.zip --
`

// TestLinks follows one link of articles/2026/a.md in each case.
func TestLinks(t *testing.T) {
	for _, c := range []struct{ text, url, frag string }{
		{"[x](b.md)", "articles/2026/b/", ""},
		{"[x](./b.md#part)", "articles/2026/b/", "#part"},
		{"[x](../c/index.md)", "articles/c/", ""},
		{"[x](../../about.md)", "about/", ""},
		{"[x](/articles/2026/b.md)", "articles/2026/b/", ""},
		{"[x](b.ko.md)", "ko/articles/2026/b/", ""},
		{"[x](../2026/b/)", "articles/2026/b/", ""}, // an address, but as seen from the file
		{"[x](/articles/2026/b/)", "articles/2026/b/", ""},
		{"[x](/articles/2026/b)", "articles/2026/b", ""},
		{"[x](/articles/)", "articles/", ""},
		{"[x](/agenda/)", "agenda/", ""},
		{"[x](/archive/2026/)", "archive/2026/", ""},
		{"[x](/)", "", ""},
		{"[x](/atom.xml)", "atom.xml", ""},
		{"[x](/ko/feed.json)", "ko/feed.json", ""},
		{"[x](/file.zip)", "file.zip", ""},
		{"[x](/articles/?q=%E5%AD%97)", "articles/?q=%E5%AD%97", ""},
		{"[x](<数据 1.pdf>)", "articles/2026/数据 1.pdf", ""},
		{"[x](%E6%95%B0%E6%8D%AE%201.pdf)", "articles/2026/数据 1.pdf", ""},
		{"[x](../draft.md)", "", ""},
		{"[x](../draft.md#草案)", "", ""},
		{"[x](#top)", "", "#top"},
		{"[x](https://example.org/a#b)", "https://example.org/a#b", ""},
		{"[x](//example.org/a)", "//example.org/a", ""},
		{"[x](mailto:a@example.org)", "mailto:a@example.org", ""},
		{"[x](tel:0431-12345)", "tel:0431-12345", ""},
		{"![x](../c/fig.png)", "articles/c/fig.png", ""},
		{"![x](/articles/c/fig.png?raw=1)", "articles/c/fig.png", ""},
	} {
		s, ds := graph(t, strings.Replace(linked, "%s", c.text, 1))
		if len(ds) > 0 {
			t.Errorf("%s: %s", c.text, told(ds))
			continue
		}
		if got := entry(t, s, "articles/2026/a").Links[0]; got.URL != c.url || got.Fragment != c.frag {
			t.Errorf("%s leads to %q, %q", c.text, got.URL, got.Fragment)
		}
	}
}

func TestBrokenLinks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[x](nope.md)", "broken-link"},
		{"[x](B.md)", "broken-link ~b.md"},
		{"[x](about.md)", "broken-link ~../../about.md"},
		{"[x](b.html)", "broken-link ~b.md"},
		{"[x](b.md#prat)", "broken-anchor ~part"},
		{"[x](#part)", "broken-anchor"},
		{"[x](www.example.cn)", "broken-link ~https://www.example.cn"},
		{"[x](example.org/a?b)", "broken-link ~https://example.org/a?b"},
		{"[x](/articles/2026/z/)", "broken-link"},
		{"[x](/topics/)", "broken-link"},
		{"[x](../../../about.md)", "broken-link"},
		{"[x](..)", "broken-link"},
		{"[x](http://[::1)", "broken-link"},
		{"[x](%zz)", "broken-link"},
		{"[x](../c/demo.HTML)", "unsafe-link"},
		{"![x](fig.png)", "missing-image"},
		{"![x](../c/Fig.PNG)", "missing-image ~../c/fig.png"},
		{"![x](../../../fig.png)", "missing-image"},
		{"![x](%00)", "missing-image"},
		{"![x](https://example.org/a.png)", "external-image"},
		{"![x](//example.org/a.png)", "external-image"},
		{"字<img src=\"http://example.org/a.png\" alt=\"x\">", "external-image"},
		{"[x](a2.md)", "broken-link"}, // near is only the text itself
		{"[x](bb.md)", "broken-link ~b.md"},
		{"![x](..)", "missing-image"},
	} {
		_, ds := graph(t, strings.Replace(linked, "%s", c.text, 1))
		got := told(ds)
		if _, got, _ := strings.Cut(strings.TrimSpace(got), " "); got != c.want || len(ds) != 1 {
			t.Errorf("%s: got %q, want %q", c.text, told(ds), c.want)
		}
		if len(ds) == 1 && (ds[0].Pos.File != "content/articles/2026/a.md" || ds[0].Pos.Line != 5 || ds[0].Pos.Col < 2) {
			t.Errorf("%s: at %v", c.text, ds[0].Pos)
		}
	}
}

// TestUsed: what pages refer to is published, once, and nothing else.
func TestUsed(t *testing.T) {
	s := good(t, strings.Replace(linked, "%s", "![x](../c/fig.png) [x](../c/fig.png)", 1))
	if got := strings.Join(s.Used, " "); got != "articles/c/fig.png" {
		t.Errorf("got %s", got)
	}
}

// TestLinksStayInLanguage: a link goes to the translation where there is one.
func TestLinksStayInLanguage(t *testing.T) {
	s := good(t, `
-- articles/a.md --
[x](b.md) [y](c.md)
-- articles/a.ko.md --
[x](b.md) [y](c.md) [z](b.ko.md)
-- articles/b.md --
-- articles/b.ko.md --
-- articles/c.md --
`)
	for address, want := range map[string]string{
		"articles/a":    "articles/b/ articles/c/",
		"ko/articles/a": "ko/articles/b/ articles/c/ ko/articles/b/",
	} {
		var got []string
		for _, l := range entry(t, s, address).Links {
			got = append(got, l.URL)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}
