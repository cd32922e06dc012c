package site

import (
	"cmp"
	"slices"
	"strings"

	"kepu/internal/content"
)

// A Facet sorts people by something: a field, an institution, an honour.
type Facet struct {
	Name   string        // "field", "institution", "honour"
	Values []*FacetValue // those with most people first
	bySlug map[string]*FacetValue
}

// A FacetValue is one field, institution or honour with its people.
type FacetValue struct {
	Name   string
	Slug   string // for addresses: of an entry its path within its folder
	People []*Entry
}

// Value finds one by its slug, nil if there is none.
func (f *Facet) Value(slug string) *FacetValue { return f.bySlug[slug] }

func (f *Facet) add(slug, name string, e *Entry) {
	if slug == "" {
		return
	}
	v := f.bySlug[slug]
	if v == nil {
		v = &FacetValue{Name: name, Slug: slug}
		f.bySlug[slug] = v
		f.Values = append(f.Values, v)
	}
	if n := len(v.People); n == 0 || v.People[n-1] != e { // somebody studied and worked there
		v.People = append(v.People, e)
	}
}

// Within is the path of an entry within the folder of its kind.
func (e *Entry) Within() string { return strings.TrimPrefix(e.Key, string(e.Kind)+"/") }

// facets sorts the people of a language, who keep their order within each value.
func (l *Locale) facets() {
	of := map[string]*Facet{}
	for _, name := range []string{"field", "institution", "honour"} {
		of[name] = &Facet{Name: name, bySlug: map[string]*FacetValue{}}
		l.Facets = append(l.Facets, of[name])
	}
	for _, e := range l.People {
		d := e.Data.(*content.Scientist)
		for _, f := range d.Fields {
			of["field"].add(TermSlug(f), f, e)
		}
		for _, list := range [][]content.Affiliation{d.Education, d.Affiliations} {
			for _, a := range list {
				if o := e.Named(content.Organizations, a.Organization); o != nil {
					of["institution"].add(o.Within(), o.Title(), e)
				} else {
					of["institution"].add(TermSlug(a.Name), a.Name, e)
				}
			}
		}
		for _, g := range e.Grants {
			if g.Award != nil {
				of["honour"].add(g.Award.Within(), g.Award.Title(), e)
			} else {
				of["honour"].add(TermSlug(g.Title), g.Title, e)
			}
		}
	}
	for _, f := range l.Facets {
		slices.SortStableFunc(f.Values, func(x, y *FacetValue) int {
			return cmp.Or(cmp.Compare(len(y.People), len(x.People)), cmp.Compare(x.Slug, y.Slug))
		})
	}
}

// Facet finds one by its name; it is empty in a language without people.
func (l *Locale) Facet(name string) *Facet {
	for _, f := range l.Facets {
		if f.Name == name {
			return f
		}
	}
	return &Facet{Name: name}
}
