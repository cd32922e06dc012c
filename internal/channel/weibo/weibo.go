// Package weibo makes packages for 微博: a short post with an address, a set of
// nine pictures, and a long article to paste.
package weibo

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

// Channel is 微博.
var Channel = &channel.Channel{
	Name:    "weibo",
	Title:   text("微博", "Weibo"),
	About:   text("短微博（140 字加网址）、最多九张配图、头条文章", "a short post with an address, nine pictures, a long article"),
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

const (
	side                    = 1080      // pixels of the squares of a set, and the width of other pictures
	coverWidth, coverHeight = 1280, 720 // pixels, 16:9
	mostPictures            = 9         // of a post, as others report
	columns                 = 0         // of a table: the editor is not known to take any
)

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := album.New(j, photo.Want{MaxWidth: side, MaxBytes: j.Limits["image-bytes"].Max})
	all := richtext.Join(richtext.Head(j), richtext.Write(j, a, columns), richtext.Foot(j))
	if err := a.Err(); err != nil {
		return nil, err
	}
	set, err := setOf(j, a)
	if err != nil {
		return nil, err
	}
	wide, err := cover.One(j, "cover", coverWidth, coverHeight, text("头条文章封面（16:9）", "cover of the article (16:9)"))
	if err != nil {
		return nil, err
	}
	words := wordsOf(p, j.Limits["post"].Max)
	post := words + "\n" + p.Address
	lead := p.Summary
	if p.Channel == "" { // else it was written for here, and its author is to shorten it
		lead = channel.Shorten(lead, j.Limits["lead"].Max)
	}
	return &channel.Package{
		Title: p.Title,
		Text:  post + "\n\n" + p.Title + "\n\n" + all.Plain,
		Files: append(append(set, wide), a.Files()...),
		Steps: steps(len(set), len(a.Files())),
		Copies: []channel.Copy{
			{Label: "短微博", Text: post},
			{Label: "标题", Text: p.Title},
			{Label: "导语", Text: lead},
			{Label: "正文", Text: all.Plain, HTML: all.HTML},
		},
		Previews: []channel.Preview{
			{Label: "短微博", HTML: "<p>" + strings.ReplaceAll(richtext.Escape(post), "\n", "<br>") + "</p>"},
			{Label: "头条文章", HTML: all.HTML},
		},
		Measures: []channel.Measure{
			{Rule: "post", Value: channel.Characters(words)},
			{Rule: "title", Value: channel.Characters(p.Title)},
			{Rule: "lead", Value: channel.Characters(lead)},
			{Rule: "image-bytes", Value: a.Size()},
		},
		Remarks: a.Remarks(),
	}, nil
}

// setOf is the set of squares for the post: the cover, then the pictures of the
// text in their order, as many as there is room for.
func setOf(j *channel.Job, a *album.Album) ([]channel.File, error) {
	first, err := cover.One(j, "", side, side, channel.Text{})
	if err != nil {
		return nil, err
	}
	set := append([]channel.File{first}, a.Squares(mostPictures-1, side, cover.MaxBytes)...)
	for i := range set {
		set[i].Name = fmt.Sprintf("set/%d%s", i+1, album.Suffix(set[i].Type))
		set[i].Use = text(fmt.Sprintf("配图第 %d 张", i+1), fmt.Sprintf("picture %d of the set", i+1))
	}
	return set, nil
}

func steps(set, images int) []string {
	numbers := "set/1"
	if set > 1 {
		numbers = fmt.Sprintf("set/1 到 set/%d（依次）", set)
	}
	list := []string{
		"发短微博：复制“短微博”，粘贴到发布框，添加配图 " + numbers + "，预览后发布。",
		"发长文：点“头条文章”，依次复制“标题”“导语”“正文”，粘贴到对应的栏目；上传封面 cover。",
	}
	if images > 0 {
		list = append(list, "图片粘贴不过去：对照本页预览，按编号把 images 里的图片插到原来的位置，核对图注。")
	}
	return append(list, "按实际情况声明“内容由 AI 生成”，先预览，再发布。")
}
