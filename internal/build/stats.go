package build

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/source"
)

// Stats say where the time of a build went. A nil Stats takes no notes.
type Stats struct {
	Steps []StepTime

	// Within "write", added up over all processors: gathering what pages show,
	// and drawing those that differ.
	View, Render time.Duration

	last    time.Time
	mu      sync.Mutex
	entries map[string]*EntryTime
}

// A StepTime is a step of the pipeline: "list", "compare", "parse", "graph",
// "theme", "pages", "write".
type StepTime struct {
	Name string
	Took time.Duration
}

// An EntryTime is what one file cost.
type EntryTime struct {
	File                string // "content/articles/a.md"
	Parse, View, Render time.Duration
}

// Total is the sum.
func (t EntryTime) Total() time.Duration { return t.Parse + t.View + t.Render }

func newStats() *Stats {
	return &Stats{last: time.Now(), entries: map[string]*EntryTime{}}
}

// step ends the step of that name; the next one begins.
func (s *Stats) step(name string) {
	if s == nil {
		return
	}
	now := time.Now()
	s.Steps = append(s.Steps, StepTime{name, now.Sub(s.last)})
	s.last = now
}

// took adds the time since start to what a file cost.
func (s *Stats) took(file string, start time.Time, add func(*EntryTime, time.Duration)) {
	d := time.Since(start)
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.entries[file]
	if t == nil {
		t = &EntryTime{File: file}
		s.entries[file] = t
	}
	add(t, d)
}

// parsed notes how long a document took to parse.
func (s *Stats) parsed(doc source.Doc, parse func() *parsed) *parsed {
	if s == nil {
		return parse()
	}
	start := time.Now()
	p := parse()
	s.took(doc.File(), start, func(t *EntryTime, d time.Duration) { t.Parse += d })
	return p
}

// watch notes how long the artifacts take to be viewed and rendered.
func (s *Stats) watch(arts []artifact.Artifact) []artifact.Artifact {
	if s == nil {
		return arts
	}
	watched := slices.Clone(arts)
	for i, a := range arts {
		watched[i].View = func() (artifact.Digest, artifact.Render) {
			start := time.Now()
			digest, render := a.View()
			s.took(a.From, start, func(t *EntryTime, d time.Duration) { t.View += d; s.View += d })
			return digest, func(buf *bytes.Buffer) error {
				start := time.Now()
				err := render(buf)
				s.took(a.From, start, func(t *EntryTime, d time.Duration) { t.Render += d; s.Render += d })
				return err
			}
		}
	}
	return watched
}

// Slowest lists the n files of the content that cost most, the slowest first.
func (s *Stats) Slowest(n int) []EntryTime {
	var list []EntryTime
	for _, file := range slices.Sorted(maps.Keys(s.entries)) {
		if strings.HasPrefix(file, source.Folder+"/") {
			list = append(list, *s.entries[file])
		}
	}
	slices.SortStableFunc(list, func(a, b EntryTime) int { return cmp.Compare(b.Total(), a.Total()) })
	return list[:min(n, len(list))]
}
