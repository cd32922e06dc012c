// Package page turns the graph of a site into artifacts: a view and a template
// for each page, and the feeds, the sitemap and the few files a server needs.
//
// A view is plain data; its digest with that of the theme decides whether the
// page is rendered at all. The package reads no files, has no clock, and knows
// nothing of how templates are executed or where artifacts go.
package page

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/site"
	"kepu/internal/theme"
)

// Options of Artifacts.
type Options struct {
	Policy  string // Content-Security-Policy; "" means DefaultPolicy
	Program string // identifies the code that renders: part of every digest
	Share   *Share // nil for no share cards
}

// DefaultPolicy lets a page load nothing from elsewhere and run nothing that
// stands in the page itself.
const DefaultPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"

// Artifacts lists every file of the site that is made from the graph.
func Artifacts(s *site.Site, th *theme.Theme, opt Options) ([]artifact.Artifact, error) {
	if opt.Policy == "" {
		opt.Policy = DefaultPolicy
	}
	b := newBook(s, th, opt)
	for _, l := range s.Locales {
		if err := b.locale(l); err != nil {
			return nil, err
		}
	}
	b.sitemap()
	b.robots()
	b.manifest()
	b.headers()
	b.aliases()
	b.assets()
	return b.out, nil
}

// A book gathers the artifacts.
type book struct {
	site    *site.Site
	theme   *theme.Theme
	policy  string
	program string
	drawn   artifact.Digest // of all that draws a page
	runs    map[*site.Entry]func() run
	out     []artifact.Artifact
	listed  []listedPage // for the sitemap
	share   *Share
	carded  []bool // by the entries' index; see newest
}

func newBook(s *site.Site, th *theme.Theme, opt Options) *book {
	return &book{
		site: s, theme: th, policy: opt.Policy, program: opt.Program,
		drawn: artifact.DigestOf(opt.Program, th.Digest), runs: makeRuns(s.Entries),
		share: opt.Share, carded: newest(s),
	}
}

// A maker makes the views of one language. What many of them show is made once.
type maker struct {
	*book
	loc    *site.Locale
	words  words
	chrome *Chrome
	main   bool                   // this is the main language
	faces  []atomic.Pointer[face] // by the entries' index; see face
	terms  map[*site.Term]TermLink
	trails map[content.Kind][]Link // crumbs
	own    []Feed                  // the site's own feed
	image  string                  // see shareImage

	ordered     map[content.Kind][]*site.Entry // see sorted
	experts     []*site.Entry                  // people who offer something, by pinyin
	scopes      []scope                        // what has an agenda
	scoped      map[string]int                 // index in scopes, by address
	almanac     site.Almanac
	readerships []site.Readership
	region      func() *region                // made when a place is looked at
	timed       []atomic.Pointer[[]component] // by the entries' index; see components
}

func newMaker(b *book, l *site.Locale) *maker {
	m := &maker{book: b, loc: l, words: newWords(b.theme.Strings(l.Lang), l.Lang), main: l.Prefix == ""}
	m.faces = make([]atomic.Pointer[face], len(b.site.Entries))
	m.chrome = m.makeChrome()
	m.chrome.digest = artifact.DigestOf(*m.chrome)
	m.makeTerms()
	m.makeTrails()
	m.own = []Feed{m.feedLink(m.chrome.Title, l.Prefix)}
	m.image = m.shareImage()
	m.timed = make([]atomic.Pointer[[]component], len(b.site.Entries))
	m.scoped = map[string]int{}
	m.makeOrder()
	m.region = sync.OnceValue(m.makeRegion)
	m.makeScopes()
	m.almanac = l.Almanac()
	m.readerships = l.Readerships()
	return m
}

// locale adds all files of a language.
func (b *book) locale(l *site.Locale) error {
	m := newMaker(b, l)
	for _, make := range []func(){m.home, m.entries, m.shareCards, m.kindLists, m.people, m.speakersPage, m.directory, m.editions, m.anniversaries, m.mapPage, m.routes, m.termLists, m.readers, m.archive, m.agendas, m.months, m.calendars, m.subscribePage, m.openData, m.notFound, m.feeds} {
		make()
	}
	return m.words.err()
}

// page adds a page of which there are few: what the sitemap says of it is taken
// from its view.
func (m *maker) page(address, from string, view func() *View) {
	m.add(address, from, view, func() sitemapURL {
		v := view()
		return sitemapURL{LastMod: lastMod(v), Alternates: v.Alternates}
	})
}

// add adds a page. view must be a pure function of the graph: it is called
// when the page is looked at, and nothing keeps what it gives. listed says what
// the sitemap needs, without the address; nil leaves the page out.
func (m *maker) add(address, from string, view func() *View, listed func() sitemapURL) {
	m.out = append(m.out, artifact.Artifact{
		Path: address + indexName(address),
		From: from,
		View: func() (artifact.Digest, artifact.Render) {
			v := view()
			return artifact.DigestOf(&m.drawn, v), m.sound(func(buf *bytes.Buffer) error {
				if v.load != nil {
					if err := v.load(); err != nil {
						return err
					}
				}
				v.writeData()
				if err := m.theme.Execute(buf, v.Template, v); err != nil {
					return fmt.Errorf("%s: %w", address, err)
				}
				return nil
			})
		},
	})
	if listed != nil {
		m.listed = append(m.listed, listedPage{address, listed})
	}
}

// sound renders nothing while an interface string is missing, since nobody can
// tell which views lack it.
func (m *maker) sound(render artifact.Render) artifact.Render {
	return func(buf *bytes.Buffer) error {
		if err := m.words.err(); err != nil {
			return err
		}
		return render(buf)
	}
}

func indexName(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return "index.html"
	}
	return ""
}

// file adds a file that is not a page. view gives what it shows, as data to be
// hashed, and what renders it.
func (b *book) file(path, from string, view func() (any, artifact.Render)) {
	b.out = append(b.out, artifact.Artifact{Path: path, From: from, View: func() (artifact.Digest, artifact.Render) {
		data, render := view()
		return artifact.DigestOf(b.program, path, data), render
	}})
}

// bytesFile adds a file of some bytes, made when they are looked at.
func (b *book) bytesFile(path, from string, data func() []byte) {
	b.file(path, from, func() (any, artifact.Render) {
		text := data()
		return text, func(buf *bytes.Buffer) error {
			buf.Write(text)
			return nil
		}
	})
}

// rel is the address of a page as a link from the site's own pages.
func (b *book) rel(address string) string { return b.site.Base + escapePath(address) }

// abs is the address with scheme and host.
func (b *book) abs(address string) string { return b.site.Origin + b.rel(address) }

// longTitle is how many characters of a title search engines and tabs show at
// the most; the site's name is the first thing to leave out.
const longTitle = 60

// view fills in what all pages have.
func (m *maker) view(template, section, title, address string) *View {
	return m.viewAt(template, section, title, m.rel(address))
}

func (m *maker) viewAt(template, section, title, url string) *View {
	v := &View{
		Site: m.chrome, Template: template, Section: section,
		Title: title, HeadTitle: title + " - " + m.chrome.Title,
		URL: url, Canonical: m.site.Origin + url, OGType: "website",
		Description: m.chrome.Description, OGImage: m.image, Feeds: slices.Clip(m.own),
	}
	if v.Title == m.chrome.Title || utf8.RuneCountInString(v.HeadTitle) > longTitle {
		v.HeadTitle = title
	}
	return v
}

// shareImage stands in a preview of a page that has no picture of its own.
func (m *maker) shareImage() string {
	if file := m.theme.Asset("img/share.png"); file != "" {
		return m.abs(file)
	}
	return ""
}

// crumbs begins with the home page.
func (m *maker) crumbs(links ...Link) []Link {
	return append([]Link{{Name: m.words.get("nav.home"), URL: m.chrome.Home}}, links...)
}

func (m *maker) makeChrome() *Chrome {
	s := m.site.Settings
	c := &Chrome{
		Title: s.Title, Tagline: s.Tagline, Description: s.Description,
		Lang: m.loc.Lang, Dir: "ltr", Home: m.rel(m.loc.Prefix), Base: m.site.Base,
		Origin: m.site.Origin, Policy: m.policy, Strings: m.words.strings,
	}
	f := s.Footer
	if !m.main {
		c.Footer.Lang = s.Language
	}
	for _, t := range s.Languages {
		if t.Language != m.loc.Lang {
			continue
		}
		c.Title, c.Tagline, c.Description = cmp.Or(t.Title, c.Title), cmp.Or(t.Tagline, c.Tagline), cmp.Or(t.Description, c.Description)
		if t.Footer != nil {
			f, c.Footer.Lang = *t.Footer, ""
		}
	}
	if c.Description == "" {
		c.Description = strings.TrimSpace(c.Title + " " + c.Tagline)
	}
	c.Footer = FooterView{
		Lang: c.Footer.Lang, Owner: f.Owner, Operator: f.Operator, ICP: f.ICP, Police: f.Police, PoliceURL: f.PoliceURL,
		SiteCode: f.SiteCode, Report: f.Report, ReportURL: f.ReportURL, Contact: f.Contact, Licence: f.Licence,
	}
	if f.ICP != "" {
		c.Footer.ICPURL = "https://beian.miit.gov.cn/"
	}
	c.Owner = f.Owner
	if o := m.site.Find(content.Organizations, s.Owner, m.loc.Lang); o != nil {
		c.Owner = o.Title()
		if c.Footer.Owner == "" {
			c.Footer.Owner = o.Title()
		}
	}
	m.menus(c)
	return c
}

// menus lists the kinds that have entries, the agenda, the topics, and plain
// pages where they ask to be.
func (m *maker) menus(c *Chrome) {
	for _, k := range []content.Kind{content.Articles, content.Events, content.Scientists, content.Places, content.Organizations} {
		switch {
		case len(m.loc.ByKind[k]) == 0:
		case k == content.Events:
			c.Nav = append(c.Nav, NavItem{"agenda", m.words.get("nav.agenda"), m.rel(m.loc.Prefix + "agenda/")})
		default:
			c.Nav = append(c.Nav, NavItem{string(k), m.words.get("kind." + string(k)), m.rel(m.loc.Prefix + string(k) + "/")})
		}
	}
	if len(m.loc.Terms[site.Topics]) > 0 {
		c.Nav = append(c.Nav, NavItem{"topics", m.words.get("nav.topics"), m.rel(m.loc.Prefix + "topics/")})
	}
	pages := slices.Clone(m.loc.ByKind[content.Pages])
	slices.SortStableFunc(pages, func(x, y *site.Entry) int {
		return x.Data.(*content.Page).Order - y.Data.(*content.Page).Order
	})
	for _, e := range pages {
		switch p := e.Data.(*content.Page); p.Menu {
		case "main":
			c.Nav = append(c.Nav, NavItem{e.Address, p.Title, m.rel(e.Address)})
		case "none":
		default:
			c.Footer.Links = append(c.Footer.Links, Link{Name: p.Title, URL: m.rel(e.Address)})
		}
	}
	if len(m.loc.ByKind[content.Articles]) > 0 {
		c.Footer.Links = append(c.Footer.Links, Link{Name: m.words.get("nav.archive"), URL: m.rel(m.loc.Prefix + "archive/")})
	}
	if len(m.loc.ByKind[content.Editions]) > 0 {
		c.Footer.Links = append(c.Footer.Links, Link{Name: m.words.get("kind.editions"), URL: m.rel(m.loc.Prefix + string(content.Editions) + "/")})
	}
	if len(m.datasets()) > 0 {
		c.Footer.Links = append(c.Footer.Links, Link{Name: m.words.get("data.title"), URL: m.rel(m.dataAddress())})
	}
	c.Footer.Links = append(c.Footer.Links, Link{Name: m.words.get("nav.feed"), URL: m.rel(m.loc.Prefix + "atom.xml")})
}

// assets adds the theme's files.
func (b *book) assets() {
	for _, a := range b.theme.Assets {
		b.bytesFile(a.Path, "theme", func() []byte { return a.Data })
	}
}

func html(s string) template.HTML { return template.HTML(s) }
