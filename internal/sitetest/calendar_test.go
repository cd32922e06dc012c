package sitetest

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"kepu/internal/ical/icalcheck"
)

// TestCalendars checks every iCalendar file of the site.
func TestCalendars(t *testing.T) {
	site := built(t)
	n := 0
	err := filepath.WalkDir(site.Dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".ics" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		for _, p := range icalcheck.Check(text) {
			t.Errorf("%s:%d: %s: %s", path, p.Line, p.Code, p.Text)
		}
		if !bytes.Contains(text, []byte("BEGIN:VEVENT")) {
			t.Errorf("%s holds no event", path)
		}
		return nil
	})
	if err != nil || n < 100 {
		t.Errorf("%d calendars, %v", n, err)
	}
}

// TestExpansion: other people's code finds in the calendar the times that the
// open data lists.
func TestExpansion(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages them
		t.Skip("needs python3-recurring-ical-events")
	}
	dir := built(t).Dir
	out, err := exec.Command("/usr/bin/python3", "testdata/expand.py", filepath.Join(dir, "calendar.ics"), filepath.Join(dir, "data", "events.json")).CombinedOutput()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(lines) != 1 || !strings.HasPrefix(lines[0], "compared ") {
		t.Errorf("%v (Debian packages python3-icalendar, python3-recurring-ical-events)\n%s", err, out)
	}
	t.Log(lines[len(lines)-1])
}

// TestRecord: the calendar has the real dates where no rule would give them,
// and the rule's only where nothing is on record.
func TestRecord(t *testing.T) {
	dir := built(t).Dir
	for series, want := range map[string]string{
		"national-science-day": "2003-06-29/2003-06-30 2009-09-19/2009-09-26 2016-09-17/2016-09-18 2019-09-14/2019-09-21 2020-09-19/2020-09-26 2021-09-11/2021-09-18 2023-09-16/2023-09-23 2024-09-15/2024-09-26",
		"jilin-science-week":   "2016-09-17/2016-09-18 2023-09-16/2023-09-23 2026-09-19/2026-09-26? 2027-09-18/2027-09-25?",
		"sci-tech-week":        "2001-05-14/2001-05-21 2007-05-19/2007-05-26 2019-05-19/2019-05-27 2020-08-23/2020-08-30 2023-05-20/2023-06-01 2025-05-24/2025-06-01 2026-05-16/2026-05-24? 2027-05-15/2027-05-23?",
		"science-month":        "2025-09-01/2025-10-01 2026-09-01/2026-10-01 2027-09-01/2027-10-01",
		"science-winter":       "2022-12-20/2023-05-01",
	} {
		text, err := os.ReadFile(filepath.Join(dir, "series", series, "calendar.ics"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, block := range strings.Split(string(text), "BEGIN:VEVENT\r\n")[1:] {
			if !strings.Contains(block, "UID:series/") {
				continue
			}
			day := func(name string) string {
				_, after, _ := strings.Cut(block, name+";VALUE=DATE:")
				return after[:4] + "-" + after[4:6] + "-" + after[6:8]
			}
			date := day("DTSTART") + "/" + day("DTEND")
			if strings.Contains(block, "STATUS:TENTATIVE") {
				date += "?"
			}
			got = append(got, date)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s:\n got %s\nwant %s", series, g, want)
		}
	}
}

// TestOrdinals: the series of the province name the two that are attested, the
// national day none; the month of 2025 has both its themes.
func TestOrdinals(t *testing.T) {
	ordinal := regexp.MustCompile(`第[0-9一二三四五六七八九十]+届`)
	for _, p := range built(t).Pages {
		switch strings.TrimPrefix(p.URL, "/series/") {
		case "national-science-day/", "science-month/":
			if m := ordinal.Find(p.HTML); m != nil {
				t.Errorf("%s says %s", p.URL, m)
			}
		case "jilin-science-week/":
			for _, m := range ordinal.FindAllString(string(p.HTML), -1) {
				if m != "第14届" && m != "第21届" && m != "第十四届" && m != "第二十一届" {
					t.Errorf("%s says %s", p.URL, m)
				}
			}
		}
		if p.URL == "/series/science-month/" && (!bytes.Contains(p.HTML, []byte("夯实科技强国基础")) || !bytes.Contains(p.HTML, []byte("科技改变生活"))) {
			t.Error("2025 lacks a theme")
		}
	}
}

// TestAnniversaries: the calendar of anniversaries has, each year, the days of
// birth and of death of those who have died, as the open data know them, and
// nobody's who is alive.
func TestAnniversaries(t *testing.T) {
	dir := built(t).Dir
	text, err := os.ReadFile(filepath.Join(dir, "scientists", "anniversaries", "calendar.ics"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{} // by UID
	for _, block := range strings.Split(string(text), "BEGIN:VEVENT\r\n")[1:] {
		field := func(name string) string {
			_, after, _ := strings.Cut(block, name)
			value, _, _ := strings.Cut(after, "\r\n")
			return value
		}
		if field("RRULE:") != "FREQ=YEARLY" {
			t.Errorf("%s is not held every year", field("UID:"))
		}
		id, _, _ := strings.Cut(field("UID:"), "@")
		got[id] = field("DTSTART;VALUE=DATE:")
	}
	want := map[string]string{}
	data := parsed(t, filepath.Join(dir, "data", "people.json")).(map[string]any)
	for _, item := range data["people"].([]any) {
		person := item.(map[string]any)
		death, dead := person["died"].(map[string]any)
		if !dead {
			continue
		}
		birth, _ := person["born"].(map[string]any)
		for what, life := range map[string]map[string]any{"birth": birth, "death": death} {
			if date, _ := life["date"].(string); len(date) == len("2006-01-02") {
				want[person["id"].(string)+"#"+what] = strings.ReplaceAll(date, "-", "")
			}
		}
	}
	if len(want) == 0 || !maps.Equal(got, want) {
		t.Errorf(" got %v\nwant %v", got, want)
	}
}
