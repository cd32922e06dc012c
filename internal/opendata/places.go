package opendata

// Places is the file places.json.
type Places struct {
	Head
	Places []Place `json:"places" doc:"全部场所，按网址排列 | All places, by address"`
}

// Place is somewhere one can go.
type Place struct {
	ID           string    `json:"id" doc:"编号；改名后不变 | Identity, which no change of the name changes"`
	URL          string    `json:"url" doc:"网页 | Page"`
	Name         string    `json:"name" doc:"名称 | Name"`
	Kind         string    `json:"kind" enum:"museum,base,laboratory,park,reserve,observatory,library,venue" doc:"类别：场馆、科普基地、开放实验室、公园、保护区、天文台、图书馆、会场 | Kind of place"`
	Summary      string    `json:"summary,omitempty" doc:"摘要 | Summary"`
	Address      string    `json:"address,omitempty" doc:"地址 | Address"`
	Lat          *float64  `json:"lat,omitempty" doc:"纬度（WGS-84） | Latitude, WGS-84"`
	Lng          *float64  `json:"lng,omitempty" doc:"经度（WGS-84） | Longitude, WGS-84"`
	Hours        []Hours   `json:"hours,omitempty" doc:"平时每周的开放时间；不在内的星期闭馆 | Opening hours of an ordinary week; closed on other weekdays"`
	Seasons      []Season  `json:"seasons,omitempty" doc:"不同季节的开放时间，这些日子不按 hours | Opening hours of seasons, instead of the ordinary ones"`
	Closures     []Closure `json:"closures,omitempty" doc:"另外闭馆的日期 | Further days on which it is closed"`
	HoursNote    string    `json:"hours_note,omitempty" doc:"开放时间的说明 | Note on the hours"`
	Admission    string    `json:"admission,omitempty" doc:"门票 | Admission"`
	Free         *bool     `json:"free,omitempty" doc:"是否免费；不写表示未知 | Whether admission is free; unknown if left out"`
	Booking      string    `json:"booking,omitempty" doc:"预约办法 | Booking"`
	BookingURL   string    `json:"booking_url,omitempty" doc:"预约网址、mailto: 或 tel: | Where to book: an address, mailto: or tel:"`
	Transit      string    `json:"transit,omitempty" doc:"交通 | How to get there"`
	Access       string    `json:"access,omitempty" doc:"无障碍设施 | Access for wheelchairs and the like"`
	Bases        []Base    `json:"bases,omitempty" doc:"科普基地等称号 | Titles as a base of science outreach"`
	Phone        string    `json:"phone,omitempty" doc:"电话 | Telephone"`
	Website      string    `json:"website,omitempty" doc:"官方网站 | Website"`
	Organization *Body     `json:"organization,omitempty" doc:"所属机构 | Organization in charge"`
	Topics       []string  `json:"topics,omitempty" doc:"主题 | Topics"`
	Cities       []City    `json:"cities,omitempty" doc:"市州 | Cities and prefecture"`
	Sources      []Source  `json:"sources,omitempty" doc:"资料来源 | Sources"`
	Origin
}

// Season is a part of each year with hours of its own.
type Season struct {
	Name   string  `json:"name,omitempty" doc:"名称 | Name"`
	From   string  `json:"from" doc:"第一天：月-日 | First day: month and day"`
	To     string  `json:"to" doc:"最后一天：月-日；可以跨年 | Last day; may lie in the next year"`
	Closed bool    `json:"closed" doc:"这一段不开放 | Closed in it"`
	Hours  []Hours `json:"hours,omitempty" doc:"每周的开放时间 | Opening hours of a week"`
}

// Closure is some days on which a place is closed.
type Closure struct {
	From string `json:"from" doc:"第一天 | First day"`
	To   string `json:"to" doc:"最后一天 | Last day"`
	Note string `json:"note,omitempty" doc:"原因 | Why"`
}

// Base is a title such as 全国科普教育基地.
type Base struct {
	Title string `json:"title" doc:"称号 | Title"`
	By    string `json:"by,omitempty" doc:"授予机构 | Who gave it"`
	From  string `json:"from,omitempty" doc:"起 | From"`
	To    string `json:"to,omitempty" doc:"止 | To"`
}

func (s Season) text() string {
	out := words(s.Name, span(s.From, s.To))
	for _, h := range s.Hours {
		out += " " + h.text()
	}
	return out
}

func (c Closure) text() string { return words(span(c.From, c.To), c.Note) }
func (b Base) text() string    { return words(b.Title, span(b.From, b.To)) }
