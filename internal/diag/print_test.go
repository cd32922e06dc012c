package diag

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func sample() []Diagnostic {
	bad := New(BadDate, Pos{"content/articles/a.md", 3, 7}, "date", "昨天")
	bad.Source = "date: 昨天"
	near := New(UnknownField, Pos{"content/文,章:100%.md", 2, 1}, "titel", "title")
	near.Source, near.Suggest = "titel: 标题", "title"
	return []Diagnostic{bad, near, New(NoContent, Pos{}), New(StrayFile, Pos{File: "content/x.png"})}
}

func printed(t *testing.T, ds []Diagnostic, opt PrintOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Print(&b, ds, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	got := printed(t, sample()[:2], PrintOptions{Prefix: "."})
	want := `content/articles/a.md:3:7: 错误[bad-date] “date”的日期看不懂：昨天
    3 | date: 昨天
      |       ^
      = 写成 2026-05-30、2026-05-30 09:00 或 2026-05-30T09:00:00+08:00。
content/文,章:100%.md:2:1: 错误[unknown-field] 没有叫“titel”的字段
    2 | titel: 标题
      | ^
      = 是不是想写“title”？可用的字段：title。
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	got = printed(t, sample()[2:], PrintOptions{Lang: English, Prefix: "/srv/site/"})
	if !strings.HasPrefix(got, "error[no-content] there is no content folder\n      = Run kepu") ||
		!strings.Contains(got, "\n/srv/site/content/x.png: warning[stray-file] no entry") {
		t.Errorf("got:\n%s", got)
	}
}

func TestPrefix(t *testing.T) {
	for prefix, want := range map[string]string{"": "content/a.md", ".": "content/a.md", "./": "content/a.md", "site": "site/content/a.md", "../s/": "../s/content/a.md", "/s": "/s/content/a.md"} {
		d := New(HasNUL, Pos{File: "content/a.md"})
		if got := (PrintOptions{Prefix: prefix}).file(&d); got != want {
			t.Errorf("%q: %s, want %s", prefix, got, want)
		}
	}
}

// TestCaret wants the caret under the character, in cells of a terminal.
func TestCaret(t *testing.T) {
	for _, c := range []struct {
		source string
		col    int
		want   string
	}{
		{"abc", 2, " 2 | abc|     |  ^"},
		{"标题: x", 5, " 2 | 标题: x|     |       ^"}, // 标题 is four cells, “: ” two
		{"한글x", 3, " 2 | 한글x|     |     ^"},
		{"ｆx", 2, " 2 | ｆx|     |   ^"},
		{"e\u0301x", 3, " 2 | e\u0301x|     |  ^"}, // a combining mark takes no cell
		{"\tx", 2, " 2 |     x|     |     ^"},
		{"ab", 3, " 2 | ab|     |   ^"}, // after the end
		{"ab", 99, " 2 | ab|     |   ^"},
		{"a\x1b[31mb", 3, " 2 | a<U+001B>[31mb|     |          ^"},
	} {
		d := New(HasNUL, Pos{"f", 2, c.col})
		d.Source = c.source
		lines := strings.Split(printed(t, []Diagnostic{d}, PrintOptions{}), "\n")
		got := strings.TrimPrefix(lines[1], "   ") + "|" + strings.TrimPrefix(lines[2], " ")
		if got != c.want {
			t.Errorf("%q col %d:\n got %q\nwant %q", c.source, c.col, got, c.want)
		}
	}
}

func TestLongLine(t *testing.T) {
	d := New(HasNUL, Pos{"f", 1, 501})
	d.Source = strings.Repeat("字", 500) + "X" + strings.Repeat("字", 500)
	lines := strings.Split(printed(t, []Diagnostic{d}, PrintOptions{}), "\n")
	if n := stringCells(lines[1]); n > maxCells+20 {
		t.Errorf("%d cells", n)
	}
	before, _, ok := strings.Cut(lines[1], "X")
	if !ok || stringCells(before) != strings.Index(lines[2], "^") {
		t.Errorf("the caret is not under the X:\n%s\n%s", lines[1], lines[2])
	}
}

func TestColor(t *testing.T) {
	plain := printed(t, sample(), PrintOptions{})
	if strings.Contains(plain, "\x1b") {
		t.Error("escapes without Color")
	}
	colour := printed(t, sample(), PrintOptions{Color: true})
	if stripped := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(colour, ""); stripped != plain || colour == plain {
		t.Errorf("got:\n%q\nwant:\n%q", stripped, plain)
	}
}

const hostile = "a\x1b]0;x\x07\u202eb\u2066\u200b\ufeff\u0085\u2028\r\n::error::x\x00\xff\U000e0041\x7f"

// TestNeutral wants nothing of a contributor's text to act on a terminal or a
// build log.
func TestNeutral(t *testing.T) {
	d := New(UnknownField, Pos{"content/" + hostile + ".md", 1, 3}, hostile, hostile)
	d.Source, d.Suggest = hostile, hostile
	both := New(MissingField, Pos{"a", 1, 1}, Both("甲"+hostile, "x"+hostile), "\x1e\x1f")
	for _, format := range []string{"text", "github"} {
		out := printed(t, []Diagnostic{d, both}, PrintOptions{Format: format})
		for _, bad := range []string{"\x1b", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\u0085", "\u2028", "\r", "\x00", "\xff", "\U000e0041", "\x7f", "\x1e", "\x1f"} {
			if strings.Contains(out, bad) {
				t.Errorf("%s: %q in %q", format, bad, out)
			}
		}
		for _, line := range strings.Split(out, "\n") {
			if strings.HasPrefix(line, "::error::x") {
				t.Errorf("%s: a command of its own: %q", format, out)
			}
		}
	}
	if strings.Contains(visible("好\u200d好 é"), "<") {
		t.Error("harmless text was changed")
	}
}

func TestGitHub(t *testing.T) {
	got := strings.Split(printed(t, sample(), PrintOptions{Format: "github", Lang: English, Prefix: "site"}), "\n")
	want := []string{
		"::error file=site/content/articles/a.md,line=3,col=7,title=kepu%3A bad-date::“date” is not a date: 昨天%0AWrite 2026-05-30, 2026-05-30 09:00 or 2026-05-30T09:00:00+08:00.",
		"::error file=site/content/文%2C章%3A100%25.md,line=2,col=1,title=kepu%3A unknown-field::there is no field “titel”%0ADid you mean “title”? Fields: title.",
	}
	if !slices.Equal(got[:2], want) {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
	if !strings.HasPrefix(got[2], "::error title=kepu%3A no-content::") || !strings.HasPrefix(got[3], "::warning file=site/content/x.png,title=") {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
}

func TestJSON(t *testing.T) {
	var got []map[string]any
	if err := json.Unmarshal([]byte(printed(t, sample(), PrintOptions{Format: "json"})), &got); err != nil {
		t.Fatal(err)
	}
	first := got[1]
	for k, want := range map[string]any{"code": "unknown-field", "severity": "error", "file": "content/文,章:100%.md", "line": 2.0, "column": 1.0, "message": "没有叫“titel”的字段", "suggest": "title", "source": "titel: 标题", "hint": "是不是想写“title”？可用的字段：title。"} {
		if first[k] != want {
			t.Errorf("%s: %v, want %v", k, first[k], want)
		}
	}
	if got[3]["severity"] != "warning" || got[2]["file"] != "" || got[2]["line"] != 0.0 {
		t.Errorf("%v", got)
	}
	if s := printed(t, nil, PrintOptions{Format: "json"}); s != "[]\n" {
		t.Errorf("no diagnostics: %q", s)
	}
}

func TestUnknownFormat(t *testing.T) {
	if Print(&bytes.Buffer{}, nil, PrintOptions{Format: "xml"}) == nil {
		t.Error("xml was accepted")
	}
	for _, f := range Formats() {
		printed(t, nil, PrintOptions{Format: f})
	}
}
