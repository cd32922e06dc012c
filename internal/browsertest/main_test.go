package browsertest

import (
	"context"
	"fmt"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kepu/internal/chromium"
	"kepu/internal/sitetest"
)

var (
	browser context.Context // every tab is a child of it
	site    *sitetest.Site
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "browsertest:", err)
		code = 1
	}
	os.RemoveAll(sitetest.Temp())
	os.Exit(code)
}

// run starts the browser, builds the site for a free port and serves it.
func run(m *testing.M) (int, error) {
	path, err := chromium.Find()
	if err != nil {
		return 1, err
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(filepath.Join(sitetest.Temp(), "chromium")),
		chromedp.WSURLReadTimeout(patience),
	}
	for _, flag := range chromium.Flags() {
		options = append(options, chromedp.Flag(strings.TrimPrefix(flag, "--"), true))
	}
	// Two tests at once on two cores: a tab in the background must not starve.
	for _, flag := range []string{"disable-background-timer-throttling", "disable-backgrounding-occluded-windows",
		"disable-renderer-backgrounding", "hide-scrollbars"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	defer cancel()
	browser, cancel = chromedp.NewContext(allocator)
	defer cancel()
	if err := chromedp.Do(browser); err != nil {
		return 1, fmt.Errorf("%s does not start: %w", path, err)
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 1, err
	}
	if site, err = sitetest.Build("http://" + listener.Addr().String() + "/"); err != nil {
		return 1, err
	}
	server := &http.Server{Handler: http.HandlerFunc(serve)}
	go server.Serve(listener)
	defer server.Close()
	return m.Run(), nil
}

// serve shows the site as a good host does: with the pages' own policy as a
// header, and with the 404 page.
func serve(w http.ResponseWriter, r *http.Request) {
	name := path.Clean("/" + r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	file := filepath.Join(site.Dir, filepath.FromSlash(name))
	status := http.StatusOK
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		file, status = filepath.Join(site.Dir, "404.html"), http.StatusNotFound
	}
	if strings.HasSuffix(file, ".html") {
		w.Header().Set("Content-Security-Policy", site.Pages[0].Policy())
	}
	text, err := os.ReadFile(file)
	if err != nil {
		status = http.StatusNotFound
	}
	w.Header().Set("Content-Type", contentType(file))
	w.WriteHeader(status)
	if r.URL.Query().Has("slow") {
		// As on a poor network: the first part is drawn before the rest comes.
		half := len(text) * 3 / 4
		w.Write(text[:half])
		w.(http.Flusher).Flush()
		time.Sleep(500 * time.Millisecond)
		text = text[half:]
	}
	w.Write(text)
}

// contentType does not depend on the tables of the machine.
func contentType(file string) string {
	switch filepath.Ext(file) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".webmanifest":
		return "application/manifest+json"
	}
	if kind := mime.TypeByExtension(filepath.Ext(file)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}
