package site

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
)

const agendaOf = `
-- articles/old.md --
---
title: 旧闻
date: 2026-01-01
expires: 2026-09-03
---
-- events/morning.md --
---
title: 上午
start: 2026-09-19 09:00
end: 2026-09-19 11:30
venue: 礼堂
registration: {opens: 2026-09-05 08:00, closes: 2026-09-15}
---
-- events/week.md --
---
title: 一周
start: 2026-10-01
end: 2026-10-07
venue: 广场
---
-- events/open.md --
---
title: 没写几点结束
start: 2026-11-01 14:00
venue: 礼堂
---
-- events/course.md --
---
title: 三次课
start: 2026-11-10 18:00
venue: 礼堂
sessions:
  - {start: 2026-11-10 18:00, end: 2026-11-10 20:00}
  - {start: 2026-11-17 18:00, end: 2026-11-17 20:00}
  - {start: 2026-11-24 18:00}
---
-- events/elsewhere.md --
---
title: 写明时区
start: 2026-12-01T17:00:00+08:00
end: 2026-12-01 18:00
online: https://example.org/
---
-- events/off.md --
---
title: 取消了
start: 2026-12-10 09:00
end: 2026-12-10 10:00
venue: 礼堂
status: cancelled
changes: [{date: 2026-12-01, text: 取消}]
---
-- events/draft.md --
---
title: 草稿
start: 2027-06-01 09:00
venue: 礼堂
status: draft
---
-- series/day.md --
---
title: 科普日
kind: observance
dates:
  - {year: 2027, start: 2027-05-30, end: 2027-05-31}
---
`

// instants are all at which the calendar changes, in order.
var instants = []string{
	"2026-09-04 00:00", "2026-09-05 08:00", "2026-09-16 00:00", "2026-09-19 09:00", "2026-09-19 11:30",
	"2026-10-01 00:00", "2026-10-08 00:00", "2026-11-01 14:00", "2026-11-02 00:00", "2026-11-10 18:00", "2026-11-10 20:00",
	"2026-11-17 18:00", "2026-11-17 20:00", "2026-11-24 18:00", "2026-11-25 00:00", "2026-12-01 17:00", "2026-12-01 18:00", "2026-12-10 10:00", "2027-06-01 00:00",
}

func moment(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", text, content.ChinaTime())
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func asOf(now time.Time) func(*Input) { return func(in *Input) { in.Now = now } }

// shown is all that time alone may change.
func shown(s *Site) artifact.Digest {
	var parts []any
	parts = append(parts, s.AsOf.UnixNano(), s.Next.UnixNano(), fmt.Sprint(s.AsOf))
	for _, e := range s.Entries {
		parts = append(parts, e.Address, titles(e.Related))
	}
	for _, l := range s.Locales {
		running, ahead, past := s.Agenda(l.Events, nil)
		parts = append(parts, titles(entries(running)), titles(entries(ahead)), titles(entries(past)))
	}
	return artifact.DigestOf(parts...)
}

func entries(list []Occurrence) []*Entry {
	var out []*Entry
	for _, o := range list {
		out = append(out, o.Entry)
	}
	return out
}

// TestNext follows Next from instant to instant.
func TestNext(t *testing.T) {
	now := moment(t, "2026-08-01 00:00")
	for _, want := range instants {
		s := good(t, agendaOf, asOf(now))
		if !s.Next.Equal(moment(t, want)) {
			t.Fatalf("after %v: next is %v, want %s", now, s.Next, want)
		}
		now = s.Next
	}
	if s := good(t, agendaOf, asOf(now)); !s.Next.IsZero() || !s.AsOf.Equal(now) {
		t.Errorf("at last: next %v, as of %v", s.Next, s.AsOf)
	}
}

// TestBetween: the site is the same from one instant until just before the
// next, in whatever zone the machine stands, and changes with it.
func TestBetween(t *testing.T) {
	var before artifact.Digest
	for i, text := range instants {
		from := moment(t, text)
		first := shown(good(t, agendaOf, asOf(from)))
		if first == before {
			t.Errorf("nothing changes at %s", text)
		}
		before = first
		if i+1 == len(instants) {
			break
		}
		end := moment(t, instants[i+1])
		for _, now := range []time.Time{from.Add(time.Nanosecond), from.Add(end.Sub(from) / 2), end.Add(-time.Second), end.Add(-time.Nanosecond)} {
			for _, zone := range []*time.Location{time.UTC, time.FixedZone("", -5*3600), content.ChinaTime()} {
				if shown(good(t, agendaOf, asOf(now.In(zone)))) != first {
					t.Errorf("the site of %v is not that of %s", now.In(zone), text)
				}
			}
		}
	}
}

// TestFreshness: without any event the newest entry says how fresh the site
// is, and Next tells when the next one will.
func TestFreshness(t *testing.T) {
	const news = `
-- articles/a.md --
---
title: 甲
date: 2026-08-30
---
-- articles/b.md --
---
title: 乙
date: 2026-09-10 08:00
---
`
	s := good(t, news)
	if !s.AsOf.Equal(moment(t, "2026-08-30 00:00")) || !s.Next.Equal(moment(t, "2026-09-10 08:00")) {
		t.Errorf("as of %v, next %v", s.AsOf, s.Next)
	}
	s = good(t, news, asOf(s.Next))
	if !s.AsOf.Equal(moment(t, "2026-09-10 08:00")) || !s.Next.IsZero() {
		t.Errorf("later: as of %v, next %v", s.AsOf, s.Next)
	}
}

func TestPhase(t *testing.T) {
	s := good(t, agendaOf)
	for _, c := range []struct {
		now                  string
		running, ahead, past string
	}{
		{"2026-09-19 08:59", "", "morning week open course elsewhere off", ""},
		{"2026-09-19 09:00", "morning", "week open course elsewhere off", ""},
		{"2026-09-19 11:30", "", "week open course elsewhere off", "morning"},
		{"2026-10-07 23:59", "week", "open course elsewhere off", "morning"},
		{"2026-11-01 23:59", "open", "course elsewhere off", "week morning"},
		{"2026-11-12 00:00", "", "course elsewhere off", "open week morning"},
		{"2026-11-17 19:00", "course", "elsewhere off", "open week morning"},
		{"2026-12-10 09:30", "", "off", "elsewhere course open week morning"},
	} {
		s.AsOf = moment(t, c.now)
		on, next, over := s.Agenda(s.Locales[0].Events, nil)
		running, ahead, past := titles(entries(on)), titles(entries(next)), titles(entries(over))
		if running != c.running || ahead != c.ahead || past != c.past {
			t.Errorf("%s: running %q, ahead %q, past %q", c.now, running, ahead, past)
		}
	}
}

// TestEventEnd: an event is over with its end, its day, or its last session.
func TestEventEnd(t *testing.T) {
	s := good(t, agendaOf)
	for slug, want := range map[string]string{
		"morning": "2026-09-19 11:30", "week": "2026-10-08 00:00", "open": "2026-11-02 00:00", "course": "2026-11-25 00:00",
	} {
		i := slices.IndexFunc(s.Entries, func(e *Entry) bool { return e.Slug == slug })
		if got := EventEnd(s.Entries[i]); !got.Equal(moment(t, want)) {
			t.Errorf("%s ends at %v, want %s", slug, got, want)
		}
	}
}
