package diag

// Codes of what only shows when all entries are together.
const (
	DanglingRef       Code = "dangling-reference"
	AmbiguousRef      Code = "ambiguous-reference"
	UnknownTerm       Code = "unknown-term"
	SameAddress       Code = "same-address"
	CaseOnly          Code = "case-only-difference"
	AliasTaken        Code = "alias-taken"
	BadAlias          Code = "bad-alias"
	OrphanTranslation Code = "orphan-translation"
	OrganizationLoop  Code = "organization-loop"
	NoSources         Code = "no-sources"
	PortraitRights    Code = "portrait-rights"
	BadSourceNumber   Code = "bad-source-number"
	EventNoPlace      Code = "event-without-place"
	NoBaseURL         Code = "no-base-url"
)

var siteMessages = map[Code]message{
	DanglingRef:       {Error, "“%[1]s”引用的“%[2]s”不存在", "“%[1]s” refers to “%[2]s”, which does not exist", "应写 content/%[3]s 下某个文件的名字（不带 .md）。", "It must be the name of a file in content/%[3]s, without .md."},
	AmbiguousRef:      {Error, "“%[1]s”引用的“%[2]s”有好几个", "“%[1]s” refers to “%[2]s”, of which there are several", "请写得更完整，例如 %[3]s。", "Write more of the path, such as %[3]s."},
	UnknownTerm:       {Error, "“%[1]s”里的“%[2]s”没有在 site.yaml 里登记", "“%[2]s” in “%[1]s” is not listed in site.yaml", "已登记：%[3]s。要新增，请改 content/site.yaml。", "Listed: %[3]s. To add one, edit content/site.yaml."},
	SameAddress:       {Error, "和 %[1]s 的网址相同：%[2]s", "has the same address as %[1]s: %[2]s", "请给其中一个改名。", "Rename one of them."},
	CaseOnly:          {Error, "和 %[1]s 只有大小写不同", "differs from %[1]s only in upper and lower case", "在 Windows 和 macOS 上它们是同一个文件，请给其中一个改名。", "On Windows and macOS they are one file: rename one of them."},
	AliasTaken:        {Error, "旧地址“%[1]s”已经被 %[2]s 占用", "the alias “%[1]s” belongs to %[2]s", "请换一个旧地址或删去这一条。", "Change the alias or remove it."},
	BadAlias:          {Error, "旧地址“%[1]s”写法不对", "the alias “%[1]s” is not an address of the site", "旧地址以 / 开头，例如 /old/page/，不能含 .. 或 ?。", "It begins with /, such as /old/page/, without .. or ?."},
	OrphanTranslation: {Error, "译文没有对应的原文 %[1]s", "the translation has no original %[1]s", "译文和原文同名：slug.md 与 slug.%[2]s.md 放在一起。", "Put slug.md and slug.%[2]s.md side by side."},
	OrganizationLoop:  {Error, "上级机构绕成了一圈：%[1]s", "the parents form a loop: %[1]s", "请检查各机构的 parent。", "Check the parent of each."},
	NoSources:         {Error, "人物档案没有资料来源", "a profile must have sources", "请在 sources 里写明至少一条来源。", "Name at least one source in sources."},
	PortraitRights:    {Error, "肖像没有写明署名和授权", "the portrait lacks credit or licence", "请补上 portrait.credit 和 portrait.licence；没有授权就不要用。", "Add portrait.credit and portrait.licence, or do not use it."},
	BadSourceNumber:   {Error, "timeline 里的 source: %[1]s 超出了 sources 的条数（%[2]s）", "source: %[1]s is beyond the number of sources (%[2]s)", "source 是 sources 里的第几条，从 1 数起。", "It counts the entries of sources, from 1."},
	EventNoPlace:      {Warning, "活动没有写地点", "the event has no place", "请写 place（场所的文件名）、venue（地点文字）或 online（网址）。", "Give place, venue or online."},
	NoBaseURL:         {Warning, "site.yaml 没有写 base_url，订阅源和站点地图里的网址暂用 %[1]s", "site.yaml has no base_url; feeds and the sitemap use %[1]s", "上线前请写上网站的正式网址。", "Set the site's address before it goes live."},
}
