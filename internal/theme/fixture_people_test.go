package theme_test

import (
	"html/template"

	"kepu/internal/page"
)

// drawing is what packages chart and atlas draw, in little.
func drawing(id, class, link string) template.HTML {
	return template.HTML(`<svg class="` + class + `" viewBox="0 0 360 80" role="group" aria-labelledby="x-` + id + `-t"><title id="x-` + id + `-t">图</title>` +
		`<a href="` + link + `"><circle class="mark" cx="20" cy="20" r="9"/><text x="20" y="24">1</text></a></svg>`)
}

func scientist(c *page.Chrome, portrait bool) *page.View {
	e := fullEntry()
	e.Title, e.Cover, e.Motif = "南仁东", nil, page.Motif{Name: "orbits", Seed: "scientists/nan-rendong"}
	v := &page.ScientistView{EntryView: e, Pinyin: "Nán Réndōng", Surname: "南", KnownFor: "提出并带领建成五百米口径球面射电望远镜FAST，为中国天文学装上了一只看得最远的“耳朵”。",
		Names: []page.NameView{{Label: "曾用名", Text: "南某", Pinyin: "Nán Mǒu"}, {Label: "朝鲜文名", Text: "남인동", Lang: "ko"}, {Label: "外文名", Text: "Nan Rendong", Lang: "und-Latn"}},
		Life:  "1945—2017", Facts: []page.NamedText{{Name: "出生", Text: "1945年2月19日，吉林辽源"}, {Name: "逝世", Text: "2017年9月15日"}, {Name: "民族", Text: "满族"}},
		Fields: []page.Link{{Name: "射电天文", URL: "/kepu/scientists/fields/radio/"}, {Name: "天体物理"}}, Education: []page.Tenure{{Years: "1963—1968", Name: "清华大学", Role: "学生"}},
		Affiliations: []page.Tenure{{Years: "1968—1978", Name: "通化无线电厂", Role: "技术员"}, {Years: "1982—2017", Name: "国家天文台", URL: "/kepu/organizations/nao/", Role: "研究员"}},
		Teams:        []page.PersonLink{{Name: "FAST团队", URL: "/kepu/scientists/fast/", Role: "首席科学家"}},
		Honours: []page.HonourView{{Year: "2019年", ISO: "2019-09-17", Title: "“人民科学家”国家荣誉称号", URL: "/kepu/honours/people/", By: "全国人大常委会", Source: 1},
			{Year: "2018年", ISO: "2018", Title: "改革先锋", Grade: "追授", For: "中国天眼的主要发起者和奠基人", By: "中共中央、国务院"}, {Year: "2017年", Title: "全国创新争先奖"}},
		Timeline: []page.Dated{{Year: "1963", ISO: "1963", Text: "考入清华大学。", Phase: "求学", Source: 1}, {Year: "1994", ISO: "1994", Text: "提出在喀斯特洼地里建造大型射电望远镜的设想，此后十多年走遍贵州的山。", Phase: "工作", Source: 2},
			{Year: "2016年9月25日", ISO: "2016-09-25", Text: "FAST落成启用。", Phase: "成果", Source: 1}, {Year: "2018年10月15日", ISO: "2018-10-15", Text: "79694号小行星以他的名字命名。"}},
		LifeChart: drawing("life", "life-chart", "#x-timeline"), Lineage: drawing("lineage", "lineage", "/kepu/scientists/a/"),
		Teachers: []page.PersonLink{{Name: "某先生", Role: "导师"}}, Students: []page.PersonLink{{Name: "学生甲", URL: "/kepu/scientists/a/"}, {Name: "学生乙"}},
		Works:      []page.WorkView{{Title: "The Five-hundred-meter Aperture Spherical radio Telescope project", Year: "2011", Publisher: "International Journal of Modern Physics D", URL: "https://doi.org/10.1142/S0218271811019335"}, {Title: "选址报告", Note: "与同事合作", ISBN: "978-7-03-000000-0"}},
		Quotations: []page.QuotationView{{Text: "这里放一句有出处的原话，长短两行左右，看看排出来的样子。", Source: "某报，2016年9月"}},
		SameAs:     []page.Link{{Name: "Wikidata", URL: "https://www.wikidata.org/wiki/Q1"}}, Mentions: articleCards()[:2]}
	url := "scientists/nan-rendong/"
	if portrait {
		v.Portrait = &page.Picture{URL: "/kepu/pic.svg", Width: 300, Height: 400, Alt: "南仁东在望远镜前", Credit: "摄影者", Licence: "书面授权"}
		v.Offer = offer()
		url = "scientists/nan-rendong-portrait/"
	}
	return view(c, "scientist", "scientists", e.Title, url, v)
}

// team is a person page of several.
func team(c *page.Chrome) *page.View {
	e := fullEntry()
	e.Title, e.Summary, e.Poster = "黄大年科研团队", "让飞机也能给地下拍“透视片”。", "/kepu/scientists/team/poster.png"
	return view(c, "scientist", "scientists", e.Title, "scientists/team/", &page.ScientistView{EntryView: e, Team: true, Surname: "黄", Facts: facts(),
		Members: []page.PersonLink{{Name: "黄大年", URL: "/kepu/scientists/s0/", Role: "带头人"}, {Name: "成员乙"}, {Name: "김과학", Lang: "ko"}}})
}

func offer() *page.OfferView {
	return &page.OfferView{Kinds: []string{"科普报告", "技术咨询"}, Region: []page.Link{{Name: "长春市", URL: "/kepu/cities/changchun/"}, {Name: "四平市"}}, Contact: "mailto:talks@example.org",
		Talks: []page.TalkView{{Title: "天眼是怎样找到第一颗脉冲星的", Summary: "从一张噪声图讲起。", Minutes: 60, Audiences: names(audienceTerms()[:2])}, {Title: "给孩子讲射电望远镜"}}}
}

func speakers() []page.SpeakerView {
	second := offer()
	second.Region, second.Talks, second.Contact = nil, nil, "tel:0431-00000000"
	return []page.SpeakerView{
		{Card: personCards()[1], Offer: *offer(), Keys: "topic:astronomy topic:physics audience:youth city:changchun city:siping"},
		{Card: personCards()[5], Offer: *second, Keys: "topic:agriculture audience:farmers city:*"},
	}
}

func letters() []page.LetterLink {
	var list []page.LetterLink
	for l := 'A'; l <= 'Z'; l++ {
		list = append(list, page.LetterLink{Letter: string(l)})
	}
	list = append(list, page.LetterLink{Letter: "#"})
	for letter, id := range map[int]string{'H' - 'A': "h", 'J' - 'A': "j", 'N' - 'A': "n"} {
		list[letter].URL, list[letter].Count = "#letter-"+id, letter
	}
	return list
}

func orgNodes() []page.OrgNode {
	return []page.OrgNode{{Link: page.Link{Name: "吉林省科学技术协会", URL: "/kepu/organizations/jlast/"}, Short: "省科协", Kind: "association", KindText: "科协", Count: 5, Below: "下属5个", Children: []page.OrgNode{
		{Link: page.Link{Name: "长春市科学技术协会", URL: "/kepu/organizations/changchun-ast/"}, Short: "长春市科协", Kind: "association", KindText: "科协", Count: 2, Below: "下属2个", Children: []page.OrgNode{
			{Link: page.Link{Name: "朝阳区科学技术协会"}, Kind: "association", KindText: "科协", Count: 1, Below: "下属1个", Children: []page.OrgNode{
				{Link: page.Link{Name: "某街道科普工作站", URL: "/kepu/organizations/st/"}, Kind: "grassroots", KindText: "基层组织"}}}}},
		{Link: page.Link{Name: "吉林省光学学会", URL: "/kepu/organizations/jl-optical-society/"}, Kind: "society", KindText: "学会"},
		{Link: page.Link{Name: "연변 과학기술협회", Lang: "ko", URL: "/kepu/ko/organizations/yb/"}, Kind: "association", KindText: "科协"}}}}
}

func organization(c *page.Chrome, asOf page.Date) *page.View {
	own := subscription("长春光机所的活动", "organizations/ciomp/")
	return view(c, "organization", "organizations", "中国科学院长春光学精密机械与物理研究所", "organizations/ciomp/", &page.OrganizationView{EntryView: fullEntry(), KindText: "院所", Short: "长春光机所",
		Parent: &page.Link{Name: "中国科学院"}, Host: &page.Link{Name: "吉林省科学技术厅", URL: "/kepu/organizations/kjt/"}, Hosts: []page.Link{{Name: "吉林省光学学会", URL: "/kepu/organizations/jl-optical-society/"}, {Name: "吉林省电子学会"}}, Children: orgNodes()[0].Children, Below: 5, All: "/kepu/organizations/ciomp/all/",
		Facts: facts(), Website: "http://www.ciomp.ac.cn/", People: personCards()[:2], MorePeople: &page.Link{Name: "全部36位", URL: "/kepu/scientists/at/ciomp/"},
		Honours:  []*page.Card{{Kind: "honours", URL: "/kepu/honours/a/", Title: "某科学奖", Summary: "给做科普的人。", Label: "奖项"}},
		Upcoming: eventCards()[:2], Events: eventCards()[2:3], Articles: articleCards()[:2], Places: placeCards()[:1], AsOf: asOf, Calendar: &own})
}

// peopleViews gives the lists of people and organizations, and an award.
func peopleViews(c *page.Chrome) []*page.View {
	cards := personCards()
	all := &page.PeopleView{Intro: "在吉林工作过，或者从吉林走出去的科学家。", Total: 6, Letters: letters(), Index: "/kepu/scientists/index.json",
		Groups:  []page.Group{{Name: "H", ID: "letter-h", Cards: cards[:1]}, {Name: "J", ID: "letter-j", Cards: cards[3:4]}, {Name: "N", ID: "letter-n", Cards: cards[1:3]}},
		Pager:   &page.Pager{Page: 1, Pages: 2, Next: "/kepu/scientists/2/", Items: []page.PagerItem{{N: 1}, {N: 2, URL: "/kepu/scientists/2/"}}},
		Facets:  []page.FacetView{{Title: "领域", URL: "/kepu/scientists/fields/", Items: topicTerms()[:5]}, {Title: "荣誉", Items: topicTerms()[5:7]}, {Title: "团队", Items: topicTerms()[7:8]}},
		Related: []page.Link{{Name: "可以讲科普报告的专家", URL: "/kepu/speakers/"}}}
	of := &page.PeopleView{Total: 2, Groups: []page.Group{{Cards: cards[:2]}}, Related: []page.Link{{Name: "全部科学家", URL: "/kepu/scientists/"}}}
	directory := &page.DirectoryView{Intro: "从省科协到县里的科普站。", Total: 9, Roots: orgNodes(),
		Groups: []page.OrgGroup{{Name: "高校", ID: "x-university", Nodes: []page.OrgNode{{Link: page.Link{Name: "吉林大学", URL: "/kepu/organizations/jlu/"}, Kind: "university", KindText: "高校"}, {Link: page.Link{Name: "没有主页的学校"}, Count: 1, Below: "下属1个", Children: []page.OrgNode{{Link: page.Link{Name: "它的学院"}}}}}}}}
	edition := &page.SubtreeView{Of: page.Link{Name: "吉林省科学技术协会", URL: "/kepu/organizations/jlast/"}, Intro: "最新的文章和活动。", Below: 24,
		Groups: []page.Group{{Name: "文章", ID: "x-articles", Cards: articleCards()[:3]}, {Name: "活动", ID: "x-events", Cards: eventCards()[:3]}, {Name: "场所", ID: "x-places", Cards: placeCards()[:2]}}}
	prize := fullEntry()
	prize.Title, prize.Summary = "吉林省科普贡献奖", "给把科学讲明白的人。"
	honour := &page.HonourEntryView{EntryView: prize, KindText: "奖项", Facts: []page.NamedText{{Name: "级别", Text: "省级"}, {Name: "设立", Text: "1999年"}}, By: []page.Link{{Name: "吉林省科学技术协会", URL: "/kepu/organizations/jlast/"}, {Name: "省科技厅"}},
		Website: "https://example.org/prize", Total: 4, Editions: []page.RollView{
			{ID: "x-2024", Year: "2024年", Edition: "第14届", Date: page.Date{ISO: "2024-05-30", Text: "2024年5月30日"}, Complete: true, Source: 1, Laureates: []page.LaureateView{
				{Name: "李玉", URL: "/kepu/scientists/s5/", Institution: &page.Link{Name: "吉林农业大学", URL: "/kepu/organizations/jlau/"}, Grade: "一等奖", For: "菌物科普三十年"}, {Name: "박과학", Lang: "ko", Institution: &page.Link{Name: "延边大学"}}, {Name: "获奖人丙"}}},
			{ID: "x-1999", Year: "1999年", Note: "只有报上登过的几位。", Laureates: []page.LaureateView{{Name: "获奖人甲"}}}, {ID: "x-1998", Year: "1998年", Note: "空缺。", Complete: true}}}
	experts := &page.SpeakersView{Intro: "愿意去学校、社区和村里讲科学的人。", Total: 2,
		Filters: []page.FilterView{{Name: "topic", Label: "主题", Options: []page.NamedText{{Name: "astronomy", Text: "天文"}, {Name: "agriculture", Text: "农业"}}}, {Name: "city", Label: "市州", Options: []page.NamedText{{Name: "changchun", Text: "长春市"}}}},
		Groups:  []page.SpeakerGroup{{Name: "天文", ID: "x-astronomy", Speakers: speakers()[:1]}, {Name: "农业", ID: "x-agriculture", Speakers: speakers()}}}
	return []*page.View{
		team(c),
		view(c, "people", "scientists", "科学家", "scientists/", all),
		view(c, "people", "scientists", "研究射电天文的科学家", "scientists/fields/radio/", of),
		view(c, "directory", "organizations", "机构", "organizations/", directory),
		view(c, "edition", "organizations", "吉林省科协及所属组织", "organizations/jlast/all/", edition),
		view(c, "honour", "honours", prize.Title, "honours/prize/", honour),
		view(c, "speakers", "scientists", "请专家来讲", "speakers/", experts),
	}
}
