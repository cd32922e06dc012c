package serve

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"kepu/internal/diag"
)

// A lazy site renders a file when it is opened, as build's does. While torn is
// set, pages and style sheets fail.
type lazy struct {
	fstest.MapFS
	torn   atomic.Bool
	opened atomic.Int64
}

var errTorn = errors.New("the template <broke>")

func (l *lazy) Open(name string) (fs.File, error) {
	l.opened.Add(1)
	if l.torn.Load() && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errTorn}
	}
	return l.MapFS.Open(name)
}

func (l *lazy) ReadFile(name string) ([]byte, error) {
	if _, err := l.Open(name); err != nil {
		return nil, err
	}
	return l.MapFS.ReadFile(name)
}

func (l *lazy) Stat(name string) (fs.FileInfo, error) { return l.MapFS.Stat(name) }

// A page that cannot be rendered shows why, and so does the log, once.
func TestPageThatCannotBeRendered(t *testing.T) {
	for _, explained := range []bool{true, false} {
		site := &lazy{MapFS: fstest.MapFS{
			"index.html": {Data: []byte("<body>home")}, "a/index.html": {Data: []byte("<body>a")}, "style.css": {Data: []byte("p{}")},
		}}
		b := start(t, func(o *Options) {
			o.Build = func(context.Context, string, []string) Result {
				r := Result{Files: site}
				if explained {
					r.Explain = func(err error) []diag.Diagnostic {
						if !errors.Is(err, errTorn) {
							t.Errorf("asked to explain %v", err)
						}
						return []diag.Diagnostic{diag.New(diag.ThemeBroken, diag.Pos{File: "themes/mine/templates/a.html", Line: 3}, "unexpected end")}
					}
				}
				return r
			}
		}, "index.md", "")
		ids := b.events("/a/")
		id := next(t, ids, "")
		b.shows("/a/", 200, "a")

		site.torn.Store(true)
		b.write("index.md", "a change that makes a build")
		id = next(t, ids, id) // the tab that shows the page finds out
		want, said := "themes/mine/templates/a.html:3", "themes/mine/templates/a.html:3: error: "
		if !explained {
			want, said = "the template &lt;broke&gt;", "the template <broke>"
		}
		for _, address := range []string{"/a/", "/", "/style.css", "/a/"} {
			resp, body := b.get(address)
			if resp.StatusCode != 500 || !strings.Contains(body, want) || !strings.Contains(body, `src="/_kepu/reload.js"`) {
				t.Errorf("%s: %d %s", address, resp.StatusCode, body)
			}
			if csp := resp.Header.Get("Content-Security-Policy"); csp != overlayPolicy {
				t.Errorf("%s: policy %q", address, csp)
			}
			if kind := resp.Header.Get("Content-Type"); kind != "text/html; charset=utf-8" {
				t.Errorf("%s: an overlay of type %s", address, kind)
			}
		}
		if n := strings.Count(b.log.String(), said); explained && n != 1 || n == 0 {
			t.Errorf("told %d times:\n%s", n, b.log)
		}

		site.torn.Store(false)
		b.write("index.md", "mended")
		next(t, ids, id)
		b.shows("/a/", 200, "a")
	}
}

// digested files know what they hold, as those of a build do.
type digested struct{ *lazy }

func (d digested) Stat(name string) (fs.FileInfo, error) {
	info, err := d.lazy.Stat(name)
	return digestedInfo{info}, err
}

type digestedInfo struct{ fs.FileInfo }

func (digestedInfo) Sys() any { return bytes.NewBufferString("digest") }

// A recording is not read for a browser that has it.
func TestNothingIsReadTwice(t *testing.T) {
	site := digested{&lazy{MapFS: fstest.MapFS{"index.html": {Data: []byte("home")}, "talk.mp3": {Data: []byte("0123456789")}}}}
	b := start(t, func(o *Options) {
		o.Build = func(context.Context, string, []string) Result { return Result{Files: site} }
	})
	resp, body := b.get("/talk.mp3", "Range", "bytes=2-4")
	if tag := resp.Header.Get("ETag"); resp.StatusCode != 206 || body != "234" || tag != `"digest"` {
		t.Errorf("%d %q %s", resp.StatusCode, body, tag)
	}
	before := site.opened.Load()
	if resp, body := b.get("/talk.mp3", "If-None-Match", `"digest"`); resp.StatusCode != 304 || body != "" || site.opened.Load() != before {
		t.Errorf("%d %q, opened %d times", resp.StatusCode, body, site.opened.Load()-before)
	}
	if resp, body := b.get("/talk.mp3", "If-None-Match", `"other"`); resp.StatusCode != 200 || body != "0123456789" {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
}
