package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"sync"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/site"
)

const (
	atomType = "application/atom+xml"
	rssType  = "application/rss+xml"
	jsonType = "application/feed+json"
)

// A feed is what Atom, RSS and JSON Feed show alike. Its entries are those of
// the address, the newest first.
type feed struct {
	Title, Description string
	Home               string // absolute address of the page that it is the feed of
	Base               string // absolute address of the feeds' folder
	Lang               string
	Author             string
	Updated            time.Time `digest:"-"` // follows from the items
	Items              []feedItem
}

type feedItem struct {
	Title, Summary, URL string
	ID                  string // a URI that is no address, where URL belongs to several items; else ""
	Published, Updated  string // RFC 3339
	Categories          []string
	Authors             []string
	at, updated         time.Time `digest:"-"` // the same instants
}

// id is what an item is known by to readers.
func (i feedItem) id() string { return cmp.Or(i.ID, i.URL) }

// feeds adds the feeds of the site, of every topic, audience and city, of
// every organization and series, and of mobile newspapers.
func (m *maker) feeds() {
	m.feed(m.loc.Prefix, m.chrome.Title, m.chrome.Description, func() []*site.Entry {
		return slices.Concat(m.loc.ByKind[content.Articles], m.loc.ByKind[content.Events])
	})
	for _, tax := range site.Taxonomies {
		for _, t := range m.loc.Terms[tax] {
			m.feed(t.Address, t.Name+" - "+m.chrome.Title, t.Description, func() []*site.Entry { return t.Entries })
		}
	}
	for _, e := range m.loc.ByKind[content.Organizations] {
		m.feed(e.Address, e.Title()+" - "+m.chrome.Title, summary(e), func() []*site.Entry { return m.members(e, "organization") })
	}
	for _, e := range m.loc.ByKind[content.Series] {
		m.feed(e.Address, e.Title()+" - "+m.chrome.Title, summary(e), func() []*site.Entry { return m.members(e, "series") })
	}
	if issues := m.loc.ByKind[content.Editions]; len(issues) > 0 {
		m.feed(m.loc.Prefix+string(content.Editions)+"/", m.words.get("kind.editions")+" - "+m.chrome.Title, m.words.get("intro.editions"), func() []*site.Entry { return issues })
	}
}

func (m *maker) members(e *site.Entry, field string) []*site.Entry {
	return append(e.From(content.Articles, field), e.From(content.Events, field)...)
}

// dated keeps the entries that say when they were published: a feed is a
// record of news, and an entry without a date is none.
func (m *maker) dated(entries []*site.Entry) []*site.Entry {
	var list []*site.Entry
	for _, e := range entries {
		if !e.Data.Base().Date.IsZero() {
			list = append(list, e)
		}
	}
	return list
}

// feed adds a feed in its three formats, which gather its items once.
func (m *maker) feed(address, title, description string, entries func() []*site.Entry) {
	m.feedOf(address, address, title, description, func() []feedItem {
		list := m.dated(entries())
		sortByDate(list)
		var items []feedItem
		for _, e := range firstN(list, m.site.Settings.Lists.FeedSize) {
			items = append(items, m.feedItem(e))
		}
		return items
	})
}

// feedOf adds the feeds of some items in a folder; home is the page of the same.
func (m *maker) feedOf(address, home, title, description string, items func() []feedItem) {
	gather := sync.OnceValues(func() (*feed, artifact.Digest) {
		f := &feed{
			Title: title, Description: orTitle(description, title), Home: m.abs(home), Base: m.abs(address),
			Lang: m.loc.Lang, Author: orTitle(m.chrome.Owner, m.chrome.Title),
		}
		f.Items = items()
		for _, item := range f.Items {
			if item.updated.After(f.Updated) {
				f.Updated = item.updated
			}
		}
		return f, artifact.DigestOf(f)
	})
	format := func(name string, render func(*feed, *bytes.Buffer) error) {
		m.file(address+name, "", func() (any, artifact.Render) {
			f, digest := gather()
			return digest, m.sound(func(buf *bytes.Buffer) error { return render(f, buf) })
		})
	}
	format("atom.xml", func(f *feed, buf *bytes.Buffer) error { return writeXML(buf, f.atom()) })
	format("rss.xml", func(f *feed, buf *bytes.Buffer) error { return writeXML(buf, f.rss()) })
	format("feed.json", func(f *feed, buf *bytes.Buffer) error { return writeJSON(buf, f.json()) })
}

func orTitle(s, title string) string {
	if s == "" {
		return title
	}
	return s
}

func sortByDate(entries []*site.Entry) {
	slices.SortFunc(entries, func(x, y *site.Entry) int {
		if c := y.Data.Base().Date.Compare(x.Data.Base().Date.Time); c != 0 {
			return c
		}
		return strings.Compare(x.Key, y.Key)
	})
}

func (m *maker) feedItem(e *site.Entry) feedItem {
	base := e.Data.Base()
	item := feedItem{Title: base.Title, Summary: summary(e), URL: m.site.Origin + m.card(e).URL, at: base.Date.Time, updated: base.Date.Time}
	if base.Updated.After(item.updated) {
		item.updated = base.Updated.Time
	}
	if ev, ok := e.Data.(*content.Event); ok {
		item.Title = m.eventTitle(ev)
		item.Summary = strings.TrimSpace(m.when(e, ev, true) + " " + m.where(e) + "。" + item.Summary)
	}
	if a, ok := e.Data.(*content.Article); ok {
		item.Authors = a.Authors
	}
	item.Published, item.Updated = item.at.Format(time.RFC3339), item.updated.Format(time.RFC3339)
	for _, t := range e.Of(site.Topics) {
		item.Categories = append(item.Categories, t.Name)
	}
	return item
}

// eventTitle says in front what a reader of a feed must not miss.
func (m *maker) eventTitle(ev *content.Event) string {
	switch ev.Status {
	case "cancelled", "postponed", "rescheduled":
		return "【" + m.words.get("status."+ev.Status) + "】" + ev.Title
	}
	return ev.Title
}

// zeroDate stands for the update of a feed without entries: the standard wants
// a date, and it must not be the clock's.
var zeroDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func (f *feed) updated() time.Time {
	if f.Updated.IsZero() {
		return zeroDate
	}
	return f.Updated
}

func writeXML(buf *bytes.Buffer, v any) error {
	buf.WriteString(xml.Header)
	enc := xml.NewEncoder(buf)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	buf.WriteByte('\n')
	return nil
}

func writeJSON(buf *bytes.Buffer, v any) error {
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}
