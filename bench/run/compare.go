//go:build unix

package main

import (
	"bufio"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// compare checks that every output holds a page with the title of each article
// of the corpus, at /articles/YEAR/SLUG/, and prints how big the outputs are.
func compare(field []*generator, site string) error {
	want, err := corpusTitles(filepath.Join(site, "content"))
	if err != nil {
		return err
	}
	var failures []error
	fmt.Println()
	for _, g := range field {
		out, err := readOutput(g.out, want)
		if err != nil {
			return err
		}
		fmt.Printf("%-10s %d article pages of %.1f KB, %d HTML files, %d files, %.0f MB\n", g.name,
			out.articles, float64(out.articleBytes)/1024/float64(max(out.articles, 1)), out.pages, out.files, float64(out.bytes)/1e6)
		for path, title := range want {
			if out.titles[path] != title {
				failures = append(failures, fmt.Errorf("%s: %s is %q, not %q", g.name, path, out.titles[path], title))
				if len(failures) > 5 {
					return errors.Join(failures...)
				}
			}
		}
	}
	if failures == nil {
		fmt.Printf("all outputs hold the same %d articles\n", len(want))
	}
	return errors.Join(failures...)
}

// corpusTitles maps "articles/2020/a00001" to the title in the front matter.
func corpusTitles(content string) (map[string]string, error) {
	titles := map[string]string{}
	err := filepath.WalkDir(content, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			if title, ok := strings.CutPrefix(lines.Text(), "title: "); ok {
				rel, _ := filepath.Rel(content, path)
				titles[strings.TrimSuffix(filepath.ToSlash(rel), ".md")] = title
				return nil
			}
		}
		return fmt.Errorf("%s: no title: %w", path, lines.Err())
	})
	return titles, err
}

// output is what a generator wrote.
type output struct {
	titles                 map[string]string // of the articles' pages
	articles, pages, files int
	bytes, articleBytes    int64
}

var (
	heading = regexp.MustCompile(`(?s)<h1[^>]*>(.*?)</h1>`)
	tag     = regexp.MustCompile(`<[^>]*>`)
)

func readOutput(dir string, want map[string]string) (output, error) {
	out := output{titles: map[string]string{}}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		out.files++
		out.bytes += info.Size()
		if filepath.Ext(path) == ".html" {
			out.pages++
		}
		rel, _ := filepath.Rel(dir, path)
		name, isIndex := strings.CutSuffix(filepath.ToSlash(rel), "/index.html")
		if _, ok := want[name]; !ok || !isIndex {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		out.articles++
		out.articleBytes += info.Size()
		if m := heading.FindSubmatch(text); m != nil {
			plain := tag.ReplaceAll(m[1], nil) // a heading may wrap its phrases
			out.titles[name] = strings.TrimSpace(html.UnescapeString(string(plain)))
		}
		return nil
	})
	return out, err
}
