// Package kepuchina makes packages for 科普中国: an article to hand in, and a
// poster. How its platform takes them is not on record; the bounds are those of
// its public calls for work.
package kepuchina

import (
	"bytes"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/cover"
	"kepu/internal/channel/richtext"
	"kepu/internal/content"
	"kepu/internal/photo"
	"kepu/internal/sharecard"
)

// Channel is 科普中国.
var Channel = &channel.Channel{
	Name:    "kepuchina",
	Title:   channel.Text{Zh: "科普中国", En: "Science China"},
	About:   channel.Text{Zh: "投稿图文（2,000 字以内）、竖版海报（1080×1920）", En: "an article of up to 2,000 characters, a poster of 1080×1920"},
	Kinds:   []content.Kind{content.Articles, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

const coverWidth, coverHeight = 1280, 720

var style = richtext.Style{Heading: 2, Columns: 6, Code: true}

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := album.New(j, photo.Want{MaxWidth: 1080, MaxBytes: j.Limits["image-bytes"].Max})
	body := richtext.Write(j, a, style)
	all := richtext.Join(richtext.Head(j), body, richtext.Foot(j))
	if err := a.Err(); err != nil {
		return nil, err
	}
	first, err := cover.One(j, "cover", coverWidth, coverHeight, channel.Text{Zh: "封面（16:9）", En: "cover (16:9)"})
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
		Steps: []string{
			"登录科普中国的投稿或管理平台，选“图文”。平台的上传格式没有公开规定，以当时的页面为准。",
			"依次复制“标题”“摘要”“正文”，粘贴到对应的栏目；上传封面 cover。",
			"按编号把 images 里的图片插到正文里相应的位置，核对图注和授权。",
			"填写作者和科学审核人：" + orNone(richtext.Authors(j)) + "；" + orNone(p.Reviewers) + "。",
			"要投海报，上传 poster.png（1080×1920）。",
			"要拍成视频：横屏不低于 1920×1080，时长 3–5 分钟，配简体中文字幕；脚本见“抖音”稿件包。",
		},
		Copies: []channel.Copy{
			{Label: "标题", Text: p.Title},
			{Label: "摘要", Text: p.Summary},
			{Label: "正文", Text: all.Plain, HTML: all.HTML},
		},
		Previews: []channel.Preview{
			{Label: "正文", HTML: "<h1>" + richtext.Escape(p.Title) + "</h1>" + all.HTML},
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

// posterOf draws the poster. Here a code of the address is welcome: people who
// stand before it have a phone in their hand.
func posterOf(j *channel.Job) (channel.File, error) {
	p := j.Piece
	c := &sharecard.Card{
		Lang: p.Lang, Site: p.Site, Title: p.Title, Motif: p.Motif, Seed: p.Seed, Address: p.Address,
		Scan: "扫码读全文", Example: p.Example,
	}
	if len(p.Topics) > 0 {
		c.Label = p.Topics[0]
	}
	for _, f := range p.Facts {
		c.Lines = append(c.Lines, f.Label+"："+f.Value)
	}
	if p.Summary != "" {
		c.Lines = append(c.Lines, p.Summary)
	}
	var buf bytes.Buffer
	err := j.Press.Poster(&buf, c)
	return channel.File{Name: "poster.png", Type: "image/png", Data: buf.Bytes(), Use: channel.Text{Zh: "竖版海报（1080×1920）", En: "poster (1080×1920)"}, Alt: p.Title}, err
}

// share is a part in per cent, rounded up: what is over a bound shows.
func share(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (100*part + whole - 1) / whole
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "未写"
	}
	return strings.Join(names, "、")
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

const calls = "公开征集作品的要求，平台自身的上传格式未见公开规定"

var rules = []channel.Rule{
	{
		ID: "words", Name: text("正文字数", "length of the text"), Unit: text("字", "words"),
		Bounds: channel.Bounds{Max: 2000}, Standing: channel.NotOnRecord, Source: calls + "：图文不超过 " + strconv.Itoa(2000) + " 字",
		Hint: text("删减正文，或拆成上下两篇。字数按文字处理软件的“字数”算：汉字和标点各一，西文一词为一。", "Cut the text, or make two of it. A Han character or a mark counts one, and so does a Latin word."),
	},
	{
		ID: "quoted", Name: text("引文所占比例", "share of quotations"), Unit: text("%", "%"),
		Bounds: channel.Bounds{Max: 15}, Standing: channel.NotOnRecord, Source: calls + "：引用文字不超过 15%",
		Hint: text("把引文改成自己的转述。只算 Markdown 引用块里的字。", "Tell it in your own words. What stands in block quotes counts."),
	},
	{
		ID: "poster-bytes", Name: text("海报文件", "the poster"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: calls + "：海报 1080×1920，不超过 5 MB",
		Hint: text("换一张小一些的封面图。", "Take a smaller cover."),
	},
	{
		ID: "image-bytes", Name: text("最大的一张图", "the largest picture"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: "未见公开规定",
		Hint: text("换一张小一些的图。", "Take a smaller one."),
	},
}
