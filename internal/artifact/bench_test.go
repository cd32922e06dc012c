package artifact_test

import (
	"fmt"
	"testing"

	"kepu/internal/artifact"
)

// view has the shape of an article's view in package page, down to what it
// holds by pointer and what knows its own digest.
type view struct {
	Site                                *shared
	Template, Section, Title, HeadTitle string
	Description, URL, Canonical, OGType string
	NoIndex                             bool
	Crumbs                              []link
	Main                                any
}

type link struct{ Name, URL, Lang string }

type date struct{ ISO, Text string }

type heading struct {
	Level    int
	ID, Text string
	Sub      []heading
}

type article struct {
	Title, Summary string
	Published      date
	Minutes        int
	TOC            []heading
	Topics         []link
	Related        []*shared
	Previous, Next *link
}

// shared is like a card or the frame of all pages: hashed once for all.
type shared struct{ digest artifact.Digest }

func (s *shared) Digest() artifact.Digest { return s.digest }

func articleView() *view {
	summary := "从1958年起，卫星传回的图像先后三次记录下雪花的六个角，误差不超过百分之三。"
	main := &article{
		Title: "雪花的六个角：第7篇观察", Summary: summary, Published: date{"2026-01-01", "2026年1月1日"}, Minutes: 3,
		Previous: &link{Name: "第1篇观察", URL: "/articles/2026/a00001/"}, Next: &link{Name: "第2篇观察", URL: "/articles/2026/a00002/"},
	}
	for i := range 4 {
		main.TOC = append(main.TOC, heading{Level: 2, ID: fmt.Sprint("小节-", i), Text: "数据说了什么"})
		main.Topics = append(main.Topics, link{Name: fmt.Sprint("题", i), URL: fmt.Sprintf("/topics/题%d/", i)})
		main.Related = append(main.Related, &shared{artifact.DigestOf(i)})
	}
	return &view{
		Site: &shared{artifact.DigestOf("frame")}, Template: "article", Section: "articles",
		Title: main.Title, HeadTitle: main.Title + " - 科普吉林", Description: summary,
		URL: "/articles/2026/a00007/", Canonical: "https://kepu.example.org/articles/2026/a00007/", OGType: "article",
		Crumbs: []link{{Name: "首页", URL: "/"}, {Name: "文章", URL: "/articles/"}},
		Main:   main,
	}
}

// Most of a build that changes nothing is one of these for each page.
func BenchmarkDigestOf(b *testing.B) {
	v := articleView()
	b.ReportAllocs()
	for b.Loop() {
		artifact.DigestOf("program", v)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N), "ns/entry")
}
