package douyin

import (
	"io/fs"
	"mime"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
	"kepu/internal/markdown"
	"kepu/internal/prose"
	"kepu/internal/sharecard"
)

// root is the folder of the site.
const root = "../../.."

// press has fonts.
func press(t testing.TB) *sharecard.Press {
	t.Helper()
	return channeltest.Press(t)
}

// jobs are one for each text of the site, by its file.
func jobs(t testing.TB) map[string]*channel.Job {
	t.Helper()
	p := press(t)
	list := map[string]*channel.Job{}
	err := filepath.WalkDir(filepath.Join(root, "content"), func(file string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".md" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(file[len(root)+1:])
		j := job(t, name, string(data))
		j.Press = p
		list[name] = j
		return nil
	})
	if err != nil || len(list) < 100 {
		t.Fatalf("%d texts, %v", len(list), err)
	}
	return list
}

// job is that of a file of Markdown.
func job(t testing.TB, file, text string) *channel.Job {
	t.Helper()
	head, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !strings.HasPrefix(text, "---\n") {
		head, body = "", text
	}
	var front struct {
		Title, Summary, Date       string
		Topics, Authors, Reviewers []string
		Sources                    []struct{ Title, Publisher string }
	}
	if err := yaml.Unmarshal([]byte(head), &front); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	p := &channel.Piece{
		Key: strings.TrimSuffix(file, ".md"), File: file, Lang: "zh-CN", Site: "吉林科普",
		Title: front.Title, Summary: front.Summary, Date: front.Date, Topics: front.Topics, Tags: front.Topics,
		Authors: front.Authors, Reviewers: front.Reviewers, Motif: "waves", Seed: file,
		Links: map[string]channel.Link{}, Pictures: map[string]channel.Picture{},
	}
	for _, s := range front.Sources {
		p.Sources = append(p.Sources, channel.Source{Title: s.Title, Detail: s.Publisher})
	}
	for _, lang := range []string{"ko", "en"} {
		if strings.HasSuffix(file, "."+lang+".md") {
			p.Lang = lang
		}
	}
	j := &channel.Job{Piece: p, Body: markdown.Prose([]byte(body), 1, markdown.Options{Lang: p.Lang}), Limits: Channel.Defaults()}
	j.Read = func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(root, filepath.FromSlash(name))) }
	prose.Walk(j.Body, func(n *prose.Node) bool {
		if n.Kind == prose.Image && !strings.Contains(n.Dest, "://") {
			name := path.Join(path.Dir(file), n.Dest)
			p.Pictures[n.Dest] = channel.Picture{Path: name, Type: mime.TypeByExtension(path.Ext(name))}
		}
		return true
	})
	return j
}
