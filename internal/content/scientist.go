package content

// Scientist is a profile of a person, or of a team.
type Scientist struct {
	Common       `yaml:",inline"`
	Status       string        `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind         string        `yaml:"kind" enum:"person,team" doc:"类别：person 人物（默认）、team 创新团队 | person, or team"`
	Pinyin       string        `yaml:"pinyin" doc:"姓名拼音，带声调，如 Wáng Dàhéng；人工填写，程序从不猜测；名单按它排序 | Pinyin with tones, written by hand and never guessed; lists are sorted by it" example:"Wáng Dàhéng"`
	Names        []OtherName   `yaml:"names" doc:"其他姓名：曾用名、字号、朝鲜文、本民族文字、外文 | Other names"`
	KnownFor     string        `yaml:"known_for" doc:"一句话：为什么值得记住 | One sentence: why the person matters"`
	Born         *Life         `yaml:"born" doc:"出生 | Birth"`
	Died         *Life         `yaml:"died" doc:"逝世 | Death"`
	Founded      PartialDate   `yaml:"founded" doc:"团队组建时间 | When the team was formed"`
	Ethnicity    string        `yaml:"ethnicity" doc:"民族 | Ethnicity"`
	Fields       []string      `yaml:"fields" doc:"研究领域 | Fields of work"`
	Affiliations []Affiliation `yaml:"affiliations" doc:"任职经历；团队写所在单位 | Affiliations"`
	Education    []Affiliation `yaml:"education" doc:"求学经历 | Education"`
	Members      []Person      `yaml:"members" doc:"团队成员，role 写分工 | Members of a team, with their roles"`
	Honours      []Honour      `yaml:"honours" doc:"荣誉；本站有该奖项页面时写 award，名单页会自动列出 | Honours"`
	Timeline     []Milestone   `yaml:"timeline" doc:"生平大事 | Timeline"`
	Teachers     []Person      `yaml:"teachers" doc:"老师（师承）；学生的页面写了，老师的页面自动列出 | Teachers; one of the two sides is enough"`
	Students     []Person      `yaml:"students" doc:"学生（师承） | Students"`
	Works        []Work        `yaml:"works" doc:"代表作 | Works"`
	Quotations   []Quotation   `yaml:"quotations" doc:"语录，须有出处 | Quotations, with their source"`
	Portrait     *Image        `yaml:"portrait" doc:"肖像，须写明署名和授权 | Portrait, with credit and licence"`
	Offers       []string      `yaml:"offers" enum:"lecture,consult" doc:"愿意提供：lecture 科普报告、consult 技术咨询；主题、对象写在 topics、audiences 里 | What the person offers: talks, advice; on topics, for audiences"`
	Talks        []Talk        `yaml:"talks" doc:"可以讲的题目 | Talks on offer"`
	Region       []Term        `yaml:"region" term:"cities" doc:"可以去哪些市州；不写表示全省 | Cities where; all if left out"`
	Contact      string        `yaml:"contact" format:"contact" doc:"邀请联系方式：网址、mailto: 或 tel:；一般写所在单位的 | How to invite: an address, mailto: or tel:"`
	Consent      string        `yaml:"consent" doc:"本人（已故者为近亲属）同意公开的凭据，如“2026年3月本人书面同意” | Proof that the person (or, of the dead, the family) agreed" example:"2026年3月本人书面同意"`
	SameAs       []string      `yaml:"same_as" format:"url" doc:"其他网站上的同一人：维基数据、ORCID 等网址 | The same person elsewhere"`
}

// IsTeam says that the profile is that of a team.
func (s *Scientist) IsTeam() bool { return s.Kind == "team" }

// OtherName is a person's name in another script or of another time.
type OtherName struct {
	Name   string `yaml:"name" required:"true" doc:"姓名 | Name"`
	Kind   string `yaml:"kind" enum:"former,courtesy,pen,own,korean,latin" doc:"类别：former 曾用名、courtesy 字号、pen 笔名、own 本民族文字、korean 朝鲜文、latin 拉丁字母 | Kind of name"`
	Pinyin string `yaml:"pinyin" doc:"这个名字的拼音 | Pinyin of this name"`
}

// Life is the beginning or the end of a life.
type Life struct {
	Date  PartialDate `yaml:"date" required:"true" doc:"日期，可只写年或年月：1938、1938-06、1938-06-15 | Date, as precise as is certain" example:"1938-06-15"`
	Place string      `yaml:"place" doc:"地点 | Place"`
}

// Affiliation ties a person to an institution for a time.
type Affiliation struct {
	Organization Ref         `yaml:"organization" ref:"organizations" doc:"机构的文件名 | Slug of the organization"`
	Name         string      `yaml:"name" instead:"organization" doc:"机构名称（没有单独页面时） | Name, where it has no page"`
	Role         string      `yaml:"role" doc:"职务或身份 | Role"`
	From         PartialDate `yaml:"from" doc:"起始年 | From"`
	To           PartialDate `yaml:"to" doc:"终止年 | To"`
}

// Honour is an award or a title that a person received.
type Honour struct {
	Award  Ref         `yaml:"award" ref:"honours" doc:"奖项的文件名（content/honours 下）；获奖名单页会自动列出此人，不必两边都写 | Slug of the award; its roll then lists the person"`
	Title  string      `yaml:"title" instead:"award" doc:"荣誉名称；本站有该奖项页面的写 award | Name of the honour; or else its award"`
	Year   PartialDate `yaml:"year" doc:"年份或日期 | Year or date"`
	Grade  string      `yaml:"grade" doc:"等级或身份，如 一等奖、追授 | Grade, or that it was posthumous"`
	For    string      `yaml:"for" doc:"获奖成果 | What it was given for"`
	By     string      `yaml:"by" doc:"授予机构 | Who gave it"`
	Source int         `yaml:"source" range:"1," doc:"对应 sources 的第几条（从 1 数） | Number of the entry in sources, from 1"`
}

// Milestone is a dated entry of a life.
type Milestone struct {
	Date   PartialDate `yaml:"date" required:"true" doc:"年份或日期 | Year or date"`
	Text   string      `yaml:"text" required:"true" doc:"事件 | What happened"`
	Phase  string      `yaml:"phase" enum:"family,schooling,mentors,research,exchange,service,honour" doc:"属于：family 家庭、schooling 求学、mentors 师承、research 科研、exchange 交流、service 任职与社会工作、honour 荣誉 | Part of life it belongs to"`
	Source int         `yaml:"source" range:"1," doc:"对应 sources 的第几条（从 1 数） | Number of the entry in sources, from 1"`
}

// Work is a publication, an instrument, a project.
type Work struct {
	Title     string      `yaml:"title" required:"true" doc:"名称 | Title"`
	Year      PartialDate `yaml:"year" doc:"年份 | Year"`
	Publisher string      `yaml:"publisher" doc:"出版者或刊物 | Publisher or journal"`
	DOI       string      `yaml:"doi" format:"doi" doc:"DOI | DOI"`
	ISBN      string      `yaml:"isbn" format:"isbn" doc:"ISBN | ISBN"`
	URL       string      `yaml:"url" format:"url" doc:"网址 | Address"`
	Note      string      `yaml:"note" doc:"说明 | Note"`
}

// Quotation is something a person said or wrote, with proof.
type Quotation struct {
	Text   string      `yaml:"text" required:"true" doc:"原话 | The words"`
	Source string      `yaml:"source" required:"true" doc:"出处 | Where they stand"`
	Date   PartialDate `yaml:"date" doc:"说或写的时间 | When"`
}

// Talk is a lecture that a person is ready to give.
type Talk struct {
	Title     string `yaml:"title" required:"true" doc:"题目 | Title"`
	Audiences []Term `yaml:"audiences" term:"audiences" doc:"讲给谁听；不写则同本人的 audiences | For whom"`
	Minutes   int    `yaml:"minutes" range:"5,600" doc:"时长（分钟） | Length in minutes" example:"60"`
	Summary   string `yaml:"summary" doc:"讲什么 | What it is about"`
}
