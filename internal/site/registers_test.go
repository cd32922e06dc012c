package site

import (
	"strings"
	"testing"

	"kepu/internal/diag"
)

// TestRegister: what is wrong with the terms that the settings list.
func TestRegister(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"topics: [{name: 甲, slug: a}, {name: 乙, slug: b, ko: 갑, en: B}]", ""},
		{"topics: [{name: 甲, slug: a}, {name: 乙, slug: a}]", "site.yaml:1:46 duplicate-term\n"},
		{"topics: [{name: 甲, slug: a}, {name: 甲, slug: b}]", "site.yaml:1:37 duplicate-term\n"},
		{"topics: [{name: 甲, slug: a}, {name: 乙, slug: b, ko: A}]", "site.yaml:1:53 duplicate-term\n"},
		{"topics: [{name: 甲, en: Same}, {name: 乙, en: same}]", "site.yaml:1:45 duplicate-term\n"},
		{"topics: [{name: a b}, {name: a-b}]", "site.yaml:1:30 duplicate-term\n"},
		{"topics: [{name: 甲, slug: a}]\ncities: [{name: 甲, slug: a}]", ""},
		{"topics: [{name: 甲, slug: ../../x}]", "site.yaml:1:26 bad-term-slug ~x\n"},
		{"topics: [{name: 甲, slug: '\"><script>'}]", "site.yaml:1:26 bad-term-slug ~script\n"},
		{"audiences: [{name: 甲, slug: b/c}]", "site.yaml:1:29 bad-term-slug ~b-c\n"},
		{"cities: [{name: 甲, slug: index.html}]", "site.yaml:1:26 bad-term-slug\n"},
		{"topics: [{name: 甲, slug: page}]", "site.yaml:1:26 bad-term-slug\n"},
		{"topics: [{name: 甲, slug: atom.xml}]", "site.yaml:1:26 bad-term-slug\n"},
		{"topics: [{name: 甲, slug: A}]", "site.yaml:1:26 bad-term-slug ~a\n"},
		{"topics: [{name: Page}]", "site.yaml:1:17 bad-term-slug\n"},
		{"topics: [{name: 🌾}]", "site.yaml:1:17 bad-term-slug\n"},
		{"topics: [{name: 甲, slug: " + strings.Repeat("a", 201) + "}]", "site.yaml:1:26 bad-term-slug\n"},
		{"topics: [{name: C++}, {name: Node.js}, {name: 한글}]", ""},
	} {
		if _, ds := graph(t, "-- site.yaml --\n"+c.yaml+"\n-- articles/a.md --\n"); told(ds) != c.want {
			t.Errorf("%s: got %s", c.yaml, told(ds))
		}
	}
}

// TestBrokenRegister: a mistake in the settings is told once, not again in
// every entry that uses what could not be read.
func TestBrokenRegister(t *testing.T) {
	const article = "-- articles/a.md --\n---\ntitle: 甲\ndate: 2026-01-01\ntopics: [天文]\n---\n"
	for yaml, want := range map[string]string{
		"topics: [天文]":                               "site.yaml:1:10 wrong-type ~{name: 天文}\n",
		"topics: 天文":                                 "site.yaml:1:9 wrong-type\n",
		"topic: [{name: 天文}]":                        "site.yaml:1:1 unknown-field ~topics\n",
		"topics: [{name: 化学}, {nmae: 天文}]":           "site.yaml:1:23 unknown-field ~name\n",
		"topics: [{name: 化学}, {name: 星空, ko: [天文]}]": "site.yaml:1:37 wrong-type ~天文\n",
	} {
		if _, ds := graph(t, "-- site.yaml --\n"+yaml+"\n"+article); told(ds) != want {
			t.Errorf("%s: got %s", yaml, told(ds))
		}
	}
	_, ds := graph(t, "-- site.yaml --\ntopics: [{name: 天文}]\n"+strings.Replace(article, "[天文]", "[{name: 天文}]", 1))
	if told(ds) != "articles/a.md:4:10 wrong-type\n" {
		t.Errorf("a mapping in an article: %s", told(ds))
	}
}

// TestSpelling: without a register two spellings of one address are one term,
// called as the first entry by address has it, and the editor hears of it.
func TestSpelling(t *testing.T) {
	s, ds := graph(t, `
-- articles/b.md --
---
title: 乙
date: 2026-01-01
topics: [ai, page, 🌾]
cities: [AI]
---
-- articles/a.md --
---
title: 甲
date: 2026-01-01
topics: [AI]
---
`)
	if got, want := told(ds), "articles/b.md:4:10 term-spelling ~AI\narticles/b.md:4:14 bad-term-slug\narticles/b.md:4:20 bad-term-slug\n"; got != want {
		t.Errorf("got %s", got)
	}
	for _, d := range ds {
		if hint := d.Message(diag.Chinese); d.Code == diag.TermSpelling && !strings.Contains(hint, "content/articles/a.md") {
			t.Errorf("the other file is not named: %s", hint)
		}
	}
	if terms := s.Locales[0].Terms[Topics]; terms[0].Name != "AI" || len(terms[0].Entries) != 2 {
		t.Errorf("%+v", terms[0])
	}
}
