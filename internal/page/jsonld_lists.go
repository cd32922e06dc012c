package page

// itemsOf is what a list of people, bodies or places holds, nil for other pages.
func (m *maker) itemsOf(main any) *ldList {
	list := &ldList{Type: "ItemList", Items: []ldItem{}}
	add := func(name, url string) {
		if list.Count++; list.Count <= listedMax {
			list.Items = append(list.Items, ldItem{Type: "ListItem", Position: list.Count, Name: name, URL: m.absolute(url)})
		}
	}
	switch v := main.(type) {
	case *PeopleView:
		for _, g := range v.Groups {
			for _, c := range g.Cards {
				add(c.Title, c.URL)
			}
		}
	case *SpeakersView:
		known := map[*Card]bool{} // who stands under two topics
		for _, g := range v.Groups {
			for _, s := range g.Speakers {
				if !known[s.Card] {
					known[s.Card] = true
					add(s.Card.Title, s.Card.URL)
				}
			}
		}
	case *DirectoryView:
		for _, n := range v.Roots {
			eachNode(n, add)
		}
		for _, g := range v.Groups {
			for _, n := range g.Nodes {
				eachNode(n, add)
			}
		}
	case *MapView:
		for _, g := range v.Groups {
			for _, i := range g.Items {
				add(i.Card.Title, i.Card.URL)
			}
		}
	default:
		return nil
	}
	return list
}

func eachNode(n OrgNode, add func(name, url string)) {
	add(n.Name, n.URL)
	for _, c := range n.Children {
		eachNode(c, add)
	}
}

// graph is what the pages of a dataset say, in one document.
func (m *maker) graph(d dataset) ldGraph {
	g := ldGraph{Context: vocabulary, Graph: make([]any, 0, len(d.entries))}
	for _, e := range d.entries {
		g.Graph = append(g.Graph, d.thing(e))
	}
	return g
}
