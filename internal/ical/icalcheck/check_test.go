package icalcheck_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"kepu/internal/ical/icalcheck"
)

// good is a calendar in which nothing is wrong, with most of what there is.
// The file has LF, so that editors leave it alone.
func good(t testing.TB) string {
	b, err := os.ReadFile("testdata/good.ics")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\n", "\r\n")
}

func TestGood(t *testing.T) {
	for _, p := range icalcheck.Check([]byte(good(t))) {
		t.Error(p)
	}
}

// A defect is a replacement in the good calendar, of LF for CR LF as well, and
// the one code that it has to give.
type defect struct{ old, new, code string }

// Texts that several defects replace.
const (
	summary  = "SUMMARY:闰日\n"
	dayStart = "DTSTART;VALUE=DATE:20240229\n"
	dayEnd   = "DTEND;VALUE=DATE:20240302\n"
	dayRule  = "RRULE:FREQ=YEARLY;UNTIL=20400229\n"
	start    = "DTSTART;TZID=Asia/Shanghai:20260530T093000\n"
	end      = "DTEND;TZID=Asia/Shanghai:20260530T113000\n"
	link     = "LINK;VALUE=URI;LINKREL=related;LABEL=\"a: ^'b^' ^^c\":"
	ends     = "END:VEVENT\nEND:VCALENDAR\n"
)

func TestDefects(t *testing.T) {
	text := strings.ReplaceAll(good(t), "\r\n", "\n")
	for _, d := range defects {
		if strings.Count(text, d.old) == 0 {
			t.Fatalf("nothing to replace: %q", d.old)
		}
		before, after, _ := strings.Cut(text, d.old)
		crlf := strings.NewReplacer("\n", "\r\n", "<LF>", "\n", "<CR>", "\r")
		expect(t, d.new, crlf.Replace(before+d.new+after), d.code)
	}
}

// expect wants some problems, and all of one code.
func expect(t *testing.T, name, src, code string) {
	t.Helper()
	problems := icalcheck.Check([]byte(src))
	if len(problems) == 0 {
		t.Errorf("%q: nothing found, want %s", name, code)
	}
	for _, p := range problems {
		if p.Code != code {
			t.Errorf("%q: %s, want %s", name, p, code)
		}
		if lines := strings.Count(src, "\n") + 1; p.Line < 1 || p.Line > lines {
			t.Errorf("%q: line %d of %d", name, p.Line, lines)
		}
	}
}

func TestLine(t *testing.T) {
	src := strings.Replace(good(t), "GEO:43", "GEO:143", 1)
	want := strings.Count(src[:strings.Index(src, "GEO")], "\r\n") + 1
	if p := icalcheck.Check([]byte(src)); len(p) != 1 || p[0].Line != want {
		t.Errorf("got %v, want line %d", p, want)
	}
}

func TestWholeFile(t *testing.T) {
	text := good(t)
	expect(t, "empty", "", icalcheck.NoCalendar)
	expect(t, "empty calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", icalcheck.EmptyCalendar)
	expect(t, "cut", strings.TrimSuffix(text, "\r\n"), icalcheck.NoLineEnd)
	expect(t, "not ended", strings.TrimSuffix(text, "END:VCALENDAR\r\n"), icalcheck.BadNesting)
	expect(t, "twice ended", text+"END:VCALENDAR\r\n", icalcheck.BadNesting)
	expect(t, "behind", text+"SUMMARY:x\r\n", icalcheck.BadNesting)
	expect(t, "bare LF throughout", strings.ReplaceAll(text, "\r\n", "\n"), icalcheck.BareLF)
	expect(t, "a fold first", " x\r\n"+text, icalcheck.BadLine)
	zone := strings.ReplaceAll(berlin, "\n", "\r\n") + "BEGIN:VTIMEZONE"
	if p := icalcheck.Check([]byte(strings.Replace(text, "BEGIN:VTIMEZONE", zone, 1))); len(p) != 0 {
		t.Errorf("a zone that nobody uses: %v", p)
	}
	if p := icalcheck.Check([]byte(text + text)); len(p) != 0 {
		t.Errorf("two calendars in one stream: %v", p)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte(good(f)))
	for _, d := range defects {
		f.Add([]byte("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + strings.ReplaceAll(d.new, "\n", "\r\n") + "END:VEVENT\r\nEND:VCALENDAR\r\n"))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		before := bytes.Clone(src)
		problems := icalcheck.Check(src)
		if !bytes.Equal(src, before) {
			t.Fatal("the source was changed")
		}
		lines := bytes.Count(src, []byte("\n")) + bytes.Count(src, []byte("\r")) + 1
		for i, p := range problems {
			if p.Line < 1 || p.Line > lines || p.Code == "" || p.Text == "" {
				t.Errorf("%v", p)
			}
			if i > 0 && p.Line < problems[i-1].Line {
				t.Errorf("%v is behind %v", p, problems[i-1])
			}
		}
	})
}
