// Package press makes packages for newspapers, television and radio: copy by
// length, a script in two columns, a script for the ear, and notes on how names
// are said.
//
// It uses the article's words and no others: what stands in a copy stands in
// the article, in its order.
package press

import (
	"fmt"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/richtext"
	"kepu/internal/content"
	"kepu/internal/photo"
)

// Channel is 报纸、电视、广播.
var Channel = &channel.Channel{
	Name:    "press",
	Title:   channel.Text{Zh: "报纸、电视、广播", En: "Press, television, radio"},
	About:   channel.Text{Zh: "300、600、1,200 字稿，电视两栏脚本，广播稿，人名读音", En: "copy of 300, 600 and 1,200 characters, scripts for television and radio, notes on names"},
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

// Lengths of copy in 字. Each has a rule, whose bound the settings may change.
var lengths = []int{300, 600, 1200}

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	t := read(j.Body)
	out := &channel.Package{Title: p.Title}
	var all []string
	file := func(name, text, zh, en string) {
		out.Files = append(out.Files, channel.File{Name: name, Type: "text/plain", Data: []byte(text + "\n"), Use: channel.Text{Zh: zh, En: en}})
		out.Copies = append(out.Copies, channel.Copy{Label: zh, Text: text})
		all = append(all, "【"+zh+"】\n\n"+text)
	}
	for _, n := range lengths {
		id := "copy-" + strconv.Itoa(n)
		c := t.copy(n, j.Limits[id].Max)
		if c.text == "" {
			continue
		}
		text := p.Title + "\n" + byline(j) + "\n\n" + c.text
		file(id+".txt", text, fmt.Sprintf("报纸稿 %d 字以内", n), fmt.Sprintf("copy of up to %d characters", n))
		out.Measures = append(out.Measures, channel.Measure{Rule: id, Value: channel.Words(c.text), Line: c.line})
	}
	tv := t.shots(p)
	file("tv.txt", tv.text(), "电视两栏脚本", "script for television")
	out.Files = append(out.Files, channel.File{Name: "tv.html", Type: "text/html", Data: []byte(tv.html(p)), Use: channel.Text{Zh: "电视两栏脚本，打印用", En: "the same, to print"}})
	radio := t.radio(j)
	file("radio.txt", radio.text, "广播稿", "script for radio")
	file("names.txt", names(j), "人名读音", "how names are said")
	if len(t.captions) > 0 {
		file("captions.txt", strings.Join(t.captions, "\n"), "图片说明", "captions")
	}
	pictures := album.New(j, photo.Want{MaxWidth: 2400, MaxHeight: 2400})
	for _, img := range t.images {
		pictures.Image(p, img)
	}
	if err := pictures.Err(); err != nil {
		return nil, err
	}
	out.Files = append(out.Files, pictures.Files()...)
	out.Measures = append(out.Measures,
		channel.Measure{Rule: "tv-seconds", Value: tv.seconds()},
		channel.Measure{Rule: "radio-seconds", Value: radio.seconds})
	out.Remarks = pictures.Remarks()
	out.Text = strings.Join(all, "\n\n")
	out.Steps = steps(t)
	out.Previews = []channel.Preview{{Label: "电视两栏脚本", HTML: tv.html(p)}}
	return out, nil
}

func steps(t *article) []string {
	from := "文章里没有用 :::press 标出的段落，各稿按原文次序取能放下的整段；要另外取舍，就在文章里标出来。"
	if t.marked {
		from = "各稿由文章里用 :::press 标出的段落按次序组成。"
	}
	return []string{
		"按版面选一份报纸稿，复制给编辑。" + from,
		"随稿提供 images 里的图片和图片说明；图片的授权以文章为准。",
		"电视：打印 tv.html，“画面”一栏由编导补齐；秒数按每秒四个字估算。",
		"广播：播出前照 names.txt 核对人名读音；标着“请核实”的，问过本人或单位再播。",
		"稿件见报、播出以后，把日期和版面记在审核单上。",
	}
}

// byline names the authors and who publishes.
func byline(j *channel.Job) string {
	by := strings.Join(richtext.Authors(j), " ")
	if by == "" {
		by = j.Piece.Organization
	}
	if by == "" {
		by = j.Piece.Site
	}
	return "（" + by + "）"
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

var rules = []channel.Rule{copyRule(300), copyRule(600), copyRule(1200),
	{
		ID: "tv-seconds", Name: text("电视解说时长", "length of the narration"), Unit: text("秒", "seconds"),
		Bounds: channel.Bounds{Warn: 300}, Standing: channel.NotOnRecord, Source: "栏目时长由电视台定；秒数按每秒四个字估算",
		Hint: text("超过五分钟的多半要删，标出 :::press 段落便于取舍。", "More than five minutes will be cut: mark passages with :::press."),
	},
	{
		ID: "radio-seconds", Name: text("广播稿时长", "length on air"), Unit: text("秒", "seconds"),
		Bounds: channel.Bounds{Warn: 300}, Standing: channel.NotOnRecord, Source: "栏目时长由电台定；秒数按每秒四个字估算",
		Hint: text("超过五分钟的多半要删，标出 :::press 段落便于取舍。", "More than five minutes will be cut: mark passages with :::press."),
	},
}

func copyRule(n int) channel.Rule {
	s := strconv.Itoa(n)
	return channel.Rule{
		ID: "copy-" + s, Name: text(s+" 字稿", "copy of "+s), Unit: text("字", "words"),
		Bounds: channel.Bounds{Max: n}, Standing: channel.NotOnRecord, Source: "报纸栏目的惯例；字数按文字处理软件的“字数”算",
		Hint: text("删减用 :::press "+s+" 以内标出的段落，或给后面的段落标上更大的数。", "Cut the passages marked :::press up to "+s+", or mark the later ones with a greater number."),
	}
}
