package serve

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// both runs a test with either source of changes.
func both(t *testing.T, test func(t *testing.T, change func(*Options))) {
	t.Run("notified", func(t *testing.T) { test(t, nil) })
	t.Run("polling", func(t *testing.T) { test(t, func(o *Options) { o.Poll = 20 * time.Millisecond }) })
}

func TestReloadAfterChanges(t *testing.T) {
	both(t, func(t *testing.T, change func(*Options)) {
		b := start(t, change, "index.md", "first", "articles/2026/a.md", "a1")
		ids := b.events("")
		id := next(t, ids, "")
		step := func(name, address, text string, do func()) {
			t.Helper()
			do()
			id = next(t, ids, id)
			status := 200
			if text == "no such page" {
				status = 404
			}
			b.shows(address, status, text)
		}
		step("write", "/", "second", func() { b.write("index.md", "second") })
		step("write deep", "/articles/2026/a/", "a2", func() { b.write("articles/2026/a.md", "a2") })
		step("save by rename", "/", "third", func() {
			// As Vim does it: probe, move the old one away, write anew, remove the old.
			b.write("4913", "")
			b.must(os.Remove(b.path("4913")))
			b.must(os.Rename(b.path("index.md"), b.path("index.md~")))
			b.write("index.md", "third")
			b.must(os.Remove(b.path("index.md~")))
		})
		step("write after that", "/", "fourth", func() { b.write("index.md", "fourth") })
		step("save over by rename", "/", "fifth", func() {
			b.write(".index.md.tmp", "fifth")
			b.must(os.Rename(b.path(".index.md.tmp"), b.path("index.md")))
		})
		step("new folders", "/new/deep/er/n/", "n1", func() { b.write("new/deep/er/n.md", "n1") })
		step("write in new folder", "/new/deep/er/n/", "n2", func() { b.write("new/deep/er/n.md", "n2") })
		step("move a folder", "/moved/deep/er/n/", "n2", func() { b.must(os.Rename(b.path("new"), b.path("moved"))) })
		step("write in moved folder", "/moved/deep/er/n/", "n3", func() { b.write("moved/deep/er/n.md", "n3") })
		step("the old name again", "/new/deep/er/n/", "n4", func() { b.write("new/deep/er/n.md", "n4") })
		step("write there", "/new/deep/er/n/", "n5", func() { b.write("new/deep/er/n.md", "n5") })
		step("move a folder and fill its old name at once", "/new/deep/er/n/", "n6", func() {
			b.must(os.Rename(b.path("new"), b.path("again")))
			b.write("new/deep/er/n.md", "n6")
		})
		step("write at the old name", "/new/deep/er/n/", "n7", func() { b.write("new/deep/er/n.md", "n7") })
		step("write at the new name", "/again/deep/er/n/", "n8", func() { b.write("again/deep/er/n.md", "n8") })
		step("remove a file", "/articles/2026/a/", "no such page", func() { b.must(os.Remove(b.path("articles/2026/a.md"))) })
		step("remove a folder", "/new/deep/er/n/", "no such page", func() { b.must(os.RemoveAll(b.path("new"))) })
	})
}

func TestContentRemovedAndRestored(t *testing.T) {
	both(t, func(t *testing.T, change func(*Options)) {
		b := start(t, change, "index.md", "first", "a/b/c.md", "c1")
		site := filepath.Dir(b.content)
		for round, away := range []string{b.content, site} {
			b.must(os.Rename(away, away+"-elsewhere"))
			b.shows("/", 404, "no such page")
			b.must(os.Rename(away+"-elsewhere", away))
			b.shows("/a/b/c/", 200, "c")
			b.must(os.RemoveAll(away))
			b.shows("/", 404, "no such page")
			text := fmt.Sprintf("restored %d", round)
			b.write("index.md", text)
			b.write("a/b/c.md", text)
			b.shows("/a/b/c/", 200, text)
			b.write("a/b/c.md", text+" and written")
			b.shows("/a/b/c/", 200, text+" and written")
		}
	})
}

func TestFolderThatDoesNotExistYet(t *testing.T) {
	var later string
	b := start(t, func(o *Options) {
		later = filepath.Join(filepath.Dir(o.Watch[0]), "themes", "mine")
		o.Watch = append(o.Watch, later)
	}, "index.md", "home")
	ids := b.events("")
	id := next(t, ids, "")
	b.must(os.MkdirAll(later, 0o755))
	id = next(t, ids, id)
	b.must(os.WriteFile(filepath.Join(later, "main.css"), []byte("a{}"), 0o644))
	next(t, ids, id)
}

// A checkout is one build, or a few where the machine is slow, not one for
// every file.
func TestManyFilesAtOnce(t *testing.T) {
	both(t, func(t *testing.T, change func(*Options)) {
		b := start(t, change, "index.md", "home")
		before := b.count()
		for i := range 600 {
			b.write(fmt.Sprintf("d%d/%d.md", i%30, i), "text of a file")
		}
		for i := range 600 {
			b.shows(fmt.Sprintf("/d%d/%d/", i%30, i), 200, "text of a file")
		}
		b.write("d29/599.md", "the last")
		b.shows("/d29/599/", 200, "the last")
		if n := b.count() - before; n > 100 {
			t.Errorf("%d builds", n)
		}
	})
}

func TestWhatDoesNotMatter(t *testing.T) {
	both(t, func(t *testing.T, change func(*Options)) {
		b := start(t, func(o *Options) {
			if change != nil {
				change(o)
			}
			o.Ignore = func(path string) bool { return strings.Contains(path, "public") }
		}, "index.md", "home", "public/x.md", "generated", ".git/HEAD", "ref: main")
		before := b.count()
		for _, name := range []string{".index.md.swp", "index.md~", ".#index.md", "#index.md#", "4913", ".DS_Store", "~$notes.docx", "public/x.md", "public/new/y.md", ".git/index.lock"} {
			b.write(name, "noise")
			b.must(os.Remove(b.path(name)))
		}
		b.must(os.Chmod(b.path("index.md"), 0o600))
		// What comes after the noise is told after it: once it shows, the noise
		// has had its chance.
		b.write("marker.md", "marker")
		b.shows("/marker/", 200, "marker")
		if n := b.count() - before; n > 2 { // two: the marker is created, then written
			t.Errorf("%d builds", n)
		}
		if log := b.log.String(); strings.Count(log, "Changed:") != strings.Count(log, "marker.md") {
			t.Errorf("noise was told:\n%s", log)
		}
	})
}

func TestChangeDuringBuild(t *testing.T) {
	var hold atomic.Bool
	running, finish := make(chan bool), make(chan bool)
	b := start(t, func(o *Options) {
		build := o.Build
		o.Build = func(ctx context.Context, url string, changed []string) Result {
			r := build(ctx, url, changed) // it has read the files by now
			if hold.Load() {
				running <- true
				<-finish
			}
			return r
		}
	}, "index.md", "first")
	hold.Store(true)
	b.write("index.md", "second")
	<-running
	b.write("index.md", "third")
	hold.Store(false)
	finish <- true
	b.shows("/", 200, "third")
}
