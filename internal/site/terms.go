package site

import (
	"cmp"
	"slices"
	"strings"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// A Taxonomy sorts entries by one of the common fields.
type Taxonomy string

const (
	Topics    Taxonomy = "topics"
	Audiences Taxonomy = "audiences"
	Cities    Taxonomy = "cities"
)

// Taxonomies lists them in the order of menus.
var Taxonomies = []Taxonomy{Topics, Audiences, Cities}

// A Term is a topic, an audience or a city in one language, with its entries.
type Term struct {
	Taxonomy    Taxonomy
	Slug        string
	Name        string
	Description string
	Motif       string
	Code        string // administrative code of a city, GB/T 2260
	Address     string // from the site's root, "topics/astronomy/"
	Entries     []*Entry

	rank int    // position in the settings
	word string // as the entry that used it first spells it, where none is registered
	file string // that entry
}

type termKey struct {
	tax  Taxonomy
	slug string
}

// Of lists the entry's terms of a taxonomy. The list is a part of Topics.
func (e *Entry) Of(tax Taxonomy) []*Term {
	for i, t := range e.Topics {
		if t.Taxonomy == tax {
			n := i + 1
			for n < len(e.Topics) && e.Topics[n].Taxonomy == tax {
				n++
			}
			return e.Topics[i:n:n]
		}
	}
	return nil
}

// terms sorts the entries by topic, audience and city. Where the settings
// register the terms of a taxonomy, no others may be used: that keeps 航天 and
// 太空 from drifting apart.
func (b *builder) terms() {
	registers := map[Taxonomy]register{
		Topics:    b.register(Topics, b.Settings.Topics),
		Audiences: b.register(Audiences, b.Settings.Audiences),
		Cities:    b.register(Cities, b.Settings.Cities),
	}
	for _, e := range b.Entries {
		base := e.Data.Base()
		if n := len(base.Topics) + len(base.Audiences) + len(base.Cities); n > 0 {
			e.Topics = make([]*Term, 0, n)
		}
		b.enlist(e, Topics, base.Topics, registers[Topics])
		b.enlist(e, Audiences, base.Audiences, registers[Audiences])
		b.enlist(e, Cities, base.Cities, registers[Cities])
		if ev, ok := e.Data.(*content.Event); ok {
			b.enlistStops(e, ev, registers[Cities])
		}
		if d, ok := e.Data.(*content.Scientist); ok && len(d.Offers) > 0 {
			b.enlistExpert(e, d, registers)
		}
	}
	for _, l := range b.Locales {
		for _, terms := range l.Terms {
			slices.SortFunc(terms, func(x, y *Term) int {
				return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.Slug, y.Slug))
			})
		}
	}
}

// enlistStops adds the cities of a tour's stops.
func (b *builder) enlistStops(e *Entry, ev *content.Event, reg register) {
	for i, s := range ev.Stops {
		b.enlistAt(e, Cities, []content.Term{s.City}, reg, func(int) diag.Pos { return e.Pos.Of(at("stops", i) + ".city") })
	}
}

// enlistExpert finds where somebody gives talks, and for whom each of them is.
func (b *builder) enlistExpert(e *Entry, d *content.Scientist, registers map[Taxonomy]register) {
	x := &Expert{Region: b.find(e, Cities, d.Region, registers[Cities], func(i int) diag.Pos { return e.Pos.Of("region", i) })}
	for n, t := range d.Talks {
		x.Talks = append(x.Talks, b.find(e, Audiences, t.Audiences, registers[Audiences], func(i int) diag.Pos { return e.Pos.Of(at("talks", n)+".audiences", i) }))
	}
	e.Expert = x
}

// enlist finds the terms of a taxonomy that an entry names.
func (b *builder) enlist(e *Entry, tax Taxonomy, words []content.Term, reg register) {
	b.enlistAt(e, tax, words, reg, func(i int) diag.Pos { return e.Pos.Of(string(tax), i) })
}

func (b *builder) enlistAt(e *Entry, tax Taxonomy, words []content.Term, reg register, place func(int) diag.Pos) {
	for _, t := range b.find(e, tax, words, reg, place) {
		if !slices.Contains(e.Topics, t) {
			e.Topics = append(e.Topics, t)
		}
	}
}

// find gives the terms that an entry names.
func (b *builder) find(e *Entry, tax Taxonomy, words []content.Term, reg register, place func(int) diag.Pos) []*Term {
	if len(words) == 0 {
		return nil
	}
	known := e.Locale.byWord[tax]
	found := make([]*Term, 0, len(words))
	for i, v := range words {
		if v == "" {
			continue // was no text, as the decoder has said
		}
		t := known[v]
		if t == nil {
			n, ok := reg.byName[strings.ToLower(string(v))]
			if !ok && len(reg.settings) > 0 && reg.whole {
				b.say(e.Document, place(i), diag.UnknownTerm, reg.near(string(v)), string(tax), string(v), strings.Join(reg.names(), "、"))
				continue
			}
			setting := content.TermSetting{Name: string(v)}
			if ok {
				setting = reg.settings[n]
			} else {
				n = len(reg.settings)
			}
			t = e.Locale.term(tax, setting, n)
			if len(reg.settings) > 0 || b.unregistered(e, t, tax, i, string(v)) {
				known[v] = t
			}
		}
		if t != nil {
			found = append(found, t)
		}
	}
	return found
}

func (l *Locale) term(tax Taxonomy, s content.TermSetting, rank int) *Term {
	slug := TermSlug(cmp.Or(s.Slug, s.Name))
	if slug == "" {
		return nil
	}
	key := termKey{tax, slug}
	if t := l.byTerms[key]; t != nil {
		return t
	}
	about := s.Description
	if l.Prefix != "" {
		about = "" // none at all rather than one in another language
	}
	switch l.Lang {
	case "ko":
		about = cmp.Or(s.AboutKo, about)
	case "en":
		about = cmp.Or(s.AboutEn, about)
	}
	t := &Term{Taxonomy: tax, Slug: slug, Name: TermName(s, l.Lang), Description: about, Motif: s.Motif, Code: s.Code, rank: rank}
	t.Address = l.Prefix + string(tax) + "/" + slug + "/"
	l.byTerms[key] = t
	l.Terms[tax] = append(l.Terms[tax], t)
	return t
}

// TermName is what a language calls a registered term.
func TermName(s content.TermSetting, lang string) string {
	switch lang {
	case "ko":
		return cmp.Or(s.Ko, s.Name)
	case "en":
		return cmp.Or(s.En, s.Name)
	}
	return s.Name
}

// TermSlug makes a name usable in an address: lower case, hyphens for what is
// neither letter nor digit, Han and Hangul kept.
func TermSlug(name string) string {
	var sb strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if r == '+' || r == '.' && sb.Len() > 0 || isWord(r) {
			if gap && sb.Len() > 0 {
				sb.WriteByte('-')
			}
			gap = false
			sb.WriteRune(r)
		} else {
			gap = true
		}
	}
	return strings.TrimRight(sb.String(), ".")
}
