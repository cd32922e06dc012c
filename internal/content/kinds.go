package content

// A Kind names one of the folders under content/ and decides which front
// matter a file there may carry.
type Kind string

// The kinds, in the order in which messages and menus list them.
const (
	Articles      Kind = "articles"
	Events        Kind = "events"
	Scientists    Kind = "scientists"
	Organizations Kind = "organizations"
	Places        Kind = "places"
	Series        Kind = "series"
	Honours       Kind = "honours"
	Routes        Kind = "routes"
	Editions      Kind = "editions"
	Pages         Kind = "pages" // content/*.md
)

// Kinds lists every kind. The order is fixed: output depends on it.
var Kinds = []Kind{Articles, Events, Scientists, Organizations, Places, Series, Honours, Routes, Editions, Pages}

// Common holds the front matter that every kind shares. The struct tags of
// this package are the single source of the decoder, of `kepu schema`, of
// `kepu new` and of the reference text:
//
//	yaml     key
//	doc      what the field means to an editor, Chinese first, then English after " | "
//	instead  keys of which one stands in for a field that is required otherwise
//	required "true" if the file is refused without it; beside ",inline" the
//	         keys of the embedded struct that this kind requires
//	format   shape of the text: url, base (url that ends with its path), contact
//	         (url, mailto: or tel:), file (url or path of a file of the site),
//	         path (of a file of the site), email, doi, isbn, repeat, term (节气), hours, monthday (05-01)
//	zone     "site": an instant is written in the site's own zone
//	range    least and greatest number, or length of a text; either may be missing
//	enum     allowed values, comma separated
//	ref      kind of entry that the slug must name
//	term     taxonomy that the value belongs to
//	example  value that `kepu new` shows
type Common struct {
	Title        string     `yaml:"title" range:"1,200" required:"true" doc:"标题；人物写姓名，机构和场所写全称 | Title; for a person the name" example:"标题"`
	Date         Time       `yaml:"date" doc:"发布日期，如 2026-05-30 或 2026-05-30 09:00 | Date of publication" example:"2026-05-30"`
	Updated      Time       `yaml:"updated" doc:"最近一次实质修改的日期 | Date of the last substantial change"`
	Summary      string     `yaml:"summary" doc:"一两句话的摘要；不写则取正文开头 | One or two sentences; default: the start of the text"`
	Topics       []Term     `yaml:"topics" term:"topics" doc:"主题，如 [天文, 航天] | Topics"`
	Audiences    []Term     `yaml:"audiences" term:"audiences" doc:"适合谁看，如 [青少年, 农民] | Audiences"`
	Cities       []Term     `yaml:"cities" term:"cities" doc:"相关市州，如 [长春市] | Cities and prefecture"`
	Organization Ref        `yaml:"organization" ref:"organizations" doc:"发布或主办机构的文件名（不带 .md） | Slug of the organization in charge"`
	Cover        *Image     `yaml:"cover" doc:"封面图片，含替代文字、署名和授权 | Cover image"`
	Sources      []Citation `yaml:"sources" doc:"资料来源，每条至少有标题 | Sources, each with at least a title"`
	Language     string     `yaml:"language" enum:"zh-CN,ko,en" doc:"语言；通常由文件名（.ko.md、.en.md）决定，不必写 | Language; usually taken from the file name"`
	Aliases      []string   `yaml:"aliases" doc:"旧地址，访问时会跳转到本页，如 [/old/page/] | Old addresses that lead here"`
	Expires      Time       `yaml:"expires" doc:"过了这个时间就不再发布 | Not published after this instant"`
	Channels     []string   `yaml:"channels" doc:"只发到这些渠道，如 [wechat, toutiao]；不写则由站点设置决定 | Only these channels; default: those of the settings"`
	Copy         []Copy     `yaml:"copy" doc:"给各渠道另写的标题、摘要、话题 | Titles, summaries and tags of its own for a channel"`
	Example      bool       `yaml:"example" doc:"虚构的演示内容写 true，页面会标明“示例” | true for invented content; the page says so"`
}

// Article is a text: news of science, an explanation, a guide.
type Article struct {
	Common    `yaml:",inline" required:"date"`
	Status    string   `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Authors   []string `yaml:"authors" doc:"作者 | Authors"`
	Reviewers []string `yaml:"reviewers" doc:"科学审核人 | Scientific reviewers"`
	Series    Ref      `yaml:"series" ref:"series" doc:"所属系列的文件名 | Series it belongs to"`
	People    []Ref    `yaml:"scientists" ref:"scientists" doc:"相关人物的文件名 | Related scientists"`
	Events    []Ref    `yaml:"events" ref:"events" doc:"相关活动的文件名 | Related events"`
	Places    []Ref    `yaml:"places" ref:"places" doc:"相关场所的文件名 | Related places"`
	Featured  bool     `yaml:"featured" doc:"true 表示可作首页头条（取最新一篇） | May lead the home page"`
	TOC       *bool    `yaml:"toc" doc:"是否显示目录；不写则三个小标题以上自动显示 | Table of contents; default: from three headings on"`
}

// Page is a plain page such as “关于”.
type Page struct {
	Common `yaml:",inline"`
	Status string `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Menu   string `yaml:"menu" enum:"main,footer,none" doc:"放在哪个菜单 | Which menu lists it"`
	Order  int    `yaml:"order" doc:"菜单中的次序，小的在前 | Position in the menu"`
}
