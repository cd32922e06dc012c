package serve

import (
	"io/fs"
	"strconv"
	"sync"
	"time"

	"kepu/internal/diag"
)

// A showing is what the browsers get to see between two builds. It never
// changes once it is made.
type showing struct {
	id       string // of the build
	looks    string // the same for two builds if pages with the same HTML look the same
	files    fs.FS  // the last good site, nil before there was one
	explain  func(error) []diag.Diagnostic
	err      error             // the build failed
	problems []diag.Diagnostic // errors, then warnings; without an error among them not shown
	errors   int
}

// sort takes over diagnostics.
func (s *showing) sort(ds []diag.Diagnostic) {
	for _, want := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range ds {
			if d.Severity() == want {
				s.problems = append(s.problems, d)
			}
		}
		if want == diag.Error {
			s.errors = len(s.problems)
		}
	}
}

// without is what there is to show in place of a page that cannot be read.
func (s *showing) without(err error) *showing {
	failed := &showing{err: err}
	if s.explain != nil {
		failed.sort(s.explain(err))
	}
	if failed.errors > 0 {
		failed.err = nil // the diagnostics say the same, and where
	}
	return failed
}

// broken reports whether pages give way to the overlay.
func (s *showing) broken() bool { return s.err != nil || s.errors > 0 }

// A state holds the showing and tells when there is another.
type state struct {
	start string // part of every id, so that no id of an earlier run returns

	mu     sync.Mutex
	builds int
	looks  string
	now    *showing      // nil before the first build
	next   chan struct{} // closed when now is replaced
}

func newState() *state {
	return &state{start: strconv.FormatInt(time.Now().UnixNano(), 36), next: make(chan struct{})}
}

// current returns the showing, nil before the first build, and a channel that
// closes when there is another.
func (s *state) current() (*showing, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now, s.next
}

// put takes over the result of a build. relook says that pages may look
// different though their HTML is the same: a picture changed.
func (s *state) put(r Result, relook bool) *showing {
	show := &showing{err: r.Err, files: r.Files, explain: r.Explain}
	show.sort(r.Diagnostics)

	s.mu.Lock()
	defer s.mu.Unlock()
	if s.now != nil && (show.files == nil || show.broken()) {
		show.files, show.explain = s.now.files, s.now.explain
	}
	s.builds++
	show.id = s.start + "-" + strconv.Itoa(s.builds)
	if relook {
		s.looks = show.id
	}
	show.looks = s.looks
	s.now = show
	close(s.next)
	s.next = make(chan struct{})
	return show
}
