package diag

// Codes of the text below the front matter. Those from UnclosedContainer on
// are the values of markdown.ProblemKind.
const (
	BrokenLink   Code = "broken-link"
	BrokenAnchor Code = "broken-anchor"
	MissingImage Code = "missing-image"
	BadImage     Code = "bad-image"
	ForeignImage Code = "external-image"

	UnclosedContainer Code = "unclosed-container"
	UnknownContainer  Code = "unknown-container"
	BadPassage        Code = "bad-passage"
	QuizWithoutAnswer Code = "quiz-without-answer"
	ImageWithoutAlt   Code = "image-without-alt"
	EmptyLink         Code = "empty-link"
	LinkWithoutText   Code = "link-without-text"
	UnsafeLink        Code = "unsafe-link"
	SkippedHeading    Code = "skipped-heading"
	EmptyHeading      Code = "empty-heading"
	DuplicateID       Code = "duplicate-id"
	ReservedID        Code = "reserved-id"
	BadCodeOption     Code = "bad-code-option"
	UndefinedFootnote Code = "undefined-footnote"
	UnusedFootnote    Code = "unused-footnote"
	DuplicateFootnote Code = "duplicate-footnote"
	DisallowedHTML    Code = "disallowed-html"
	DeepHTML          Code = "deep-html"
	TableTooWide      Code = "table-too-wide"
)

var markdownMessages = map[Code]message{
	BrokenLink:        {Error, "链接指向的文件不存在：%[1]s", "the link leads to a file that does not exist: %[1]s", "站内链接写成相对于本文件的 .md 路径，例如 ../scientists/nan-rendong.md。", "Write links within the site as paths to the .md file, relative to this one."},
	BrokenAnchor:      {Error, "“%[1]s”里没有叫“#%[2]s”的小标题", "“%[1]s” has no heading “#%[2]s”", "那里的小标题：%[3]s。", "Headings there: %[3]s."},
	MissingImage:      {Error, "找不到图片：%[1]s", "the image does not exist: %[1]s", "图片路径相对于本文件；请检查文件名和大小写。", "The path is relative to this file; check its name and case."},
	BadImage:          {Error, "图片不能用：%[1]s（%[2]s）", "the image cannot be used: %[1]s (%[2]s)", "请换成完好的 PNG、JPEG、GIF、WebP、AVIF 或不含脚本的 SVG 文件。", "Use a whole PNG, JPEG, GIF, WebP or AVIF file, or an SVG without scripts."},
	ForeignImage:      {Error, "图片在别的网站上：%[1]s", "the image is on another site: %[1]s", "请把图片下载到文章旁边再引用（注意授权）：本站的页面不从别处加载任何东西。", "Download it beside the article (mind its licence): the site loads nothing from elsewhere."},
	UnclosedContainer: {Warning, "“:::%[1]s”没有结束", "“:::%[1]s” does not end", "在这一块的最后单独加一行 :::。", "Add a line ::: after it."},
	UnknownContainer:  {Warning, "没有叫“:::%[1]s”的提示块", "there is no container “:::%[1]s”", "可用：note、tip、warning、quiz、details、press。", "Use note, tip, warning, quiz, details or press."},
	BadPassage:        {Warning, "“:::press”后面的字数看不懂：%[1]s", "the length after “:::press” is not understood: %[1]s", "写成 :::press 300、:::press 600 或 :::press 1200；不写字数就是 300。", "Write :::press 300, :::press 600 or :::press 1200; without a number it is 300."},
	QuizWithoutAnswer: {Warning, "“:::quiz”里没有答案", "the quiz has no answer", "问题写完后单独加一行 ---，下面写答案。", "Put a line --- after the question and the answer below it."},
	ImageWithoutAlt:   {Warning, "图片没有替代文字：%[1]s", "the image has no alternative text: %[1]s", "在方括号里说清图里有什么：![雾凇挂满江边的柳树](a.jpg)。", "Say between the brackets what it shows: ![rime on the willows](a.jpg)."},
	EmptyLink:         {Warning, "链接没有地址：%[1]s", "the link has no address: %[1]s", "写成 [文字](地址)。", "Write [text](address)."},
	LinkWithoutText:   {Warning, "链接没有文字：%[1]s", "the link has no text: %[1]s", "写成 [文字](地址)；读屏软件要靠文字说明去哪里。", "Write [text](address): a screen reader needs the text."},
	UnsafeLink:        {Error, "不安全的链接地址：%[1]s", "unsafe address: %[1]s", "链接只能用 http、https、mailto、tel 或站内路径。", "Use http, https, mailto, tel or a path within the site."},
	SkippedHeading:    {Warning, "小标题跳级了：%[1]s", "the heading skips a level: %[1]s", "逐级使用 ##、###、####，读屏软件靠它导航。", "Use ##, ###, #### in turn; screen readers navigate by them."},
	EmptyHeading:      {Warning, "小标题是空的", "the heading is empty", "写上文字，或删去这一行。", "Write its text or remove the line."},
	DuplicateID:       {Warning, "锚点“#%[1]s”重复了", "the anchor “#%[1]s” stands twice", "请改掉其中一个 {#…}。", "Change one of the {#…}."},
	ReservedID:        {Warning, "锚点不能这样写，已改动：%[1]s", "the anchor cannot be used as written and was changed: %[1]s", "{#…} 里只用字母、汉字、数字和 - _ .，以字母或汉字开头；main、source、size、theme、fn、fnref、x 及以它们加 - 开头的名字由页面自用。", "Within {#…} use letters, digits and - _ . after a first letter; main, source, size, theme, fn, fnref, x and names that begin with one of them and a hyphen are the page's own."},
	BadCodeOption:     {Warning, "代码块的选项看不懂：%[1]s", "the code block's option is not understood: %[1]s", "写成 ```go {linenos=true hl_lines=[1,\"3-4\"]}。", "Write ```go {linenos=true hl_lines=[1,\"3-4\"]}."},
	UndefinedFootnote: {Warning, "脚注“[^%[1]s]”没有内容", "the footnote “[^%[1]s]” is not defined", "在文末加一行 [^%[1]s]: 注释内容。", "Add a line [^%[1]s]: text."},
	UnusedFootnote:    {Warning, "脚注“[^%[1]s]”没有用到", "the footnote “[^%[1]s]” is not used", "在正文里加上 [^%[1]s]，或删去这条脚注。", "Refer to it by [^%[1]s] or remove it."},
	DuplicateFootnote: {Warning, "脚注“[^%[1]s]”写了两次", "the footnote “[^%[1]s]” is defined twice", "请给其中一条换个名字。", "Rename one of them."},
	DisallowedHTML:    {Warning, "正文里的 HTML 被去掉了：%[1]s", "HTML was removed from the text: %[1]s", "请改用 Markdown 写法；确有需要时由管理员在 site.yaml 里打开 markdown.trusted_html。", "Use Markdown; where it is needed the site's keeper can set markdown.trusted_html in site.yaml."},
	DeepHTML:          {Warning, "HTML 嵌套太深，被去掉了", "HTML nested too deeply was removed", "请改用 Markdown 写法。", "Use Markdown."},
	TableTooWide:      {Warning, "表格的列太多，按普通文字处理了", "the table has far too many columns and was left as text", "请拆成几张表。", "Split the table."},
}
