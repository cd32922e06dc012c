package browsertest

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kepu/internal/sitetest"
)

// A desk is a copy of the content that `kepu serve` shows, and a browser that
// looks at it.
type desk struct {
	*tab
	dir     string
	address string // ends in "/"
}

// sit starts the server on a copy of the real content and opens a page.
func sit(t *testing.T, page string) *desk {
	t.Helper()
	kepu, err := sitetest.Binary()
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{dir: t.TempDir()}
	if err := os.CopyFS(filepath.Join(d.dir, "content"), os.DirFS(filepath.Join(sitetest.Root(), "content"))); err != nil {
		t.Fatal(err)
	}
	d.write(page, "第一版的文字。")
	d.address = start(t, exec.Command(kepu, "serve", "--site", d.dir, "--addr", "127.0.0.1:0",
		"--now", sitetest.Now, "--cache", filepath.Join(sitetest.Temp(), "cache")))
	d.tab = open(t, phone)
	d.goTo(d.address + "articles/zz-reload/")
	d.shows("第一版的文字。")
	return d
}

const reloadPage = "articles/zz-reload.md"

var served = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// start runs the server until the test ends and gives the address it prints.
func start(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	pipe, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = cmd.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	found := make(chan string, 1)
	var (
		mu  sync.Mutex
		log bytes.Buffer
	)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(pipe); lines.Scan(); {
			mu.Lock()
			log.WriteString(lines.Text() + "\n")
			mu.Unlock()
			if address := served.FindString(lines.Text()); address != "" {
				select {
				case found <- address:
				default:
				}
			}
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-ended
		cmd.Wait()
		if t.Failed() {
			mu.Lock()
			t.Logf("the server said:\n%s", log.String())
			mu.Unlock()
		}
	})
	select {
	case address := <-found:
		return address
	case <-ended:
		t.Fatal("the server ended")
	case <-time.After(patience):
		t.Fatal("the server prints no address")
	}
	return ""
}

func (d *desk) path(page string) string {
	return filepath.Join(d.dir, "content", filepath.FromSlash(page))
}

func article(body string) string {
	return "---\ntitle: 自动刷新\ndate: 2026-01-01\nsources: []\n---\n\n" + body + "\n"
}

// write saves a page in place.
func (d *desk) write(page, body string) {
	if err := os.WriteFile(d.path(page), []byte(article(body)), 0o644); err != nil {
		panic(err)
	}
}

// shows waits until the page in the browser has a text.
func (d *desk) shows(text string) {
	d.Helper()
	d.wait("the page shows "+text, `document.body.innerText.includes("`+text+`")`)
}

// Saving a file reloads the page, without a hand on the browser.
func TestReload(t *testing.T) {
	d := sit(t, reloadPage)

	t.Run("save", func(t *testing.T) {
		d.T = t
		d.write(reloadPage, "第二版的文字。")
		d.shows("第二版的文字。")
	})

	// Most editors write a new file and rename it over the old one.
	t.Run("rename", func(t *testing.T) {
		d.T = t
		temp := d.path("articles/.zz-reload.md.swp")
		if err := os.WriteFile(temp, []byte(article("改名保存的文字。")), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(temp, d.path(reloadPage)); err != nil {
			t.Fatal(err)
		}
		d.shows("改名保存的文字。")
	})

	// Broken content is shown where it is broken; mended, the page is back.
	t.Run("error", func(t *testing.T) {
		d.T = t
		broken := strings.Replace(article("坏的。"), "title:", "titel:", 1)
		if err := os.WriteFile(d.path(reloadPage), []byte(broken), 0o644); err != nil {
			t.Fatal(err)
		}
		d.shows("content/articles/zz-reload.md:2:1")
		d.write(reloadPage, "修好的文字。")
		d.shows("修好的文字。")
		if eval[bool](d.tab, `document.body.innerText.includes("zz-reload.md:2:1")`) {
			t.Error("the mended page still shows the error")
		}
	})

	// Another page's text is no reason to reload this one, and lose the place
	// where somebody reads.
	t.Run("another page", func(t *testing.T) {
		d.T = t
		eval[bool](d.tab, `window.stayed = true`)
		other := d.path("about.md")
		text, err := os.ReadFile(other)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(other, append(text, "\n别处的文字。\n"...), 0o644); err != nil {
			t.Fatal(err)
		}
		eval[bool](d.tab, `(async () => {
			while (!(await (await fetch("/about/")).text()).includes("别处的文字。")) await new Promise(done => setTimeout(done, 50));
			return true;
		})()`)
		if !eval[bool](d.tab, `window.stayed === true`) {
			t.Error("the page was loaded again")
		}
		d.write(reloadPage, "接着写的文字。")
		d.shows("接着写的文字。")
	})

	// A template that only fails on this page's data.
	t.Run("template", func(t *testing.T) {
		d.T = t
		template := filepath.Join(d.dir, "themes", "default", "templates", "article.html")
		if err := os.MkdirAll(filepath.Dir(template), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(template, []byte("{{define \"main\"}}\n{{index .Title 9999}}{{end}}"), 0o644); err != nil {
			t.Fatal(err)
		}
		d.shows("themes/default/templates/article.html:2:")
		if err := os.RemoveAll(filepath.Join(d.dir, "themes")); err != nil {
			t.Fatal(err)
		}
		d.shows("接着写的文字。")
		d.write(reloadPage, "修好的文字。")
		d.shows("修好的文字。")
	})

	// A folder that goes and comes back, as git does when it changes branches.
	t.Run("folder", func(t *testing.T) {
		d.T = t
		dir, away := filepath.Join(d.dir, "content", "articles"), filepath.Join(t.TempDir(), "articles")
		if err := os.CopyFS(away, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		d.wait("the page is gone", `!document.body.innerText.includes("修好的文字。")`)
		if err := os.CopyFS(dir, os.DirFS(away)); err != nil {
			t.Fatal(err)
		}
		d.shows("修好的文字。")
		// The folder that came back is watched like the old one.
		d.write(reloadPage, "回来以后的文字。")
		d.shows("回来以后的文字。")
	})

	t.Run("new page", func(t *testing.T) {
		d.T = t
		d.write("articles/zz-second.md", "新的一页。")
		d.goToUntil(d.address+"articles/zz-second/", "新的一页。")
	})
}

// goToUntil opens an address again until it shows a text. A reload of the old
// page may cut in.
func (d *desk) goToUntil(address, text string) {
	d.Helper()
	shown := `location.href === "` + address + `" && document.body.innerText.includes("` + text + `")`
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		ctx, cancel := d.limited()
		_, err := chromedp.Run(ctx, chromedp.NavigateResponse(address))
		ok, _ := chromedp.Run(ctx, chromedp.Evaluate[bool](shown))
		cancel()
		if err == nil && ok {
			return
		}
	}
	d.Errorf("%s never shows %s", address, text)
}
