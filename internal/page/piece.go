package page

import (
	"cmp"
	"strconv"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/markdown"
	"kepu/internal/site"
	"kepu/internal/theme"
)

// Pieces tells channels of the entries of a site, in the words of its pages.
type Pieces struct {
	makers map[*site.Locale]*maker
}

// NewPieces prepares for the entries of a site.
func NewPieces(s *site.Site, th *theme.Theme) (*Pieces, error) {
	b := newBook(s, th, Options{})
	p := &Pieces{makers: map[*site.Locale]*maker{}}
	for _, l := range s.Locales {
		m := newMaker(b, l)
		p.makers[l] = m
		if err := m.words.err(); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Of is what channels are told of an entry.
func (p *Pieces) Of(e *site.Entry) (*channel.Piece, error) {
	m := p.makers[e.Locale]
	piece := m.piece(e)
	return piece, m.words.err()
}

func (m *maker) piece(e *site.Entry) *channel.Piece {
	base, card := e.Data.Base(), m.card(e)
	p := &channel.Piece{
		Kind: e.Kind, Key: e.Key, Slug: e.Slug, File: e.File(), Lang: e.Lang,
		Site: m.chrome.Title, Address: m.abs(e.Address), Title: base.Title, Summary: summary(e), Written: base.Summary != "",
		Date: card.Date.Text, ISODate: card.Date.ISO,
		Topics: termNamesOf(e.Of(site.Topics)), Audiences: termNamesOf(e.Of(site.Audiences)), Cities: termNamesOf(e.Of(site.Cities)),
		Motif: card.Motif.Name, Seed: card.Motif.Seed, At: fieldPlaces(e), Copy: base.Copy,
	}
	p.Tags = p.Topics
	if o := e.Target("organization"); o != nil {
		p.Organization = o.Title()
	}
	if card.Example {
		p.Example = m.words.get("example")
	}
	for _, s := range m.sources(base.Sources) {
		p.Sources = append(p.Sources, channel.Source{Title: s.Title, Detail: strings.Join(nonEmpty(s.Text, s.Detail), m.words.get("list.comma")), URL: s.URL})
	}
	cover := base.Cover
	switch d := e.Data.(type) {
	case *content.Article:
		p.Authors, p.Reviewers = d.Authors, d.Reviewers
		p.Cards = m.pieceCards(append(e.Targets("events"), e.Targets("scientists")...))
	case *content.Event:
		m.eventFacts(p, e, d)
		p.Cards = m.pieceCards(e.Targets("scientists"))
	case *content.Scientist:
		cover = d.Portrait
		p.Facts = m.personFacts(card)
	case *content.Issue:
		p.Number, p.Period, p.Masthead = d.Number, d.Period, cmp.Or(d.Masthead, content.Masthead)
	}
	p.People = m.pieceNames(e)
	if cover != nil {
		p.Cover, p.CoverCredit = m.piecePicture(e, cover.Src), strings.Join(nonEmpty(cover.Credit, cover.Licence), " ")
		if p.Cover != nil {
			p.Cover.Alt = cover.Alt
		}
	}
	m.resolve(p, e)
	return p
}

// resolve tells where the links and pictures of the text lead.
func (m *maker) resolve(p *channel.Piece, e *site.Entry) {
	p.Links, p.Pictures = map[string]channel.Link{}, map[string]channel.Picture{}
	var shown []artifact.Digest
	for i, r := range e.Text.Refs {
		t := e.Links[i]
		if r.Kind == markdown.Image {
			if pic := m.piecePicture(e, r.Dest); pic != nil {
				p.Pictures[r.Dest] = *pic
				shown = append(shown, pic.Digest)
			}
			continue
		}
		l := channel.Link{URL: t.URL}
		if !t.External {
			l.Local = true
			if t.URL != "" {
				path, query, has := strings.Cut(t.URL, "?")
				l.URL = m.abs(path)
				if has {
					l.URL += "?" + query
				}
				l.URL += t.Fragment
			}
		}
		p.Links[r.Dest] = l
	}
	p.Text = artifact.DigestOf(&e.Digest, &e.Links, &m.site.Base, &m.site.Origin, shown)
}

func (m *maker) piecePicture(e *site.Entry, src string) *channel.Picture {
	name := site.PicturePath(e.Dir, src)
	info, ok := m.site.Pictures[name]
	if !ok {
		return nil
	}
	return &channel.Picture{Path: name, Type: info.Type, Width: info.Width, Height: info.Height, Digest: info.Digest}
}

// eventFacts say when and where an event is, and how one joins.
func (m *maker) eventFacts(p *channel.Piece, e *site.Entry, d *content.Event) {
	add := func(key, value string) {
		if value != "" {
			p.Facts = append(p.Facts, channel.Fact{Label: m.words.get("fact." + key), Value: value})
		}
	}
	card := m.card(e).Event
	add("when", strings.TrimSpace(card.StatusText+" "+m.when(e, d, true)))
	add("where", card.Where)
	if place := e.Named(content.Places, d.Place); place != nil {
		add("address", place.Data.(*content.Place).Address)
	}
	add("online", d.Online)
	if r := d.Registration; r != nil {
		add("register", strings.Join(nonEmpty(card.Register, r.URL, r.Contact, r.Note), m.words.get("list.comma")))
		add("fee", r.Fee)
	}
}

func (m *maker) personFacts(card *Card) []channel.Fact {
	var list []channel.Fact
	for _, f := range [][2]string{{"years", card.Person.Years}, {"field", card.Person.Field}, {"known", card.Person.Known}} {
		if f[1] != "" {
			list = append(list, channel.Fact{Label: m.words.get("fact." + f[0]), Value: f[1]})
		}
	}
	return list
}

// pieceCards stand for entries at the end of a text.
func (m *maker) pieceCards(list []*site.Entry) []channel.Card {
	var cards []channel.Card
	for _, e := range list {
		c := m.card(e)
		card := channel.Card{Kind: e.Kind, Title: c.Title, Address: m.abs(e.Address)}
		switch {
		case c.Event != nil:
			card.Lines = nonEmpty(strings.TrimSpace(c.Event.StatusText+" "+c.Event.When), c.Event.Where)
		case c.Person != nil:
			card.Lines = nonEmpty(c.Person.Years, cmp.Or(c.Person.Known, c.Person.Field))
		}
		cards = append(cards, card)
	}
	return cards
}

// pieceNames are the people whom an entry names, with the readings of their names.
func (m *maker) pieceNames(e *site.Entry) []channel.Person {
	var list []channel.Person
	seen := map[string]bool{}
	add := func(p channel.Person) {
		if p.Name != "" && !seen[p.Name] {
			seen[p.Name] = true
			list = append(list, p)
		}
	}
	profile := func(x *site.Entry, role string) {
		d := x.Data.(*content.Scientist)
		add(channel.Person{Name: d.Title, Pinyin: d.Pinyin, Role: role})
	}
	if e.Kind == content.Scientists {
		profile(e, "")
	}
	for _, x := range e.Targets("scientists") {
		profile(x, "")
	}
	if d, ok := e.Data.(*content.Event); ok {
		for _, s := range d.Speakers {
			if x := e.Named(content.Scientists, s.Ref); x != nil {
				profile(x, s.Role)
				continue
			}
			add(channel.Person{Name: s.Name, Role: s.Role})
		}
	}
	return list
}

// fieldPlaces are those of the fields that rules of channels are about.
func fieldPlaces(e *site.Entry) []channel.Place {
	var list []channel.Place
	for _, field := range []string{"title", "summary", "authors", "cover", "copy", "channels", "topics", "articles", "sources"} {
		if e.Pos.Has(field) {
			at := e.Pos.Of(field)
			list = append(list, channel.Place{Field: field, Line: at.Line, Col: at.Col})
		}
	}
	for i, c := range e.Data.Base().Copy {
		for _, field := range []string{"title", "summary", "tags"} {
			if path := "copy[" + strconv.Itoa(i) + "]." + field; e.Pos.Has(path) {
				at := e.Pos.Of(path)
				list = append(list, channel.Place{Field: c.Channel + "." + field, Line: at.Line, Col: at.Col})
			}
		}
	}
	return list
}

func termNamesOf(terms []*site.Term) []string {
	var list []string
	for _, t := range terms {
		list = append(list, t.Name)
	}
	return list
}
