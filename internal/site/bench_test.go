package site_test

import (
	"fmt"
	"testing"

	"kepu/internal/markdown"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
)

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { measure(b, synthetic.News(n)) })
	}
}

func BenchmarkEvents(b *testing.B) {
	for _, n := range []int{5_000, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { measure(b, synthetic.Events(n)) })
	}
}

// BenchmarkProvince has people and organizations tied in many ways: teachers,
// careers, honours, a tree.
func BenchmarkProvince(b *testing.B) {
	for _, n := range []int{5_000, 10_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { measure(b, synthetic.Province(n*3/20, n)) })
	}
}

// BenchmarkShapes has sites that would cost the square of their size if
// something were looked at by each entry for each other one.
func BenchmarkShapes(b *testing.B) {
	file := func(i int) string { return fmt.Sprintf("articles/%d/a%06d.md", i%10, i) }
	articles := func(header func(i int) string) func(int) site.Document {
		return func(i int) site.Document {
			if i == 0 {
				return synthetic.Entry("series/s.md", "title: 系列\nkind: column\n")
			}
			return synthetic.Entry(file(i), fmt.Sprintf("title: 甲%d\ndate: 2026-01-%02d\n%s", i, 1+i%28, header(i)))
		}
	}
	plain := articles(func(int) string { return "" })
	for name, make := range map[string]func(int) site.Document{
		"plain":   plain,
		"topic":   articles(func(int) string { return "topics: [天文]\n" }),
		"series":  articles(func(int) string { return "series: s\n" }),
		"topics":  articles(func(i int) string { return fmt.Sprintf("topics: [题%d]\n", i) }),
		"aliases": articles(func(i int) string { return fmt.Sprintf("aliases: [/old/%d/]\n", i) }),
		"tails":   articles(func(i int) string { return fmt.Sprintf("events: [e%06d]\n", i) }),
		"same":    articles(func(i int) string { return "events: [e000001]\n" }),
		"events": func(i int) site.Document {
			return synthetic.Entry(fmt.Sprintf("events/%d/e%06d.md", i%10, i), fmt.Sprintf("title: 甲%d\nstart: 2026-01-%02d 09:00\nend: 2026-01-%02d 10:00\nonline: https://a.cn/\n", i, 1+i%28, 1+i%28))
		},
		"links": func(i int) site.Document {
			d := plain(i)
			if i%100 == 1 {
				for j := range 5000 {
					d.Text.Refs = append(d.Text.Refs, markdown.Ref{Dest: "/" + file(1+(i+j)%900), Line: j, Col: 1})
				}
			}
			return d
		},
		"anchors": func(i int) site.Document {
			d := plain(i)
			d.Text.Refs = []markdown.Ref{{Dest: "#a"}, {Dest: "/" + file(1) + "#b"}}
			return d
		},
	} {
		for _, n := range []int{1000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) { measure(b, synthetic.Site(n, make)) })
		}
	}
}

func measure(b *testing.B, in site.Input) {
	b.ReportAllocs()
	for b.Loop() {
		site.New(in)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(in.Docs)), "ns/entry")
}
