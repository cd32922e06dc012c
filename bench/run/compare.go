//go:build unix

package main

import (
	"errors"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// compare looks at what each generator wrote: a page for each article with its
// title, text and highlighting, lists from which all their articles can be
// reached, and a feed. Whoever leaves work out must not win by it.
func compare(field []*generator, c *corpus) error {
	var failures []error
	for _, g := range field {
		found := &findings{}
		found.checkArticles(g, c)
		found.checkLists(g, c)
		found.checkFeed(g, c)
		for _, text := range found.texts {
			failures = append(failures, fmt.Errorf("%s: %s", g.name, text))
		}
	}
	if failures == nil {
		fmt.Println("All outputs hold the same articles, lists and a feed.")
	}
	return errors.Join(failures...)
}

// findings are what is wrong with an output; the first ones are enough.
type findings struct{ texts []string }

func (f *findings) add(format string, args ...any) {
	if len(f.texts) < 5 {
		f.texts = append(f.texts, fmt.Sprintf(format, args...))
	}
}

var (
	heading     = regexp.MustCompile(`(?s)<h1[^>]*>(.*?)</h1>`)
	tag         = regexp.MustCompile(`<[^>]*>`)
	highlighted = regexp.MustCompile(`<pre[^>]*>\s*<code[^>]*>(\s*<span[^>]*>)+import`)
)

// checkArticles reads the page of each article, and finds out those of none.
func (f *findings) checkArticles(g *generator, c *corpus) {
	pages, _ := filepath.Glob(filepath.Join(g.out, "articles", "[0-9][0-9][0-9][0-9]", "*", "index.html"))
	if len(pages) != len(c.paths) {
		f.add("%d article pages, not %d", len(pages), len(c.paths))
	}
	for _, path := range c.paths {
		want := c.articles[path]
		text, err := os.ReadFile(filepath.Join(g.out, path, "index.html"))
		if err != nil {
			f.add("%v", err)
			continue
		}
		var title string
		if m := heading.FindSubmatch(text); m != nil {
			plain := tag.ReplaceAll(m[1], nil) // a heading may wrap its phrases
			title = strings.TrimSpace(html.UnescapeString(string(plain)))
		}
		switch {
		case title != want.title:
			f.add("%s is %q, not %q", path, title, want.title)
		case !strings.Contains(string(text), want.text):
			f.add("%s does not show %q", path, want.text)
		case want.code && !highlighted.Match(text):
			f.add("%s: the code is not highlighted", path)
		}
	}
}

// printOutput says how much a generator wrote.
func printOutput(g *generator) error {
	var files, pages int
	var size, html int64
	err := filepath.WalkDir(g.out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		files++
		size += info.Size()
		if filepath.Ext(path) == ".html" {
			pages++
			html += info.Size()
		}
		return nil
	})
	fmt.Printf("%-10s  %d pages of %.1f KB on average, %d files, %.0f MB\n",
		g.name, pages, float64(html)/1024/float64(max(pages, 1)), files, float64(size)/1e6)
	return err
}
