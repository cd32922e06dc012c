package page

import (
	"bytes"
	"slices"
	"sync"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/opendata"
	"kepu/internal/site"
)

func (m *maker) dataAddress() string { return m.loc.Prefix + "data/" }

// A dataset is the entries of one kind to be given away, so that societies and
// cities can take them over.
type dataset struct {
	list    string // address of the page that lists the same
	entries []*site.Entry
	fill    func(opendata.Head, []*site.Entry) opendata.Set
	thing   func(*site.Entry) any // what the entry's page says in JSON-LD
}

// empty is the set without entries, which says all of its form.
func (d dataset) empty() opendata.Set { return d.fill(opendata.Head{}, nil) }

func (d dataset) name() string { return opendata.Name(d.empty()) }

// each makes an item of every entry: an empty list, too, is a list.
func each[T any](entries []*site.Entry, item func(*site.Entry) T) []T {
	list := make([]T, len(entries))
	for i, e := range entries {
		list[i] = item(e)
	}
	return list
}

// datasets are those that have entries.
func (m *maker) datasets() []dataset {
	type head = opendata.Head
	type entries = []*site.Entry
	of := func(kind content.Kind) entries { return byKey(slices.Clone(m.loc.ByKind[kind])) }
	all := []dataset{
		{"agenda/", m.loc.Events, func(h head, l entries) opendata.Set {
			return &opendata.Events{Head: h, Events: each(l, m.eventData)}
		}, m.eventThing},
		{"scientists/", of(content.Scientists), func(h head, l entries) opendata.Set {
			return &opendata.People{Head: h, People: each(l, m.personData)}
		}, m.personThing},
		{"organizations/", of(content.Organizations), func(h head, l entries) opendata.Set {
			return &opendata.Organizations{Head: h, Organizations: each(l, m.organizationData)}
		}, m.organizationThing},
		{"places/", of(content.Places), func(h head, l entries) opendata.Set {
			return &opendata.Places{Head: h, Places: each(l, m.placeData)}
		}, m.placeThing},
		{"honours/", of(content.Honours), func(h head, l entries) opendata.Set {
			return &opendata.Honours{Head: h, Honours: each(l, m.honourData)}
		}, m.awardThing},
	}
	return slices.DeleteFunc(all, func(d dataset) bool { return len(d.entries) == 0 })
}

// openData adds the files of all sets and the page that explains them.
func (m *maker) openData() {
	sets := m.datasets()
	if len(sets) == 0 {
		return
	}
	for _, d := range sets {
		m.dataFiles(d)
	}
	folder := m.dataAddress()
	m.page(folder, "", func() *View {
		v := m.view("data", "data", m.words.get("data.title"), folder)
		v.Crumbs = m.crumbs()
		v.Description = m.words.get("data.description")
		main := &DataView{}
		for _, d := range sets {
			main.Sets = append(main.Sets, m.dataSet(d))
		}
		v.Main = main
		v.data = m.listData(v)
		return v
	})
}

// dataForms are the files of a set: how their names end, their types, and what
// the interface calls them.
var dataForms = []struct{ end, typ, word string }{
	{".json", "application/json", "data.json"}, {".csv", "text/csv", "data.csv"},
	{".jsonld", "application/ld+json", "data.jsonld"}, {".schema.json", "application/schema+json", "data.schema"},
}

func (m *maker) dataSet(d dataset) DataSet {
	name := d.name()
	s := DataSet{ID: name, Name: m.words.get("data." + name)}
	for _, f := range dataForms {
		s.Files = append(s.Files, DataFile{name + f.end, m.rel(m.dataAddress() + name + f.end), f.typ, m.words.get(f.word)})
	}
	s.Fields, s.Columns = m.dataFields(opendata.Fields(d.empty())), m.dataFields(opendata.Columns(d.empty()))
	return s
}

func (m *maker) dataFields(fields []opendata.Field) []DataField {
	var list []DataField
	for _, f := range fields {
		about := f.Zh
		if m.loc.Lang != "zh-CN" {
			about = f.En
		}
		list = append(list, DataField{f.Name, f.Type, about})
	}
	return list
}

// dataFiles adds the files of a set. What they say is gathered once.
func (m *maker) dataFiles(d dataset) {
	path := m.dataAddress() + d.name()
	gather := sync.OnceValues(func() (opendata.Set, artifact.Digest) {
		set := d.fill(m.dataHead(d, path), d.entries)
		return set, artifact.DigestOf(set)
	})
	file := func(end string, view func() (any, func() ([]byte, error))) {
		m.file(path+end, "", func() (any, artifact.Render) {
			data, encode := view()
			return data, m.sound(func(buf *bytes.Buffer) error {
				b, err := encode()
				buf.Write(b)
				return err
			})
		})
	}
	table := func(end string, encode func(opendata.Set) ([]byte, error)) {
		file(end, func() (any, func() ([]byte, error)) {
			set, digest := gather()
			return digest, func() ([]byte, error) { return encode(set) }
		})
	}
	table(".json", opendata.JSON)
	table(".csv", opendata.CSV)
	file(".jsonld", func() (any, func() ([]byte, error)) {
		g := m.graph(d)
		return g, func() ([]byte, error) { return append(jsonLine(g), '\n'), nil }
	})
	file(".schema.json", func() (any, func() ([]byte, error)) {
		address := m.abs(path + ".schema.json")
		return address, func() ([]byte, error) { return opendata.Schema(d.empty(), address) }
	})
}

func (m *maker) dataHead(d dataset, path string) opendata.Head {
	h := opendata.Head{
		Schema: m.abs(path + ".schema.json"), Version: opendata.Version,
		Title: m.chrome.Title + " " + m.words.get("data."+d.name()),
		URL:   m.abs(m.loc.Prefix + d.list), Licence: m.chrome.Footer.Licence, Language: m.loc.Lang, Timezone: "Asia/Shanghai",
	}
	var last time.Time
	for _, e := range d.entries {
		if t := changed(e); t.After(last) && t != zeroDate {
			last = t
			h.Modified = t.Format(time.RFC3339)
		}
	}
	return h
}
