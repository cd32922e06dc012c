package richtext_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/channeltest"
	"kepu/internal/channel/richtext"
	"kepu/internal/channel/toutiao"
	"kepu/internal/photo"
)

var update = flag.Bool("update", false, "write what comes out into testdata/*.txt; read the difference before you believe it")

const (
	between = "//- - - - - - - - -//\n"
	after   = "//= = = = = = = = = = = = = = = = = = = = = = = =//\n"
)

// A file of testdata holds cases: a title, a text in Markdown, what it becomes as
// HTML for tables of up to four columns, and as plain text. ~ is a no-break space.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 3 {
		t.Fatalf("found %d files of cases: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, c := range strings.Split(string(data), after) {
			title, rest, _ := strings.Cut(strings.TrimLeft(c, "\n"), between)
			if title == "" {
				continue
			}
			text, want, _ := strings.Cut(rest, between)
			written := write(text)
			got := strings.ReplaceAll(written.HTML, "\u00a0", "~") + between + written.Plain + "\n"
			if got != want && !*update {
				t.Errorf("%s: %s\n%s\ngot:\n%s\nwant:\n%s", filepath.Base(file), strings.TrimSpace(title), text, got, want)
			}
			out.WriteString(title + between + text + between + got + after + "\n\n")
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func write(text string) richtext.Text {
	j := channeltest.Undrawn(channeltest.Job(toutiao.Channel, text, ""))
	return richtext.Write(j, album.New(j, photo.Want{}), 4)
}

// Marks, numbers of notes and pictures are not what the author wrote. A quotation
// within another is quoted once.
func TestWords(t *testing.T) {
	for text, want := range map[string][2]int{
		"一二三[^1]\n\n[^1]: 四五":                  {5, 0},
		"- 一\n- [x] 二\n\n1. 三":                 {3, 0},
		"![这里有字](a.png)":                       {0, 0},
		"> 一二\n>\n> > 三\n\n四五":                 {5, 3},
		"| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |":      {4, 0},
		"<ruby>汉<rp>(</rp><rt>hàn</rt></ruby>": {1 + 3, 0},
	} {
		if got := write(text); got.Words != want[0] || got.Quoted != want[1] {
			t.Errorf("%q: %d 字, %d quoted, want %v", text, got.Words, got.Quoted, want)
		}
	}
}

// What stands around the text.
func TestEnds(t *testing.T) {
	j := channeltest.Job(toutiao.Channel, "正文", "")
	p := j.Piece
	p.Summary, p.Written, p.Example, p.Date, p.Organization = "提要<甲>", true, "示例", "2026年9月25日", "省科协"
	p.Facts = []channel.Fact{{Label: "时间", Value: "9月5日"}, {Label: "地点", Value: "科技馆"}}
	p.Cards = []channel.Card{{Title: "南仁东", Address: "https://example.org/nan", Lines: []string{"1945—2017", "天文学家"}}}
	p.Sources = []channel.Source{{Title: "一本书", Detail: "某社，2020", URL: "https://example.org/book"}, {Title: "一句话"}}
	p.Reviewers, p.Cover, p.CoverCredit = []string{"乙", "丙"}, &channel.Picture{Path: "a.jpg", Type: "image/jpeg"}, "丁 CC BY 4.0"
	j.Author = "编辑部"
	got := richtext.Join(richtext.Lead(p), richtext.Head(j), richtext.Foot(j))
	want := "提要<甲>\n\n示例　编辑部　省科协　2026年9月25日\n\n时间：9月5日\n\n地点：科技馆\n\n南仁东 ｜ 1945—2017 ｜ 天文学家\n\n科学审核：乙、丙\n\n资料来源\n\n一本书、某社，2020\n\n一句话\n\n封面图：丁 CC BY 4.0\n\n来源：吉林科普"
	if got.Plain != want {
		t.Errorf("got\n%s\nwant\n%s", got.Plain, want)
	}
	if rest, ok := follow(channeltest.Visible(got.HTML), []part{{text: want}}); !ok || rest != "" {
		t.Errorf("HTML says something else: %s", got.HTML)
	}
	p.Authors, p.Written, p.Lang = []string{"甲"}, false, "ko"
	if lead := richtext.Lead(p); lead.HTML != "" {
		t.Error("a lead that nobody wrote")
	}
	if head := richtext.Head(j); head.Plain != "示例　甲　省科协　2026年9月25日\n\n时间: 9月5日\n\n地点: 科技馆" {
		t.Error(head.Plain)
	}
}

// The marks of plain text count all files of pictures, those of formulas too; a
// formula's picture is described in words.
func TestMarks(t *testing.T) {
	j := channeltest.Undrawn(channeltest.Job(toutiao.Channel, "![甲](a.png)\n\n$$\n\\frac{a}{b}\n$$\n\n![乙](b.png)", ""))
	a := album.New(j, photo.Want{})
	got := richtext.Write(j, a, 4)
	if want := "［图 01：甲］\n\n［图 02］a/b\n\n［图 03：乙］"; got.Plain != want || got.Words != 1 {
		t.Errorf("%d 字: %s, want %s", got.Words, got.Plain, want)
	}
	if f := a.Files(); len(f) != 3 || f[1].Alt != "a/b" {
		t.Errorf("%+v", f)
	}
}
