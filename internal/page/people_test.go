package page_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/diag"
	"kepu/internal/ical/icalcheck"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
)

// province is a site in which everything refers to something from one end only.
const province = `
-- organizations/jl.md --
---
title: 省科协
kind: association
---
-- organizations/cc.md --
---
title: 长春市科协
kind: association
parent: jl
---
-- organizations/county.md --
---
title: 示例县科协
kind: association
parent: cc
---
-- organizations/ciomp.md --
---
title: 光机所
kind: institute
---
-- organizations/optics.md --
---
title: 光学学会
kind: society
parent: jl
host: ciomp
---
-- scientists/wang.md --
---
title: 王大珩
pinyin: Wáng Dàhéng
fields: [应用光学]
quotations: [{text: 一句话, source: 某报, date: 1994-05}]
sources: [{title: 书}]
affiliations: [{organization: ciomp, role: 所长}]
honours: [{award: prize, year: 1985, grade: 特等奖}]
---
-- scientists/jiang.md --
---
title: 蒋筑英
pinyin: Jiǎng Zhùyīng
names: [{name: Jiang Zhuying, kind: latin}]
sources: [{title: 书}]
teachers: [wang]
---
-- scientists/nan.md --
---
title: 南仁东
pinyin: Nán Réndōng
organization: county
sources: [{title: 书}]
---
-- scientists/team.md --
---
title: 光学团队
kind: team
pinyin: Guāngxué Tuánduì
sources: [{title: 书}]
members: [{person: jiang, role: 骨干}]
offers: [lecture]
talks: [{title: 光从哪里来, minutes: 60, audiences: [青少年]}, {title: 镜子}]
topics: [光学]
audiences: [农民]
region: [长春市]
consent: 示例
---
-- honours/prize.md --
---
title: 科技进步奖
kind: prize
by: [cc]
sources: [{title: 公报}]
editions: [{year: 1985, laureates: [{name: 某某, organization: ciomp}]}, {year: 2001, laureates: [nan]}]
---
-- places/museum.md --
---
title: 光学馆
kind: museum
organization: county
coordinates: {lat: 43.80, lng: 125.40}
---
-- places/lake.md --
---
title: 查干湖
kind: reserve
coordinates: {lat: 45.25, lng: 124.28}
---
-- routes/west.md --
---
title: 西行
stops: [{place: museum}, {place: lake}]
---
-- articles/light.md --
---
title: 光
date: 2026-01-01
organization: county
scientists: [nan]
places: [lake]
---
-- events/talk.md --
---
title: 讲座
start: 2026-12-19 09:00
end: 2026-12-19 11:00
place: museum
organization: optics
speakers: [{person: wang}]
---
`

func built(t testing.TB, archive string, change ...func(*site.Input)) *site.Site {
	t.Helper()
	in := synthetic.Site(0, nil)
	in.BaseURL, in.Now = "https://kepu.example.org/", synthetic.Now
	addArchive(&in, archive)
	for _, c := range change {
		c(&in)
	}
	s, ds := site.New(in)
	for _, d := range ds {
		if d.Severity() == diag.Error {
			t.Fatalf("%s: %s", d.Pos.File, d.Message(diag.English))
		}
	}
	return s
}

// pages renders every HTML page, by address.
func pages(t testing.TB, s *site.Site, th *theme.Theme) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, a := range artifacts(t, s, th) {
		if address, ok := strings.CutSuffix(a.Path, "index.html"); ok {
			all[address] = rendered(t, a)
		}
	}
	return all
}

func rendered(t testing.TB, a artifact.Artifact) string {
	t.Helper()
	_, render := a.View()
	var buf bytes.Buffer
	if err := render(&buf); err != nil {
		t.Fatalf("%s: %v", a.Path, err)
	}
	return buf.String()
}

// TestBothEnds: what one file says shows on the pages of both.
func TestBothEnds(t *testing.T) {
	all := pages(t, built(t, province), load(t))
	for page, links := range map[string][]string{
		"organizations/":                   {"organizations/jl/", "organizations/cc/", "organizations/county/", "organizations/optics/", "organizations/ciomp/"},
		"organizations/jl/":                {"organizations/cc/", "organizations/optics/", "organizations/jl/all/"},
		"organizations/cc/":                {"organizations/jl/", "organizations/county/", "organizations/cc/all/", "honours/prize/"},
		"organizations/cc/all/":            {"organizations/cc/", "articles/light/", "places/museum/", "organizations/cc/all/atom.xml"},
		"organizations/jl/all/":            {"articles/light/", "places/museum/", "events/talk/"},
		"organizations/optics/":            {"organizations/ciomp/", "events/talk/"},
		"organizations/ciomp/":             {"scientists/wang/", "organizations/optics/", "honours/prize/"},
		"organizations/county/":            {"scientists/nan/"},
		"scientists/":                      {"scientists/wang/", "scientists/jiang/", "scientists/by/honour/prize/", "scientists/by/institution/ciomp/", "speakers/", "honours/"},
		"scientists/by/institution/ciomp/": {"scientists/wang/"},
		"scientists/by/honour/prize/":      {"scientists/wang/", "scientists/nan/"},
		"scientists/by/field/应用光学/":        {"scientists/wang/"},
		"scientists/wang/":                 {"scientists/jiang/", "organizations/ciomp/", "honours/prize/", "events/talk/"},
		"scientists/jiang/":                {"scientists/wang/", "scientists/team/"},
		"scientists/nan/":                  {"honours/prize/", "articles/light/"},
		"scientists/team/":                 {"scientists/jiang/"},
		"honours/prize/":                   {"scientists/wang/", "scientists/nan/", "organizations/ciomp/", "organizations/cc/"},
		"places/museum/":                   {"routes/west/", "organizations/county/", "events/talk/"},
		"places/lake/":                     {"routes/west/", "articles/light/"},
		"routes/west/":                     {"places/museum/", "places/lake/"},
		"map/":                             {"places/museum/", "places/lake/", "routes/west/"},
		"speakers/":                        {"scientists/team/"},
	} {
		html, ok := all[page]
		if !ok {
			t.Errorf("there is no page %s", page)
			continue
		}
		main := html[strings.Index(html, "<main"):]
		for _, link := range links {
			if !strings.Contains(main, `href="/`+link+`"`) {
				t.Errorf("%s has no link to %s", page, link)
			}
		}
	}
	if strings.Contains(all["organizations/cc/all/"], "events/talk/") {
		t.Error("the edition of a city has what a society does")
	}
	for page, words := range map[string][]string{
		"honours/prize/":   {"特等奖", "1985", "2001", "某某", "光机所"},
		"scientists/wang/": {"特等奖", "长春市科协", "所长", "某报，1994年5月"},
		"scientists/team/": {"骨干", "光从哪里来", "60"},
		"speakers/":        {"topic:光学", "audience:青少年", "audience:农民", "city:长春市", "光从哪里来"},
	} {
		for _, w := range words {
			if !strings.Contains(all[page], w) {
				t.Errorf("%s does not say %s", page, w)
			}
		}
	}
	for _, private := range []string{"consent", "示例县科协同意"} {
		if strings.Contains(all["scientists/team/"], private) {
			t.Errorf("the profile shows %s", private)
		}
	}
}

// TestPeopleIndex: the filter finds everybody by name, pinyin, initials and
// other names.
func TestPeopleIndex(t *testing.T) {
	for _, a := range artifacts(t, built(t, province), load(t)) {
		if a.Path != "scientists/index.json" {
			continue
		}
		var rows [][4]string
		if err := json.Unmarshal([]byte(rendered(t, a)), &rows); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, r[0]+" "+r[1]+": "+r[3])
		}
		want := []string{
			"光学团队 /scientists/team/: guangxuetuandui gxtd",
			"蒋筑英 /scientists/jiang/: jiangzhuying jzy jiang zhuying",
			"南仁东 /scientists/nan/: nanrendong nrd",
			"王大珩 /scientists/wang/: wangdaheng wdh",
		}
		if !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		return
	}
	t.Error("there is no index")
}

// crowd is n people with pinyin in turn, of whom some have none.
func crowd(n int) string {
	var sb strings.Builder
	surnames := []string{"张 Zhāng", "李 Lǐ", "王 Wáng", "安 Ān", "欧阳 Ōuyáng"}
	for i := range n {
		han, latin, _ := strings.Cut(surnames[i%len(surnames)], " ")
		fmt.Fprintf(&sb, "-- scientists/p%04d.md --\n---\ntitle: %s甲\nsources: [{title: 书}]\nfields: [光学]\n", i, han)
		if i%7 > 0 {
			fmt.Fprintf(&sb, "pinyin: %s Jiǎ\n", latin)
		}
		sb.WriteString("---\n")
	}
	return sb.String()
}

// TestManyPeople: a long list goes by pages and by letters, and holds everybody
// once.
func TestManyPeople(t *testing.T) {
	const n = 450
	all := pages(t, built(t, crowd(n)), load(t))
	count := func(prefix string) (people, lists int) {
		for address, html := range all {
			if strings.HasPrefix(address, prefix) && (address == prefix || strings.HasPrefix(address, prefix+"page/")) {
				lists++
				main := html[strings.Index(html, "<main"):]
				people += strings.Count(main, `href="/scientists/p0`)
			}
		}
		return people, lists
	}
	if people, lists := count("scientists/"); people != n || lists != 5 {
		t.Errorf("the list has %d people on %d pages", people, lists)
	}
	total := 0
	for _, l := range []string{"a", "l", "o", "w", "z", "other"} {
		people, _ := count("scientists/by/letter/" + l + "/")
		if total += people; people == 0 {
			t.Errorf("nobody under %s", l)
		}
		if !strings.Contains(all["scientists/"], `href="/scientists/by/letter/`+l+`/"`) {
			t.Errorf("no way to %s", l)
		}
	}
	if total != n {
		t.Errorf("%d people under letters", total)
	}
	if people, lists := count("scientists/by/field/光学/"); people != n || lists != 5 {
		t.Errorf("the field has %d people on %d pages", people, lists)
	}
	few := pages(t, built(t, crowd(60)), load(t))
	if _, ok := few["scientists/by/letter/a/"]; ok || !strings.Contains(few["scientists/"], `href="#letter-a"`) {
		t.Error("a short list leads away from itself")
	}
}

func TestAnniversaryFeed(t *testing.T) {
	const dead = `
-- scientists/a.md --
---
title: 甲
pinyin: Jiǎ
sources: [{title: 书}]
born: {date: 1915-02-26}
died: {date: 1996-02-29}
---
`
	files := func(change ...func(*site.Input)) map[string]string {
		all := map[string]string{}
		for _, a := range artifacts(t, built(t, dead, change...), load(t)) {
			if strings.Contains(a.Path, "anniversaries") {
				all[a.Path] = rendered(t, a)
			}
		}
		return all
	}
	if off := files(); len(off) > 0 {
		t.Errorf("not asked for: %v", off)
	}
	on := files(func(in *site.Input) { in.Settings.Feeds.Anniversaries = true })
	atom := on["scientists/anniversaries/atom.xml"]
	for _, want := range []string{"甲诞辰111周年", "甲逝世30周年", "tag:kepu.example.org,2026-02-28:scientists/a/death"} {
		if !strings.Contains(atom, want) {
			t.Errorf("the feed lacks %s", want)
		}
	}
	if i, j := strings.Index(atom, "甲逝世"), strings.Index(atom, "甲诞辰"); i > j {
		t.Error("the latest is not first") // 28 February comes after the 26th
	}
	ics := on["scientists/anniversaries/calendar.ics"]
	for _, want := range []string{"DTSTART;VALUE=DATE:19150226", "DTSTART;VALUE=DATE:19960229", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"} {
		if !strings.Contains(ics, want) {
			t.Errorf("the calendar lacks %s:\n%s", want, ics)
		}
	}
	for _, p := range icalcheck.Check([]byte(ics)) {
		t.Error(p)
	}
}
