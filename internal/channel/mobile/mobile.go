// Package mobile is the channel 手机报: a text message that tells of a piece, and
// multimedia messages that hold it, in the two sizes that carriers take. Of an
// edition each article stands in its short form.
package mobile

import (
	"fmt"
	"slices"

	"kepu/internal/channel"
	"kepu/internal/content"
)

// Channel is 手机报.
var Channel = &channel.Channel{
	Name:  "mobile",
	Title: channel.Text{Zh: "手机报", En: "Mobile newspaper"},
	About: channel.Text{Zh: "短信通知和彩信：SMIL 分页，100 KB 和 300 KB 两种大小；手机报合刊", En: "A text message and multimedia messages of two sizes; editions of several articles"},
	Kinds: []content.Kind{content.Articles, content.Events, content.Editions},
	Rules: rules,

	Compose: compose,
}

func compose(j *channel.Job) (*channel.Package, error) {
	c := &composer{job: j, words: wordsOf(j.Piece.Lang), out: &channel.Package{Title: j.Piece.Title}}
	if j.Piece.Kind == content.Editions {
		c.edition()
	} else {
		c.article()
	}
	c.out.Text = textOf(c.blocks)
	notice := c.notice()
	c.out.Files = append(c.out.Files, channel.File{
		Name: "sms.txt", Type: "text/plain", Data: []byte(notice.body), Use: channel.Text{Zh: "短信正文", En: "The text message"},
	})
	if j.Piece.Kind == content.Editions {
		c.out.Files = append(c.out.Files, channel.File{
			Name: "edition.txt", Type: "text/plain", Data: []byte(c.out.Text), Use: channel.Text{Zh: "手机报全文，不能收彩信时用", En: "The edition as plain text"},
		})
	}
	pages := slides(c.blocks)
	for _, k := range classes {
		c.message(k, pages)
	}
	if c.err != nil {
		return nil, c.err
	}
	c.measure("mms-slides", len(pages))
	c.out.Previews = append([]channel.Preview{notice.preview()}, c.out.Previews...)
	c.out.Copies = []channel.Copy{
		{Label: "短信正文", Text: notice.body},
		{Label: "彩信主题", Text: c.subject()},
		{Label: "彩信全文", Text: c.out.Text},
	}
	c.out.Steps = c.steps(notice, len(pages))
	return c.out, nil
}

// A composer makes one package.
type composer struct {
	job    *channel.Job
	words  *words
	blocks []block // what the messages hold, in order
	out    *channel.Package
	err    error // the first of reading files and of drawing
}

func (c *composer) measure(rule string, value int) {
	c.out.Measures = append(c.out.Measures, channel.Measure{Rule: rule, Value: value})
}

func (c *composer) remark(line int, zh, en string) {
	c.out.Remarks = append(c.out.Remarks, channel.Remark{Text: channel.Text{Zh: zh, En: en}, Line: line})
}

func (c *composer) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// limit gives the bounds of a rule that hold.
func limit(j *channel.Job, id string) channel.Bounds {
	if b, ok := j.Limits[id]; ok {
		return b
	}
	return rules[slices.IndexFunc(rules, func(r channel.Rule) bool { return r.ID == id })].Bounds
}

// subject is the line under which a multimedia message stands in an inbox.
func (c *composer) subject() string {
	p := c.job.Piece
	if p.Kind == content.Editions {
		return c.words.masthead(p) + " " + p.Title
	}
	return titleOf(p)
}

// titleOf says beside a title that the piece is invented, where it is.
func titleOf(p *channel.Piece) string {
	if p.Example == "" {
		return p.Title
	}
	return p.Title + "（" + p.Example + "）"
}

func (c *composer) steps(n *sms, pages int) []string {
	list := []string{
		fmt.Sprintf("短信：复制“短信正文”贴进短信平台。签名%s由平台加在前面，这里已经算进去：共 %d 个字符，手机收到 %d 条。", n.signature, n.units, len(n.parts)),
		"彩信：先问运营商收多大的彩信。收 300 KB 用 mms-300k 文件夹，只收 100 KB 用 mms-100k 文件夹，两个文件夹的文字相同，只是图片大小不同。",
		fmt.Sprintf("上传时 presentation.smil 排第一，然后按文件清单的次序传同一文件夹里的图片和文字，共 %d 页；主题用“彩信主题”。", pages),
		"各运营商的彩信模板没有公开的规定。对方给了模板，就照 SMIL 里的页序，把每页的图片和文字填进去。",
		"先发给自己的手机：看一遍分页、图片和链接，再群发。",
	}
	if c.job.Piece.Kind == content.Editions {
		list = append(list, "对方手机不能收彩信时，把 edition.txt 的文字用短信、微信群或广播稿发出去。")
	}
	return list
}
