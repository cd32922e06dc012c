package opendata

import "strings"

// Events is the file events.json.
type Events struct {
	Head
	Events []Event `json:"events" doc:"全部活动，按开始时间排列 | All events, by start"`
}

// Event is one event with all its times.
type Event struct {
	ID            string        `json:"id" doc:"编号；改名、改期后不变 | Identity, which no change of the event changes"`
	URL           string        `json:"url" doc:"活动网页 | Page"`
	ICS           string        `json:"ics" doc:"日历文件（iCalendar） | iCalendar file"`
	Title         string        `json:"title" doc:"名称 | Title"`
	Summary       string        `json:"summary,omitempty" doc:"摘要 | Summary"`
	Status        string        `json:"status" enum:"scheduled,tentative,cancelled,postponed,rescheduled" doc:"状态：如期、待定、取消、延期、改期 | State"`
	Start         string        `json:"start" doc:"第一次开始：日期（全天），或日期时间（RFC 3339，+08:00） | First start: a date, or an instant"`
	End           string        `json:"end,omitempty" doc:"最后一次结束；全天活动为最后一天 | Last end; of whole days the last day"`
	PreviousStart string        `json:"previous_start,omitempty" doc:"改期前的开始 | Start before it was rescheduled"`
	Repeat        string        `json:"repeat,omitempty" doc:"重复规则（RFC 5545 RRULE） | Recurrence rule"`
	Endless       bool          `json:"endless,omitempty" doc:"重复没有终点，times 列到次年年底 | Recurs without end; times go to the end of next year"`
	Times         []Time        `json:"times" doc:"每一次、每一场、每一站的时间和地点 | Every time, session or stop"`
	Organizer     *Body         `json:"organizer,omitempty" doc:"主办单位 | Organizer"`
	Undertakers   []Body        `json:"undertakers,omitempty" doc:"承办单位 | Undertakers"`
	CoOrganizers  []Body        `json:"co_organizers,omitempty" doc:"协办单位 | Co-organizers"`
	Supporters    []Body        `json:"supporters,omitempty" doc:"支持单位 | Supporters"`
	Speakers      []Someone     `json:"speakers,omitempty" doc:"主讲人 | Speakers"`
	Series        *Reference    `json:"series,omitempty" doc:"所属系列 | Series"`
	Edition       int           `json:"edition,omitempty" doc:"第几届 | Number of the edition"`
	PartOf        *Reference    `json:"part_of,omitempty" doc:"主会场活动 | Main event of a branch venue"`
	Topics        []string      `json:"topics,omitempty" doc:"主题 | Topics"`
	Audiences     []string      `json:"audiences,omitempty" doc:"适合对象 | Audiences"`
	Cities        []City        `json:"cities,omitempty" doc:"市州 | Cities and prefecture"`
	Registration  *Registration `json:"registration,omitempty" doc:"报名办法 | Registration"`
	Notice        string        `json:"notice,omitempty" doc:"取消、延期、改期的说明 | Why it was cancelled or moved"`
	Sequence      int           `json:"sequence" doc:"变更次数 | Number of announced changes"`
	Changes       []Change      `json:"changes,omitempty" doc:"变更记录 | Change log"`
	Recap         []Reference   `json:"recap,omitempty" doc:"回顾文章 | Articles that look back on it"`
	Materials     []Reference   `json:"materials,omitempty" doc:"资料 | Slides, recordings and the like"`
	Example       bool          `json:"example,omitempty" doc:"演示用的虚构内容 | Invented, for demonstration"`
	Published     string        `json:"published,omitempty" doc:"发布日期 | Date of publication"`
	Modified      string        `json:"modified,omitempty" doc:"最近一次修改 | Last change"`
}

// Time is one time of an event.
type Time struct {
	Title  string   `json:"title,omitempty" doc:"场次、站点名称 | Name of the session or stop"`
	Start  string   `json:"start" doc:"开始：日期或日期时间 | Start: a date or an instant"`
	End    string   `json:"end,omitempty" doc:"结束；全天为最后一天；不写表示未定 | End; of whole days the last day; unknown if left out"`
	AllDay bool     `json:"all_day" doc:"是否全天 | Whole days"`
	Status string   `json:"status" enum:"scheduled,tentative,cancelled,postponed,rescheduled" doc:"状态 | State"`
	Hours  []Hours  `json:"hours,omitempty" doc:"每周开放时间 | Opening hours by weekday"`
	Closed []string `json:"closed,omitempty" doc:"另外闭馆的日期 | Further days on which it is closed"`
	Place  *Venue   `json:"place,omitempty" doc:"地点 | Place"`
	City   *City    `json:"city,omitempty" doc:"市州 | City"`
	Online string   `json:"online,omitempty" doc:"线上网址 | Address to join online"`
}

// Venue is where something takes place.
type Venue struct {
	Name    string   `json:"name" doc:"名称 | Name"`
	Room    string   `json:"room,omitempty" doc:"厅室 | Room"`
	URL     string   `json:"url,omitempty" doc:"场所网页 | Page"`
	Address string   `json:"address,omitempty" doc:"地址 | Address"`
	Lat     *float64 `json:"lat,omitempty" doc:"纬度（WGS-84） | Latitude, WGS-84"`
	Lng     *float64 `json:"lng,omitempty" doc:"经度（WGS-84） | Longitude, WGS-84"`
}

// Registration tells how to join.
type Registration struct {
	Required bool   `json:"required" doc:"是否必须报名 | Whether one must register"`
	URL      string `json:"url,omitempty" doc:"报名网址 | Address"`
	Opens    string `json:"opens,omitempty" doc:"报名开始 | Opens"`
	Closes   string `json:"closes,omitempty" doc:"报名截止 | Closes"`
	Capacity int    `json:"capacity,omitempty" doc:"名额 | Number of places"`
	Fee      string `json:"fee,omitempty" doc:"费用 | Fee"`
	Contact  string `json:"contact,omitempty" doc:"咨询 | For questions"`
	Note     string `json:"note,omitempty" doc:"说明 | Note"`
}

// Change is an item of the change log.
type Change struct {
	Date string `json:"date" doc:"宣布的日期或时间 | When it was announced"`
	Text string `json:"text" doc:"改了什么 | What changed"`
}

// eventRow is a line of events.csv: one time of an event. Its lists were joined
// with “、” before other tables came, and stay so.
type eventRow struct {
	ID           string   `json:"id" doc:"活动编号 | Identity of the event"`
	Title        string   `json:"title" doc:"活动名称 | Title"`
	Part         string   `json:"part" doc:"场次、站点名称 | Name of the session or stop"`
	Status       string   `json:"status" doc:"本次状态 | State of this time"`
	Start        string   `json:"start" doc:"开始：日期（全天）或日期时间 | Start: a date or an instant"`
	End          string   `json:"end" doc:"结束；全天为最后一天 | End; of whole days the last day"`
	AllDay       bool     `json:"all_day" doc:"是否全天 | Whole days"`
	City         string   `json:"city" doc:"市州 | City"`
	CityCode     string   `json:"city_code" doc:"行政区划代码 | Administrative code"`
	Place        string   `json:"place" doc:"场所 | Place"`
	Room         string   `json:"room" doc:"厅室 | Room"`
	Address      string   `json:"address" doc:"地址 | Address"`
	Lat          *float64 `json:"lat" doc:"纬度（WGS-84） | Latitude"`
	Lng          *float64 `json:"lng" doc:"经度（WGS-84） | Longitude"`
	Online       string   `json:"online" doc:"线上网址 | Address to join online"`
	Organizer    string   `json:"organizer" doc:"主办单位 | Organizer"`
	Undertakers  string   `json:"undertakers" doc:"承办单位，以顿号分隔 | Undertakers"`
	CoOrganizers string   `json:"co_organizers" doc:"协办单位 | Co-organizers"`
	Supporters   string   `json:"supporters" doc:"支持单位 | Supporters"`
	Series       string   `json:"series" doc:"所属系列 | Series"`
	Edition      int      `json:"edition" doc:"第几届 | Number of the edition"`
	Topics       string   `json:"topics" doc:"主题，以顿号分隔 | Topics"`
	Audiences    string   `json:"audiences" doc:"适合对象，以顿号分隔 | Audiences"`
	Required     bool     `json:"registration_required" doc:"是否必须报名 | Whether one must register"`
	Register     string   `json:"registration_url" doc:"报名网址 | Address to register"`
	Opens        string   `json:"registration_opens" doc:"报名开始 | Registration opens"`
	Closes       string   `json:"registration_closes" doc:"报名截止 | Registration closes"`
	Capacity     int      `json:"capacity" doc:"名额 | Number of places"`
	Fee          string   `json:"fee" doc:"费用 | Fee"`
	Contact      string   `json:"contact" doc:"咨询 | For questions"`
	Example      bool     `json:"example" doc:"是否演示用的虚构内容 | Invented, for demonstration"`
	URL          string   `json:"url" doc:"活动网页 | Page"`
}

func (e *Events) rows() any {
	list := []eventRow{}
	for i := range e.Events {
		for j := range e.Events[i].Times {
			list = append(list, rowOf(&e.Events[i], &e.Events[i].Times[j]))
		}
	}
	return list
}

func rowOf(e *Event, t *Time) eventRow {
	r := eventRow{
		ID: e.ID, Title: e.Title, Part: t.Title, Status: t.Status, Start: t.Start, End: t.End, AllDay: t.AllDay, Online: t.Online,
		Undertakers: names(e.Undertakers), CoOrganizers: names(e.CoOrganizers), Supporters: names(e.Supporters),
		Edition: e.Edition, Topics: strings.Join(e.Topics, "、"), Audiences: strings.Join(e.Audiences, "、"), Example: e.Example, URL: e.URL,
	}
	r.City, r.CityCode = cityOf(e, t)
	if p := t.Place; p != nil {
		r.Place, r.Room, r.Address, r.Lat, r.Lng = p.Name, p.Room, p.Address, p.Lat, p.Lng
	}
	if e.Organizer != nil {
		r.Organizer = e.Organizer.Name
	}
	if e.Series != nil {
		r.Series = e.Series.Title
	}
	if g := e.Registration; g != nil {
		r.Required, r.Register, r.Opens, r.Closes = g.Required, g.URL, g.Opens, g.Closes
		r.Capacity, r.Fee, r.Contact = g.Capacity, g.Fee, g.Contact
	}
	return r
}

func cityOf(e *Event, t *Time) (name, code string) {
	if t.City != nil {
		return t.City.Name, t.City.Code
	}
	var names, codes []string // nobody says which of them it is
	for _, c := range e.Cities {
		names, codes = append(names, c.Name), append(codes, c.Code)
	}
	return strings.Join(names, "、"), strings.Trim(strings.Join(codes, "、"), "、")
}

func names(list []Body) string {
	out := make([]string, len(list))
	for i, b := range list {
		out[i] = b.Name
	}
	return strings.Join(out, "、")
}
