package page

import (
	"cmp"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/markdown"
	"kepu/internal/site"
)

// entries adds a page for each entry of the language.
func (m *maker) entries() {
	for _, kind := range content.Kinds {
		for _, e := range m.loc.ByKind[kind] {
			m.add(e.Address, e.File(), func() *View { return m.entryView(e) }, func() sitemapURL {
				return sitemapURL{LastMod: max(m.card(e).Date.ISO, isoDate(e.Data.Base().Updated)), Alternates: m.alternates(e)}
			})
		}
	}
}

// templateOf names the template of each kind.
var templateOf = map[content.Kind]string{
	content.Articles: "article", content.Events: "event", content.Scientists: "scientist",
	content.Organizations: "organization", content.Places: "place", content.Series: "series", content.Honours: "honour", content.Routes: "route", content.Editions: "issue", content.Pages: "page",
}

func (m *maker) entryView(e *site.Entry) *View {
	base := e.Data.Base()
	v := m.viewAt(templateOf[e.Kind], string(e.Kind), base.Title, m.card(e).URL)
	if e.Kind == content.Pages {
		v.Section = e.Address
	}
	if s := summary(e); s != "" {
		v.Description = s
	}
	v.Alternates = m.alternates(e)
	v.Crumbs = m.entryCrumbs(e)
	common := m.common(e)
	v.load = func() error { return m.fill(common.Body, e) }
	v.OGImage = m.preview(e)
	switch d := e.Data.(type) {
	case *content.Article:
		v.OGType = "article"
		v.Main = m.article(e, d, common)
	case *content.Event:
		if e.Kind == content.Events {
			v.Section = "agenda"
		}
		v.Main = m.event(e, d, common)
	case *content.Scientist:
		v.OGType = "profile"
		s := m.scientist(e, d, common)
		v.Main = s
		v.load = func() error {
			s.draw()
			return m.fill(common.Body, e)
		}
	case *content.Organization:
		v.Feeds = append(v.Feeds, m.feedLink(base.Title, e.Address))
		v.Main = m.organization(e, d, common)
	case *content.Place:
		v.Main = m.place(e, d, common)
	case *content.SeriesEntry:
		v.Feeds = append(v.Feeds, m.feedLink(base.Title, e.Address))
		v.Main = m.series(e, d, common)
	case *content.Award:
		v.Main = m.award(e, d, common)
	case *content.Route:
		r := m.route(e, d, common)
		v.Main = r
		v.load = func() error {
			r.draw()
			return cmp.Or(m.words.err(), m.fill(common.Body, e))
		}
	case *content.Issue:
		v.Main = m.issue(e, d, common)
	default:
		v.Main = &PageView{common}
	}
	v.data = m.entryData(e, v)
	return v
}

func (m *maker) feedLink(title, address string) Feed {
	return Feed{atomType, title, m.rel(address + "atom.xml")}
}

// common is what the pages of all kinds show.
func (m *maker) common(e *site.Entry) EntryView {
	base, card := e.Data.Base(), m.card(e)
	c := EntryView{
		Title: base.Title, Summary: base.Summary,
		Published: card.Date, Updated: m.words.dateOnly(base.Updated),
		Body: m.body(e), Cover: m.picture(e, base.Cover), Motif: card.Motif,
		Topics:    m.termNames(e.Of(site.Topics)),
		Audiences: m.termNames(e.Of(site.Audiences)),
		Cities:    m.termNames(e.Of(site.Cities)),
		Sources:   m.sources(base.Sources), Example: base.Example,
		Related: m.cards(e.Related), Poster: m.poster(e),
	}
	if o := e.Target("organization"); o != nil {
		c.Organization = m.link(o)
	}
	switch e.Kind {
	case content.Articles, content.Events, content.Editions:
		c.Previous, c.Next = m.link(e.Prev), m.link(e.Next)
	}
	if u := m.site.Settings.EditURL; u != "" {
		c.EditURL = strings.TrimSuffix(u, "/") + "/" + escapePath(e.File())
	}
	return c
}

func (m *maker) link(e *site.Entry) *Link {
	if e == nil {
		return nil
	}
	return &m.face(e).link
}

// foreign is the language of an entry where it is not that of the page, so that
// a screen reader changes its voice.
func (m *maker) foreign(lang string) string {
	if lang == m.loc.Lang {
		return ""
	}
	return lang
}

func (m *maker) links(list []*site.Entry) []Link {
	if len(list) == 0 {
		return nil
	}
	links := make([]Link, 0, len(list))
	for _, e := range list {
		links = append(links, *m.link(e))
	}
	return links
}

// tocFrom is how many headings make a table of contents worth its place.
const tocFrom = 3

// body is what a page says about its text. Its digest covers the file and
// where everything leads, so the HTML itself need not be there to be hashed.
func (m *maker) body(e *site.Entry) *Body {
	b := &Body{Minutes: e.Text.Minutes(), Digest: artifact.DigestOf(&e.Digest, &e.Links, &m.site.Base)}
	if a, ok := e.Data.(*content.Article); ok {
		show := len(e.Text.Headings) >= tocFrom
		if a.TOC != nil {
			show = *a.TOC
		}
		if show {
			b.TOC = outline(e.Text.Headings)
		}
	}
	return b
}

// fill fetches the text of an entry and writes the addresses into it.
func (m *maker) fill(b *Body, e *site.Entry) error {
	text := *e.Text
	var err error
	if text.HTML, err = e.HTML(); err != nil {
		return err
	}
	var sb strings.Builder
	sb.Grow(len(text.HTML) + 64*len(e.Links))
	err = text.Render(&sb, func(i int, r markdown.Ref) string { return m.fillRef(e.Links[i], r) })
	b.HTML = html(sb.String())
	return err
}

// fillRef writes the attributes of a link or an image.
func (m *maker) fillRef(t site.Target, r markdown.Ref) string {
	if r.Kind == markdown.Image {
		if t.External {
			return markdown.URLAttr("src", t.URL)
		}
		s := markdown.Attr("src", m.rel(t.URL))
		if t.Picture != nil && t.Picture.Width > 0 && t.Picture.Height > 0 {
			s += ` width="` + itoa(t.Picture.Width) + `" height="` + itoa(t.Picture.Height) + `"`
		}
		return s
	}
	switch {
	case t.External && isWeb(t.URL):
		return markdown.URLAttr("href", t.URL) + ` rel="external noopener"`
	case t.External:
		return markdown.URLAttr("href", t.URL)
	case t.URL == "" && t.Fragment == "":
		return ""
	case t.URL == "":
		return markdown.URLAttr("href", t.Fragment)
	}
	path, query, has := strings.Cut(t.URL, "?")
	url := m.rel(path)
	if has {
		url += "?" + query
	}
	return markdown.URLAttr("href", url+t.Fragment)
}

// outline nests the headings of the table of contents, two levels deep.
func outline(flat []markdown.Heading) []Heading {
	toc := make([]Heading, 0, len(flat))
	for _, h := range flat {
		switch {
		case h.Level == 2 || len(toc) == 0 && h.Level == 3:
			toc = append(toc, Heading{Level: h.Level, ID: h.ID, Text: h.Text})
		case h.Level == 3:
			last := &toc[len(toc)-1]
			last.Sub = append(last.Sub, Heading{Level: h.Level, ID: h.ID, Text: h.Text})
		}
	}
	return toc
}

func (m *maker) sources(list []content.Citation) []Source {
	var out []Source
	for i, c := range list {
		s := Source{N: i + 1, Title: c.Title, URL: c.URL}
		var about []string
		for _, t := range []string{c.Author, c.Publisher, c.Date.String()} {
			if t != "" {
				about = append(about, t)
			}
		}
		s.Text = strings.Join(about, m.words.get("list.comma"))
		switch {
		case c.DOI != "":
			s.Detail = "doi:" + c.DOI
			if s.URL == "" {
				s.URL = "https://doi.org/" + escapePath(c.DOI)
			}
		case c.ISBN != "":
			s.Detail = "ISBN " + c.ISBN
		}
		out = append(out, s)
	}
	return out
}

// alternates lists the page in all its languages, in the order of the site's.
func (m *maker) alternates(e *site.Entry) []Alternate {
	if len(e.Others) == 0 {
		return nil
	}
	var list []Alternate
	for _, l := range m.site.Locales {
		o := e.Others[l.Lang]
		if l.Lang == e.Lang {
			o = e
		}
		if o != nil {
			list = append(list, Alternate{l.Lang, languageNames[l.Lang], m.rel(o.Address), m.abs(o.Address), o == e})
		}
	}
	return list
}

var languageNames = map[string]string{"zh-CN": "中文", "ko": "한국어", "en": "English"}

// entryCrumbs leads from the home page through the kind's list; an
// organization's way goes down the tree.
func (m *maker) entryCrumbs(e *site.Entry) []Link {
	trail := m.trails[e.Kind]
	if e.Kind != content.Organizations {
		return trail
	}
	return slices.Concat(trail, m.links(m.above(e)))
}

// parent is the organization right above another, nil at the top. It is that of
// the tree: a translation need not name it.
func (m *maker) parent(e *site.Entry) *site.Entry {
	if p := m.loc.Branch(e).Parent; p != nil {
		return p.Entry
	}
	return nil
}

// above are the organizations over another, from the top down.
func (m *maker) above(e *site.Entry) []*site.Entry {
	var list []*site.Entry
	for p := m.parent(e); p != nil; p = m.parent(p) {
		list = append(list, p)
	}
	slices.Reverse(list)
	return list
}

// makeTrails makes the crumbs of each kind.
func (m *maker) makeTrails() {
	m.trails = map[content.Kind][]Link{content.Pages: m.crumbs()}
	for _, kind := range content.Kinds {
		switch {
		case kind == content.Pages || len(m.loc.ByKind[kind]) == 0:
		case kind == content.Events:
			m.trails[kind] = m.crumbs(Link{Name: m.words.get("nav.agenda"), URL: m.rel(m.loc.Prefix + "agenda/")})
		default:
			m.trails[kind] = m.crumbs(Link{Name: m.words.get("kind." + string(kind)), URL: m.rel(m.loc.Prefix + string(kind) + "/")})
		}
	}
}
