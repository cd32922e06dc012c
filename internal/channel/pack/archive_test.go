package pack_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kepu/internal/channel/pack"
)

// lay writes a bundle to a folder.
func lay(t *testing.T, b *pack.Bundle) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, f := range b.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readers is a program that reads an archive with Python and compares what is in
// it with what lies beside it.
const readers = `
import os, sys, zipfile
dir, name = sys.argv[1:]
with zipfile.ZipFile(os.path.join(dir, name)) as z:
    assert z.testzip() is None
    beside = sorted(os.path.relpath(os.path.join(d, f), dir) for d, _, files in os.walk(dir) for f in files)
    assert sorted(z.namelist() + [name]) == beside, (z.namelist(), beside)
    assert z.namelist()[0] == "index.html", z.namelist()
    for i in z.infolist():
        assert i.flag_bits == 0x800, i.flag_bits
        assert i.date_time == (2020, 1, 1, 0, 0, 0), i.date_time
        assert z.read(i) == open(os.path.join(dir, i.filename), "rb").read(), i.filename
`

// TestArchive has two readers open the archive.
func TestArchive(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("needs python3 and unzip")
	}
	dir := lay(t, make1(t, ordinary(), job()))
	for _, command := range [][]string{
		{"/usr/bin/python3", "-c", readers, dir, "food-safety.zip"},
		{"unzip", "-tq", filepath.Join(dir, "food-safety.zip")},
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", command[0], err, out)
		}
	}
}

// TestCode has a reader say what stands in the picture of the code.
func TestCode(t *testing.T) {
	for _, address := range []string{"A1", "https://kepu.example.org/articles/2026/food-safety/", "https://kepu.example.org/" + strings.Repeat("long/", 200)} {
		j := job()
		j.Piece.Address = address
		b := make1(t, ordinary(), j)
		m := decode(t, file(b, "qr.png").Data)
		if side := m.Bounds().Dx(); side < 300 || side != m.Bounds().Dy() {
			t.Errorf("%.40s: %v", address, m.Bounds())
		}
		if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages it
			continue
		}
		out, err := exec.Command("zbarimg", "-q", "--raw", filepath.Join(lay(t, b), "qr.png")).Output()
		if err != nil {
			t.Fatalf("zbarimg (Debian package zbar-tools): %v", err)
		}
		if got := strings.TrimSuffix(string(out), "\n"); got != address {
			t.Errorf("%q reads as %q", address, got)
		}
	}
	j := job()
	j.Piece.Address = strings.Repeat("a", 4000)
	if b := make1(t, ordinary(), j); len(file(b, "qr.svg").Data) > 0 {
		t.Error("a code for what no code can hold")
	}
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}
