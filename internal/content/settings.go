package content

// Settings are content/site.yaml. Every field has a default, so that a folder
// with one article builds without it.
type Settings struct {
	Title       string        `yaml:"title" doc:"网站名称 | Name of the site"`
	Tagline     string        `yaml:"tagline" doc:"一句话口号 | Tag line"`
	Description string        `yaml:"description" doc:"网站简介，给搜索引擎和转发卡片 | Description for search engines and previews"`
	BaseURL     string        `yaml:"base_url" format:"base" doc:"正式网址，如 https://kepu.example.org/ | Address of the site"`
	Language    string        `yaml:"language" enum:"zh-CN,ko,en" doc:"主要语言，默认 zh-CN | Main language"`
	Languages   []Tongue      `yaml:"languages" doc:"译文版的网站名称和口号 | Names of the site in other languages"`
	Theme       string        `yaml:"theme" doc:"主题：themes 下的文件夹名，默认 default | Theme: a folder in themes"`
	Owner       Ref           `yaml:"owner" doc:"主办机构的文件名 | Slug of the organization that runs the site" ref:"organizations"`
	EditURL     string        `yaml:"edit_url" format:"url" doc:"“修改本页”的网址前缀，如 https://gitee.com/x/y/edit/main/ | Prefix of “edit this page”"`
	Footer      Footer        `yaml:"footer" doc:"页脚 | Footer"`
	Home        HomeSettings  `yaml:"home" doc:"首页 | Home page"`
	Lists       ListSettings  `yaml:"lists" doc:"列表与订阅 | Lists and feeds"`
	Markdown    TextSettings  `yaml:"markdown" doc:"正文 | Text"`
	Topics      []TermSetting `yaml:"topics" doc:"登记主题；登记后文章只能用登记过的 | Topics; once listed, no others may be used"`
	Audiences   []TermSetting `yaml:"audiences" doc:"登记读者对象 | Audiences"`
	Cities      []TermSetting `yaml:"cities" doc:"登记市州 | Cities"`
}

// Tongue names the site in another of its languages.
type Tongue struct {
	Language    string  `yaml:"language" required:"true" enum:"zh-CN,ko,en" doc:"语言 | Language"`
	Title       string  `yaml:"title" doc:"网站名称 | Name of the site"`
	Tagline     string  `yaml:"tagline" doc:"一句话口号 | Tag line"`
	Description string  `yaml:"description" doc:"网站简介 | Description"`
	Footer      *Footer `yaml:"footer" doc:"这种语言的页脚；不写则用主要语言的 | Footer in this language"`
}

// Footer holds what a public body must or may show. Each item is optional.
type Footer struct {
	Owner     string `yaml:"owner" doc:"主办单位 | Owner"`
	Operator  string `yaml:"operator" doc:"承办单位 | Operator"`
	ICP       string `yaml:"icp" doc:"ICP 备案号 | ICP number"`
	Police    string `yaml:"police" doc:"公安备案号 | Police record number"`
	PoliceURL string `yaml:"police_url" format:"url" doc:"公安备案查询网址 | Its address"`
	SiteCode  string `yaml:"site_code" doc:"网站标识码 | Code of the government site"`
	Report    string `yaml:"report" doc:"举报电话或邮箱 | Where to report abuse"`
	ReportURL string `yaml:"report_url" format:"url" doc:"举报网址 | Its address"`
	Contact   string `yaml:"contact" doc:"联系方式 | Contact"`
	Licence   string `yaml:"licence" doc:"转载与版权说明 | Terms of reuse"`
}

// HomeSettings choose what the home page shows.
type HomeSettings struct {
	Lead     Ref `yaml:"lead" ref:"articles" doc:"头条文章的文件名；不写则取最新的 featured 文章 | Lead story"`
	Latest   int `yaml:"latest" range:"0,100" doc:"最新文章篇数，默认 6 | Number of latest articles"`
	Upcoming int `yaml:"upcoming" range:"0,100" doc:"近期活动条数，默认 4 | Number of coming events"`
	People   int `yaml:"people" range:"0,100" doc:"人物人数，默认 6 | Number of people"`
	Places   int `yaml:"places" range:"0,100" doc:"场所个数，默认 4 | Number of places"`
}

// ListSettings size lists and feeds.
type ListSettings struct {
	PageSize int `yaml:"page_size" range:"1,1000" doc:"每页条数，默认 20 | Entries a page"`
	FeedSize int `yaml:"feed_size" range:"1,1000" doc:"订阅源条数，默认 20 | Entries a feed"`
	Related  int `yaml:"related" range:"0,100" doc:"相关内容条数，默认 4 | Related entries"`
}

// TextSettings govern the text of entries.
type TextSettings struct {
	TrustedHTML bool `yaml:"trusted_html" example:"false" doc:"true 表示信任作者写的 HTML，不过滤 | true: authors' HTML is not sanitised"`
	LineNumbers bool `yaml:"line_numbers" doc:"代码块默认显示行号 | Number the lines of code"`
}

// TermSetting registers a value of a taxonomy.
type TermSetting struct {
	Name        string `yaml:"name" required:"true" doc:"名称 | Name"`
	Slug        string `yaml:"slug" doc:"网址中的名字；不写则用名称 | Name in addresses"`
	Description string `yaml:"description" doc:"简介 | Description"`
	Motif       string `yaml:"motif" enum:"orbits,trajectory,strata,rows,lattice,waves,branching,pulse,bowl,reeds,rings,circuits,gears,turbine,crystal,peaks,constellation" doc:"图案 | Drawing"`
	Ko          string `yaml:"ko" doc:"朝鲜文名称 | Korean name"`
	En          string `yaml:"en" doc:"英文名称 | English name"`
	AboutKo     string `yaml:"description_ko" doc:"朝鲜文简介 | Description in Korean"`
	AboutEn     string `yaml:"description_en" doc:"英文简介 | Description in English"`
	Code        string `yaml:"code" doc:"行政区划代码（GB/T 2260） | Administrative code"`
}
