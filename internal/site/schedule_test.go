package site

import (
	"fmt"
	"strings"
	"testing"

	"kepu/internal/content"
)

// times writes the times of an entry, a line each.
func times(e *Entry) string {
	var b strings.Builder
	for _, o := range e.Times {
		layout, end := "2006-01-02 15:04", o.End
		if o.Day {
			layout, end = "2006-01-02", o.End.AddDate(0, 0, -1)
		}
		fmt.Fprintf(&b, "%s/%s", o.Start.Format(layout), end.Format(layout))
		if o.Open {
			b.WriteString(" open")
		}
		if o.Part >= 0 {
			fmt.Fprintf(&b, " #%d", o.Part)
		}
		if o.Status != Scheduled {
			b.WriteString(" " + o.Status)
		}
		if o.Place != nil {
			b.WriteString(" @" + o.Place.Slug)
		}
		if o.Venue != "" {
			b.WriteString(" " + o.Venue)
		}
		if len(o.Cities) > 0 {
			b.WriteString(" " + o.Cities[0].Name)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestSchedule: every way to say when an event is.
func TestSchedule(t *testing.T) {
	for _, c := range []struct{ name, fields, want string }{
		{"one session", "start: 2026-09-19 09:00\nend: 2026-09-19 11:30\n", "2026-09-19 09:00/2026-09-19 11:30 厅\n"},
		{"no end", "start: 2026-09-19 09:00\n", "2026-09-19 09:00/2026-09-20 00:00 open 厅\n"},
		{"a day", "start: 2026-09-19\n", "2026-09-19/2026-09-19 厅\n"},
		{"days", "start: 2026-09-19\nend: 2026-09-25\n", "2026-09-19/2026-09-25 厅\n"},
		{"a day with hours is a session", "start: 2026-09-19\nhours: 09:00-11:30\n", "2026-09-19 09:00/2026-09-19 11:30 厅\n"},
		{"solar term of a year", "on: 2027年谷雨\n", "2027-04-20/2027-04-20 厅\n"},
		{"solar term after the announcement", "date: 2026-05-01\non: 谷雨\nhours: 09:00-11:00\n", "2027-04-20 09:00/2027-04-20 11:00 厅\n"},
		{"solar term on the day of the announcement", "date: 2026-04-20\non: 谷雨\n", "2026-04-20/2026-04-20 厅\n"},
		{"every solar term", "on: 2025年冬至\nrepeat: FREQ=YEARLY;COUNT=3\n", "2025-12-21/2025-12-21 厅\n2026-12-22/2026-12-22 厅\n2027-12-22/2027-12-22 厅\n"},
		{"weekly, without and with", "start: 2026-09-05 09:00\nend: 2026-09-05 10:30\nrepeat: 每周六，共4次\nexcept: 2026-09-12\nextra: [2026-09-13, 2026-09-20 14:00]\n",
			"2026-09-05 09:00/2026-09-05 10:30 厅\n2026-09-13 09:00/2026-09-13 10:30 厅\n2026-09-19 09:00/2026-09-19 10:30 厅\n2026-09-20 14:00/2026-09-20 15:30 厅\n2026-09-26 09:00/2026-09-26 10:30 厅\n"},
		{"days that recur", "start: 2026-09-12\nend: 2026-09-13\nrepeat: FREQ=MONTHLY;BYDAY=2SA;UNTIL=20261101\n", "2026-09-12/2026-09-13 厅\n2026-10-10/2026-10-11 厅\n"},
		{"dates without a rule", "start: 2026-09-12 19:00\nend: 2026-09-12 20:00\nextra: [2026-10-25, 2026-09-25]\n",
			"2026-09-12 19:00/2026-09-12 20:00 厅\n2026-09-25 19:00/2026-09-25 20:00 厅\n2026-10-25 19:00/2026-10-25 20:00 厅\n"},
		{"endless to the end of next year", "start: 2026-10-05 09:00\nrepeat: FREQ=MONTHLY;INTERVAL=6\n",
			"2026-10-05 09:00/2026-10-06 00:00 open 厅\n2027-04-05 09:00/2027-04-06 00:00 open 厅\n2027-10-05 09:00/2027-10-06 00:00 open 厅\n"},
		{"sessions", "changes: [{date: 2026-09-01, text: 雨}]\nsessions:\n  - {start: 2026-09-20 09:00, end: 2026-09-20 10:00, venue: 乙}\n  - {start: 2026-09-19 09:00, place: park, status: cancelled}\n",
			"2026-09-19 09:00/2026-09-20 00:00 open #1 cancelled @park 长春市\n2026-09-20 09:00/2026-09-20 10:00 #0 乙\n"},
		{"rooms of the event's place", "place: park\nsessions: [{start: 2026-09-20 09:00, venue: 二厅}]\n", "2026-09-20 09:00/2026-09-21 00:00 open #0 @park 二厅\n"},
		{"to a day without an hour", "start: 2026-09-19 09:00\nend: 2026-09-20\n", "2026-09-19 09:00/2026-09-21 00:00 厅\n"},
		{"solar terms until a day", "on: 2027年谷雨\nrepeat: 每年，到2028-04-18\n", "2027-04-20/2027-04-20 厅\n"},
		{"hours of two weekdays", "start: 2026-09-19\nrepeat: FREQ=WEEKLY;BYDAY=SA,SU;COUNT=2\nhours: [周六 09:00-11:00, 周日 13:00-15:00]\n", "2026-09-19/2026-09-19 厅\n2026-09-20/2026-09-20 厅\n"},
		{"stops", "stops:\n  - {start: 2026-09-01, end: 2026-09-10, place: park}\n  - {start: 2026-10-01, venue: 校, city: 吉林市}\n",
			"2026-09-01/2026-09-10 #0 @park 长春市\n2026-10-01/2026-10-01 #1 校 吉林市\n"},
		{"all is cancelled", "status: cancelled\nchanges: [{date: 2026-09-01, text: 雨}]\nsessions:\n  - {start: 2026-09-20 09:00, status: rescheduled}\n", "2026-09-20 09:00/2026-09-21 00:00 open #0 cancelled 厅\n"},
	} {
		files := "-- places/park.md --\n---\ntitle: 园\nkind: park\ncities: 长春市\n---\n-- events/e.md --\n---\ntitle: 活动\nvenue: 厅\n" + c.fields + "---\n"
		s := good(t, files, asOf(moment(t, "2026-09-15 00:00")))
		if got := times(entry(t, s, "events/e")); got != c.want {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

const week = `
-- series/week.md --
---
title: 周
date: 2023-01-01
kind: observance
nominal:
  - {repeat: "FREQ=YEARLY;BYMONTH=9;BYDAY=SA;BYMONTHDAY=14,15,16,17,18,19,20", from: 2003, days: 7}
dates:
  - {year: 2016, edition: 14, start: 2016-09-17}
  - {year: 2023, edition: 21, start: 2023-09-16, end: 2023-09-22}
  - {year: 2025, start: 2025-09-01, end: 2025-09-30, tentative: true}
---
-- series/day.md --
---
title: 日
kind: observance
nominal:
  - {repeat: 每年5月30日, from: 2024, fixed: true}
---
-- series/past.md --
---
title: 从前
kind: observance
nominal:
  - {repeat: 每年5月30日, from: 2001, to: 2024}
dates:
  - {year: 2024, start: 2024-05-29}
---
-- series/tomb.md --
---
title: 清明
kind: observance
date: 2026-01-01
nominal:
  - {on: 清明, from: 2008, days: 3}
---
`

// TestObservances: a date on record wins over the rule; the rule speaks of the
// years after the last one, and of no year outside its force.
func TestObservances(t *testing.T) {
	s, ds := graph(t, week, asOf(moment(t, "2026-03-01 00:00")))
	if told(ds) != "series/tomb.md:6:3 unconfirmed-date\n" {
		t.Error(told(ds))
	}
	for slug, want := range map[string]string{
		"week": "2016-09-17/2016-09-17 #0\n2023-09-16/2023-09-22 #1\n2024-09-14/2024-09-20 tentative\n2025-09-01/2025-09-30 #2 tentative\n2026-09-19/2026-09-25 tentative\n2027-09-18/2027-09-24 tentative\n",
		"day":  "2024-05-30/2024-05-30\n2025-05-30/2025-05-30\n2026-05-30/2026-05-30\n2027-05-30/2027-05-30\n",
		"past": "2024-05-29/2024-05-29 #0\n",
		"tomb": "2026-04-05/2026-04-07 tentative\n2027-04-05/2027-04-07 tentative\n",
	} {
		if got := times(entry(t, s, "series/"+slug)); got != want {
			t.Errorf("%s:\n%swant:\n%s", slug, got, want)
		}
	}
}

// TestReminder: 120 days before an observance whose date is only the rule's,
// the editor hears of it, until it is over or confirmed.
func TestReminder(t *testing.T) {
	files, _, _ := strings.Cut(week, "-- series/tomb.md --")
	const reminder = "series/week.md:6:3 unconfirmed-date\n"
	for now, want := range map[string]string{
		"2026-05-21 23:59": "", "2026-05-22 00:00": reminder, "2026-09-25 23:59": reminder, "2026-09-26 00:00": "",
	} {
		s, ds := graph(t, files, asOf(moment(t, now)))
		if told(ds) != want {
			t.Errorf("%s: %s", now, told(ds))
		}
		if now == "2026-05-21 23:59" && !s.Says.Equal(moment(t, "2026-05-22 00:00")) || now == "2026-05-22 00:00" && !s.Said.Equal(moment(t, now)) {
			t.Errorf("%s: said %v, says %v", now, s.Said, s.Says)
		}
	}
}

// TestYearTurns: what has no end goes on by a year at the turn of each.
func TestYearTurns(t *testing.T) {
	const files = "-- events/e.md --\n---\ntitle: 周会\nvenue: 厅\nstart: 2020-01-01\nrepeat: 每年1月1日\n---\n"
	s := good(t, files, asOf(moment(t, "2026-06-01 00:00")))
	if !s.Next.Equal(moment(t, "2027-01-01 00:00")) || !s.AsOf.Equal(moment(t, "2026-01-02 00:00")) {
		t.Errorf("as of %v, next %v", s.AsOf, s.Next)
	}
	s = good(t, files, asOf(moment(t, "2026-12-31 23:59")))
	if n := len(entry(t, s, "events/e").Times); n != 8 {
		t.Errorf("%d times in 2026", n)
	}
	s = good(t, files, asOf(s.Next))
	if n := len(entry(t, s, "events/e").Times); n != 9 {
		t.Errorf("%d times in 2027", n)
	}
}

// TestCities: an event without cities takes place in those of its places.
func TestCities(t *testing.T) {
	s := good(t, "-- places/park.md --\n---\ntitle: 园\nkind: park\ncities: 长春市\n---\n-- events/e.md --\n---\ntitle: 活动\nplace: park\nstart: 2026-09-01\n---\n"+
		"-- events/tour.md --\n---\ntitle: 巡展\nstops: [{start: 2026-09-01, place: park}, {start: 2026-10-01, venue: 校, city: 吉林市}, {start: 2026-11-01, venue: 站}]\n---\n")
	cities := map[string]*Term{}
	for _, c := range s.Locales[0].Terms[Cities] {
		cities[c.Name] = c
	}
	if got := titles(cities["长春市"].Entries); got != "tour e park" && got != "e tour park" {
		t.Errorf("长春市: %s", got)
	}
	tour := entry(t, s, "events/tour")
	for i, want := range []map[string]bool{{"长春市": true}, {"吉林市": true}, {"长春市": true, "吉林市": true}} {
		for name, c := range cities {
			if tour.Times[i].TakesPlaceIn(c) != want[name] {
				t.Errorf("stop %d in %s: %v", i, name, !want[name])
			}
		}
	}
	if e := entry(t, s, "events/e"); len(e.Of(Cities)) != 1 || e.Of(Cities)[0] != cities["长春市"] {
		t.Errorf("cities: %v", e.Of(Cities))
	}
}

// TestForEver: what has gone on for long keeps its last times; the site does not
// cease to be built one day.
func TestForEver(t *testing.T) {
	const files = "-- events/e.md --\n---\ntitle: 天天\nvenue: 厅\nstart: 1950-01-01\nrepeat: 每天\n---\n"
	s := good(t, files, asOf(moment(t, "2026-06-01 00:00")))
	e := entry(t, s, "events/e")
	if n := len(e.Times); n != content.MaxTimes || e.Times[n-1].Start.Format("2006-01-02") != "2027-12-31" {
		t.Errorf("%d times to %v", n, e.Times[n-1].Start)
	}
}

// TestThemeAlone: an edition of which only the theme is known leaves the date to
// the rule.
func TestThemeAlone(t *testing.T) {
	s := good(t, "-- series/d.md --\n---\ntitle: 日\nkind: campaign\ndate: 2026-01-01\nnominal: [{repeat: 每年9月1日}]\ndates: [{year: 2026, themes: [{text: 甲}]}]\n---\n", asOf(moment(t, "2026-01-02 00:00")))
	if got := times(entry(t, s, "series/d")); got != "2026-09-01/2026-09-01 tentative\n2027-09-01/2027-09-01 tentative\n" {
		t.Error(got)
	}
}

// TestRecordOnly: an observance without a rule is awaited a year after the last
// date on record.
func TestRecordOnly(t *testing.T) {
	const files = "-- series/d.md --\n---\ntitle: 周\nkind: observance\ndates: [{year: 2025, start: 2025-05-12, end: 2025-05-18}]\n---\n"
	for now, want := range map[string]string{"2026-01-11 23:59": "", "2026-01-12 00:00": "series/d.md:4:8 unconfirmed-date\n", "2026-05-19 00:00": ""} {
		if _, ds := graph(t, files, asOf(moment(t, now))); told(ds) != want {
			t.Errorf("%s: %s", now, told(ds))
		}
	}
}
