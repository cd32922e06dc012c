package page_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/picture"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
)

// small is a site with something of everything.
const small = `
-- site.yaml --
title: 科普
tagline: 吉林
owner: jlast
home: {lead: a}
lists: {page_size: 2, feed_size: 3, related: 3}
topics:
  - {name: 天文, slug: astronomy, ko: 천문, motif: orbits}
  - {name: 地质, slug: geology}
footer: {contact: 0431}
-- about.md --
---
title: 关于
order: 1
---
关于我们。
-- articles/a.md --
---
title: 雾凇
date: 2026-01-02
updated: 2026-02-03
topics: [天文]
audiences: [农民]
cities: [长春市]
organization: jlast
authors: [张三]
series: col
scientists: [nan]
events: [fair]
places: [park]
sources: [{title: 书, publisher: 社, date: 2020}]
cover: {src: fig.png, alt: 图, credit: 甲, licence: CC0}
aliases: [/old/a/]
---
雾凇不是雪。

## 一 {#one}
见[乙](b.md#part)和[外面](https://a.cn/)。![图](fig.png)
## 二
## 三
-- articles/a.ko.md --
---
title: 상고대
date: 2026-01-02
topics: [astronomy]
series: col
---
눈이 아니다. [b](b.md)
-- articles/b.md --
---
title: 黑土
date: 2026-01-05
topics: [天文, 地质]
series: col
---
## 小 {#part}
半米都是黑的。
-- articles/c.md --
---
title: 石头
date: 2025-12-31
summary: 四亿年
topics: [地质]
featured: true
---
正文。![图](fig.png)
-- events/fair.md --
---
title: 集市
date: 2026-01-01
start: 2026-12-19 09:00
end: 2026-12-19 11:00
place: park
online: https://a.cn/live
speakers: [{person: nan}, 李四]
series: day
edition: 3
organization: jlast
topics: [天文]
registration: {closes: 2026-12-15, fee: 免费, url: https://a.cn/r}
sessions: [{title: 上, start: 2026-12-19 09:00, place: park}]
---
来吧。
-- events/gone.md --
---
title: 旧会
start: 2026-01-19
venue: 礼堂
scientists: [nan]
---
-- scientists/nan.md --
---
title: 南仁东
pinyin: Nán Réndōng
known_for: 天眼
born: {date: 1945-02-19, place: 辽源}
affiliations: [{organization: jlast, role: 研究员, from: 1970}]
students: [{person: li}]
fields: [射电天文]
honours: [{award: medal, year: 2019}, {title: 楷模, year: 2017, by: 部}]
quotations: [{text: 美丽的宇宙, source: 报, date: 2011}]
timeline: [{date: 1994, text: 选址, phase: research, source: 1}, {date: 2016-09-25, text: 落成}]
works: [{title: 望远镜, year: 2016}]
sources: [{title: 书}]
---
-- scientists/li.md --
---
title: 李玉
pinyin: Lǐ Yù
sources: [{title: 书}]
offers: [lecture]
talks: [{title: 蘑菇, minutes: 40, audiences: [农民]}]
topics: [地质]
region: [长春市]
consent: 书面
---
-- honours/medal.md --
---
title: 勋章
kind: decoration
level: national
by: [jlast]
sources: [{title: 公报}]
editions: [{year: 1999, laureates: [{person: li, grade: 追授}, 某某]}]
---
-- routes/walk.md --
---
title: 一日
mode: walk
stops: [{place: park, stay: 一小时}, {name: 湖边, coordinates: {lat: 43.9, lng: 125.5}, distance: 3}]
---
-- editions/first.md --
---
title: 看雾凇
date: 2026-01-06
number: 1
period: daily
articles: [b, a]
---
天冷，多穿。
-- organizations/jlast.md --
---
title: 省科协
kind: association
address: 人民大街
---
-- organizations/sub.md --
---
title: 市科协
kind: association
parent: jlast
---
-- organizations/jlast.ko.md --
---
title: 성과협
kind: association
---
-- organizations/sub.ko.md --
---
title: 시과협
kind: association
---
-- places/park.md --
---
title: 净月潭
kind: park
address: 净月大街
cities: [长春市]
coordinates: {lat: 43.8, lng: 125.4}
organization: jlast
hours: [周二至周日 09:00-16:00]
seasons: [{name: 冬季, from: 12-01, to: 02-28, closed: true}]
closures: [{from: 2027-02-06, note: 春节}]
bases: [{title: 科普基地, from: 2021, to: 2025, source: 1}]
sources: [{title: 名单}]
---
-- series/col.md --
---
title: 专栏
kind: column
---
-- series/day.md --
---
title: 科普日
kind: observance
dates: [{year: 2027, start: 2027-05-30}]
---
`

// edits are small changes of one place each: the old text, the new one.
var edits = [][2]string{
	{"title: 科普\n", "title: 新科普\n"},
	{"tagline: 吉林", "tagline: 长春"},
	{"footer: {contact: 0431}", "footer: {contact: 0432}"},
	{"home: {lead: a}", "home: {lead: c}"},
	{"ko: 천문", "ko: 별"},
	{"motif: orbits", "motif: waves"},
	{"name: 地质, slug: geology", "name: 地质, slug: geology, description: 石头"},
	{"name: 地质, slug: geology", "name: 地质, slug: stones"},
	{"page_size: 2", "page_size: 3"},
	{"related: 3", "related: 1"},
	{"order: 1", "menu: main"},
	{"title: 关于", "title: 我们"},
	{"title: 雾凇", "title: 雾凇花"},
	{"title: 상고대", "title: 서리꽃"},
	{"date: 2026-01-02\nupdated", "date: 2026-01-09\nupdated"},
	{"updated: 2026-02-03", "updated: 2026-02-04"},
	{"topics: [天文]\naudiences: [农民]", "topics: [地质]\naudiences: [农民]"},
	{"audiences: [农民]", "audiences: [学生]"},
	{"cities: [长春市]\norganization: jlast\nauthors", "organization: jlast\nauthors"},
	{"organization: jlast\nauthors", "organization: sub\nauthors"},
	{"authors: [张三]", "authors: [王五]"},
	{"series: col\nscientists", "scientists"},
	{"scientists: [nan]\nevents", "events"},
	{"publisher: 社", "publisher: 局"},
	{"alt: 图, credit", "alt: 新图, credit"},
	{"aliases: [/old/a/]", "aliases: [/older/a/]"},
	{"雾凇不是雪。", "雾凇也不是霜。"},
	{"## 一 {#one}", "## 壹 {#one}"},
	{"[乙](b.md#part)", "[乙](c.md)"},
	{"https://a.cn/)", "https://b.cn/)"},
	{"summary: 四亿年", "summary: 五亿年"},
	{"home: {lead: a}\n", ""},
	{"start: 2026-12-19 09:00\nend", "start: 2026-12-19 08:00\nend"},
	{"start: 2026-12-19 09:00, place: park", "start: 2026-12-19 10:00, place: park"},
	{"end: 2026-12-19 11:00", "end: 2026-12-20 11:00"},
	{"end: 2026-12-19 11:00", "end: 2026-12-19 11:00\nstatus: cancelled\nchanges: [{date: 2026-11-01, text: 雨}]"},
	{"place: park\nonline", "online"},
	{"online: https://a.cn/live\n", ""},
	{"[{person: nan}, 李四]", "[李四]"},
	{"edition: 3", "edition: 4"},
	{"fee: 免费", "fee: 十元"},
	{"closes: 2026-12-15", "closes: 2026-11-15"},
	{"title: 旧会\nstart: 2026-01-19", "title: 旧会\nstart: 2026-12-31"},
	{"title: 南仁东", "title: 南先生"},
	{"known_for: 天眼", "known_for: 望远镜"},
	{"place: 辽源", "place: 长春"},
	{"role: 研究员", "role: 院士"},
	{"students: [{person: li}]\n", ""},
	{"title: 省科协", "title: 吉林省科协"},
	{"address: 人民大街", "address: 解放大路"},
	{"parent: jlast\n", "independent: true\n"},
	{"title: 성과협", "title: 지린성과협"},
	{"source: 报, date: 2011", "source: 报, date: 2012"},
	{"title: 净月潭", "title: 南湖"},
	{"address: 净月大街\ncities: [长春市]", "address: 净月大街\ncities: [吉林市]"},
	{"lat: 43.8", "lat: 43.9"},
	{"cities: [长春市]\ncoordinates", "cities: [长春市]\nbooking_url: https://a.cn/b\ncoordinates"},
	{"周二至周日 09:00-16:00", "周二至周日 09:00-17:00"},
	{"to: 02-28, closed", "to: 02-27, closed"},
	{"note: 春节", "note: 元宵"},
	{"from: 2021, to: 2025", "from: 2021, to: 2026"},
	{"fields: [射电天文]", "fields: [天文]"},
	{"award: medal, year: 2019", "award: medal, year: 2018"},
	{"title: 楷模, year: 2017", "title: 先锋, year: 2017"},
	{"phase: research", "phase: exchange"},
	{"text: 落成", "text: 启用"},
	{"title: 望远镜, year: 2016", "title: 望远镜, year: 2017"},
	{"offers: [lecture]", "offers: [lecture, consult]"},
	{"minutes: 40", "minutes: 45"},
	{"region: [长春市]", "region: []"},
	{"pinyin: Lǐ Yù", "pinyin: Yù Lǐ"},
	{"title: 勋章", "title: 奖章"},
	{"grade: 追授}, 某某", "grade: 追授}, 某某甲"},
	{"year: 1999, laureates", "year: 1999, complete: true, laureates"},
	{"stay: 一小时", "stay: 两小时"},
	{"lng: 125.5}, distance: 3", "lng: 125.6}, distance: 3"},
	{"distance: 3}", "distance: 4}"},
	{"mode: walk", "mode: drive"},
	{"parent: jlast\n", "parent: jlast\nhost: {name: 大学}\n"},
	{"title: 看雾凇", "title: 看雪"},
	{"number: 1\n", "number: 2\n"},
	{"number: 1\n", "masthead: 晨报\n"},
	{"period: daily", "period: weekly"},
	{"articles: [b, a]", "articles: [a, b]"},
	{"articles: [b, a]", "articles: [b]"},
	{"天冷，多穿。", "天暖，少穿。"},
	{"title: 专栏", "title: 连载"},
	{"title: 科普日", "title: 科普周"},
	{"2027-05-30", "2027-05-31"},
	{"-- articles/b.md --", "-- articles/d.md --\n---\ntitle: 新篇\ndate: 2026-03-01\ntopics: [地质]\n---\n-- articles/b.md --"},
	{"-- articles/b.md --", "-- articles/b.ko.md --\n---\ntitle: 검은 흙\ndate: 2026-01-05\n---\n-- articles/b.md --"},
	{"-- articles/a.ko.md --\n---\ntitle: 상고대", "-- articles/a.en.md --\n---\ntitle: Rime"},
}

// TestEditsAreNoticed: an artifact whose bytes an edit changes has another
// digest. Were it not so, the old file would stay.
func TestEditsAreNoticed(t *testing.T) {
	th := load(t)
	before := render(t, th, small, 4)
	check := func(name string, after map[string]shown) {
		changed := 0
		for path, now := range after {
			was, ok := before[path]
			if !ok {
				changed++
			} else if now.text != was.text {
				changed++
				if now.digest == was.digest {
					t.Errorf("%s: %s changes, its digest does not", name, path)
				}
			}
		}
		if changed == 0 && len(after) >= len(before) {
			t.Errorf("%s: changes nothing at all", name)
		}
	}
	for _, e := range edits {
		if strings.Count(small, e[0]) < 1 {
			t.Fatalf("no %q to edit", e[0])
		}
		check(e[1], render(t, th, strings.Replace(small, e[0], e[1], 1), 4))
	}
	check("the picture's width", render(t, th, small, 5))
}

// TestViewsArePure: views made again, from several goroutines, are the same.
func TestViewsArePure(t *testing.T) {
	th := load(t)
	first := render(t, th, small, 4)
	if again := render(t, th, small, 4); !maps.Equal(first, again) {
		t.Error("the same site gives other artifacts the second time")
	}
	list := artifacts(t, graph(t, small, 4), th)
	done := make(chan map[string]shown)
	for range 4 {
		go func() { done <- draw(t, list) }()
	}
	for range 4 {
		if !maps.Equal(first, <-done) {
			t.Error("goroutines that make views at once get other artifacts")
		}
	}
}

// shown is what an artifact says of itself and what it is.
type shown struct {
	digest artifact.Digest
	text   string
}

func render(t *testing.T, th *theme.Theme, archive string, width int) map[string]shown {
	t.Helper()
	return draw(t, artifacts(t, graph(t, archive, width), th))
}

func draw(t *testing.T, list []artifact.Artifact) map[string]shown {
	files := map[string]shown{}
	for _, a := range list {
		var buf bytes.Buffer
		digest, render := a.View()
		if err := render(&buf); err != nil {
			t.Errorf("%s: %v", a.Path, err)
		}
		files[a.Path] = shown{digest, buf.String()}
	}
	return files
}

// graph makes a site of an archive, in which articles/fig.png has a width.
func graph(t *testing.T, archive string, width int) *site.Site {
	t.Helper()
	in := synthetic.Site(0, nil)
	in.Pictures = map[string]site.Picture{"articles/fig.png": {Info: picture.Info{Type: "image/png", Width: width, Height: 3}}}
	in.Files = map[string]bool{"articles/fig.png": true}
	in.BaseURL = "https://kepu.example.org/"
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if f.Name == "site.yaml" {
			in.Settings, in.SettingsPos, _ = content.DecodeSettings("content/site.yaml", f.Data)
			continue
		}
		in.Docs = append(in.Docs, synthetic.Parse(f.Name, string(f.Data)))
	}
	s, ds := site.New(in)
	ds = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.Severity() != diag.Error })
	if len(ds) > 0 {
		t.Error(ds[0].Pos, ds[0].Message(diag.English))
	}
	return s
}
