package page

import "kepu/internal/content"

func (m *maker) notFound() {
	if !m.main {
		return // servers know one page for what is not there
	}
	m.add("404.html", "", func() *View {
		v := m.view("404", "", m.words.get("404.title"), "404.html")
		v.NoIndex = true
		n := &NotFoundView{Latest: m.cards(firstN(m.loc.ByKind[content.Articles], 4))}
		for _, item := range m.chrome.Nav {
			n.Links = append(n.Links, Link{Name: item.Name, URL: item.URL})
		}
		v.Main = n
		return v
	}, nil)
}
