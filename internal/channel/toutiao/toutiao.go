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
	Title:   text("今日头条", "Toutiao"),
	About:   text("可粘贴的正文、封面图（16:9）", "text to paste, covers (16:9)"),
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

const (
	coverWidth, coverHeight = 960, 540 // pixels, 16:9; the least is 660 × 370
	columns                 = 4        // of a table; a phone shows no more
	imageWidth              = 1080     // pixels; photographs that wide can be covers
)

var coverUse = text("封面（16:9）", "cover (16:9)")

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := album.New(j, photo.Want{MaxWidth: imageWidth, MaxBytes: j.Limits["image-bytes"].Max})
	all := richtext.Join(richtext.Lead(p), richtext.Head(j), richtext.Write(j, a, columns), richtext.Foot(j))
	if err := a.Err(); err != nil {
		return nil, err
	}
	covers, err := coversOf(j, a)
	if err != nil {
		return nil, err
	}
	return &channel.Package{
		Title: p.Title,
		Text:  p.Title + "\n\n" + all.Plain,
		Files: append(covers, a.Files()...),
		Steps: steps(len(covers), len(a.Files())),
		Copies: []channel.Copy{
			{Label: "标题", Text: p.Title},
			{Label: "正文", Text: all.Plain, HTML: all.HTML},
		},
		Previews: []channel.Preview{{Label: "正文", HTML: all.HTML}},
		Measures: []channel.Measure{
			{Rule: "title", Value: channel.Characters(p.Title)},
			{Rule: "images", Value: len(a.Files())},
			{Rule: "image-bytes", Value: a.Size()},
		},
		Remarks: a.Remarks(),
	}, nil
}

// coversOf are one cover or three: two are of no use there.
func coversOf(j *channel.Job, a *album.Album) ([]channel.File, error) {
	first, err := cover.One(j, "cover-1", coverWidth, coverHeight, coverUse)
	if err != nil {
		return nil, err
	}
	covers := []channel.File{first}
	more := a.Photos(2, coverWidth, coverHeight, cover.MaxBytes)
	if len(more) < 2 {
		return covers, nil
	}
	for i, f := range more {
		f.Name, f.Use = []string{"cover-2", "cover-3"}[i]+album.Suffix(f.Type), coverUse
		covers = append(covers, f)
	}
	return covers, nil
}

func steps(covers, images int) []string {
	list := []string{
		"打开头条号后台，点“发布文章”。",
		"点本页“标题”旁的“复制”，粘贴到标题栏。",
		"点“正文”旁的“复制”，粘贴到编辑框。小标题、列表、加粗会保留；链接头条会去掉，所以正文里没有。",
	}
	if images > 0 {
		list = append(list, "图片粘贴不过去：对照本页预览，按编号把 images 里的图片插到原来的位置，核对图注。")
	}
	if covers == 3 {
		list = append(list, "展示封面选“三图”，上传 cover-1、cover-2、cover-3；也可以选“单图”，只用 cover-1。")
	} else {
		list = append(list, "展示封面选“单图”，上传 cover-1。")
	}
	return append(list,
		"封面上不要加二维码和联系方式。",
		"按实际情况勾选“原创”和“内容由 AI 生成”，先预览，再发布。")
}
