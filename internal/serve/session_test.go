package serve

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"kepu/internal/diag"
)

// broken and good are what a build may come to.
var (
	broken = Result{Diagnostics: []diag.Diagnostic{diag.New(diag.NoContent, diag.Pos{})}}
	good   = Result{Files: fstest.MapFS{}}
)

// A build that failed may have read nothing: what it was told, the next one is
// told again.
func TestBuildIsToldWhatChanged(t *testing.T) {
	told, results := make(chan []string, 1), make(chan Result)
	s := &session{log: log.New(io.Discard, "", 0), state: newState(), wake: make(chan struct{}, 1)}
	s.opt.Build = func(_ context.Context, _ string, changed []string) Result {
		told <- changed
		return <-results
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan bool)
	go func() { s.build(ctx); close(ended) }()
	defer func() { cancel(); close(results); <-ended }()
	of := func(paths ...string) (p pending) { p.add(paths...); return p }
	for i, step := range []struct {
		change pending // comes while the build before this one runs
		told   []string
		result Result
	}{
		{told: nil, result: broken},
		{of("a"), nil, good}, // nobody knows what the first one read
		{of("b", "a"), []string{"a", "b"}, good},
		{of("c"), []string{"c"}, broken},
		{of("d"), []string{"c", "d"}, Result{Err: io.ErrUnexpectedEOF}},
		{of("c"), []string{"c", "d"}, good},
		{of("e"), []string{"e"}, broken},
		{pending{all: true}, nil, broken},
		{of("f"), nil, good},
		{of(), []string{}, good},
	} {
		if got := <-told; !reflect.DeepEqual(got, step.told) {
			t.Fatalf("build %d is told of %#v, want %#v", i, got, step.told)
		}
		if i+1 < 10 {
			s.batch([]pending{of("a"), of("b", "a"), of("c"), of("d"), of("c"), of("e"), {all: true}, of("f"), of()}[i])
		}
		results <- step.result
	}
}

// A scripted source tells what a test makes it tell.
type scripted struct {
	out     chan string
	failure error
}

func (s *scripted) changes() <-chan string { return s.out }
func (s *scripted) settle() error          { return s.failure }
func (s *scripted) close()                 {}

func TestBatches(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "site", "content")
	in := func(names ...string) (paths []string) {
		for _, name := range names {
			paths = append(paths, filepath.Join(folder, name))
		}
		return paths
	}
	many := make([]string, 100)
	for i := range many {
		many[i] = fmt.Sprintf("%03d.md", i)
	}
	for _, c := range []struct {
		name   string
		events []string
		settle error
		want   []string
	}{
		{"a save by rename", in("a.md", ".a.md.swp", "a.md~", "a.md", "a.md"), nil, in("a.md")},
		{"a folder that moves", in("x", "y"), nil, in("x", "y")},
		{"a checkout", in(many...), nil, in(many...)},
		{"the folder itself", []string{folder}, nil, nil},
		{"a folder above", []string{filepath.Dir(folder)}, nil, nil},
		{"dropped events", append(in("a.md"), ""), nil, nil},
		{"a source that gives up", in("a.md"), io.ErrClosedPipe, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			batches := make(chan pending, 1000)
			src := &scripted{make(chan string), c.settle}
			w := &watcher{
				folders: []string{folder}, quiet: quietTime, longest: patience, poll: patience,
				notify:   func([]string, func(string) bool) (source, error) { return src, nil },
				batch:    func(changed pending) { batches <- changed },
				fellBack: func(error, time.Duration) {},
			}
			w.start(0)
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan bool)
			go func() { w.run(ctx); close(ended) }()
			defer func() { cancel(); <-ended }()
			go func() {
				for _, path := range c.events {
					src.out <- path
				}
			}()
			// A slow machine may make several batches of it.
			var got pending
			for late := time.After(patience); !got.all && (len(got.paths) < len(c.want) || c.want == nil); {
				select {
				case more := <-batches:
					got.merge(more)
				case <-late:
					t.Fatalf("no more than %q", got.list())
				}
			}
			if !reflect.DeepEqual(got.list(), c.want) {
				t.Errorf("got %q, want %q", got.list(), c.want)
			}
		})
	}
}

// One save is taken in at once; a program that writes many files is waited for.
func TestPause(t *testing.T) {
	w := &watcher{quiet: quietTime}
	if w.pause(1) != quietTime || w.pause(1000) <= quietTime {
		t.Errorf("waits %v for one, %v for many", w.pause(1), w.pause(1000))
	}
}

// A tab reloads if its page has changed, or what the page shows.
func TestOnlyChangedPagesReload(t *testing.T) {
	b := start(t, func(o *Options) {
		o.Text = func(path string) bool { return filepath.Ext(path) == ".md" }
	}, "index.md", "home", "a.md", "one")
	home, a, builds := b.events("/"), b.events("/a/"), b.events("")
	atHome, atA, build := next(t, home, ""), next(t, a, ""), next(t, builds, "")
	b.write("a.md", "two")
	atA = next(t, a, atA)
	_, page := b.get("/a/")
	if !strings.Contains(page, `data-build="`+atA+`"`) {
		t.Errorf("the page is not of version %s: %s", atA, page)
	}
	next(t, builds, build)
	b.shows("/a/", 200, "two")
	if got := <-home; got != atHome {
		t.Error("a page reloads that did not change")
	}
	b.write("picture.png", "pixels")
	next(t, home, atHome)
	next(t, a, atA)
	b.must(os.Remove(b.path("a.md")))
	next(t, a, atA)
}
