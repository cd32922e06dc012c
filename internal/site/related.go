package site

import (
	"math"
	"runtime"
	"slices"
	"sync"
	"time"

	"kepu/internal/content"
)

// Weights of what two entries have in common.
const (
	samePerson = 8
	sameSeries = 5
	samePlace  = 5
	sameTopic  = 3
	sameCity   = 1
)

// window is how far around an entry its neighbours in a list are looked at.
// It bounds the work: the cost grows with the number of entries, not with its
// square, and what is near in time is what a reader wants next.
const window = 12

// relate finds for each entry those that have most in common with it. What is
// found for one is of no use to another, so all processors take part.
func (b *builder) relate() {
	r := relator{entries: b.Entries, spots: make([]spot, len(b.Entries)), n: b.Settings.Lists.Related}
	for i, e := range b.Entries {
		r.spots[i] = spot{When(e).Unix(), e.group.rank, int32(b.rank(e.Lang))}
	}
	r.join(b.Locales)
	each(len(r.entries), func(from, to int) {
		s := scores{of: make([]int32, len(r.entries)), best: make([]candidate, 0, r.n+1)}
		for i := from; i < to; i++ {
			r.score(int32(i), &s)
			r.entries[i].Related = r.best(int32(i), &s)
		}
	})
}

// each calls f for parts of 0 … n-1, at once on all processors.
func each(n int, f func(from, to int)) {
	parts := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for i := range parts {
		if from, to := n*i/parts, n*(i+1)/parts; from < to {
			wg.Go(func() { f(from, to) })
		}
	}
	wg.Wait()
}

// A relator knows entries by their index: comparing numbers that lie side by
// side is several times faster than following pointers.
type relator struct {
	entries []*Entry
	spots   []spot
	n       int      // how many related entries each is to get
	lists   []shared // by what entries share
	first   []int32  // of an entry, its first one of members; at the end the number of all
	members []member // of the first entry, then of the second, …
}

// A spot is what settles which of two entries with one score is nearer.
type spot struct {
	unix   int64
	rank   int32 // of the key
	locale int32
}

// A shared list is of entries that have something in common, in order.
type shared struct {
	entries []int32
	weight  int32
}

// A member is a place in a shared list.
type member struct{ list, index int32 }

// join makes the lists of what entries share.
func (r *relator) join(locales []*Locale) {
	for _, l := range locales {
		for _, t := range l.Terms[Topics] {
			r.add(sameTopic, t.Entries)
		}
		for _, t := range l.Terms[Cities] {
			r.add(sameCity, t.Entries)
		}
	}
	weights := map[content.Kind]int32{content.Scientists: samePerson, content.Series: sameSeries, content.Places: samePlace}
	fields := []string{"scientists", "speakers", "series", "place", "places"}
	for _, e := range r.entries {
		w := weights[e.Kind]
		if w == 0 {
			continue
		}
		var list []*Entry
		for _, x := range e.In { // the references of one entry are next to each other
			if slices.Contains(fields, x.Field) && (len(list) == 0 || list[len(list)-1] != x.Entry) {
				list = append(list, x.Entry)
			}
		}
		r.add(w, list)
	}

	// From entries by list to lists by entry: count, then fill from behind.
	r.first = make([]int32, len(r.entries)+1)
	for _, l := range r.lists {
		for _, e := range l.entries {
			r.first[e]++
		}
	}
	end := int32(0)
	for i, n := range r.first {
		end += n
		r.first[i] = end
	}
	r.members = make([]member, end)
	for li, l := range r.lists {
		for i, e := range l.entries {
			r.first[e]--
			r.members[r.first[e]] = member{int32(li), int32(i)}
		}
	}
}

func (r *relator) add(weight int32, list []*Entry) {
	if len(list) < 2 {
		return
	}
	s := shared{make([]int32, len(list)), weight}
	for i, e := range list {
		s.entries[i] = e.index
	}
	r.lists = append(r.lists, s)
}

// scores are room to work in, the same for one entry after the other.
type scores struct {
	of   []int32 // of each entry; all zero between two entries
	near []int32 // the entries whose score is not
	best []candidate
}

// score adds up what other entries share with e.
func (r *relator) score(e int32, s *scores) {
	self := r.spots[e]
	s.near = s.near[:0]
	for _, m := range r.members[r.first[e]:r.first[e+1]] {
		l := r.lists[m.list]
		for _, o := range l.entries[max(0, m.index-window):min(int32(len(l.entries)), m.index+window+1)] {
			if r.spots[o].rank == self.rank || r.spots[o].locale != self.locale {
				continue
			}
			if s.of[o] == 0 {
				s.near = append(s.near, o)
			}
			s.of[o] += l.weight
		}
	}
}

// best takes the n entries with the highest score; of equals the one nearest
// in time, then the first by key.
func (r *relator) best(e int32, s *scores) []*Entry {
	// n is small: keeping the best so far in order beats sorting them all.
	best := s.best[:0]
	for _, o := range s.near {
		spot := r.spots[o]
		c := candidate{s.of[o], distance(spot.unix, r.spots[e].unix), spot.rank, o}
		s.of[o] = 0
		i := len(best)
		for i > 0 && c.beats(best[i-1]) {
			i--
		}
		if i < r.n {
			best = slices.Insert(best, i, c)
			best = best[:min(len(best), r.n)]
		}
	}
	related := make([]*Entry, len(best))
	for i, c := range best {
		related[i] = r.entries[c.entry]
	}
	return related
}

// A candidate may be related to an entry.
type candidate struct {
	score    int32
	distance int64
	rank     int32
	entry    int32
}

func (c candidate) beats(o candidate) bool {
	switch {
	case c.score != o.score:
		return c.score > o.score
	case c.distance != o.distance:
		return c.distance < o.distance
	}
	return c.rank < o.rank
}

// distance between two instants in seconds. What is further apart than a
// time.Duration can tell, such as anything from an entry without a date, is all
// equally far.
func distance(x, y int64) int64 {
	return min(max(x-y, y-x), int64(math.MaxInt64/time.Second)+1)
}
