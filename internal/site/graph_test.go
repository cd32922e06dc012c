package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/picture"
	"kepu/internal/source"
)

// noon is the present of these tests.
var noon = time.Date(2026, 9, 1, 12, 0, 0, 0, content.ChinaTime())

// graph makes a site of a txtar archive of content files. A file without front
// matter gets a title, and a date if it is an article.
func graph(t testing.TB, archive string, change ...func(*Input)) (*Site, []diag.Diagnostic) {
	t.Helper()
	fsys := fstest.MapFS{"articles": {Mode: 0o755 | 1<<31}}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		text := string(f.Data)
		if strings.HasSuffix(f.Name, ".md") && !strings.HasPrefix(text, "---\n") {
			text = "---\ntitle: " + f.Name + "\ndate: 2026-01-01\n---\n" + text
		}
		fsys[f.Name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, ds := source.List(fsys)
	var yaml []byte
	if tree.Settings {
		yaml, _ = tree.Text(source.SettingsFile)
	}
	settings, pos, found := content.DecodeSettings("content/site.yaml", yaml)
	ds = append(ds, found...)
	in := Input{Settings: settings, SettingsPos: pos, Files: tree.Pictures, Static: tree.Static, Now: noon, BaseURL: "https://kepu.example.org/", Pictures: map[string]Picture{}}
	for name := range tree.Pictures {
		in.Pictures[name] = Picture{Info: picture.Info{Type: "image/png", Width: 4, Height: 3}}
	}
	for _, d := range tree.Docs {
		src, _ := tree.Text(d.Path)
		data, pos, body, line, found := content.Decode(d.Kind, d.File(), src)
		ds = append(ds, found...)
		text := markdown.Parse(body, line, markdown.Options{Lang: cmp.Or(d.Lang, settings.Language)})
		in.Docs = append(in.Docs, Document{Doc: d, Data: data, Pos: pos, Text: text})
	}
	for _, f := range change {
		f(&in)
	}
	s, found := New(in)
	return s, append(ds, found...)
}

// good is a graph that must be without a mistake.
func good(t testing.TB, archive string, change ...func(*Input)) *Site {
	t.Helper()
	s, ds := graph(t, archive, change...)
	if text := told(ds); text != "" {
		t.Fatalf("unexpected:\n%s", text)
	}
	return s
}

func told(ds []diag.Diagnostic) string {
	var lines []string
	for _, d := range ds {
		line := fmt.Sprintf("%s:%d:%d %s", strings.TrimPrefix(d.Pos.File, "content/"), d.Pos.Line, d.Pos.Col, d.Code)
		if d.Suggest != "" {
			line += " ~" + d.Suggest
		}
		lines = append(lines, line+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

func entry(t testing.TB, s *Site, address string) *Entry {
	t.Helper()
	for _, e := range s.Entries {
		if e.Address == address+"/" {
			return e
		}
	}
	t.Fatalf("no entry %s", address)
	return nil
}

func titles(list []*Entry) string {
	var names []string
	for _, e := range list {
		names = append(names, e.Slug)
	}
	return strings.Join(names, " ")
}
