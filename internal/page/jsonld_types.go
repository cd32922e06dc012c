package page

// Structured data for search engines, schema.org as JSON-LD. The keys of these
// structs are schema.org's properties; the order is that of the fields.

// An ldContext begins every object; the outermost one of a document alone names
// the vocabulary.
type ldContext struct {
	Context string `json:"@context,omitempty"`
	Type    string `json:"@type"`
}

const vocabulary = "https://schema.org"

func ld(typ string) ldContext { return ldContext{vocabulary, typ} }

func inner(typ string) ldContext { return ldContext{Type: typ} }

type ldThing struct {
	Type    string     `json:"@type"`
	Name    string     `json:"name,omitempty"`
	URL     string     `json:"url,omitempty"`
	Address *ldAddress `json:"address,omitempty"`
	Geo     *ldGeo     `json:"geo,omitempty"`
}

type ldAddress struct {
	Type     string `json:"@type"`
	Country  string `json:"addressCountry"`
	Region   string `json:"addressRegion,omitempty"`
	Locality string `json:"addressLocality,omitempty"`
	Street   string `json:"streetAddress,omitempty"`
}

type ldGeo struct {
	Type string `json:"@type"`
	Lat  string `json:"latitude"`
	Lng  string `json:"longitude"`
}

type ldArticle struct {
	ldContext
	Headline    string    `json:"headline"`
	Description string    `json:"description,omitempty"`
	URL         string    `json:"url"`
	Image       string    `json:"image,omitempty"`
	Published   string    `json:"datePublished,omitempty"`
	Modified    string    `json:"dateModified,omitempty"`
	Language    string    `json:"inLanguage"`
	Authors     []ldThing `json:"author,omitempty"`
	Publisher   *ldThing  `json:"publisher,omitempty"`
	About       []ldThing `json:"about,omitempty"`
	Citations   []string  `json:"citation,omitempty"`
}

type ldIssue struct {
	ldContext
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	URL         string    `json:"url"`
	Image       string    `json:"image,omitempty"`
	Number      int       `json:"issueNumber,omitempty"`
	Published   string    `json:"datePublished,omitempty"`
	Language    string    `json:"inLanguage"`
	PartOf      ldThing   `json:"isPartOf"`
	Parts       []ldThing `json:"hasPart,omitempty"`
}

type ldEvent struct {
	ldContext
	Name          string       `json:"name"`
	Description   string       `json:"description,omitempty"`
	URL           string       `json:"url"`
	Image         string       `json:"image,omitempty"`
	Start         string       `json:"startDate"`
	End           string       `json:"endDate,omitempty"`
	PreviousStart string       `json:"previousStartDate,omitempty"`
	Language      string       `json:"inLanguage,omitempty"`
	Audience      []ldAudience `json:"audience,omitempty"`
	Keywords      string       `json:"keywords,omitempty"`
	Status        string       `json:"eventStatus"`
	Mode          string       `json:"eventAttendanceMode"`
	Location      []any        `json:"location,omitempty"`
	Organizer     []ldThing    `json:"organizer,omitempty"`
	Contributors  []ldThing    `json:"contributor,omitempty"`
	Sponsors      []ldThing    `json:"sponsor,omitempty"`
	Performers    []ldThing    `json:"performer,omitempty"`
	SuperEvent    []ldThing    `json:"superEvent,omitempty"`
	Schedule      []ldSchedule `json:"eventSchedule,omitempty"`
	About         []ldThing    `json:"about,omitempty"`
	Recorded      []ldThing    `json:"subjectOf,omitempty"`
	Free          *bool        `json:"isAccessibleForFree,omitempty"`
	Capacity      int          `json:"maximumAttendeeCapacity,omitempty"`
	Offers        *ldOffer     `json:"offers,omitempty"`
	SubEvents     []ldEvent    `json:"subEvent,omitempty"`
}

type ldOffer struct {
	Type         string `json:"@type"`
	URL          string `json:"url"`
	Price        string `json:"price,omitempty"`
	Currency     string `json:"priceCurrency,omitempty"`
	Availability string `json:"availability,omitempty"`
	From         string `json:"validFrom,omitempty"`
	Until        string `json:"validThrough,omitempty"`
}

// An ldSchedule is a rule, or the opening hours of several days.
type ldSchedule struct {
	Type      string   `json:"@type"`
	Start     string   `json:"startDate,omitempty"`
	End       string   `json:"endDate,omitempty"`
	From      string   `json:"startTime,omitempty"`
	To        string   `json:"endTime,omitempty"`
	Frequency string   `json:"repeatFrequency,omitempty"` // ISO 8601 duration
	Count     int      `json:"repeatCount,omitempty"`
	Days      []string `json:"byDay,omitempty"` // schema.org's days, or RFC 5545's with their ordinal
	Months    []int    `json:"byMonth,omitempty"`
	MonthDays []int    `json:"byMonthDay,omitempty"`
	Except    []string `json:"exceptDate,omitempty"`
	Zone      string   `json:"scheduleTimezone"`
}

type ldAudience struct {
	Type string `json:"@type"`
	Kind string `json:"audienceType"`
}

// An ldSeries is an observance, or a conference with its editions.
type ldSeries struct {
	ldContext
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	URL         string    `json:"url"`
	Image       string    `json:"image,omitempty"`
	Language    string    `json:"inLanguage"`
	Start       string    `json:"startDate,omitempty"`
	End         string    `json:"endDate,omitempty"`
	Organizer   []ldThing `json:"organizer,omitempty"`
	SubEvents   []ldEvent `json:"subEvent,omitempty"`
}

type ldVirtual struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

type ldProfile struct {
	ldContext
	URL      string `json:"url"`
	Modified string `json:"dateModified,omitempty"`
	Main     any    `json:"mainEntity"`
}

type ldPage struct {
	ldContext
	Name        string  `json:"name"`
	Description string  `json:"description,omitempty"`
	URL         string  `json:"url"`
	Language    string  `json:"inLanguage"`
	Main        *ldList `json:"mainEntity,omitempty"`
}

// An ldList lists what a page is about, or the stops of a route.
type ldList struct {
	Type  string   `json:"@type"`
	Count int      `json:"numberOfItems"` // all, also those that are not among Items
	Items []ldItem `json:"itemListElement"`
}

type ldItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name,omitempty"`
	URL      string `json:"url,omitempty"`
	Item     any    `json:"item,omitempty"`
}

type ldCrumbs struct {
	ldContext
	Items []ldCrumb `json:"itemListElement"`
}

type ldCrumb struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item,omitempty"`
}
