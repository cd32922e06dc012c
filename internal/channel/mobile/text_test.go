package mobile

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/formula"
	"kepu/internal/markdown"
	"kepu/internal/prose"
)

// added are the characters that messages may have besides those of the text:
// marks of lists, notes, quotations, readings and tables, and the words of the
// channel.
const added = "■◆·☐☑[]0123456789.-（）“”｜〔〕图：注释^"

// said is what a reader of the page sees, in order.
func said(n *prose.Node) string {
	var b strings.Builder
	prose.Walk(n, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Text, prose.Code, prose.CodeBlock:
			b.WriteString(n.Text)
		case prose.Math, prose.Formula:
			b.WriteString(formula.Text(n.Text))
		case prose.Answer:
			b.WriteString(n.Title)
		case prose.Image:
			return false
		case prose.Span:
			if n.Name == "sup" || n.Name == "sub" {
				var l line
				l.add([]*prose.Node{n})
				b.WriteString(l.String())
				return false
			}
			return n.Name != "rp"
		}
		return true
	})
	return b.String()
}

// TestNothingIsLost: the text of the messages is that of the page, once and in
// order, with nothing between but marks.
func TestNothingIsLost(t *testing.T) {
	for _, s := range append(sources(t), cases(t)...) {
		j := jobOf(s)
		c := &composer{job: j, words: wordsOf("zh-CN"), out: new(channel.Package)}
		got := []rune{}
		for _, b := range c.bareWith(j) {
			got = append(got, []rune(b.text)...)
		}
		for _, r := range said(j.Body) {
			if unicode.IsSpace(r) {
				continue
			}
			for len(got) > 0 && got[0] != r {
				if !unicode.IsSpace(got[0]) && !strings.ContainsRune(added, got[0]) {
					t.Fatalf("%s: %q comes between, before %q", s.file, string(got[:min(40, len(got))]), r)
				}
				got = got[1:]
			}
			if len(got) == 0 {
				t.Fatalf("%s: %q is lost", s.file, r)
			}
			got = got[1:]
		}
		if rest := strings.Trim(string(got), added+" \n　"); rest != "" {
			t.Fatalf("%s: %q is left over", s.file, rest)
		}
	}
}

// bareWith gives the blocks of a job with the captions of its pictures, but not
// their descriptions, which no page shows.
func (c *composer) bareWith(j *channel.Job) []block {
	prose.Walk(j.Body, func(n *prose.Node) bool {
		if n.Kind == prose.Image {
			n.Text = ""
		}
		return true
	})
	j.Piece.Pictures = nil
	return c.read(j.Piece, j.Body)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"## 一\n二**三**[四](https://a.cn/)\\\n五", "■ 一\n二三四\n五"},
		{"- 甲\n- 乙\n  1. 丙\n  2. 丁\n\n     又\n- [x] 戊\n- [ ] 己", "· 甲\n· 乙\n　1. 丙\n　2. 丁\n　又\n☑ 戊\n☐ 己"},
		{"7. 甲\n8. 乙", "7. 甲\n8. 乙"},
		{"> 甲\n>\n> 乙", "　甲\n　乙"},
		{"甲[^1]。\n\n[^1]: 注。", "甲[1]。\n\n■ 注释\n[1] 注。"},
		{"|甲|乙|\n|-|-|\n|1|2|", "甲 ｜ 乙\n1 ｜ 2"},
		{"10<sup>−3</sup> H<sub>2</sub>O x<sup>ab</sup> <ruby>珩<rp>(</rp><rt>héng</rt><rp>)</rp></ruby> <q>话</q>", "10⁻³ H₂O x^ab 珩（héng） “话”"},
		{"    行一\n      行二", "行一\n  行二"},
		{":::tip 窍门\n文。\n:::\n后", "◆ 窍门\n文。\n后"},
		{":::press 300\n文。\n:::", "文。"},
		{"甲\n\n---\n\n乙", "甲\n乙"},
		{"-\n- 乙\n\n丙", "· 乙\n丙"},
		{"-\n\n丙", "丙"},
		{"水<sup>![图标](https://a.cn/b.png)</sup>", "水\n〔图：图标〕"},
	} {
		comp := &composer{job: new(channel.Job), words: &chinese, out: new(channel.Package)}
		body := markdown.Prose([]byte(c.in), 1, markdown.Options{Lang: "zh-CN"})
		if got := textOf(comp.read(&channel.Piece{}, body)); got != c.want {
			t.Errorf("%q:\n%q, want\n%q", c.in, got, c.want)
		}
	}
}

// TestArticle: what a piece is, and what it rests on, stands around its text.
func TestArticle(t *testing.T) {
	j := jobOf(source{"articles/x.md", "title: 看雾凇\nsummary: 江边的花。", "正文。"})
	p := j.Piece
	p.Kind, p.Example, p.Authors, p.Organization = content.Events, "示例", []string{"甲", "乙"}, "气象局"
	p.Facts = []channel.Fact{{Label: "时间", Value: "周六"}}
	p.Cards = []channel.Card{{Title: "观冰", Lines: []string{"周日", "江边"}}}
	p.Reviewers, p.Sources = []string{"丙"}, []channel.Source{{Title: "气象学", Detail: "丁，1999", URL: "https://a.cn/"}}
	got := composed(t, j)
	want := "看雾凇（示例）\n甲、乙 气象局 吉林科普 2026年11月20日\n时间：周六\n江边的花。\n\n正文。\n\n观冰 周日 江边\n科学审核：丙\n\n■ 资料来源\n1. 气象学，丁，1999\n\n网页版：https://kepu.example.org/articles/x/"
	if got.Text != want {
		t.Errorf("%q, want\n%q", got.Text, want)
	}
	if got.Copies[1].Text != "看雾凇（示例）" {
		t.Errorf("subject %q", got.Copies[1].Text)
	}
	p.Authors, j.Author = nil, "编辑部"
	if got := composed(t, j).Text; !strings.Contains(got, "\n编辑部 气象局 吉林科普 2026") {
		t.Errorf("%q", got)
	}
}

// FuzzCompose: any text becomes a package that holds, and the same one each time.
func FuzzCompose(f *testing.F) {
	f.Add("# 一\n\n- 二\n\n|a|\n|-|\n|b|\n\n$$x^2$$\n\n![图](a.png)\n\n:::quiz\n问\n---\n答\n:::\n")
	f.Fuzz(func(t *testing.T, body string) {
		j := jobOf(source{"articles/x.md", "title: " + body, body})
		j.Limits = channel.Limits{"mms-100k": {Max: 1}, "mms-300k": {Max: 1}} // pictures take long
		j.Piece.Cards = []channel.Card{{Title: body, Lines: []string{body}}}
		p := composed(t, j)
		checkPackage(t, p)
		if !reflect.DeepEqual(p, composed(t, j)) {
			t.Error("the same job gives another package")
		}
	})
}
