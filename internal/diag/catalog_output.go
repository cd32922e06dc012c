package diag

// Codes of themes and of what is written.
const (
	ThemeBroken   Code = "theme-broken"
	ThemeMissing  Code = "theme-missing"
	ForeignFiles  Code = "foreign-files"
	FilesInTheWay Code = "files-in-the-way"
	PathCollision Code = "path-collision"
	BadPath       Code = "bad-path"
	BadOutput     Code = "bad-output-folder"
)

var outputMessages = map[Code]message{
	ThemeBroken:   {Error, "主题有误：%[1]s", "the theme is broken: %[1]s", "请检查 themes 下的模板和样式文件。", "Check the templates and style sheets in themes."},
	ThemeMissing:  {Error, "没有叫“%[1]s”的主题", "there is no theme “%[1]s”", "site.yaml 的 theme 应是 themes 下的文件夹名，或写 default。", "theme in site.yaml names a folder in themes, or default."},
	ForeignFiles:  {Error, "输出文件夹 %[1]s 里有不是 kepu 生成的文件：%[2]s", "the output folder %[1]s holds files that kepu did not make: %[2]s", "请换一个空文件夹，或移走这些文件；确认要留着它们一起发布，就加 --force（不会改动它们）。", "Choose an empty folder or move them; to keep them there untouched, add --force."},
	FilesInTheWay: {Error, "输出文件夹 %[1]s 里有文件挡住了网站的文件：%[2]s", "in the output folder %[1]s files stand where the site must go: %[2]s", "这些文件不是 kepu 生成的，kepu 不会覆盖它们；请移走或改名。", "kepu did not make them and does not overwrite them: move or rename them."},
	BadPath:       {Error, "文件路径 %[1]s 不能发布", "the path %[1]s cannot be published", "它太长、含有特殊字符，或用了 kepu 给自己保留的名字；请给源文件改名。", "It is too long, holds odd characters, or has a name that kepu keeps for itself: rename the file it comes from."},
	PathCollision: {Error, "两个来源要写同一个文件 %[1]s：%[2]s 和 %[3]s", "two sources write the same file %[1]s: %[2]s and %[3]s", "请给其中一个改名。", "Rename one of them."},
	BadOutput:     {Error, "不能把网站写到 %[1]s", "the site cannot be written to %[1]s", "输出文件夹不能是站点目录本身、它的上级，也不能在 content 或 themes 里。", "The output folder must not be the site's folder, a parent of it, or within content or themes."},
}
