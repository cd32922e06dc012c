package source

import "testing"

// TestNoEntries: a folder without a document would make an empty site.
func TestNoEntries(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"site.yaml", "static/a.txt", "articles/_a.md", "articles/fig.png"}, "content no-entries\n"},
		{[]string{"articles/a.markdown", "articles/b.TXT", "c.MD"}, "content no-entries\ncontent/articles/a.markdown not-markdown\ncontent/articles/b.TXT not-markdown\ncontent/c.MD not-markdown\n"},
		{[]string{"blog/a.md"}, "content/blog unknown-folder\n"}, // the reason why there is none
		{[]string{"articles/a.md"}, ""},
	} {
		if _, ds := tree(t, c.names...); told(ds) != c.want {
			t.Errorf("%q: got %s", c.names, told(ds))
		}
	}
}

func TestStray(t *testing.T) {
	for name, want := range map[string]string{
		"articles/x.markdown": "not-markdown", "articles/2026/x.mdx": "not-markdown", "events/x.MD": "not-markdown", "x.mkd": "not-markdown", "articles/x.txt": "not-markdown",
		"x.txt": "stray-file", "articles/x.png": "stray-file", "articles/x": "stray-file", "articles/x.md.bak": "stray-file",
	} {
		d := Stray(name)
		if string(d.Code) != want || d.Pos.File != "content/"+name {
			t.Errorf("%s: %v", name, d)
		}
	}
	if d := Stray("articles/a.b.MD"); len(d.Args) != 2 || d.Args[0] != ".MD" || d.Args[1] != "a.b.md" {
		t.Errorf("%v", d)
	}
}
