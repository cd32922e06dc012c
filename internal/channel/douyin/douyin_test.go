package douyin

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/sharecard"
)

// one is a job of a short text, with all there can be around it.
func one(t testing.TB, p *sharecard.Press) *channel.Job {
	t.Helper()
	data, err := os.ReadFile("testdata/all.md")
	if err != nil {
		t.Fatal(err)
	}
	j := job(t, "all.md", string(data))
	j.Press = p
	j.Piece.Facts = []channel.Fact{{Label: "时间", Value: "9月19日上午"}, {Label: "报名", Value: "0431-85678901"}, {Label: "网址", Value: "https://example.org/"}}
	j.Piece.Cards = []channel.Card{{Title: "科普日", Lines: []string{"9月19日", "kepu@example.org"}}}
	j.Piece.Tags, j.Piece.Topics = []string{"天 文", "#冰雪", ""}, []string{"天文"}
	j.Piece.Reviewers, j.Piece.Organization, j.Piece.Example = []string{"某教授"}, "吉林省科协", "示例"
	return j
}

func value(t *testing.T, p *channel.Package, rule string) int {
	t.Helper()
	for _, m := range p.Measures {
		if m.Rule == rule {
			return m.Value
		}
	}
	t.Fatalf("no measure of %s", rule)
	return 0
}

func TestCompose(t *testing.T) {
	j := one(t, press(t))
	p, err := compose(j)
	if err != nil {
		t.Fatal(err)
	}
	again, err := compose(one(t, j.Press))
	if err != nil || !slices.EqualFunc(p.Files, again.Files, func(a, b channel.File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
		t.Error("two packages of one piece differ", err)
	}
	if got, want := p.Copies[1].Text, "摘要一句话。\n\n#天文 #冰雪"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for rule, want := range map[string]int{"title": 13, "images": len(p.Previews), "aspect": 75, "topics": 2, "caption": 15} {
		if got := value(t, p, rule); got != want {
			t.Errorf("%s is %d, want %d", rule, got, want)
		}
	}
	for _, r := range Channel.Rules {
		value(t, p, r.ID)
		if r.Name.Zh == "" || r.Name.En == "" || r.Hint.Zh == "" || r.Hint.En == "" || r.Source == "" || r.Standing == "" || r.Unit.Zh == "" {
			t.Errorf("%s is not told in full", r.ID)
		}
	}
	text := p.Text
	for _, s := range []string{"时间：9月19日上午", "科普日 ｜ 9月19日", "科学审核：某教授", "发布：吉林省科协", "示例", "资料来源", "一本书"} {
		if !strings.Contains(text, s) {
			t.Errorf("the cards do not say %q", s)
		}
	}
	for _, s := range []string{"85678901", "https://example.org/\n", "kepu@"} {
		if strings.Contains(text, s) {
			t.Errorf("the cards say %q", s)
		}
	}
	if n := len(p.Remarks); n != 4 { // two contacts, a picture of another site, a character
		t.Errorf("%d remarks: %v", n, p.Remarks)
	}
}

// TestWithoutFonts: there is a script all the same.
func TestWithoutFonts(t *testing.T) {
	p, err := compose(one(t, sharecard.NewPress("", nil)))
	if err != nil || len(p.Files) != 3 || len(p.Remarks) != 1 || value(t, p, "video") == 0 || !strings.Contains(p.Text, "引用一段话") {
		t.Errorf("%v, %d files, %v", err, len(p.Files), p.Remarks)
	}
}

func TestTopics(t *testing.T) {
	six := []string{"一", "二", "三", "四", "五", "六"}
	for _, c := range []struct {
		tags, topics []string
		want         int
	}{{six, six, 5}, {six, nil, 6}, {nil, nil, 0}} {
		if got := topicsOf(&channel.Piece{Tags: c.tags, Topics: c.topics}, 5); len(got) != c.want {
			t.Errorf("%v: %v", c, got)
		}
	}
}

func TestContact(t *testing.T) {
	for s, want := range map[string]bool{
		"0431-8567 8901": true, "见 www.example.org": true, "https://example.org": true, "a@example.org": true,
		"13800138000": true, "手机 138-0013-8000": true, "+86 431 85678901": true, "（0431）85678901": true, "024-1234567": true, "400-123-4567": true, "4001234567": true,
		"电话：8567 8901": true, "热线 1234567": true, "Tel. 85678901": true,
		"2026-11-20": false, "20261120": false, "2025-2027": false, "2026-11-20 09:00": false, "1234567 人": false, "12345678": false, "ISBN 978-7-03-012345-6": false,
		"138001380001": false, "热线开通：2026-11-20": false, "hotel 12345678": false,
		"2026年9月19日 09:00–11:30": false, "第 100 号": false, "": false,
	} {
		if contact(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// BenchmarkCards sets and draws the cards of an article.
func BenchmarkCards(b *testing.B) {
	j := jobs(b)["content/articles/2026/deep-earth/index.md"]
	cards := 0
	for b.Loop() {
		p, err := compose(j)
		if err != nil {
			b.Fatal(err)
		}
		cards += len(p.Previews)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(cards), "ms/card")
}

// TestText: the text keeps the numbers of lists, and nothing is blank in it.
func TestText(t *testing.T) {
	j := job(t, "a.md", "引言\n\n1. 甲\n2. 乙\n   - 丙\n\n- [x] 丁\n\n## 空\n\n---\n")
	j.Press = press(t)
	p, err := compose(j)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.Text, "引言\n1. 甲\n2. 乙\n• 丙\n☑ 丁\n") || strings.Contains(p.Text, "\n\n\n") {
		t.Errorf("%q", p.Text)
	}
}
