package fake

import (
	"slices"
	"time"
)

// Drafts gives a copy of the box, in the order in which they were added.
func (s *Server) Drafts() []Draft { return s.copies(&s.drafts) }

// Published gives what has been submitted.
func (s *Server) Published() []Draft { return s.copies(&s.sent) }

func (s *Server) copies(list *[]*Draft) []Draft {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Draft
	for _, d := range *list {
		out = append(out, Draft{d.MediaID, slices.Clone(d.Articles), d.Updated})
	}
	return out
}

// Uploads tells how often each file was uploaded, by its sha256.
func (s *Server) Uploads() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := map[string]int{}
	for _, sum := range s.images {
		n[sum]++
	}
	for _, sum := range s.material {
		n[sum]++
	}
	return n
}

// Calls lists the requests so far.
func (s *Server) Calls() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.log)
}

// Delete takes a draft out of the box, as an editor does.
func (s *Server) Delete(mediaID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.remove(s.find(mediaID))
}

// DeleteMaterial takes all covers and pictures out of the library, as an editor
// does.
func (s *Server) DeleteMaterial() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.material)
}

// Put lays a draft into the box, as an editor does.
func (s *Server) Put(articles ...Article) (mediaID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := &Draft{MediaID: "draft-" + s.name("draft"), Articles: articles, Updated: s.Now()}
	s.drafts = append(s.drafts, d)
	return d.MediaID
}

// Expire ends the token before its time.
func (s *Server) Expire() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens.now.until = time.Time{}
}

// Token is the one that holds now.
func (s *Server) Token() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tokens.now.value
}

// Revoke replaces the token without a word to anybody: stable_token gives the
// old one until it is told to force.
func (s *Server) Revoke() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens.revoked = true
}
