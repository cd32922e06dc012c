package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kepu/internal/content"
)

// An Outlet says which entries a channel is to have. The zero value of a field
// does not choose.
type Outlet struct {
	Channel   string
	Kinds     []content.Kind
	Languages []string // none: the main one
	Audiences []string // slugs; what is for no audience in particular is for these as well
	Cities    []string // slugs; likewise
	Since     time.Time
	Slugs     []string // of entries, as references write them
	Newest    int
}

// Leaves decides whether an entry may leave the site for a channel. It is the
// one place that does: what is to bar an entry (a review that is wanting, an
// embargo) belongs here. A draft does not leave, whoever may preview it.
func (s *Site) Leaves(e *Entry, channel string) bool {
	if e.Data.PublicationStatus() == "draft" {
		return false
	}
	only := e.Data.Base().Channels
	return len(only) == 0 || slices.Contains(only, channel)
}

// Leaving lists what an outlet gets, the newest first.
func (s *Site) Leaving(o Outlet) []*Entry {
	languages := o.Languages
	if len(languages) == 0 {
		languages = []string{s.Settings.Language}
	}
	var list []*Entry
	for _, e := range s.Entries {
		if slices.Contains(o.Kinds, e.Kind) && slices.Contains(languages, e.Lang) && s.Leaves(e, o.Channel) && o.Serves(e) &&
			(len(o.Slugs) == 0 || slices.ContainsFunc(o.Slugs, e.IsCalled)) && !e.changed().Before(o.Since) {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(x, y *Entry) int { return y.changed().Compare(x.changed()) })
	if o.Newest > 0 && len(list) > o.Newest {
		list = list[:o.Newest]
	}
	return list
}

// Serves reports whether an entry is for the readers and the places of an outlet.
func (o Outlet) Serves(e *Entry) bool {
	return meets(e.Of(Audiences), o.Audiences) && meets(e.Of(Cities), o.Cities)
}

// meets tells that an entry is for one of the terms that are wanted, or for all.
func meets(has []*Term, wanted []string) bool {
	return len(has) == 0 || len(wanted) == 0 || slices.ContainsFunc(has, func(t *Term) bool { return slices.Contains(wanted, t.Slug) })
}

// changed is when an entry was published or last changed.
func (e *Entry) changed() time.Time {
	base := e.Data.Base()
	switch {
	case base.Updated.After(base.Date.Time):
		return base.Updated.Time
	case base.Date.IsZero():
		return When(e)
	}
	return base.Date.Time
}

// IsCalled reports whether a slug names the entry, with as much of its path as
// it gives.
func (e *Entry) IsCalled(slug string) bool {
	return e.Key == slug || strings.HasSuffix(e.Key, "/"+slug)
}

// TermSlugs are the slugs of terms that the settings name, by name or by slug,
// and the indexes of those that are not registered where others are.
func (s *Site) TermSlugs(tax Taxonomy, words []content.Term) (slugs []string, unknown []int) {
	list := map[Taxonomy][]content.TermSetting{Audiences: s.Settings.Audiences, Cities: s.Settings.Cities}[tax]
	for n, w := range words {
		i := slices.IndexFunc(list, func(t content.TermSetting) bool { return t.Name == string(w) || t.Slug == string(w) })
		if i < 0 && len(list) > 0 {
			unknown = append(unknown, n)
			continue
		}
		word := string(w)
		if i >= 0 {
			word = cmp.Or(list[i].Slug, list[i].Name)
		}
		slugs = append(slugs, TermSlug(word))
	}
	return slugs, unknown
}
