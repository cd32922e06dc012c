package diag

// A Code names a kind of diagnostic. Codes are part of the interface: tools
// match on them, so they do not change.
type Code string

// Codes of the step that reads files.
const (
	NoContent    Code = "no-content"
	NotUTF8      Code = "not-utf8"
	HasNUL       Code = "nul-byte"
	FileTooLarge Code = "file-too-large"
	LinkEscapes  Code = "symlink-escapes"
	LinkedFolder Code = "symlink-folder"
	Unreadable   Code = "unreadable"
	Changed      Code = "changed-meanwhile"
	UnknownKind  Code = "unknown-folder"
	BadSlug      Code = "bad-file-name"
	StrayFile    Code = "stray-file"
	NotMarkdown  Code = "not-markdown"
	NoEntries    Code = "no-entries"
)

var sourceMessages = map[Code]message{
	NoContent:    {Error, "没有找到 content 文件夹", "there is no content folder", "请在站点目录里运行，或用 --site 指明站点目录；新站点先建 content/articles/hello.md。", "Run kepu in the site's folder or name it with --site; a new site starts with content/articles/hello.md."},
	NotUTF8:      {Error, "文件不是 UTF-8 编码（从这里开始读不懂）", "the file is not UTF-8 (unreadable from here on)", "请在编辑器里“另存为 UTF-8”；记事本旧版保存的多半是 GBK。", "Save the file as UTF-8; old editors on Chinese Windows save GBK."},
	HasNUL:       {Error, "文件里有 NUL 字节，不像是文本", "the file holds a NUL byte: it does not look like text", "可能是文件损坏，或误把图片、Word 文档改名成了 .md。", "It may be damaged, or a picture or document renamed to .md."},
	FileTooLarge: {Error, "文件有 %[1]s，超过上限 %[2]s", "the file has %[1]s, more than the limit of %[2]s", "正文请拆成几篇；图片、视频请放到单独的文件里。", "Split the text; put pictures and video into files of their own."},
	LinkEscapes:  {Error, "符号链接指向了 content 以外：%[1]s", "the symbolic link leaves the content folder: %[1]s", "请把文件本身放进 content，不要用链接。", "Put the file itself into content."},
	LinkedFolder: {Error, "不支持指向文件夹的符号链接：%[1]s", "symbolic links to folders are not followed: %[1]s", "请把文件夹本身放进 content。", "Put the folder itself into content."},
	Changed:      {Error, "生成网站的时候这个文件变了", "the file changed while the site was built", "再运行一次。", "Run it again."},
	Unreadable:   {Error, "文件读不出来：%[1]s", "the file cannot be read: %[1]s", "请检查文件权限；符号链接请换成文件本身。", "Check the file's permissions; put the file itself in place of a link."},
	UnknownKind:  {Error, "content 里没有叫“%[1]s”的栏目", "“%[1]s” is not a kind of content", "可用的文件夹：articles、events、scientists、organizations、places、series；单独的页面直接放在 content 下；原样发布的文件放在 content/static 下。", "Folders are articles, events, scientists, organizations, places, series; plain pages stand in content itself; files to publish as they are go into content/static."},
	BadSlug:      {Error, "文件名“%[1]s”不能用作网址", "the file name “%[1]s” cannot be an address", "请只用小写字母、数字、汉字和连字符，例如 spring-sowing.md；index.md 只能放在条目自己的文件夹里。", "Use lower-case letters, digits, Han characters and hyphens, such as spring-sowing.md; index.md belongs in an entry's own folder."},
	StrayFile:    {Warning, "没有文章用到这个文件，不会发布", "no entry uses this file; it is not published", "在正文里引用它，或删掉它；要原样发布请放到 content/static 下。", "Refer to it from a text, remove it, or put it into content/static to publish it as it is."},
	NotMarkdown:  {Warning, "扩展名是 %[1]s 而不是 .md，不会当作文章发布", "the ending is %[1]s, not .md: the file is not published", "如果是文章，请改名为 %[2]s；如果是附件，请在正文里引用它，或放到 content/static 下。", "If it is a text, rename it to %[2]s; if not, refer to it from one or put it into content/static."},
	NoEntries:    {Error, "content 文件夹里一篇内容也没有", "there is not one entry in the content folder", "用 kepu new articles hello 新建一篇；名字以 _ 或 . 开头的文件不算在内。", "Start one with kepu new articles hello; files whose names begin with _ or . do not count."},
}
