package press

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
)

func TestRules(t *testing.T) { channeltest.Rules(t, Channel) }

func composed(t testing.TB, text string) *channel.Package {
	t.Helper()
	p := channeltest.Compose(t, Channel, channeltest.Undrawn(channeltest.Job(Channel, text, "")))
	channeltest.Sound(t, Channel, p)
	return p
}

// copies are the newspaper copies of a package below the byline, by length.
func copies(p *channel.Package) map[int]string {
	m := map[int]string{}
	for _, n := range lengths {
		text := channeltest.Copy(p, strconv.Itoa(n)+" 字稿").Text
		if _, rest, ok := strings.Cut(text, "来源：吉林科普\n"); ok {
			m[n] = rest
		}
	}
	return m
}

// para is a paragraph of so many 字, sentences of ten.
func para(n int) string {
	return strings.Repeat("这个句子有十个字吗。", n/10) + strings.Repeat("字", n%10)
}

// Without marks a copy has the paragraphs from the beginning that fit, and the
// steps say so.
func TestUnmarked(t *testing.T) {
	a, b, c := para(200), para(150), para(400)
	p := composed(t, "## 小标题\n\n"+a+"\n\n"+b+"\n\n- "+c+"\n\n甲乙丙。")
	for n, want := range map[int]string{300: a, 600: a + "\n" + b, 1200: a + "\n" + b + "\n" + c + "\n甲乙丙。"} {
		if got := copies(p)[n]; got != want {
			t.Errorf("%d 字: %s\nwant %s", n, got, want)
		}
	}
	if words := channeltest.Value(p, "copy-600"); words != 350 {
		t.Errorf("%d 字", words)
	}
	if !strings.Contains(p.Steps[0], "没有用 :::press 标出") || len(p.Remarks) > 0 {
		t.Errorf("%s %v", p.Steps[0], p.Remarks)
	}
	if got := copies(composed(t, "甲乙。\n\n"+para(300)))[300]; got != "甲乙。" {
		t.Errorf("what follows a paragraph that does not fit: %s", got)
	}
	p = composed(t, a)
	if got := copies(p); len(got) != 1 || got[300] != a {
		t.Errorf("longer copies that say no more: %v", got)
	}
}

// A first paragraph that is longer than the copy is cut at the end of a sentence;
// where not one fits there is no copy, but a remark.
func TestLongParagraph(t *testing.T) {
	p := composed(t, para(505))
	if got := copies(p); got[300] != para(300) || got[600] != para(505) || len(p.Remarks) > 0 {
		t.Errorf("%v %v", got, p.Remarks)
	}
	p = composed(t, strings.Repeat("字", 505)+"。\n\n短句。")
	if got := copies(p); got[300] != "" || got[600] == "" || len(p.Remarks) != 1 || !strings.Contains(p.Remarks[0].Text.Zh, "300 字") {
		t.Errorf("%v %v", got, p.Remarks)
	}
	if p = composed(t, "![图](a.png)"); len(copies(p)) > 0 || len(p.Remarks) != 3 {
		t.Errorf("an article without text: %v", p.Remarks)
	}
}

const marked = `开头不算。

:::press 300
甲说一句。
:::

:::press 600
乙说一句。
:::

::: press
丙说一句。

## 小标题
:::

:::press 1200
丁说一句。
:::
`

// Of a marked article each copy has the passages up to its length, in order.
func TestMarked(t *testing.T) {
	p := composed(t, marked)
	for n, want := range map[int]string{
		300:  "甲说一句。\n丙说一句。\n小标题",
		600:  "甲说一句。\n乙说一句。\n丙说一句。\n小标题",
		1200: "甲说一句。\n乙说一句。\n丙说一句。\n小标题\n丁说一句。",
	} {
		if got := copies(p)[n]; got != want {
			t.Errorf("%d 字: %s\nwant %s", n, got, want)
		}
	}
	if !strings.Contains(p.Steps[0], "标出的段落按次序组成") {
		t.Error(p.Steps[0])
	}
	if tv := channeltest.Copy(p, "电视两栏脚本").Text; !strings.Contains(tv, "开头不算。") {
		t.Errorf("the script for television has only what is marked: %s", tv)
	}
	if p = composed(t, "甲。\n\n:::press 600\n乙。\n:::"); copies(p)[300] != "" || copies(p)[600] != "乙。" || len(p.Remarks) != 1 {
		t.Errorf("%v %v", copies(p), p.Remarks)
	}
}

// Passages that are too long are an error at the line of the one that breaks it.
func TestMarkedTooLong(t *testing.T) {
	p := composed(t, ":::press 300\n"+para(200)+"\n:::\n\n:::press 300\n"+para(100)+"\n\n甲。\n\n"+para(50)+"\n:::")
	rule := Channel.Rule("copy-300")
	for _, m := range p.Measures {
		if m.Rule == rule.ID && (rule.Bounds.Judge(m.Value) != channel.Over || m.Value != 352 || m.Line != 8) {
			t.Errorf("%+v", m)
		}
	}
	j := channeltest.Job(Channel, ":::press 300\n"+para(400)+"\n:::", "")
	j.Limits = channel.Limits{} // no bounds
	p = channeltest.Compose(t, Channel, j)
	if p.Measures[0].Line != 0 || copies(p)[300] != para(400) {
		t.Errorf("without a bound: %+v", p.Measures)
	}
	j.Body = channeltest.Job(Channel, para(3000), "").Body
	if got := copies(channeltest.Compose(t, Channel, j))[300]; got != para(3000) {
		t.Errorf("without a bound there are %d 字", channel.Words(got))
	}
}

// The facts of an event stand in every copy, and what is invented says so.
func TestFacts(t *testing.T) {
	j := channeltest.Job(Channel, "甲。", "")
	j.Piece.Facts, j.Piece.Example = []channel.Fact{{Label: "时间", Value: "9月5日"}}, "示例"
	p := channeltest.Compose(t, Channel, j)
	for label, want := range map[string]string{
		"300 字稿": "标题\n示例　来源：吉林科普\n时间：9月5日\n甲。",
		"广播稿":    "标题，示例\n\n时间：9月5日\n\n甲。",
	} {
		if got := channeltest.Copy(p, label).Text; got != want {
			t.Errorf("%s: %s", label, got)
		}
	}
	j.Body = channeltest.Job(Channel, para(310), "").Body
	if p = channeltest.Compose(t, Channel, j); channeltest.Value(p, "copy-300") != 297 { // 290 and seven of the facts
		t.Errorf("%d 字 with the facts", channeltest.Value(p, "copy-300"))
	}
	j.Body = channeltest.Job(Channel, "", "").Body
	if p = channeltest.Compose(t, Channel, j); len(p.Remarks) > 0 || channeltest.Copy(p, "300 字稿").Text == "" {
		t.Errorf("an announcement that is nothing but facts: %v", p.Remarks)
	}
	j.Body, j.Piece.Authors = channeltest.Job(Channel, strings.Repeat("字", 305), "").Body, []string{"甲", "乙"}
	if p = channeltest.Compose(t, Channel, j); channeltest.Copy(p, "300 字稿").Text != "" {
		t.Error("a copy of nothing but facts")
	}
	if text := channeltest.Copy(p, "600 字稿").Text; !strings.HasPrefix(text, "标题\n示例　作者：甲、乙\n时间") {
		t.Error(text)
	}
}

// Every line of every text for print and voice stands in the article, in order.
func TestNothingIsInvented(t *testing.T) {
	for _, s := range channeltest.Sources(t) {
		j := channeltest.Undrawn(channeltest.Job(Channel, s.Text, s.Dir))
		a := read(j)
		var all strings.Builder
		for _, u := range a.units {
			all.WriteString(u.text + "\n")
		}
		p := channeltest.Compose(t, Channel, j)
		channeltest.Sound(t, Channel, p)
		for n, text := range copies(p) {
			rest := all.String()
			for _, line := range strings.Split(text, "\n") {
				_, after, ok := strings.Cut(rest, line)
				if !ok {
					t.Errorf("%s: %q of the copy of %d is not in the article, or not there", s.Name, line, n)
				}
				rest = after
			}
			if words := channel.Words(text); !a.marked && words > n {
				t.Errorf("%s: %d 字 in %d", s.Name, words, n)
			}
		}
	}
}

var elements = regexp.MustCompile(`^(p|table|tr|th|td|br|strong)$`)

func FuzzCompose(f *testing.F) {
	channeltest.Fuzz(f, Channel, func(t *testing.T, j *channel.Job, p *channel.Package) {
		for _, c := range p.Copies {
			z := html.NewTokenizer(strings.NewReader(c.HTML))
			for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
				if tok := z.Token(); kind != html.TextToken && !elements.MatchString(tok.Data) {
					t.Errorf("%s: %s", c.Label, tok)
				}
			}
			if c.Text == "" {
				t.Errorf("%s is empty", c.Label)
			}
		}
		for n, text := range copies(p) {
			if strings.TrimSpace(text) == "" {
				t.Errorf("the copy of %d is empty", n)
			}
			if words := channel.Words(text); !read(j).marked && words > n {
				t.Errorf("%d 字 in %d", words, n)
			}
		}
	})
}

func BenchmarkCompose(b *testing.B) { channeltest.Bench(b, Channel) }

// Facts never push copy over its bound: the last ones are left out, with a remark.
// What the author marked goes before them.
func TestFactsFit(t *testing.T) {
	facts := []channel.Fact{{Label: "时间", Value: para(97)}, {Label: "地点", Value: para(97)}, {Label: "备注", Value: para(197)}}
	for _, c := range []struct {
		text   string
		copied string
	}{
		{para(90), "时间：" + facts[0].Value + "\n地点：" + facts[1].Value + "\n" + para(90)},
		{":::press 300\n" + para(190) + "\n:::", "时间：" + facts[0].Value + "\n" + para(190)},
		{":::press 300\n" + para(290) + "\n:::", para(290)},
	} {
		j := channeltest.Job(Channel, c.text, "")
		j.Piece.Facts = facts
		p := channeltest.Compose(t, Channel, j)
		told := 0
		for _, r := range p.Remarks {
			if strings.HasPrefix(r.Text.Zh, "300 字稿放不下全部要素") && r.Text.En != "" {
				told++
			}
		}
		if got := channeltest.Value(p, "copy-300"); got > 300 || copies(p)[300] != c.copied || told != 1 {
			t.Errorf("%d 字, %+v\n%s\nwant\n%s", got, p.Remarks, copies(p)[300], c.copied)
		}
	}
}
