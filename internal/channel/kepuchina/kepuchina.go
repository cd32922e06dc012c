// Package kepuchina makes packages for 科普中国: an article to hand in, and a
// poster. How its platform takes them is not on record; the bounds are those of
// its public calls for work.
package kepuchina

import (
	"fmt"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/cover"
	"kepu/internal/channel/richtext"
	"kepu/internal/content"
	"kepu/internal/photo"
)

// Channel is 科普中国.
var Channel = &channel.Channel{
	Name:    "kepuchina",
	Title:   text("科普中国", "Science China"),
	About:   text("投稿图文（2,000 字以内）、竖版海报（1080×1920）", "an article of up to 2,000 characters, a poster of 1080×1920"),
	Kinds:   []content.Kind{content.Articles, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

const (
	coverWidth, coverHeight = 1280, 720 // pixels, 16:9
	columns                 = 4         // of a table; a phone shows no more
	imageWidth              = 1080      // pixels
)

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := album.New(j, photo.Want{MaxWidth: imageWidth, MaxBytes: j.Limits["image-bytes"].Max})
	body := richtext.Write(j, a, columns)
	all := richtext.Join(richtext.Head(j), body, richtext.Foot(j))
	if err := a.Err(); err != nil {
		return nil, err
	}
	first, err := cover.One(j, "cover", coverWidth, coverHeight, text("封面（16:9）", "cover (16:9)"))
	if err != nil {
		return nil, err
	}
	poster, err := posterOf(j)
	if err != nil {
		return nil, err
	}
	return &channel.Package{
		Title: p.Title,
		Text:  p.Title + "\n\n" + all.Plain,
		Files: append([]channel.File{first, poster}, a.Files()...),
		Steps: steps(j, len(a.Files())),
		Copies: []channel.Copy{
			{Label: "标题", Text: p.Title},
			{Label: "摘要", Text: p.Summary},
			{Label: "正文", Text: all.Plain, HTML: all.HTML},
		},
		Previews: []channel.Preview{
			{Label: "正文", HTML: all.HTML},
			{Label: "海报", Image: poster.Name},
		},
		Measures: []channel.Measure{
			{Rule: "words", Value: body.Words},
			{Rule: "quoted", Value: share(body.Quoted, body.Words)},
			{Rule: "poster-bytes", Value: len(poster.Data)},
			{Rule: "image-bytes", Value: a.Size()},
		},
		Remarks: a.Remarks(),
	}, nil
}

// share is a part in per cent, rounded up: what is over a bound shows.
func share(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (100*part + whole - 1) / whole
}

func steps(j *channel.Job, images int) []string {
	list := []string{
		"登录科普中国的投稿或管理平台，选“图文”。平台的上传格式没有公开规定，以当时的页面为准。",
		"依次复制“标题”“摘要”“正文”，粘贴到对应的栏目；上传封面 cover。",
	}
	if images > 0 {
		list = append(list, "图片粘贴不过去：对照本页预览，按编号把 images 里的图片插到原来的位置，核对图注和授权。")
	}
	return append(list,
		fmt.Sprintf("作者填“%s”，科学审核人填“%s”。", orNone(richtext.Authors(j)), orNone(j.Piece.Reviewers)),
		"要投海报，上传 poster.png（1080×1920）。",
		"要拍成视频：横屏不低于 1920×1080，时长 3–5 分钟，配简体中文字幕；脚本见“抖音”稿件包。")
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "（文章里没写，请补上）"
	}
	return strings.Join(names, "、")
}
