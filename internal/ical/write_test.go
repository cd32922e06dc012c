package ical_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"kepu/internal/ical"
	"kepu/internal/ical/icalcheck"
)

func written(c *ical.Calendar) string { return string(c.Append(nil)) }

func wantNoProblems(t *testing.T, src []byte) {
	t.Helper()
	problems := icalcheck.Check(src)
	for _, p := range problems {
		t.Error(p)
	}
	if len(problems) > 0 {
		t.Logf("%s", src)
	}
}

func TestSample(t *testing.T) { wantNoProblems(t, sample().Append(nil)) }

func TestRandom(t *testing.T) {
	rounds := 500
	if testing.Short() {
		rounds = 50
	}
	for i := range rounds {
		c := random(rand.New(rand.NewPCG(1, uint64(i))))
		src := c.Append(nil)
		wantNoProblems(t, src)
		if t.Failed() {
			t.Fatalf("round %d", i)
		}
		if !bytes.Equal(c.Append([]byte("before")), append([]byte("before"), src...)) {
			t.Fatal("not the same again, behind other bytes")
		}
	}
}

func TestEmpty(t *testing.T) {
	wantNoProblems(t, (&ical.Calendar{Name: "空"}).Append(nil))
	if src := written(&ical.Calendar{}); !strings.Contains(src, "BEGIN:VTIMEZONE") {
		t.Errorf("a calendar has to hold something: %s", src)
	}
}

// TestZone counts the observances that some events need.
func TestZone(t *testing.T) {
	timed := func(start string) *ical.Event { return &ical.Event{UID: start, Stamp: at(start), Start: at(start)} }
	day := &ical.Event{UID: "day", Stamp: at("1988-07-01"), Start: at("1988-07-01"), Day: true}
	extra, except := timed("2026-01-01 09:00"), timed("2026-01-02 09:00")
	extra.Extra = append(extra.Extra, at("1990-01-01 09:00"))
	except.Except = append(except.Except, at("1990-01-01 09:00"))
	for _, c := range []struct {
		name               string
		event              *ical.Event
		standard, daylight int
	}{
		{"whole days", day, 0, 0},
		{"now", timed("2026-05-30 09:30"), 1, 0},
		{"after the last shift", timed("1991-09-15 02:00"), 1, 0},
		{"before the last shift", timed("1991-09-15 00:59"), 2, 1},
		{"before all shifts", timed("1958-01-01 00:00"), 2, 1},
		{"RDATE", extra, 2, 1},
		{"EXDATE", except, 2, 1},
	} {
		src := written(&ical.Calendar{Events: []*ical.Event{c.event}})
		standard, daylight := strings.Count(src, "BEGIN:STANDARD"), strings.Count(src, "BEGIN:DAYLIGHT")
		if standard != c.standard || daylight != c.daylight {
			t.Errorf("%s: %d STANDARD, %d DAYLIGHT, want %d, %d", c.name, standard, daylight, c.standard, c.daylight)
		}
		wantNoProblems(t, []byte(src))
	}
}

// TestHead has the lines that programs read before any event.
func TestHead(t *testing.T) {
	src := written(sample())
	for _, line := range []string{
		"VERSION:2.0", "PRODID:-//kepu//kepu//ZH", "CALSCALE:GREGORIAN", `NAME;LANGUAGE=zh-CN:科普活动\, 全部`,
		`X-WR-CALNAME:科普活动\, 全部`, "X-WR-TIMEZONE:Asia/Shanghai", "URL:https://kepu.example.org/events/",
		"SOURCE;VALUE=URI:https://kepu.example.org/events/calendar.ics", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
		"X-PUBLISHED-TTL:PT12H", "COLOR:steelblue", "LAST-MODIFIED:20260501T010000Z",
	} {
		head, _, _ := strings.Cut(src, "BEGIN:VEVENT")
		if !strings.Contains(head, "\r\n"+line+"\r\n") {
			t.Errorf("no line %q", line)
		}
	}
	if strings.Contains(src, "METHOD") {
		t.Error("METHOD makes an invitation of it")
	}
}

func TestEnd(t *testing.T) {
	for _, c := range []struct {
		start, end string
		day        bool
		want       string
	}{
		{"2026-05-30 09:30", "2026-05-30 09:31", false, "DTEND;TZID=Asia/Shanghai:20260530T093100"},
		{"2026-05-30 09:30", "2026-05-30 09:30", false, ""},
		{"2026-05-30 09:30", "2026-05-29 09:30", false, ""},
		{"2026-05-30", "2026-05-31", true, "DTEND;VALUE=DATE:20260531"},
		{"2026-05-30", "2026-05-30", true, ""},
	} {
		e := &ical.Event{UID: "x", Stamp: at(c.start), Start: at(c.start), End: at(c.end), Day: c.day}
		got := ""
		for line := range strings.Lines(written(&ical.Calendar{Events: []*ical.Event{e}})) {
			if strings.HasPrefix(line, "DTEND") {
				got += strings.TrimSuffix(line, "\r\n")
			}
		}
		if got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

// TestAnyZone: where a caller's times come from makes no difference.
func TestAnyZone(t *testing.T) {
	c := sample()
	want := written(c)
	for _, e := range c.Events {
		for _, at := range []*time.Time{&e.Stamp, &e.Created, &e.Modified, &e.Start, &e.End} {
			if !at.IsZero() {
				*at = at.In(time.FixedZone("", -3*3600))
			}
		}
	}
	if written(c) != want {
		t.Error("times in another zone are written otherwise")
	}
}

// TestInjection: whatever a field holds, it stays in its line.
func TestInjection(t *testing.T) {
	const evil = "x\r\nATTACH:file:///etc/passwd\nSTATUS:CANCELLED"
	c := &ical.Calendar{Name: evil, URL: evil, Color: evil, Refresh: evil, Lang: evil, Events: []*ical.Event{{
		UID: evil, Start: at("2026-05-30"), Rule: evil, Summary: evil, URL: evil, Status: evil, Categories: []string{evil},
		Conference: evil, Links: []ical.Link{{URL: evil, Rel: evil, Label: evil}},
	}}}
	for line := range strings.SplitSeq(written(c), "\r\n") {
		if strings.HasPrefix(line, "ATTACH") || strings.HasPrefix(line, "STATUS:CANCELLED") || strings.ContainsAny(line, "\r\n") {
			t.Errorf("%q", line)
		}
	}
}
