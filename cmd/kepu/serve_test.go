package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"kepu/internal/diag"
)

// A live site is one that `kepu serve` shows while it is edited.
type live struct {
	*testing.T
	dir, url string
	seen     map[string]bool // every address there ever was
}

func (l *live) path(name string) string { return filepath.Join(l.dir, filepath.FromSlash(name)) }

func (l *live) write(name, text string) {
	l.Helper()
	l.must(os.MkdirAll(filepath.Dir(l.path(name)), 0o755))
	l.must(os.WriteFile(l.path(name), []byte(text), 0o644))
}

func (l *live) rename(from, to string) { l.must(os.Rename(l.path(from), l.path(to))) }

func (l *live) must(err error) {
	l.Helper()
	if err != nil {
		l.Fatal(err)
	}
}

func (l *live) get(address string) (int, string) {
	l.Helper()
	resp, err := http.Get(l.url + address)
	l.must(err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	l.must(err)
	return resp.StatusCode, string(body)
}

// eventually waits until nothing is wrong any more.
func (l *live) eventually(what string, wrong func() string) {
	l.Helper()
	for late := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		why := wrong()
		if why == "" {
			return
		}
		if time.Now().After(late) {
			l.Fatalf("%s: %s", what, why)
		}
	}
}

// serve starts the server; it ends with the test.
func (l *live) serve() {
	log, out := io.Pipe()
	ctx, cancel := context.WithCancel(l.Context())
	ended := make(chan int, 1)
	go func() {
		status := run(ctx, []string{"serve", "--site", l.dir, "--addr", "127.0.0.1:0", "--now", "2026-09-01", "--cache", "off"}, out, out, diag.English)
		out.Close()
		ended <- status
	}()
	said := make(chan string, 1)
	go func() {
		var all []byte
		for buf := make([]byte, 4096); ; {
			n, err := log.Read(buf)
			all = append(all, buf[:n]...)
			if at := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).Find(all); at != nil && len(said) == 0 {
				said <- string(at)
			}
			if err != nil {
				return
			}
		}
	}()
	select {
	case l.url = <-said:
	case status := <-ended:
		l.Fatalf("serve ended with status %d", status)
	}
	l.Cleanup(func() {
		cancel()
		if status := <-ended; status != exitOK {
			l.Errorf("serve ended with status %d", status)
		}
	})
}

var injected = regexp.MustCompile(`<script src="/_kepu/reload\.js"[^>]*></script>`)

// same waits until the server shows, file by file, what `kepu build` writes for
// the same tree, and nothing at the addresses that are no more.
func (l *live) same(what string) {
	l.Helper()
	out := filepath.Join(l.TempDir(), "out")
	if status, text := kepu("build", "--site", l.dir, "--out", out, "--base-url", l.url); status != exitOK {
		l.Fatalf("%s: %s", what, text)
	}
	want := map[string]string{}
	l.must(fs.WalkDir(os.DirFS(out), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(name, ".kepu") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		address := strings.TrimSuffix(name, "index.html")
		want[address], l.seen[address] = string(data), true
		return err
	}))
	if len(want) < 20 {
		l.Fatalf("%s: a site of %d files", what, len(want))
	}
	l.eventually(what, func() string {
		for address := range l.seen {
			status, body := l.get(address)
			text, there := want[address]
			switch {
			case !there && status != http.StatusNotFound:
				return fmt.Sprintf("%q is still there: %d", address, status)
			case there && (status != http.StatusOK || injected.ReplaceAllString(body, "") != text):
				return fmt.Sprintf("%q differs, status %d", address, status)
			}
		}
		return ""
	})
}

func article(title, more, body string) string {
	return "---\ntitle: " + title + "\ndate: 2026-01-02\n" + more + "---\n\n" + body + "\n"
}

func pixels(size int) string {
	var buf bytes.Buffer
	png.Encode(&buf, image.NewGray(image.Rect(0, 0, size, size)))
	return buf.String()
}

// TestServeIsBuild: whatever is done to a site while it is shown, every file of
// it is as `kepu build` would write it.
func TestServeIsBuild(t *testing.T) {
	l := &live{T: t, dir: t.TempDir(), seen: map[string]bool{}}
	l.write("content/site.yaml", "base_url: https://kepu.example.org/\ntitle: 科普\n")
	for i := range 4 {
		l.write(fmt.Sprintf("content/articles/2026/a%d.md", i), article(fmt.Sprintf("第%d篇", i), "topics: [化学]\n", "正文。"))
	}
	l.write("content/articles/b.md", article("链接", "topics: [化学, 昆虫]\n", "见[第一篇](2026/a1.md)。"))
	l.write("content/static/notes.txt", "一\n")
	l.serve()
	l.same("as it was")

	const theme = "themes/default/templates/article.html"
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"a body", func() {
			l.write("content/articles/2026/a1.md", article("第1篇", "topics: [化学]\n", "改过的正文。"))
		}},
		{"a title", func() {
			l.write("content/articles/2026/a1.md", article("新题目", "topics: [昆虫]\n", "改过的正文。"))
		}},
		{"a save by rename", func() {
			l.write("content/articles/.b.md.swp", article("链接二", "", "见[第一篇](2026/a1.md)。"))
			l.rename("content/articles/.b.md.swp", "content/articles/b.md")
		}},
		{"a new folder with a picture", func() {
			l.write("content/articles/2026/new/index.md", article("新的", "", "![图](p.png)"))
			l.write("content/articles/2026/new/p.png", pixels(3))
		}},
		{"another picture of that name", func() { l.write("content/articles/2026/new/p.png", pixels(5)) }},
		{"a hidden file that is published", func() { l.write("content/static/.well-known/security.txt", "Contact: 我们\n") }},
		{"a file that is published as it is", func() { l.write("content/static/notes.txt", "二\n") }},
		{"a folder by another name", func() {
			l.write("content/articles/b.md", article("链接三", "", "无。"))
			l.rename("content/articles/2026", "content/articles/2027")
		}},
		{"a file in that folder", func() { l.write("content/articles/2027/a2.md", article("搬家以后", "", "正文。")) }},
		{"a file less", func() { l.must(os.Remove(l.path("content/articles/2027/a3.md"))) }},
		{"settings", func() {
			l.write("content/site.yaml", "base_url: https://kepu.example.org/\ntitle: 换了名字\nlists: {page_size: 2}\n")
		}},
		{"a template", func() { l.write(theme, `{{define "main"}}<main><p>{{.Title}} - 我的</p></main>{{end}}`) }},
		{"a style sheet", func() { l.write("themes/default/assets/css/parts/print.css", ".mine { color: #00ffff }\n") }},
		{"no theme", func() { l.must(os.RemoveAll(l.path("themes"))) }},
		{"changes while there is an error", func() {
			l.write("content/articles/b.md", "---\ntitel: 错\n---\n")
			l.broken("articles/b/", "content/articles/b.md:2:1")
			l.write("content/articles/2027/a0.md", article("其间", "", "改的。"))
			l.must(os.Remove(l.path("content/articles/2027/a2.md")))
			l.write("content/articles/b.md", article("改好了", "", "无。"))
		}},
		{"a template that fails when a page is drawn", func() {
			l.write(theme, "{{define \"main\"}}\n{{index .Title 9999}}{{end}}")
			l.broken("articles/b/", theme+":2:")
			l.must(os.RemoveAll(l.path("themes")))
		}},
		{"other content in its place", func() {
			l.must(os.CopyFS(l.path("other"), os.DirFS(l.path("content"))))
			l.must(os.Remove(l.path("other/articles/b.md")))
			l.write("other/articles/2027/a1.md", article("另一处", "", "别的正文。"))
			l.rename("content", "before")
			l.must(os.Symlink("other", l.path("content")))
		}},
		{"a file there", func() { l.write("other/articles/2027/a0.md", article("在那里改", "", "又改。")) }},
		{"the old content again", func() {
			l.must(os.Remove(l.path("content")))
			l.rename("before", "content")
		}},
		{"a file of it", func() { l.write("content/articles/2027/a0.md", article("回来以后", "", "再改。")) }},
		{"a link", func() {
			l.must(os.Remove(l.path("content/articles/2027/a0.md")))
			l.must(os.Symlink("a1.md", l.path("content/articles/2027/a0.md")))
		}},
		{"what it leads to", func() { l.write("content/articles/2027/a1.md", article("同一篇", "", "两处都变。")) }},
	} {
		step.do()
		l.same(step.what)
	}
}

func TestHidden(t *testing.T) {
	dir := filepath.Join(t.TempDir(), ".site", "content")
	ignored := hidden(dir)
	for name, want := range map[string]bool{
		"articles/.a.md.tmp": true, ".obsidian": true, "articles/a.md": false,
		"static/.well-known": false, "static/.nojekyll": false, ".": false, "..": false, "../../.x": false,
	} {
		if got := ignored(filepath.Join(dir, filepath.FromSlash(name))); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// broken waits until a page shows where the mistake is.
func (l *live) broken(page, place string) {
	l.Helper()
	l.eventually(page, func() string {
		if status, body := l.get(page); status != http.StatusInternalServerError || !strings.Contains(body, place) {
			return fmt.Sprintf("%d without %s: %s", status, place, body)
		}
		return ""
	})
}
