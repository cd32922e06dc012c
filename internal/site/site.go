// Package site joins entries into one graph: references between them, topics,
// audiences and cities, translations, neighbours, related entries, the agenda.
// It checks what only shows when all entries are together.
//
// It knows no pages, no templates, no files and no clock: the present is an
// input, and what it returns is plain data that nobody changes afterwards.
package site

import (
	"net/url"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/picture"
	"kepu/internal/source"
)

// Input is all that the graph is made of.
type Input struct {
	Settings    *content.Settings
	SettingsPos content.Positions
	Docs        []Document
	Pictures    map[string]Picture // images that entries use, by path within the content folder
	Files       map[string]bool    // all files beside entries, by path
	Static      []string           // files published as they are
	Ground      []Layer            // of the map, in the order of the settings
	Now         time.Time
	Drafts      bool   // publish drafts too
	BaseURL     string // overrides the setting
}

// A Document is one file, read and parsed.
type Document struct {
	source.Doc
	Data   content.Data
	Pos    content.Positions
	Text   *markdown.Doc          // without HTML
	HTML   func() (string, error) // the body's HTML, fetched when it is rendered: most of it never is
	Source artifact.Digest        // of the file's bytes
	Digest artifact.Digest        // of these and the options of parsing
}

// A Picture is an image file beside an entry.
type Picture struct {
	picture.Info
	Digest artifact.Digest // of its bytes
}

// Site is the graph. Nothing in it changes once New has returned.
type Site struct {
	Settings *content.Settings
	Origin   string // "https://kepu.example.org", no slash at the end
	Base     string // path of the site on its host, "/" or "/kepu/"
	Locales  []*Locale
	Entries  []*Entry // published, in order of address
	Used     []string // files beside entries that pages refer to, sorted
	Pictures map[string]Picture
	Static   []string
	Ground   []Layer   // of the map, from the bottom up
	AsOf     time.Time // instant of the last change that time alone has brought
	Next     time.Time // instant of the next one; zero if nothing is ahead
	Said     time.Time // instant of the last change that time alone has brought to what New says
	Says     time.Time // instant of the next one; zero if there is none

	named map[string]*group // by kind and reference: what the settings name
}

// DefaultBaseURL stands in where neither settings nor command name an address.
const DefaultBaseURL = "http://localhost:8080/"

// Languages the program speaks, the main one first. Others cannot be written.
var Languages = []string{"zh-CN", "ko", "en"}

// A Locale is the site in one language.
type Locale struct {
	Lang     string
	Prefix   string // "" for the main language, else "ko/"
	ByKind   map[content.Kind][]*Entry
	Terms    map[Taxonomy][]*Term // in the order of the settings, then of names
	Events   []*Entry             // by start
	People   []*Entry             // by name
	Facets   []*Facet             // ways of sorting them
	tops     []*Branch            // see Tree
	branches map[string]*Branch   // by key
	byTerms  map[termKey]*Term
	byWord   map[Taxonomy]map[content.Term]*Term // by how front matter calls it, where nothing is to be said of that
}

// An Entry is a published document with everything it refers to.
type Entry struct {
	*Document
	Lang    string
	Address string // from the site's root, "articles/2026/fast/"
	Locale  *Locale
	Links   []Target // of Text.Refs, one each
	Out     []Edge   // references in front matter, in the order of fields
	In      []Edge   // entries that refer to this one, the newest first
	Topics  []*Term
	Others  map[string]*Entry // translations by language, without this one; nil if none
	Related []*Entry
	Expert  *Expert      // of somebody who offers talks or advice, else nil
	Grants  []Grant      // honours of a person or a team, laureates of an award
	Times   []Occurrence // when an event or an observance takes place, by start
	Prev    *Entry       // older, of the same kind and language
	Next    *Entry       // newer

	inherits           []string          // keys of front matter that are those of the original
	named              map[string]*Entry // what many references lead to, by kind and slug; nil for few
	teachers, students []*Entry
	group              *group // while New runs
	index              int32  // in Entries
}

// An Expert is what terms say of somebody who offers talks or advice.
type Expert struct {
	Region []*Term   // cities where; none for all
	Talks  [][]*Term // the audiences of each talk
}

// An Edge is a reference from one entry to another by a field of front matter.
type Edge struct {
	Field string // "scientists", "organization", "place", "speakers", …
	Entry *Entry
}

// New makes the graph. With errors among the diagnostics the graph is not to
// be published.
func New(in Input) (*Site, []diag.Diagnostic) {
	s := &Site{Settings: in.Settings, Static: in.Static, Pictures: in.Pictures, Ground: in.Ground, named: map[string]*group{}}
	b := &builder{Site: s, in: in, used: map[string]bool{}, tails: map[content.Kind]map[string][]*group{}}
	b.address()
	b.enter()
	b.translations()
	b.complete()
	b.terms()
	b.references()
	b.inherit()
	b.schedule()
	b.order()
	b.loops()
	b.tree()
	b.lineage()
	b.honours()
	b.people()
	b.routes()
	b.aliases()
	b.taken()
	b.links()
	b.relate()
	b.clock()
	b.remarks()
	b.clashes()
	for _, e := range b.Entries {
		e.group = nil // New alone needs it, and it would stay as long as the site
	}
	return s, b.ds
}

// A builder carries what is needed while the graph is made and not after.
type builder struct {
	*Site
	in        Input
	ds        []diag.Diagnostic
	used      map[string]bool
	groups    map[string]*group                    // by key
	sorted    []*group                             // by key
	tails     map[content.Kind]map[string][]*group // by every tail of the key: "fast", "2026/fast"
	paths     map[string]*Document                 // by path; see doc
	known     map[string]bool                      // see isAddress
	static    map[string]bool                      // Static as a set
	suggested int                                  // how many suggestions were looked for
	horizon   time.Time                            // where what has no end is no longer followed
	endless   bool                                 // something has no end
}

// maxSuggestions bounds the work of guessing what was meant: a site with more
// mistakes than that was not written for kepu, and nobody reads so many hints.
const maxSuggestions = 100

// near suggests the candidate nearest to word.
func (b *builder) near(word string, candidates func() []string) string {
	if b.suggested >= maxSuggestions {
		return ""
	}
	b.suggested++
	return diag.Nearest(word, candidates())
}

func (b *builder) say(e *Document, pos diag.Pos, code diag.Code, suggest string, args ...string) {
	pos.File = e.File()
	d := diag.New(code, pos, args...)
	d.Suggest = suggest
	b.ds = append(b.ds, d)
}

// address splits the base URL, which DecodeSettings and the command checked.
func (b *builder) address() {
	base := b.in.BaseURL
	if base == "" {
		base = b.Settings.BaseURL
	}
	if base == "" {
		base = DefaultBaseURL
	}
	u, err := url.Parse(base)
	if err != nil {
		u = &url.URL{Scheme: "http", Host: "localhost"}
	}
	b.Origin = u.Scheme + "://" + u.Host
	b.Base = "/" + strings.Trim(u.EscapedPath(), "/") + "/"
	if b.Base == "//" {
		b.Base = "/"
	}
}

// Targets are the entries that a field of e refers to.
func (e *Entry) Targets(field string) []*Entry {
	var list []*Entry
	for _, x := range e.Out {
		if x.Field == field {
			list = append(list, x.Entry)
		}
	}
	return list
}

// Target is the first of them, nil if there is none.
func (e *Entry) Target(field string) *Entry {
	for _, x := range e.Out {
		if x.Field == field {
			return x.Entry
		}
	}
	return nil
}

// From lists the entries of a kind that refer to e by one of the fields, each
// once, the newest first.
func (e *Entry) From(kind content.Kind, fields ...string) []*Entry {
	var list []*Entry
	for _, x := range e.In {
		if x.Entry.Kind != kind || (len(list) > 0 && list[len(list)-1] == x.Entry) {
			continue
		}
		for _, f := range fields {
			if f == x.Field {
				list = append(list, x.Entry)
				break
			}
		}
	}
	return list
}

// Named is the entry of a kind that a slug in e's front matter refers to, nil if
// there is none or it is not published.
func (e *Entry) Named(kind content.Kind, ref content.Ref) *Entry {
	if ref == "" {
		return nil
	}
	if e.named != nil {
		return e.named[wholeKey(kind, ref)]
	}
	var found *Entry
	for _, x := range e.Out {
		switch {
		case x.Entry.Kind != kind:
		case x.Entry.Key == wholeKey(kind, ref): // as when it was resolved, the whole path comes first
			return x.Entry
		case found == nil && strings.HasSuffix(x.Entry.Key, "/"+string(ref)):
			found = x.Entry
		}
	}
	return found
}

// Index is the entry's position in the site's Entries.
func (e *Entry) Index() int { return int(e.index) }

// Title is the title of the entry.
func (e *Entry) Title() string { return e.Data.Base().Title }
