// Package synthetic makes sites of any size without a disk, for tests and
// benchmarks: documents as if they had been read and parsed.
package synthetic

import (
	"cmp"
	"fmt"
	"path"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/site"
	"kepu/internal/source"
)

// Now is the present of these sites: all their articles are out.
var Now = time.Date(2026, 11, 21, 0, 0, 0, 0, content.ChinaTime())

// News is a site of n articles of ten years, each with three topics of forty,
// an audience of six, links to two other sites and to another article.
func News(n int) site.Input {
	return Site(n, func(i int) site.Document {
		d := day(i)
		doc := Entry(article(i), fmt.Sprintf("title: 第%d篇观察\ndate: %s\nsummary: 从1958年起，卫星传回的图像先后三次记录下雪花的六个角\ntopics: [题%02d, 题%02d, 题%02d]\naudiences: [众%d]\n",
			i, d, i*7%40, (i*11+1+i/40)%40, (i*13+2+i/7)%40, i%6))
		doc.Text.Refs = []markdown.Ref{
			{Dest: "https://www.nao.cas.cn/", Text: "国家天文台", Line: 12, Col: 5},
			{Dest: "https://www.gov.cn/", Text: "政府网", Line: 12, Col: 40},
			{Dest: "/" + article((i+1)%n), Text: "下一篇", Line: 14, Col: 3},
		}
		return doc
	})
}

// Site is a site of n documents.
func Site(n int, make func(i int) site.Document) site.Input {
	settings, pos, _ := content.DecodeSettings("content/site.yaml", []byte("title: 科普\nbase_url: https://kepu.example.org/\nlists: {related: 4}\n"))
	in := site.Input{Settings: settings, SettingsPos: pos, Now: Now}
	for i := range n {
		in.Docs = append(in.Docs, make(i))
	}
	return in
}

// Entry is a document with a text of three headings. It panics if the front
// matter is wrong.
func Entry(name, frontMatter string) site.Document {
	doc := describe(name)
	src := []byte("---\n" + frontMatter + "---\n")
	data, pos, _, _, found := content.Decode(doc.Kind, doc.File(), src)
	for _, d := range found {
		if d.Severity() == diag.Error {
			panic(name + ": " + d.Message(diag.English))
		}
	}
	text := &markdown.Doc{Summary: "雾凇不是雪，也不是霜。", Han: 1500, IDs: []string{"a", "b", "c"}}
	for i, id := range text.IDs {
		text.Headings = append(text.Headings, markdown.Heading{Level: 2, ID: id, Text: "数据说了什么", Line: 10 + i})
	}
	sum := artifact.DigestBytes(src)
	html := func() (string, error) { return "<p>雾凇</p>", nil }
	return site.Document{Doc: doc, Data: data, Pos: pos, Text: text, HTML: html, Source: sum, Digest: sum}
}

// Parse is a document with a text of its own, parsed for a site in Chinese.
func Parse(name, text string) site.Document {
	doc := describe(name)
	data, pos, body, line, found := content.Decode(doc.Kind, doc.File(), []byte(text))
	for _, d := range found {
		if d.Severity() == diag.Error {
			panic(name + ": " + d.Message(diag.English))
		}
	}
	parsed := markdown.Parse(body, line, markdown.Options{Lang: cmp.Or(doc.Lang, "zh-CN")})
	sum := artifact.DigestBytes([]byte(text))
	html := func() (string, error) { return parsed.HTML, nil }
	return site.Document{Doc: doc, Data: data, Pos: pos, Text: parsed, HTML: html, Source: sum, Digest: sum}
}

// describe reads a path as package source does.
func describe(name string) source.Doc {
	d := source.Doc{Path: name, Kind: content.Pages, Key: strings.TrimSuffix(name, ".md"), Dir: path.Dir(name)}
	for _, lang := range []string{"ko", "en"} {
		if key, ok := strings.CutSuffix(d.Key, "."+lang); ok {
			d.Key, d.Lang = key, lang
		}
	}
	if folder, _, deep := strings.Cut(name, "/"); deep {
		d.Kind = content.Kind(folder)
	}
	d.Slug = path.Base(d.Key)
	return d
}

// article is the path of the i-th.
func article(i int) string { return fmt.Sprintf("articles/%s/a%06d.md", day(i)[:4], i) }

// day spreads the articles over ten years.
func day(i int) string {
	return time.Date(2017, 1, 1+i*37%3590, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
}
