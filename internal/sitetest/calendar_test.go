package sitetest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

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

// TestOpenData: the data keep to their own schema, and the table holds a row
// for each time.
func TestOpenData(t *testing.T) {
	dir := filepath.Join(built(t).Dir, "data")
	read := func(name string) []byte {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	parse := func(text []byte) any {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("events.schema.json", parse(read("events.schema.json"))); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("events.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(parse(read("events.json"))); err != nil {
		t.Error(err)
	}
	var data struct {
		Events []struct {
			ID    string
			Times []struct{ Start string }
		}
	}
	if err := json.Unmarshal(read("events.json"), &data); err != nil {
		t.Fatal(err)
	}
	times := 0
	for _, e := range data.Events {
		times += len(e.Times)
		if len(e.Times) == 0 || e.ID == "" {
			t.Errorf("%q has %d times", e.ID, len(e.Times))
		}
	}
	table, bom := bytes.CutPrefix(read("events.csv"), []byte("\ufeff"))
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if !bom || err != nil || len(rows) != times+1 || times < len(data.Events) {
		t.Errorf("%d rows for %d times of %d events, byte order mark %v: %v", len(rows), times, len(data.Events), bom, err)
	}
	if bytes.Count(table, []byte("\n")) != bytes.Count(table, []byte("\r\n")) {
		t.Error("a line of the table does not end in CR LF")
	}
}
