package diag

// Codes of the calendar: when events take place, and what contradicts it.
const (
	ForeignZone      Code = "foreign-zone"
	BadRule          Code = "bad-rule"
	RuleNever        Code = "rule-never"
	RuleStart        Code = "rule-start"
	TooManyTimes     Code = "too-many-times"
	RepeatOverlap    Code = "repeat-overlap"
	ExceptMisses     Code = "except-misses"
	ExceptAlone      Code = "except-alone"
	NothingLeft      Code = "nothing-left"
	Conflicting      Code = "conflicting-fields"
	HoursWithTime    Code = "hours-with-time"
	NeverOpen        Code = "never-open"
	TermWithoutYear  Code = "term-without-year"
	RepeatedID       Code = "repeated-id"
	RegistrationLate Code = "registration-late"
	ExtraWithTime    Code = "extra-with-time"
	LongEvent        Code = "long-event"
	NoPreviousStart  Code = "no-previous-start"
	NoChange         Code = "no-change-log"
	EditionYear      Code = "edition-year"
	DuplicateEdition Code = "duplicate-edition"
	EventLoop        Code = "event-loop"
	PlaceTwice       Code = "place-twice"
	SpeakerTwice     Code = "speaker-twice"
	WeekdayWrong     Code = "weekday-wrong"
	PastTentative    Code = "past-tentative"
	Unconfirmed      Code = "unconfirmed-date"
	NoFile           Code = "no-such-file"
	RenamedEvent     Code = "renamed-event"
	DuplicateUID     Code = "duplicate-uid"
)

var calendarMessages = map[Code]message{
	ForeignZone:      {Error, "“%[1]s”用了北京时间以外的时区：%[2]s", "“%[1]s” is in a zone other than Beijing's: %[2]s", "活动时间一律写北京时间，不加时区。", "Times of events are Beijing time, without a zone."},
	BadRule:          {Error, "“%[1]s”的重复规则不对：%[2]s（%[3]s）", "“%[1]s” is not a usable rule: %[2]s (%[3]s)", "例如：每周六、每两周周日、每月15日、每月第二个周六、每年5月30日，后面可加“，到2026-12-31”或“，共10次”；也可写 FREQ=WEEKLY;BYDAY=SA。", "For example FREQ=WEEKLY;BYDAY=SA;COUNT=10 or FREQ=MONTHLY;BYDAY=2SA;UNTIL=20261231."},
	RuleNever:        {Error, "按规则“%[1]s”没有任何一天", "the rule “%[1]s” never gives a day", "请核对月份和日期（例如2月没有30日），以及截止日期是否早于开始。", "Check the month and the day (February has no 30th), and that it does not end before it starts."},
	RuleStart:        {Error, "start 不是规则“%[1]s”里的一天，第一次应当是 %[2]s", "start is not a day of the rule “%[1]s”, whose first is %[2]s", "请把 start 改成第一次的时间，或者改规则。", "Let start be the first time, or change the rule."},
	TooManyTimes:     {Error, "规则给出的次数超过 %[1]s", "the rule gives more than %[1]s times", "请用“，到某日”或“，共几次”限定。", "Limit it by UNTIL or COUNT."},
	RepeatOverlap:    {Error, "一次还没结束，下一次（%[1]s）就开始了", "one time has not ended when the next begins (%[1]s)", "end 是第一次的结束时间；整个活动到哪天为止，写在 repeat 里，如 每周六，到2026-12-31。", "end is the end of the first time; until when it repeats belongs into repeat, as in FREQ=WEEKLY;UNTIL=20261231."},
	ExceptMisses:     {Error, "“%[1]s”里的 %[2]s 本来就不办", "%[2]s in “%[1]s” is not one of its days", "请核对日期；它必须是规则或起止日期里的一天。", "Check the date: it must be one of the days it would take place."},
	ExceptAlone:      {Error, "except 只能和 repeat，或者和 end、hours 一起用", "except needs repeat, or end with hours", "没有重复的活动取消时，写 status: cancelled。", "To call off a single event write status: cancelled."},
	NothingLeft:      {Error, "except 去掉了所有的日期", "except leaves no day at all", "活动整个取消时，写 status: cancelled，并保留原来的日期。", "To call off the whole event write status: cancelled and keep its dates."},
	Conflicting:      {Error, "“%[1]s”和“%[2]s”不能同时写", "“%[1]s” and “%[2]s” exclude each other", "一个活动只用一种方式说明时间，请删去一个。", "An event says in one way when it is: remove one of them."},
	HoursWithTime:    {Error, "写了 hours，start 和 end 就只写日期", "with hours, start and end are dates without a time", "start、end 写第一天和最后一天，每天几点开放写在 hours；只有一场的活动不用 hours。", "start and end are the first and the last day; the times of each day are in hours. An event of one session needs no hours."},
	NeverOpen:        {Error, "按 hours，活动当天不开放", "with these hours it is closed when it takes place", "请核对星期几和起止日期。", "Check the weekdays and the dates."},
	TermWithoutYear:  {Error, "不知道是哪一年的节气：%[1]s", "nobody knows of which year: %[1]s", "写上年份，如 2027年谷雨；或写 date（发布日期），取其后的第一个。", "Write the year before its name, or give a date, after which the first is meant."},
	RepeatedID:       {Error, "编号“%[1]s”用了两次", "the id “%[1]s” stands twice", "每一场、每一站的 id 要不同。", "Each session and each stop has an id of its own."},
	RegistrationLate: {Warning, "报名截止晚于活动开始", "registration closes after the event has begun", "请核对 registration.closes。", "Check registration.closes."},
	ExtraWithTime:    {Error, "活动是全天的，extra 就只写日期", "the event lasts whole days: extra are dates without a time", "请去掉时间；几点开放写在 hours。", "Leave the time out; opening times are in hours."},
	LongEvent:        {Warning, "活动持续 %[1]s 年以上", "the event lasts more than %[1]s years", "请核对年份。", "Check the years."},
	NoPreviousStart:  {Warning, "改期的活动没有写原定时间", "a rescheduled event should say when it was to be", "请写 previous_start：原来的开始时间；新的时间写在 start。", "Give its former start in previous_start; start is the new one."},
	NoChange:         {Error, "状态改成了 %[1]s，却没有变更记录", "the status is %[1]s, but there is no change log", "请在 changes 里加一条日期和说明：订阅者的日历靠它知道活动变了。", "Add an item with date and text to changes: calendars of subscribers follow it."},
	EditionYear:      {Error, "start 不在 %[1]s 年", "start is not in %[1]s", "year 是开始那一年，请核对。", "year is the year in which it begins."},
	DuplicateEdition: {Error, "第 %[1]s 届写了两次（另一次在 %[2]s 年）", "edition %[1]s stands twice (also in %[2]s)", "届次只写文件上有的，不要推算。", "Give only numbers that a document attests; do not compute them."},
	EventLoop:        {Error, "part_of 绕成了一圈：%[1]s", "the events are parts of each other: %[1]s", "part_of 只写在分会场的文件里，指向主会场。", "Only the file of a branch venue has part_of; it names the main event."},
	PlaceTwice:       {Warning, "%[1]s 同一时间（%[2]s）还有：%[3]s", "%[1]s is taken at the same time (%[2]s) by %[3]s", "请核对两个活动的时间和地点；同一场所的不同厅室写在 venue 里。", "Check both; rooms of one place are told apart by venue."},
	SpeakerTwice:     {Warning, "%[1]s 同一时间（%[2]s）还在：%[3]s", "%[1]s speaks at the same time (%[2]s) at %[3]s", "请核对两个活动的时间和主讲人。", "Check the times and the speakers of both."},
	WeekdayWrong:     {Warning, "%[1]s不是%[2]s，是%[3]s", "%[1]s is a %[3]s, not a %[2]s", "请核对日期和星期几，两个里有一个写错了。", "One of the two is wrong."},
	PastTentative:    {Warning, "活动已经过去，状态还是待定", "the event is over and still tentative", "办了就删去 status；没办就写 status: cancelled。", "If it took place remove status; if not write status: cancelled."},
	Unconfirmed:      {Warning, "%[1]s 年的日期（按惯例 %[2]s）还没有确认", "the date of %[1]s (nominally %[2]s) is not confirmed", "通知出来后，在 dates 里加上 %[1]s 年的日期和出处。", "When it is announced add %[1]s to dates, with its source."},
	NoFile:           {Error, "“%[1]s”里的 %[2]s 不是本站的文件", "%[2]s in “%[1]s” is no file of the site", "请把文件放进 content/static/，例如 content/static/files/a.pdf 写作 /files/a.pdf。", "Put it into content/static: content/static/files/a.pdf is /files/a.pdf."},
	RenamedEvent:     {Warning, "活动换了地址，却没有写 uid", "the event has moved and has no uid", "请写 uid: %[1]s（原来的路径），订阅者的日历才认得它还是同一个活动。", "Write uid: %[1]s, its former path, so that calendars know it for the same event."},
	DuplicateUID:     {Error, "uid“%[1]s”和 %[2]s 相同", "the uid “%[1]s” is that of %[2]s", "每个活动的 uid 要不同。", "Each event has a uid of its own."},
}
