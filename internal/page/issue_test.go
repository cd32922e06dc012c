package page

import (
	"slices"
	"testing"

	"kepu/internal/content"
)

const issues = `
-- articles/a.md --
---
title: 甲
date: 2026-01-01
---
-- articles/b.md --
---
title: 乙
date: 2026-01-02
---
-- articles/b.ko.md --
---
title: 을
date: 2026-01-02
---
-- articles/hidden.md --
---
title: 未发
date: 2026-01-03
status: draft
---
-- editions/one.md --
---
title: 第一份
date: 2026-01-04
number: 7
period: weekly
articles: [b, hidden, a]
---
-- editions/one.ko.md --
---
title: 첫 호
date: 2026-01-04
articles: [b, a]
---
-- editions/two.md --
---
title: 第二份
date: 2026-01-05
masthead: 晨报
articles: [a]
---
`

// TestIssue: an edition lists its articles as they are written, under what it is
// called and numbered; each article names the editions that it is in, the newest
// first.
func TestIssue(t *testing.T) {
	makers := mappers(t, issues)
	var got []string
	for _, lang := range []string{"zh-CN", "ko"} {
		m := makers[lang]
		for _, e := range m.loc.ByKind[content.Editions] {
			v := m.issue(e, e.Data.(*content.Issue), EntryView{})
			line := v.Masthead + "|" + v.Label
			for _, c := range v.Articles {
				line += "|" + c.Title + c.Lang
			}
			got = append(got, line)
		}
		for _, e := range m.loc.ByKind[content.Articles] {
			line := e.Title()
			for _, l := range m.issuesOf(e) {
				line += " " + l.Name
			}
			got = append(got, line)
		}
	}
	want := []string{"晨报||甲", "e点科普|周报 第7期|乙|甲", "乙 第一份", "甲 第二份 第一份", "e点科普|주간 제7호|을|甲zh-CN", "을 첫 호"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestIssueData: what search engines are told of an edition.
func TestIssueData(t *testing.T) {
	m := mappers(t, issues)["zh-CN"]
	e := m.loc.ByKind[content.Editions][1]
	d := m.issueJSON(e, e.Data.(*content.Issue), m.entryView(e))
	if d.Type != "PublicationIssue" || d.Number != 7 || d.Published != "2026-01-04" || d.PartOf.Name != "e点科普" || len(d.Parts) != 2 ||
		d.Parts[0].Name != "乙" || d.Parts[0].URL != "https://kepu.example.org/articles/b/" {
		t.Errorf("%+v", d)
	}
}
