package content

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"kepu/internal/diag"
)

// decodeAny decodes an entry or, for the kind "site", the settings.
func decodeAny(kind string, src []byte) (any, Positions, []diag.Diagnostic) {
	if kind == "site" {
		s, p, ds := DecodeSettings("f.yaml", src)
		return s, p, sorted(ds)
	}
	v, p, _, _, ds := Decode(Kind(kind), "f.md", src)
	return v, p, sorted(ds)
}

func sorted(ds []diag.Diagnostic) []diag.Diagnostic {
	var l diag.List
	l.Add(ds...)
	return l.Sorted()
}

func listing(ds []diag.Diagnostic) string {
	var lines []string
	for _, d := range ds {
		s := fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Code)
		switch d.Code {
		case diag.YAMLSyntax:
			s += " " + strings.TrimPrefix(d.Message(diag.English), "the front matter is not valid YAML: ")
		case diag.MissingField, diag.EmptyField, diag.UnknownField, diag.WrongType, diag.BadFormat:
			s += " " + strings.TrimSpace(d.Args[0])
		}
		if d.Suggest != "" {
			s += " ~" + d.Suggest
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func decodeFile(t *testing.T, path string) (any, Positions) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kind, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".md"), ".yaml"), "-")
	v, pos, ds := decodeAny(kind, src)
	if len(ds) > 0 {
		t.Errorf("%s:\n%s", path, listing(ds))
	}
	return v, pos
}

func TestValid(t *testing.T) {
	files, _ := filepath.Glob("testdata/valid/*")
	if len(files) < 10 {
		t.Errorf("only %d files", len(files))
	}
	for _, f := range files {
		decodeFile(t, f)
	}
}

func cst(y, m, d, h, min int) time.Time {
	return time.Date(y, time.Month(m), d, h, min, 0, 0, ChinaTime())
}

func TestArticleValues(t *testing.T) {
	v, pos := decodeFile(t, "testdata/valid/articles-full.md")
	no := false
	want := &Article{
		Common: Common{
			Title: "2026", Date: Time{Time: cst(2026, 5, 30, 9, 0)}, Updated: Time{Time: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)},
			Summary: "第一行 第二行", Topics: []Term{"天文"}, Audiences: []Term{"青少年", "农民"}, Cities: []Term{"长春市", "吉林市"}, Organization: "jlast",
			Cover: &Image{Src: "a.jpg", Alt: "图：“雾凇”", Licence: "CC BY 4.0"},
			Sources: []Citation{
				{Title: "来源: 一", Date: PartialDate{Year: 1938}, URL: "https://example.org/a?b=c#d", DOI: "10.1038/171737a0", ISBN: "978-3-16-148410-0"},
				{Title: "来源二", Date: PartialDate{Year: 1938, Month: 6}, ISBN: "9783161484100"},
			},
			Aliases: []string{"/old/page/"}, Example: true, Language: "zh-CN",
		},
		Status: "published", Authors: []string{"甲、乙"}, Series: "sky", People: []Ref{"nan-rendong", "people/huang-danian"}, TOC: &no,
	}
	if !reflect.DeepEqual(v, want) {
		t.Errorf("got  %+v\nwant %+v", v, want)
	}
	for _, c := range []struct {
		path []any
		want string
	}{
		{[]any{"title"}, "2:8"},
		{[]any{"topics", 0}, "8:9"},
		{[]any{"audiences", 1}, "9:18"},
		{[]any{"cities[1]"}, "12:5"},
		{[]any{"sources", 0, "url"}, "18:10"},
		{[]any{"sources", 1}, "21:5"},
		{[]any{"cover.alt"}, "14:26"},
		{[]any{"cover.width"}, "14:8"}, // not there: the field around it
		{[]any{"scientists", 7}, "30:13"},
		{[]any{"expires"}, "25:1"}, // empty: the key
		{[]any{"places"}, "1:1"},
	} {
		if p := pos.Of(c.path...); fmt.Sprintf("%d:%d", p.Line, p.Col) != c.want {
			t.Errorf("Of(%v) = %d:%d, want %s", c.path, p.Line, p.Col, c.want)
		}
	}
	if !pos.Has("sources", 1, "isbn") || pos.Has("sources", 2) {
		t.Error("Has is wrong")
	}
}

func TestEventValues(t *testing.T) {
	v, _ := decodeFile(t, "testdata/valid/events-full.md")
	e := v.(*Event)
	people := []Person{{Ref: "nan-rendong", Role: "主讲"}, {Name: "李四"}, {Name: "王五"}, {Ref: "huang-danian"}}
	if !reflect.DeepEqual(e.Speakers, people) {
		t.Errorf("speakers: %+v", e.Speakers)
	}
	if s := e.Sessions[0].Speakers; !reflect.DeepEqual(s, []Person{{Ref: "nan-rendong"}, {Name: "张三"}}) {
		t.Errorf("speakers of the session: %+v", s)
	}
	if !e.Start.Day || !e.Start.Equal(cst(2026, 9, 19, 0, 0)) || e.Sessions[0].End.Day {
		t.Errorf("start: %v", e.Start)
	}
	if !e.PreviousStart.Equal(cst(2026, 9, 18, 9, 0)) || e.Edition != 21 || e.Registration.Contact != "0431" {
		t.Errorf("%+v", e)
	}
	if e.PublicationStatus() != "rescheduled" || e.Base().Title != "活动（示例）" {
		t.Error("Data is wrong")
	}
}

func TestSettingsDefaults(t *testing.T) {
	s, _, ds := DecodeSettings("site.yaml", nil)
	if len(ds) > 0 || s.Home.Latest != 6 || s.Lists.PageSize != 20 || s.Language != "zh-CN" || s.Theme != "default" {
		t.Errorf("%+v %v", s, ds)
	}
	v, _ := decodeFile(t, "testdata/valid/site.yaml")
	s = v.(*Settings)
	if s.Home.Latest != 0 || s.Home.Upcoming != 4 || s.Lists.PageSize != 10 || s.Lists.FeedSize != 20 || s.Topics[0].Code != "220100" {
		t.Errorf("%+v", s)
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		src, front, body string
		line             int
		code             diag.Code
	}{
		{"---\na: b\n---\nbody\n", "a: b\n", "body\n", 4, ""},
		{"---\r\na: b\r\n--- \t\r\nbody", "a: b\r\n", "body", 4, ""},
		{"---\n---", "", "", 3, ""},
		{"---\n\n---\n\n", "\n", "\n", 4, ""},
		{"---\na\n---\n---\nb", "a\n", "---\nb", 4, ""},
		{"---\na: |\n  ---\n---\n", "a: |\n  ---\n", "", 5, ""},
		{"", "", "", 1, diag.NoFrontMatter},
		{"a\n---\n", "", "a\n---\n", 1, diag.NoFrontMatter},
		{"---", "", "", 2, diag.UnclosedFrontMatter},
		{"---\na: b\n----\n", "a: b\n----\n", "", 5, diag.UnclosedFrontMatter},
	} {
		front, at, body, line, ds := Split([]byte(c.src))
		code := diag.Code("")
		if len(ds) > 0 {
			code = ds[0].Code
		}
		if string(front) != c.front || string(body) != c.body || line != c.line || code != c.code || c.code == "" && at != 2 {
			t.Errorf("%q: front %q body %q line %d %s", c.src, front, body, line, code)
		}
	}
}

func TestSlugLike(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "a": true, "a1-b2": true, "people/zhang-san": true, "z0": true, "9": true,
		"-a": false, "a-": false, "a--b": false, "a/-b": false, "A": false, "张三": false, "a b": false, "a.b": false,
	} {
		if got := slugLike(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
