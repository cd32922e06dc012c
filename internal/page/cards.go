package page

import (
	"net/url"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/pinyin"
	"kepu/internal/site"
)

// A face is what other pages show of an entry.
type face struct {
	card Card
	link Link
}

// face makes what the pages of this language show of an entry, once: views are
// made by several goroutines, and of two that come first together one wins.
func (m *maker) face(e *site.Entry) *face {
	slot := &m.faces[e.Index()]
	if f := slot.Load(); f != nil {
		return f
	}
	f := &face{card: m.makeCard(e)}
	f.card.digest = artifact.DigestOf(f.card)
	f.link = Link{f.card.Title, f.card.URL, f.card.Lang}
	slot.CompareAndSwap(nil, f)
	return slot.Load()
}

func (m *maker) card(e *site.Entry) *Card { return &m.face(e).card }

// cards shows entries in a list.
func (m *maker) cards(list []*site.Entry) []*Card {
	if len(list) == 0 {
		return nil
	}
	cards := make([]*Card, len(list))
	for i, e := range list {
		cards[i] = m.card(e)
	}
	return cards
}

func firstN(list []*site.Entry, n int) []*site.Entry { return list[:min(n, len(list))] }

func (m *maker) makeCard(e *site.Entry) Card {
	base := e.Data.Base()
	c := Card{
		Kind: string(e.Kind), URL: m.rel(e.Address), Title: base.Title, Summary: summary(e),
		Date: m.words.dateOnly(base.Date), Motif: motif(e), Lang: m.foreign(e.Lang),
		Example: base.Example && !strings.Contains(base.Title, m.words.get("example")), // said once is enough
		Cover:   m.picture(e, base.Cover),
	}
	if t := e.Of(site.Topics); len(t) > 0 {
		c.Label = t[0].Name
	}
	switch d := e.Data.(type) {
	case *content.Article:
		c.Minutes = e.Text.Minutes()
	case *content.Event:
		card := m.eventCard(e, d)
		c.Event = &card
	case *content.Scientist:
		c.Cover = m.picture(e, d.Portrait)
		c.Person = &PersonCard{
			Name: d.Title, Surname: pinyin.Surname(d.Title), Pinyin: d.Pinyin,
			Years: m.lifeYears(d), Known: d.KnownFor,
		}
		if len(d.Fields) > 0 {
			c.Person.Field = d.Fields[0]
		}
	case *content.Organization:
		c.Label = m.words.get("organization." + d.Kind)
	case *content.Place:
		c.Label = m.words.get("place." + d.Kind)
	case *content.SeriesEntry:
		c.Label = m.words.get("series." + d.Kind)
	case *content.Award:
		c.Label = m.words.get("honour." + d.Kind)
	case *content.Route:
		c.Label = m.words.orEmpty("mode.", d.Mode)
	case *content.Issue:
		c.Label = m.issueLabel(d)
	}
	return c
}

// summary is the author's own, or the beginning of the text.
func summary(e *site.Entry) string {
	if s := e.Data.Base().Summary; s != "" {
		return s
	}
	return e.Text.Summary
}

// motif is the drawing of the entry's first topic that has one.
func motif(e *site.Entry) Motif {
	m := Motif{Name: "peaks", Seed: e.Key}
	for _, t := range e.Of(site.Topics) {
		if t.Motif != "" {
			m.Name = t.Motif
			break
		}
	}
	return m
}

func (m *maker) lifeYears(d *content.Scientist) string {
	var from, to content.PartialDate
	if d.Born != nil {
		from = d.Born.Date
	}
	if d.Died != nil {
		to = d.Died.Date
	}
	if to.Year == 0 && from.Year != 0 {
		// Whether a person is living is not ours to say.
		return m.words.get("person.born", from.Year)
	}
	return m.words.years(from, to)
}

// picture resolves an image of front matter; nil if there is none.
func (m *maker) picture(e *site.Entry, img *content.Image) *Picture {
	if img == nil {
		return nil
	}
	p := site.PicturePath(e.Dir, img.Src)
	info, ok := m.site.Pictures[p]
	if !ok {
		return nil
	}
	return &Picture{URL: m.rel(p), Width: info.Width, Height: info.Height, Alt: img.Alt, Credit: img.Credit, Licence: img.Licence}
}

func isWeb(dest string) bool {
	u, err := url.Parse(dest)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}
