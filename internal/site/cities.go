package site

import (
	"slices"

	"kepu/internal/content"
)

// inherit gives an event the cities of its sessions and stops and, where it
// names none itself, that of its place: what takes place in a city belongs into
// its calendar.
func (b *builder) inherit() {
	for _, e := range b.Entries {
		ev, ok := e.Data.(*content.Event)
		if !ok {
			continue
		}
		own := e.Named(content.Places, ev.Place)
		for _, x := range e.Out {
			if x.Field != "place" || x.Entry == own && len(ev.Cities) > 0 {
				continue
			}
			for _, t := range b.citiesOf(x.Entry, e.Locale) {
				if !slices.Contains(e.Topics, t) {
					e.Topics = append(e.Topics, t)
				}
			}
		}
	}
}

// citiesOf are the cities of an entry as a language calls them.
func (b *builder) citiesOf(e *Entry, l *Locale) []*Term {
	if e == nil {
		return nil
	}
	terms := e.Of(Cities)
	if e.Locale == l {
		return terms
	}
	var list []*Term
	for _, t := range terms {
		if own := l.byTerms[termKey{Cities, t.Slug}]; own != nil {
			list = append(list, own)
		}
	}
	return list
}
