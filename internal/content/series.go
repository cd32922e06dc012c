package content

// SeriesEntry is an observance, a conference with editions, a contest, a
// campaign, or a column of articles.
type SeriesEntry struct {
	Common  `yaml:",inline"`
	Status  string      `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind    string      `yaml:"kind" required:"true" enum:"observance,conference,contest,campaign,column" doc:"类别：observance 节日纪念日、conference 年会论坛、contest 赛事、campaign 品牌活动、column 文章专栏 | Kind of series" example:"column"`
	Custom  string      `yaml:"custom" doc:"惯常时间，如“每年5月30日” | When it usually is, in words"`
	Since   PartialDate `yaml:"since" doc:"起始年 | First year"`
	Basis   string      `yaml:"basis" doc:"设立依据 | Legal or official basis"`
	Website string      `yaml:"website" format:"url" doc:"官方网站 | Website"`
	Nominal []Nominal   `yaml:"nominal" doc:"按惯例推算日期的规则；推算的日期标“待定”，有据可查的日期总是优先 | Rules that give nominal dates, shown as tentative; dates on record win"`
	Dates   []Edition   `yaml:"dates" doc:"有据可查的历年日期 | Real dates on record"`
}

// Nominal is a rule for the dates of an observance, with the years in which it
// is in force.
type Nominal struct {
	Repeat string `yaml:"repeat" instead:"on" format:"repeat" doc:"每年的哪一天：每年5月30日，或 RRULE，如 FREQ=YEARLY;BYMONTH=5;BYDAY=3SA | Which day of each year: a phrase, or an RRULE" example:"每年5月30日"`
	On     string `yaml:"on" format:"term" doc:"节气，如 清明，代替 repeat | Solar term, instead of repeat" example:"清明"`
	Days   int    `yaml:"days" range:"1,366" doc:"持续几天，默认1天 | Days it lasts, by default 1" example:"7"`
	From   int    `yaml:"from" range:"1000,2999" doc:"从哪一年起 | First year in force" example:"2017"`
	To     int    `yaml:"to" range:"1000,2999" doc:"到哪一年止；仍在执行就不写 | Last year in force" example:"2024"`
	Fixed  bool   `yaml:"fixed" doc:"true 表示日期由法律或批复固定，不需逐年通知，不标“待定” | The date is fixed by law and needs no yearly notice"`
	Source string `yaml:"source" doc:"出处 | Source"`
}

// Edition is one year's (or one numbered) holding of a series.
type Edition struct {
	Year      int     `yaml:"year" range:"1000,2999" required:"true" doc:"年份 | Year"`
	Edition   int     `yaml:"edition" range:"1,999" doc:"第几届；只写文件上有的届次 | Number, as attested" example:"21"`
	Start     Time    `yaml:"start" zone:"site" doc:"第一天 | First day"`
	End       Time    `yaml:"end" zone:"site" doc:"最后一天 | Last day"`
	Themes    []Theme `yaml:"themes" doc:"主题口号；流传多个时都写，各注出处 | Theme lines, each with its source"`
	Tentative bool    `yaml:"tentative" doc:"日期未经官方确认 | Not confirmed"`
	Cancelled bool    `yaml:"cancelled" doc:"当年没有举办 | Not held that year"`
	Scope     string  `yaml:"scope" doc:"适用范围，如 吉林省 | Where it applied"`
	Source    string  `yaml:"source" doc:"出处 | Source"`
}

// Theme is one theme line of an edition.
type Theme struct {
	Text   string `yaml:"text" required:"true" doc:"主题 | Theme"`
	Source string `yaml:"source" doc:"出处 | Source"`
}
