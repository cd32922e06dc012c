//go:build unix

package source

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kepu/internal/diag"
)

// TestDisk lists a real folder with what an FS in memory cannot have.
func TestDisk(t *testing.T) {
	outside := t.TempDir()
	dir := filepath.Join(t.TempDir(), "content")
	write(t, filepath.Join(outside, "secret.md"), "---\n")
	write(t, filepath.Join(dir, "articles/a.md"), "---\n")
	for name, target := range map[string]string{
		"articles/within.md":  "a.md",
		"articles/out.md":     filepath.Join(outside, "secret.md"),
		"articles/up.md":      "../../../secret.md",
		"articles/gone.md":    "nothing.md",
		"articles/loop.md":    "loop.md",
		"articles/folder":     ".",
		"articles/outfolder":  outside,
		"articles/absolute":   "/",
		"static":              "articles",
		"articles/second.png": "within.md",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "articles/pipe.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()

	tr, ds := List(root.FS())
	want := `content/articles/absolute symlink-escapes
content/articles/folder symlink-folder
content/articles/gone.md unreadable
content/articles/loop.md unreadable
content/articles/out.md symlink-escapes
content/articles/outfolder symlink-escapes
content/articles/up.md symlink-escapes
content/static symlink-folder
`
	if told(ds) != want {
		t.Errorf("got\n%swant\n%s", told(ds), want)
	}
	for _, d := range ds {
		if d.Code == diag.LinkEscapes && !strings.Contains(d.Message(diag.Chinese), "/") {
			t.Errorf("%s does not say where it leads: %s", d.Pos.File, d.Message(diag.Chinese))
		}
	}
	if text, d := tr.Text("articles/within.md"); d != nil || string(text) != "---\n" {
		t.Errorf("a link within content: %q, %v", text, d)
	}
	for _, name := range []string{"articles/pipe.md", "articles/out.md", "articles/gone.md", "articles"} {
		if _, d := tr.Text(name); d == nil || d.Code != diag.Unreadable {
			t.Errorf("%s: got %v", name, d)
		}
	}
	if !tr.Pictures["articles/second.png"] {
		t.Error("a link to a link is left out")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
