package site

import (
	"fmt"
	"testing"
)

// TestAliasTable: an old address that is somebody's, or none at all, is told at
// its own line.
func TestAliasTable(t *testing.T) {
	for _, c := range []struct{ alias, want string }{
		{"/old/", ""},
		{"/old.html", ""},
		{"/index.html", "alias-taken"},
		{"/articles/index.html", "alias-taken"},
		{"/articles/z/index.html", "alias-taken"},
		{"/ARTICLES/Z", "alias-taken"},
		{"/articles/page/7/", "alias-taken"},
		{"/articles/page/x/", ""},
		{"/404.html", "alias-taken"},
		{"/favicon.svg", "alias-taken"},
		{"/robots.txt", "alias-taken"},
		{"/sitemap.xml", "alias-taken"},
		{"/site.webmanifest", "alias-taken"},
		{"/headers.nginx.conf", "alias-taken"},
		{"/atom.xml", "alias-taken"},
		{"/atom.xml/old/", "alias-taken"},
		{"/assets/main.css", "alias-taken"},
		{"/assets/", "alias-taken"},
		{"/articles/fig.png", "alias-taken"},
		{"/file.zip", "alias-taken"},
		{"/_headers", "bad-alias"},
		{"/_posts/a/", "bad-alias"},
		{"/.well-known/a/", "bad-alias"},
		{"/a/.b", "bad-alias"},
		{"/a.b/_c/", "bad-alias"},
	} {
		_, ds := graph(t, fmt.Sprintf("-- articles/a.md --\n---\ntitle: 甲\ndate: 2026-01-01\naliases:\n  - %s\n---\n-- articles/z.md --\n-- articles/fig.png --\n-- static/file.zip --\n", c.alias))
		want := ""
		if c.want != "" {
			want = "articles/a.md:5:5 " + c.want + "\n"
		}
		if told(ds) != want {
			t.Errorf("%s: got %q", c.alias, told(ds))
		}
	}
}

func TestFoldAddress(t *testing.T) {
	for a, want := range map[string]string{
		"/": "", "/index.html": "", "/A/": "a", "/a/index.html": "a", "/myindex.html": "myindex.html", "/e\u0301/": "\u00e9",
	} {
		if got := foldAddress(a); got != want {
			t.Errorf("%s: got %q", a, got)
		}
	}
}
