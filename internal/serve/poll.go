package serve

import (
	"io/fs"
	"maps"
	"slices"
	"time"
)

// A poller finds changes by looking at every file again and again: slower and
// dearer than being told, but it works on any disk.
type poller struct {
	folders []string
	ignore  func(path string) bool
	out     chan string
	stop    chan struct{}
}

// A stamp tells one state of a file from another.
type stamp struct {
	size int64
	time time.Time
	mode fs.FileMode
}

func newPoller(folders []string, ignore func(string) bool, every time.Duration) *poller {
	p := &poller{folders: folders, ignore: ignore, out: make(chan string), stop: make(chan struct{})}
	go p.run(p.look(), every)
	return p
}

func (p *poller) changes() <-chan string { return p.out }

// settle has nothing to do: every look is at all there is.
func (p *poller) settle() error { return nil }

func (p *poller) close() { close(p.stop) }

func (p *poller) run(before map[string]stamp, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-tick.C:
		}
		now := p.look()
		for _, path := range differing(before, now) {
			select {
			case <-p.stop:
				return
			case p.out <- path:
			}
		}
		before = now
	}
}

// look stamps all files. What cannot be looked at now is as good as not there.
func (p *poller) look() map[string]stamp {
	found := make(map[string]stamp)
	for _, folder := range p.folders {
		walkFolders(folder, p.ignore, func(path string, d fs.DirEntry) {
			if info, err := d.Info(); err == nil && !d.IsDir() {
				found[path] = stamp{info.Size(), info.ModTime(), info.Mode().Type()}
			}
		})
	}
	return found
}

// differing lists the files that are new, changed or gone, sorted.
func differing(before, now map[string]stamp) []string {
	changed := make(map[string]bool)
	for path, s := range now {
		if old, known := before[path]; !known || old.size != s.size || old.mode != s.mode || !old.time.Equal(s.time) {
			changed[path] = true
		}
	}
	for path := range before {
		if _, still := now[path]; !still {
			changed[path] = true
		}
	}
	return slices.Sorted(maps.Keys(changed))
}
