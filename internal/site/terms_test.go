package site

import (
	"fmt"
	"strings"
	"testing"

	"kepu/internal/content"
)

func TestTerms(t *testing.T) {
	s := good(t, `
-- site.yaml --
topics:
  - {name: 航天, slug: space, ko: 우주, en: Space}
  - {name: 天文, slug: astronomy}
-- articles/a.md --
---
title: 甲
date: 2026-01-01
topics: [天文, Space, 航天, 우주]
cities: [长春市, 吉林市]
---
-- articles/b.md --
---
title: 乙
date: 2026-01-02
topics: [ASTRONOMY]
---
-- articles/a.ko.md --
---
title: 갑
date: 2026-01-01
topics: [space]
---
`)
	zh, ko := s.Locales[0], s.Locales[1]
	var names []string
	for _, term := range zh.Terms[Topics] {
		names = append(names, term.Name+" "+term.Address+" "+titles(term.Entries))
	}
	if got := strings.Join(names, "; "); got != "航天 topics/space/ a; 天文 topics/astronomy/ b a" {
		t.Errorf("in the order of the settings, the newest entry first: %s", got)
	}
	if got := ko.Terms[Topics][0]; got.Name != "우주" || got.Address != "ko/topics/space/" {
		t.Errorf("in Korean: %+v", got)
	}
	if got := zh.Terms[Cities]; len(got) != 2 || got[0].Address != "cities/吉林市/" {
		t.Errorf("without a register by slug: %+v", got)
	}
	if got := entry(t, s, "articles/a").Of(Topics); len(got) != 2 || got[0].Slug != "astronomy" {
		t.Errorf("each once, in the order of the entry: %+v", got)
	}
}

func TestUnknownTerms(t *testing.T) {
	_, ds := graph(t, `
-- site.yaml --
topics: [{name: 天文, slug: astronomy}, {name: 航天}]
-- articles/a.md --
---
title: 甲
date: 2026-01-01
topics: [天文学, asronomy, 化学, "  "]
cities: [随便]
---
`)
	want := "articles/a.md:4:10 unknown-term ~天文\narticles/a.md:4:15 unknown-term ~天文\narticles/a.md:4:25 unknown-term\n"
	if got := told(ds); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
}

func TestTermSlug(t *testing.T) {
	for name, want := range map[string]string{
		"天文": "天文", "C++": "c++", ".NET": "net", "Node.js": "node.js", "a / b": "a-b", "A&B": "a-b", "  x  ": "x", "——": "", "🌾": "", "": "",
		"../..": "", "а́": "а́", "한글": "한글", "5%": "5", "a..": "a", "《水稻》": "水稻",
	} {
		if got := TermSlug(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestRelated(t *testing.T) {
	var b strings.Builder
	article := func(name, date, fields string) {
		fmt.Fprintf(&b, "-- articles/%s.md --\n---\ntitle: %s\ndate: %s\n%s---\n", name, name, date, fields)
	}
	b.WriteString("-- site.yaml --\nlists: {related: 3}\n")
	b.WriteString("-- scientists/nan.md --\n---\ntitle: 南\npinyin: Nán\nsources: [{title: 书}]\n---\n")
	article("me", "2026-01-10", "topics: [天文]\ncities: [长春]\nscientists: [nan]\n")
	article("person", "2020-01-01", "scientists: [nan]\n")
	article("topic-far", "2021-01-01", "topics: [天文]\n")
	article("topic-near", "2026-01-11", "topics: [天文]\n")
	article("city", "2026-01-10", "cities: [长春]\n")
	article("none", "2026-01-10", "")
	article("me.ko", "2026-01-10", "topics: [天文]\n")
	s := good(t, b.String())
	if got := titles(entry(t, s, "articles/me").Related); got != "person topic-near topic-far" {
		t.Errorf("got %s", got)
	}
	if got := titles(entry(t, s, "articles/none").Related); got != "" {
		t.Errorf("nothing in common, but related: %s", got)
	}
	for _, e := range s.Entries {
		for _, r := range e.Related {
			if r.Key == e.Key || r.Locale != e.Locale {
				t.Errorf("%s is related to %s", e.Address, r.Address)
			}
		}
	}
}

// TestNeighbours: from the oldest to the newest and back.
func TestNeighbours(t *testing.T) {
	s := good(t, "-- articles/a.md --\n---\ntitle: a\ndate: 2026-01-02\n---\n-- articles/b.md --\n---\ntitle: b\ndate: 2026-01-03\n---\n-- articles/c.md --\n---\ntitle: c\ndate: 2026-01-01\n---\n-- p.md --\n-- q.md --\n")
	if got := titles(s.Locales[0].ByKind[content.Articles]); got != "b a c" {
		t.Errorf("got %s", got)
	}
	a := entry(t, s, "articles/a")
	if a.Next.Slug != "b" || a.Prev.Slug != "c" || a.Next.Next != nil || a.Prev.Prev != nil {
		t.Error("wrong neighbours")
	}
	if p := entry(t, s, "p"); p.Next != nil || p.Prev != nil {
		t.Error("plain pages have no order")
	}
}

// TestUnpublished: drafts and what has expired are not there, and come back.
func TestUnpublished(t *testing.T) {
	const text = "-- articles/a.md --\n---\ntitle: a\ndate: 2026-01-02\nstatus: draft\n---\n-- articles/b.md --\n---\ntitle: b\ndate: 2026-01-03\nexpires: 2026-08-31\n---\n-- articles/c.md --\n[a](a.md) [b](b.md) [d](d.md)\n-- articles/d.md --\n---\ntitle: d\ndate: 2026-01-03\nexpires: 2026-09-01\n---\n"
	if s := good(t, text); titles(s.Entries) != "c d" || entry(t, s, "articles/c").Links[0].URL != "" {
		t.Errorf("got %s", titles(s.Entries))
	}
	if s := good(t, text, func(in *Input) { in.Drafts = true }); titles(s.Entries) != "a c d" {
		t.Errorf("with drafts: %s", titles(s.Entries))
	}
}
