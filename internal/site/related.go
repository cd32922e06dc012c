package site

import (
	"cmp"
	"slices"

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

// A member is an entry's position in a list of entries that share something.
type member struct {
	list   []*Entry
	index  int
	weight int
}

// relate finds for each entry those that have most in common with it.
func (b *builder) relate() {
	b.join()
	scores := map[*Entry]int{}
	for _, e := range b.Entries {
		clear(scores)
		for _, m := range e.members {
			for i := max(0, m.index-window); i < min(len(m.list), m.index+window+1); i++ {
				if o := m.list[i]; o.Key != e.Key {
					scores[o] += m.weight
				}
			}
		}
		e.Related = best(e, scores, b.Settings.Lists.Related)
	}
	for _, e := range b.Entries {
		e.members = nil
	}
}

// join enters every entry into the lists of what it shares with others.
func (b *builder) join() {
	enter := func(list []*Entry, weight int) {
		if len(list) < 2 {
			return
		}
		for i, e := range list {
			e.members = append(e.members, member{list, i, weight})
		}
	}
	for _, l := range b.Locales {
		for _, t := range l.Terms[Topics] {
			enter(t.Entries, sameTopic)
		}
		for _, t := range l.Terms[Cities] {
			enter(t.Entries, sameCity)
		}
	}
	weights := map[content.Kind]int{content.Scientists: samePerson, content.Series: sameSeries, content.Places: samePlace}
	fields := []string{"scientists", "speakers", "series", "place", "places"}
	for _, e := range b.Entries {
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
		enter(list, w)
	}
}

// best takes the n entries with the highest score; of equals the one nearest
// in time, then the first by key.
func best(e *Entry, scores map[*Entry]int, n int) []*Entry {
	at := When(e)
	better := func(x, y *Entry) int {
		if c := cmp.Compare(scores[y], scores[x]); c != 0 {
			return c
		}
		return cmp.Or(
			cmp.Compare(When(x).Sub(at).Abs(), When(y).Sub(at).Abs()),
			cmp.Compare(x.Key, y.Key),
		)
	}
	// n is small: keeping the best so far in order beats sorting them all.
	list := make([]*Entry, 0, n+1)
	for o := range scores {
		if o.Locale != e.Locale || len(list) == n && (n == 0 || better(o, list[n-1]) > 0) {
			continue
		}
		i, _ := slices.BinarySearchFunc(list, o, better)
		list = slices.Insert(list, i, o)
		if len(list) > n {
			list = list[:n]
		}
	}
	return slices.Clip(list)
}
