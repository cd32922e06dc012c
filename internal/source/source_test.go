package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// tree lists a content folder that holds empty files of the names.
func tree(t *testing.T, names ...string) (*Tree, []diag.Diagnostic) {
	t.Helper()
	files := fstest.MapFS{"articles": {Mode: 0o755 | 1<<31}}
	for _, n := range names {
		files[n] = &fstest.MapFile{}
	}
	tr, ds := List(files)
	if tr == nil {
		t.Fatal("no tree")
	}
	return tr, ds
}

// told is a line “place code” for each diagnostic.
func told(ds []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range ds {
		b.WriteString(d.Pos.File)
		if d.Pos.Line > 0 {
			fmt.Fprintf(&b, ":%d:%d", d.Pos.Line, d.Pos.Col)
		}
		b.WriteString(" " + string(d.Code) + "\n")
	}
	return b.String()
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		path, key, dir, lang string
		kind                 content.Kind
	}{
		{"articles/a.md", "articles/a", "articles", "", content.Articles},
		{"articles/2026/a.md", "articles/2026/a", "articles/2026", "", content.Articles},
		{"articles/a/index.md", "articles/a", "articles/a", "", content.Articles},
		{"articles/a/index.ko.md", "articles/a", "articles/a", "ko", content.Articles},
		{"articles/a.ko.md", "articles/a", "articles", "ko", content.Articles},
		{"articles/a.zh.md", "articles/a", "articles", "zh-CN", content.Articles},
		{"articles/a.zh-CN.md", "articles/a", "articles", "zh-CN", content.Articles},
		{"articles/a.fr.md", "articles/a.fr", "articles", "", content.Articles},
		{"articles/v1.2.md", "articles/v1.2", "articles", "", content.Articles},
		{"events/x.en/y.md", "events/x.en/y", "events/x.en", "", content.Events},
		{"about.md", "about", ".", "", content.Pages},
		{"about.ko.md", "about", ".", "ko", content.Pages},
		{"articles/空 格.md", "articles/空-格", "articles", "", content.Articles},
		{"articles/全　角.md", "articles/全-角", "articles", "", content.Articles},
		{"articles/50%?.md", "articles/50--", "articles", "", content.Articles},
		{"articles/a:b'c.md", "articles/a-b-c", "articles", "", content.Articles},
		{"articles/ends..md", "articles/ends", "articles", "", content.Articles},
		{"articles/\u202egnp.md", "articles/-gnp", "articles", "", content.Articles},
		{"articles/🌾/한글.md", "articles/🌾/한글", "articles/🌾", "", content.Articles},
	} {
		d, ok := describe(c.path)
		if !ok || d.Key != c.key || d.Dir != c.dir || d.Lang != c.lang || d.Kind != c.kind || d.Path != c.path {
			t.Errorf("%s: %+v, %v", c.path, d, ok)
		}
		if want := c.key[strings.LastIndexByte(c.key, '/')+1:]; d.Slug != want {
			t.Errorf("%s: slug %q, want %q", c.path, d.Slug, want)
		}
	}
	for _, path := range []string{"index.md", "index.ko.md", "articles/index.md", "articles/index.ko.md", "articles/..md", ".md"} {
		if d, ok := describe(path); ok {
			t.Errorf("%s has the address %q", path, d.Key)
		}
	}
}

func TestListSorts(t *testing.T) {
	tr, ds := tree(t, "site.yaml", "articles/b.md", "articles/a.md", "articles/a/fig.png", "static/x/robots.txt", "about.md", "logo.svg")
	if told(ds) != "" {
		t.Error(told(ds))
	}
	var docs []string
	for _, d := range tr.Docs {
		docs = append(docs, d.Path)
	}
	if got := strings.Join(docs, " "); got != "about.md articles/a.md articles/b.md" {
		t.Errorf("documents: %s", got)
	}
	if !tr.Settings || len(tr.Pictures) != 2 || !tr.Pictures["articles/a/fig.png"] || !tr.Pictures["logo.svg"] {
		t.Errorf("settings %v, pictures %v", tr.Settings, tr.Pictures)
	}
	if len(tr.Static) != 1 || tr.Static[0] != "static/x/robots.txt" {
		t.Errorf("static: %v", tr.Static)
	}
}

// TestComposed: a name that the disk takes apart is found as it is typed.
func TestComposed(t *testing.T) {
	apart := norm.NFD.String("articles/한글.md")
	tr, ds := List(fstest.MapFS{apart: {Data: []byte("x")}, norm.NFD.String("static/é"): {}})
	if len(ds) > 0 || len(tr.Docs) != 1 || tr.Docs[0].Path != "articles/한글.md" || tr.Docs[0].Key != "articles/한글" || tr.Static[0] != "static/é" {
		t.Fatalf("%+v %v", tr, ds)
	}
	if text, d := tr.Text("articles/한글.md"); d != nil || string(text) != "x" {
		t.Errorf("%q, %v", text, d)
	}
}

func TestListLeavesOut(t *testing.T) {
	tr, ds := tree(t, ".git/x.md", "articles/.a.md.swp", "articles/_parked.md", "articles/_parked/a.md", "articles/#a.md#", "articles/a.md~",
		"articles/Thumbs.db", "articles/.DS_Store", "static/.git/x", "static/.DS_Store", "static/a~", "static/.gitkeep", "static/._a")
	if len(tr.Docs)+len(tr.Pictures)+len(tr.Static) != 0 || told(ds) != "content no-entries\n" {
		t.Errorf("%v %v %v %s", tr.Docs, tr.Pictures, tr.Static, told(ds))
	}
	if tr, _ := tree(t, "static/.well-known/security.txt", "static/_redirects", "static/.nojekyll"); len(tr.Static) != 3 {
		t.Errorf("files that servers know: %v", tr.Static)
	}
}

func TestListRefuses(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"index.md", "content/index.md bad-file-name\n"},
		{"articles/index.md", "content/articles/index.md bad-file-name\n"},
		{"blog/a.md", "content/blog unknown-folder\n"},
		{"pages/a.md", "content/pages unknown-folder\n"},
		{"Articles/a.md", "content/Articles unknown-folder\n"},
	} {
		if _, ds := tree(t, c.name); told(ds) != c.want {
			t.Errorf("%s: got %s", c.name, told(ds))
		}
	}
	_, ds := tree(t, "article/a.md")
	if len(ds) != 1 || ds[0].Suggest != "articles" {
		t.Errorf("no suggestion: %+v", ds)
	}
	if tr, ds := List(fstest.MapFS{}); tr == nil || told(ds) != "content no-entries\n" {
		t.Errorf("an empty folder: %v %s", tr, told(ds))
	}
}

func TestTwins(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"articles/a.md", "articles/a/index.md"}, "content/articles/a/index.md same-address\n"},
		{[]string{"articles/a.ko.md", "articles/a/index.ko.md"}, "content/articles/a/index.ko.md same-address\n"},
		{[]string{"articles/a.zh.md", "articles/a.zh-CN.md"}, "content/articles/a.zh.md same-address\n"},
		{[]string{"articles/a b.md", "articles/a-b.md"}, "content/articles/a-b.md same-address\n"},
		{[]string{"articles/A.md", "articles/a.md"}, "content/articles/a.md case-only-difference\n"},
		{[]string{"articles/A/index.md", "articles/a.md"}, "content/articles/a.md case-only-difference\n"},
		{[]string{"articles/\u00e9.md", "articles/e\u0301.md"}, "content/articles/\u00e9.md same-address\n"},
		{[]string{"articles/a.md", "articles/a.ko.md", "events/a.md", "a.md"}, ""},
	} {
		if _, ds := tree(t, c.names...); told(ds) != c.want {
			t.Errorf("%q: got %s", c.names, told(ds))
		}
	}
}

func TestCleanName(t *testing.T) {
	for name, want := range map[string]string{
		"a b": "a-b", "a/b": "a/b", "a\tb\n": "a-b-", "<a>": "-a-", "中文": "中文", "a.b..": "a.b", "…": "…", "\ufffd": "-", "\u2028": "-",
	} {
		if got := CleanName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
		if again := CleanName(CleanName(name)); again != CleanName(name) {
			t.Errorf("%q changes twice", name)
		}
	}
}
