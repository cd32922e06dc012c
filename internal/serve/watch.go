package serve

import (
	"context"
	"slices"
	"time"
)

// A source tells of changes in folders, one way or another.
type source interface {
	// changes carries paths; "" stands for “something, I lost track”.
	changes() <-chan string

	// settle is called when the changes have calmed down, before the build
	// that takes them in: whatever happens later must be told. An error means
	// that the source cannot do its work any more.
	settle() error

	close()
}

// A watcher gathers changes until they calm down: an editor's save is four
// events, a checkout thousands, and each is to be one build.
type watcher struct {
	folders []string
	ignore  func(path string) bool
	quiet   time.Duration // so long nothing must have changed: see pause …
	longest time.Duration // … but no longer than this in all
	poll    time.Duration // of the source that needs no help from the system

	notify   func(folders []string, ignore func(string) bool) (source, error)
	fellBack func(err error, every time.Duration) // tells that it has come to that
	batch    func(pending)                        // a batch has come together

	src source
}

const (
	quietTime   = 8 * time.Millisecond
	longestTime = 500 * time.Millisecond
	pollTime    = 2 * time.Second
)

// pause is how long nothing must have changed after n files did. An editor's
// events follow each other within a millisecond, and somebody waits for the
// page; a program that writes file after file now and then takes its time.
func (w *watcher) pause(n int) time.Duration {
	const few, patient = 8, 8
	if n <= few {
		return w.quiet
	}
	return patient * w.quiet
}

// start begins to watch: changes from now on will be told.
func (w *watcher) start(asked time.Duration) {
	if asked > 0 {
		w.poll = asked
		w.src = newPoller(w.folders, w.ignore, w.poll)
		return
	}
	src, err := w.notify(w.folders, w.ignore)
	if err != nil {
		w.fallBack(err)
		return
	}
	w.src = src
}

func (w *watcher) fallBack(err error) {
	if w.src != nil {
		w.src.close()
	}
	w.src = newPoller(w.folders, w.ignore, w.poll)
	w.fellBack(err, w.poll)
}

// run hands on batches until ctx ends.
func (w *watcher) run(ctx context.Context) {
	defer func() { w.src.close() }()
	var (
		changed pending
		first   time.Time
		calm    = time.NewTimer(time.Hour)
	)
	calm.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case path := <-w.src.changes():
			if path != "" && (temporary(path) || w.ignore != nil && w.ignore(path)) {
				continue
			}
			if changed.none() {
				first = time.Now()
			}
			w.note(&changed, path)
			calm.Reset(max(0, min(w.pause(len(changed.paths)), w.longest-time.Since(first))))
		case <-calm.C:
			if err := w.src.settle(); err != nil {
				w.fallBack(err)
				changed.all = true // the former source may have had more to tell
			}
			w.batch(changed)
			changed = pending{}
		}
	}
}

// note adds a path to a batch. One that is not within a folder, such as the
// folder itself or one above, may have changed everything in it.
func (w *watcher) note(changed *pending, path string) {
	if path != "" {
		changed.add(path)
	}
	if !slices.ContainsFunc(w.folders, func(folder string) bool { return under(path, folder) }) {
		changed.all = true
	}
}
