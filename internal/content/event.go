package content

// Event is something one can attend. Its time is one of: start (and end); start
// with repeat; sessions; stops, for what tours; on, for a solar term. Decode fills in
// Start and End from the others.
type Event struct {
	Common        `yaml:",inline"`
	Status        string        `yaml:"status" enum:"scheduled,tentative,cancelled,postponed,rescheduled,draft" doc:"状态：scheduled 如期（默认）、tentative 待定、cancelled 取消、postponed 延期、rescheduled 改期、draft 草稿 | State of the event"`
	Start         Time          `yaml:"start" instead:"on,sessions,stops" zone:"site" doc:"开始：日期（全天）或日期加时间；有场次、巡展站点或节气时可不写 | Start: a date (all day) or date and time; not needed with sessions, stops or on" example:"2026-09-19 09:00"`
	End           Time          `yaml:"end" zone:"site" doc:"结束；全天活动写最后一天 | End; for whole days the last day" example:"2026-09-19 11:30"`
	On            string        `yaml:"on" format:"term" doc:"节气，如 谷雨（发布日期之后的第一个）或 2027年谷雨，代替 start | Solar term: the first after date, or that of a year; instead of start" example:"2027年谷雨"`
	Hours         []string      `yaml:"hours" format:"hours" doc:"每天的开放时间，如 09:00-16:30，或 [周二至周日 09:00-16:30, 周一闭馆] | Opening hours of each day" example:"09:00-16:30"`
	Repeat        string        `yaml:"repeat" format:"repeat" doc:"重复：每周六、每月第二个周六、每年5月30日，可加“，到2026-12-31”或“，共10次”；也可写 RRULE，如 FREQ=WEEKLY;BYDAY=SA | Recurrence: a phrase in Chinese, or an RRULE of RFC 5545" example:"每周，共10次"`
	Except        []Time        `yaml:"except" zone:"site" doc:"不办的日期 | Dates on which it does not take place"`
	Extra         []Time        `yaml:"extra" zone:"site" doc:"另加的日期或时间 | Further dates or times"`
	Sessions      []Session     `yaml:"sessions" doc:"多场活动的各场次 | Sessions of an event with several"`
	Stops         []Stop        `yaml:"stops" doc:"巡展各站，或同时开放的各会场 | Stops of a tour, or venues at the same time"`
	Place         Ref           `yaml:"place" ref:"places" doc:"场所的文件名 | Slug of the place"`
	Venue         string        `yaml:"venue" doc:"地点文字；场所没有单独页面时用，有页面时写厅室 | Place in words, or the room where place is given"`
	Online        string        `yaml:"online" format:"url" doc:"线上参加的网址；线上线下同时办就和 place 一起写 | Address to join online"`
	PartOf        Ref           `yaml:"part_of" ref:"events" doc:"分会场填主会场活动的文件名 | Slug of the main event of which this is a branch venue"`
	Undertakers   []Body        `yaml:"undertakers" doc:"承办单位：机构文件名或名称 | Undertakers: slugs or names"`
	CoOrganizers  []Body        `yaml:"co_organizers" doc:"协办单位：机构文件名或名称 | Co-organizers: slugs or names"`
	Supporters    []Body        `yaml:"supporters" doc:"支持单位：机构文件名或名称 | Supporters: slugs or names"`
	Speakers      []Person      `yaml:"speakers" doc:"主讲人 | Speakers"`
	Series        Ref           `yaml:"series" ref:"series" doc:"所属系列的文件名 | Series it belongs to"`
	Edition       int           `yaml:"edition" range:"1,999" doc:"第几届；只写文件上有的届次 | Number of the edition, as attested" example:"21"`
	People        []Ref         `yaml:"scientists" ref:"scientists" doc:"相关人物的文件名 | Related scientists"`
	Registration  *Registration `yaml:"registration" doc:"报名办法 | How to register"`
	PreviousStart Time          `yaml:"previous_start" zone:"site" doc:"改期前的开始时间 | Start before it was rescheduled"`
	Notice        string        `yaml:"notice" doc:"取消、延期、改期的说明 | Why it was cancelled or moved"`
	Changes       []Change      `yaml:"changes" doc:"变更记录：每次改时间、地点、状态都加一条，订阅者的日历据此更新 | Change log: one item for each change that was announced; calendars of subscribers follow it"`
	Recap         []Ref         `yaml:"recap" ref:"articles" doc:"活动回顾文章的文件名 | Articles that look back on it"`
	Materials     []Material    `yaml:"materials" doc:"活动资料：课件、录像等 | Slides, recordings and the like"`
	UID           string        `yaml:"uid" doc:"日历中的编号；活动文件改名或搬家后写原来的路径，如 events/2026/old-name | Identity in calendars: after renaming the file, its former path"`

	spans bool // see Spans
}

// Spans says that the event is on all the time from its start to its end, as
// written: its sessions and stops are parts of it.
func (e *Event) Spans() bool { return e.spans }

// Session is one sitting of an event.
type Session struct {
	ID       string   `yaml:"id" format:"slug" doc:"场次编号；要调整各场次序时先写上 | Name in calendars; give one before reordering"`
	Title    string   `yaml:"title" doc:"本场名称 | Name of the session"`
	Start    Time     `yaml:"start" required:"true" zone:"site" doc:"本场开始 | Start"`
	End      Time     `yaml:"end" zone:"site" doc:"本场结束 | End"`
	Place    Ref      `yaml:"place" ref:"places" doc:"本场场所的文件名 | Slug of the place"`
	Venue    string   `yaml:"venue" doc:"本场地点文字；活动写了 place 时表示其中的厅室，在别处办就另写 place | Place in words; with a place of the event a room of it"`
	Online   string   `yaml:"online" format:"url" doc:"本场线上网址 | Address to join online"`
	Speakers []Person `yaml:"speakers" doc:"本场主讲人 | Speakers"`
	Status   string   `yaml:"status" enum:"scheduled,cancelled,postponed,rescheduled" doc:"本场状态：scheduled 如期（默认）、cancelled 取消、postponed 延期、rescheduled 改期 | State of the session"`
}

// Stop is one place of an event that tours, with its own dates, or one of
// several venues.
type Stop struct {
	ID           string   `yaml:"id" format:"slug" doc:"站点编号；要调整各站次序时先写上 | Name in calendars; give one before reordering"`
	Title        string   `yaml:"title" doc:"本站名称，如 主会场 | Name of the stop"`
	Start        Time     `yaml:"start" required:"true" zone:"site" doc:"本站第一天 | First day"`
	End          Time     `yaml:"end" zone:"site" doc:"本站最后一天 | Last day"`
	Hours        []string `yaml:"hours" format:"hours" doc:"本站开放时间 | Opening hours"`
	Except       []Time   `yaml:"except" zone:"site" doc:"本站闭展的日期 | Days on which it is closed"`
	Place        Ref      `yaml:"place" ref:"places" doc:"本站场所的文件名 | Slug of the place"`
	Venue        string   `yaml:"venue" doc:"本站地点文字 | Place in words"`
	City         Term     `yaml:"city" term:"cities" doc:"本站市州；场所有页面时可不写 | City, where the place has no page"`
	Organization Ref      `yaml:"organization" ref:"organizations" doc:"本站负责机构的文件名 | Slug of the organization in charge"`
	Contact      string   `yaml:"contact" doc:"本站咨询电话 | Telephone"`
	Note         string   `yaml:"note" doc:"本站说明 | Note"`
	Status       string   `yaml:"status" enum:"scheduled,cancelled,postponed,rescheduled" doc:"本站状态：scheduled 如期（默认）、cancelled 取消、postponed 延期、rescheduled 改期 | State of the stop"`
}

// Registration tells how to join an event.
type Registration struct {
	Required bool   `yaml:"required" doc:"是否必须报名 | Whether one must register"`
	URL      string `yaml:"url" format:"contact" doc:"报名网址 | Address of the form"`
	Opens    Time   `yaml:"opens" zone:"site" doc:"报名开始 | Opening instant"`
	Closes   Time   `yaml:"closes" zone:"site" doc:"报名截止 | Closing instant"`
	Capacity int    `yaml:"capacity" range:"0," doc:"名额（人） | Number of places" example:"100"`
	Fee      string `yaml:"fee" doc:"费用，如 免费、每人10元 | Fee"`
	Contact  string `yaml:"contact" doc:"咨询电话或邮箱 | Telephone or address for questions"`
	Note     string `yaml:"note" doc:"报名说明 | Note"`
}

// Change is one announced change of an event. Their number is the SEQUENCE of
// the event in calendars (RFC 5545 §3.8.7.4), so that none may be taken out.
type Change struct {
	Date Time   `yaml:"date" required:"true" zone:"site" doc:"宣布变更的日期或时间 | When it was announced" example:"2026-09-10"`
	Text string `yaml:"text" required:"true" doc:"改了什么 | What changed" example:"因降雨改到9月27日，地点不变"`
}

// Material is something to take away from an event.
type Material struct {
	Title string `yaml:"title" required:"true" doc:"名称 | Name"`
	URL   string `yaml:"url" required:"true" format:"file" doc:"网址，或本站文件如 /files/slides.pdf（放在 content/static/files/） | Address, or a file of the site" example:"/files/slides.pdf"`
	Note  string `yaml:"note" doc:"说明，如 PDF，2 MB | Note"`
}
