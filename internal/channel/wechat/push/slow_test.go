package push

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A sluggard lets the platform add a draft and says nothing for a while, then
// breaks the connection.
type sluggard struct {
	http.RoundTripper
	clock *clock
	after time.Duration
	done  bool
}

func (s *sluggard) RoundTrip(req *http.Request) (*http.Response, error) {
	res, err := s.RoundTripper.RoundTrip(req)
	if s.done || err != nil || !strings.HasSuffix(req.URL.Path, "/draft/add") {
		return res, err
	}
	s.done = true
	res.Body.Close()
	s.clock.pass(s.after)
	return nil, errors.New("connection reset")
}

// TestSlowAnswer wants the box to be looked through anew after an answer that was
// long in coming and then did not come.
func TestSlowAnswer(t *testing.T) {
	for _, after := range []time.Duration{time.Second, 12 * time.Second, 2 * time.Minute} {
		r := newRig(t)
		r.opt.Transport = &sluggard{RoundTripper: r.opt.Transport, clock: r.clock, after: after}
		r.write("fast", 1, "")
		r.push("fast")
		r.one("fast", 1)
	}
}
