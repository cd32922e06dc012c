package site

import (
	"cmp"
	"slices"

	"kepu/internal/content"
)

// A Readership is the readers of an audience in a city: the young of Changchun.
//
// An article or an event is for them if it names their audience or none, and
// their city or none, but at least one of the two: what names neither is for
// everybody, and not what anybody looks for here. There is a Readership where
// something names both. Elsewhere the lists of the audience and of the city say
// it all; and so there are no more of them than entries say, however many words
// a site without registers has for either.
type Readership struct {
	Audience, City *Term
	Address        string   // from the site's root, "audiences/youth/changchun/"
	Own            []*Entry // names both; like the next two the newest first
	OfCity         []*Entry // names the city and no audience; shared by its audiences
	OfAudience     []*Entry // names the audience and no city; shared by its cities
}

// Readerships lists those of a language, by city and then by audience.
func (l *Locale) Readerships() []Readership {
	anywhere := map[*Term][]*Entry{}
	for _, a := range l.Terms[Audiences] {
		for _, e := range a.Entries {
			if isNews(e) && len(e.Of(Cities)) == 0 {
				anywhere[a] = append(anywhere[a], e)
			}
		}
	}
	var list []Readership
	for _, c := range l.Terms[Cities] {
		if c.Slug == "agenda" || c.Slug == "calendar.ics" { // stands there already
			continue
		}
		var audiences []*Term
		var anybody []*Entry
		own := map[*Term][]*Entry{}
		for _, e := range c.Entries {
			if !isNews(e) {
				continue
			}
			of := e.Of(Audiences)
			if len(of) == 0 {
				anybody = append(anybody, e)
			}
			for _, a := range of {
				if own[a] == nil {
					audiences = append(audiences, a)
				}
				own[a] = append(own[a], e)
			}
		}
		slices.SortFunc(audiences, func(x, y *Term) int {
			return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.Slug, y.Slug))
		})
		for _, a := range audiences {
			list = append(list, Readership{a, c, a.Address + c.Slug + "/", own[a], anybody, anywhere[a]})
		}
	}
	return list
}

func isNews(e *Entry) bool { return e.Kind == content.Articles || e.Kind == content.Events }
