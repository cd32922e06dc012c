package opendata

// Honours is the file honours.json.
type Honours struct {
	Head
	Honours []Honour `json:"honours" doc:"全部荣誉，按网址排列 | All honours, by address"`
}

// Honour is a prize, a title, a decoration or a membership with its roll.
type Honour struct {
	ID       string    `json:"id" doc:"编号；改名后不变 | Identity, which no change of the name changes"`
	URL      string    `json:"url" doc:"网页 | Page"`
	Name     string    `json:"name" doc:"名称 | Name"`
	Kind     string    `json:"kind" enum:"prize,title,decoration,membership" doc:"类别：奖项、荣誉称号、勋章奖章、院士等身份 | Kind of honour"`
	Level    string    `json:"level,omitempty" enum:"international,national,provincial,city,society" doc:"级别：国际、国家、省级、市级、学会 | Level"`
	By       []Body    `json:"by,omitempty" doc:"授予机构 | Who gives it"`
	Since    string    `json:"since,omitempty" doc:"设立时间 | Since"`
	Interval string    `json:"interval,omitempty" doc:"多久评一次 | How often"`
	Website  string    `json:"website,omitempty" doc:"官方网站 | Website"`
	Summary  string    `json:"summary,omitempty" doc:"摘要 | Summary"`
	Editions []Edition `json:"editions,omitempty" doc:"历届，先颁的在前 | Editions, the oldest first"`
	Topics   []string  `json:"topics,omitempty" doc:"主题 | Topics"`
	Sources  []Source  `json:"sources,omitempty" doc:"资料来源 | Sources"`
	Origin
}

// Edition is one time that an honour was given.
type Edition struct {
	Year      int        `json:"year,omitempty" doc:"年份；不写表示不详 | Year; unknown if left out"`
	Edition   int        `json:"edition,omitempty" doc:"第几届 | Number, as attested"`
	Date      string     `json:"date,omitempty" doc:"颁授日期，可能只有年月 | When it was given, perhaps only a month"`
	Complete  bool       `json:"complete" doc:"名单是否完整 | Whether the list is complete"`
	Laureates []Laureate `json:"laureates" doc:"获得者 | Laureates"`
}

// Laureate is somebody who received an honour.
type Laureate struct {
	Name         string `json:"name" doc:"姓名 | Name"`
	URL          string `json:"url,omitempty" doc:"人物网页 | Profile"`
	Organization *Body  `json:"organization,omitempty" doc:"所在机构 | Organization"`
	Grade        string `json:"grade,omitempty" doc:"等级或身份 | Grade, or that it was posthumous"`
	For          string `json:"for,omitempty" doc:"获奖成果 | What it was given for"`
}

// honourRow is a line of honours.csv: a laureate, or an edition or an honour of
// which none is listed.
type honourRow struct {
	ID           string `json:"id" doc:"荣誉编号 | Identity of the honour"`
	Name         string `json:"name" doc:"荣誉名称 | Name of the honour"`
	Kind         string `json:"kind" doc:"类别 | Kind"`
	Level        string `json:"level" doc:"级别 | Level"`
	By           []Body `json:"by" doc:"授予机构 | Who gives it"`
	Year         int    `json:"year" doc:"年份 | Year"`
	Edition      int    `json:"edition" doc:"第几届 | Number of the edition"`
	Date         string `json:"date" doc:"颁授日期 | When it was given"`
	Complete     bool   `json:"complete" doc:"该届名单是否完整 | Whether the list of the edition is complete"`
	Laureate     string `json:"laureate" doc:"获得者 | Laureate"`
	LaureateURL  string `json:"laureate_url" doc:"人物网页 | Profile"`
	Organization string `json:"organization" doc:"所在机构 | Organization"`
	Grade        string `json:"grade" doc:"等级或身份 | Grade, or that it was posthumous"`
	For          string `json:"for" doc:"获奖成果 | What it was given for"`
	Example      bool   `json:"example" doc:"是否演示用的虚构内容 | Invented, for demonstration"`
	URL          string `json:"url" doc:"荣誉网页 | Page"`
}

func (h *Honours) rows() any {
	list := []honourRow{}
	for _, x := range h.Honours {
		row := honourRow{ID: x.ID, Name: x.Name, Kind: x.Kind, Level: x.Level, By: x.By, Example: x.Example, URL: x.URL}
		if len(x.Editions) == 0 {
			list = append(list, row)
		}
		for _, e := range x.Editions {
			row := row
			row.Year, row.Edition, row.Date, row.Complete = e.Year, e.Edition, e.Date, e.Complete
			if len(e.Laureates) == 0 {
				list = append(list, row)
			}
			for _, l := range e.Laureates {
				row.Laureate, row.LaureateURL, row.Organization, row.Grade, row.For = l.Name, l.URL, "", l.Grade, l.For
				if l.Organization != nil {
					row.Organization = l.Organization.Name
				}
				list = append(list, row)
			}
		}
	}
	return list
}
