//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A corpus is the articles on disk and what every output of them must hold.
type corpus struct {
	dir      string              // the site's folder, with content/ in it
	paths    []string            // "articles/2020/a00001", sorted
	articles map[string]*article // by path
	lists    map[string][]string // the articles of a list: of "topics/天文", and of "articles" all
}

// An article is what its page must show.
type article struct {
	title string
	code  bool   // there is a block of code to highlight
	text  string // a passage written by edit
}

// newCorpus generates n articles and reads them back.
func newCorpus(dir string, n int) (*corpus, error) {
	// A process of its own: the memory of this one is the least that the
	// kernel would report for the generators.
	gen := exec.Command("go", "run", "-buildvcs=false", "./bench/gen", "-n", fmt.Sprint(n), "-out", dir)
	gen.Stdout, gen.Stderr = os.Stdout, os.Stderr
	if err := gen.Run(); err != nil {
		return nil, fmt.Errorf("gen: %w", err)
	}
	c := &corpus{dir: dir, articles: map[string]*article{}, lists: map[string][]string{}}
	content := filepath.Join(dir, "content")
	err := filepath.WalkDir(content, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(file) != ".md" {
			return err
		}
		text, err := os.ReadFile(file)
		rel, _ := filepath.Rel(content, file)
		c.add(strings.TrimSuffix(filepath.ToSlash(rel), ".md"), string(text))
		return err
	})
	return c, err
}

func (c *corpus) add(path, text string) {
	c.paths = append(c.paths, path)
	c.lists["articles"] = append(c.lists["articles"], path)
	a := &article{code: strings.Contains(text, "\n```python\n")}
	c.articles[path] = a
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "title":
			a.title = strings.Clone(value) // else the whole text stays in memory
		case "topics", "audiences":
			for name := range strings.SplitSeq(strings.Trim(value, "[]"), ", ") {
				c.lists[key+"/"+name] = append(c.lists[key+"/"+name], path)
			}
		case "":
			return // the body begins
		}
	}
}

func (c *corpus) file(path string) string {
	return filepath.Join(c.dir, "content", filepath.FromSlash(path)+".md")
}

// pick is the article that a round changes: another one each time, the same
// in every run.
func (c *corpus) pick(round int) string { return c.paths[(round*7919+4711)%len(c.paths)] }

// edit adds a paragraph to an article.
func (c *corpus) edit(path, text string) error {
	old, err := os.ReadFile(c.file(path))
	if err != nil {
		return err
	}
	c.articles[path].text = text
	return os.WriteFile(c.file(path), slices.Concat(old, []byte("\n"+text+"\n")), 0o644)
}

// rename gives an article a new title.
func (c *corpus) rename(path, title string) error {
	old, err := os.ReadFile(c.file(path))
	if err != nil {
		return err
	}
	a := c.articles[path]
	text := strings.Replace(string(old), "title: "+a.title, "title: "+title, 1)
	a.title = title
	return os.WriteFile(c.file(path), []byte(text), 0o644)
}

// touch gives every file under a folder a new time of change, as a fresh clone
// or a restored cache has.
func touch(dir string) error {
	now := time.Now()
	return filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, now, now)
	})
}
