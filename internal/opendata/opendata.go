// Package opendata is the form in which the calendar is given away: JSON with a
// schema, and a table for spreadsheets. Names and meanings of fields are stable:
// fields may be added, none is renamed or taken out without a new Version.
//
// It is plain data and its encodings. It knows no entries and no pages.
package opendata

import "encoding/json"

// Version of the form. A program that reads it may rely on all that the schema
// of this version says.
const Version = 1

// Events is the file events.json.
type Events struct {
	Schema   string  `json:"$schema" doc:"本数据的 JSON Schema 网址 | Address of the schema"`
	Version  int     `json:"version" doc:"数据格式的版本 | Version of the form"`
	Title    string  `json:"title" doc:"数据名称 | Name"`
	URL      string  `json:"url" doc:"活动日历的网址 | The agenda"`
	Licence  string  `json:"licence,omitempty" doc:"使用许可 | Terms of use"`
	Language string  `json:"language" doc:"文字的语言 | Language of the texts"`
	Timezone string  `json:"timezone" doc:"时区，总是 Asia/Shanghai | Always Asia/Shanghai"`
	Modified string  `json:"modified,omitempty" doc:"最近一次修改的时间（RFC 3339） | Last change"`
	Events   []Event `json:"events" doc:"全部活动，按开始时间排列 | All events, by start"`
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
	Speakers      []Person      `json:"speakers,omitempty" doc:"主讲人 | Speakers"`
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
	Place  *Place   `json:"place,omitempty" doc:"地点 | Place"`
	City   *City    `json:"city,omitempty" doc:"市州 | City"`
	Online string   `json:"online,omitempty" doc:"线上网址 | Address to join online"`
}

// Hours are opening hours of some weekdays.
type Hours struct {
	Days  []string `json:"days" doc:"星期：Mon … Sun | Weekdays"`
	Open  string   `json:"open" doc:"开门，如 09:00 | Opens"`
	Close string   `json:"close" doc:"关门，如 16:30 | Closes"`
}

// Place is where something takes place.
type Place struct {
	Name    string   `json:"name" doc:"名称 | Name"`
	Room    string   `json:"room,omitempty" doc:"厅室 | Room"`
	URL     string   `json:"url,omitempty" doc:"场所网页 | Page"`
	Address string   `json:"address,omitempty" doc:"地址 | Address"`
	Lat     *float64 `json:"lat,omitempty" doc:"纬度（WGS-84） | Latitude, WGS-84"`
	Lng     *float64 `json:"lng,omitempty" doc:"经度（WGS-84） | Longitude, WGS-84"`
}

// City is a city or prefecture.
type City struct {
	Name string `json:"name" doc:"名称 | Name"`
	Code string `json:"code,omitempty" doc:"行政区划代码（GB/T 2260） | Administrative code"`
}

// Body is an organization.
type Body struct {
	Name string `json:"name" doc:"名称 | Name"`
	URL  string `json:"url,omitempty" doc:"网页 | Page"`
}

// Person is somebody who speaks.
type Person struct {
	Name string `json:"name" doc:"姓名 | Name"`
	Role string `json:"role,omitempty" doc:"身份 | Role"`
	URL  string `json:"url,omitempty" doc:"网页 | Page"`
}

// Reference leads to something else.
type Reference struct {
	Title string `json:"title" doc:"名称 | Title"`
	URL   string `json:"url" doc:"网址 | Address"`
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

// JSON is the file events.json, ending in a line break.
func (e *Events) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(e, "", " ")
	return append(b, '\n'), err
}
