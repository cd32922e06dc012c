package page

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"kepu/internal/content"
	"kepu/internal/pinyin"
	"kepu/internal/site"
)

func (m *maker) scientist(e *site.Entry, d *content.Scientist, common EntryView) *ScientistView {
	v := &ScientistView{
		EntryView: common, Pinyin: d.Pinyin, Surname: pinyin.Surname(d.Title), KnownFor: d.KnownFor,
		Life: m.lifeYears(d), Facts: m.lifeFacts(d), Fields: m.fieldLinks(d.Fields), Team: d.IsTeam(),
		Affiliations: m.tenures(e, d.Affiliations), Education: m.tenures(e, d.Education),
		Teachers: m.kin(m.named(e, d.Teachers), e.Teachers()), Students: m.kin(m.named(e, d.Students), e.Students()),
		Members: m.named(e, d.Members), Teams: m.kin(nil, e.Referring(content.Scientists, "members")),
		Honours: m.honours(e), Portrait: m.picture(e, d.Portrait), Offer: m.offer(e, d),
		life: m.lifeChart(e, d), kin: m.lineageTree(e),
	}
	for _, n := range d.Names {
		v.Names = append(v.Names, NameView{Label: m.words.get("name." + cmp.Or(n.Kind, "other")), Text: n.Name, Pinyin: n.Pinyin, Lang: nameLanguages[n.Kind]})
	}
	for _, t := range d.Timeline {
		v.Timeline = append(v.Timeline, Dated{Year: m.words.partial(t.Date), ISO: t.Date.String(), Text: t.Text, Source: t.Source, Phase: m.words.orEmpty("phase.", t.Phase)})
	}
	for _, w := range d.Works {
		x := WorkView{Title: w.Title, Year: w.Year.String(), Publisher: w.Publisher, Note: w.Note, URL: w.URL, ISBN: w.ISBN}
		if w.DOI != "" {
			x.URL = "https://doi.org/" + escapePath(w.DOI)
		}
		v.Works = append(v.Works, x)
	}
	for _, q := range d.Quotations {
		source := joinFilled([]string{q.Source, m.words.partial(q.Date)}, m.words.get("list.comma"))
		v.Quotations = append(v.Quotations, QuotationView{q.Text, source})
	}
	for _, s := range d.SameAs {
		name := s
		if u, err := url.Parse(s); err == nil {
			name = strings.TrimPrefix(u.Host, "www.")
		}
		v.SameAs = append(v.SameAs, Link{Name: name, URL: s})
	}
	mentions := m.ours(append(e.Referring(content.Articles, "scientists"), e.Referring(content.Events, "scientists", "speakers")...))
	slices.SortStableFunc(mentions, func(x, y *site.Entry) int { return site.When(y).Compare(site.When(x)) })
	v.Mentions = m.cards(firstN(mentions, shown))
	return v
}

// nameLanguages are those of names that are not Chinese.
var nameLanguages = map[string]string{"korean": "ko", "latin": "und-Latn", "own": "und"}

// kin adds the profiles of those who are not yet in a list: a teacher's page
// lists a student even when only the student's file says so.
func (m *maker) kin(known []PersonLink, profiles []*site.Entry) []PersonLink {
	urls := map[string]bool{}
	for _, p := range known {
		urls[p.URL] = true
	}
	for _, e := range profiles {
		if l := m.link(e); !urls[l.URL] {
			known = append(known, PersonLink{Name: l.Name, URL: l.URL, Lang: l.Lang})
		}
	}
	return known
}

// ours keeps the entries of the language.
func (m *maker) ours(list []*site.Entry) []*site.Entry {
	return slices.DeleteFunc(list, func(e *site.Entry) bool { return e.Locale != m.loc })
}

// fieldLinks lead to the people of the same field.
func (m *maker) fieldLinks(fields []string) []Link {
	var list []Link
	for _, f := range fields {
		l := Link{Name: f}
		if slug := site.TermSlug(f); slug != "" {
			l.URL = m.rel(m.facetAddress("field", slug))
		}
		list = append(list, l)
	}
	return list
}

func (m *maker) lifeFacts(d *content.Scientist) []NamedText {
	w := m.words
	life := func(l *content.Life) string {
		if l == nil {
			return ""
		}
		if l.Place == "" {
			return w.partial(l.Date)
		}
		return w.partial(l.Date) + w.get("list.comma") + l.Place
	}
	return facts(NamedText{w.get("fact.born"), life(d.Born)}, NamedText{w.get("fact.died"), life(d.Died)},
		NamedText{w.get("fact.ethnicity"), d.Ethnicity}, NamedText{w.get("fact.formed"), w.partial(d.Founded)})
}

func (m *maker) tenures(e *site.Entry, list []content.Affiliation) []Tenure {
	var out []Tenure
	for _, a := range list {
		t := Tenure{Years: m.words.years(a.From, a.To), Name: a.Name, Role: a.Role}
		if a.Organization != "" {
			t.Name = cmp.Or(a.Name, string(a.Organization))
			if x := e.Named(content.Organizations, a.Organization); x != nil {
				t.Name, t.URL = cmp.Or(a.Name, x.Title()), m.rel(x.Address)
			}
		}
		out = append(out, t)
	}
	return out
}
