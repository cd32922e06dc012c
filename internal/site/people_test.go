package site

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// TestNames: what is said of a name that has no pinyin, or one that does not fit.
func TestNames(t *testing.T) {
	profile := func(title, pinyin, more string) string {
		s := "-- scientists/a.md --\n---\ntitle: " + title + "\n"
		if pinyin != "" {
			s += "pinyin: " + pinyin + "\n"
		}
		return s + more + "sources: [{title: 书}]\n---\n"
	}
	for _, c := range []struct{ title, pinyin, more, want string }{
		{"王大珩", "Wáng Dàhéng", "", ""},
		{"王大珩", "", "", "no-pinyin"},
		{"单某某", "", "", "polyphonic-surname"},
		{"解某某", "", "", "polyphonic-surname"},
		{"曾某某", "", "", "polyphonic-surname"},
		{"仇某某", "", "", "polyphonic-surname"},
		{"朴某某", "", "", "polyphonic-surname"},
		{"尉迟某", "", "", "polyphonic-surname"},
		{"单某某", "Shàn Mǒumǒu", "", ""},
		{"王大珩", "Wáng Dà", "", "pinyin-shape"},
		{"王大珩", "王大珩", "", "not-pinyin"},
		{"王大珩", "Wóng Dàhéngk", "", "not-pinyin"},
		{"乌兰夫", "Ulanhu", "", ""},
		{"阿尔孜古丽·吐尔逊", "Arzigül Tursun", "", ""},
		{"才旺仁增", "Cêwang Rinzin", "", ""},
		{"李·史密斯", "Lee Smith", "", ""},
		{"欧阳某", "Ōuyáng Mǒu", "", ""},
		{"南仁东", "nan2 ren2dong1", "", ""},
		{"阿卜杜拉·某", "Ābǔdùlā Mǒu", "", ""},
		{"示例专家甲（光学）", "Shìlì Zhuānjiā Jiǎ", "", ""},
		{"Joseph Needham", "", "", ""},
		{"김철수", "", "", ""},
		{"某某团队", "", "kind: team\n", ""},
	} {
		_, ds := graph(t, profile(c.title, c.pinyin, c.more))
		var got []string
		for _, d := range ds {
			got = append(got, string(d.Code))
			if d.Severity() != diag.Warning {
				t.Errorf("%s: %s is no warning", c.title, d.Code)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %q: %q, want %q", c.title, c.pinyin, s, c.want)
		}
	}
	_, ds := graph(t, profile("单某某", "", ""))
	if len(ds) != 1 || !strings.Contains(ds[0].Message(diag.Chinese), "Shàn") || ds[0].Suggest != "" {
		t.Errorf("the usual reading is to be named, not offered: %+v", ds)
	}
}

func TestFacets(t *testing.T) {
	s := good(t, org("jlu", "university", "", "")+awards+
		person("wang", "fields: [光学, 应用光学]; education: [{name: 清华大学}]; affiliations: [{organization: ciomp}]")+
		person("jiang", "fields: [光学]; affiliations: [{organization: ciomp}, {organization: ciomp}]")+
		person("nan", "education: [{name: 清华大学}]; affiliations: [{name: 清华大学}, {organization: jlu}, {name: JLU}, {name: 光机所}]; honours: [{title: 改革先锋}]"))
	want := map[string]string{
		"field":       "光学:jiang,wang 应用光学:wang",
		"institution": "ciomp:jiang,nan,wang 清华大学:nan,wang jlu:nan jlu-name:nan",
		"honour":      "medal:jiang,nan,wang 改革先锋:nan",
	}
	for _, f := range s.Locales[0].Facets {
		var parts []string
		for _, v := range f.Values {
			parts = append(parts, v.Slug+":"+strings.ReplaceAll(slugs(v.People), " ", ","))
		}
		if got := strings.Join(parts, " "); got != want[f.Name] {
			t.Errorf("%s: %s, want %s", f.Name, got, want[f.Name])
		}
	}
}

// TestLongFacets: whatever somebody calls a field has an address.
func TestLongFacets(t *testing.T) {
	long := strings.Repeat("学", 120)
	s := good(t, person("a", "fields: ["+long+", "+long+"二, index.html, page, a/b, ../x]"))
	seen := map[string]bool{}
	for _, v := range s.Locales[0].Facet("field").Values {
		if len(v.Slug) > 200 || seen[v.Slug] || reserved[v.Slug] || strings.Contains(v.Slug, "/") || strings.Contains(v.Slug, "..") {
			t.Errorf("%q is no good address", v.Slug)
		}
		seen[v.Slug] = true
	}
	if len(seen) != 6 {
		t.Errorf("%d fields", len(seen))
	}
}

// TestTranslatedFacts: a translation need not repeat facts, and what is wrong
// with them is told once.
func TestTranslatedFacts(t *testing.T) {
	s, ds := graph(t, awards+org("cust", "university", "", "host: ciomp")+org("cust.ko", "university", "", "")+
		person("wang", "affiliations: [{organization: cust}, {organization: nowhere}]; honours: [{award: medal, year: 2001}]; teachers: [jiang]")+
		person("wang.ko", "")+person("jiang", "")+person("nan", "")+
		"-- places/p.md --\n---\ntitle: 馆\nkind: museum\norganization: cust\ncoordinates: {lat: 43, lng: 125}\nhours: 09:00-16:00\n---\n-- places/p.ko.md --\n---\ntitle: 관\nkind: museum\n---\n")
	if got := told(ds); got != "scientists/wang.md:5:53 dangling-reference\n" {
		t.Errorf("told: %s", got)
	}
	wang := entry(t, s, "scientists/wang").Others["ko"]
	if got := wang.Target("affiliations"); got == nil || got.Lang != "ko" {
		t.Errorf("works at %v", got)
	}
	if got := slugs(wang.Teachers()); got != "jiang" {
		t.Errorf("teachers: %s", got)
	}
	if got := grants(wang); got != "1999 勋章, 2001 勋章" {
		t.Errorf("honours: %s", got)
	}
	if p := entry(t, s, "places/p").Others["ko"]; p.At() == nil || len(p.Data.(*content.Place).Hours) != 1 || p.Target("organization").Lang != "ko" {
		t.Errorf("%+v", p.Data)
	}
	if got := entry(t, s, "organizations/cust").Others["ko"].Target("host"); got == nil {
		t.Error("the host is lost")
	}
}

// TestAnniversaries: those of the dead with a whole date, and the clock knows
// when each of them comes.
func TestAnniversaries(t *testing.T) {
	const people = `
-- site.yaml --
feeds: {anniversaries: true}
-- scientists/a.md --
---
title: A
sources: [{title: 书}]
born: {date: 1915-02-26}
died: {date: 2011-07-21}
---
-- scientists/living.md --
---
title: B
sources: [{title: 书}]
born: {date: 1960-05-05}
---
-- scientists/vague.md --
---
title: C
sources: [{title: 书}]
born: {date: 1938}
died: {date: 1982-06}
---
-- scientists/leap.md --
---
title: D
sources: [{title: 书}]
born: {date: 1904-02-29}
died: {date: 1990-12-31}
---
`
	for _, c := range []struct{ now, asOf, next, came string }{
		{"2026-11-22 12:00", "2026-07-21", "2026-12-31", "A†15 D*122 A*111 D†35"},
		{"2027-02-27 23:59", "2027-02-26", "2027-02-28", "A*112 D†36 A†15 D*122"},
		{"2027-02-28 00:00", "2027-02-28", "2027-07-21", "D*123 A*112 D†36 A†15"},
		{"2028-02-28 12:00", "2028-02-26", "2028-02-29", "A*113 D†37 A†16 D*123"},
		{"2028-02-29 00:00", "2028-02-29", "2028-07-21", "D*124 A*113 D†37 A†16"},
		{"2029-02-28 00:00", "2029-02-28", "2029-07-21", "D*125 A*114 D†38 A†17"},
	} {
		now, _ := time.ParseInLocation("2006-01-02 15:04", c.now, content.ChinaTime())
		s, ds := graph(t, people, func(in *Input) { in.Now = now })
		if len(ds) > 0 {
			t.Fatal(told(ds))
		}
		var came []string
		for _, r := range s.Remembered(s.Locales[0]) {
			sign := "*"
			if r.Death {
				sign = "†"
			}
			came = append(came, r.Entry.Title()+sign+strconv.Itoa(r.Years()))
		}
		if got := strings.Join(came, " "); got != c.came {
			t.Errorf("%s: %s, want %s", c.now, got, c.came)
		}
		if got := s.AsOf.Format("2006-01-02"); got != c.asOf {
			t.Errorf("%s: as of %s, want %s", c.now, got, c.asOf)
		}
		if got := s.Next.Format("2006-01-02"); got != c.next {
			t.Errorf("%s: next %s, want %s", c.now, got, c.next)
		}
	}
}
