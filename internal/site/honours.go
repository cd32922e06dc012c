package site

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// A Grant is an honour given to somebody: an item of a profile and a line of an
// award's roll, whichever of the two files says so.
type Grant struct {
	Award       *Entry // nil where it has no page
	Title       string // of the honour
	Person      *Entry // nil where there is no profile
	Name        string // of the person
	Date        content.PartialDate
	Year        int // of the edition, which may be handed over in the next; 0 if not known
	Edition     int // number, 0 if not known
	Grade       string
	For         string // what it was given for
	By          string // who gave it, where the award has no page
	Institution *Entry // of the person at that time; nil if it has no page
	Affiliation string // its name
	From        *Entry // whose file says so
	Source      int    // number of its source there, 0 if none

	path string // of its field in that file
}

// same reports whether two files say the same of one person and one award.
func (g Grant) same(o Grant) bool {
	near := func(x, y string) bool { return x == "" || y == "" || x == y }
	return g.sameYear(o) && near(g.Grade, o.Grade) && near(g.For, o.For)
}

func (g Grant) sameYear(o Grant) bool {
	return g.Year == 0 && g.Date.Year == 0 || o.Year == 0 && o.Date.Year == 0 ||
		g.Year != 0 && (g.Year == o.Year || g.Year == o.Date.Year) || g.Date.Year != 0 && (g.Date.Year == o.Year || g.Date.Year == o.Date.Year)
}

// A bestowal is a person and an award.
type bestowal struct{ person, award *group }

// honours brings profiles and awards together. What a file says is shown on its
// own page as it stands, and on the other's where that does not say it itself.
func (b *builder) honours() {
	var awarded bool
	said := map[bestowal][]Grant{} // by files in the main language, or the only one
	for _, e := range b.Entries {
		switch d := e.Data.(type) {
		case *content.Scientist:
			b.ownHonours(e, d)
		case *content.Award:
			b.ownLaureates(e, d)
			awarded = true
		}
	}
	defer b.sortHonours()
	if !awarded {
		return
	}
	own := make([]int, len(b.Entries)) // how many grants are of the entry's own file
	for i, e := range b.Entries {
		own[i] = len(e.Grants)
	}
	for i, e := range b.Entries {
		if e != e.group.in(b.Settings.Language, b.Settings.Language) {
			continue
		}
		for _, g := range e.Grants[:own[i]] {
			if g.Award == nil || g.Person == nil {
				continue
			}
			key := bestowal{g.Person.group, g.Award.group}
			if n := slices.IndexFunc(said[key], func(o Grant) bool { return o.From != e && g.same(o) }); n >= 0 {
				b.twice(g, said[key][n])
				continue
			}
			said[key] = append(said[key], g)
		}
	}
	b.share()
}

// sortHonours puts those of each profile in order, the oldest first.
func (b *builder) sortHonours() {
	for _, e := range b.Entries {
		if e.Kind == content.Scientists {
			slices.SortStableFunc(e.Grants, func(x, y Grant) int { return cmp.Compare(ordinal(x.Date), ordinal(y.Date)) })
		}
	}
}

// share gives each grant to the pages of the other side, in all their languages,
// but to those that say it themselves.
func (b *builder) share() {
	type line struct {
		in *Entry
		of *group
	}
	own := map[line][]Grant{}
	for _, e := range b.Entries {
		for _, g := range e.Grants {
			if g.Award != nil && g.Person != nil {
				key := line{e, other(e, g)}
				own[key] = append(own[key], g)
			}
		}
	}
	for _, e := range b.Entries { // in their order: maps have none
		if e != e.group.in(b.Settings.Language, b.Settings.Language) {
			continue
		}
		for _, g := range e.Grants {
			if g.From != e || g.Award == nil || g.Person == nil {
				continue
			}
			for _, to := range other(e, g).entries {
				says := g.same
				if to != to.group.in(b.Settings.Language, b.Settings.Language) {
					says = g.sameYear // a translation has words of its own
				}
				if slices.ContainsFunc(own[line{to, e.group}], says) {
					continue
				}
				g.Person, g.Award = g.Person.Version(to.Lang), g.Award.Version(to.Lang)
				g.Name, g.Title = g.Person.Title(), g.Award.Title()
				to.Grants = append(to.Grants, g)
			}
		}
	}
}

// other is the side of a grant on which e is not.
func other(e *Entry, g Grant) *group {
	if e.Kind == content.Honours {
		return g.Person.group
	}
	return g.Award.group
}

func (b *builder) twice(g, first Grant) {
	if g.From.Kind == content.Honours { // rather mend the profile: a roll is better complete
		g, first = first, g
	}
	b.say(g.From.Document, g.From.Pos.Of(g.path), diag.HonourTwice, "", g.Person.Title(), first.From.File())
}

func (b *builder) ownHonours(e *Entry, d *content.Scientist) {
	for i, h := range d.Honours {
		g := Grant{
			Title: h.Title, Person: e, Name: d.Title, Date: h.Year, Grade: h.Grade, For: h.For, By: h.By,
			From: e, Source: h.Source, path: at("honours", i),
		}
		if g.Award = e.Named(content.Honours, h.Award); g.Award != nil {
			g.Title = cmp.Or(h.Title, g.Award.Title())
		}
		if g.Title = cmp.Or(g.Title, string(h.Award)); g.Title != "" {
			e.Grants = append(e.Grants, g)
		}
	}
}

func (b *builder) ownLaureates(e *Entry, d *content.Award) {
	for i, x := range d.Editions {
		date := x.Date
		if date.IsZero() {
			date.Year = x.Year
		}
		for j, l := range x.Laureates {
			g := Grant{
				Award: e, Title: d.Title, Name: l.Name, Date: date, Year: x.Year, Edition: x.Edition, Grade: l.Grade, For: l.For,
				Affiliation: l.Institution, From: e, Source: x.Source, path: at(at("editions", i)+".laureates", j),
			}
			if g.Person = e.Named(content.Scientists, l.Ref); g.Person != nil {
				g.Name = cmp.Or(l.Name, g.Person.Title())
			}
			if g.Institution = e.Named(content.Organizations, l.Organization); g.Institution != nil {
				g.Affiliation = cmp.Or(l.Institution, g.Institution.Title())
			}
			g.Name = cmp.Or(g.Name, string(l.Ref))
			g.Affiliation = cmp.Or(g.Affiliation, string(l.Organization))
			e.Grants = append(e.Grants, g)
		}
	}
}

// ordinal sorts dates; what has none comes last.
func ordinal(d content.PartialDate) int {
	if d.IsZero() {
		return 1 << 30
	}
	return d.Year*10000 + d.Month*100 + d.Day
}
