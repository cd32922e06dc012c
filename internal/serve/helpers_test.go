package serve

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"kepu/internal/diag"
)

// patience bounds every wait: generous, for nothing waits longer than it must.
const patience = 20 * time.Second

// A bench is a running serve over a folder of texts. Its build makes a page of
// every .md file; a line with ERROR is an error, a file named fail.md fails
// the build.
type bench struct {
	t       *testing.T
	content string
	url     string
	log     *syncBuffer
	stop    func() error // ends serve, returns what Run returned

	mu      sync.Mutex
	builds  int
	changed [][]string // what each build was told
}

type syncBuffer struct {
	mu sync.Mutex
	b  strings.Builder
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// start serves files given as pairs of name and text.
func start(t *testing.T, change func(*Options), pairs ...string) *bench {
	t.Helper()
	b := &bench{t: t, content: filepath.Join(t.TempDir(), "site", "content"), log: new(syncBuffer)}
	if err := os.MkdirAll(b.content, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(pairs); i += 2 {
		b.write(pairs[i], pairs[i+1])
	}
	ready := make(chan string, 1)
	opt := Options{
		Addr: "127.0.0.1:0", Watch: []string{b.content}, Build: b.build, Lang: diag.English,
		Log: b.log, CSP: "default-src 'self'", Ready: func(url string) { ready <- url },
	}
	if change != nil {
		change(&opt)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, opt) }()
	b.stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(patience):
			return errors.New("serve does not end")
		}
	})
	t.Cleanup(func() {
		if err := b.stop(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Logf("log:\n%s", b.log)
		}
	})
	select {
	case b.url = <-ready:
	case err := <-ended:
		t.Fatalf("serve ended: %v", err)
	case <-time.After(patience):
		t.Fatal("serve is not ready")
	}
	return b
}

func (b *bench) build(ctx context.Context, baseURL string, changed []string) Result {
	b.mu.Lock()
	b.builds++
	b.changed = append(b.changed, changed)
	b.mu.Unlock()
	r := Result{Summary: "built"}
	site := fstest.MapFS{
		"404.html":                 {Data: []byte("<body>no such page</body>")},
		"style.css":                {Data: []byte("body{}")},
		".kepu-secret":             {Data: []byte("hidden")},
		"empty/x.txt":              {Data: []byte("x")},
		".well-known/security.txt": {Data: []byte("Contact: us")},
	}
	err := filepath.WalkDir(b.content, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		rel, _ := filepath.Rel(b.content, path)
		rel = filepath.ToSlash(rel)
		if rel == "fail.md" {
			r.Err = errors.New("the theme <broke>")
		}
		for n, line := range strings.Split(string(text), "\n") {
			if at := strings.Index(line, "ERROR"); at >= 0 {
				d := diag.New(diag.UnknownField, diag.Pos{File: "content/" + rel, Line: n + 1, Col: len([]rune(line[:at])) + 1}, "<b>ERROR</b>", "title")
				d.Source = line
				r.Diagnostics = append(r.Diagnostics, d)
			}
		}
		name := strings.TrimSuffix(rel, ".md") + "/index.html"
		if rel == "index.md" {
			name = "index.html"
		}
		site[name] = &fstest.MapFile{Data: []byte("<!DOCTYPE html><title>" + baseURL + "</title><body><p>" + html.EscapeString(string(text)) + "</p></body></html>")}
		return nil
	})
	if r.Err == nil {
		r.Err = err
	}
	r.Files = site
	return r
}

func (b *bench) count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.builds
}

func (b *bench) path(name string) string { return filepath.Join(b.content, filepath.FromSlash(name)) }

func (b *bench) write(name, text string) {
	b.t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(b.path(name)), 0o755), os.WriteFile(b.path(name), []byte(text), 0o644)); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// get fetches an address without following redirects.
func (b *bench) get(address string, header ...string) (*http.Response, string) {
	b.t.Helper()
	return b.request("GET", address, header...)
}

func (b *bench) request(method, address string, header ...string) (*http.Response, string) {
	b.t.Helper()
	req, err := http.NewRequest(method, b.url, nil)
	b.must(err)
	// As it is: a client would tidy up ".." before it asks.
	req.URL.Opaque = address
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
		if header[i] == "Host" {
			req.Host = header[i+1]
		}
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	b.must(err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	b.must(err)
	return resp, string(body)
}

// shows waits until a page answers with a status and holds a text.
func (b *bench) shows(address string, status int, text string) {
	b.t.Helper()
	var got string
	eventually(b.t, func() bool {
		resp, body := b.get(address)
		got = fmt.Sprint(resp.StatusCode, " ", body)
		return resp.StatusCode == status && strings.Contains(body, text)
	}, func() string { return fmt.Sprintf("%s: want %d with %q, got %s", address, status, text, got) })
}

func eventually(t *testing.T, done func() bool, why func() string) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if done() {
			return
		}
		if time.Now().After(end) {
			t.Fatal(why())
		}
	}
}
