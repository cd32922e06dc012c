package theme_test

import (
	"fmt"
	"html/template"

	"kepu/internal/page"
)

func articleCards() []*page.Card {
	rows := []struct{ title, summary, label, motif string }{
		{"吉林的石头会说话：四亿年写成的一本书", "从长春往东走两百公里，脚下的石头换了三回。每一层都记着当年的海、火山和森林。", "地球科学", "strata"},
		{"黑土为什么是黑的", "一锹挖下去，半米都是黑的。这层土攒了一万年，用起来却只要几十年。", "农业", "rows"},
		{"雾凇不是雪，也不是霜", "零下二十多度的松花江边，一夜之间柳树全白了。", "冰雪", "crystal"},
		{"FAST怎样听见宇宙", "五百米的大锅，听的是比手机信号弱亿亿倍的声音。", "天文", "orbits"},
		{"家里停电，冰箱里的东西还能吃吗", "四个小时是一条线。", "食品", "bowl"},
		{"一块太阳能电池的一天", "", "能源", "turbine"},
	}
	var cards []*page.Card
	for i, r := range rows {
		cards = append(cards, &page.Card{Kind: "articles", URL: fmt.Sprintf("/kepu/articles/2026/a%d/", i), Title: r.title, Summary: r.summary, Label: r.label,
			Date: page.Date{ISO: "2026-09-0" + fmt.Sprint(i+1), Text: fmt.Sprintf("2026年9月%d日", i+1)}, Minutes: 4 + i, Motif: page.Motif{Name: r.motif, Seed: r.title}, Example: i == 4})
	}
	cards[3].Cover = &page.Picture{URL: "/kepu/pic.svg", Width: 720, Height: 480, Alt: "望远镜的剖面图"}
	return cards
}

func eventCards() []*page.Card {
	rows := []struct{ title, month, day, week, when, where, status, text, reg string }{
		{"科普大篷车进农博会", "9月", "12", "周六", "9月12日—14日", "长春农博园", "scheduled", "", ""},
		{"到净月潭看一晚上星星（示例）", "9月", "19", "周六", "9月19日（周六）18:30–21:00", "净月潭国家森林公园", "scheduled", "", "报名至9月15日"},
		{"光学开放日：自己磨一块透镜", "9月", "20", "周日", "9月20日（周日）09:00–11:30", "长春光机所", "cancelled", "已取消", ""},
		{"冬季用火安全网上课", "10月", "8", "周四", "10月8日（周四）19:00–20:00", "", "rescheduled", "改期", "报名至10月7日"},
		{"向海观鸟", "10月", "17", "周六", "10月17日—18日", "向海国家级自然保护区", "tentative", "待定", ""},
	}
	var cards []*page.Card
	for i, r := range rows {
		cards = append(cards, &page.Card{Kind: "events", URL: fmt.Sprintf("/kepu/events/2026/e%d/", i), Title: r.title, Summary: "摘要", Label: "天文", Example: i == 1, Motif: page.Motif{Name: "orbits", Seed: r.title},
			Event: &page.EventCard{Year: "2026", Month: r.month, Day: r.day, Weekday: r.week, When: r.when, Where: r.where, Online: r.where == "", Status: r.status, StatusText: r.text,
				StartISO: "2099-09-19T18:30:00+08:00", EndISO: "2099-09-19T21:00:00+08:00", Register: r.reg}})
	}
	return cards
}

func personCards() []*page.Card {
	rows := []struct{ name, surname, pinyin, years, field, known, motif string }{
		{"黄大年", "黄", "Huáng Dànián", "1958—2017", "地球物理", "让飞机也能给地下拍“透视片”。", "strata"},
		{"南仁东", "南", "Nán Réndōng", "1945—2017", "射电天文", "为中国天文学装上一只看得最远的“耳朵”。", "orbits"},
		{"王大珩", "王", "Wáng Dàhéng", "1915—2011", "光学", "中国光学事业的奠基人。", "waves"},
		{"蒋筑英", "蒋", "Jiǎng Zhùyīng", "1938—1982", "光学", "建立了中国第一台光学传递函数测量装置。", "waves"},
		{"唐敖庆", "唐", "Táng Áoqìng", "1915—2008", "量子化学", "中国量子化学之父。", "lattice"},
		{"李玉", "李", "Lǐ Yù", "1944—", "菌物学", "让小木耳长成大产业。", "branching"},
	}
	var cards []*page.Card
	for i, r := range rows {
		cards = append(cards, &page.Card{Kind: "scientists", URL: fmt.Sprintf("/kepu/scientists/s%d/", i), Title: r.name, Summary: r.known, Label: "科学家精神", Motif: page.Motif{Name: r.motif, Seed: r.name},
			Person: &page.PersonCard{Name: r.name, Surname: r.surname, Pinyin: r.pinyin, Years: r.years, Field: r.field, Known: r.known}})
	}
	return cards
}

func placeCards() []*page.Card {
	return []*page.Card{
		{Kind: "places", URL: "/kepu/places/jilin-science-museum/", Title: "吉林省科技馆", Summary: "在长春净月，可以动手的展品最多。", Label: "场馆", Motif: page.Motif{Name: "gears", Seed: "a"}},
		{Kind: "places", URL: "/kepu/places/xianghai/", Title: "向海国家级自然保护区", Summary: "丹顶鹤的家。", Label: "保护区", Motif: page.Motif{Name: "reeds", Seed: "b"}},
		{Kind: "places", URL: "/kepu/places/optics/", Title: "长春中国光学科学技术馆", Summary: "从小孔成像看到激光。", Label: "场馆", Motif: page.Motif{Name: "waves", Seed: "c"}},
		{Kind: "places", URL: "/kepu/places/changbaishan/", Title: "长白山国家级自然保护区", Summary: "一座会呼吸的火山。", Label: "保护区", Motif: page.Motif{Name: "peaks", Seed: "d"}},
	}
}

func topicTerms() []page.TermLink {
	names := [][2]string{{"天文", "orbits"}, {"航天", "trajectory"}, {"地球科学", "strata"}, {"农业", "rows"}, {"物理与光学", "waves"}, {"化学与材料", "lattice"}, {"生命科学", "branching"}, {"健康", "pulse"},
		{"食品", "bowl"}, {"生态环境", "reeds"}, {"应急避险", "rings"}, {"信息技术", "circuits"}, {"工程技术", "gears"}, {"能源", "turbine"}, {"冰雪", "crystal"}, {"科学家精神", "constellation"}}
	var terms []page.TermLink
	for i, n := range names {
		terms = append(terms, page.TermLink{Name: n[0], URL: "/kepu/topics/" + n[1] + "/", Count: 3 + i*7%23, Motif: page.Motif{Name: n[1], Seed: n[0]}})
	}
	terms[0].Description = "星星、望远镜和时间。"
	return terms
}

func audienceTerms() []page.TermLink {
	var terms []page.TermLink
	for _, n := range [][2]string{{"青少年", "trajectory"}, {"农民", "rows"}, {"社区居民", "bowl"}, {"产业工人", "gears"}, {"老年人", "pulse"}, {"领导干部和公务员", "peaks"}} {
		terms = append(terms, page.TermLink{Name: n[0], URL: "/kepu/audiences/" + n[1] + "/", Count: 9, Motif: page.Motif{Name: n[1], Seed: n[0]}})
	}
	return terms
}

func facts() []page.NamedText {
	return []page.NamedText{{Name: "地址", Text: "长春市净月高新技术产业开发区永顺路1666号"}, {Name: "开放时间", Text: "周三至周日9:30—16:30，周一、周二闭馆"}, {Name: "无障碍", Text: "有坡道和无障碍电梯"}}
}

func names(terms []page.TermLink) (links []page.Link) {
	for _, t := range terms {
		links = append(links, page.Link{Name: t.Name, URL: t.URL})
	}
	return links
}

func fullEntry() page.EntryView {
	return page.EntryView{
		Title: "吉林的石头会说话：四亿年写成的一本书", Summary: "从长春往东走两百公里，脚下的石头换了三回。每一层都记着当年的海、火山和森林。",
		Published: page.Date{ISO: "2026-09-01", Text: "2026年9月1日"}, Updated: page.Date{ISO: "2026-09-10", Text: "2026年9月10日"},
		Body:  &page.Body{HTML: prose, Minutes: 6, TOC: []page.Heading{{Level: 2, ID: "一", Text: "海底长出来的山", Sub: []page.Heading{{Level: 3, ID: "二", Text: "怎样认石灰岩"}}}, {Level: 2, ID: "三", Text: "火山留下的湖"}}},
		Motif: page.Motif{Name: "strata", Seed: "articles/rock"}, Topics: names(topicTerms()[2:4]), Audiences: names(audienceTerms()[:2]), Cities: []page.Link{{Name: "长春市", URL: "/kepu/cities/changchun/"}},
		Organization: &page.Link{Name: "吉林大学博物馆", URL: "/kepu/organizations/jlu/"},
		Sources:      []page.Source{{N: 1, Title: "中国区域地质志·吉林志", Text: "吉林省地质矿产局，地质出版社"}, {N: 2, Title: "GSA Geologic Time Scale", URL: "https://doi.org/10.1130/2018.CTS005R3C", Text: "Geological Society of America", Detail: "doi:10.1130/2018.CTS005R3C"}},
		Related:      append(articleCards()[1:3:3], personCards()[1], eventCards()[2]),
		Previous:     &page.Link{Name: "雾凇不是雪，也不是霜", URL: "/kepu/articles/2026/a2/"}, Next: &page.Link{Name: "FAST怎样听见宇宙", URL: "/kepu/articles/2026/a3/"},
		Example: true, EditURL: "https://gitee.com/x/y/edit/main/a.md",
	}
}

const prose template.HTML = `<p>把手按在公主岭的一块黑土上，下面约半米就是黄土；再往下，是一层层被压了上亿年的石头。<strong>每一层都是一页书</strong>，只是字写得很慢：一厘米厚的石灰岩，要攒一千年左右。</p>
<h2 id="一">海底长出来的山 <a class="anchor" href="#一" aria-label="本节链接">#</a></h2>
<p>四亿年前，今天的吉林南部泡在一片温暖的浅海里。<a href="/kepu/topics/strata/">三叶虫</a>在泥里爬，死后壳沉下去，慢慢变成石头。1972年，GSA把这一段时间叫作<em>奥陶纪</em>。<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p>
<h3 id="二">怎样认石灰岩 <a class="anchor" href="#二" aria-label="本节链接">#</a></h3>
<ul><li>滴一滴白醋，会冒小泡；</li><li>用小刀能划出白印；</li><li>常有贝壳和珊瑚的碎片。</li></ul>
<figure><img src="/kepu/pic.svg" width="720" height="480" alt="地层剖面：从上到下是黑土、黄土、砂岩和石灰岩" loading="lazy" decoding="async"><figcaption>一口井从上到下会穿过的四层。</figcaption></figure>
<aside class="callout note" aria-label="说明"><p class="callout-title">说明</p><p>地质学家说的“年轻”，常常也有几百万岁。</p></aside>
<aside class="callout tip" aria-label="小贴士"><p class="callout-title">小贴士</p><p>雨后去看路边的断面，颜色最清楚。</p></aside>
<aside class="callout warning" aria-label="注意"><p class="callout-title">注意</p><p>不要在陡崖下面敲石头，上面的会掉下来。</p></aside>
<aside class="callout quiz" aria-label="想一想"><p class="callout-title">想一想</p><p>为什么山顶上会有海里的贝壳？</p><details><summary>看答案</summary><p>因为海底后来被抬高，成了山。</p></details></aside>
<h2 id="三">火山留下的湖 <a class="anchor" href="#三" aria-label="本节链接">#</a></h2>
<blockquote><p>长白山是一座活着的火山，天池是它的口。</p></blockquote>
<div class="table" tabindex="0" role="region" aria-label="表格"><table><thead><tr><th class="ta-l">时代</th><th class="ta-r">距今（亿年）</th><th class="ta-c">吉林是什么样子</th></tr></thead><tbody><tr><td class="ta-l">奥陶纪</td><td class="ta-r">4.85～4.44</td><td class="ta-c">浅海</td></tr><tr><td class="ta-l">白垩纪</td><td class="ta-r">1.45～0.66</td><td class="ta-c">湖泊和恐龙</td></tr><tr><td class="ta-l">第四纪</td><td class="ta-r">0.0258～0</td><td class="ta-c">火山、黑土和人</td></tr></tbody></table></div>
<dl><dt>玄武岩</dt><dd>岩浆流出地面冷却成的黑色石头。</dd></dl>
<pre class="chroma" tabindex="0"><code class="language-go"><span class="kd">func</span> <span class="nf">main</span>() { println(<span class="s">"石头"</span>) }</code></pre>
<ul class="contains-task-list"><li><input type="checkbox" disabled checked aria-label="已完成"> 带水</li><li><input type="checkbox" disabled aria-label="未完成"> 带放大镜</li></ul>
<section class="footnotes" aria-label="注释"><ol><li id="fn:1"><p>地质年代以国际年代地层表为准。 <a href="#fnref:1" class="footnote-backref" aria-label="回到正文">↩</a></p></li></ol></section>
`
