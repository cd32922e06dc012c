package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Skip(err)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.md"), []byte("甲"))
	write(t, filepath.Join(dir, "b", "c.md"), []byte("乙"))
	write(t, filepath.Join(dir, "b", "empty"), nil)
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(f, "a.md", "b/c.md", "b/empty"); err != nil {
		t.Error(err)
	}
}

// TestLinks: a link within the folder is followed, one that leads out is not,
// neither to a file nor through a folder.
func TestLinks(t *testing.T) {
	outside := t.TempDir()
	write(t, filepath.Join(outside, "secret.md"), []byte("secret"))
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.md"), []byte("甲"))
	link(t, "a.md", filepath.Join(dir, "within.md"))
	link(t, filepath.Join(outside, "secret.md"), filepath.Join(dir, "out.md"))
	link(t, "loop.md", filepath.Join(dir, "loop.md"))
	link(t, outside, filepath.Join(dir, "folder"))
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if data, err := fs.ReadFile(f, "within.md"); string(data) != "甲" {
		t.Errorf("within the folder: %q, %v", data, err)
	}
	if info, err := fs.Stat(f, "within.md"); err != nil || !info.Mode().IsRegular() || info.Size() != 3 {
		t.Errorf("within the folder: %v, %v", info, err)
	}
	fs.ReadDir(f, ".")
	fs.ReadDir(f, "folder")
	for _, name := range []string{"out.md", "loop.md", "folder/secret.md", "../" + filepath.Base(outside) + "/secret.md"} {
		if data, err := fs.ReadFile(f, name); err == nil {
			t.Errorf("%s: read %q", name, data)
		}
		if info, err := fs.Stat(f, name); err == nil {
			t.Errorf("%s: is %v", name, info)
		}
	}
	if list, err := fs.ReadDir(f, "folder"); err == nil {
		t.Errorf("listed a folder outside: %v", list)
	}
}

func TestReadSizes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	for _, size := range []int{0, 1, 100, 16<<10 - 1, 16 << 10, 16<<10 + 1, 1 << 20} {
		want := bytes.Repeat([]byte("x"), size)
		write(t, path, want)
		for _, buf := range [][]byte{nil, make([]byte, 10), make([]byte, 0, 100), make([]byte, 2<<20)} {
			if got, err := Read(path, buf); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d bytes into %d: got %d, %v", size, cap(buf), len(got), err)
			}
		}
	}
	if _, err := Read(path+"x", nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := Read(filepath.Dir(path), nil); err == nil {
		t.Error("read a folder")
	}
}
