package output

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kepu/internal/artifact"
)

func TestCold(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet", "there")
	rep := mustCommit(t, dir, site("index.html", "home", "a/b/index.html", "deep", "a/c.txt", ""), Options{})
	wantTree(t, dir, "index.html", "home", "a/b/index.html", "deep", "a/c.txt", "")
	want := Report{Total: 3, Written: 3, Rendered: 3, Bytes: 8, Manifest: rep.Manifest}
	if rep != want {
		t.Errorf("report %+v, want %+v", rep, want)
	}
}

func TestTwiceWritesNothing(t *testing.T) {
	dir := t.TempDir()
	arts := site("index.html", "home", "a/index.html", "a", ".well-known/x", "x")
	mustCommit(t, dir, arts, Options{})
	then := age(t, dir)
	rep := mustCommit(t, dir, arts, Options{})
	if got := touched(t, dir, then); len(got) > 0 {
		t.Errorf("written although nothing changed: %v", got)
	}
	if rep.Rendered != 0 || rep.Written != 0 || rep.Unchanged != 3 {
		t.Errorf("report %+v", rep)
	}
}

func TestOnlyWhatDiffers(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("a.html", "a", "b.html", "b", "c.html", "c"), Options{})
	then := age(t, dir)
	arts := site("a.html", "a", "b.html", "B", "c.html", "c")
	arts[2] = artifact.New(arts[2].Path, arts[2].From, artifact.Digest{1}, renderer(arts[2])) // another view that happens to give the same bytes
	rep := mustCommit(t, dir, arts, Options{})
	if got, want := touched(t, dir, then), []string{manifestName, "b.html"}; !slices.Equal(got, want) {
		t.Errorf("written %v, want %v", got, want)
	}
	if rep.Rendered != 2 || rep.Written != 1 {
		t.Errorf("report %+v", rep)
	}
	// The new digest was noted.
	if rep := mustCommit(t, dir, arts, Options{}); rep.Rendered != 0 {
		t.Errorf("rendered again: %+v", rep)
	}
}

func TestHandEditedFileIsMended(t *testing.T) {
	dir := t.TempDir()
	arts := site("a.html", "abc", "b/index.html", "b", "c.html", "c")
	mustCommit(t, dir, arts, Options{})
	put(t, dir, "a.html", "abd") // same length
	if err := os.RemoveAll(filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	rep := mustCommit(t, dir, arts, Options{})
	wantTree(t, dir, "a.html", "abc", "b/index.html", "b", "c.html", "c")
	if rep.Rendered != 2 || rep.Written != 2 {
		t.Errorf("report %+v", rep)
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	arts := site("index.html", "home", "a/index.html", "a", "a.txt", "t", "a-b/c", "c")
	mustCommit(t, one, arts, Options{Workers: 1})
	slices.Reverse(arts)
	mustCommit(t, two, arts, Options{Workers: 4})
	if a, b := tree(t, one), tree(t, two); !maps.Equal(a, b) {
		t.Errorf("first\n%ssecond\n%s", show(a), show(b))
	}
}

func TestOrphans(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("a/b/one.html", "1", "a/b/two.html", "2", "c/d/three.html", "3", ".well-known/x", "x"), Options{})
	put(t, dir, "c/.DS_Store", "finder")
	if err := os.MkdirAll(filepath.Join(dir, "e/f"), 0o755); err != nil {
		t.Fatal(err)
	}
	rep := mustCommit(t, dir, site("a/b/one.html", "1"), Options{})
	// c/ stays for what is not kepu's, e/f for it did not become empty through us.
	wantTree(t, dir, "a/b/one.html", "1", "c/.DS_Store", "finder", "e/f/", "")
	if rep.Swept != 3 {
		t.Errorf("report %+v", rep)
	}
}

func TestFileBecomesFolderAndBack(t *testing.T) {
	dir := t.TempDir()
	file, folder := site("a", "file", "z", "z"), site("a/b/c", "deep", "a/d", "d", "z", "z")
	for range 2 {
		mustCommit(t, dir, file, Options{})
		wantTree(t, dir, "a", "file", "z", "z")
		mustCommit(t, dir, folder, Options{})
		wantTree(t, dir, "a/b/c", "deep", "a/d", "d", "z", "z")
	}
	if err := os.MkdirAll(filepath.Join(dir, "a/b/empty/deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	mustCommit(t, dir, file, Options{})
	wantTree(t, dir, "a", "file", "z", "z")
}

func TestCaseChanges(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("Read.html", "1"), Options{})
	mustCommit(t, dir, site("read.html", "1"), Options{})
	wantTree(t, dir, "read.html", "1")
}

// The folder goes with its only file, which is in the way by its case, and is
// needed again.
func TestFolderEmptiedAndNeeded(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("a/X", "1"), Options{})
	mustCommit(t, dir, site("a/x", "2", "a/sub/y", "3"), Options{})
	wantTree(t, dir, "a/x", "2", "a/sub/y", "3")
}

func TestNewFileInOldFolder(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("a/one", "1"), Options{})
	mustCommit(t, dir, site("a/one", "1", "a/two", "2", "a/b/three", "3", "a/b/c/four", "4"), Options{})
	wantTree(t, dir, "a/one", "1", "a/two", "2", "a/b/three", "3", "a/b/c/four", "4")
}

func TestProgress(t *testing.T) {
	var arts []artifact.Artifact
	for i := range 500 {
		arts = append(arts, file(fmt.Sprintf("p%d", i), "x"))
	}
	var said []int
	mustCommit(t, t.TempDir(), arts, Options{Progress: func(done, total int) {
		if total != 500 {
			t.Errorf("total %d", total)
		}
		said = append(said, done)
	}})
	if len(said) < 50 || !slices.IsSorted(said) || said[len(said)-1] != 500 {
		t.Errorf("progress %v", said)
	}
}
