// Package toutiao makes packages for 今日头条: an article to paste into its
// editor, with covers. There is no public interface for articles, so nothing is
// sent.
package toutiao

import (
	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/cover"
	"kepu/internal/channel/richtext"
	"kepu/internal/content"
	"kepu/internal/photo"
)

// Channel is 今日头条.
var Channel = &channel.Channel{
	Name:    "toutiao",
	Title:   channel.Text{Zh: "今日头条", En: "Toutiao"},
	About:   channel.Text{Zh: "可粘贴的正文、封面图（16:9）", En: "text to paste, covers (16:9)"},
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

// The size of a cover in pixels: 16:9; 660 × 370 is the least.
const coverWidth, coverHeight = 1280, 720

// style is what the editor takes.
var style = richtext.Style{Heading: 2, Columns: 6, Code: true}

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := album.New(j, photo.Want{MaxWidth: 1080, MaxBytes: j.Limits["image-bytes"].Max})
	all := richtext.Join(richtext.Head(j), richtext.Write(j, a, style), richtext.Foot(j))
	if err := a.Err(); err != nil {
		return nil, err
	}
	first, err := cover.One(j, "cover-1", coverWidth, coverHeight, coverUse)
	if err != nil {
		return nil, err
	}
	covers := append([]channel.File{first}, cover.More(a.Photos(), "cover", 2, 2, coverWidth, coverHeight, coverUse)...)
	return &channel.Package{
		Title: p.Title,
		Text:  p.Title + "\n\n" + all.Plain,
		Files: append(covers, a.Files()...),
		Steps: []string{
			"打开头条号后台，点“发布文章”。",
			"点本页“标题”旁的“复制”，粘贴到标题栏。",
			"点“正文”旁的“复制”，粘贴到编辑框。文字、小标题、列表会保留，图片要另外上传。",
			"按编号把 images 里的图片插到正文里相应的位置，核对图注。",
			"展示封面选“单图”，上传 cover-1；有三张封面，也可以选“三图”。封面上不要加二维码和联系方式。",
			"按实际情况勾选“原创”和“内容由 AI 生成”，先预览，再发布。",
		},
		Copies: []channel.Copy{
			{Label: "标题", Text: p.Title},
			{Label: "正文", Text: all.Plain, HTML: all.HTML},
		},
		Previews: []channel.Preview{{Label: "正文", HTML: "<h1>" + richtext.Escape(p.Title) + "</h1>" + all.HTML}},
		Measures: []channel.Measure{
			{Rule: "title", Value: channel.Characters(p.Title)},
			{Rule: "images", Value: len(a.Files())},
			{Rule: "image-bytes", Value: a.Size()},
		},
		Remarks: a.Remarks(),
	}, nil
}

var coverUse = channel.Text{Zh: "封面（16:9）", En: "cover (16:9)"}

// rules of 今日头条. Its editor tells of titles; the rest is not on record.
var rules = []channel.Rule{
	{
		ID: "title", Name: channel.Text{Zh: "标题长度", En: "length of the title"}, Unit: channel.Text{Zh: "字", En: "characters"},
		Bounds: channel.Bounds{Min: 2, Max: 30}, Field: "title", Standing: channel.InCode, Source: "头条号编辑器：标题 2–30 字",
		Hint: channel.Text{Zh: "改标题，或在 copy 里给 toutiao 另写 2–30 字的标题。", En: "Change the title, or write one of 2 to 30 characters for toutiao in copy."},
	},
	{
		ID: "images", Name: channel.Text{Zh: "图片张数", En: "number of pictures"}, Unit: channel.Text{Zh: "张", En: "pictures"},
		Bounds: channel.Bounds{Warn: 50}, Standing: channel.NotOnRecord, Source: "未见公开规定",
		Hint: channel.Text{Zh: "图太多，读者划不到底，可删去一些。", En: "So many are never seen: leave some out."},
	},
	{
		ID: "image-bytes", Name: channel.Text{Zh: "最大的一张图", En: "the largest picture"}, Unit: channel.Text{Zh: "字节", En: "bytes"},
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: "未见公开规定",
		Hint: channel.Text{Zh: "换一张小一些的图。", En: "Take a smaller one."},
	},
}
