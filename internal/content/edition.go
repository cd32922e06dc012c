package content

// Issue is one edition of a mobile newspaper (手机报): several articles under one
// masthead. Its text is the editor's word to the readers.
type Issue struct {
	Common   `yaml:",inline" required:"date"`
	Status   string `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Masthead string `yaml:"masthead" range:",20" doc:"报头，默认“e点科普” | Masthead" example:"e点科普"`
	Number   int    `yaml:"number" range:"1,100000" doc:"期号 | Number of the issue"`
	Period   string `yaml:"period" enum:"daily,weekly" doc:"daily 日报，weekly 周报 | How often it appears"`
	Articles []Ref  `yaml:"articles" required:"true" ref:"articles" doc:"收入的文章的文件名，按次序，如 [radio-telescope] | Slugs of the articles, in order"`
}

// Masthead of an edition that names none.
const Masthead = "e点科普"

// Copy is what one channel is told instead of what all are.
type Copy struct {
	Channel string   `yaml:"channel" required:"true" doc:"渠道，如 toutiao | Channel" example:"toutiao"`
	Title   string   `yaml:"title" range:"1,200" doc:"这个渠道用的标题 | Title"`
	Summary string   `yaml:"summary" doc:"这个渠道用的摘要 | Summary"`
	Tags    []string `yaml:"tags" doc:"这个渠道用的话题 | Tags"`
}
