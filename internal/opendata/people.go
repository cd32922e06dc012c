package opendata

// People is the file people.json.
type People struct {
	Head
	People []Person `json:"people" doc:"全部人物和团队，按网址排列 | All people and teams, by address"`
}

// Person is a profile of a person or a team. It holds nothing about how to
// reach somebody: that stays on the page.
type Person struct {
	ID           string      `json:"id" doc:"编号；改名后不变 | Identity, which no change of the name changes"`
	URL          string      `json:"url" doc:"网页 | Page"`
	Name         string      `json:"name" doc:"姓名；团队的名称 | Name, also that of a team"`
	Kind         string      `json:"kind" enum:"person,team" doc:"类别：人物、团队 | Person or team"`
	Pinyin       string      `json:"pinyin,omitempty" doc:"姓名的拼音 | Pinyin of the name"`
	Names        []OtherName `json:"names,omitempty" doc:"其他姓名 | Other names"`
	Summary      string      `json:"summary,omitempty" doc:"摘要 | Summary"`
	KnownFor     string      `json:"known_for,omitempty" doc:"为什么值得记住 | Why the person matters"`
	Born         *Life       `json:"born,omitempty" doc:"出生 | Birth"`
	Died         *Life       `json:"died,omitempty" doc:"逝世 | Death"`
	Founded      string      `json:"founded,omitempty" doc:"团队组建时间 | When the team was formed"`
	Ethnicity    string      `json:"ethnicity,omitempty" doc:"民族 | Ethnicity"`
	Fields       []string    `json:"fields,omitempty" doc:"研究领域 | Fields of work"`
	Affiliations []Tenure    `json:"affiliations,omitempty" doc:"任职经历 | Affiliations"`
	Education    []Tenure    `json:"education,omitempty" doc:"求学经历 | Education"`
	Honours      []Grant     `json:"honours,omitempty" doc:"荣誉，先得的在前 | Honours, the oldest first"`
	Teachers     []Someone   `json:"teachers,omitempty" doc:"老师 | Teachers"`
	Students     []Someone   `json:"students,omitempty" doc:"学生 | Students"`
	Members      []Someone   `json:"members,omitempty" doc:"团队成员 | Members of the team"`
	Teams        []Someone   `json:"teams,omitempty" doc:"所在团队 | Teams that the person belongs to"`
	Works        []Work      `json:"works,omitempty" doc:"代表作 | Works"`
	SameAs       []string    `json:"same_as,omitempty" doc:"其他网站上的同一人 | The same person elsewhere"`
	Topics       []string    `json:"topics,omitempty" doc:"主题 | Topics"`
	Cities       []City      `json:"cities,omitempty" doc:"市州 | Cities and prefecture"`
	Sources      []Source    `json:"sources,omitempty" doc:"资料来源 | Sources"`
	Origin
}

// OtherName is a name of another time or in another script.
type OtherName struct {
	Name   string `json:"name" doc:"姓名 | Name"`
	Kind   string `json:"kind,omitempty" enum:"former,courtesy,pen,own,korean,latin" doc:"曾用名、字号、笔名、本民族文字、朝鲜文、拉丁字母 | Kind of name"`
	Pinyin string `json:"pinyin,omitempty" doc:"这个名字的拼音 | Pinyin of this name"`
}

// Life is the beginning or the end of a life.
type Life struct {
	Date  string `json:"date" doc:"日期，可能只有年或年月 | Date, perhaps only a year or a month"`
	Place string `json:"place,omitempty" doc:"地点 | Place"`
}

// Tenure is a time at an institution.
type Tenure struct {
	Name string `json:"name" doc:"机构 | Institution"`
	URL  string `json:"url,omitempty" doc:"机构的网页 | Its page"`
	Role string `json:"role,omitempty" doc:"职务或身份 | Role"`
	From string `json:"from,omitempty" doc:"起 | From"`
	To   string `json:"to,omitempty" doc:"止 | To"`
}

// Grant is an honour that somebody received.
type Grant struct {
	Title string `json:"title" doc:"荣誉 | Honour"`
	URL   string `json:"url,omitempty" doc:"该荣誉的网页 | Its page"`
	Date  string `json:"date,omitempty" doc:"年份或日期 | Year or date"`
	Grade string `json:"grade,omitempty" doc:"等级或身份 | Grade, or that it was posthumous"`
	For   string `json:"for,omitempty" doc:"获奖成果 | What it was given for"`
	By    string `json:"by,omitempty" doc:"授予机构 | Who gave it"`
}

// Work is a publication or an achievement.
type Work struct {
	Title     string `json:"title" doc:"名称 | Title"`
	Year      string `json:"year,omitempty" doc:"年份 | Year"`
	Publisher string `json:"publisher,omitempty" doc:"出版者或刊物 | Publisher or journal"`
	DOI       string `json:"doi,omitempty" doc:"DOI | DOI"`
	ISBN      string `json:"isbn,omitempty" doc:"ISBN | ISBN"`
	URL       string `json:"url,omitempty" doc:"网址 | Address"`
	Note      string `json:"note,omitempty" doc:"说明 | Note"`
}

func (n OtherName) text() string { return n.Name }
func (t Tenure) text() string    { return words(t.Name, t.Role, span(t.From, t.To)) }
func (g Grant) text() string     { return words(g.Title, g.Grade, g.Date) }
func (w Work) text() string      { return words(w.Title, w.Year) }
