package site

import (
	"strconv"
	"strings"
	"testing"

	"kepu/internal/diag"
)

func TestReferences(t *testing.T) {
	s := good(t, `
-- site.yaml --
owner: jlast
home: {lead: 2026/a}
-- articles/a.md --
---
title: 甲
date: 2026-01-01
organization: jlast
scientists: [nan]
events: [2026/fair]
---
-- articles/2026/a.md --
---
title: 又一个甲
date: 2026-01-01
scientists: [nan, draft]
series: col
---
-- articles/b.md --
---
title: 乙
date: 2026-01-01
events: [fair]
---
-- events/2025/fair.md --
---
title: 集市
start: 2025-01-01
venue: 广场
---
-- events/2026/fair.md --
---
title: 集市
start: 2026-01-01
venue: 广场
speakers: [张三, {person: nan}]
---
-- events/fair.md --
---
title: 总集市
start: 2026-01-02
venue: 广场
---
-- scientists/nan.md --
---
title: 南
pinyin: Nán
sources: [{title: 书}]
---
-- scientists/draft.md --
---
title: 草稿
pinyin: Cǎo
sources: [{title: 书}]
status: draft
---
-- organizations/jlast.md --
---
title: 科协
kind: association
---
-- series/col.md --
---
title: 专栏
kind: column
---
`)
	if e := entry(t, s, "articles/2026/a"); len(e.Out) != 2 || e.Target("scientists").Slug != "nan" || e.Target("series").Slug != "col" {
		t.Errorf("a reference to a draft must lead nowhere: %+v", e.Out)
	}
	// A whole path wins over the tail of a longer one, or nothing could name it.
	if got := entry(t, s, "articles/b").Target("events"); got == nil || got.Key != "events/fair" {
		t.Errorf("fair is %v", got)
	}
	nan := entry(t, s, "scientists/nan")
	if got := titles(nan.From("articles", "scientists")); got != "a a" {
		t.Errorf("articles of nan: %s", got)
	}
	if got := titles(nan.From("events", "speakers", "scientists")); got != "fair" {
		t.Errorf("events of nan: %s", got)
	}
	if o := s.Find("organizations", "jlast", "ko"); o == nil || o.Slug != "jlast" {
		t.Error("the owner is not found")
	}
	if a := s.Find("articles", "2026/a", "zh-CN"); a == nil || a.Key != "articles/2026/a" {
		t.Error("the lead story is not found")
	}
	if a := s.Find("articles", "a", "zh-CN"); a != nil {
		t.Error("an entry is found that no setting names")
	}
}

func TestWrongReferences(t *testing.T) {
	_, ds := graph(t, `
-- site.yaml --
owner: jlats
home:
  lead: c
-- articles/a.md --
---
title: 甲
date: 2026-01-01
organization: jlats
scientists:
  - a
  - nbody
---
-- articles/2025/c.md --
-- articles/2026/c.md --
-- organizations/jlast.md --
---
title: 科协
kind: association
---
-- scientists/nobody.md --
---
title: 无名
pinyin: Wú Míng
sources: [{title: 书}]
---
`)
	want := `articles/a.md:4:15 dangling-reference ~jlast
articles/a.md:6:5 dangling-reference
articles/a.md:7:5 dangling-reference ~nobody
site.yaml:1:8 dangling-reference ~jlast
site.yaml:3:9 ambiguous-reference
`
	if told(ds) != want {
		t.Errorf("got\n%s", told(ds))
	}
	for _, d := range ds {
		text := d.Message(diag.Chinese) + d.Hint(diag.Chinese)
		if strings.Contains(text, "[") {
			t.Errorf("an index that no editor knows: %s", text)
		}
		if d.Code == diag.AmbiguousRef && !strings.Contains(text, "2025/c、2026/c") {
			t.Errorf("the ways to write it are missing: %s", text)
		}
	}
}

func chain(n, back int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("-- organizations/o" + strconv.Itoa(i) + ".md --\n---\ntitle: 会\nkind: society\n")
		if i+1 < n {
			b.WriteString("parent: o" + strconv.Itoa(i+1) + "\n")
		} else if back >= 0 {
			b.WriteString("parent: o" + strconv.Itoa(back) + "\n")
		}
		b.WriteString("---\n")
	}
	return b.String()
}

// TestLoops: every member of a loop is told, and nobody else.
func TestLoops(t *testing.T) {
	for _, c := range []struct{ n, back, members int }{
		{1, -1, 0}, {300, -1, 0}, {1, 0, 1}, {2, 0, 2}, {5, 3, 2}, {300, 0, 300}, {300, 200, 100},
	} {
		_, ds := graph(t, chain(c.n, c.back))
		if len(ds) != c.members {
			t.Errorf("%d organizations, the last below %d: %d messages, want %d", c.n, c.back, len(ds), c.members)
		}
		for _, d := range ds {
			if d.Code != diag.OrganizationLoop || len(d.Args[0]) > 200 {
				t.Errorf("%s: %v", d.Code, d.Args)
			}
		}
	}
}

// TestTaken: an entry that lies where a page of another one goes is told.
func TestTaken(t *testing.T) {
	const route = "---\ntitle: 路\nstops: [{name: 甲, coordinates: {lat: 43, lng: 125}}, {name: 乙, coordinates: {lat: 44, lng: 125}}]\n---\n"
	for in, want := range map[string]string{
		person("by/field/x", ""):    "scientists/by/field/x.md:0:0 same-address\n",
		person("anniversaries", ""): "scientists/anniversaries.md:0:0 same-address\n",
		person("bystander", ""):     "",
		org("a", "association", "", "") + org("a/all", "association", "a", ""): "organizations/a/all.md:0:0 same-address\n",
		org("all", "association", "", ""):                                      "",
		"-- routes/r.md --\n" + route + "-- routes/r/guide.md --\n" + route:    "routes/r/guide.md:0:0 same-address\n",
		"-- routes/guide.md --\n" + route:                                      "",
	} {
		if _, ds := graph(t, in); told(ds) != want {
			t.Errorf("%s\ngot %s", in, told(ds))
		}
	}
}

func TestAliases(t *testing.T) {
	for alias, want := range map[string]string{
		"/old/": "", "/old": "", "/old.html": "", "/旧/": "", "/a/b/c/": "",
		"/articles/b/": "alias-taken", "/articles/a": "alias-taken", "/Articles/B/": "alias-taken", "/articles/": "alias-taken",
		"/topics/天文/": "alias-taken", "/atom.xml": "alias-taken", "/robots.txt": "alias-taken", "/taken/": "alias-taken", "/archive/2026/": "alias-taken",
		"old": "bad-alias ~/old", "/a/../b": "bad-alias ~/b", "/a?b": "bad-alias ~/a", "/a#b": "bad-alias ~/a", "//a.cn/b": "bad-alias ~/b",
		"https://a.cn/b": "bad-alias ~/b", "/%61": "bad-alias ~/a", "/": "bad-alias", "..": "bad-alias", `/a\b`: "bad-alias", "/<b>": "bad-alias",
	} {
		_, ds := graph(t, `
-- articles/a.md --
---
title: 甲
date: 2026-01-01
topics: [天文]
aliases:
  - '`+alias+`'
---
-- articles/b.md --
-- static/taken/index.html --
-- static/taken --
`)
		got := strings.TrimSpace(strings.ReplaceAll(told(ds), "articles/a.md:6:5 ", ""))
		if got != want {
			t.Errorf("%s: got %q, want %q", alias, got, want)
		}
	}
}
