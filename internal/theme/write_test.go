package theme_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWritePages writes the pages of the fixture, with the assets, to the
// folder that KEPU_PAGES names, to look at them and to run checkers on them.
func TestWritePages(t *testing.T) {
	dir := os.Getenv("KEPU_PAGES")
	if dir == "" {
		t.Skip("KEPU_PAGES is not set")
	}
	th := load(t)
	write := func(name string, data []byte) {
		file := filepath.Join(dir, "kepu", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range th.Assets {
		write(a.Path, a.Data)
	}
	write("pic.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="480" viewBox="0 0 720 480"><rect width="720" height="480" rx="18" fill="#faf6ee"/><path d="M0 120q360-60 720 0v80q-360-60-720 0z" fill="#2b2622"/><path d="M0 200q360-60 720 0v120q-360-60-720 0z" fill="#d8e8f0"/><path d="M0 320q360-60 720 0v160H0z" fill="#2f7fb0"/></svg>`))
	for _, v := range views(th, "zh-CN") {
		var b bytes.Buffer
		if err := th.Execute(&b, v.Template, v); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(v.URL, v.Site.Base)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		write(name, b.Bytes())
	}
}
