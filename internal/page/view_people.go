package page

import (
	"html/template"

	"kepu/internal/chart"
)

// ScientistView: template "scientist": a person or a team.
type ScientistView struct {
	EntryView
	Team         bool
	Pinyin       string
	Surname      string
	Names        []NameView
	KnownFor     string
	Life         string      // "1945—2017"
	Facts        []NamedText // 民族, 出生, 逝世 …
	Fields       []Link      // each leads to the list of its people
	Affiliations []Tenure
	Education    []Tenure
	Members      []PersonLink // of a team
	Teams        []PersonLink // that the person belongs to
	Honours      []HonourView // the oldest first
	Timeline     []Dated
	LifeChart    template.HTML `digest:"-"` // SVG of the timeline; "" where there is too little to draw. There when the page is rendered
	Teachers     []PersonLink
	Students     []PersonLink
	Lineage      template.HTML `digest:"-"` // likewise, of teachers and students, where it says more than the two lists
	Works        []WorkView
	Quotations   []QuotationView
	Portrait     *Picture
	SameAs       []Link
	Offer        *OfferView // nil where nothing is offered
	Mentions     []*Card    // articles and events that name the person

	life *chart.Life // what becomes LifeChart, nil for none
	kin  *chart.Tree // what becomes Lineage
}

// NameView is a further name: label 曾用名, text 某某.
type NameView struct {
	Label  string
	Text   string
	Pinyin string // of this name; may be ""
	Lang   string // BCP 47, where it is not Chinese: "ko", "und-Latn"; else ""
}

// NamedText is a label and its value.
type NamedText struct{ Name, Text string }

// Tenure is a time at an institution.
type Tenure struct {
	Years string
	Name  string
	URL   string
	Role  string
}

// HonourView is an honour in a profile.
type HonourView struct {
	Year   string // "1999年"
	ISO    string
	Title  string
	URL    string // the award's page; ""
	Grade  string // 追授, 一等奖
	For    string
	By     string
	Source int // number in Sources; 0 where none
}

// Dated is an event of a life.
type Dated struct {
	Year   string // "1994" or "1994年5月"
	ISO    string
	Text   string
	Phase  string // 求学, 师承, …; ""
	Source int    // number in Sources; 0 where none
}

// WorkView is a publication or achievement.
type WorkView struct {
	Title, Year, Publisher, Note, URL string
	ISBN                              string
}

// QuotationView is a quotation with its proof, and when it was said.
type QuotationView struct{ Text, Source string }

// OfferView tells what an expert offers and how to invite.
type OfferView struct {
	Kinds   []string // 科普报告, 技术咨询
	Talks   []TalkView
	Region  []Link // cities; none means all
	Contact string // url, mailto: or tel:; ""
}

// TalkView is a lecture on offer.
type TalkView struct {
	Title     string
	Summary   string
	Minutes   int
	Audiences []Link
}

// PeopleView: template "people": /scientists/ and its lists by letter, field,
// institution and honour.
type PeopleView struct {
	Intro   string
	Total   int
	Letters []LetterLink // A–Z and “#”; those without people have no URL
	Groups  []Group      // people under their letters (ID "letter-n")
	Pager   *Pager       // nil when there is one page
	Index   string       // address of the index for the filter (JSON: [[name, URL, years, "nanrendong nrd"], …]); "" on the lists within
	Facets  []FacetView  // other ways in: fields, institutions, honours
	Related []Link       // 可以讲科普报告的专家, 纪念日
}

// LetterLink is a letter of the alphabet over a list of people.
type LetterLink struct {
	Letter string
	URL    string // "" where nobody stands under it
	Count  int
}

// FacetView is a way of sorting people, with its most frequent values.
type FacetView struct {
	Title string
	URL   string // page of all values; "" where Items are all
	Items []TermLink
}

// SpeakersView: template "speakers": who offers to talk or to advise. Each item
// says in Keys what the filters ask for, so that a script can hide the others.
type SpeakersView struct {
	Intro   string
	Filters []FilterView
	Groups  []SpeakerGroup // by topic
	Total   int            // of people
}

// FilterView is one choice: topic, audience or city.
type FilterView struct {
	Name    string // "topic", "audience", "city"
	Label   string
	Options []NamedText // Name is the slug, Text what is shown
}

// SpeakerGroup is the experts of a topic. Someone with two topics stands in both.
type SpeakerGroup struct {
	Name     string
	ID       string
	Speakers []SpeakerView
}

// SpeakerView is an expert in the list.
type SpeakerView struct {
	Card  *Card
	Offer OfferView
	Keys  string // "topic:astronomy audience:youth city:changchun …"; "city:*" for all cities
}

// OrganizationView: template "organization".
type OrganizationView struct {
	EntryView
	KindText   string
	Short      string
	Parent     *Link
	Host       *Link  // 挂靠单位
	Hosts      []Link // organizations whose office is here
	Children   []OrgNode
	Below      int         // organizations below it, at any depth
	All        string      // address of the edition of it and all below; "" where nothing is below
	Facts      []NamedText // founded, address, telephone …
	Website    string
	People     []*Card
	MorePeople *Link // all of them, where People is cut
	Upcoming   []*Card
	Events     []*Card
	Articles   []*Card
	Places     []*Card
	Honours    []*Card // that it gives, or that somebody received there
	AsOf       Date
	Calendar   *Subscription // nil without events
}

// OrgNode is an organization in a tree, with those below it.
type OrgNode struct {
	Link
	Short    string
	Kind     string // "association", "society", …
	KindText string
	Count    int    // of those below, at any depth
	Below    string // “下属26个”; "" where there are none
	Children []OrgNode
}

// DirectoryView: template "directory": all organizations, as a tree that can be
// folded, and the others by kind.
type DirectoryView struct {
	Intro  string
	Total  int
	Roots  []OrgNode  // the association's tree
	Groups []OrgGroup // those outside of it
}

// OrgGroup is the organizations of a kind.
type OrgGroup struct {
	Name  string
	ID    string
	Nodes []OrgNode
}

// SubtreeView: template "edition": the newest of an organization and all below
// it, which is one feed, too.
type SubtreeView struct {
	Of     Link
	Intro  string
	Below  int
	Groups []Group // articles, events, places
}

// HonourEntryView: template "honour": an award and its roll.
type HonourEntryView struct {
	EntryView
	KindText string
	Facts    []NamedText // level, since, how often
	By       []Link
	Website  string
	Editions []RollView // the newest first
	Total    int        // laureates
}

// RollView is who received an award in one year.
type RollView struct {
	ID        string // anchor: "x-1999"
	Year      string // "1999年"
	Edition   string // "第14届"; ""
	Date      Date
	Complete  bool
	Note      string
	Source    int // number in Sources; 0 where none
	Laureates []LaureateView
}

// LaureateView is one line of a roll.
type LaureateView struct {
	Name        string
	URL         string // profile; ""
	Lang        string
	Institution *Link
	Grade       string
	For         string
}
