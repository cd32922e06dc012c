package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kepu/internal/diag"
)

// folder makes a site folder of the files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// noCards are settings for tests that look at something else.
const noCards = "cards: {limit: 0}\n"

const article = "---\ntitle: 甲\ndate: 2026-01-01\n---\n正文\n"

func options(dir string) Options {
	return Options{Dir: dir, Out: filepath.Join(dir, "public"), BaseURL: "https://kepu.example.org/", Now: time.Unix(1788220800, 0)}
}

// TestCancel: a build that is interrupted is the machine's error and writes
// nothing.
func TestCancel(t *testing.T) {
	dir := folder(t, map[string]string{"content/articles/a.md": article})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, options(dir)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
		t.Error("something was written")
	}
}

// TestCheckWritesNothing: without a folder for it nothing is written anywhere.
func TestCheckWritesNothing(t *testing.T) {
	dir := folder(t, map[string]string{"content/articles/a.md": article})
	opt := options(dir)
	opt.Out = ""
	if r, err := Run(context.Background(), opt); err != nil || r.Failed() || r.Entries != 1 || r.Pages < 4 {
		t.Errorf("%+v, %v", r, err)
	}
	if list, _ := os.ReadDir(dir); len(list) != 1 {
		t.Errorf("the folder holds %v", list)
	}
}

// TestProgress: each step counts up to its total, one call at a time.
func TestProgress(t *testing.T) {
	files := map[string]string{"content/site.yaml": noCards}
	for i := range 100 {
		files[fmt.Sprintf("content/articles/a%d.md", i)] = article
	}
	opt := options(folder(t, files))
	calls, inside := map[Step]int{}, false
	opt.Progress = func(step Step, done, total int) {
		if inside {
			t.Error("called twice at once")
		}
		inside = true
		if done < 1 || done > total || step == Reading && total != 100 {
			t.Errorf("step %d: %d of %d", step, done, total)
		}
		calls[step] = max(calls[step], done)
		inside = false
	}
	r, err := Run(context.Background(), opt)
	if err != nil || calls[Reading] != 100 || calls[Writing] != r.Report.Total {
		t.Errorf("%v, %v, %+v", err, calls, r.Report)
	}
}

// TestEach: every index once, however many there are.
func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 1000} {
		count := make([]int, n)
		each(context.Background(), n, batch, nil, func(i int) { count[i]++ })
		for i, c := range count {
			if c != 1 {
				t.Errorf("%d of %d: %d times", i, n, c)
			}
		}
	}
}

// TestQuote: each message shows its line, those found late as well.
func TestQuote(t *testing.T) {
	long := "[x](gone.md)" + strings.Repeat("字", longestQuote)
	dir := folder(t, map[string]string{
		"content/articles/a.md": "---\r\ntitle: 甲\r\ndate: 2026-01-01\r\norganization: nobody\r\n---\r\n看[这](gone.md)。\r\n![](/x.png)\r\n",
		"content/static/x.png":  "",
		"content/articles/b.md": "---\ntitle: \xd6\xd0\n---\n",
		"content/articles/c.md": "\ufeff---\ntitle: 甲\ndate: 2026-01-01\n---\n" + long + "\n",
	})
	r, err := Run(context.Background(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range r.Diagnostics {
		got = append(got, fmt.Sprintf("%s:%d %s", filepath.Base(d.Pos.File), d.Pos.Line, d.Source))
	}
	want := []string{"a.md:4 organization: nobody", "a.md:6 看[这](gone.md)。", "a.md:7 ![](/x.png)", "b.md:2 title: \xd6\xd0", "c.md:5 "}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestThemeErrors(t *testing.T) {
	dir := folder(t, map[string]string{
		"themes/own/templates/a.html":   "{{define \"main\"}}\n  天{{.X}}\n",
		"themes/own/assets/css/a.css":   "天 a{",
		"themes/own/i18n/ko.yaml":       "a: b\nc",
		"themes/own/templates/b c.html": "x",
	})
	for text, want := range map[string]string{
		"theme: template: templates/a.html:2: missing value":               "themes/own/templates/a.html:2:3 missing value",
		"output: rendering x: a/: template: templates/a.html:2:7: at <.X>": "themes/own/templates/a.html:2:6 at <.X>",
		"theme: assets/css/a.css:1:5: expected }":                          "themes/own/assets/css/a.css:1:3 expected }",
		"theme: i18n/ko.yaml: yaml: unmarshal errors:\n  line 1: no text":  "themes/own/i18n/ko.yaml:1:1 no text",
		"theme: i18n/ko.yaml: yaml: line 2: unexpected":                    "themes/own/i18n/ko.yaml:2:1 unexpected",
		"theme: templates/b c.html: does not define":                       "themes/own/templates/b c.html:0:0 does not define",
		"theme: templates/gone.html:2: of the default theme":               "themes:0:0 theme: templates/gone.html:2: of the default theme",
		"theme: templates/a.html:99: beyond":                               "themes/own/templates/a.html:99:0 beyond",
		"nothing to be found\nhere":                                        "themes:0:0 nothing to be found",
	} {
		ds := themeErrors(dir, "own", errors.New(text))
		if len(ds) != 1 {
			t.Errorf("%q: %d messages", text, len(ds))
			continue
		}
		if got := fmt.Sprintf("%s:%d:%d %s", ds[0].Pos.File, ds[0].Pos.Line, ds[0].Pos.Col, ds[0].Args[0]); got != want {
			t.Errorf("%q: got %s", text, got)
		}
	}
	both := errors.Join(errors.New("theme: assets/css/a.css:1:1: one"), errors.New("theme: assets/css/a.css:1:2: two"))
	if ds := themeErrors(dir, "own", both); len(ds) != 2 || ds[1].Code != diag.ThemeBroken {
		t.Errorf("two errors: %v", ds)
	}
}

// TestCheckOut: the site's own folders are not to be written over, whatever
// they are called.
func TestCheckOut(t *testing.T) {
	dir := folder(t, map[string]string{"content/articles/a.md": article})
	if err := os.Symlink("content", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	for out, refused := range map[string]bool{
		"": true, ".": true, "..": true, "/": true, "content": true, "content/x/y": true, "themes": true, "themes/default": true, "link": true, "link/x": true, "content/../content": true,
		"public": false, "contents": false, "content-x": false, "a/b": false, "../elsewhere": false, "content/../public": false,
	} {
		path := filepath.Join(dir, out)
		if out == "/" {
			path = out
		}
		if d := checkOut(dir, path); (d != nil) != refused {
			t.Errorf("%s: %v", out, d)
		}
	}
}

// TestChangesMeanwhile: a file that is published as it is and changes while the
// site is built is an error, and not published under the digest of another.
func TestChangesMeanwhile(t *testing.T) {
	files := map[string]string{"content/static/zz.txt": "two", "content/site.yaml": noCards}
	for i := range 300 {
		files[fmt.Sprintf("content/articles/a%d.md", i)] = article
	}
	dir := folder(t, files)
	zz := filepath.Join(dir, "content", "static", "zz.txt")
	opt := options(dir)
	var once sync.Once
	opt.Progress = func(step Step, done, total int) {
		if step == Writing {
			once.Do(func() { os.WriteFile(zz, []byte("three"), 0o644) })
		}
	}
	r, err := Run(context.Background(), opt)
	if err != nil || len(r.Diagnostics) != 1 || r.Diagnostics[0].Code != diag.Changed || r.Diagnostics[0].Pos.File != "content/static/zz.txt" {
		t.Errorf("%v, %v", r.Diagnostics, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
		t.Error("something was written")
	}
	opt.Progress = nil
	if r, err := Run(context.Background(), opt); err != nil || r.Failed() {
		t.Errorf("the second time: %v, %v", r.Diagnostics, err)
	}
}
