// Package press makes packages for newspapers, television and radio: copy by
// length, a script in two columns, a script for the ear, and notes on how names
// are said.
//
// It uses the article's words and no others: what stands in a copy stands in
// the article, in its order.
package press

import (
	"fmt"
	"slices"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/content"
	"kepu/internal/photo"
)

// Channel is 报纸、电视、广播.
var Channel = &channel.Channel{
	Name:    "press",
	Title:   text("报纸、电视、广播", "Press, television, radio"),
	About:   text("300、600、1,200 字稿，电视两栏脚本，广播稿，人名读音", "copy of 300, 600 and 1,200 characters, scripts for television and radio, notes on names"),
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists},
	Rules:   rules,
	Compose: compose,
}

func text(zh, en string) channel.Text { return channel.Text{Zh: zh, En: en} }

// lengths of copy in 字. Each has a rule, whose bound the settings may change.
var lengths = []int{300, 600, 1200}

// largest is the longer side of a picture in pixels: 20 cm in print.
const largest = 2400

func compose(j *channel.Job) (*channel.Package, error) {
	p := j.Piece
	a := read(j)
	tv, radio := a.script(p), a.radio(p)
	table := tv.table()
	pictures := album.New(j, photo.Want{MaxWidth: largest, MaxHeight: largest})
	captions := captionsOf(j, a, pictures)
	if err := pictures.Err(); err != nil {
		return nil, err
	}
	o := &out{Package: channel.Package{Title: p.Title}}
	o.copies(j, a)
	o.add("tv.txt", text("电视两栏脚本", "script for television"), tv.text(), table)
	o.Files = append(o.Files, channel.File{Name: "tv.html", Type: "text/html", Data: []byte(page(p, table)), Use: text("电视两栏脚本，打印用", "the same, to print")})
	o.add("radio.txt", text("广播稿", "script for radio"), radio.text, "")
	o.add("names.txt", text("人名读音", "how names are said"), names(j), "")
	if len(captions) > 0 {
		o.add("captions.txt", text("图片说明", "captions"), strings.Join(captions, "\n"), "")
	}
	o.Text = strings.Join(o.all, "\n\n")
	o.Files = append(o.Files, pictures.Files()...)
	o.Previews = []channel.Preview{{Label: "电视两栏脚本", HTML: table}}
	o.Measures = append(o.Measures,
		channel.Measure{Rule: "tv-seconds", Value: tv.seconds},
		channel.Measure{Rule: "radio-seconds", Value: radio.seconds})
	o.Remarks = append(o.Remarks, pictures.Remarks()...)
	o.Steps = steps(a, radio)
	return &o.Package, nil
}

// An out is the package while it is made.
type out struct {
	channel.Package
	all []string // its texts
}

// add adds a text as a file, as something to copy, and to the text of all.
func (o *out) add(name string, use channel.Text, text, html string) {
	o.Files = append(o.Files, channel.File{Name: name, Type: "text/plain", Data: []byte(text + "\n"), Use: use})
	o.Copies = append(o.Copies, channel.Copy{Label: use.Zh, Text: text, HTML: html})
	o.all = append(o.all, "【"+use.Zh+"】\n\n"+text)
}

// copies adds the newspaper copy. A longer one that says no more than the one
// before is left out.
func (o *out) copies(j *channel.Job, a *article) {
	var before []string
	for _, n := range lengths {
		d := a.draft(n, j.Limits[copyID(n)].Max)
		switch {
		case !d.chosen:
			o.Remarks = append(o.Remarks, channel.Remark{Text: text(
				fmt.Sprintf("没有 %d 字的报纸稿：放不下一个完整的句子，或没有标着 :::press %d 以内的段落。请标出几段。", n, n),
				fmt.Sprintf("There is no copy of %d characters: not one sentence fits, or no passage is marked :::press %d or less. Mark some.", n, n))})
			continue
		case slices.Equal(d.paragraphs, before):
			continue
		}
		before = d.paragraphs
		if d.short {
			o.Remarks = append(o.Remarks, channel.Remark{Text: text(
				fmt.Sprintf("%d 字稿放不下全部要素（时间、地点等），后面几项没有写进去，请核对。", n),
				fmt.Sprintf("The copy of %d characters has no room for all facts (time, place and so on): the last ones were left out. Look at it.", n))})
		}
		plain, html := d.printed(j)
		o.add(copyID(n)+".txt", text(fmt.Sprintf("%d 字稿", n), fmt.Sprintf("copy of up to %d characters", n)), plain, html)
		o.Measures = append(o.Measures, channel.Measure{Rule: copyID(n), Value: d.words, Line: d.line})
	}
}

// captionsOf adds the cover and the pictures of the text to an album, and tells
// what each file shows and whose it is.
func captionsOf(j *channel.Job, a *article, pictures *album.Album) []string {
	var list []string
	if p := j.Piece; p.Cover != nil {
		if name := pictures.Picture(*p.Cover, p.Cover.Alt, p.Of("cover").Line); name != "" {
			list = append(list, nonEmpty("　", name, "封面", p.Cover.Alt, p.CoverCredit))
		}
	}
	for _, f := range a.figures {
		if name := pictures.Image(f.image); name != "" {
			list = append(list, name+"　"+f.caption)
		}
	}
	return list
}
