// Package douyin makes packages for 抖音: a set of cards that hold the whole
// text, as an image post, and for a video a script, its shots and subtitles.
package douyin

import (
	"strings"

	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/typeset"
)

// Channel is 抖音.
var Channel = &channel.Channel{
	Name:    "douyin",
	Title:   channel.Text{Zh: "抖音", En: "Douyin"},
	About:   channel.Text{Zh: "图文卡片（3:4），视频的口播脚本、分镜和字幕", En: "cards for an image post (3:4); script, shots and subtitles for a video"},
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	var fonts typeset.Fonts
	var err error
	if j.Press != nil {
		if fonts, err = j.Press.Fonts(); err != nil {
			return nil, err
		}
	}
	out := &channel.Package{Title: p.Title}
	var d *deck
	pictures := 0
	most := j.Limits["images"].Max
	if fonts.Text == nil {
		out.Remarks = append(out.Remarks, channel.Remark{Text: channel.Text{
			Zh: "没有中文字体，图文卡片没有做，只有口播脚本和字幕。", En: "There is no Chinese font: no cards were made, only the script and subtitles.",
		}})
	} else {
		if d, err = deal(j, fonts, most); err != nil {
			return nil, err
		}
		pictures = d.len()
		if most == 0 || pictures <= most { // else there will be no package
			if out.Files, err = d.draw(j); err != nil {
				return nil, err
			}
		}
		out.Remarks = d.remarks
		for _, f := range out.Files {
			out.Previews = append(out.Previews, channel.Preview{Label: f.Use.Zh, Image: f.Name})
		}
	}
	shots := script(j, d)
	list, err := shotList(shots)
	if err != nil {
		return nil, err
	}
	out.Files = append(out.Files,
		channel.File{Name: "script.md", Type: "text/markdown", Data: []byte(table(p.Title, shots)), Use: channel.Text{Zh: "口播脚本", En: "script"}},
		channel.File{Name: "subtitles.srt", Type: "application/x-subrip", Data: []byte(subtitles(shots)), Use: channel.Text{Zh: "字幕", En: "subtitles"}},
		channel.File{Name: "shots.json", Type: "application/json", Data: list, Use: channel.Text{Zh: "分镜，供剪辑程序读取", En: "shots, for programs"}},
	)
	topics := topicsOf(p, j.Limits["topics"].Max)
	caption := strings.TrimSpace(p.Summary + "\n\n" + strings.Join(topics, " "))
	text := narration(shots)
	if d != nil {
		text = d.text()
	}
	out.Text = paragraphs(p.Title, caption, text)
	out.Copies = []channel.Copy{{Label: "标题", Text: p.Title}, {Label: "正文和话题", Text: caption}}
	out.Steps = steps(pictures, seconds(shots))
	out.Measures = []channel.Measure{
		{Rule: "title", Value: channel.Characters(p.Title)},
		{Rule: "images", Value: pictures},
		{Rule: "aspect", Value: 100 * width / height},
		{Rule: "topics", Value: len(topics)},
		{Rule: "caption", Value: channel.Characters(caption)},
		{Rule: "video", Value: seconds(shots)},
	}
	return out, nil
}

// topicsOf are the tags as topics. The author's own all count; of the site's
// topics, which stand in where there are none, so many are taken as there may be.
func topicsOf(p *channel.Piece, most int) []string {
	tags := p.Tags
	if most > 0 && len(tags) > most && strings.Join(tags, "\n") == strings.Join(p.Topics, "\n") {
		tags = tags[:most]
	}
	var list []string
	for _, t := range tags {
		if t = strings.Join(strings.Fields(strings.ReplaceAll(t, "#", " ")), ""); t != "" {
			list = append(list, "#"+t)
		}
	}
	return list
}
