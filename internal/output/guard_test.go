package output

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kepu/internal/artifact"
)

// refused commits, wants an error of type E and a folder as it was before.
func refused[E error](t *testing.T, dir string, arts []artifact.Artifact, opt Options) E {
	t.Helper()
	before := tree(t, dir)
	_, err := Commit(t.Context(), dir, arts, opt)
	var typed E
	if !errors.As(err, &typed) {
		t.Fatalf("error %v (%T), want a %T", err, err, typed)
	}
	if after := tree(t, dir); !maps.Equal(before, after) {
		t.Errorf("the folder was\n%sand is\n%s", show(before), show(after))
	}
	return typed
}

func TestForeignFiles(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("index.html", "1"), Options{})
	put(t, dir, "thesis.docx", "years of work")
	put(t, dir, "photos/cat.jpg", "cat")

	arts := site("index.html", "2")
	err := refused[*ForeignError](t, dir, arts, Options{})
	if want := []string{"photos/cat.jpg", "thesis.docx"}; !slices.Equal(err.Names, want) || err.Count != 2 || err.InTheWay || err.Manifest != nil {
		t.Errorf("%+v", err)
	}
	rep := mustCommit(t, dir, arts, Options{Force: true})
	wantTree(t, dir, "index.html", "2", "thesis.docx", "years of work", "photos/cat.jpg", "cat")
	if rep.Foreign != 2 {
		t.Errorf("report %+v", rep)
	}
	// Forced once they are foreign still, and nothing sweeps them.
	refused[*ForeignError](t, dir, site(), Options{})
	mustCommit(t, dir, site(), Options{Force: true})
	wantTree(t, dir, "thesis.docx", "years of work", "photos/cat.jpg", "cat")
}

func TestForeignFolderIsNotReadToItsEnd(t *testing.T) {
	dir := t.TempDir()
	for i := range foreignLimit + 200 {
		put(t, dir, fmt.Sprintf("%d/%d", i%7, i), "")
	}
	err := refused[*ForeignError](t, dir, site("index.html", "1"), Options{})
	if len(err.Names) != namesShown || err.Count != foreignLimit {
		t.Errorf("%d names, count %d", len(err.Names), err.Count)
	}
}

func TestFileInTheWay(t *testing.T) {
	for _, c := range []struct {
		name, theirs string
		arts         []artifact.Artifact
	}{
		{"same path", "a.html", site("a.html", "ours")},
		{"same hidden path", ".well-known/x", site(".well-known/x", "ours")},
		{"file where a folder goes", "a", site("a/b", "ours")},
		{"hidden file where a folder goes", ".well-known", site(".well-known/x", "ours")},
		{"folder where a file goes", "a/theirs", site("a", "ours")},
		{"folder with a hidden file where a file goes", "a/b/.keep", site("a", "ours")},
		{"folder with a hidden folder where a file goes", "a/.git/config", site("a", "ours")},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, c.theirs, "theirs")
			for _, force := range []bool{false, true} {
				err := refused[*ForeignError](t, dir, c.arts, Options{Force: force})
				if !err.InTheWay || !slices.Equal(err.Names, []string{c.theirs}) {
					t.Errorf("force %v: %+v", force, err)
				}
			}
		})
	}
}

func TestEqualFileIsAdopted(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a/robots.txt", "same")
	then := age(t, dir)
	mustCommit(t, dir, site("a/robots.txt", "same"), Options{})
	if got := touched(t, dir, then); !slices.Equal(got, []string{manifestName}) {
		t.Errorf("written: %v", got)
	}
	mustCommit(t, dir, site(), Options{})
	wantTree(t, dir) // it was kepu's from then on
}

func TestHiddenFilesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	theirs := []string{".gitignore", "*", ".git/HEAD", "ref", "a/.DS_Store", "finder", ".well-known/theirs", "t"}
	for i := 0; i < len(theirs); i += 2 {
		put(t, dir, theirs[i], theirs[i+1])
	}
	rep := mustCommit(t, dir, site("a/b", "1", ".well-known/ours", "o", ".nojekyll", ""), Options{})
	wantTree(t, dir, append(theirs, "a/b", "1", ".well-known/ours", "o", ".nojekyll", "")...)
	if rep.Foreign != 0 {
		t.Errorf("report %+v", rep)
	}
	mustCommit(t, dir, site(), Options{})
	wantTree(t, dir, theirs...)
}

func TestDamagedManifest(t *testing.T) {
	arts := site("a.html", "a", "b/index.html", "b")
	for name, damage := range map[string]func([]byte) []byte{
		"empty":          func(b []byte) []byte { return nil },
		"torn":           func(b []byte) []byte { return b[:len(b)/2] },
		"a flipped bit":  func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		"no end":         func(b []byte) []byte { return b[:bytes.LastIndex(b, []byte("end"))] },
		"another format": func(b []byte) []byte { return bytes.Replace(b, []byte(" 1\n"), []byte(" 2\n"), 1) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustCommit(t, dir, arts, Options{})
			good := tree(t, dir)
			put(t, dir, manifestName, string(damage([]byte(good[manifestName]))))

			// Another site than the one that stands there: refused, and told why.
			err := refused[*ForeignError](t, dir, site("a.html", "A", "b/index.html", "b"), Options{Force: true})
			if err.Manifest == nil || !slices.Equal(err.Names, []string{"a.html"}) {
				t.Errorf("%+v", err)
			}
			// The same site: its files are known by their bytes.
			rep := mustCommit(t, dir, arts, Options{})
			if now := tree(t, dir); !maps.Equal(now, good) {
				t.Errorf("healed to\n%s, was\n%s", show(now), show(good))
			}
			if rep.Written != 0 {
				t.Errorf("report %+v", rep)
			}
		})
	}
}

// A manifest is read from a folder that others may write to: it must not make
// kepu remove what lies outside.
func TestForgedManifest(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, "precious", "p")
	dir := filepath.Join(parent, "public")
	forged := manifest{"../precious": record{}}
	if m, err := decodeManifest(forged.encode()); err == nil {
		t.Errorf("accepted as a manifest: %v", m)
	}
	put(t, dir, manifestName, string(forged.encode()))
	mustCommit(t, dir, site("index.html", "1"), Options{})
	wantTree(t, parent, "precious", "p", "public/index.html", "1", "public/"+manifestName, tree(t, dir)[manifestName])
}

func TestManifestRoundTrip(t *testing.T) {
	m := manifest{"a b.html": {digest: artifact.Digest{1, 2}, sum: artifact.DigestBytes([]byte("x")), size: 1 << 40}, "中文/页.html": {}, ".x": {size: 3}}
	got, err := decodeManifest(m.encode())
	if err != nil || !maps.Equal(got, m) {
		t.Errorf("got %v, %v", got, err)
	}
	if got, err := decodeManifest(manifest{}.encode()); err != nil || len(got) != 0 {
		t.Errorf("empty: %v, %v", got, err)
	}
}

func TestBadPaths(t *testing.T) {
	for _, p := range []string{"", "/a", "../a", "a/../b", "a/..", "./a", "a//b", "a/", `a\b`, "a\x00b", "a\nb", "a\xff", ".kepu-manifest", ".kepu-stage/x", ".KEPU-stage", strings.Repeat("长", 86), strings.Repeat("a/", 501) + "b"} {
		dir := t.TempDir()
		if err := refused[*PathError](t, dir, site("ok", "1", p, "x"), Options{}); err.Path != p || err.Reason == "" || err.From == "" {
			t.Errorf("%q: %+v", p, err)
		}
	}
	mustCommit(t, t.TempDir(), site("a..b/…/c d.html", "1", "a/.kepu-x", "2", "文章/页.html", "3"), Options{})
}

func TestCollidingArtifacts(t *testing.T) {
	for _, c := range [][2]string{
		{"a.html", "a.html"}, {"a.html", "A.html"}, {"é/x", "É/y"}, {"a", "a/b"}, {"a/b/c/d", "a/B"}, {"x/a/1", "x/A/2"},
	} {
		for _, arts := range [][]artifact.Artifact{site(c[0], "1", c[1], "2"), site(c[1], "2", c[0], "1")} {
			err := refused[*CollisionError](t, t.TempDir(), append(arts, site("m", "3")...), Options{Force: true})
			if got := []string{err.Path, err.Other}; !slices.Contains(got, c[0]) || !slices.Contains(got, c[1]) || err.From == "" || err.OtherFrom == "" {
				t.Errorf("%v: %+v", c, err)
			}
		}
	}
}
