package content

// Settings are content/site.yaml. Every field has a default, so that a folder
// with one article builds without it.
type Settings struct {
	Title       string          `yaml:"title" doc:"网站名称 | Name of the site"`
	Tagline     string          `yaml:"tagline" doc:"一句话口号 | Tag line"`
	Description string          `yaml:"description" doc:"网站简介，给搜索引擎和转发卡片 | Description for search engines and previews"`
	BaseURL     string          `yaml:"base_url" format:"base" doc:"正式网址，如 https://kepu.example.org/ | Address of the site"`
	Language    string          `yaml:"language" enum:"zh-CN,ko,en" doc:"主要语言，默认 zh-CN | Main language"`
	Languages   []Tongue        `yaml:"languages" doc:"译文版的网站名称和口号 | Names of the site in other languages"`
	Theme       string          `yaml:"theme" doc:"主题：themes 下的文件夹名，默认 default | Theme: a folder in themes"`
	Owner       Ref             `yaml:"owner" doc:"主办机构的文件名 | Slug of the organization that runs the site" ref:"organizations"`
	EditURL     string          `yaml:"edit_url" format:"url" doc:"“修改本页”的网址前缀，如 https://gitee.com/x/y/edit/main/ | Prefix of “edit this page”"`
	Footer      Footer          `yaml:"footer" doc:"页脚 | Footer"`
	Home        HomeSettings    `yaml:"home" doc:"首页 | Home page"`
	Lists       ListSettings    `yaml:"lists" doc:"列表与订阅 | Lists and feeds"`
	Map         MapSettings     `yaml:"map" doc:"地图 | Map"`
	Cards       CardSettings    `yaml:"cards" doc:"分享卡片 | Share cards"`
	Feeds       FeedSettings    `yaml:"feeds" doc:"另外的订阅源 | Further feeds"`
	Channels    ChannelSettings `yaml:"channels" doc:"新媒体渠道 | Channels besides the site"`
	Markdown    TextSettings    `yaml:"markdown" doc:"正文 | Text"`
	Topics      []TermSetting   `yaml:"topics" doc:"登记主题；登记后文章只能用登记过的 | Topics; once listed, no others may be used"`
	Audiences   []TermSetting   `yaml:"audiences" doc:"登记读者对象 | Audiences"`
	Cities      []TermSetting   `yaml:"cities" doc:"登记市州 | Cities"`
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

// MapSettings say what the map of places is drawn from.
type MapSettings struct {
	Title    string     `yaml:"title" doc:"地图标题，默认“科普地图” | Title of the map"`
	Layers   []MapLayer `yaml:"layers" doc:"底图图层，按从下到上的次序；不写则只画场所和城市 | Layers of the ground, from the bottom up"`
	Approval string     `yaml:"approval" doc:"审图号；画行政区域界线时必须有 | Number of the official approval, which boundaries require"`
}

// MapLayer is one file of the ground of the map.
type MapLayer struct {
	File    string `yaml:"file" required:"true" format:"path" doc:"GeoJSON 文件，如 /maps/rivers.geojson（放在 content/static/maps/），坐标为 WGS-84 | A GeoJSON file of the site" example:"/maps/rivers.geojson"`
	Kind    string `yaml:"kind" required:"true" enum:"water,river,wood,road,rail,boundary" doc:"画的是：water 湖泊、river 河流、wood 森林、road 公路、rail 铁路、boundary 行政区域界线 | What it shows" example:"river"`
	Source  string `yaml:"source" required:"true" doc:"数据来源 | Where the data comes from" example:"Natural Earth"`
	Licence string `yaml:"licence" required:"true" doc:"数据许可 | Licence of the data" example:"公有领域"`
}

// CardSettings govern the pictures that stand for a page when it is shared.
type CardSettings struct {
	Limit int    `yaml:"limit" range:"0,1000000" doc:"为多少条内容生成卡片，新的在先，默认500；0 表示不生成 | For how many entries, the newest first; 0 for none"`
	Font  string `yaml:"font" doc:"卡片用的中文字体文件，如 /usr/share/fonts/NotoSansCJK-Bold.ttc 或站点文件夹里的 fonts/a.otf；不写则在本机查找 | A font file with Han characters; by default one of the machine's"`
}

// FeedSettings switch further feeds on.
type FeedSettings struct {
	Anniversaries bool `yaml:"anniversaries" example:"false" doc:"true 表示提供人物诞辰、逝世纪念日的订阅源和日历 | true: a feed and a calendar of births and deaths"`
}

// ChannelSettings say which packages are made for other media.
type ChannelSettings struct {
	Packages []PackageSettings `yaml:"packages" doc:"随 kepu build 一起生成哪些渠道的稿件包 | Packages that are part of kepu build"`
	Public   bool              `yaml:"public" example:"false" doc:"true 表示稿件包放进网站的 channels/ 里，默认放在网站之外的 public-channels/ | true: packages are part of the site, in channels/"`
	Limits   []LimitSetting    `yaml:"limits" doc:"改动某条限制，如 {rule: wechat.title, max: 30} | Other bounds for a rule"`
}

// PackageSettings say what is made for one channel.
type PackageSettings struct {
	Channel   string   `yaml:"channel" required:"true" doc:"渠道，如 wechat；kepu channel list 列出全部 | Channel" example:"wechat"`
	Style     string   `yaml:"style" doc:"这个渠道的版式 | Look"`
	Author    string   `yaml:"author" doc:"没有写作者的文章署什么名 | Byline of what has no authors"`
	Newest    int      `yaml:"newest" range:"1,1000000" doc:"只做最新的多少篇，默认 50 | How many entries, the newest first"`
	Kinds     []string `yaml:"kinds" doc:"只做这些栏目，如 [articles] | Only these kinds"`
	Languages []string `yaml:"languages" doc:"哪些语言，默认只有主要语言 | Languages"`
	Audiences []Term   `yaml:"audiences" term:"audiences" doc:"只要给这些读者的；没有写读者的也要 | Only what is for these readers, or for all"`
	Cities    []Term   `yaml:"cities" term:"cities" doc:"只要这些市州的；没有写市州的也要 | Only what is about these cities, or about none"`
}

// LimitSetting replaces the bounds of a rule.
type LimitSetting struct {
	Rule string `yaml:"rule" required:"true" doc:"规则，如 wechat.title；kepu channel list 列出全部 | Rule" example:"wechat.title"`
	Min  int    `yaml:"min" range:"0,1000000000" doc:"少于就报错 | Fewer is an error"`
	Warn int    `yaml:"warn" range:"0,1000000000" doc:"超过就提醒，0 表示不提醒 | More is a warning"`
	Max  int    `yaml:"max" range:"0,1000000000" doc:"超过就报错，0 表示不限 | More is an error"`
}

// TextSettings govern the text of entries.
type TextSettings struct {
	TrustedHTML bool `yaml:"trusted_html" example:"false" doc:"true 表示信任作者写的 HTML，不过滤 | true: authors' HTML is not sanitised"`
	LineNumbers bool `yaml:"line_numbers" doc:"代码块默认显示行号 | Number the lines of code"`
}

// TermSetting registers a value of a taxonomy.
type TermSetting struct {
	Name        string       `yaml:"name" required:"true" doc:"名称 | Name"`
	Slug        string       `yaml:"slug" doc:"网址中的名字；不写则用名称 | Name in addresses"`
	Description string       `yaml:"description" doc:"简介 | Description"`
	Motif       string       `yaml:"motif" enum:"orbits,trajectory,strata,rows,lattice,waves,branching,pulse,bowl,reeds,rings,circuits,gears,turbine,crystal,peaks,constellation" doc:"图案 | Drawing"`
	Ko          string       `yaml:"ko" doc:"朝鲜文名称 | Korean name"`
	En          string       `yaml:"en" doc:"英文名称 | English name"`
	AboutKo     string       `yaml:"description_ko" doc:"朝鲜文简介 | Description in Korean"`
	AboutEn     string       `yaml:"description_en" doc:"英文简介 | Description in English"`
	Coordinates *Coordinates `yaml:"coordinates" doc:"市州在地图上的位置（WGS-84） | Where a city stands on the map"`
	Code        string       `yaml:"code" doc:"行政区划代码（GB/T 2260） | Administrative code"`
}
