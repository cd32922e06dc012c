// Package channeltest helps to test channels: jobs for texts in Markdown, the
// texts that every channel should be able to take, and what must be true of the
// HTML that an editor pastes.
package channeltest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/markdown"
	"kepu/internal/prose"
	"kepu/internal/sharecard"
	"kepu/internal/typeset"
)

// root is the folder of the repository.
var root = func() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "../../..")
}()

// Job is a job of a channel for a text in Markdown whose first line is that of
// its file. Its piece has a title and an address and nothing else that does not
// come from the text. Pictures are files of the site below dir. There are no
// fonts.
func Job(c *channel.Channel, text, dir string) *channel.Job {
	p := &channel.Piece{
		Kind: content.Articles, Key: "articles/case", Slug: "case", File: "content/articles/case.md", Lang: "zh-CN",
		Site: "吉林科普", Title: "标题", Address: "https://kepu.example.org/articles/case/",
		Motif: "waves", Seed: "case", Links: map[string]channel.Link{}, Pictures: map[string]channel.Picture{},
	}
	body := markdown.Prose([]byte(text), 1, markdown.Options{Lang: p.Lang})
	prose.Walk(body, func(n *prose.Node) bool {
		local := !strings.Contains(n.Dest, ":")
		switch {
		case n.Kind == prose.Link && local:
			p.Links[n.Dest] = channel.Link{URL: "https://kepu.example.org" + path.Join("/", dir, n.Dest), Local: true}
		case n.Kind == prose.Link:
			p.Links[n.Dest] = channel.Link{URL: n.Dest}
		case n.Kind == prose.Image && local:
			name := path.Join(dir, n.Dest)
			p.Pictures[n.Dest] = channel.Picture{Path: name, Type: types[path.Ext(name)], Digest: artifact.DigestOf(name)}
		}
		return true
	})
	return &channel.Job{Piece: p, Body: body, Limits: c.Defaults(), Press: sharecard.NewPress("", nil), Read: Read}
}

var types = map[string]string{".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".avif": "image/avif"}

// Read reads a drawing of the site. Of any other name it makes up a photograph of
// 1000 × 600 pixels.
func Read(name string) ([]byte, error) {
	if path.Ext(name) == ".svg" {
		return os.ReadFile(filepath.Join(root, "content", filepath.FromSlash(name)))
	}
	m := image.NewRGBA(image.Rect(0, 0, 1000, 600))
	for y := range 600 {
		for x := range 1000 {
			m.SetRGBA(x, y, color.RGBA{uint8(x / 4), uint8(y / 3), uint8(17 * len(name)), 255})
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, m)
	return b.Bytes(), err
}

// Undrawn spares a job the drawing of its pictures: all are the same few bytes.
func Undrawn(j *channel.Job) *channel.Job {
	j.Kept = func(artifact.Digest, func() ([]byte, error)) ([]byte, error) { return []byte("\x89PNG\r\n\x1a\n"), nil }
	return j
}

// Press is one with the fonts of Debian's package fonts-noto-cjk. A test that
// needs them fails without them.
func Press(t testing.TB) *sharecard.Press {
	open := func(name string) *typeset.Font {
		f, err := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		if err != nil {
			t.Fatal(err)
		}
		font, err := typeset.NewFont(f)
		if err != nil {
			t.Fatal(err)
		}
		return font
	}
	fonts := typeset.Fonts{Title: open("Bold"), Text: open("Regular")}
	return sharecard.NewPress("noto", func() (typeset.Fonts, error) { return fonts, nil })
}

// Compose makes a package, or fails the test.
func Compose(t testing.TB, c *channel.Channel, j *channel.Job) *channel.Package {
	t.Helper()
	p, err := c.Compose(j)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Value is what a package has of a rule; -1 if it is not measured.
func Value(p *channel.Package, rule string) int {
	for _, m := range p.Measures {
		if m.Rule == rule {
			return m.Value
		}
	}
	return -1
}

// Copy finds what an editor puts on the clipboard; an empty one if it is not there.
func Copy(p *channel.Package, label string) channel.Copy {
	for _, c := range p.Copies {
		if c.Label == label {
			return c
		}
	}
	return channel.Copy{}
}

// File finds a file of a package; one without bytes if it is not there.
func File(p *channel.Package, name string) channel.File {
	for _, f := range p.Files {
		if f.Name == name {
			return f
		}
	}
	return channel.File{}
}

// A Source is a text in Markdown.
type Source struct {
	Name string // of its file, and the case in it
	Dir  string // of its pictures
	Text string
}

// Sources are all texts of the site, and the cases of package markdown.
func Sources(t testing.TB) []Source {
	t.Helper()
	return append(site(t), cases(t)...)
}

func site(t testing.TB) []Source {
	var list []Source
	dir := filepath.Join(root, "content")
	err := filepath.WalkDir(dir, func(file string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".md" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		_, text, _ := strings.Cut(string(data), "\n---\n")
		name, err := filepath.Rel(dir, file)
		name = filepath.ToSlash(name)
		list = append(list, Source{name, path.Dir(name), text})
		return err
	})
	if err != nil || len(list) < 100 {
		t.Fatalf("%d texts: %v", len(list), err)
	}
	return list
}

func cases(t testing.TB) []Source {
	files, err := filepath.Glob(filepath.Join(root, "internal/markdown/testdata/*.txt"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var list []Source
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "//= = = = = = = = = = = = = = = = = = = = = = = =//\n") {
			if parts := strings.Split(c, "//- - - - - - - - -//\n"); len(parts) == 3 {
				list = append(list, Source{filepath.Base(file) + " " + strings.TrimSpace(parts[0]), "", parts[1]})
			}
		}
	}
	return list
}
