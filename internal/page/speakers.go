package page

import (
	"slices"
	"strings"

	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) speakersAddress() string { return m.loc.Prefix + "speakers/" }

// offer is what a profile offers, nil if that is nothing.
func (m *maker) offer(e *site.Entry, d *content.Scientist) *OfferView {
	if len(d.Offers) == 0 {
		return nil
	}
	o := &OfferView{Contact: d.Contact, Region: m.termNames(e.Expert.Region)}
	for _, k := range d.Offers {
		o.Kinds = append(o.Kinds, m.words.get("offer."+k))
	}
	for i, t := range d.Talks {
		to := e.Expert.Talks[i]
		if len(to) == 0 {
			to = e.Of(site.Audiences)
		}
		o.Talks = append(o.Talks, TalkView{Title: t.Title, Summary: t.Summary, Minutes: t.Minutes, Audiences: m.termNames(to)})
	}
	return o
}

func (m *maker) speakersPage() {
	if len(m.experts) == 0 {
		return
	}
	m.page(m.speakersAddress(), "", func() *View {
		v := m.view("speakers", string(content.Scientists), m.words.get("speakers.title"), m.speakersAddress())
		v.Crumbs = m.crumbs(Link{Name: m.words.get("kind.scientists"), URL: m.rel(m.peopleAddress())})
		v.Description = m.words.get("speakers.description")
		v.Main = m.speakersView(m.experts)
		v.data = m.listData(v)
		return v
	})
}

func (m *maker) speakersView(list []*site.Entry) *SpeakersView {
	v := &SpeakersView{Intro: m.words.get("speakers.description"), Total: len(list)}
	topics := termChoice{name: "topic"}
	audiences := termChoice{name: "audience"}
	cities := termChoice{name: "city"}
	groups := map[*site.Term]int{}
	for _, e := range list {
		d := e.Data.(*content.Scientist)
		s := SpeakerView{Card: m.card(e), Offer: *m.offer(e, d)}
		var keys []string
		keys = topics.add(keys, e.Of(site.Topics))
		keys = audiences.add(keys, e.Of(site.Audiences))
		for _, to := range e.Expert.Talks {
			keys = audiences.add(keys, to)
		}
		if keys = cities.add(keys, e.Expert.Region); len(e.Expert.Region) == 0 {
			keys = append(keys, "city:*")
		}
		slices.Sort(keys)
		s.Keys = strings.Join(slices.Compact(keys), " ")
		in := e.Of(site.Topics)
		if len(in) == 0 {
			in = []*site.Term{nil}
		}
		for _, t := range in {
			i, ok := groups[t]
			if !ok {
				i = len(v.Groups)
				groups[t] = i
				g := SpeakerGroup{Name: m.words.get("list.other"), ID: "x-other"}
				if t != nil {
					g = SpeakerGroup{Name: t.Name, ID: "x-" + t.Slug}
				}
				v.Groups = append(v.Groups, g)
			}
			v.Groups[i].Speakers = append(v.Groups[i].Speakers, s)
		}
	}
	order := map[string]int{}
	for i, t := range m.loc.Terms[site.Topics] {
		order["x-"+t.Slug] = i + 1
	}
	order["x-other"] = len(order) + 1
	slices.SortStableFunc(v.Groups, func(x, y SpeakerGroup) int { return order[x.ID] - order[y.ID] })
	for _, c := range []struct {
		termChoice
		tax site.Taxonomy
	}{{topics, site.Topics}, {audiences, site.Audiences}, {cities, site.Cities}} {
		if f := c.filter(m.loc.Terms[c.tax]); len(f.Options) > 1 {
			f.Label = m.words.get("speakers." + c.name)
			v.Filters = append(v.Filters, f)
		}
	}
	return v
}

// A termChoice gathers the terms that a filter offers.
type termChoice struct {
	name string
	used map[*site.Term]bool
}

func (c *termChoice) add(keys []string, terms []*site.Term) []string {
	if c.used == nil {
		c.used = map[*site.Term]bool{}
	}
	for _, t := range terms {
		c.used[t] = true
		keys = append(keys, c.name+":"+t.Slug)
	}
	return keys
}

// filter lists them in the order of the taxonomy.
func (c *termChoice) filter(all []*site.Term) FilterView {
	f := FilterView{Name: c.name}
	for _, t := range all {
		if c.used[t] {
			f.Options = append(f.Options, NamedText{t.Slug, t.Name})
		}
	}
	return f
}
