package diag

// Codes of front matter and settings.
const (
	NoFrontMatter       Code = "no-front-matter"
	UnclosedFrontMatter Code = "unclosed-front-matter"
	YAMLSyntax          Code = "yaml-syntax"
	YAMLAlias           Code = "yaml-alias"
	YAMLTooDeep         Code = "yaml-too-deep"
	NotAMapping         Code = "not-a-mapping"
	DuplicateField      Code = "duplicate-field"
	UnknownField        Code = "unknown-field"
	MissingField        Code = "missing-field"
	EmptyField          Code = "empty-field"
	WrongType           Code = "wrong-type"
	BadDate             Code = "bad-date"
	BadValue            Code = "bad-value"
	BadURL              Code = "bad-url"
	EndBeforeStart      Code = "end-before-start"
	OutOfRange          Code = "out-of-range"
	FrontMatterTooLarge Code = "front-matter-too-large"
	BadFormat           Code = "bad-format"
	YAMLTag             Code = "yaml-tag"
	ControlCharacter    Code = "control-character"
	SessionOutside      Code = "session-outside-event"
	DuplicateLanguage   Code = "duplicate-language"
)

var contentMessages = map[Code]message{
	NoFrontMatter:       {Error, "文件开头没有 --- 包起来的信息栏", "the file has no front matter between --- lines", "第一行写 ---，接着写 title: 标题 等字段，再写一行 ---，然后才是正文。", "Begin with a line ---, then fields such as title: …, a line ---, then the text."},
	UnclosedFrontMatter: {Error, "开头的信息栏没有结束", "the front matter does not end", "在信息栏最后单独加一行 ---。", "Add a line --- after the last field."},
	YAMLSyntax:          {Error, "信息栏格式有误：%[1]s", "the front matter is not valid YAML: %[1]s", "检查缩进（只用空格，不用 Tab）、冒号后的空格；含冒号或引号的文字请用英文单引号 '…' 括起来。", "Check indentation (spaces, not tabs) and the space after colons; put text with colons or quotes between '…'."},
	YAMLAlias:           {Error, "信息栏不支持 YAML 的锚点和别名（& 与 *）", "anchors and aliases (& and *) are not supported in front matter", "请把内容直接写出来；文字以 & 或 * 开头时请用英文单引号 '…' 括起来。", "Write the value out; put text that begins with & or * between '…'."},
	YAMLTooDeep:         {Error, "信息栏嵌套太深", "the front matter is nested too deeply", "没有字段需要这么多层，请检查括号是否成对。", "No field needs so many levels; check the brackets."},
	NotAMapping:         {Error, "%[1]s应当是“字段: 值”的形式", "%[1]s must be a list of “field: value”", "例如 title: 标题。", "For example title: …"},
	DuplicateField:      {Error, "字段“%[1]s”写了两次（上一次在第 %[2]s 行）", "field “%[1]s” stands twice (first on line %[2]s)", "请删去一个。", "Remove one of them."},
	UnknownField:        {Error, "没有叫“%[1]s”的字段", "there is no field “%[1]s”", "可用的字段：%[2]s。", "Fields: %[2]s."},
	MissingField:        {Error, "缺少必填字段“%[1]s”", "required field “%[1]s” is missing", "请补上 %[1]s：%[2]s。", "Add %[1]s: %[2]s."},
	EmptyField:          {Error, "必填字段“%[1]s”是空的", "required field “%[1]s” is empty", "请填写：%[2]s。", "Fill it in: %[2]s."},
	WrongType:           {Error, "“%[1]s”应当是%[2]s，这里却是%[3]s", "“%[1]s” must be %[2]s, but is %[3]s", "%[4]s", "%[4]s"},
	BadDate:             {Error, "“%[1]s”的日期看不懂：%[2]s", "“%[1]s” is not a date: %[2]s", "写成 2026-05-30、2026-05-30 09:00 或 2026-05-30T09:00:00+08:00。", "Write 2026-05-30, 2026-05-30 09:00 or 2026-05-30T09:00:00+08:00."},
	BadValue:            {Error, "“%[1]s”不能是“%[2]s”", "“%[1]s” cannot be “%[2]s”", "可选的值：%[3]s。", "Values: %[3]s."},
	BadURL:              {Error, "“%[1]s”不是可用的网址：%[2]s", "“%[1]s” is not a usable address: %[2]s", "网址以 https:// 或 http:// 开头。", "An address begins with https:// or http://."},
	EndBeforeStart:      {Error, "“%[1]s”早于“%[2]s”", "“%[1]s” is before “%[2]s”", "请核对两个时间；全天活动的 end 写最后一天。", "Check the two times; for whole days end is the last day."},
	OutOfRange:          {Error, "“%[1]s”超出范围：%[2]s", "“%[1]s” is out of range: %[2]s", "允许的范围：%[3]s。", "It must be within %[3]s."},
	FrontMatterTooLarge: {Error, "信息栏有 %[1]s，超过上限 %[2]s", "the front matter has %[1]s, more than the limit of %[2]s", "大段文字请写进正文；名单太长时，写得简短些（只写姓名或文件名），或分成几个文件。", "Long texts belong below the front matter; of a long list, write names or slugs alone, or make several files of it."},
	BadFormat:           {Error, "“%[1]s”写得不对：%[2]s", "“%[1]s” is not well-formed: %[2]s", "%[3]s", "%[3]s"},
	YAMLTag:             {Error, "信息栏不支持 YAML 的类型标记（!）", "tags (!) are not supported in front matter", "请删去叹号开头的标记；文字以英文叹号开头时请用英文单引号 '…' 括起来。", "Remove the tag; put text that begins with ! between '…'."},
	ControlCharacter:    {Error, "信息栏里有看不见的控制字符 %[1]s", "the front matter holds an invisible control character, %[1]s", "多半是粘贴时带来的，请删掉这个字符后重新输入前后的文字。", "It probably came with pasted text: delete it and type the text around it anew."},
	SessionOutside:      {Error, "“%[1]s”不在活动的时间之内（超出了活动的 %[2]s）", "“%[1]s” is outside the event, beyond its %[2]s", "请核对这一场的时间，或把活动的 start、end 改到包含所有场次。", "Check the session's time, or let the event's start and end hold all sessions."},
	DuplicateLanguage:   {Error, "languages 里“%[1]s”写了两次（上一次在第 %[2]s 行）", "“%[1]s” stands twice in languages (first on line %[2]s)", "每种语言只写一项，请合并。", "Give each language one item."},
}
