package diag

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	verb     = regexp.MustCompile(`%\[[1-9]\]s`)
	declared = regexp.MustCompile(`(?m)^\s+\w+\s+Code = "([^"]*)"`)
	kebab    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	han      = regexp.MustCompile(`\p{Han}`)
)

func verbs(s string) []string {
	v := verb.FindAllString(s, -1)
	slices.Sort(v)
	return slices.Compact(v)
}

// TestCatalogs wants every code in one table, in both languages, with the same
// verbs in both.
func TestCatalogs(t *testing.T) {
	count := map[Code]int{}
	for _, table := range catalogs {
		for code, m := range table {
			count[code]++
			if !kebab.MatchString(string(code)) {
				t.Errorf("%q is not written like-this", code)
			}
			if !han.MatchString(m.zh) || m.en == "" || han.MatchString(m.en) {
				t.Errorf("%s: a language is missing: %q, %q", code, m.zh, m.en)
			}
			if m.hintZH == "" || m.hintEN == "" || han.MatchString(m.hintEN) {
				t.Errorf("%s: a hint is missing: %q, %q", code, m.hintZH, m.hintEN)
			}
			if !slices.Equal(verbs(m.zh), verbs(m.en)) || !slices.Equal(verbs(m.hintZH), verbs(m.hintEN)) {
				t.Errorf("%s: the verbs differ from one language to the other", code)
			}
			for _, s := range []string{m.zh, m.en, m.hintZH, m.hintEN} {
				if strings.Contains(verb.ReplaceAllString(s, ""), "%") {
					t.Errorf("%s: odd verb in %q", code, s)
				}
			}
		}
	}
	for code, n := range count {
		if n != 1 {
			t.Errorf("%s stands in %d tables", code, n)
		}
	}
	files, _ := os.ReadDir(".")
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), "catalog_") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		b, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declared.FindAllStringSubmatch(string(b), -1) {
			if count[Code(m[1])] == 0 {
				t.Errorf("%s: %s has no text", f.Name(), m[1])
			}
		}
	}
}

func TestBoth(t *testing.T) {
	d := New(WrongType, Pos{}, "a", Both("列表", "a list"), "%[1]s", Both("提示", "hint"))
	for l, want := range map[Lang]string{Chinese: "“a”应当是列表，这里却是%[1]s 提示", English: "“a” must be a list, but is %[1]s hint"} {
		if got := d.Message(l) + " " + d.Hint(l); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, odd := range []string{"", "\x1e", "\x1f", "a\x1fb", "\x1ea"} {
		if got := inLang(odd, English); got != odd {
			t.Errorf("%q became %q", odd, got)
		}
	}
}

func TestExplain(t *testing.T) {
	for _, l := range []Lang{Chinese, English} {
		for _, c := range Codes() {
			var b bytes.Buffer
			if err := Explain(&b, c, l); err != nil || !strings.HasPrefix(b.String(), string(c)+" (") || strings.Contains(b.String(), "%[") {
				t.Errorf("%s: %v\n%s", c, err, b.String())
			}
		}
		if Explain(&bytes.Buffer{}, "nonsense", l) == nil {
			t.Error("nonsense was explained")
		}
	}
	var b bytes.Buffer
	_ = Explain(&b, EndBeforeStart, English)
	want := "end-before-start (error)\n\n  “…” is before “…”\n\n  Check the two times; for whole days end is the last day.\n"
	if b.String() != want {
		t.Errorf("got:\n%s", b.String())
	}
}
