package synthetic

import (
	"fmt"
	"iter"
	"strings"

	"kepu/internal/site"
)

// Sizes of what does not grow with a province.
const (
	awards = 50
	places = 300
	routes = 20
	fields = 200
)

// Province is a site of a science association: a tree of organizations from the
// province down to the villages, and people with their careers, teachers and
// honours. A third of the people are of one university.
func Province(orgs, people int) site.Input {
	in := Site(0, nil)
	in.Settings.Owner = "o00000"
	in.Settings.Feeds.Anniversaries = true
	for name, front := range ProvinceFiles(orgs, people) {
		in.Docs = append(in.Docs, Entry(name, front))
	}
	return in
}

// ProvinceFiles gives the paths of the entries of such a site, and their front
// matter. The same numbers give the same texts.
func ProvinceFiles(orgs, people int) iter.Seq2[string, string] {
	parts := []struct {
		n    int
		path string
		text func(i int) string
	}{
		{orgs, "organizations/o%05d.md", func(i int) string { return organization(i, orgs) }},
		{people, "scientists/p%05d.md", func(i int) string { return person(i, orgs) }},
		{awards, "honours/a%02d.md", func(i int) string { return award(i, people) }},
		{places, "places/l%03d.md", place},
		{routes, "routes/r%02d.md", route},
	}
	return func(yield func(name, front string) bool) {
		for _, p := range parts {
			for i := range p.n {
				if !yield(fmt.Sprintf(p.path, i), p.text(i)) {
					return
				}
			}
		}
	}
}

const provenance = "sources:\n  - title: 公布名单\n    publisher: 某报\n    date: 2011-07-22\n  - {title: 年鉴, date: 2015}\n"

// The first organizations are the province, its cities and their counties.
const (
	cities   = 10 // where the counties begin
	counties = 70 // where the rest begins
)

// organization is the i-th of n. From the counties on, of ten one is a
// university, four are societies of some level, five grassroots, two of these
// below another.
func organization(i, n int) string {
	kind, parent := "association", -1
	county := cities + i%max(1, min(n, counties)-cities)
	if n <= cities {
		county = 0
	}
	switch {
	case i == 0:
	case i < cities:
		parent = 0
	case i < counties:
		parent = 1 + i%(cities-1)
	case i%10 == 0:
		kind = "university"
	case i%10 == 1:
		kind, parent = "society", 0
	case i%10 == 2:
		kind, parent = "society", 1+i%(cities-1)
	case i%10 < 5:
		kind, parent = "society", county
	case i%10 < 8:
		kind, parent = "grassroots", county
	default:
		kind, parent = "grassroots", county
		if earlier := (i - counties) / 10; earlier > 0 {
			parent = counties + 10*(i/7%earlier) + 5
		}
	}
	text := fmt.Sprintf("title: 机构%d\nkind: %s\nshort: 机%d\ncities: [市%d]\nfounded: %d\n", i, kind, i, i%9, 1950+i%70)
	if parent >= 0 {
		text += fmt.Sprintf("parent: o%05d\n", parent)
	}
	return text
}

var (
	surnames = strings.Fields("王Wáng 李Lǐ 张Zhāng 刘Liú 陈Chén 杨Yáng 赵Zhào 黄Huáng 周Zhōu 吴Wú 徐Xú 孙Sūn 马Mǎ 朱Zhū 胡Hú 郭Guō 何Hé 高Gāo 林Lín 郑Zhèng 谢Xiè 罗Luó 梁Liáng 宋Sòng 唐Táng 许Xǔ 韩Hán 冯Féng 邓Dèng 曹Cáo")
	middles  = strings.Fields("建Jiàn 国Guó 文Wén 志Zhì 德Dé 永Yǒng 春Chūn 秀Xiù 玉Yù 晓Xiǎo 大Dà 光Guāng 海Hǎi 金Jīn 立Lì 明Míng 新Xīn 学Xué 正Zhèng 子Zǐ")
	lasts    = strings.Fields("华huá 明míng 军jūn 平píng 东dōng 红hóng 强qiáng 伟wěi 芳fāng 丽lì 杰jié 涛tāo 超chāo 波bō 林lín 飞fēi 云yún 成chéng 山shān 海hǎi 民mín 生shēng 珍zhēn 庆qìng 峰fēng")
)

// nameOf is a name and its pinyin. Names come again, as they do.
func nameOf(i int) (name, pinyin string) {
	part := func(list []string, n int) (char, reading string) {
		s := list[n%len(list)]
		return s[:3], s[3:] // a Han character of three bytes
	}
	a, x := part(surnames, i*7)
	b, y := part(middles, i/len(surnames))
	c, z := part(lasts, i/7)
	return a + b + c, x + " " + y + z
}

var phases = []string{"family", "schooling", "mentors", "research", "research", "exchange", "service", "honour"}

func person(i, orgs int) string {
	var b strings.Builder
	name, pinyin := nameOf(i)
	university := func(n int) int { return min(orgs-1, counties+10*(n%10)) }
	born := 1900 + i%90
	fmt.Fprintf(&b, "title: %s\npinyin: %s\nknown_for: 在长春的实验室里从零开始\n%s", name, pinyin, provenance)
	fmt.Fprintf(&b, "born: {date: %d-%02d-%02d, place: 吉林}\n", born, 1+i%12, 1+i%28)
	if i%2 == 0 {
		fmt.Fprintf(&b, "died:\n  date: %d-%02d-%02d\n", born+60+i%30, 1+i%11, 1+i%27)
	}
	fmt.Fprintf(&b, "fields: [领域%03d, 领域%03d]\ncities: [市%d]\n", i%fields, (i*3+1+i/fields)%fields, i%9)
	fmt.Fprintf(&b, "education:\n  - {organization: o%05d, role: 本科, from: %d, to: %d}\n", university(i%30), born+18, born+22)
	fmt.Fprintf(&b, "affiliations:\n  - {organization: o%05d, role: 研究员, from: %d, to: %d}\n  - {organization: o%05d, role: 理事, from: %d}\n", university(i%3), born+22, born+60, i%orgs, born+40)
	b.WriteString("timeline:\n")
	for j, phase := range phases {
		fmt.Fprintf(&b, "  - {date: %d, text: 这一年他第%d次到野外考察, phase: %s, source: %d}\n", born+5*j, j, phase, 1+j%2)
	}
	if i/awards%2 == 0 { // else the award says it
		fmt.Fprintf(&b, "honours:\n  - {award: a%02d, year: %d, source: 1}\n", i%awards, 2000+i/awards%20)
	}
	if i > 0 {
		one, other := (i-1)/3, i-1-i*13%min(i, 500)
		fmt.Fprintf(&b, "teachers: [p%05d", one)
		if one != other {
			fmt.Fprintf(&b, ", p%05d", other)
		}
		b.WriteString("]\n")
	}
	if i%50 == 1 {
		fmt.Fprintf(&b, "offers: [lecture]\nconsent: 示例\nregion: [市%d, 市%d]\ncontact: mailto:kepu@example.org\ntalks:\n  - {title: 雾凇从哪里来, audiences: [青少年], minutes: 60}\n", i%9, (i+1)%9)
	}
	return b.String()
}

// award holds the people whose own files do not name it.
func award(i, people int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: 奖%d\nkind: prize\nlevel: provincial\nby: [o00000]\n%seditions:\n", i, provenance)
	byYear := map[int][]string{}
	for p := i; p < people; p += awards {
		if year := 2000 + p/awards%20; p/awards%2 == 1 {
			byYear[year] = append(byYear[year], fmt.Sprintf("p%05d", p))
		}
	}
	for year := 2000; year < 2020; year++ {
		fmt.Fprintf(&b, "  - year: %d\n    laureates: [%s]\n    source: 1\n", year, strings.Join(append(byYear[year], "张三"), ", "))
	}
	return b.String()
}

func place(i int) string {
	return fmt.Sprintf("title: 馆%d\nkind: museum\naddress: 人民大街%d号\ncities: [市%d]\ncoordinates: {lat: %.3f, lng: %.3f}\nhours: [周二至周日 09:00-16:30, 周一闭馆]\nseasons:\n  - {name: 夏季, from: 05-01, to: 10-07, hours: 09:00-17:30}\n", i, i, i%9, 41+float64(i*37%500)/100, 122+float64(i*53%900)/100)
}

func route(i int) string {
	text := fmt.Sprintf("title: 路线%d\nmode: drive\nduration: 两日\nstops:\n  - {place: l%03d, stay: 2小时}\n", i, i*7%places)
	for j := 1; j < 5; j++ {
		text += fmt.Sprintf("  - {place: l%03d, distance: %d, mode: drive}\n", (i*7+j*31)%places, 10*j)
	}
	return text
}
