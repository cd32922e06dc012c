package page

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/sharecard"
	"kepu/internal/site"
)

// Share draws the pictures that stand for entries where they are shared.
type Share struct {
	Press *sharecard.Press
	Read  func(name string) ([]byte, error) // a file beside entries, by path

	// Kept gives a picture that an earlier build has kept, by the digest of all
	// that it shows, or has one drawn. It may be nil.
	Kept func(shows artifact.Digest, buf *bytes.Buffer, draw artifact.Render) error
}

const (
	cardFile   = "card.png"   // beside the page, wide
	posterFile = "poster.png" // likewise, tall
)

// newest marks, by index, the entries that have cards: as many as the settings
// say, over all kinds and languages, by date.
func newest(s *site.Site) []bool {
	marks := make([]bool, len(s.Entries))
	list := s.Entries
	if limit := s.Settings.Cards.Limit; limit < len(list) {
		list = slices.SortedFunc(slices.Values(list), func(x, y *site.Entry) int {
			return cmp.Or(y.Data.Base().Date.Compare(x.Data.Base().Date.Time), strings.Compare(x.Key, y.Key), strings.Compare(x.Lang, y.Lang))
		})[:limit]
	}
	for _, e := range list {
		marks[e.Index()] = true
	}
	return marks
}

// hasCard reports whether an entry has pictures of its own for sharing.
func (b *book) hasCard(e *site.Entry) bool { return b.share != nil && b.carded[e.Index()] }

// poster is the address of an entry's tall picture, "" if it has none.
func (m *maker) poster(e *site.Entry) string {
	if !m.hasCard(e) {
		return ""
	}
	return m.rel(e.Address + posterFile)
}

// shareCards adds the two pictures of each entry that has them.
func (m *maker) shareCards() {
	for _, kind := range content.Kinds {
		for _, e := range m.loc.ByKind[kind] {
			if m.hasCard(e) {
				m.shareFile(e, cardFile, m.share.Press.Wide)
				m.shareFile(e, posterFile, m.share.Press.Tall)
			}
		}
	}
}

func (m *maker) shareFile(e *site.Entry, name string, draw func(*bytes.Buffer, *sharecard.Card) error) {
	m.file(e.Address+name, e.File(), func() (any, artifact.Render) {
		c := m.shareCard(e)
		digest := artifact.DigestOf(m.program, name, m.share.Press.ID, c)
		return digest, m.sound(func(buf *bytes.Buffer) error {
			if m.share.Kept == nil {
				return draw(buf, c)
			}
			return m.share.Kept(digest, buf, func(buf *bytes.Buffer) error { return draw(buf, c) })
		})
	})
}

// shareCard says what the pictures of an entry show.
func (m *maker) shareCard(e *site.Entry) *sharecard.Card {
	card := m.card(e)
	c := &sharecard.Card{
		Lang: m.loc.Lang, Site: m.chrome.Title, Title: card.Title,
		Label: cmp.Or(card.Label, m.words.or("kind."+string(e.Kind), "")),
		Motif: card.Motif.Name, Seed: card.Motif.Seed,
		Address: m.abs(e.Address), Scan: m.words.get("share.scan"),
	}
	if card.Example {
		c.Example = m.words.get("example")
	}
	image := e.Data.Base().Cover
	switch d := e.Data.(type) {
	case *content.Event:
		c.Lines = m.eventLines(e, d, card.Event)
	case *content.Scientist:
		c.Label, c.Mark, image = cmp.Or(card.Person.Field, c.Label), card.Person.Surname, d.Portrait
		c.Lines = nonEmpty(card.Person.Years, cmp.Or(card.Person.Known, card.Summary))
	case *content.Place:
		c.Lines = nonEmpty(cmp.Or(d.Address, card.Summary))
	default:
		c.Lines = nonEmpty(card.Summary)
	}
	m.photo(c, e, image)
	return c
}

// eventLines say when and where.
func (m *maker) eventLines(e *site.Entry, d *content.Event, card *EventCard) []string {
	var address string
	if p := e.Named(content.Places, d.Place); p != nil {
		address = p.Data.(*content.Place).Address
	}
	return nonEmpty(strings.TrimSpace(card.StatusText+" "+m.when(e, d, true)), card.Where, address)
}

// photo gives the card the picture of an entry, if it is one of pixels.
func (m *maker) photo(c *sharecard.Card, e *site.Entry, image *content.Image) {
	if image == nil {
		return
	}
	name := site.PicturePath(e.Dir, image.Src)
	info, ok := m.site.Pictures[name]
	if ok && slices.Contains(sharecard.Types, info.Type) {
		c.PhotoDigest = info.Digest
		c.Photo = func() ([]byte, error) { return m.share.Read(name) }
	}
}

// nonEmpty leaves out empty lines.
func nonEmpty(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}
