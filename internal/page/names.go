package page

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/site"
)

// sorted is the order in which a kind is listed: people by name, the rest by
// path, which an editor can choose.
func (m *maker) sorted(kind content.Kind) []*site.Entry { return m.ordered[kind] }

// makeOrder sorts every kind once, but for those that are listed by date.
func (m *maker) makeOrder() {
	m.ordered = map[content.Kind][]*site.Entry{content.Scientists: m.loc.People}
	for _, kind := range []content.Kind{content.Organizations, content.Places, content.Series, content.Honours, content.Routes} {
		list := slices.Clone(m.loc.ByKind[kind])
		slices.SortFunc(list, func(x, y *site.Entry) int { return cmp.Compare(x.Key, y.Key) })
		m.ordered[kind] = list
	}
	for _, e := range m.loc.People {
		if len(e.Data.(*content.Scientist).Offers) > 0 {
			m.experts = append(m.experts, e)
		}
	}
}
