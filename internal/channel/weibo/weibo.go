// Package weibo makes packages for 微博: a short post with an address, a set of
// nine pictures, and a long article to paste.
package weibo

import (
	"strconv"
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
	Title:   channel.Text{Zh: "微博", En: "Weibo"},
	About:   channel.Text{Zh: "短微博（140 字加网址）、最多九张配图、头条文章", En: "a short post with an address, nine pictures, a long article"},
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

// The sizes of pictures: a square that leads the set of nine, 16:9 for the cover of the
// article.
const (
	square      = 1080
	mostInSet   = 9
	coverWidth  = 1280
	coverHeight = 720
)

// addressLength is what an address counts in a post, however long it is: it
// becomes a short link.
const addressLength = 10

var style = richtext.Style{Heading: 2, Columns: 0, Code: false}

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := album.New(j, photo.Want{MaxWidth: square, MaxBytes: j.Limits["image-bytes"].Max})
	all := richtext.Join(richtext.Head(j), richtext.Write(j, a, style), richtext.Foot(j))
	if err := a.Err(); err != nil {
		return nil, err
	}
	first, err := cover.One(j, "square", square, square, channel.Text{Zh: "配图第 1 张", En: "picture 1 of the set"})
	if err != nil {
		return nil, err
	}
	wide, err := cover.One(j, "cover", coverWidth, coverHeight, channel.Text{Zh: "头条文章封面（16:9）", En: "cover of the article (16:9)"})
	if err != nil {
		return nil, err
	}
	set := min(1+len(a.Files()), mostInSet)
	post := shortPost(p, j.Limits["post"].Max)
	lead := channel.Shorten(p.Summary, j.Limits["lead"].Max)
	out := &channel.Package{
		Title: p.Title,
		Text:  post + "\n\n" + p.Title + "\n\n" + all.Plain,
		Files: append([]channel.File{first, wide}, a.Files()...),
		Steps: []string{
			"发短微博：复制“短微博”，粘贴到发布框，添加 " + first.Name + pictures(set-1) + "，预览后发布。",
			"发长文：点“头条文章”，复制“标题”“导语”“正文”，分别粘贴；上传封面 cover。",
			"按编号把 images 里的图片插到正文里相应的位置，核对图注。",
			"按实际情况声明“内容由 AI 生成”，先预览，再发布。",
		},
		Copies: []channel.Copy{
			{Label: "短微博", Text: post},
			{Label: "标题", Text: p.Title},
			{Label: "导语", Text: lead},
			{Label: "正文", Text: all.Plain, HTML: all.HTML},
		},
		Previews: []channel.Preview{
			{Label: "短微博", HTML: "<p>" + strings.ReplaceAll(richtext.Escape(post), "\n", "<br>") + "</p>"},
			{Label: "头条文章", HTML: "<h1>" + richtext.Escape(p.Title) + "</h1>" + all.HTML},
		},
		Measures: []channel.Measure{
			{Rule: "post", Value: postLength(post, p.Address)},
			{Rule: "title", Value: channel.Characters(p.Title)},
			{Rule: "lead", Value: channel.Characters(lead)},
			{Rule: "pictures", Value: set},
			{Rule: "image-bytes", Value: a.Size()},
		},
		Remarks: a.Remarks(),
	}
	return out, nil
}

// pictures are those of the text that join the square one.
func pictures(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return " 和 images 里的图片"
	}
	return " 和 images 里的前 " + strconv.Itoa(n) + " 张图片"
}

// shortPost is the title with as much of the summary as there is room for, the
// topics and the address.
func shortPost(p *channel.Piece, most int) string {
	end := "\n" + p.Address
	var tags []string
	for _, t := range p.Tags[:min(2, len(p.Tags))] {
		tags = append(tags, "#"+strings.ReplaceAll(t, "#", "")+"#")
	}
	if len(tags) > 0 {
		end = "\n" + strings.Join(tags, "") + end
	}
	start := "【" + p.Title + "】"
	room := most - postLength(start+end, p.Address)
	if p.Summary == "" || room < 2 {
		return start + end
	}
	return start + channel.Shorten(p.Summary, room) + end
}

// postLength counts a post as its medium does: an address has a length of its own.
func postLength(post, address string) int {
	return channel.Characters(strings.ReplaceAll(post, address, "")) + addressLength*strings.Count(post, address)
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

// rules of 微博. None but the length of a post is on record anywhere.
var rules = []channel.Rule{
	{
		ID: "post", Name: text("短微博长度（含网址）", "length of the post with its address"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Max: 140 + addressLength}, Field: "title", Standing: channel.SecondHand, Source: "短微博 140 字，另加网址；网址按 10 字计，未见公开规定",
		Hint: text("缩短标题，或在 copy 里给 weibo 另写。", "Shorten the title, or write one for weibo in copy."),
	},
	{
		ID: "title", Name: text("头条文章标题", "title of the article"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Max: 32}, Field: "title", Standing: channel.NotOnRecord, Source: "未见公开规定，取 32",
		Hint: text("缩短标题，或在 copy 里给 weibo 另写。", "Shorten the title, or write one for weibo in copy."),
	},
	{
		ID: "lead", Name: text("头条文章导语", "lead of the article"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Max: 44}, Field: "summary", Standing: channel.NotOnRecord, Source: "未见公开规定，取 44",
		Hint: text("在 copy 里给 weibo 另写短一些的 summary。", "Write a shorter summary for weibo in copy."),
	},
	{
		ID: "pictures", Name: text("配图张数", "pictures of the set"), Unit: text("张", "pictures"),
		Bounds: channel.Bounds{Max: mostInSet}, Standing: channel.SecondHand, Source: "一条微博最多九张图",
		Hint: text("留下最要紧的九张。", "Keep the nine that matter."),
	},
	{
		ID: "image-bytes", Name: text("最大的一张图", "the largest picture"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: "未见公开规定",
		Hint: text("换一张小一些的图。", "Take a smaller one."),
	},
}
