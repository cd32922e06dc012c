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
	DuplicateTerm     Code = "duplicate-term"
	BadTermSlug       Code = "bad-term-slug"
	TermSpelling      Code = "term-spelling"
	LanguageConflict  Code = "language-conflict"
)

var siteMessages = map[Code]message{
	DanglingRef:       {Error, "“%[1]s”引用的“%[2]s”不存在", "“%[1]s” refers to “%[2]s”, which does not exist", "应写 content/%[3]s 下某个文件的名字（不带 .md）。", "It must be the name of a file in content/%[3]s, without .md."},
	AmbiguousRef:      {Error, "“%[1]s”引用的“%[2]s”有好几个", "“%[1]s” refers to “%[2]s”, of which there are several", "请写得更完整，例如 %[3]s。", "Write more of the path, such as %[3]s."},
	UnknownTerm:       {Error, "“%[1]s”里的“%[2]s”没有在 site.yaml 里登记", "“%[2]s” in “%[1]s” is not listed in site.yaml", "已登记：%[3]s。要新增，请改 content/site.yaml。", "Listed: %[3]s. To add one, edit content/site.yaml."},
	SameAddress:       {Error, "和 %[1]s 的网址相同：%[2]s", "has the same address as %[1]s: %[2]s", "请给其中一个改名。", "Rename one of them."},
	CaseOnly:          {Error, "和 %[1]s 只有大小写不同", "differs from %[1]s only in upper and lower case", "在 Windows 和 macOS 上它们是同一个文件，请给其中一个改名。", "On Windows and macOS they are one file: rename one of them."},
	AliasTaken:        {Error, "旧地址“%[1]s”已经被 %[2]s 占用", "the alias “%[1]s” belongs to %[2]s", "请换一个旧地址或删去这一条。", "Change the alias or remove it."},
	BadAlias:          {Error, "旧地址“%[1]s”写法不对", "the alias “%[1]s” is not an address of the site", "旧地址以 / 开头，例如 /old/page/，不能含 .. 或 ?，各段不能以 . 或 _ 开头。", "It begins with /, such as /old/page/, without .. or ?, and no part of it with . or _."},
	OrphanTranslation: {Error, "译文没有对应的原文 %[1]s", "the translation has no original %[1]s", "译文和原文同名：slug.md 与 slug.%[2]s.md 放在一起。", "Put slug.md and slug.%[2]s.md side by side."},
	OrganizationLoop:  {Error, "上级机构绕成了一圈：%[1]s", "the parents form a loop: %[1]s", "请检查各机构的 parent。", "Check the parent of each."},
	NoSources:         {Error, "人物档案没有资料来源", "a profile must have sources", "请在 sources 里写明至少一条来源。", "Name at least one source in sources."},
	PortraitRights:    {Error, "肖像没有写明署名和授权", "the portrait lacks credit or licence", "请补上 portrait.credit 和 portrait.licence；没有授权就不要用。", "Add portrait.credit and portrait.licence, or do not use it."},
	BadSourceNumber:   {Error, "“%[1]s”写的是 %[2]s，超出了 sources 的条数（%[3]s）", "“%[1]s” is %[2]s, beyond the number of sources (%[3]s)", "source 是 sources 里的第几条，从 1 数起。", "It counts the entries of sources, from 1."},
	EventNoPlace:      {Warning, "活动没有写地点", "the event has no place", "请写 place（场所的文件名）、venue（地点文字）或 online（网址）。", "Give place, venue or online."},
	NoBaseURL:         {Warning, "site.yaml 没有写 base_url，订阅源和站点地图里的网址暂用 %[1]s", "site.yaml has no base_url; feeds and the sitemap use %[1]s", "上线前请写上网站的正式网址。", "Set the site's address before it goes live."},
	DuplicateTerm:     {Error, "%[1]s 里的“%[2]s”和第 %[4]s 行的“%[3]s”重复", "“%[2]s” in %[1]s repeats “%[3]s” on line %[4]s", "每一项的 name、slug、ko、en 都不能和别的项相同，请改掉或合并。", "No two terms share a name, a slug or a translation: change or merge them."},
	BadTermSlug:       {Error, "“%[1]s”不能用作网址里的名字", "“%[1]s” cannot be a name in addresses", "slug 只用小写字母、数字、连字符或汉字，例如 space-science；page、atom.xml 等名字另有用处。登记在 site.yaml 时可另写 slug。", "A slug has lower-case letters, digits, hyphens or Han characters, such as space-science; page, atom.xml and the like are in use. A term listed in site.yaml can have a slug of its own."},
	TermSpelling:      {Warning, "%[1]s 里的“%[2]s”和 %[4]s 里的“%[3]s”网址相同，会合成一项", "“%[2]s” in %[1]s has the address of “%[3]s” in %[4]s; they become one", "请统一写法，或在 site.yaml 里登记。", "Spell them alike, or list them in site.yaml."},
	LanguageConflict:  {Error, "language 写的是 %[1]s，文件名却说是 %[2]s", "language is %[1]s, but the file's name says %[2]s", "请删去 language，或给文件改名。", "Remove language, or rename the file."},
}
