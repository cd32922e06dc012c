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
	Pages         Kind = "pages" // content/*.md
)

// Kinds lists every kind. The order is fixed: output depends on it.
var Kinds = []Kind{Articles, Events, Scientists, Organizations, Places, Series, Pages}

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
//	         email, doi, isbn, repeat, term (节气), hours
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

// Scientist is a profile of a person.
type Scientist struct {
	Common       `yaml:",inline"`
	Status       string        `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Pinyin       string        `yaml:"pinyin" required:"true" doc:"姓名拼音，带声调，如 Wáng Dàhéng；人工填写，不要自动生成 | Pinyin with tones, written by hand" example:"Wáng Dàhéng"`
	Names        []OtherName   `yaml:"names" doc:"其他姓名：曾用名、字号、朝鲜文、外文 | Other names"`
	KnownFor     string        `yaml:"known_for" doc:"一句话：为什么值得记住 | One sentence: why the person matters"`
	Born         *Life         `yaml:"born" doc:"出生 | Birth"`
	Died         *Life         `yaml:"died" doc:"逝世 | Death"`
	Ethnicity    string        `yaml:"ethnicity" doc:"民族 | Ethnicity"`
	Fields       []string      `yaml:"fields" doc:"研究领域 | Fields of work"`
	Affiliations []Affiliation `yaml:"affiliations" doc:"任职经历 | Affiliations"`
	Education    []Affiliation `yaml:"education" doc:"求学经历 | Education"`
	Honours      []Honour      `yaml:"honours" doc:"荣誉 | Honours"`
	Timeline     []Milestone   `yaml:"timeline" doc:"生平大事 | Timeline"`
	Teachers     []Person      `yaml:"teachers" doc:"老师（师承） | Teachers"`
	Students     []Person      `yaml:"students" doc:"学生（师承） | Students"`
	Works        []Work        `yaml:"works" doc:"代表作 | Works"`
	Quotations   []Quotation   `yaml:"quotations" doc:"语录，须有出处 | Quotations, with their source"`
	Portrait     *Image        `yaml:"portrait" doc:"肖像，须写明授权 | Portrait, with its licence"`
	SameAs       []string      `yaml:"same_as" format:"url" doc:"其他网站上的同一人：维基数据、ORCID 等网址 | The same person elsewhere"`
}

// OtherName is a person's name in another script or of another time.
type OtherName struct {
	Name string `yaml:"name" required:"true" doc:"姓名 | Name"`
	Kind string `yaml:"kind" enum:"former,courtesy,pen,korean,latin" doc:"类别：former 曾用名、courtesy 字号、pen 笔名、korean 朝鲜文、latin 拉丁字母 | Kind of name"`
}

// Life is the beginning or the end of a life.
type Life struct {
	Date  PartialDate `yaml:"date" required:"true" doc:"日期，可只写年或年月：1938、1938-06、1938-06-15 | Date, as precise as is certain" example:"1938-06-15"`
	Place string      `yaml:"place" doc:"地点 | Place"`
}

// Affiliation ties a person to an institution for a time.
type Affiliation struct {
	Organization Ref         `yaml:"organization" ref:"organizations" doc:"机构的文件名 | Slug of the organization"`
	Name         string      `yaml:"name" doc:"机构名称（没有单独页面时） | Name, where it has no page"`
	Role         string      `yaml:"role" doc:"职务或身份 | Role"`
	From         PartialDate `yaml:"from" doc:"起始年 | From"`
	To           PartialDate `yaml:"to" doc:"终止年 | To"`
}

// Honour is an award or a title.
type Honour struct {
	Title string      `yaml:"title" required:"true" doc:"荣誉名称 | Name of the honour"`
	Year  PartialDate `yaml:"year" doc:"年份或日期 | Year or date"`
	By    string      `yaml:"by" doc:"授予机构 | Who gave it"`
}

// Milestone is a dated entry of a life.
type Milestone struct {
	Date   PartialDate `yaml:"date" required:"true" doc:"年份或日期 | Year or date"`
	Text   string      `yaml:"text" required:"true" doc:"事件 | What happened"`
	Source int         `yaml:"source" range:"1," doc:"对应 sources 的第几条（从 1 数） | Number of the entry in sources, from 1"`
}

// Work is a publication, an instrument, a project.
type Work struct {
	Title     string      `yaml:"title" required:"true" doc:"名称 | Title"`
	Year      PartialDate `yaml:"year" doc:"年份 | Year"`
	Publisher string      `yaml:"publisher" doc:"出版者或刊物 | Publisher or journal"`
	DOI       string      `yaml:"doi" format:"doi" doc:"DOI | DOI"`
	ISBN      string      `yaml:"isbn" format:"isbn" doc:"ISBN | ISBN"`
	Note      string      `yaml:"note" doc:"说明 | Note"`
}

// Quotation is something a person said or wrote, with proof.
type Quotation struct {
	Text   string `yaml:"text" required:"true" doc:"原话 | The words"`
	Source string `yaml:"source" required:"true" doc:"出处 | Where they stand"`
}

// Organization is a member of the association's tree or a partner.
type Organization struct {
	Common  `yaml:",inline"`
	Status  string      `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind    string      `yaml:"kind" required:"true" enum:"association,society,university,institute,museum,enterprise,government,grassroots" doc:"类别：association 科协、society 学会、university 高校、institute 院所、museum 场馆、enterprise 企业、government 政府部门、grassroots 基层组织 | Kind of organization" example:"society"`
	Short   string      `yaml:"short" doc:"简称 | Short name"`
	Parent  Ref         `yaml:"parent" ref:"organizations" doc:"上级机构的文件名 | Slug of the parent"`
	Founded PartialDate `yaml:"founded" doc:"成立时间 | Founded"`
	Website string      `yaml:"website" format:"url" doc:"官方网站 | Website"`
	Address string      `yaml:"address" doc:"地址 | Address"`
	Phone   string      `yaml:"phone" doc:"电话 | Telephone"`
	Email   string      `yaml:"email" format:"email" doc:"邮箱 | Mail"`
}

// Place is somewhere one can go: a museum, a base, a reserve.
type Place struct {
	Common      `yaml:",inline"`
	Status      string       `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind        string       `yaml:"kind" required:"true" enum:"museum,base,laboratory,park,reserve,observatory,library,venue" doc:"类别：museum 场馆、base 科普基地、laboratory 实验室、park 公园、reserve 保护区、observatory 天文台、library 图书馆、venue 会场 | Kind of place" example:"museum"`
	Address     string       `yaml:"address" doc:"地址 | Address"`
	Coordinates *Coordinates `yaml:"coordinates" doc:"坐标（WGS-84） | Coordinates, WGS-84"`
	Hours       string       `yaml:"hours" doc:"开放时间 | Opening hours"`
	Admission   string       `yaml:"admission" doc:"门票 | Admission"`
	Booking     string       `yaml:"booking" doc:"预约办法 | Booking"`
	Transit     string       `yaml:"transit" doc:"交通 | How to get there"`
	Access      string       `yaml:"access" doc:"无障碍设施 | Access for wheelchairs"`
	Phone       string       `yaml:"phone" doc:"电话 | Telephone"`
	Website     string       `yaml:"website" format:"url" doc:"官方网站 | Website"`
}

// Page is a plain page such as “关于”.
type Page struct {
	Common `yaml:",inline"`
	Status string `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Menu   string `yaml:"menu" enum:"main,footer,none" doc:"放在哪个菜单 | Which menu lists it"`
	Order  int    `yaml:"order" doc:"菜单中的次序，小的在前 | Position in the menu"`
}
