package page

// AgendaView: template "agenda": what is on and what comes next, of the whole
// site, or of a term, an organization, a series or a place. It is true of the
// instant AsOf.
type AgendaView struct {
	AsOf        Date
	Of          *Link       // what the agenda is of; nil for the whole site
	Running     []*Card     // events on now
	Days        []AgendaDay // times ahead, by day
	More        int         // times ahead that are not listed
	Rest        *Link       // the month in which the first of them is
	Past        []*Card     // the most recent
	Observances []Observance
	Subscribe   *Subscription

	// For the whole site only.
	Years         []Link // the calendar, year by year
	Subscriptions string // address of the page of all calendars
	Data          string // address of the open data; "" if there is none
}

// AgendaDay is a day with what begins on it.
type AgendaDay struct {
	ID      string // "d2026-09-19"
	ISO     string // "2026-09-19"
	Year    string // "2026" where it is not that of the day before, else ""
	Month   string // "9月"
	Day     string // "19"
	Weekday string // "周六"
	Slots   []Slot
}

// A Slot is one time of an event or an observance in a calendar. It does not
// depend on the present.
type Slot struct {
	URL        string
	Title      string
	Lang       string // of the title, where it is not the page's language; else ""
	Part       string // name of the session or the stop; ""
	Time       string // "09:00–11:30", "9月19日—25日" where it lasts longer than the day, "" for a whole day
	Where      string
	Status     string // "scheduled", "tentative", "cancelled", "postponed", "rescheduled"
	StatusText string // "已取消"; "" when scheduled
	Observance bool   // of a series
	Example    bool
	StartISO   string // RFC 3339
	EndISO     string // RFC 3339, exclusive
	CloseISO   string // RFC 3339, when registration closes; ""
}

// Observance is an observance that is coming up.
type Observance struct {
	Name, URL, When string
	StartISO        string // RFC 3339
	EndISO          string // RFC 3339, exclusive
	Tentative       bool
	Cancelled       bool
	Themes          []QuotationView
}

// MonthView: template "month". Nothing in it depends on the present.
type MonthView struct {
	Year     Link
	Name     string // "2026年9月"
	Previous *Link  // nearest month of the calendar
	Next     *Link
	Weekdays []string // names of the columns, Monday first
	Weeks    []Week
	Long     []Slot // what lasts longer than a week, as far as it touches the month
	Days     []AgendaDay
}

// Week is a row of seven days, Monday first.
type Week struct{ Days []GridDay }

// GridDay is a cell of a month.
type GridDay struct {
	N     int    // day of the month
	ISO   string // "2026-09-19"
	Out   bool   // of the month before or after
	URL   string // of what the day holds: "#d2026-09-19"; "" if nothing
	Label string // for a screen reader: "9月19日 周六，3项"
	Slots []Slot // the first few
	More  int    // how many are not in Slots
	Term  string // solar term that begins on the day; ""
}

// YearView: template "year": twelve months at a glance. Nothing in it depends
// on the present.
type YearView struct {
	Name     string // "2026年"
	Previous *Link
	Next     *Link
	Weekdays []string // one letter each, Monday first
	Months   []MonthSummary
	Long     []Slot // observances and what lasts longer than a week
}

// MonthSummary is a month in an overview.
type MonthSummary struct {
	Name  string // "9月"
	URL   string
	Count string // "12项"; "" for none
	Weeks []Week // days without slots
}

// SubscribeView: template "subscribe": every calendar that one can subscribe to.
type SubscribeView struct {
	All    Subscription
	Closes *Subscription // registration deadlines
	Groups []SubscriptionGroup
}

// SubscriptionGroup is the calendars of one sort: cities, topics, …
type SubscriptionGroup struct {
	Name  string
	ID    string
	Feeds []Subscription
}

// A Subscription is an iCalendar feed, or the file of one event.
type Subscription struct {
	Title  string
	URL    string // absolute, to copy and for the QR code
	Webcal string // the same for programs that subscribe; "" for a single event's file
	Page   string // address of the agenda that shows the same; ""
}

// DataView: template "data": the files of open data and what stands in them.
type DataView struct{ Sets []DataSet }

// DataSet is the entries of one kind, in several forms.
type DataSet struct {
	ID      string // "people"
	Name    string // "人物"
	Files   []DataFile
	Fields  []DataField // of an item in the JSON file
	Columns []DataField // of the table
}

// DataFile is one file of open data.
type DataFile struct {
	Name, URL, Type, About string
}

// DataField is a field of the data.
type DataField struct {
	Name, Type, About string
}

// TimeView is one time of an event on its own page.
type TimeView struct {
	Title    string // name of the session or the stop; ""
	When     string
	Hours    string // opening hours; ""
	StartISO string
	EndISO   string
	Place    *Link
	Address  string // of the place, or the venue's name beside the place's
	Map      *Coordinates
	Online   string
	By       *Link // organization in charge of the stop
	Contact  string
	Note     string
	Speakers []PersonLink

	Status     string
	StatusText string // "" when scheduled
}

// ChangeView is an item of an event's change log.
type ChangeView struct {
	Date Date
	Text string
}

// BranchView is a branch venue of an event.
type BranchView struct {
	Link   Link
	When   string
	Where  string
	By     *Link
	Status string // text, "" when scheduled
}

// MaterialView is something to take away from an event.
type MaterialView struct{ Title, URL, Note string }
