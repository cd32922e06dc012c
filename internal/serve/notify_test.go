package serve

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// Out of watches the notifier gives up, and polling takes its place.
func TestWatchLimit(t *testing.T) {
	limited := func(n int) func([]string, func(string) bool) (source, error) {
		return func(folders []string, ignore func(string) bool) (source, error) {
			s, err := newNotifier(folders, ignore)
			if err != nil {
				return nil, err
			}
			notify := s.(*notifier)
			notify.mu.Lock()
			defer notify.mu.Unlock()
			notify.add = func(path string) error {
				if n--; n < 0 {
					return syscall.ENOSPC
				}
				return notify.system.Add(path)
			}
			return s, nil
		}
	}
	for _, c := range []struct {
		name   string
		notify func([]string, func(string) bool) (source, error)
	}{
		{"from the start", func([]string, func(string) bool) (source, error) { return nil, syscall.EMFILE }},
		{"later", limited(1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			batches, fell := make(chan pending, 100), make(chan error, 10)
			w := &watcher{
				folders: []string{folder}, quiet: time.Millisecond, longest: 10 * time.Millisecond, poll: 10 * time.Millisecond,
				notify: c.notify, batch: func(changed pending) { batches <- changed },
				fellBack: func(err error, _ time.Duration) { fell <- err },
			}
			w.start(0)
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan bool)
			go func() { w.run(ctx); close(ended) }()
			defer func() { cancel(); <-ended }()
			for _, name := range []string{"a/x", "b/x", "c/x", "c/y"} {
				path := filepath.Join(folder, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, nil, 0o644); err != nil {
					t.Fatal(err)
				}
				select {
				case <-batches:
				case <-time.After(patience):
					t.Fatalf("%s went unnoticed", name)
				}
			}
			select {
			case err := <-fell:
				if err == nil {
					t.Error("fell back without a reason")
				}
			case <-time.After(patience):
				t.Error("nobody was told")
			}
		})
	}
}

// The system dropped events: the list is made anew and a build is due.
func TestLostEvents(t *testing.T) {
	folder := t.TempDir()
	s, err := newNotifier([]string{folder}, nil)
	if err != nil {
		t.Skip(err)
	}
	defer s.close()
	n := s.(*notifier)
	n.lost()
	if err := n.settle(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "a")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	select {
	case got := <-n.changes():
		if got != path {
			t.Errorf("told of %q", got)
		}
	case <-time.After(patience):
		t.Error("not told of a change")
	}
}

// A folder made while the list is put in order, after its parent was looked
// through and before that was watched, is told by nobody.
func TestFolderMadeMeanwhile(t *testing.T) {
	folder := t.TempDir()
	s, err := newNotifier([]string{folder}, nil)
	if err != nil {
		t.Skip(err)
	}
	defer s.close()
	n := s.(*notifier)
	late := filepath.Join(folder, "a", "late")
	n.mu.Lock()
	n.add = func(path string) error {
		if err := os.MkdirAll(late, 0o755); err != nil {
			t.Error(err)
		}
		return n.system.Add(path)
	}
	n.mu.Unlock()
	if err := os.Mkdir(filepath.Dir(late), 0o755); err != nil {
		t.Fatal(err)
	}
	<-n.changes()
	if err := n.settle(); err != nil {
		t.Fatal(err)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.watched[late] {
		t.Errorf("watched: %v", n.watched)
	}
}
