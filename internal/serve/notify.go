package serve

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// A notifier is told of changes by the system. The system watches single
// folders, not trees, and its watch goes with a folder that is moved or
// removed; so the notifier keeps a list of what is watched and, when folders
// came or went, puts it in order before the next build.
//
// Beside the folders themselves it watches the nearest one above that exists:
// it tells when the folder comes back.
type notifier struct {
	folders []string
	ignore  func(path string) bool
	system  *fsnotify.Watcher
	add     func(path string) error // the system's, but for tests
	out     chan string

	mu      sync.Mutex
	watched map[string]bool
	dirty   bool // the list may be wrong
}

func newNotifier(folders []string, ignore func(string) bool) (source, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	n := &notifier{
		folders: folders, ignore: ignore, system: system, add: system.Add,
		out: make(chan string), watched: make(map[string]bool), dirty: true,
	}
	if err := n.settle(); err != nil {
		system.Close()
		return nil, err
	}
	go n.run()
	return n, nil
}

func (n *notifier) changes() <-chan string { return n.out }

func (n *notifier) close() { n.system.Close() }

// run hands on what the system tells. It never stops reading, whatever is
// still to be handed on: the system's queue is finite, and its lock is held
// while it waits to tell of an error.
func (n *notifier) run() {
	var waiting []string
	for {
		var out chan string
		var next string
		if len(waiting) > 0 {
			out, next = n.out, waiting[0]
		}
		select {
		case out <- next:
			waiting = waiting[1:]
		case e, open := <-n.system.Events:
			if !open {
				return
			}
			// Indexers and virus scanners change attributes all day long.
			if e.Op != fsnotify.Chmod && n.note(e) && !slices.Contains(waiting[max(0, len(waiting)-4):], e.Name) {
				waiting = append(waiting, e.Name)
			}
		case _, open := <-n.system.Errors:
			if !open {
				return
			}
			n.lost()
			waiting = append(waiting, "")
		}
	}
}

// note keeps the list in step with an event, and reports whether it concerns
// the folders.
func (n *notifier) note(e fsnotify.Event) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	within, above := n.concerns(e.Name)
	switch {
	case !within && !above:
		return false
	case e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename):
		for path := range n.watched {
			if path == e.Name || under(path, e.Name) {
				n.forget(path)
			}
		}
	case above:
		n.dirty = true
	case e.Has(fsnotify.Create):
		// What is gone already will be told if it returns.
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() || err != nil && !os.IsNotExist(err) {
			n.dirty = true
		}
	}
	return true
}

// concerns tells whether a path lies within the folders, or is one of them or
// above one.
func (n *notifier) concerns(path string) (within, above bool) {
	for _, folder := range n.folders {
		within = within || under(path, folder)
		above = above || path == folder || under(folder, path)
	}
	return within, above
}

// lost starts the list anew: events were dropped, so any watch may be one of
// a folder that is no longer in its place.
func (n *notifier) lost() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for path := range n.watched {
		n.forget(path)
	}
	n.dirty = true
}

// forget takes a folder off the list. That the system may have done so already
// is no error.
func (n *notifier) forget(path string) {
	n.system.Remove(path)
	delete(n.watched, path)
	n.dirty = true
}

// settle puts the list in order.
func (n *notifier) settle() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	// A folder made while its parent was looked through is only found by
	// looking once more: until nothing new turns up.
	for n.dirty {
		n.dirty = false
		want, err := n.wanted()
		if err != nil {
			return err
		}
		// First the old ones: a folder that was moved still has its watch, and
		// the system would take the new one for the same.
		for path := range n.watched {
			if !want[path] {
				n.forget(path)
			}
		}
		n.dirty = false
		for _, path := range slices.Sorted(maps.Keys(want)) {
			if n.watched[path] {
				continue
			}
			if err := n.add(path); err == nil {
				n.watched[path] = true
				n.dirty = true
			} else if info, gone := os.Stat(path); gone == nil && info.IsDir() && !errors.Is(err, fs.ErrPermission) {
				return err
			}
		}
	}
	return nil
}

// wanted lists the folders that must be watched now.
func (n *notifier) wanted() (map[string]bool, error) {
	want := make(map[string]bool)
	for _, folder := range n.folders {
		for above := filepath.Dir(folder); ; above = filepath.Dir(above) {
			if info, err := os.Stat(above); err == nil && info.IsDir() {
				want[above] = true
				break
			}
			if above == filepath.Dir(above) {
				break
			}
		}
		err := walkFolders(folder, n.ignore, func(path string, d fs.DirEntry) {
			if d.IsDir() {
				want[path] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return want, nil
}

// under reports whether path lies in folder, at whatever depth.
func under(path, folder string) bool {
	if !strings.HasSuffix(folder, string(filepath.Separator)) {
		folder += string(filepath.Separator)
	}
	return len(path) > len(folder) && strings.HasPrefix(path, folder)
}
