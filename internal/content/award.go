package content

// Award is an honour that people receive: a prize, a title, a decoration. Who
// received it may stand here or in a profile, whichever is nearer at hand; the
// roll and the profiles show both.
type Award struct {
	Common   `yaml:",inline"`
	Status   string         `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind     string         `yaml:"kind" required:"true" enum:"prize,title,decoration,membership" doc:"类别：prize 奖项、title 荣誉称号、decoration 勋章奖章、membership 院士等身份 | Kind of honour" example:"prize"`
	Level    string         `yaml:"level" enum:"international,national,provincial,city,society" doc:"级别：international 国际、national 国家、provincial 省级、city 市级、society 学会 | Level" example:"provincial"`
	By       []Body         `yaml:"by" doc:"授予机构：机构文件名或名称 | Who gives it"`
	Since    PartialDate    `yaml:"since" doc:"设立时间 | Since"`
	Interval string         `yaml:"interval" doc:"多久评一次，如 每两年一次 | How often"`
	Website  string         `yaml:"website" format:"url" doc:"官方网站 | Website"`
	Editions []AwardEdition `yaml:"editions" doc:"历届 | Editions"`
}

// AwardEdition is one time that an award was given.
type AwardEdition struct {
	Year      int         `yaml:"year" range:"1000,2999" required:"true" doc:"年份 | Year"`
	Edition   int         `yaml:"edition" range:"1,999" doc:"第几届；只写文件上有的届次 | Number, as attested" example:"14"`
	Date      PartialDate `yaml:"date" doc:"颁授日期 | When it was given"`
	Complete  bool        `yaml:"complete" example:"false" doc:"true 表示名单完整；不写则页面注明只列出部分 | The list is complete; else the page says that it is not"`
	Laureates []Laureate  `yaml:"laureates" doc:"获得者：人物文件名或姓名 | Laureates: slugs or names"`
	Note      string      `yaml:"note" doc:"说明 | Note"`
	Source    int         `yaml:"source" range:"1," doc:"对应 sources 的第几条（从 1 数） | Number of the entry in sources, from 1"`
}

// Laureate is somebody who received an award: one word does, a slug or a name.
type Laureate struct {
	Ref          Ref    `yaml:"person" ref:"scientists" doc:"本站人物的文件名 | Slug of a profile"`
	Name         string `yaml:"name" doc:"姓名（本站没有主页时） | Name, where there is no profile"`
	Organization Ref    `yaml:"organization" ref:"organizations" doc:"所在机构的文件名 | Slug of the organization"`
	Institution  string `yaml:"institution" doc:"所在机构的名称（没有单独页面时） | Name of the organization, where it has no page"`
	Grade        string `yaml:"grade" doc:"等级或身份，如 一等奖、追授 | Grade, or that it was posthumous"`
	For          string `yaml:"for" doc:"获奖成果 | What it was given for"`
}
