package wechat

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/markdown"
	"kepu/internal/prose"
	"kepu/internal/sharecard"
)

// contentDir is the site's own content, the articles that these tests read.
const contentDir = "../../../content"

// jobOf is a job for a text in Markdown, with every field of its piece empty
// that does not come from the text. Links are absolute where they say so;
// pictures are files of the site below dir.
func jobOf(source, dir string) *channel.Job {
	p := &channel.Piece{
		Kind: content.Articles, Slug: "case", Lang: "zh-CN", Title: "标题", Address: "https://kepu.example.org/articles/case/",
		Motif: "waves", Seed: "case", Links: map[string]channel.Link{}, Pictures: map[string]channel.Picture{},
	}
	body := markdown.Prose([]byte(source), 1, markdown.Options{Lang: p.Lang})
	prose.Walk(body, func(n *prose.Node) bool {
		switch {
		case n.Kind == prose.Link && strings.Contains(n.Dest, ":"):
			p.Links[n.Dest] = channel.Link{URL: n.Dest}
		case n.Kind == prose.Link && !strings.HasPrefix(n.Dest, "#"):
			p.Links[n.Dest] = channel.Link{URL: "https://kepu.example.org" + path.Join("/", dir, n.Dest), Local: true}
		case n.Kind == prose.Image && !strings.Contains(n.Dest, ":"):
			p.Pictures[n.Dest] = channel.Picture{Path: path.Join(dir, n.Dest), Type: types[path.Ext(n.Dest)]}
		}
		return true
	})
	return &channel.Job{Piece: p, Body: body, Limits: Channel.Defaults(), Press: sharecard.NewPress("", nil), Read: readFile}
}

var types = map[string]string{".svg": svgType, ".png": "image/png", ".jpg": "image/jpeg"}

// readFile reads a file of the site, or makes up a photograph.
func readFile(name string) ([]byte, error) {
	if path.Base(name) == "small.svg" { // some 400 characters
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">` + strings.Repeat(`<path d="M10 20L30 47L59 61z" fill="#123456"/><path d="M310 20L30 347L59 61z" fill="#654321"/>`, 4) + `</svg>`), nil
	}
	if path.Ext(name) == ".svg" {
		return os.ReadFile(filepath.Join(contentDir, name))
	}
	m := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for i := range m.Pix {
		m.Pix[i] = uint8(i)
	}
	m.SetRGBA(len(name), 0, color.RGBA{A: 255}) // no two names have the same
	var b bytes.Buffer
	err := png.Encode(&b, m)
	return b.Bytes(), err
}

func composed(t testing.TB, j *channel.Job) *channel.Package {
	t.Helper()
	p, err := compose(j)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// htmlOf is the HTML of the text of a package.
func htmlOf(p *channel.Package) string {
	for _, c := range p.Copies {
		if c.HTML != "" {
			return c.HTML
		}
	}
	return ""
}

// A source is the Markdown of a file of the site.
type source struct{ file, body string }

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
		_, rest, _ := strings.Cut(string(data), "\n---\n")
		name, err := filepath.Rel(contentDir, file)
		list = append(list, source{filepath.ToSlash(name), rest})
		return err
	})
	if err != nil || len(list) < 100 {
		t.Fatalf("%d texts: %v", len(list), err)
	}
	return list
}

// cases are the texts in Markdown of package markdown's own tests.
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
				list = append(list, source{filepath.Base(file) + " " + strings.TrimSpace(parts[0]), parts[1]})
			}
		}
	}
	return list
}
