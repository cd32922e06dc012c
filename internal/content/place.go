package content

// Place is somewhere one can go: a museum, a base, a reserve.
type Place struct {
	Common      `yaml:",inline"`
	Status      string       `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind        string       `yaml:"kind" required:"true" enum:"museum,base,laboratory,park,reserve,observatory,library,venue" doc:"类别：museum 场馆、base 科普基地、laboratory 开放实验室、park 公园、reserve 保护区、observatory 天文台、library 图书馆、venue 会场 | Kind of place" example:"museum"`
	Address     string       `yaml:"address" doc:"地址 | Address"`
	Coordinates *Coordinates `yaml:"coordinates" doc:"坐标（WGS-84，手机定位用的那种；地图网站上抄来的多半不是） | Coordinates, WGS-84 (those of Chinese map sites mostly are not)"`
	Hours       []string     `yaml:"hours" format:"hours" doc:"平时的开放时间，如 [周二至周日 09:00-16:30, 周一闭馆] | Opening hours of an ordinary week" example:"09:00-16:30"`
	Seasons     []Season     `yaml:"seasons" doc:"不同季节的开放时间；不在任何一段里的日子按 hours | Opening hours of seasons; other days go by hours"`
	Closures    []Closure    `yaml:"closures" doc:"另外闭馆的日期 | Further days on which it is closed"`
	HoursNote   string       `yaml:"hours_note" doc:"开放时间的说明，如 16:00 停止入场；以公告为准 | Note on the hours"`
	Admission   string       `yaml:"admission" doc:"门票 | Admission"`
	Free        *bool        `yaml:"free" doc:"是否免费 | Whether admission is free"`
	Booking     string       `yaml:"booking" doc:"预约办法 | Booking"`
	BookingURL  string       `yaml:"booking_url" format:"contact" doc:"预约网址或电话 | Where to book"`
	Transit     string       `yaml:"transit" doc:"交通 | How to get there"`
	Access      string       `yaml:"access" doc:"无障碍设施：坡道、电梯、卫生间、轮椅、导盲 | Access for wheelchairs and the like"`
	Bases       []Base       `yaml:"bases" doc:"科普基地等称号，各有起止年和出处 | Titles as a base of science outreach, each with its period and source"`
	Phone       string       `yaml:"phone" doc:"电话 | Telephone"`
	Website     string       `yaml:"website" format:"url" doc:"官方网站 | Website"`
}

// Season is a part of the year with opening hours of its own.
type Season struct {
	Name   string   `yaml:"name" doc:"名称，如 夏季 | Name"`
	From   string   `yaml:"from" format:"monthday" required:"true" doc:"第一天，月-日 | First day, month and day" example:"05-01"`
	To     string   `yaml:"to" format:"monthday" required:"true" doc:"最后一天，月-日；可以跨年 | Last day; may lie in the next year" example:"10-07"`
	Hours  []string `yaml:"hours" format:"hours" doc:"这一段的开放时间 | Opening hours in it"`
	Closed bool     `yaml:"closed" example:"false" doc:"true 表示这一段不开放 | Closed in it"`
}

// Closure is some days on which a place is closed though its hours say
// otherwise.
type Closure struct {
	From Time   `yaml:"from" required:"true" zone:"site" doc:"第一天 | First day" example:"2027-02-06"`
	To   Time   `yaml:"to" zone:"site" doc:"最后一天；只有一天就不写 | Last day"`
	Note string `yaml:"note" doc:"原因 | Why"`
}

// Base is a title such as 全国科普教育基地.
type Base struct {
	Title  string      `yaml:"title" required:"true" doc:"称号 | Title" example:"全国科普教育基地"`
	By     string      `yaml:"by" doc:"授予机构 | Who gave it"`
	From   PartialDate `yaml:"from" doc:"起始年 | From"`
	To     PartialDate `yaml:"to" doc:"有效到哪一年 | To"`
	Source int         `yaml:"source" range:"1," required:"true" doc:"对应 sources 的第几条（从 1 数） | Number of the entry in sources, from 1"`
}

// Route is a journey from place to place.
type Route struct {
	Common   `yaml:",inline"`
	Status   string  `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Mode     string  `yaml:"mode" enum:"walk,cycle,drive,transit,mixed" doc:"方式：walk 步行、cycle 骑行、drive 驾车、transit 公共交通、mixed 混合 | Way of travelling"`
	Duration string  `yaml:"duration" doc:"全程要多久，如 一天 | How long it takes"`
	Season   string  `yaml:"season" doc:"适合的季节 | Best season"`
	Stops    []Visit `yaml:"stops" required:"true" doc:"各站，按先后 | Stops, in order"`
}

// Visit is one stop of a route.
type Visit struct {
	Place       Ref          `yaml:"place" instead:"name" ref:"places" doc:"场所的文件名；没有单独页面的写 name | Slug of the place; or else its name"`
	Name        string       `yaml:"name" doc:"名称（没有单独页面时） | Name, where it has no page"`
	Coordinates *Coordinates `yaml:"coordinates" doc:"坐标（WGS-84）；场所有坐标就不必写 | Coordinates; not needed where the place has some"`
	Stay        string       `yaml:"stay" doc:"停留多久，如 2小时 | How long to stay"`
	Note        string       `yaml:"note" doc:"看什么、注意什么 | What to see, what to heed"`
	Distance    float64      `yaml:"distance" range:"0,5000" doc:"从上一站到这里的路程（公里）；不写则给出直线距离 | Kilometres by road from the stop before; else the straight line is given"`
	Mode        string       `yaml:"mode" enum:"walk,cycle,drive,transit" doc:"从上一站怎么来：walk 步行、cycle 骑行、drive 驾车、transit 公共交通 | Way from the stop before"`
	Duration    string       `yaml:"duration" doc:"从上一站来要多久 | Time from the stop before"`
}
