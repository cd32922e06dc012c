package diag

// Codes of people, organizations, honours, places, routes and maps.
const (
	NotOfKind          Code = "not-of-kind"
	NoConsent          Code = "no-consent"
	NoOffer            Code = "no-offer"
	NoPinyin           Code = "no-pinyin"
	PolyphonicSurname  Code = "polyphonic-surname"
	PinyinShape        Code = "pinyin-shape"
	LineageLoop        Code = "lineage-loop"
	HonourTwice        Code = "honour-twice"
	YearTwice          Code = "year-twice"
	TwoParents         Code = "two-parents"
	ParentsDiffer      Code = "parents-differ"
	Orphan             Code = "orphan-organization"
	ParentUnpublished  Code = "parent-unpublished"
	SeasonEmpty        Code = "season-empty"
	SeasonOverlap      Code = "season-overlap"
	CoordinatesSwapped Code = "coordinates-swapped"
	ShortRoute         Code = "short-route"
	StopNowhere        Code = "stop-nowhere"
	FirstDistance      Code = "first-distance"
	NoMapFile          Code = "no-map-file"
	BadMapFile         Code = "bad-map-file"
	BoundaryApproval   Code = "boundary-approval"
	NoFont             Code = "no-font"
	BadFont            Code = "bad-font"
	CardsLimited       Code = "cards-limited"
)

var peopleMessages = map[Code]message{
	NotOfKind:          {Error, "%[2]s 的档案不用“%[1]s”", "a profile of %[2]s has no “%[1]s”", "人物（person）写 born、education 等，团队（team）写 founded、members；请删去这一项或改 kind。", "A person has born, education and the like, a team has founded and members: remove it, or change kind."},
	NoConsent:          {Error, "写了“%[1]s”，却没有写本人同意的凭据", "“%[1]s” needs the consent of the person", "请在 consent 里写明，例如“2026年3月本人书面同意”；没有同意就不要公开。", "State it in consent, such as “agreed in writing, March 2026”; without it, do not publish."},
	NoOffer:            {Error, "写了“%[1]s”，却没有写 offers", "“%[1]s” stands without offers", "请写 offers: [lecture] 或 [consult]，或删去这一项。", "Write offers: [lecture] or [consult], or remove it."},
	NoPinyin:           {Warning, "“%[1]s”没有写拼音，名单里排在最后", "“%[1]s” has no pinyin and comes last in lists", "请写 pinyin，带声调，如 Wáng Dàhéng。", "Write pinyin, with tones, such as Wáng Dàhéng."},
	PolyphonicSurname:  {Warning, "“%[1]s”的姓是多音字，却没有写拼音；作姓时通常读 %[2]s", "the surname of “%[1]s” has several readings and there is no pinyin; as a surname it is usually %[2]s", "请向本人或家属核实后写 pinyin；程序不猜测。", "Ask the person or the family and write pinyin; it is never guessed."},
	PinyinShape:        {Warning, "“%[1]s”的拼音“%[2]s”有 %[4]s 个音节，姓名却有 %[3]s 个字", "the pinyin “%[2]s” of “%[1]s” has %[4]s syllables, but the name has %[3]s characters", "请核对；姓和名分写，名连写，如 Wáng Dàhéng；容易混淆处加撇号，如 Lǐ Xī'ān。", "Check it: surname and given name apart, such as Wáng Dàhéng, with an apostrophe where syllables could be read otherwise."},
	LineageLoop:        {Error, "师承绕成了一圈：%[1]s", "teachers and students form a loop: %[1]s", "请检查各人的 teachers 和 students。", "Check teachers and students of each."},
	HonourTwice:        {Warning, "“%[1]s”的这项荣誉在 %[2]s 里已经写过", "this honour of “%[1]s” stands in %[2]s as well", "写一处就够了，两边的页面都会列出；请删去一处。", "Once is enough, both pages show it: remove one."},
	YearTwice:          {Error, "editions 里 %[1]s 年写了两次", "%[1]s stands twice in editions", "同一年请合成一项；一年有两届时写明 edition。", "Join them; where there were two in a year, give edition."},
	TwoParents:         {Error, "parent 写了 %[1]s 个，上级机构只能有一个", "parent lists %[1]s organizations; there can be only one", "只写直接上级；业务指导单位写在正文里，挂靠单位写 host。", "Name the direct parent alone; the body that houses the office is host."},
	ParentsDiffer:      {Error, "这里的上级是 %[1]s，%[3]s 里却是 %[2]s", "the parent is %[1]s here, but %[2]s in %[3]s", "原文和译文说的是同一个机构，上级要一致；译文里可以不写。", "A translation is of the same organization: give the same parent, or none."},
	Orphan:             {Error, "“%[1]s”没有写上级机构", "“%[1]s” has no parent", "请写 parent: 上级机构的文件名；不属于本站组织树的写 independent: true。", "Write parent: slug; or independent: true for what does not belong to the tree."},
	ParentUnpublished:  {Error, "上级机构“%[1]s”还没有发布", "the parent “%[1]s” is not published", "先发布上级机构，或把本机构也设为 status: draft。", "Publish the parent first, or make this one a draft too."},
	SeasonEmpty:        {Error, "这一段没有写开放时间", "this season has no hours", "请写 hours，或 closed: true。", "Write hours, or closed: true."},
	SeasonOverlap:      {Error, "第 %[1]s 段和第 %[2]s 段的日期重叠", "season %[1]s overlaps season %[2]s", "每一天最多属于一段，请改 from 或 to。", "A day belongs to one season at the most: change from or to."},
	CoordinatesSwapped: {Error, "经纬度像是写反了", "latitude and longitude seem to have changed places", "lat 是纬度（吉林在 41—46 之间），lng 是经度（122—131 之间）。", "lat is the latitude (41–46 in Jilin), lng the longitude (122–131)."},
	ShortRoute:         {Error, "路线只有 %[1]s 站", "the route has %[1]s stops", "路线至少要两站。", "A route has two stops at least."},
	StopNowhere:        {Error, "第 %[1]s 站没有坐标", "stop %[1]s has no coordinates", "请写 place（有坐标的场所），或写 coordinates: {lat: 43.88, lng: 125.32}。", "Give place, or coordinates: {lat: 43.88, lng: 125.32}."},
	FirstDistance:      {Error, "第一站没有“从上一站”的路程", "the first stop has no stop before it", "请删去这一项，或把它写到下一站。", "Remove it, or move it to the next stop."},
	NoMapFile:          {Error, "找不到地图文件“%[1]s”", "there is no map file “%[1]s”", "请把它放在 content/static%[1]s。", "Put it at content/static%[1]s."},
	BadMapFile:         {Error, "地图文件读不懂：%[1]s", "the map file cannot be read: %[1]s", "需要 GeoJSON（RFC 7946），坐标为 WGS-84、先经度后纬度。", "It must be GeoJSON (RFC 7946): WGS-84, longitude first."},
	BoundaryApproval:   {Error, "画行政区域界线，却没有写审图号", "boundaries are drawn without the number of their approval", "向社会公开的地图要用经审核的标准地图，并标注审图号：请写 map.approval，或去掉这一层。", "Maps for the public need an approved base map and its number: set map.approval, or remove the layer."},
	NoFont:             {Warning, "本机没有中文字体，分享卡片只有图案", "no font with Han characters was found: share cards show patterns only", "安装一款中文字体（如 fonts-noto-cjk），或在 site.yaml 写 cards.font。", "Install one (such as fonts-noto-cjk), or set cards.font in site.yaml."},
	BadFont:            {Error, "cards.font 的字体不能用：%[1]s", "cards.font cannot be used: %[1]s", "请写一个存在的 .otf、.ttf 或 .ttc 文件；不写则在本机查找。", "Name an .otf, .ttf or .ttc file that exists, or leave it out."},
	CardsLimited:       {Warning, "只为最新的 %[1]s 条内容生成了分享卡片（共 %[2]s 条）", "share cards were made for the newest %[1]s of %[2]s entries", "要给全部内容生成，在 site.yaml 写 cards: {limit: %[2]s}；嫌多就写小些，写上以后不再提示。", "Set cards: {limit: %[2]s} in site.yaml for all of them, or any limit you like: then this is not said again."},
}
