package theme_test

import (
	"html/template"
	"slices"

	"kepu/internal/page"
	"kepu/internal/theme"
)

const origin = "https://kepu.example.org"

// chrome is the frame of the pages to test with, all of it filled.
func chrome(t *theme.Theme, lang string) *page.Chrome {
	base := "/kepu/"
	return &page.Chrome{
		Title: "吉林科普", Tagline: "科学就在脚下的黑土里，也在头顶的星空中", Owner: "吉林省科学技术协会",
		Description: "吉林省科学技术协会办的科普网站：看得懂的文章，去得了的活动，值得认识的科学家。",
		Lang:        lang, Dir: "ltr", Home: base, Base: base, Origin: origin,
		Policy: "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'",
		Nav: []page.NavItem{
			{Section: "home", Name: "首页", URL: base}, {Section: "articles", Name: "文章", URL: base + "articles/"},
			{Section: "agenda", Name: "活动", URL: base + "agenda/"}, {Section: "scientists", Name: "科学家", URL: base + "scientists/"},
			{Section: "places", Name: "场所", URL: base + "places/"}, {Section: "topics", Name: "主题", URL: base + "topics/"},
			{Section: "organizations", Name: "机构", URL: base + "organizations/"},
		},
		Footer: page.FooterView{
			Links: []page.Link{{Name: "关于本站", URL: base + "about/"}, {Name: "无障碍", URL: base + "accessibility/"}, {Name: "全部文章", URL: base + "archive/"}},
			Owner: "吉林省科学技术协会", Operator: "吉林省科协科普部", ICP: "吉ICP备00000000号", ICPURL: "https://beian.miit.gov.cn/",
			Police: "吉公网安备 00000000000000号", PoliceURL: "https://beian.mps.gov.cn/", SiteCode: "0000000000",
			Report: "12345", ReportURL: "tel:12345", Contact: "编辑部", Licence: "本站文字采用 CC BY 4.0，转载请注明出处；图片另有说明的除外。",
		},
		Strings: t.Strings(lang),
	}
}

func view(c *page.Chrome, tmpl, section, title, url string, main any) *page.View {
	return &page.View{
		Site: c, Template: tmpl, Section: section, Title: title, HeadTitle: title + " - " + c.Title,
		Description: "一两句话的摘要，给搜索引擎和转发卡片看。", URL: c.Base + url, Canonical: origin + c.Base + url,
		OGType: "article", OGImage: origin + c.Base + "assets/a.png",
		Alternates: []page.Alternate{
			{Lang: "zh-CN", Name: "中文", URL: c.Base + url, Abs: origin + c.Base + url, Current: c.Lang == "zh-CN"},
			{Lang: "ko", Name: "조선말", URL: c.Base + "ko/" + url, Abs: origin + c.Base + "ko/" + url, Current: c.Lang == "ko"},
		},
		Crumbs: []page.Link{{Name: "首页", URL: c.Base}, {Name: "文章", URL: c.Base + "articles/"}},
		Feeds: []page.Feed{
			{Type: "application/atom+xml", Title: "全部更新（Atom）", URL: c.Base + "feed.xml"},
			{Type: "text/calendar", Title: "活动日历", URL: c.Base + "events.ics"},
		},
		JSONLD: []template.JS{`{"@context":"https://schema.org","@type":"Article","headline":"标题"}`},
		Main:   main,
	}
}

// views gives a page for every template, with every field filled.
func views(t *theme.Theme, lang string) []*page.View {
	c := chrome(t, lang)
	entry := fullEntry()
	asOf := page.Date{ISO: "2026-09-12T08:00:00+08:00", Text: "2026年9月12日 08:00"}
	list := view(c, "list", "articles", "地球科学", "topics/earth/", &page.ListView{
		Intro: "脚下的石头、头上的云、地下的水，都在慢慢地动。", Motif: &page.Motif{Name: "strata", Seed: "topics/earth"}, Total: 47,
		Groups: []page.Group{{Cards: append(articleCards(), eventCards()[1], personCards()[0])}},
		Pager: &page.Pager{Page: 2, Pages: 9, First: "/kepu/topics/earth/", Last: "/kepu/topics/earth/9/", Previous: "/kepu/topics/earth/", Next: "/kepu/topics/earth/3/",
			Items: []page.PagerItem{{N: 1, URL: "/kepu/topics/earth/"}, {N: 2}, {N: 3, URL: "/kepu/topics/earth/3/"}, {}, {N: 9, URL: "/kepu/topics/earth/9/"}}},
		Children: topicTerms()[:3], Agenda: "/kepu/topics/earth/agenda/",
		Readers: &page.Readers{Title: "青少年：按市州看", Links: []page.Link{{Name: "长春市", URL: "/kepu/audiences/youth/changchun/"}, {Name: "延边朝鲜族自治州", URL: "/kepu/audiences/youth/yanbian/"}}},
	})
	letters := view(c, "list", "scientists", "按字母", "scientists/letters/", &page.ListView{Total: 6, Intro: "在吉林工作过，或者从吉林走出去的科学家。", Groups: []page.Group{
		{Name: "H", ID: "h", Cards: personCards()[:1]}, {Name: "J", ID: "j", Cards: personCards()[3:4]}, {Name: "N", ID: "n", Cards: personCards()[1:3]}}})
	own := subscription("吉林省科技馆的活动", "places/jilin-science-museum/")
	return slices.Insert([]*page.View{
		view(c, "home", "home", c.Title, "", &page.HomeView{AsOf: asOf, Lead: articleCards()[0], Running: eventCards()[:1], Upcoming: eventCards()[1:],
			Latest: articleCards()[1:], People: personCards(), Places: placeCards(), Topics: topicTerms(), Audiences: audienceTerms(), Agenda: "/kepu/agenda/", Map: &page.Link{Name: "科普地图", URL: "/kepu/map/"}}),
		view(c, "article", "articles", entry.Title, "articles/2026/rock/", &page.ArticleView{EntryView: entry, Authors: []string{"kepu 编辑部"}, Reviewers: []string{"审核人甲", "审核人乙"},
			Series: &page.Link{Name: "黑土地上的科学", URL: "/kepu/series/land/"}, SeriesNext: &page.Link{Name: "黑土为什么是黑的", URL: "/kepu/articles/2026/black/"},
			InSeries: []page.Link{{Name: "吉林的石头会说话", URL: "/kepu/articles/2026/rock/"}, {Name: "黑土为什么是黑的", URL: "/kepu/articles/2026/black/"}},
			People:   personCards()[:1], Events: eventCards()[:3], Places: placeCards()[:1], Issues: []page.Link{{Name: "从一块石头到一口“天眼”", URL: "/kepu/editions/2026-week-38/"}}}),
		event(c, "scheduled", "", "events/2026/night/"),
		event(c, "cancelled", "已取消", "events/2026/night-cancelled/"),
		scientist(c, true), scientist(c, false),
		organization(c, asOf), place(c, asOf),
		view(c, "series", "series", "全国科普日", "series/national-science-day/", &page.SeriesView{EntryView: entry, KindText: "节日纪念日", Custom: "每年九月第三个周末前后", Since: "2003年",
			Basis: "中国科协开展，每年举办", Website: "https://www.cast.org.cn/", Articles: articleCards()[:2], Events: eventCards()[:2],
			Ahead: observances(), AsOf: asOf, Calendar: &own,
			Editions: []page.EditionView{{Year: "2026", Edition: "第24届", When: "9月19日—25日", Scope: "全国", Tentative: true, Source: "往年惯例", Events: eventCards()[1:4]},
				{Year: "2025", When: "9月", Themes: []page.QuotationView{{Text: "科技改变生活 创新赢得未来", Source: "中国科协"}}, Source: "中国科协"}, {Year: "2020", Cancelled: true}}}),
		issue(c, entry),
		view(c, "readers", "audiences", "长春市：青少年", "audiences/youth/changchun/", &page.ReadersView{Intro: "写给长春市青少年的新文章，和快到的活动。", Motif: page.Motif{Name: "orbits", Seed: "youth"}, AsOf: asOf,
			Upcoming: eventCards()[:2], Past: eventCards()[2:3], Latest: articleCards()[:2], More: []page.Link{{Name: "青少年", URL: "/kepu/audiences/youth/"}, {Name: "长春市", URL: "/kepu/cities/changchun/"}}}),
		view(c, "page", "about", "关于本站", "about/", &page.PageView{EntryView: entry}),
		list, letters,
		view(c, "terms", "topics", "主题", "topics/", &page.TermsView{Intro: "十七个门类，从脚下到天上。", Terms: topicTerms()}),
		view(c, "404", "", "没有找到这一页", "404.html", &page.NotFoundView{Latest: articleCards()[:2], Links: []page.Link{{Name: "近期活动", URL: "/kepu/agenda/"}}}),
	}, 1, slices.Concat(calendarViews(c, asOf), peopleViews(c), placeViews(c))...)
}

// issue gives an edition of a mobile newspaper.
func issue(c *page.Chrome, e page.EntryView) *page.View {
	e.Title, e.Summary = "从一块石头到一口“天眼”", "这一周说石头，说望远镜。"
	return view(c, "issue", "editions", e.Title, "editions/2026-week-38/", &page.IssueView{EntryView: e, Masthead: "e点科普", Label: "周报 第38期", Articles: articleCards()})
}

func event(c *page.Chrome, status, text, url string) *page.View {
	card := eventCards()[1].Event
	one := *card
	one.Status, one.StatusText = status, text
	e := fullEntry()
	e.Title, e.Cover = "到净月潭看一晚上星星（示例）", nil
	e.Motif = page.Motif{Name: "constellation", Seed: "events/night"}
	v := &page.EventView{EntryView: e, Card: one, Venue: "松林草坪", Address: "长春市净月大街", Map: geo(), Place: &page.Link{Name: "净月潭国家森林公园", URL: "/kepu/places/a/"},
		Online: "https://example.org/live", CoOrganizers: []page.Link{{Name: "长春市科协"}, {Name: "净月高新区科协"}}, Speakers: []page.PersonLink{{Name: "主讲人甲", Role: "天文馆辅导员"}},
		Series: &page.Link{Name: "千场科普报告会", URL: "/kepu/series/thousand-lectures/"}, Edition: "第21届", PeopleCards: personCards()[:1],
		Registration: &page.RegistrationView{Required: true, URL: "https://example.org/join", Opens: page.Date{ISO: "2026-09-01", Text: "9月1日"},
			Closes: page.Date{ISO: "2026-09-15", Text: "9月15日"}, Capacity: 60, Fee: "免费", Contact: "现场服务台", Note: "十岁以下的孩子由大人陪同。"},
		Hours: "周六 18:30–21:00", Except: "10月3日", Term: "秋分", TimesKey: "sessions", Times: times(), MoreTimes: 8,
		Main: &page.Link{Name: "全国科普日主会场", URL: "/kepu/events/2026/main/"}, Undertakers: []page.Link{{Name: "长春市科协", URL: "/kepu/organizations/c/"}, {Name: "净月潭管理处"}},
		Supporters: []page.Link{{Name: "某仪器企业"}}, Changes: []page.ChangeView{{Date: page.Date{ISO: "2026-09-10", Text: "2026年9月10日"}, Text: "地点改到松林草坪。"}},
		Branches: []page.BranchView{{Link: page.Link{Name: "延边分会场", URL: "/kepu/events/2026/yb/"}, When: "9月19日（周六）", Where: "延吉市", By: &page.Link{Name: "延边州科协"}, Status: "已取消"}, {Link: page.Link{Name: "四平分会场"}, When: "9月20日"}},
		Recap:    articleCards()[:1], Materials: []page.MaterialView{{Title: "星图", URL: "/kepu/star.pdf", Note: "打印在A4纸上"}, {Title: "讲义"}},
		Calendar: page.Subscription{Title: e.Title, URL: origin + "/kepu/" + url + "event.ics"}}
	if text != "" {
		v.Notice, v.Previously = "连日有雨，云层太厚，看不到星星。新的时间定下来以后在本页公布。", "9月12日（周六）18:30"
	}
	return view(c, "event", "agenda", e.Title, url, v)
}
