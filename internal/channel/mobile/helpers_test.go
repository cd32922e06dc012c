package mobile

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/markdown"
	"kepu/internal/prose"
	"kepu/internal/sharecard"
	"kepu/internal/typeset"
)

const contentDir = "../../../content"

// A source is a text of the site, or a case.
type source struct{ file, head, body string }

// sources are all texts of the site.
func sources(t testing.TB) []source {
	t.Helper()
	var list []source
	err := filepath.WalkDir(contentDir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".md" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		head, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
		name, err := filepath.Rel(contentDir, file)
		list = append(list, source{filepath.ToSlash(name), head, body})
		return err
	})
	if err != nil || len(list) < 100 {
		t.Fatalf("%d texts: %v", len(list), err)
	}
	return list
}

// cases are the texts of package markdown's own tests.
func cases(t testing.TB) []source {
	t.Helper()
	files, err := filepath.Glob("../../markdown/testdata/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var list []source
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "//= = = = = = = = = = = = = = = = = = = = = = = =//\n") {
			if parts := strings.Split(c, "//- - - - - - - - -//\n"); len(parts) == 3 {
				list = append(list, source{filepath.Base(file) + " " + strings.TrimSpace(parts[0]), "", parts[1]})
			}
		}
	}
	return list
}

var field = regexp.MustCompile(`(?m)^(title|summary): "?(.*?)"?$`)

// jobOf is the job of a text.
func jobOf(s source) *channel.Job {
	p := &channel.Piece{
		Kind: content.Articles, Slug: "case", Lang: "zh-CN", Site: "吉林科普", Title: "标题", Address: "https://kepu.example.org/articles/case/",
		Date: "2026年11月20日", Motif: "waves", Seed: "case", Pictures: map[string]channel.Picture{},
	}
	for _, m := range field.FindAllStringSubmatch(s.head, -1) {
		if m[1] == "title" {
			p.Title = m[2]
		} else {
			p.Summary, p.Written = m[2], true
		}
	}
	if s.head != "" {
		p.Address = "https://kepu.example.org/" + strings.TrimSuffix(strings.TrimSuffix(s.file, ".md"), "/index") + "/"
	}
	j := &channel.Job{Piece: p, Body: markdown.Prose([]byte(s.body), 1, markdown.Options{Lang: p.Lang}), Limits: Channel.Defaults(), Press: press(), Read: readFile}
	prose.Walk(j.Body, func(n *prose.Node) bool {
		if n.Kind == prose.Image && path.Ext(n.Dest) == ".svg" && s.head != "" {
			p.Pictures[n.Dest] = channel.Picture{Path: path.Join(path.Dir(s.file), n.Dest), Type: "image/svg+xml"}
		}
		return true
	})
	return j
}

func readFile(name string) ([]byte, error) { return os.ReadFile(filepath.Join(contentDir, name)) }

// issueOf is the job of an edition of articles of the site.
func issueOf(t testing.TB, slugs ...string) *channel.Job {
	t.Helper()
	j := jobOf(source{"editions/2026-week-47.md", "title: 从一把黑土，到一口“天眼”\nsummary: 这一周说土，说望远镜。", "各位读者：\n\n周末好。"})
	j.Piece.Kind, j.Piece.Number, j.Piece.Period, j.Piece.Masthead = content.Editions, 12, "weekly", content.Masthead
	for _, s := range sources(t) {
		for _, slug := range slugs {
			if strings.Contains(s.file, "/"+slug+"/index.md") || strings.HasSuffix(s.file, "/"+slug+".md") {
				j.Parts = append(j.Parts, jobOf(s))
			}
		}
	}
	if len(j.Parts) != len(slugs) {
		t.Fatalf("%d of %v", len(j.Parts), slugs)
	}
	return j
}

func composed(t testing.TB, j *channel.Job) *channel.Package {
	t.Helper()
	p, err := Channel.Compose(j)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// press has the fonts of Debian's package fonts-noto-cjk. Without them nothing
// can be composed.
var press = sync.OnceValue(func() *sharecard.Press {
	open := func(name string) (*typeset.Font, error) {
		f, err := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		if err != nil {
			return nil, err
		}
		return typeset.NewFont(f)
	}
	return sharecard.NewPress("noto", func() (fonts typeset.Fonts, err error) {
		if fonts.Title, err = open("Bold"); err == nil {
			fonts.Text, err = open("Regular")
		}
		return fonts, err
	})
})
