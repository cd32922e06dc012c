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
	id       string            // of the build: a page with another one reloads
	files    fs.FS             // the last good site, nil before there was one
	err      error             // the build failed
	problems []diag.Diagnostic // errors, then warnings; without an error among them not shown
	errors   int
}

// broken reports whether pages give way to the overlay.
func (s *showing) broken() bool { return s.err != nil || s.errors > 0 }

// A state holds the showing and tells when there is another.
type state struct {
	start string // part of every id, so that no id of an earlier run returns

	mu     sync.Mutex
	builds int
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

// put takes over the result of a build.
func (s *state) put(r Result) *showing {
	show := &showing{err: r.Err, files: r.Files}
	for _, want := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range r.Diagnostics {
			if d.Severity() == want {
				show.problems = append(show.problems, d)
			}
		}
		if want == diag.Error {
			show.errors = len(show.problems)
		}
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	if s.now != nil && (show.files == nil || show.broken()) {
		show.files = s.now.files
	}
	s.builds++
	show.id = s.start + "-" + strconv.Itoa(s.builds)
	s.now = show
	close(s.next)
	s.next = make(chan struct{})
	return show
}
