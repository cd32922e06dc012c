package page

import "slices"

func (m *maker) subscribeAddress() string { return m.loc.Prefix + "agenda/subscribe/" }

// subscribePage lists every calendar that one can subscribe to.
func (m *maker) subscribePage() {
	if len(m.scopes) == 0 {
		return
	}
	agenda, address := m.loc.Prefix+"agenda/", m.subscribeAddress()
	m.page(address, "", func() *View {
		v := m.view("subscribe", "agenda", m.words.get("subscribe.title"), address)
		v.Crumbs = m.crumbs(Link{Name: m.words.get("nav.agenda"), URL: m.rel(agenda)})
		v.Description = m.words.get("subscribe.description")
		closes := m.subscriptionTo(m.words.get("ics.registration"), m.loc.Prefix+registrationFile, agenda)
		main := &SubscribeView{All: m.subscribe(m.scopes[0]), Closes: &closes}
		for _, s := range m.scopes[1:] {
			i := slices.IndexFunc(main.Groups, func(g SubscriptionGroup) bool { return g.ID == s.group })
			if i < 0 {
				i = len(main.Groups)
				main.Groups = append(main.Groups, SubscriptionGroup{Name: m.words.get("subscribe." + s.group), ID: s.group})
			}
			main.Groups[i].Feeds = append(main.Groups[i].Feeds, m.subscribe(s))
		}
		v.Main = main
		v.data = m.listData(v)
		return v
	})
}
