package serve

import (
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

func TestAnswers(t *testing.T) {
	b := start(t, nil, "index.md", "home", "articles/a.md", "an article", "文章/页.md", "汉字")
	for _, c := range []struct {
		address  string
		status   int
		kind     string
		contains string
	}{
		{"/", 200, "text/html; charset=utf-8", "home"},
		{"/index.html", 200, "text/html; charset=utf-8", "home"},
		{"/?q=1", 200, "text/html; charset=utf-8", "home"},
		{"/articles/a/", 200, "text/html; charset=utf-8", "an article"},
		{"/%E6%96%87%E7%AB%A0/%E9%A1%B5/", 200, "text/html; charset=utf-8", "汉字"},
		{"/style.css", 200, "text/css; charset=utf-8", "body{}"},
		{"/.well-known/security.txt", 200, "text/plain; charset=utf-8", "Contact"},
		{"/_kepu/reload.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"/_kepu/overlay.css", 200, "text/css; charset=utf-8", "prefers-color-scheme"},
		{"/nothing/", 404, "text/html; charset=utf-8", "no such page"},
		{"/nothing.css", 404, "text/html; charset=utf-8", "no such page"},
		{"/style.css/", 404, "text/html; charset=utf-8", "no such page"},
		{"/empty/", 404, "text/html; charset=utf-8", "no such page"}, // no listing
		{"/empty", 404, "text/html; charset=utf-8", "no such page"},
		{"/.kepu-secret", 404, "text/html; charset=utf-8", "no such page"},
		{"/_kepu/other", 404, "text/html; charset=utf-8", "no such page"},
	} {
		resp, body := b.get(c.address)
		if resp.StatusCode != c.status || resp.Header.Get("Content-Type") != c.kind || !strings.Contains(body, c.contains) {
			t.Errorf("%s: %d %s %q", c.address, resp.StatusCode, resp.Header.Get("Content-Type"), body)
		}
		if resp.Header.Get("Cache-Control") != "no-cache" || resp.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", c.address, resp.Header)
		}
	}
	for address, to := range map[string]string{"/articles/a": "/articles/a/", "/articles/a?x=1": "/articles/a/?x=1", "/articles//a": "/articles/a/"} {
		resp, _ := b.get(address)
		if got := resp.Header.Get("Location"); resp.StatusCode != http.StatusFound || got != to {
			t.Errorf("%s: %d to %q, want %q", address, resp.StatusCode, got, to)
		}
	}
	if resp, body := b.request("POST", "/"); resp.StatusCode != 405 || strings.Contains(body, "home") {
		t.Errorf("POST: %d", resp.StatusCode)
	}
	if resp, body := b.request("HEAD", "/"); resp.StatusCode != 200 || body != "" || resp.ContentLength <= 0 {
		t.Errorf("HEAD: %d, length %d", resp.StatusCode, resp.ContentLength)
	}
	if resp, body := b.get("/style.css", "Range", "bytes=0-3"); resp.StatusCode != 206 || body != "body" {
		t.Errorf("range: %d %q", resp.StatusCode, body)
	}
}

func TestNotModified(t *testing.T) {
	b := start(t, nil, "index.md", "home")
	for _, address := range []string{"/", "/style.css"} {
		resp, _ := b.get(address)
		tag := resp.Header.Get("ETag")
		if again, body := b.get(address, "If-None-Match", tag); tag == "" || again.StatusCode != http.StatusNotModified || body != "" {
			t.Errorf("%s: %d with %q", address, again.StatusCode, tag)
		}
	}
}

func TestScriptIsInPages(t *testing.T) {
	b := start(t, nil, "index.md", "home")
	_, body := b.get("/")
	if !strings.Contains(body, ` defer></script></body>`) || strings.Count(body, "<script") != 1 {
		t.Errorf("page: %s", body)
	}
	resp, body := b.get("/nothing/")
	if !strings.Contains(body, `<script src="/_kepu/reload.js"`) {
		t.Errorf("404: %s", body)
	}
	if got := resp.Header.Get("Content-Security-Policy"); got != "default-src 'self'" {
		t.Errorf("policy %q", got)
	}
	if !strings.Contains(body, `data-build="`+next(t, b.events("/nothing/"), "")+`"`) {
		t.Errorf("the page's version is not the one that the events tell: %s", body)
	}
}

func TestInject(t *testing.T) {
	const script = `<script src="/_kepu/reload.js" data-build="7" defer></script>`
	for in, want := range map[string]string{
		"<body>x</body></html>":          "<body>x" + script + "</body></html>",
		"<BODY>x</BODY>":                 "<BODY>x" + script + "</BODY>",
		"<p>no end":                      "<p>no end" + script,
		"":                               script,
		"<!-- </body> --><p>İ</body>end": "<!-- </body> --><p>İ" + script + "</body>end",
	} {
		if got := string(inject([]byte(in), "7")); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestForeignHost(t *testing.T) {
	b := start(t, nil, "index.md", "a draft")
	port := b.url[strings.LastIndex(b.url, ":"):]
	port = strings.TrimSuffix(port, "/")
	for host, ok := range map[string]bool{
		"127.0.0.1" + port: true, "localhost" + port: true, "LOCALHOST": true, "[::1]" + port: true, "kepu.localhost" + port: true,
		"evil.example" + port: false, "evil.example": false, "127.0.0.1.evil.example" + port: false, "192.168.1.1" + port: false, "localhost.evil.example": false,
	} {
		for _, address := range []string{"/", "/_kepu/reload.js"} {
			resp, body := b.get(address, "Host", host)
			if good := resp.StatusCode == 200; good != ok || !good && strings.Contains(body, "draft") {
				t.Errorf("%s as %s: %d", address, host, resp.StatusCode)
			}
		}
	}
}

func TestAllHostsWhereAskedFor(t *testing.T) {
	b := start(t, func(o *Options) { o.Addr = "0.0.0.0:0" }, "index.md", "home")
	if resp, _ := b.get("/", "Host", "192.168.1.5:8080"); resp.StatusCode != 200 {
		t.Errorf("status %d", resp.StatusCode)
	}
	if !strings.HasPrefix(b.url, "http://127.0.0.1:") {
		t.Errorf("address %s", b.url)
	}
}

func TestTraversal(t *testing.T) {
	b := start(t, nil, "index.md", "home")
	for _, address := range []string{
		"/../../../../etc/passwd", "/..%2f..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5cwindows/win.ini",
		"/style.css%00", "/./.kepu-secret", "/empty/../.kepu-secret", "/%2e%6bepu-secret",
	} {
		resp, body := b.get(address)
		if resp.StatusCode != 404 || !strings.Contains(body, "no such page") {
			t.Errorf("%s: %d %q", address, resp.StatusCode, body)
		}
	}
}

func TestPortTaken(t *testing.T) {
	var taken net.Listener
	var port int
	// A port whose next one is free, too.
	eventually(t, func() bool {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return false
		}
		port = l.Addr().(*net.TCPAddr).Port
		after, err := net.Listen("tcp", "127.0.0.1:"+strconv.Itoa(port+1))
		if err != nil {
			l.Close()
			return false
		}
		after.Close()
		taken = l
		return true
	}, func() string { return "no two free ports" })
	defer taken.Close()
	b := start(t, func(o *Options) { o.Addr = taken.Addr().String() }, "index.md", "home")
	if strings.Contains(b.url, ":"+strconv.Itoa(port)+"/") {
		t.Errorf("serves at %s, which is taken", b.url)
	}
	if want := "Port " + strconv.Itoa(port) + " is taken"; !strings.Contains(b.log.String(), want) {
		t.Errorf("log lacks %q: %s", want, b.log)
	}
	b.shows("/", 200, b.url) // the site was built for the address it has
}

func TestEndsWithPagesOpen(t *testing.T) {
	b := start(t, nil, "index.md", "home")
	ids := b.events("")
	next(t, ids, "")
	if err := b.stop(); err != nil {
		t.Error(err)
	}
	for range ids { // ends, for the connection does
	}
}
