package serve

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"kepu/internal/diag"
)

func TestErrorsAndMended(t *testing.T) {
	b := start(t, nil, "index.md", "good", "a.md", "fine")
	ids := b.events("/")
	id := next(t, ids, "")

	b.write("a.md", "one\n标题 ERROR here <i>")
	id = next(t, ids, id)
	resp, body := b.get("/") // every page, not only the one with the error
	for _, want := range []string{
		"content/a.md:2:4", "there is no field “&lt;b&gt;ERROR&lt;/b&gt;”", "标题 <mark>E</mark>RROR here &lt;i&gt;",
		"Fields: title.", `<script src="/_kepu/reload.js"`, `href="/_kepu/overlay.css"`, `lang="en"`, `data-build="` + id + `"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("overlay lacks %q", want)
		}
	}
	if resp.StatusCode != 500 || strings.Contains(body, "<b>") || strings.Contains(body, "style=") {
		t.Errorf("status %d: %s", resp.StatusCode, body)
	}
	if csp := resp.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("policy %q", csp)
	}
	if resp, body := b.get("/style.css"); resp.StatusCode != 200 || body != "body{}" {
		t.Errorf("the last good site's style sheet: %d %q", resp.StatusCode, body)
	}
	if resp, _ := b.get("/nothing.css"); resp.StatusCode != 404 {
		t.Errorf("a style sheet that is not there: %d", resp.StatusCode)
	}

	b.write("a.md", "mended")
	next(t, ids, id)
	b.shows("/a/", 200, "mended")
	b.shows("/", 200, "good")
	eventually(t, func() bool { return strings.Contains(b.log.String(), "mended") }, func() string { return "log does not say so" })
}

func TestFailedBuild(t *testing.T) {
	b := start(t, nil, "index.md", "good", "fail.md", "")
	resp, body := b.get("/")
	if resp.StatusCode != 500 || !strings.Contains(body, "the theme &lt;broke&gt;") {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
	b.must(os.Remove(b.path("fail.md")))
	b.shows("/", 200, "good")
}

func TestWarningsDoNotHideThePage(t *testing.T) {
	b := start(t, func(o *Options) {
		o.Build = func(context.Context, string, []string) Result {
			return Result{
				Diagnostics: []diag.Diagnostic{diag.New(diag.StrayFile, diag.Pos{File: "content/a.md", Line: 3})},
				Files:       fstest.MapFS{"index.html": {Data: []byte("the page")}},
			}
		}
	})
	if resp, body := b.get("/"); resp.StatusCode != 200 || !strings.Contains(body, "the page") {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
	if want := "content/a.md:3: warning: no entry uses this file; it is not published"; !strings.Contains(b.log.String(), want) {
		t.Errorf("log lacks %q: %s", want, b.log)
	}
	// A site without a 404.html has one of ours.
	if resp, body := b.get("/x/"); resp.StatusCode != 404 || !strings.Contains(body, "There is no page") || !strings.Contains(body, "reload.js") {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
}

func TestOverlayItems(t *testing.T) {
	at := func(line, col int, source string) diag.Diagnostic {
		d := diag.New(diag.UnclosedFrontMatter, diag.Pos{File: "content/a.md", Line: line, Col: col})
		d.Source = source
		return d
	}
	p := newOverlayPage(diag.Chinese)
	for _, c := range []struct {
		d                 diag.Diagnostic
		place             string
		before, at, after string
	}{
		{at(2, 3, "标题：x"), "content/a.md:2:3", "标题", "：", "x"},
		{at(2, 5, "标题：x"), "content/a.md:2:5", "标题：x", " ", ""},
		{at(2, 9, "short"), "content/a.md:2:9", "short", "", ""},
		{at(2, 0, "line"), "content/a.md:2", "line", "", ""},
		{at(0, 0, ""), "content/a.md", "", "", ""},
	} {
		it := p.item(c.d)
		if it.Place != c.place || it.Before != c.before || it.At != c.at || it.After != c.after || it.HasSource != (c.d.Source != "") {
			t.Errorf("%+v: %+v", c.d, it)
		}
	}
}

func TestOverlayIsBounded(t *testing.T) {
	var r Result
	for range 40 {
		r.Diagnostics = append(r.Diagnostics, diag.New(diag.StrayFile, diag.Pos{File: "w"}))
	}
	for range overlayItems + 50 {
		r.Diagnostics = append(r.Diagnostics, diag.New(diag.MissingField, diag.Pos{File: "e"}, "title", "…"))
	}
	show := newState().put(r, true)
	page := string(newOverlayPage(diag.Chinese).render(show))
	if n := strings.Count(page, "<li "); n != overlayItems {
		t.Errorf("%d items", n)
	}
	if strings.Contains(page, "item warning") || !strings.Contains(page, "还有 90 处") || !strings.Contains(page, "有 150 处错误") {
		t.Error("errors must come first, and the rest be counted")
	}
}

func TestStateKeepsTheLastGoodSite(t *testing.T) {
	s := newState()
	broken := Result{Diagnostics: []diag.Diagnostic{diag.New(diag.NoContent, diag.Pos{})}, Files: fstest.MapFS{"half": {}}}
	good := fstest.MapFS{"index.html": {}}
	ids := map[string]bool{s.put(Result{Files: good}, true).id: true}
	for _, r := range []Result{broken, {}, broken} {
		show := s.put(r, true)
		if _, err := show.files.Open("index.html"); err != nil {
			t.Errorf("%+v: %v", r, err)
		}
		ids[show.id] = true
	}
	ids[newState().put(broken, true).id] = true // as after a restart
	if len(ids) != 5 {
		t.Errorf("ids repeat: %v", ids)
	}
}
