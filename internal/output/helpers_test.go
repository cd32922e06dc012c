package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zeebo/xxh3"

	"kepu/internal/artifact"
)

// file is an artifact that shows text; its digest follows from the text.
func file(path, text string) artifact.Artifact {
	return artifact.New(path, "from "+path, xxh3.HashString128(text).Bytes(), func(buf *bytes.Buffer) error {
		buf.WriteString(text)
		return nil
	})
}

// rendered is the artifact with another way to render it.
func rendered(a artifact.Artifact, render artifact.Render) artifact.Artifact {
	digest, _ := a.View()
	return artifact.New(a.Path, a.From, digest, render)
}

// renderer is how the artifact is rendered.
func renderer(a artifact.Artifact) artifact.Render {
	_, render := a.View()
	return render
}

// site makes artifacts from pairs of path and text.
func site(pairs ...string) []artifact.Artifact {
	var arts []artifact.Artifact
	for i := 0; i < len(pairs); i += 2 {
		arts = append(arts, file(pairs[i], pairs[i+1]))
	}
	return arts
}

func mustCommit(t *testing.T, dir string, arts []artifact.Artifact, opt Options) Report {
	t.Helper()
	rep, err := Commit(t.Context(), dir, arts, opt)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// tree reads a folder: every file with its text, a link with its target, an
// empty folder with a slash. The manifest is in it, for it is deterministic.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := make(map[string]string)
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir():
			inside, err := os.ReadDir(p)
			if len(inside) == 0 {
				found[rel+"/"] = ""
			}
			return err
		case d.Type()&fs.ModeSymlink != 0:
			to, err := os.Readlink(p)
			found[rel] = "→ " + to
			return err
		}
		b, err := os.ReadFile(p)
		found[rel] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// wantTree checks all files but the manifest, given as pairs.
func wantTree(t *testing.T, dir string, pairs ...string) {
	t.Helper()
	got := tree(t, dir)
	delete(got, manifestName)
	want := make(map[string]string)
	for i := 0; i < len(pairs); i += 2 {
		want[pairs[i]] = pairs[i+1]
	}
	if !maps.Equal(got, want) {
		t.Errorf("folder holds\n%swant\n%s", show(got), show(want))
	}
}

func show(m map[string]string) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Fprintf(&b, "\t%s: %q\n", k, m[k])
	}
	return b.String()
}

// put writes a file as somebody else would.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(p), 0o755), os.WriteFile(p, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// age sets every file's time back, so that a write shows however coarse the
// clock of the file system is.
func age(t *testing.T, dir string) time.Time {
	t.Helper()
	then := time.Date(2016, 5, 30, 9, 0, 0, 0, time.UTC)
	for name := range tree(t, dir) {
		if err := os.Chtimes(filepath.Join(dir, name), then, then); err != nil {
			t.Fatal(err)
		}
	}
	return then
}

// touched lists the files that were written since age.
func touched(t *testing.T, dir string, then time.Time) []string {
	t.Helper()
	var names []string
	for name := range tree(t, dir) {
		info, err := os.Lstat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !info.ModTime().Equal(then) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
