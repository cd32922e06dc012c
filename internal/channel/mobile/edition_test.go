package mobile

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kepu/internal/channel"
	"kepu/internal/channel/pack"
)

// TestEdition: an edition has its head, the editor's word, the contents and each
// article's short form, which says so and where the whole is.
func TestEdition(t *testing.T) {
	j := issueOf(t, "black-soil", "radio-telescope")
	p := composed(t, j)
	checkPackage(t, p)
	if b, err := pack.Make(Channel, j); err != nil || len(b.Files) < len(p.Files)+5 {
		t.Errorf("%d files, %v", len(b.Files), err)
	}
	if len(p.Remarks) > 0 {
		t.Errorf("%v", p.Remarks)
	}
	if n := measured(p, excerptSize); n < 100 || n > 400 {
		t.Errorf("the longest short form has %d characters", n)
	}
	rest := p.Text
	for _, want := range []string{
		"e点科普 周报第12期 2026年11月20日\n从一把黑土，到一口“天眼”\n", "周末好。\n\n■ 本期内容\n1. 一把黑土从哪里来，怎样留得住\n2. 一口五百米的“锅”，怎样听见宇宙\n\n■ 一把黑土",
		"字，见：https://kepu.example.org/articles/2026/black-soil/\n\n■ 一口五百米的“锅”", "今天，它整十岁了。\n以上是节选，全文约1658字，见：https://kepu.example.org/articles/2026/radio-telescope/\n\n",
		"吉林科普 网页版：https://kepu.example.org/editions/2026-week-47/",
	} {
		_, after, ok := strings.Cut(rest, want)
		if !ok {
			t.Fatalf("no %q in\n%s", want, rest)
		}
		rest = after
	}
	i := slices.IndexFunc(p.Files, func(f channel.File) bool { return f.Name == "edition.txt" })
	if i < 0 || string(p.Files[i].Data) != p.Text {
		t.Error("edition.txt is not the text")
	}
	for _, want := range []string{"mms-100k/01.jpg", "mms-100k/02.jpg", "mms-100k/03.jpg"} { // the head, and a picture for each article
		if !slices.Contains(names(p), want) {
			t.Errorf("no %s in %v", want, names(p))
		}
	}
}

// TestExcerpt: the short form ends where a sentence does, and before a heading;
// one that is all of the article is not called one.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("这句话十个字不多不少。", 50)
	for _, c := range []struct {
		body  string
		room  int
		want  string
		whole bool
	}{
		{"一段。\n\n二段。", 400, "一段。\n二段。", true},
		{"一段。\n\n二段。", 0, "一段。\n二段。", true},
		{"## 题\n\n一段。\n\n## 又\n\n二段。", 400, "◆ 题\n一段。\n◆ 又\n二段。", true}, // fits as it is
		{"## 题\n\n一段。\n\n## 又\n\n二段。", 16, "◆ 题\n一段。\n◆ 又\n二段。", true},
		{"## 题\n\n一段。\n\n## 又\n\n二段。", 14, "一段。", false},
		{"一段。\n\n二段。三句。", 6, "一段。", false},
		{"一段。\n\n二段。三句。", 7, "一段。\n二段。", false},
		{long, 25, long[:2*len("这句话十个字不多不少。")], false},
		{"没有句号的一段话长得很", 5, "没有句号的一段话长得很", true}, // there must be something to read
		{"", 400, "", true},
	} {
		j := jobOf(source{"articles/x.md", "", c.body})
		comp := &composer{job: &channel.Job{Piece: j.Piece, Limits: channel.Limits{excerptSize: {Max: c.room}}}, words: &chinese, out: new(channel.Package)}
		got, whole := comp.excerpt(j)
		if got != c.want || whole != c.whole {
			t.Errorf("%.20q in %d: %q, %v; want %q, %v", c.body, c.room, got, whole, c.want, c.whole)
		}
		if n := utf8.RuneCountInString(got); c.room > 0 && n > c.room && len(sentences(got)) > 1 {
			t.Errorf("%.20q in %d: %d characters", c.body, c.room, n)
		}
	}
}

// TestRules: every rule says what it is, how to mend it and who says so.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Channel.Rules {
		if seen[r.ID] || r.Name.Zh == "" || r.Name.En == "" || r.Unit.Zh == "" || r.Hint.Zh == "" || r.Hint.En == "" || r.Source == "" || r.Standing == "" || r.Bounds == (channel.Bounds{}) {
			t.Errorf("%+v", r)
		}
		seen[r.ID] = true
	}
	p := composed(t, issueOf(t, "rime"))
	for _, m := range p.Measures {
		delete(seen, m.Rule)
	}
	if len(seen) > 0 {
		t.Errorf("not measured: %v", seen)
	}
}
