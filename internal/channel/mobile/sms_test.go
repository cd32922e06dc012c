package mobile

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/content"
)

// TestUnits compares how messages are counted and divided with a program that
// knows nothing of this one.
func TestUnits(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("needs python3")
	}
	alphabets := []string{alphabet + extension, "abc {}€", "一二三，。", "a一𠮷😀", "가나 abc", "\x00\x1b\t`ç"}
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"", strings.Repeat("a", 160), strings.Repeat("a", 161), strings.Repeat("a", 306), strings.Repeat("a", 307), strings.Repeat("€", 80), strings.Repeat("€", 81),
		strings.Repeat("a", 152) + "€" + strings.Repeat("a", 20), strings.Repeat("字", 70), strings.Repeat("字", 71), strings.Repeat("字", 134), strings.Repeat("字", 135),
		strings.Repeat("字", 66) + "𠮷" + strings.Repeat("字", 66) + "𠮷", strings.Repeat("𠮷", 35), strings.Repeat("𠮷", 36), strings.Repeat("𠮷", 66), strings.Repeat("𠮷", 67)}
	for range 2000 {
		chars := []rune(alphabets[random.IntN(len(alphabets))])
		var b strings.Builder
		for range random.IntN(500) {
			b.WriteRune(chars[random.IntN(len(chars))])
		}
		texts = append(texts, b.String())
	}
	in, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/usr/bin/python3", "testdata/units.py")
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var want [][2]int
	if err := json.Unmarshal(out, &want); err != nil || len(want) != len(texts) {
		t.Fatalf("%d answers: %v", len(want), err)
	}
	for i, text := range texts {
		s := newSMS("", text)
		if got := [2]int{s.units, len(s.parts)}; got != want[i] {
			t.Errorf("%.40q…: %d units in %d parts, want %v", text, got[0], got[1], want[i])
		}
		if strings.Join(s.parts, "") != text {
			t.Errorf("%.40q…: the parts are %q", text, s.parts)
		}
	}
}

// noticeOf is the text message of a piece, and what is said of it.
func noticeOf(p *channel.Piece, limits channel.Limits, parts ...*channel.Job) (*sms, *channel.Package) {
	c := &composer{job: &channel.Job{Piece: p, Limits: limits, Parts: parts}, words: wordsOf(p.Lang), out: new(channel.Package)}
	return c.notice(), c.out
}

func TestNotice(t *testing.T) {
	piece := func(change func(*channel.Piece)) *channel.Piece {
		p := &channel.Piece{Kind: content.Articles, Lang: "zh-CN", Site: "吉林科普", Title: "看雾凇", Summary: "松花江不结冰。树上开花。", Address: "https://a.cn/x/"}
		if change != nil {
			change(p)
		}
		return p
	}
	article := func(title string) *channel.Job {
		return &channel.Job{Piece: piece(func(p *channel.Piece) { p.Title = title })}
	}
	for _, c := range []struct {
		name   string
		piece  *channel.Piece
		limits channel.Limits
		want   string
		parts  int
	}{
		{"short", piece(nil), nil, "看雾凇。松花江不结冰。树上开花。 https://a.cn/x/", 1},
		{"a question", piece(func(p *channel.Piece) { p.Title = "雾凇是雪吗？" }), nil, "雾凇是雪吗？松花江不结冰。树上开花。 https://a.cn/x/", 1},
		{"a quotation", piece(func(p *channel.Piece) { p.Title = "一口“天眼”" }), nil, "一口“天眼”。松花江不结冰。树上开花。 https://a.cn/x/", 1},
		{"invented", piece(func(p *channel.Piece) { p.Example = "示例" }), nil, "看雾凇（示例）。松花江不结冰。树上开花。 https://a.cn/x/", 1},
		{"event", piece(func(p *channel.Piece) {
			p.Kind, p.Facts = content.Events, []channel.Fact{{Label: "时间", Value: "周六 9:00"}, {Label: "地点", Value: "江边"}, {Label: "费用", Value: "免费"}}
		}), nil, "看雾凇。时间：周六 9:00。地点：江边。松花江不结冰。树上开花。 https://a.cn/x/", 1},
		{"refused characters", piece(func(p *channel.Piece) { p.Title, p.Address = "【注意】★√2_a&b※¥5", "https://a.cn/x_y/" }), nil,
			"〔注意〕☆✓2＿a＆b*￥5。松花江不结冰。树上开花。 https://a.cn/x%5Fy/", 1},
		{"a gateway that takes all", piece(func(p *channel.Piece) { p.Title, p.Address = "【注意】", "https://a.cn/x_y/" }), channel.Limits{smsForbidden: {}, smsParts: {Max: 3}},
			"【注意】。松花江不结冰。树上开花。 https://a.cn/x_y/", 1},
		{"cut at sentences", piece(func(p *channel.Piece) {
			p.Summary = strings.Repeat("二十个字的一句话，写得不长也不短，刚刚好。", 9) + "尾。"
		}), nil,
			"看雾凇。" + strings.Repeat("二十个字的一句话，写得不长也不短，刚刚好。", 8) + " https://a.cn/x/", 3},
		{"as long as it is", piece(func(p *channel.Piece) {
			p.Summary = strings.Repeat("二十个字的一句话，写得不长也不短，刚刚好。", 9) + "尾。"
		}), channel.Limits{smsParts: {}},
			"看雾凇。" + strings.Repeat("二十个字的一句话，写得不长也不短，刚刚好。", 9) + "尾。 https://a.cn/x/", 4},
		{"Korean", piece(func(p *channel.Piece) { p.Lang, p.Title, p.Summary = "ko", "상고대", "눈이 아니다." }), nil, "상고대. 눈이 아니다. https://a.cn/x/", 1},
	} {
		s, out := noticeOf(c.piece, c.limits)
		if c.name == "cut at sentences" && len(out.Remarks) != 1 || c.name != "cut at sentences" && len(out.Remarks) != 0 {
			t.Errorf("%s: %v", c.name, out.Remarks)
		}
		if s.body != c.want || len(s.parts) != c.parts || s.signature != "【吉林科普】" {
			t.Errorf("%s: %d parts, %q\nwant %q", c.name, len(s.parts), s.body, c.want)
		}
	}

	issue := piece(func(p *channel.Piece) {
		p.Kind, p.Masthead, p.Number, p.Period = content.Editions, "e点科普", 12, "weekly"
	})
	if s, _ := noticeOf(issue, nil, article("黑土"), article("火山吗？")); s.body != "e点科普 周报第12期：看雾凇。1. 黑土。2. 火山吗？ https://a.cn/x/" {
		t.Errorf("edition: %q", s.body)
	}
}

// TestNoticeTooLong: where nothing is left to give way, the measure tells.
func TestNoticeTooLong(t *testing.T) {
	p := &channel.Piece{Kind: content.Articles, Lang: "zh-CN", Site: "吉林科普", Title: strings.Repeat("长", 250), Summary: "短。", Address: "https://a.cn/x/?a&b"}
	_, out := noticeOf(p, nil)
	want := []channel.Measure{{Rule: smsParts, Value: 5}, {Rule: smsForbidden, Value: 1}}
	if len(out.Measures) != 2 || out.Measures[0] != want[0] || out.Measures[1] != want[1] {
		t.Errorf("%v, want %v", out.Measures, want)
	}
}
