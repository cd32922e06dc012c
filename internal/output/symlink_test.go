package output

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSymlinks(t *testing.T) {
	link := func(t *testing.T, to, at string) {
		t.Helper()
		if err := os.Symlink(to, at); err != nil {
			t.Skip(err)
		}
	}
	t.Run("in place of a file", func(t *testing.T) {
		outside, dir := t.TempDir(), t.TempDir()
		put(t, outside, "f", "a") // even with the very bytes
		mustCommit(t, dir, site("a.html", "a"), Options{})
		os.Remove(filepath.Join(dir, "a.html"))
		link(t, filepath.Join(outside, "f"), filepath.Join(dir, "a.html"))
		mustCommit(t, dir, site("a.html", "a"), Options{})
		wantTree(t, dir, "a.html", "a")
		mustCommit(t, dir, site("a.html", "new"), Options{})
		wantTree(t, outside, "f", "a")
	})
	t.Run("in place of an orphan", func(t *testing.T) {
		outside, dir := t.TempDir(), t.TempDir()
		put(t, outside, "f", "a")
		mustCommit(t, dir, site("a.html", "a"), Options{})
		os.Remove(filepath.Join(dir, "a.html"))
		link(t, filepath.Join(outside, "f"), filepath.Join(dir, "a.html"))
		mustCommit(t, dir, site(), Options{})
		wantTree(t, dir)
		wantTree(t, outside, "f", "a")
	})
	t.Run("in place of a folder", func(t *testing.T) {
		outside, dir := t.TempDir(), t.TempDir()
		put(t, outside, "x", "theirs")
		mustCommit(t, dir, site("a/x", "ours"), Options{})
		os.RemoveAll(filepath.Join(dir, "a"))
		link(t, outside, filepath.Join(dir, "a"))
		refused[*ForeignError](t, dir, site("a/x", "ours"), Options{Force: true})
		mustCommit(t, dir, site(), Options{Force: true}) // nor does a sweep go through it
		wantTree(t, outside, "x", "theirs")
	})
	t.Run("in place of the stage", func(t *testing.T) {
		outside, dir := t.TempDir(), t.TempDir()
		put(t, outside, "x", "theirs")
		link(t, outside, filepath.Join(dir, stageName))
		mustCommit(t, dir, site("a/x", "ours"), Options{})
		wantTree(t, dir, "a/x", "ours")
		wantTree(t, outside, "x", "theirs")
	})
	t.Run("to the folder itself", func(t *testing.T) {
		dir := t.TempDir()
		at := filepath.Join(t.TempDir(), "public")
		link(t, dir, at)
		for _, text := range []string{"1", "2"} {
			mustCommit(t, at, site("a/x", text), Options{})
			wantTree(t, dir, "a/x", text)
		}
	})
}
