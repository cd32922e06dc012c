package page

import (
	"html/template"

	"kepu/internal/artifact"
)

// A View is everything a template may show of one page: plain data. Its digest,
// with that of the theme, decides whether the page is rendered at all, so a
// template must not reach for anything else. Only what the digest covers by
// other means, the HTML of a text and the JSON-LD, is filled in for rendering.
type View struct {
	Site        *Chrome // what all pages of a language share
	Template    string  // which template draws the page: "home", "article", "list", …
	Section     string  // navigation item that is current: a kind, or "home", "agenda", "topics", …
	Title       string  // heading of the page
	HeadTitle   string  // text of <title>
	Description string  // one or two sentences for search engines and link previews
	URL         string  // root-relative, with the base path: "/kepu/articles/a/"
	Canonical   string  // absolute
	OGType      string  // "website", "article", "profile"
	OGImage     string  // absolute, or ""
	NoIndex     bool    // 404 and such
	Alternates  []Alternate
	Crumbs      []Link // from the home page to this page's parent; the page itself is not in it
	Feeds       []Feed
	JSONLD      []template.JS `digest:"-"` // one document per <script type="application/ld+json">; there when the page is rendered
	Main        any           // *HomeView, *ArticleView, … by Template

	data any          // the structured data that becomes JSONLD; nil for none
	load func() error `digest:"-"` // fetches the text of an entry, which only rendering needs; may be nil
}

// Chrome is the frame shared by all pages of one language.
type Chrome struct {
	Title       string
	Tagline     string
	Description string
	Owner       string // the body that runs the site
	Lang        string // "zh-CN", "ko", "en"
	Dir         string // "ltr"
	Home        string // root-relative address of this language's home page
	Base        string // base path, ends in "/"
	Origin      string // scheme and host
	Policy      string // Content-Security-Policy for the meta element
	Nav         []NavItem
	Footer      FooterView
	Strings     Strings `digest:"-"` // covered by the theme's digest

	digest artifact.Digest `digest:"-"` // once nothing changes any more
}

// T looks up an interface string; a missing key is an error of the theme.
func (v *View) T(key string, args ...any) (string, error) {
	return v.Site.Strings.Get(key, args...)
}

// Lang is the language of the page: the theme draws it with templates that
// have the strings of the language in them.
func (v *View) Lang() string { return v.Site.Lang }

// NavItem is one item of the main menu.
type NavItem struct {
	Section string // compare with View.Section to mark the current one
	Name    string
	URL     string
}

// FooterView holds the items a public body must or may show. Each may be empty.
type FooterView struct {
	Lang      string // of the texts below, where it is not the page's language; else ""
	Links     []Link // pages with menu: footer, archive, feeds
	Owner     string // 主办单位
	Operator  string // 承办单位
	ICP       string // ICP 备案号
	ICPURL    string
	Police    string // 公安备案号
	PoliceURL string
	SiteCode  string // 网站标识码
	Report    string // 举报 (telephone or address, as text)
	ReportURL string
	Contact   string // 联系方式
	Licence   string // terms of reuse
}

// Link is a named address.
type Link struct {
	Name string
	URL  string // "" where there is no page: show the name alone
	Lang string // of what it leads to, where that is not the page's language; else ""
}

// Alternate is the same page in another language.
type Alternate struct {
	Lang    string // BCP 47
	Name    string // in its own language
	URL     string // root-relative
	Abs     string // absolute, for hreflang
	Current bool
}

// Feed is a feed of the page, for <link rel=alternate> and for readers.
type Feed struct {
	Type  string // media type
	Title string
	URL   string
}

// Date is a date or time ready to show.
type Date struct {
	ISO  string // for the datetime attribute, "" if there is no date
	Text string // "2026年9月19日", "2026-09-19" … in the page's language
}

// Picture is an image with its size, so that nothing shifts.
type Picture struct {
	URL           string
	Width, Height int
	Alt           string
	Credit        string
	Licence       string
}

// A Motif is the drawing that stands in for a missing photograph: a pattern of
// the topic, varied by the seed, the same on every build. Template: {{motif .Name .Seed}}.
type Motif struct {
	Name string // "orbits", "strata", "rows", "lattice", "waves", "branching", "circuits", …
	Seed string
}

// Card is an entry in a list. All views of a language share the one card of an
// entry: nobody changes it.
type Card struct {
	Kind    string // "articles", "events", …
	URL     string
	Lang    string // of the entry, where it is not the page's language; else ""
	Title   string
	Summary string
	Label   string // main topic, kind of place or organization, …; may be ""
	Date    Date
	Minutes int // reading time of an article
	Cover   *Picture
	Motif   Motif
	Example bool

	Event  *EventCard  // set for events
	Person *PersonCard // set for scientists

	digest artifact.Digest `digest:"-"` // once nothing changes any more
}

// EventCard is what a list shows of an event besides the common part.
type EventCard struct {
	Year        string // "2026"
	Month       string // "9月"
	Day         string // "19"
	Weekday     string // "周六"
	When        string // "9月19日（周六）09:00–11:30"
	Where       string // place, city or 线上
	Online      bool
	Status      string // "scheduled", "tentative", "cancelled", "postponed", "rescheduled"
	StatusText  string // "已取消"; "" when scheduled
	StartISO    string // RFC 3339, of the time that matters now
	EndISO      string // RFC 3339, exclusive: then the event is over; "" where it goes on another time
	Register    string // "报名截止9月15日", "9月1日起报名"; "" where there is nothing to do
	RegisterEnd string // RFC 3339, when registration closes, where Register says so; else ""
}

// PersonCard is what a list shows of a scientist besides the common part.
type PersonCard struct {
	Name    string
	Surname string // set large where there is no portrait
	Pinyin  string
	Years   string // "1945—2017"
	Field   string
	Known   string // one sentence
}

// HomeView is the first page. Any slice may be empty.
type HomeView struct {
	AsOf      Date    // 截至: the lists of events are true of this day
	Lead      *Card   // the lead story
	Running   []*Card // on now
	Upcoming  []*Card // next
	Latest    []*Card // articles, without the lead
	People    []*Card
	Places    []*Card
	Topics    []TermLink
	Audiences []TermLink
	Agenda    string // address of the agenda
	Map       *Link  // the map of places; nil for none
}

// TermLink is a topic, audience or city with its page.
type TermLink struct {
	Name        string
	URL         string
	Description string
	Count       int
	Motif       Motif
}

// Body is the text of an entry.
type Body struct {
	HTML    template.HTML `digest:"-"` // there when the page is rendered
	Digest  [16]byte      // of all that HTML is made of: the file, its links, the base path
	TOC     []Heading     // empty when none is to be shown
	Minutes int
}

// Heading is an item of the table of contents. Level 2 is the top.
type Heading struct {
	Level int
	ID    string
	Text  string
	Sub   []Heading
}

// Source is a citation ready to show.
type Source struct {
	N      int    // from 1; its anchor is "source-N"
	Text   string // author, publisher, date; may be ""
	Title  string
	URL    string // address or DOI resolver; may be ""
	Detail string // "doi:…", "ISBN …"
}

// EntryView is the part that the pages of all kinds of entry share.
type EntryView struct {
	Title        string
	Summary      string
	Published    Date
	Updated      Date
	Body         *Body
	Cover        *Picture
	Motif        Motif
	Topics       []Link
	Audiences    []Link
	Cities       []Link
	Organization *Link
	Sources      []Source
	Related      []*Card // entries of any kind
	Previous     *Link
	Next         *Link
	Example      bool
	EditURL      string // where an editor may mend the page; "" if not configured
	Poster       string // address of the tall share card, to save and send on; "" if there is none
}

// ArticleView: template "article".
type ArticleView struct {
	EntryView
	Authors    []string
	Reviewers  []string
	Series     *Link
	InSeries   []Link // all parts in order
	SeriesNext *Link
	People     []*Card
	Events     []*Card
	Places     []*Card
	Issues     []Link // of mobile newspapers that it is in
}

// EventView: template "event".
type EventView struct {
	EntryView
	Card         EventCard
	Previously   string // the former time of a rescheduled event
	Notice       string
	Hours        string // opening hours of every day
	Except       string // days on which it does not take place
	Term         string // solar term it is placed at
	TimesKey     string // key of the heading over Times: "sessions", "stops", "times"
	Times        []TimeView
	MoreTimes    int // times that are not in Times
	Place        *Link
	Venue        string
	Address      string
	Map          *Coordinates
	Online       string
	Main         *Link        // main venue, of a branch
	Branches     []BranchView // branch venues, of the main one
	Undertakers  []Link
	CoOrganizers []Link
	Supporters   []Link
	Speakers     []PersonLink
	Series       *Link
	Edition      string // "第21届"
	Registration *RegistrationView
	PeopleCards  []*Card
	Changes      []ChangeView // the newest first
	Recap        []*Card
	Materials    []MaterialView
	Calendar     Subscription // the event's own file
}

// PersonLink is a person with or without a page.
type PersonLink struct {
	Name string
	URL  string
	Role string
	Lang string // as in Link
}

// RegistrationView tells how to join.
type RegistrationView struct {
	Required bool
	URL      string
	Opens    Date
	Closes   Date
	Capacity int
	Fee      string
	Contact  string
	Note     string
}

// SeriesView: template "series".
type SeriesView struct {
	EntryView
	KindText string
	Custom   string
	Since    string
	Basis    string
	Website  string
	Editions []EditionView // newest first
	Ahead    []Observance  // dates to come
	AsOf     Date
	Events   []*Card // those of no edition
	Calendar *Subscription
	Articles []*Card // in order of date
}

// EditionView is one holding of a series.
type EditionView struct {
	Year      string
	Edition   string // "第21届"
	When      string
	Scope     string
	Tentative bool
	Cancelled bool
	Themes    []QuotationView
	Source    string
	Events    []*Card // what took place in it, the main venue first
}

// IssueView: template "issue": an edition of a mobile newspaper.
type IssueView struct {
	EntryView
	Masthead string  // "e点科普"
	Label    string  // "周报 第36期"; ""
	Articles []*Card // in order
}

// PageView: template "page".
type PageView struct {
	EntryView
}

// ListView: template "list": the entries of a kind, a topic, an audience, a
// city or a year, page by page.
type ListView struct {
	Intro    string
	Motif    *Motif // of the topic
	Groups   []Group
	Pager    *Pager // nil when there is one page
	Total    int
	Children []TermLink // e.g. years on the archive's index
	Agenda   string     // address of the agenda of the term; ""
	Readers  *Readers   // nil for none
}

// Group is a run of cards under a heading ("" for none), such as the letter of
// a pinyin list or a month.
type Group struct {
	Name  string
	ID    string
	Cards []*Card
}

// Pager links the pages of a list.
type Pager struct {
	Page, Pages    int
	First, Last    string
	Previous, Next string // "" at the ends
	Items          []PagerItem
}

// PagerItem is a page number to show; URL "" is the current page, N 0 a gap.
type PagerItem struct {
	N   int
	URL string
}

// TermsView: template "terms": all topics, audiences or cities; all years.
type TermsView struct {
	Intro string
	Terms []TermLink
}

// NotFoundView: template "404".
type NotFoundView struct {
	Latest []*Card
	Links  []Link
}
