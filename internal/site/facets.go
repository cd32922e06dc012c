package site

import (
	"cmp"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/content"
)

// A Facet sorts people by something: a field, an institution, an honour.
type Facet struct {
	Name   string                 // "field", "institution", "honour"
	Values []*FacetValue          // those with most people first
	byName map[string]*FacetValue // by slug, of what is only a name
	byPath map[string]*FacetValue // by path, of what has a page
}

// A FacetValue is one field, institution or honour with its people.
type FacetValue struct {
	Name   string
	Slug   string // for addresses: of an entry its path within its folder
	People []*Entry
}

// Of finds the people of what has a page, nil if there are none.
func (f *Facet) Of(e *Entry) *FacetValue { return f.byPath[e.Within()] }

// name adds somebody to what is only a name, entry to what has a page.
func (f *Facet) name(name string, e *Entry) { f.add(f.byName, facetSlug(name), name, e) }
func (f *Facet) entry(of *Entry, e *Entry)  { f.add(f.byPath, of.Within(), of.Title(), e) }

func (f *Facet) add(values map[string]*FacetValue, slug, name string, e *Entry) {
	if slug == "" {
		return
	}
	v := values[slug]
	if v == nil {
		v = &FacetValue{Name: name, Slug: slug}
		values[slug] = v
		f.Values = append(f.Values, v)
	}
	if n := len(v.People); n == 0 || v.People[n-1] != e { // somebody studied and worked there
		v.People = append(v.People, e)
	}
}

// longFacet is the longest slug of a name in bytes, so that there is room for
// what goes around it in a file's path.
const longFacet = 120

// facetSlug makes a name that anybody may write, however long it is, usable in
// an address.
func facetSlug(name string) string {
	slug := TermSlug(name)
	if len(slug) <= longFacet && !reserved[slug] {
		return slug
	}
	sum := artifact.DigestBytes([]byte(slug)).String()
	return strings.ToValidUTF8(slug[:min(len(slug), longFacet)], "") + "-" + sum[:8]
}

// Within is the path of an entry within the folder of its kind.
func (e *Entry) Within() string { return strings.TrimPrefix(e.Key, string(e.Kind)+"/") }

// facets sorts the people of a language, who keep their order within each value.
func (l *Locale) facets() {
	of := map[string]*Facet{}
	for _, name := range []string{"field", "institution", "honour"} {
		of[name] = &Facet{Name: name, byName: map[string]*FacetValue{}, byPath: map[string]*FacetValue{}}
		l.Facets = append(l.Facets, of[name])
	}
	field, institution, honour := of["field"], of["institution"], of["honour"]
	titled := map[string]*Entry{} // organizations by what they are called
	for _, o := range l.ByKind[content.Organizations] {
		titled[o.Title()] = o
	}
	for _, e := range l.People {
		d := e.Data.(*content.Scientist)
		for _, f := range d.Fields {
			field.name(f, e)
		}
		for _, list := range [][]content.Affiliation{d.Education, d.Affiliations, {{Organization: d.Organization}}} {
			for _, a := range list {
				if o := cmp.Or(e.Named(content.Organizations, a.Organization), titled[a.Name]); o != nil {
					institution.entry(o, e)
				} else {
					institution.name(a.Name, e)
				}
			}
		}
		for _, g := range e.Grants {
			if g.Award != nil {
				honour.entry(g.Award, e)
			} else {
				honour.name(g.Title, e)
			}
		}
	}
	for _, f := range l.Facets {
		for _, v := range f.Values {
			for f.byName[v.Slug] == v && f.byPath[v.Slug] != nil { // what has a page has its address
				delete(f.byName, v.Slug)
				for v.Slug += "-name"; f.byName[v.Slug] != nil; {
					v.Slug += "-name"
				}
				f.byName[v.Slug] = v
			}
		}
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
