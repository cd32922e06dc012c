package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/pinyin"
	"kepu/internal/site"
)

const (
	// peoplePage is how many stand on a page of a longer list.
	peoplePage = 100

	// facetShown is how many values of a facet the list of people shows.
	facetShown = 10
)

func (m *maker) peopleAddress() string { return m.loc.Prefix + string(content.Scientists) + "/" }

func (m *maker) facetAddress(f, slug string) string {
	a := m.peopleAddress() + "by/" + f + "/"
	if slug != "" {
		a += slug + "/"
	}
	return a
}

// people makes the list of people, those by letter, field, institution and
// honour, and the index that the filter reads.
func (m *maker) people() {
	all := m.loc.People
	if len(all) == 0 {
		return
	}
	title, address := m.words.get("kind.scientists"), m.peopleAddress()
	letters := letters(all)
	links := m.letterLinks(letters, len(all) > site.ManyPeople)
	m.peopleList(peopleList{
		title: title, address: address, crumbs: m.crumbs(), people: all, letters: links,
		facets: m.facetViews(), related: m.peopleLinks(), whole: true,
	})
	crumbs := m.crumbs(Link{Name: title, URL: m.rel(address)})
	if len(all) > site.ManyPeople {
		for _, l := range letters {
			m.peopleList(peopleList{
				title: m.words.get("people.letter", l.Name), address: m.facetAddress("letter", l.Slug),
				crumbs: crumbs, people: l.People, letters: links,
			})
		}
	}
	for _, f := range m.loc.Facets {
		if len(f.Values) == 0 {
			continue
		}
		heading, index := m.words.get("people."+f.Name), m.facetAddress(f.Name, "")
		m.page(index, "", func() *View {
			v := m.view("terms", string(content.Scientists), heading, index)
			v.Crumbs = crumbs
			v.Main = &TermsView{Terms: m.facetLinks(f, f.Values)}
			v.data = m.listData(v)
			return v
		})
		for _, value := range f.Values {
			m.peopleList(peopleList{
				title: value.Name, address: m.facetAddress(f.Name, value.Slug), people: value.People,
				crumbs: slices.Concat(crumbs, []Link{{Name: heading, URL: m.rel(index)}}),
			})
		}
	}
	m.peopleIndex(all)
}

func (m *maker) facetLinks(f *site.Facet, values []*site.FacetValue) []TermLink {
	var links []TermLink
	for _, v := range values {
		links = append(links, TermLink{
			Name: v.Name, URL: m.rel(m.facetAddress(f.Name, v.Slug)), Count: len(v.People), Motif: motif(v.People[0]),
		})
	}
	return links
}

// letters sorts people under A to Z, and “#” for those without pinyin.
func letters(people []*site.Entry) []*site.FacetValue {
	var list []*site.FacetValue
	known := map[string]*site.FacetValue{}
	for _, e := range people {
		name := site.Letter(e)
		v := known[name]
		if v == nil {
			v = &site.FacetValue{Name: name, Slug: site.LetterSlug(name)}
			known[name] = v
			list = append(list, v)
		}
		v.People = append(v.People, e)
	}
	return list
}

// A peopleList is a list of people, on one page or on several.
type peopleList struct {
	title, address string
	crumbs         []Link
	people         []*site.Entry
	letters        []LetterLink // over the list; nil for none
	facets         []FacetView
	related        []Link
	whole          bool // it is the list of all
}

func (m *maker) peopleList(l peopleList) {
	size := peoplePage
	if len(l.people) <= site.ManyPeople {
		size = len(l.people)
	}
	pages := (len(l.people) + size - 1) / size
	for n := 1; n <= pages; n++ {
		part := l.people[(n-1)*size : min(n*size, len(l.people))]
		m.add(pageAddress(l.address, n), "", func() *View {
			v := m.view("people", string(content.Scientists), l.title, pageAddress(l.address, n))
			if n > 1 {
				v.HeadTitle = l.title + " " + m.words.get("list.page", n) + " - " + m.chrome.Title
			}
			v.Crumbs = l.crumbs
			main := &PeopleView{
				Total: len(l.people), Pager: m.pager(l.address, n, pages), Groups: m.byLetter(part),
				Letters: l.letters, Facets: l.facets, Related: l.related,
			}
			if l.whole {
				main.Intro = m.words.or("intro.scientists", "")
				main.Index = m.rel(m.peopleAddress() + "index.json")
			}
			v.Description = cmp.Or(main.Intro, l.title+" - "+m.chrome.Description)
			v.Main = main
			v.data = m.listData(v)
			return v
		}, func() sitemapURL { return sitemapURL{LastMod: m.latest(part)} })
	}
}

// letterLinks is the alphabet; on a list that is on one page it leads down the page.
func (m *maker) letterLinks(letters []*site.FacetValue, apart bool) []LetterLink {
	if letters == nil {
		return nil
	}
	var links []LetterLink
	known := map[string]*site.FacetValue{}
	for _, l := range letters {
		known[l.Name] = l
	}
	for _, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZ#" {
		l := known[string(c)]
		switch {
		case l == nil && c == '#':
		case l == nil:
			links = append(links, LetterLink{Letter: string(c)})
		case apart:
			links = append(links, LetterLink{l.Name, m.rel(m.facetAddress("letter", l.Slug)), len(l.People)})
		default:
			links = append(links, LetterLink{l.Name, "#" + letterID(l.Name), len(l.People)})
		}
	}
	return links
}

func letterID(letter string) string { return "letter-" + site.LetterSlug(letter) }

func (m *maker) facetViews() []FacetView {
	var list []FacetView
	for _, f := range m.loc.Facets {
		if len(f.Values) == 0 {
			continue
		}
		v := FacetView{Title: m.words.get("people." + f.Name), Items: m.facetLinks(f, f.Values[:min(facetShown, len(f.Values))])}
		if len(f.Values) > facetShown {
			v.URL = m.rel(m.facetAddress(f.Name, ""))
		}
		list = append(list, v)
	}
	return list
}

// peopleLinks are the ways from the list of people to what is about them.
func (m *maker) peopleLinks() []Link {
	var links []Link
	if len(m.experts) > 0 {
		links = append(links, Link{Name: m.words.get("speakers.title"), URL: m.rel(m.speakersAddress())})
	}
	if len(m.loc.ByKind[content.Honours]) > 0 {
		links = append(links, Link{Name: m.words.get("kind.honours"), URL: m.rel(m.loc.Prefix + string(content.Honours) + "/")})
	}
	if m.remembers() {
		links = append(links, Link{Name: m.words.get("anniversaries.title"), URL: m.rel(m.anniversariesAddress() + calendarFile)})
	}
	return links
}

// peopleIndex is what the filter searches: name, address, years, and the words
// by which somebody is found.
func (m *maker) peopleIndex(people []*site.Entry) {
	gather := sync.OnceValues(func() ([][4]string, artifact.Digest) {
		rows := make([][4]string, 0, len(people))
		for _, e := range people {
			d, card := e.Data.(*content.Scientist), m.card(e)
			read := d.Pinyin
			if first, _ := utf8.DecodeRuneInString(d.Title); read == "" && unicode.Is(unicode.Latin, first) {
				read = d.Title
			}
			keys := []string{pinyin.Plain(read), pinyin.Initials(read)}
			for _, n := range d.Names {
				keys = append(keys, strings.ToLower(n.Name), pinyin.Plain(n.Pinyin), pinyin.Initials(n.Pinyin))
			}
			keys = slices.DeleteFunc(keys, func(s string) bool { return s == "" })
			rows = append(rows, [4]string{d.Title, card.URL, card.Person.Years, strings.Join(keys, " ")})
		}
		return rows, artifact.DigestOf(rows)
	})
	m.file(m.peopleAddress()+"index.json", "", func() (any, artifact.Render) {
		rows, digest := gather()
		return digest, m.sound(func(buf *bytes.Buffer) error {
			buf.WriteString("[")
			for i, r := range rows {
				if i > 0 {
					buf.WriteString(",\n")
				}
				b, err := json.Marshal(r)
				if err != nil {
					return err
				}
				buf.Write(b)
			}
			buf.WriteString("]\n")
			return nil
		})
	})
}
