package page

import "html/template"

// PlaceView: template "place".
type PlaceView struct {
	EntryView
	KindText string
	Address  string
	Map      *Coordinates
	Hours    *HoursView  // nil where none are known
	Facts    []NamedText // admission, booking, transit, access, telephone
	Booking  string      // url, mailto: or tel: to book; ""
	Website  string
	Bases    []BaseView
	Nearby   []NearView // other places, the nearest first
	Routes   []*Card    // that lead here
	Upcoming []*Card
	Events   []*Card
	Articles []*Card
	AsOf     Date
	Calendar *Subscription // nil without events
}

// Coordinates are WGS-84 degrees as text, and addresses of maps.
type Coordinates struct {
	Lat, Lng string // WGS-84
	Geo      string // geo: address (RFC 5870)
	Links    []Link // of Chinese map services, in their own datum (GCJ-02)
	OnMap    string // address of the site's map with the place in focus; ""
}

// HoursView tells when a place is open. Nothing in it depends on the present:
// a script on the reader's device says whether it is open now.
type HoursView struct {
	Weeks    []WeekView  // the ordinary week and the seasons
	Closures []NamedText // Name the days, Text why
	Note     string
	Data     string // for the script; see openingData
}

// WeekView is the opening hours of a season, or of the rest of the year.
type WeekView struct {
	Name   string // 夏季; "" for the ordinary week
	Days   string // "5月1日—10月7日"; ""
	Closed bool
	Lines  []NamedText // Name 周二至周日, Text 09:00–16:30 or 闭馆
}

// BaseView is a title of a place with its period.
type BaseView struct {
	Title  string
	By     string
	Years  string
	Source int // number in Sources
}

// NearView is a place nearby.
type NearView struct {
	Link
	Distance string // "3.2 公里"
}

// MapView: template "map": the site's places on a drawn map, and the same as a list.
type MapView struct {
	Intro    string
	Drawing  template.HTML `digest:"-"` // SVG. There when the page is rendered, as is
	Note     string        `digest:"-"` // projection, what is not drawn
	Credits  []CreditView
	Approval string // 审图号; ""
	Groups   []MapGroup
	Routes   []*Card
	Unplaced []Link // places without coordinates

	sketch *sketch // what becomes Drawing and Note
}

// CreditView names where the ground of a map comes from.
type CreditView struct{ Name, Source, Licence string }

// MapGroup is the places of a city, as the list beside the map has them.
type MapGroup struct {
	Name  string
	ID    string
	Items []MapItem
}

// MapItem is a place on the map.
type MapItem struct {
	N    int    // number on the map
	ID   string // anchor
	Card *Card
}

// RouteView: templates "route" and "guide" (for print).
type RouteView struct {
	EntryView
	Facts    []NamedText   // way of travelling, time, length, season
	Drawing  template.HTML `digest:"-"` // there when the page is rendered, as is
	Note     string        `digest:"-"` // projection, how distances are measured
	Credits  []CreditView
	Approval string
	Stops    []StopView
	Files    []DataFile // GPX, KML, GeoJSON
	Guide    string     // address of the guide for print
	Page     string     // of the guide: absolute address of the route, for its QR code

	sketch *sketch // what becomes Drawing and Note
}

// StopView is a stop of a route.
type StopView struct {
	N        int
	ID       string
	Name     string
	URL      string
	Lang     string
	Leg      string // "驾车约35公里，40分钟"; "" for the first
	Straight bool   // Leg is a straight line
	Stay     string
	Note     string
	Summary  string
	Address  string
	Hours    string // in one line
	Map      *Coordinates
}
