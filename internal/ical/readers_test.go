package ical_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"kepu/internal/ical"
)

// A reading is what a reader made of an event.
type reading struct {
	UID, Summary, Description, Location, Start, End string
	Categories                                      []string
}

// TestPythonReaders has two readers say what we wrote, and a third when it
// takes place.
func TestPythonReaders(t *testing.T) {
	calendars, files := toRead(t)
	out := run(t, "python3, python3-icalendar, python3-vobject and python3-recurring-ical-events",
		"/usr/bin/python3", append([]string{"testdata/readers.py"}, files...)...)
	var answers []struct {
		Icalendar, Vobject []reading
		Occurrences        [][2]string
	}
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for i, a := range answers {
		if len(a.Icalendar) != len(calendars[i].Events) || len(a.Vobject) != len(calendars[i].Events) {
			t.Fatalf("%s: not all events were read", files[i])
		}
		for j, e := range calendars[i].Events {
			want := meant(e)
			if got := a.Vobject[j]; !same(got, want) {
				t.Errorf("%s: vobject:\n got %q\nwant %q", files[i], got, want)
			}
			// icalendar 4 undoes the escapes one sort after the other, and so
			// takes a backslash and an n for a line break; and it parts
			// categories at escaped commas.
			got := a.Icalendar[j]
			got.Categories, want.Categories = nil, nil
			if !strings.Contains(fmt.Sprint(want), `\`) && !same(got, want) {
				t.Errorf("%s: icalendar:\n got %q\nwant %q", files[i], got, want)
			}
		}
	}
	if want := sampleOccurrences(); !slices.Equal(answers[0].Occurrences, want) {
		t.Errorf("occurrences\n got %v\nwant %v", answers[0].Occurrences, want)
	}
}

// sampleOccurrences are worked out by hand.
func sampleOccurrences() [][2]string {
	return [][2]string{
		{"day@kepu.example.org", "2026-05-12"},
		{"month@kepu.example.org", "2025-09-01"},
		{"month@kepu.example.org", "2027-09-01"}, // 2026 is an exception
		{"old@kepu.example.org", "1958-10-01T00:00:00Z"},
		{"point@kepu.example.org", "2026-12-31T15:59:00Z"},
		{"summer@kepu.example.org", "1988-08-20T00:00:00Z"}, // UTC+9
		{"summer@kepu.example.org", "1988-09-20T01:00:00Z"}, // UTC+8
		{"summer@kepu.example.org", "1988-10-20T01:00:00Z"}, // UNTIL is this one
		{"talk@kepu.example.org", "2026-05-30T01:30:00Z"},
		{"talk@kepu.example.org", "2026-06-10T01:30:00Z"}, // RDATE
		{"talk@kepu.example.org", "2026-06-11T01:30:00Z"},
		{"talk@kepu.example.org", "2026-06-20T01:30:00Z"}, // the fourth Saturday; two are exceptions
	}
}

// TestLibical has the library check the calendars, and say when events start.
func TestLibical(t *testing.T) {
	calendars, files := toRead(t)
	const packages = "gcc, libc6-dev and libical-dev"
	program := filepath.Join(t.TempDir(), "libical")
	run(t, packages, "gcc", "-o", program, "testdata/libical.c", "-lical")
	var got []string
	for line := range strings.Lines(string(run(t, packages, program, files...))) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case f[0] == "start":
			got = append(got, f[3])
		case strings.HasSuffix(f[2], "property name: REFID"), strings.HasSuffix(f[2], "property name: LINK"):
			// libical 3 is older than RFC 9253.
		default:
			t.Error(line)
		}
	}
	var want []string
	for _, c := range calendars {
		for _, e := range c.Events {
			if e.Day {
				want = append(want, e.Start.Format("20060102"))
			} else {
				want = append(want, e.Start.UTC().Format("20060102T150405Z"))
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("starts\n got %v\nwant %v", got, want)
	}
}

// toRead writes calendars to files. Each is there a second time with another
// name for its zone: readers know Asia/Shanghai and would not look at ours.
func toRead(t *testing.T) (calendars []*ical.Calendar, files []string) {
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages them
		t.Skip("needs other programs")
	}
	dir := t.TempDir()
	rename := strings.NewReplacer("TZID=Asia/Shanghai", "TZID=By/File", "TZID:Asia/Shanghai", "TZID:By/File")
	for i := range 100 {
		c := sample()
		if i > 0 {
			c = random(rand.New(rand.NewPCG(2, uint64(i))))
		}
		for j, e := range c.Events {
			if i > 0 {
				e.UID = fmt.Sprint(j) // vobject does not undo escapes in it
			}
		}
		text := written(c)
		for j, text := range []string{text, rename.Replace(text)} {
			file := filepath.Join(dir, fmt.Sprintf("%d-%d.ics", i, j))
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			calendars, files = append(calendars, c), append(files, file)
		}
	}
	return calendars, files
}

// run gives what a program prints; a missing one fails the test.
func run(t *testing.T, packages, program string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(program, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s\nIt needs the Debian packages %s.", program, err, &stderr, packages)
	}
	return out
}

// meant is what a reader should make of an event.
func meant(e *ical.Event) reading {
	r := reading{
		UID: e.UID, Summary: plain(e.Summary), Description: plain(e.Description), Location: plain(e.Location),
		Start: utc(e.Start, e.Day),
	}
	if form := "2006-01-02"; e.Day && e.End.Format(form) > e.Start.Format(form) || !e.Day && e.End.After(e.Start) {
		r.End = utc(e.End, e.Day)
	}
	for _, c := range e.Categories {
		if c = plain(c); c != "" {
			r.Categories = append(r.Categories, c)
		}
	}
	return r
}

func utc(t time.Time, day bool) string {
	if day {
		return t.Format(time.DateOnly)
	}
	return t.UTC().Format(time.RFC3339)
}

// plain is a text with line breaks of one sort and no other control characters,
// or "" if it is blank.
func plain(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r != '\n' && r != '\t' && unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

func same(a, b reading) bool { return fmt.Sprintf("%q", a) == fmt.Sprintf("%q", b) }
