package page

import (
	"cmp"
	"slices"
	"sync"

	"kepu/internal/content"
	"kepu/internal/site"
)

// directory makes the list of organizations: the tree, and those that stand
// outside of it, by kind.
func (m *maker) directory() {
	if len(m.loc.ByKind[content.Organizations]) == 0 {
		return
	}
	address := m.loc.Prefix + string(content.Organizations) + "/"
	m.page(address, "", func() *View {
		v := m.view("directory", string(content.Organizations), m.words.get("kind.organizations"), address)
		v.Crumbs = m.crumbs()
		main := &DirectoryView{Intro: m.words.or("intro.organizations", "")}
		groups := map[string]int{}
		for _, br := range m.loc.Tree() {
			main.Total += br.Below + 1
			node := m.orgNode(br, true)
			d := br.Data.(*content.Organization)
			if d.NeedsParent() {
				main.Roots = append(main.Roots, node)
				continue
			}
			i, ok := groups[d.Kind]
			if !ok {
				i = len(main.Groups)
				groups[d.Kind] = i
				main.Groups = append(main.Groups, OrgGroup{Name: node.KindText, ID: "x-" + d.Kind})
			}
			main.Groups[i].Nodes = append(main.Groups[i].Nodes, node)
		}
		v.Description = cmp.Or(main.Intro, v.Title+" - "+m.chrome.Description)
		v.Main = main
		v.data = m.listData(v)
		return v
	})
}

// orgNode shows an organization in the tree, with all below it or only how many
// they are.
func (m *maker) orgNode(br *site.Branch, deep bool) OrgNode {
	d := br.Data.(*content.Organization)
	n := OrgNode{Link: *m.link(br.Entry), Short: d.Short, Kind: d.Kind, KindText: m.words.get("organization." + d.Kind), Count: br.Below}
	if br.Below > 0 {
		n.Below = m.words.get("organization.below", br.Below)
	}
	if deep {
		n.Children = m.orgNodes(br.Children, true)
	}
	return n
}

func (m *maker) orgNodes(list []*site.Branch, deep bool) []OrgNode {
	var nodes []OrgNode
	for _, br := range list {
		nodes = append(nodes, m.orgNode(br, deep))
	}
	return nodes
}

// editionShown is how many articles and events the edition of an organization
// and all below it shows.
const editionShown = 40

// An edition is what is newest of an organization and all below it.
type edition struct {
	articles []*site.Entry // the newest first
	events   []*site.Entry // by start, the latest first
	places   []*site.Entry // by key
	news     []*site.Entry // articles and events that have a date of publication, the newest first: the feed
}

// gather puts together what several editions have, at most size of each.
func (ed *edition) gather(size int, others ...*edition) {
	for _, o := range others {
		ed.articles, ed.events = append(ed.articles, o.articles...), append(ed.events, o.events...)
		ed.places, ed.news = append(ed.places, o.places...), append(ed.news, o.news...)
	}
	sortByDate(ed.articles)
	sortByDate(ed.news)
	slices.SortFunc(ed.events, func(x, y *site.Entry) int {
		return cmp.Or(site.When(y).Compare(site.When(x)), cmp.Compare(x.Key, y.Key))
	})
	slices.SortFunc(ed.places, func(x, y *site.Entry) int { return cmp.Compare(x.Key, y.Key) })
	for _, list := range []*[]*site.Entry{&ed.articles, &ed.events, &ed.places, &ed.news} {
		*list = slices.Clip(firstN(slices.Compact(*list), size))
	}
}

// editions makes, for each organization that others are below, a page and a
// feed of all of them together.
func (m *maker) editions() {
	gather := sync.OnceValue(m.gatherEditions)
	for _, e := range m.loc.ByKind[content.Organizations] {
		br := m.loc.Branch(e)
		if br.Below == 0 {
			continue
		}
		address, title := e.Address+"all/", m.words.get("edition.of", e.Title())
		m.add(address, "", func() *View {
			ed := gather()[br]
			v := m.view("edition", string(content.Organizations), title, address)
			v.Crumbs = slices.Concat(m.entryCrumbs(e), []Link{*m.link(e)})
			v.Description = m.words.get("edition.about", e.Title(), br.Below)
			v.Feeds = append(v.Feeds, m.feedLink(title, address))
			main := &SubtreeView{Of: *m.link(e), Intro: v.Description, Below: br.Below}
			group := func(id string, list []*site.Entry) {
				if len(list) > 0 {
					main.Groups = append(main.Groups, Group{Name: m.words.get("kind." + id), ID: "x-" + id, Cards: m.cards(list)})
				}
			}
			group(string(content.Articles), ed.articles)
			group(string(content.Events), ed.events)
			group(string(content.Places), ed.places)
			v.Main = main
			v.data = m.listData(v)
			return v
		}, func() sitemapURL { return sitemapURL{LastMod: m.latest(gather()[br].news)} })
		m.feed(address, title+" - "+m.chrome.Title, m.words.get("edition.about", e.Title(), br.Below), func() []*site.Entry { return gather()[br].news })
	}
}

// gatherEditions goes through the tree from below: an organization's newest are
// among its own and the newest of those right below it.
func (m *maker) gatherEditions() map[*site.Branch]*edition {
	all := map[*site.Branch]*edition{}
	size := max(editionShown, m.site.Settings.Lists.FeedSize)
	branches := slices.Clone(m.loc.Tree()) // parents before children
	for i := 0; i < len(branches); i++ {
		branches = append(branches, branches[i].Children...)
	}
	for _, br := range slices.Backward(branches) {
		own := func(kind content.Kind, fields ...string) []*site.Entry {
			var list []*site.Entry
			for _, x := range br.Referring(kind, fields...) { // in the organization's language, which may be another
				list = append(list, x.Version(m.loc.Lang))
			}
			return m.ours(list)
		}
		ed := &edition{
			articles: own(content.Articles, "organization"), events: own(content.Events, "organization", "stop_organization"),
			places: own(content.Places, "organization"),
		}
		ed.news = m.dated(slices.Concat(ed.articles, ed.events))
		var below []*edition
		for _, c := range br.Children {
			below = append(below, all[c])
		}
		ed.gather(size, below...)
		all[br] = ed
	}
	return all
}
