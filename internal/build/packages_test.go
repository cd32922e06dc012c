package build

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// packageSite is a site of which every edit of TestPackagesAreCold changes a
// package in another way.
var packageSite = map[string]string{
	"content/site.yaml": "title: 示例科普\nbase_url: https://kepu.example.org/\ncards: {limit: 0}\n" +
		"channels:\n  packages:\n    - {channel: toutiao}\n    - {channel: press}\n    - {channel: mobile, kinds: [editions]}\n",
	"content/editions/one.md":      "---\ntitle: 一周\ndate: 2026-05-05\narticles: [b, 2025/old]\n---\n",
	"content/articles/a/index.md":  "---\ntitle: 甲篇\ndate: 2026-05-01\nscientists: [wang]\nsources: [{title: 一本书}]\n---\n见[乙篇](../b.md)。\n\n![图](fig.svg \"图注\")\n",
	"content/articles/a/fig.svg":   `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#123456"/></svg>`,
	"content/articles/b.md":        "---\ntitle: 乙篇\ndate: 2026-05-02\nsummary: 摘要。\n---\n正文。\n",
	"content/scientists/wang.md":   "---\ntitle: 王某\npinyin: Wáng Mǒu\nexample: true\nknown_for: 做了一件事\nsources: [{title: 一本书}]\n---\n生平。\n",
	"content/articles/b.en.md":     "---\ntitle: The other\ndate: 2026-05-02\n---\nText.\n",
	"content/articles/drafted.md":  "---\ntitle: 草稿\ndate: 2026-05-03\nstatus: draft\n---\n没写完。\n",
	"content/articles/2025/old.md": "---\ntitle: 旧文\ndate: 2025-05-03\n---\n一段。\n\n## 小节\n\n又一段。\n",
}

// TestPackagesAreCold edits a site in every way that a package can feel, and
// wants of each build over the last one what a build from nothing gives.
func TestPackagesAreCold(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range packageSite {
		write(name, text)
	}
	change := func(name, old, new string) func() {
		return func() {
			text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil || !strings.Contains(string(text), old) {
				t.Fatalf("%s has no %q: %v", name, old, err)
			}
			write(name, strings.ReplaceAll(string(text), old, new))
		}
	}
	cache, out := t.TempDir(), t.TempDir()
	run := func(cache, out string) (Result, map[string]string) {
		t.Helper()
		r, err := Run(context.Background(), Options{
			Dir: dir, Out: filepath.Join(out, "public"), Cache: cache, Program: "test", Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
			Packages: &Packages{Out: filepath.Join(out, "public-channels")},
		})
		if err != nil {
			t.Fatal(err)
		}
		return r, contents(t, filepath.Join(out, "public-channels"))
	}
	before := map[string]string{}
	for _, edit := range []struct {
		name string
		do   func()
		same bool // no package changes
	}{
		{"nothing yet", func() {}, false},
		{"nothing", func() {}, true},
		{"a text", change("content/articles/2025/old.md", "又一段", "再一段"), false},
		{"an edition", change("content/editions/one.md", "[b, 2025/old]", "[2025/old, b]"), false},
		{"a title", change("content/articles/b.md", "乙篇", "乙篇新题"), false},
		{"a picture", change("content/articles/a/fig.svg", "#123456", "#654321"), false},
		{"somebody an article is about", change("content/scientists/wang.md", "做了一件事", "做了两件事"), false},
		{"a reading", change("content/scientists/wang.md", "Wáng Mǒu", "Wáng Móu"), false},
		{"a source", change("content/articles/a/index.md", "一本书", "另一本书"), false},
		{"a title for one channel", change("content/articles/b.md", "summary", "copy: [{channel: toutiao, title: 头条用的题}]\nsummary"), false},
		{"a channel less", change("content/articles/b.md", "summary", "channels: [press]\nsummary"), false},
		{"the address of the site", change("content/site.yaml", "kepu.example.org", "kepu2.example.org"), false},
		{"a byline", change("content/site.yaml", "{channel: toutiao}", "{channel: toutiao, author: 编辑部}"), false},
		{"a bound", change("content/site.yaml", "kinds: [editions]}\n", "kinds: [editions]}\n  limits: [{rule: toutiao.images, max: 9}]\n"), false},
		{"a translation, which no channel is to have", change("content/articles/b.en.md", "Text", "Words"), true},
		{"languages", change("content/site.yaml", "{channel: press}", "{channel: press, languages: [zh-CN, en]}"), false},
		{"a draft", change("content/articles/2025/old.md", "date", "status: draft\ndate"), false},
		{"a channel less for the site", change("content/site.yaml", "    - {channel: press, languages: [zh-CN, en]}\n", ""), true},
		{"what is left of it", func() { _ = os.RemoveAll(filepath.Join(out, "public-channels", "press")) }, false},
	} {
		edit.do()
		r, warm := run(cache, out)
		_, cold := run("", t.TempDir())
		if r.Failed() {
			t.Fatalf("%s: %v", edit.name, r.Diagnostics)
		}
		if edit.name == "a channel less for the site" {
			maps.DeleteFunc(warm, func(name, _ string) bool { return strings.HasPrefix(name, "press/") }) // stays: nobody spoke of it
		}
		compare(t, edit.name, warm, cold)
		if same := maps.Equal(warm, before); same != edit.same && edit.name != "a channel less for the site" && edit.name != "what is left of it" {
			t.Errorf("%s: packages are the same: %v", edit.name, same)
		}
		before = warm
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".kepu-manifest" {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func compare(t *testing.T, name string, warm, cold map[string]string) {
	t.Helper()
	for _, file := range slices.Sorted(maps.Keys(cold)) {
		switch data, ok := warm[file]; {
		case !ok:
			t.Errorf("%s: %s is missing", name, file)
		case data != cold[file]:
			t.Errorf("%s: %s differs from that of a build from nothing", name, file)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(warm)) {
		if _, ok := cold[file]; !ok {
			t.Errorf("%s: %s is left over", name, file)
		}
	}
}
