package serve

import (
	"context"
	"log"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"kepu/internal/diag"
)

// A session is one run: it builds whenever something has changed.
type session struct {
	opt   Options
	texts texts
	log   *log.Logger
	state *state
	url   string

	mu      sync.Mutex
	changed pending       // since the build that runs or ran last
	wake    chan struct{} // holds a token when something has changed
}

func (s *session) watcher() (*watcher, error) {
	w := &watcher{
		ignore: s.opt.Ignore, quiet: quietTime, longest: longestTime, poll: pollTime,
		notify: newNotifier, batch: s.batch,
		fellBack: func(err error, every time.Duration) {
			s.log.Printf(s.texts.watchFailed, err, every)
		},
	}
	for _, folder := range s.opt.Watch {
		abs, err := filepath.Abs(folder)
		if err != nil {
			return nil, err
		}
		w.folders = append(w.folders, abs)
	}
	return w, nil
}

// batch takes note of changes; the build that runs now may have missed them.
func (s *session) batch(changed pending) {
	s.mu.Lock()
	s.changed.merge(changed)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// take gives what has changed since it was last asked.
func (s *session) take() pending {
	s.mu.Lock()
	defer s.mu.Unlock()
	changed := s.changed
	s.changed = pending{}
	return changed
}

// build builds once and then after every change, until ctx ends. What a build
// that failed was to take in, the next one gets again: nobody knows how far it
// came.
func (s *session) build(ctx context.Context) {
	due := pending{all: true}
	for first := true; ; first = false {
		changed := due.list()
		result := s.opt.Build(ctx, s.url, changed)
		if ctx.Err() != nil {
			return
		}
		was, _ := s.state.current()
		now := s.state.put(result, s.relook(changed))
		s.report(result, was, now)
		if !now.broken() {
			due = pending{}
		}
		if first && s.opt.Ready != nil {
			s.opt.Ready(s.url)
		}
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		more := s.take()
		s.told(more)
		due.merge(more)
	}
}

// relook reports whether something changed that a page may show and its HTML
// does not hold.
func (s *session) relook(changed []string) bool {
	return changed == nil || s.opt.Text == nil || slices.ContainsFunc(changed, func(path string) bool { return !s.opt.Text(path) })
}

// told tells the log what changed.
func (s *session) told(changed pending) {
	switch paths := slices.Sorted(maps.Keys(changed.paths)); len(paths) {
	case 0:
	case 1:
		s.log.Printf(s.texts.changed, paths[0])
	default:
		s.log.Printf(s.texts.changedMore, paths[0], len(paths)-1)
	}
}

// report tells the log how a build went.
func (s *session) report(r Result, was, now *showing) {
	if r.Err != nil {
		s.log.Printf(s.texts.noBuild, r.Err)
	}
	for _, d := range now.problems {
		s.log.Print(line(d, s.opt.Lang))
	}
	switch {
	case now.errors > 0:
		s.log.Printf(s.texts.errors, now.errors)
	case r.Err == nil && was != nil && was.broken():
		s.log.Print(s.texts.noErrors)
	}
	if r.Summary != "" {
		s.log.Print(r.Summary)
	}
}

// line is a diagnostic for the log.
func line(d diag.Diagnostic, l diag.Lang) string {
	return place(d.Pos) + ": " + d.Severity().Word(l) + ": " + d.Message(l)
}
