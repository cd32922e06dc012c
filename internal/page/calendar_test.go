package page_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/ical/icalcheck"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
)

// busy is a site with every sort of event.
const busy = `
-- places/hall.md --
---
title: 科技馆
kind: museum
address: 人民大街1号
coordinates: {lat: 43.88, lng: 125.32}
cities: 长春市
---
-- organizations/jlast.md --
---
title: 省科协
kind: association
---
-- events/talk.md --
---
title: 讲座
date: 2026-08-01
start: 2026-09-19 09:00
end: 2026-09-19 11:30
place: hall
organization: jlast
topics: 天文
audiences: 青少年
registration: {opens: 2026-09-01 08:00, closes: 2026-09-15, fee: 免费, url: "https://a.cn/r", contact: "0431-1"}
---
-- events/course.md --
---
title: 每周实验
date: 2026-08-01
start: 2026-09-05 09:00
end: 2026-09-05 10:30
repeat: 每周六，共6次
except: [2026-09-12]
extra: [2026-10-18 14:00]
venue: 实验室
---
-- events/forever.md --
---
title: 月月观星
start: 2026-08-08 19:00
end: 2026-08-08 20:00
repeat: 每月第二个周六
venue: 天台
---
-- events/tour.md --
---
title: 流动科技馆
audiences: 农民
date: 2026-08-01
updated: 2026-08-09
changes: [{date: 2026-08-08, text: 长春站取消}]
stops:
  - {id: bc, start: 2026-09-01, end: 2026-09-20, venue: 一中, city: 白城市, hours: "周二至周日 09:00-16:00", except: 2026-09-10}
  - {id: cc, start: 2026-10-01, end: 2026-10-20, place: hall, status: cancelled}
---
-- events/meeting.md --
---
title: 年会
date: 2026-08-01
start: 2026-11-01
end: 2026-11-03
place: hall
online: https://a.cn/live
sessions:
  - {title: 上, start: 2026-11-01 09:00, end: 2026-11-01 11:00}
  - {title: 下, start: 2026-11-02 09:00, end: 2026-11-02 11:00, venue: 二厅}
---
-- events/forum.md --
---
title: 论坛
date: 2026-08-01
venue: 会议中心
changes: [{date: 2026-09-01 08:00, text: 丙厅取消}]
sessions:
  - {title: 甲, start: 2026-10-24 09:00, end: 2026-10-24 17:00, venue: 甲厅}
  - {title: 乙, start: 2026-10-24 10:00, end: 2026-10-24 11:00, venue: 乙厅}
  - {title: 丙, start: 2026-10-25 10:00, end: 2026-10-25 11:00, venue: 丙厅, status: cancelled}
---
-- events/term.md --
---
title: 谷雨集市
date: 2026-01-01
on: 谷雨
repeat: 每年，共2次
hours: 09:00-15:00
venue: 广场
---
-- events/maybe.md --
---
title: 待定的会
start: 2026-12-05 09:00
end: 2026-12-05 10:00
status: tentative
venue: 楼
---
-- events/off.md --
---
title: 取消的会
start: 2026-12-06 09:00
end: 2026-12-06 10:00
status: cancelled
changes: [{date: 2026-11-20 10:00, text: 大雪}]
venue: 楼
---
-- events/summer.md --
---
title: 从前的夏天
start: 1988-07-01 10:00
end: 1988-07-01 12:00
venue: 旧馆
---
-- series/week.md --
---
title: 科普周
kind: observance
date: 2026-01-01
nominal: [{repeat: "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA", from: 2005, days: 7}]
dates: [{year: 2025, start: 2025-09-20, end: 2025-09-26, themes: [{text: 甲}, {text: 乙}]}]
---
-- articles/old.md --
---
title: 旧闻
date: 2026-01-01
expires: 2026-10-10
---
-- articles/new.md --
---
title: 新闻
audiences: 青少年
date: 2026-01-01
---
`

// at makes the graph of an archive at an instant.
func at(t *testing.T, archive string, now time.Time) *site.Site {
	t.Helper()
	in := synthetic.Site(0, nil)
	in.BaseURL, in.Now = "https://kepu.example.org/", now
	addArchive(&in, archive)
	s, _ := site.New(in)
	return s
}

func addArchive(in *site.Input, archive string) {
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if f.Name == "site.yaml" {
			in.Settings, in.SettingsPos, _ = content.DecodeSettings("content/site.yaml", f.Data)
			continue
		}
		in.Docs = append(in.Docs, synthetic.Parse(f.Name, string(f.Data)))
	}
}

func clockAt(t *testing.T, text string) time.Time {
	t.Helper()
	now, err := time.ParseInLocation("2006-01-02 15:04", text, content.ChinaTime())
	if err != nil {
		t.Fatal(err)
	}
	return now
}

// digests says of each artifact what it shows.
func digests(t *testing.T, s *site.Site, th *theme.Theme) map[string]artifact.Digest {
	t.Helper()
	all := map[string]artifact.Digest{}
	for _, a := range artifacts(t, s, th) {
		all[a.Path], _ = a.View()
	}
	return all
}

func differing(a, b map[string]artifact.Digest) []string {
	var paths []string
	for p, d := range a {
		if b[p] != d {
			paths = append(paths, p)
		}
	}
	for p := range b {
		if _, ok := a[p]; !ok {
			paths = append(paths, p)
		}
	}
	slices.Sort(paths)
	return paths
}

// TestClock: every artifact stays as it is until the next instant, and at it
// something changes besides the instant that pages name. Months never change,
// but that further ones come with the year.
func TestClock(t *testing.T) {
	th := load(t)
	now := clockAt(t, "2026-08-02 12:00")
	end := clockAt(t, "2027-02-01 00:00")
	month := regexp.MustCompile(`^agenda/\d{4}/`)
	steps := 0
	s := at(t, busy, now)
	shown := digests(t, s, th)
	for ; !s.Next.IsZero() && s.Next.Before(end); steps++ {
		next := s.Next
		if d := differing(shown, digests(t, at(t, busy, next.Add(-time.Second)), th)); len(d) > 0 {
			t.Fatalf("between %v and %v these change: %v", now, next, d)
		}
		then := at(t, busy, next)
		after := digests(t, then, th)
		changed := differing(shown, after)
		if len(changed) == 0 {
			t.Errorf("nothing changes at %v", next)
		}
		for _, p := range changed {
			if _, was := shown[p]; was && month.MatchString(p) && (next.YearDay() != 1 || next.Hour() != 0) {
				t.Errorf("%s changes at %v", p, next)
			}
		}
		if !visible(t, s, then, th, changed) {
			t.Errorf("at %v nothing changes but the instant that pages name", next)
		}
		now, s, shown = next, then, after
	}
	if steps < 30 {
		t.Errorf("only %d instants", steps)
	}
}

// visible reports whether two states of a site differ by more than the instant
// of which they say they are true.
func visible(t *testing.T, before, after *site.Site, th *theme.Theme, paths []string) bool {
	draws := func(s *site.Site) map[string]string {
		texts := map[string]string{}
		for _, a := range artifacts(t, s, th) {
			if slices.Contains(paths, a.Path) {
				texts[a.Path] = asOfText.ReplaceAllString(draw(t, []artifact.Artifact{a})[a.Path].text, "")
			}
		}
		return texts
	}
	return !maps.Equal(draws(before), draws(after))
}

var asOfText = regexp.MustCompile(`(?s)<p class="asof">.*?</p>|<span>截至.*?</span>`)

// TestYearTurnsMonths: at a new year only the last month knows of the next one.
func TestYearTurnsMonths(t *testing.T) {
	th := load(t)
	before, after := digests(t, at(t, busy, clockAt(t, "2026-12-31 23:59")), th), digests(t, at(t, busy, clockAt(t, "2027-01-01 00:00")), th)
	for _, p := range differing(before, after) {
		if _, was := before[p]; was && strings.HasPrefix(p, "agenda/20") && p != "agenda/2027/12/index.html" && p != "agenda/2027/index.html" {
			t.Errorf("%s changes", p)
		}
	}
}

// fields reads the properties of each VEVENT of a calendar, by UID.
func fields(t *testing.T, s *site.Site, path string) map[string]map[string]string {
	t.Helper()
	events := map[string]map[string]string{}
	for _, a := range artifacts(t, s, load(t)) {
		if a.Path != path {
			continue
		}
		text := string(draw(t, []artifact.Artifact{a})[path].textBytes())
		for _, p := range icalcheck.Check([]byte(text)) {
			t.Errorf("%s: %v", path, p)
		}
		text = strings.ReplaceAll(text, "\r\n ", "")
		for _, block := range strings.Split(text, "BEGIN:VEVENT\r\n")[1:] {
			block, _, _ = strings.Cut(block, "END:VEVENT")
			props := map[string]string{}
			for _, line := range strings.Split(strings.TrimSpace(block), "\r\n") {
				name, value, _ := strings.Cut(line, ":")
				name, params, _ := strings.Cut(name, ";")
				if params != "" && strings.Contains(params, "TZID") || strings.Contains(params, "VALUE=DATE") {
					value = params + ":" + value
				}
				if props[name] != "" {
					value = props[name] + "|" + value
				}
				props[name] = value
			}
			events[props["UID"]] = props
		}
		return events
	}
	t.Fatalf("there is no %s", path)
	return nil
}

func (s shown) textBytes() []byte { return []byte(s.text) }

// TestCalendars: what each sort of event becomes in calendars.
func TestCalendars(t *testing.T) {
	s := at(t, busy, clockAt(t, "2026-09-10 12:00"))
	const host = "@kepu.example.org"
	all := fields(t, s, "calendar.ics")
	for uid, want := range map[string]map[string]string{
		"events/talk": {"DTSTART": "TZID=Asia/Shanghai:20260919T090000", "DTEND": "TZID=Asia/Shanghai:20260919T113000", "DTSTAMP": "20260731T160000Z",
			"SUMMARY": "讲座", "STATUS": "CONFIRMED", "LOCATION": "科技馆，人民大街1号", "GEO": "43.880000;125.320000", "URL": "https://kepu.example.org/events/talk/", "CATEGORIES": "天文", "RRULE": "", "SEQUENCE": ""},
		"events/course":    {"DTSTART": "TZID=Asia/Shanghai:20260905T090000", "RRULE": "FREQ=WEEKLY;COUNT=6;BYDAY=SA", "EXDATE": "TZID=Asia/Shanghai:20260912T090000", "RDATE": "TZID=Asia/Shanghai:20261018T140000"},
		"events/forever":   {"DTSTART": "TZID=Asia/Shanghai:20260808T190000", "RRULE": "FREQ=MONTHLY;BYDAY=2SA"},
		"events/tour#bc":   {"DTSTART": "VALUE=DATE:20260901", "DTEND": "VALUE=DATE:20260921", "STATUS": "CONFIRMED", "TRANSP": "TRANSPARENT", "DTSTAMP": "20260808T160000Z", "SEQUENCE": "1"},
		"events/tour#cc":   {"STATUS": "CANCELLED", "SUMMARY": "【已取消】流动科技馆"},
		"events/meeting":   {"DTSTART": "VALUE=DATE:20261101", "DTEND": "VALUE=DATE:20261104"},
		"events/meeting#1": {"DTSTART": "TZID=Asia/Shanghai:20261101T090000", "SUMMARY": "年会：上"},
		"events/meeting#2": {"LOCATION": "科技馆 二厅，人民大街1号"},
		"events/term#2026": {"DTSTART": "TZID=Asia/Shanghai:20260420T090000", "RRULE": ""},
		"events/term#2027": {"DTSTART": "TZID=Asia/Shanghai:20270420T090000"},
		"events/maybe":     {"STATUS": "TENTATIVE", "DTSTAMP": "20000101T000000Z"},
		"events/off":       {"STATUS": "CANCELLED", "SUMMARY": "【已取消】取消的会", "SEQUENCE": "1", "DTSTAMP": "20261120T020000Z"},
		"events/summer":    {"DTSTART": "TZID=Asia/Shanghai:19880701T100000"},
		"series/week#2025": {"DTSTART": "VALUE=DATE:20250920", "DTEND": "VALUE=DATE:20250927", "STATUS": "CONFIRMED", "SUMMARY": "科普周"},
		"series/week#2026": {"DTSTART": "VALUE=DATE:20260919", "STATUS": "TENTATIVE", "SUMMARY": "科普周（待定）"},
	} {
		got := all[uid+host]
		if got == nil {
			t.Errorf("no %s", uid)
			continue
		}
		for name, value := range want {
			if got[name] != value {
				t.Errorf("%s: %s is %q, want %q", uid, name, got[name], value)
			}
		}
	}
	city := fields(t, s, "cities/白城市/calendar.ics")
	if len(city) != 1 || city["events/tour#bc"+host] == nil {
		t.Errorf("白城市: %v", city)
	}
	due := fields(t, s, "registration.ics")
	if got := due["events/talk#registration"+host]; len(due) != 1 || got["DTSTART"] != "VALUE=DATE:20260915" || got["SUMMARY"] != "报名截止：讲座" {
		t.Errorf("deadlines: %v", due)
	}
	for _, path := range []string{"places/hall/calendar.ics", "organizations/jlast/calendar.ics", "topics/天文/calendar.ics", "series/week/calendar.ics", "events/tour/event.ics"} {
		if len(fields(t, s, path)) == 0 {
			t.Errorf("%s is empty", path)
		}
	}
}

// TestEdits follows an event through its life: what subscribers' calendars
// know it by never changes, and each announced change raises SEQUENCE.
func TestEdits(t *testing.T) {
	const head = "title: 观鹤\ndate: 2026-09-01\n"
	const first = "start: 2026-09-26 06:30\nend: 2026-09-26 10:30\nvenue: 东堤\n"
	change := func(n int) string {
		text := "changes:\n"
		for i := range n {
			text += fmt.Sprintf("  - {date: 2026-09-%02d 08:00, text: 第%d次}\n", 10+i, i+1)
		}
		return text
	}
	moved := strings.Replace(strings.Replace(first, "09-26 06", "09-27 06", 1), "09-26 10", "09-27 10", 1)
	for _, e := range []struct{ name, fields, sequence, status, start, summary, location string }{
		{"announced", first, "", "CONFIRMED", "20260926T063000", "观鹤", "东堤"},
		{"a word mended, which is no change", strings.Replace(first, "venue", "summary: 看鹤\nvenue", 1), "", "CONFIRMED", "20260926T063000", "观鹤", "东堤"},
		{"moved", moved + "status: rescheduled\nprevious_start: 2026-09-26 06:30\n" + change(1), "1", "CONFIRMED", "20260927T063000", "观鹤", "东堤"},
		{"new venue", strings.Replace(moved, "东堤", "西堤", 1) + change(2), "2", "CONFIRMED", "20260927T063000", "观鹤", "西堤"},
		{"cancelled", moved + "status: cancelled\n" + change(3), "3", "CANCELLED", "20260927T063000", "【已取消】观鹤", "东堤"},
		{"restored", moved + change(4), "4", "CONFIRMED", "20260927T063000", "观鹤", "东堤"},
		{"postponed", moved + "status: postponed\n" + change(5), "5", "TENTATIVE", "20260927T063000", "【已延期】观鹤", "东堤"},
		{"a day found, not yet certain", strings.ReplaceAll(moved, "09-27", "10-11") + "status: tentative\n" + change(6), "6", "TENTATIVE", "20261011T063000", "观鹤", "东堤"},
		{"certain", strings.ReplaceAll(moved, "09-27", "10-11") + change(7), "7", "CONFIRMED", "20261011T063000", "观鹤", "东堤"},
		{"renamed", strings.ReplaceAll(moved, "09-27", "10-11") + change(8), "8", "CONFIRMED", "20261011T063000", "秋日观鹤", "东堤"},
	} {
		title := head
		if e.name == "renamed" {
			title = strings.Replace(head, "观鹤", "秋日观鹤", 1)
		}
		s := at(t, "-- events/crane.md --\n---\n"+title+e.fields+"---\n", clockAt(t, "2026-09-09 00:00"))
		got := fields(t, s, "events/crane/event.ics")["events/crane@kepu.example.org"]
		want := map[string]string{"SEQUENCE": e.sequence, "STATUS": e.status, "DTSTART": "TZID=Asia/Shanghai:" + e.start, "SUMMARY": e.summary, "LOCATION": e.location}
		for name, value := range want {
			if got[name] != value {
				t.Errorf("%s: %s is %q, want %q", e.name, name, got[name], value)
			}
		}
	}
	// The file moves, its identity does not.
	s := at(t, "-- events/2026/autumn.md --\n---\n"+head+first+"uid: events/crane\naliases: [/events/crane/]\n---\n", clockAt(t, "2026-09-09 00:00"))
	if got := fields(t, s, "calendar.ics"); got["events/crane@kepu.example.org"] == nil {
		t.Errorf("after moving the file: %v", got)
	}
}

// busyEdits are small changes of one place each: the old text, the new one.
var busyEdits = [][2]string{
	{"opens: 2026-09-01 08:00", "opens: 2026-09-12 08:00"},
	{"contact: \"0431-1\"", "contact: \"0431-2\""},
	{"共6次", "共5次"},
	{"except: [2026-09-12]", "except: [2026-09-19]"},
	{"extra: [2026-10-18 14:00]", "extra: [2026-10-18 15:00]"},
	{"每月第二个周六", "每月8日"},
	{"id: bc, ", ""},
	{"city: 白城市", "city: 松原市"},
	{"周二至周日 09:00-16:00", "周二至周日 09:00-17:00"},
	{"except: 2026-09-10", "except: 2026-09-11"},
	{"place: hall, status: cancelled", "place: hall"},
	{"updated: 2026-08-09", "updated: 2026-08-10"},
	{"online: https://a.cn/live", "online: https://a.cn/other"},
	{"venue: 二厅", "venue: 三厅"},
	{"{title: 上,", "{title: 早,"},
	{"on: 谷雨", "on: 夏至"},
	{"hours: 09:00-15:00", "hours: 09:00-14:00"},
	{"status: tentative\nvenue: 楼", "venue: 楼"},
	{"text: 大雪", "text: 暴雪"},
	{"2026-11-20 10:00, text", "2026-11-21 10:00, text"},
	{"BYDAY=3SA", "BYDAY=2SA"},
	{"days: 7}", "days: 8}"},
	{"{text: 甲}", "{text: 丙}"},
	{"start: 2025-09-20", "start: 2025-09-19"},
	{"place: hall\norganization: jlast\ntopics", "place: hall\nundertakers: [jlast]\ntopics"},
	{"title: 讲座\ndate", "title: 讲座\nco_organizers: [某学会]\ndate"},
	{"title: 讲座\ndate", "title: 讲座\nsupporters: [jlast]\ndate"},
	{"title: 讲座\ndate", "title: 讲座\nmaterials: [{title: 课件, url: \"https://a.cn/a.pdf\"}]\ndate"},
	{"title: 讲座\ndate", "title: 讲座\nrecap: [new]\ndate"},
	{"title: 讲座\ndate", "title: 讲座\npart_of: meeting\ndate"},
	{"title: 讲座\ndate", "title: 讲座\nuid: events/old\ndate"},
	{"title: 讲座\ndate", "title: 讲座\nspeakers: [张三]\ndate"},
	{"title: 讲座\ndate", "title: 讲座\nexample: true\ndate"},
	{"title: 科技馆", "title: 博物馆"},
	{"人民大街1号", "人民大街2号"},
	{"lat: 43.88", "lat: 43.89"},
}

// TestCalendarEditsAreNoticed: as TestEditsAreNoticed, for what events have.
func TestCalendarEditsAreNoticed(t *testing.T) {
	th := load(t)
	site, _, _ := strings.Cut(busy, "-- events/summer.md --")
	site += "-- series/week.md --" + strings.SplitAfterN(busy, "-- series/week.md --", 2)[1]
	now := clockAt(t, "2026-09-10 12:00")
	before := draw(t, artifacts(t, at(t, site, now), th))
	for _, e := range busyEdits {
		if strings.Count(site, e[0]) < 1 {
			t.Fatalf("no %q to edit", e[0])
		}
		changed := 0
		for path, after := range draw(t, artifacts(t, at(t, strings.Replace(site, e[0], e[1], 1), now), th)) {
			if was := before[path]; after.text != was.text {
				changed++
				if after.digest == was.digest {
					t.Errorf("%s: %s changes, its digest does not", e[1], path)
				}
			}
		}
		if changed == 0 {
			t.Errorf("%s: changes nothing at all", e[1])
		}
	}
}
