package diag

// Codes of people, organizations, honours, places, routes and maps.
const (
	NotOfKind           Code = "not-of-kind"
	NoConsent           Code = "no-consent"
	NoOffer             Code = "no-offer"
	OfferOfDead         Code = "offer-of-dead"
	NoPinyin            Code = "no-pinyin"
	PolyphonicSurname   Code = "polyphonic-surname"
	NotPinyin           Code = "not-pinyin"
	PinyinShape         Code = "pinyin-shape"
	LineageLoop         Code = "lineage-loop"
	TimelineBeforeBirth Code = "timeline-before-birth"
	HonourTwice         Code = "honour-twice"
	YearTwice           Code = "year-twice"
	TwoParents          Code = "two-parents"
	ParentsDiffer       Code = "parents-differ"
	Orphan              Code = "orphan-organization"
	ParentUnpublished   Code = "parent-unpublished"
	RollWithoutSources  Code = "roll-without-sources"
	AwardYear           Code = "award-year"
	LaureateTwice       Code = "laureate-twice"
	HoursWithoutTimes   Code = "hours-without-times"
	SeasonEmpty         Code = "season-empty"
	SeasonClosed        Code = "season-closed"
	SeasonOverlap       Code = "season-overlap"
	ClosureWithTime     Code = "closure-with-time"
	CoordinatesSwapped  Code = "coordinates-swapped"
	CoordinatesZero     Code = "coordinates-zero"
	ShortRoute          Code = "short-route"
	StopNowhere         Code = "stop-nowhere"
	FirstLeg            Code = "first-leg"
	NoMapFile           Code = "no-map-file"
	BadMapFile          Code = "bad-map-file"
	BoundaryApproval    Code = "boundary-approval"
	NoFont              Code = "no-font"
	BadFont             Code = "bad-font"
	CardsLimited        Code = "cards-limited"
)

var peopleMessages = map[Code]message{
	NotOfKind:           {Error, "%[2]s的档案里没有“%[1]s”这一项", "the profile of %[2]s has no “%[1]s”", "人物写 born、education、teachers 等，团队写 founded、members；请删去这一项，或改 kind。", "A person has born, education, teachers and the like, a team has founded and members: remove it, or change kind."},
	NoConsent:           {Error, "写了“%[1]s”，却没有写本人同意的凭据", "“%[1]s” needs the consent of the person", "请在 consent 里写明，如“2026年3月本人书面同意”；没有同意就不要公开。已故者的肖像不需要，请写 died。", "State it in consent, such as “agreed in writing, March 2026”; without it, do not publish. The portrait of the dead needs none: give died."},
	NoOffer:             {Error, "写了“%[1]s”，却没有写愿意提供什么（offers）", "“%[1]s” stands without offers", "请写 offers: [lecture]（科普报告）或 [consult]（技术咨询）；不提供就删去这一项。", "Write offers: [lecture] or [consult], or remove it."},
	OfferOfDead:         {Error, "已故者不能提供报告或咨询", "the dead offer neither talks nor advice", "请删去 offers（以及 talks、region、contact），或核对 died。", "Remove offers (and talks, region, contact), or check died."},
	NoPinyin:            {Warning, "“%[1]s”没有写拼音，名单里排在最后", "“%[1]s” has no pinyin and comes last in lists", "请写 pinyin，带声调，如 Wáng Dàhéng。", "Write pinyin, with tones, such as Wáng Dàhéng."},
	PolyphonicSurname:   {Warning, "“%[1]s”的姓是多音字，却没有写拼音；作姓时通常读 %[2]s", "the surname of “%[1]s” has several readings and there is no pinyin; as a surname it is usually %[2]s", "请向本人或家属核实后写 pinyin；程序不猜测。", "Ask the person or the family and write pinyin; it is never guessed."},
	NotPinyin:           {Warning, "“%[1]s”不是汉语拼音，名单只能按字母排", "“%[1]s” is not pinyin; lists can only go by its letters", "写普通话读音，带声调，如 Wáng Dàhéng；别的拼法写在 names 里。", "Write the Mandarin reading with tones, such as Wáng Dàhéng; other spellings belong in names."},
	PinyinShape:         {Warning, "“%[1]s”的拼音“%[2]s”有 %[4]s 个音节，姓名却有 %[3]s 个字", "the pinyin “%[2]s” of “%[1]s” has %[4]s syllables, but the name has %[3]s characters", "请核对；姓和名分写，名连写，如 Wáng Dàhéng；容易混淆处加撇号，如 Lǐ Xī'ān。", "Check it: surname and given name apart, such as Wáng Dàhéng, with an apostrophe where syllables could be read otherwise."},
	LineageLoop:         {Error, "师承绕成了一圈：%[1]s", "teachers and students form a loop: %[1]s", "请检查各人的 teachers 和 students。", "Check teachers and students of each."},
	TimelineBeforeBirth: {Warning, "timeline 里的 %[1]s 早于出生日期 %[2]s", "%[1]s in timeline lies before the birth, %[2]s", "请核对两个日期；写家世的一项加上 phase: family。", "Check both; what is about the family has phase: family."},
	HonourTwice:         {Warning, "“%[1]s”的这项荣誉在 %[2]s 里已经写过", "this honour of “%[1]s” stands in %[2]s as well", "写一处就够了，人物页和奖项页都会列出；请删去一处。", "Once is enough, both pages show it: remove one."},
	YearTwice:           {Error, "editions 里 %[1]s 年写了两次", "%[1]s stands twice in editions", "同一届请合成一项；这一年确有两届，就在每项里写明 edition。", "Join them if they are one; if there were two in that year, give the edition of each."},
	TwoParents:          {Error, "parent 写了 %[1]s 个，上级机构只能有一个", "parent names %[1]s organizations; there can be only one", "只写直接上级；挂靠单位写 host，业务指导单位写在正文里。", "Name the direct parent alone; the body that houses the office is host, others belong in the text."},
	ParentsDiffer:       {Error, "这里的上级是 %[1]s，%[3]s 里却是 %[2]s", "the parent is %[1]s here, but %[2]s in %[3]s", "原文和译文说的是同一个机构，上级要一致；译文里可以不写。", "A translation is of the same organization: give the same parent, or none."},
	Orphan:              {Error, "“%[1]s”没有写上级机构", "“%[1]s” has no parent", "请写 parent: 上级机构的文件名；不属于本站组织树的写 independent: true。", "Write parent: slug; or independent: true for what does not belong to the tree."},
	ParentUnpublished:   {Error, "上级机构“%[1]s”还没有发布", "the parent “%[1]s” is not published", "先发布上级机构，或把本机构也设为 status: draft。", "Publish the parent first, or make this one a draft too."},
	RollWithoutSources:  {Error, "获奖名单没有资料来源", "the roll of laureates has no source", "请在 sources 里写明公布名单的文件或网页，至少一条。", "Name in sources the document or the page that published it."},
	AwardYear:           {Error, "颁授日期 %[1]s 和 year（%[2]s）对不上", "the date, %[1]s, does not fit the year, %[2]s", "year 是获奖年度，颁授日期在当年或下一年，请核对。", "The award of a year is given in that year or in the next: check both."},
	LaureateTwice:       {Error, "“%[1]s”在这一届写了两次", "“%[1]s” stands twice in this edition", "请删去一处；同名的两个人各写 institution，一人两项成果各写 for。", "Remove one; give two people of one name their institution, and one person with two works what each is for."},
	HoursWithoutTimes:   {Error, "只写了哪天闭馆，没有写几点开放", "the hours say when it is closed, but not when it is open", "请加上开放的时间，如 [周二至周日 09:00-16:30, 周一闭馆]；整段不开放的季节写 closed: true。", "Add when it is open, such as [Tue-Sun 09:00-16:30, Mon closed]; a season without opening is closed: true."},
	SeasonEmpty:         {Error, "这一段没有写开放时间", "this season has no hours", "请写 hours，如 hours: 09:00-16:30；这一段不开放就写 closed: true。", "Write hours, such as hours: 09:00-16:30, or closed: true."},
	SeasonClosed:        {Error, "closed 和 hours 不能同时写", "closed and hours exclude each other", "这一段不开放就删去 hours，开放就删去 closed。", "Remove hours if it is closed in this season, else closed."},
	SeasonOverlap:       {Error, "第 %[1]s 段和第 %[2]s 段的日期重叠", "season %[1]s overlaps season %[2]s", "每一天最多属于一段，请改 from 或 to；跨年的一段（如 11-01 到 03-31）包括年初的日子。", "A day belongs to one season at the most: change from or to. One that ends in the next year (11-01 to 03-31) holds the first days of the year, too."},
	ClosureWithTime:     {Error, "闭馆日期不写几点", "closures are whole days", "闭馆按整天写，如 2027-02-06；只有半天闭馆就写在 hours_note 里。", "Write the day alone, such as 2027-02-06; what is closed for half a day belongs in hours_note."},
	CoordinatesSwapped:  {Error, "经纬度像是写反了", "latitude and longitude seem to have changed places", "lat 是纬度（吉林在 41—46 之间），lng 是经度（122—131 之间）。", "lat is the latitude (41–46 in Jilin), lng the longitude (122–131)."},
	CoordinatesZero:     {Error, "坐标 0, 0 在大西洋里", "the coordinates 0, 0 lie in the Atlantic", "请写真实的坐标，如 {lat: 43.88, lng: 125.32}；不知道就不写。", "Give the true ones, such as {lat: 43.88, lng: 125.32}, or none."},
	ShortRoute:          {Error, "路线只有 %[1]s 站", "the route has too few stops: %[1]s", "路线至少要两站：在 stops 里每站另起一行，写“  - place: 场所的文件名”。", "A route has two stops at least: in stops, put each on a line of its own, as “  - place: slug”."},
	StopNowhere:         {Error, "第 %[1]s 站没有坐标，画不到地图上", "stop %[1]s has no coordinates and cannot be drawn", "请写 place（有坐标的场所），或写 coordinates: {lat: 43.88, lng: 125.32}。", "Give a place that has them, or coordinates: {lat: 43.88, lng: 125.32}."},
	FirstLeg:            {Error, "第一站前面没有别的站，不写“%[1]s”", "the first stop has no stop before it, and no “%[1]s”", "这一项说的是怎样从上一站过来：请删去，或写到下一站。", "It tells how one comes from the stop before: remove it, or move it to the next stop."},
	NoMapFile:           {Error, "找不到地图文件“%[1]s”", "there is no map file “%[1]s”", "请把它放在 content/static%[1]s。", "Put it at content/static%[1]s."},
	BadMapFile:          {Error, "地图文件读不懂：%[1]s", "the map file cannot be read: %[1]s", "需要 GeoJSON（RFC 7946），坐标为 WGS-84、先经度后纬度。", "It must be GeoJSON (RFC 7946): WGS-84, longitude first."},
	BoundaryApproval:    {Error, "画行政区域界线，却没有写审图号", "boundaries are drawn without the number of their approval", "向社会公开的地图要用经审核的标准地图，并标注审图号：请写 map.approval，或去掉这一层。", "Maps for the public need an approved base map and its number: set map.approval, or remove the layer."},
	NoFont:              {Warning, "本机没有中文字体，分享卡片只有图案", "no font with Han characters was found: share cards show patterns only", "安装一款中文字体（如 fonts-noto-cjk），或在 site.yaml 写 cards.font。", "Install one (such as fonts-noto-cjk), or set cards.font in site.yaml."},
	BadFont:             {Error, "cards.font 的字体不能用：%[1]s", "cards.font cannot be used: %[1]s", "请写一个存在的 .otf、.ttf 或 .ttc 文件；不写则在本机查找。", "Name an .otf, .ttf or .ttc file that exists, or leave it out."},
	CardsLimited:        {Warning, "只为最新的 %[1]s 条内容生成了分享卡片（共 %[2]s 条）", "share cards were made for the newest %[1]s of %[2]s entries", "要给全部内容生成，在 site.yaml 写 cards: {limit: %[2]s}；嫌多就写小些。写上以后不再提示。", "Set cards: {limit: %[2]s} in site.yaml for all of them, or any limit you like: then this is not said again."},
}
