//go:build unix

package main

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

var href = regexp.MustCompile(`(?:href="|<link>|<id>)([^"<]*)`)

// links gives the paths that a page or feed of the site links to: without the
// host, the slashes at the ends, and "index.html".
func links(text []byte) []string {
	var list []string
	for _, m := range href.FindAllSubmatch(text, -1) {
		if u, err := url.Parse(string(m[1])); err == nil && strings.HasPrefix(u.Path, "/") {
			list = append(list, strings.Trim(strings.TrimSuffix(u.Path, "index.html"), "/"))
		}
	}
	return list
}

// checkLists goes through the pages of every list as a reader would, by the
// links from its first to its last, and expects there the articles of the
// list and no others.
func (f *findings) checkLists(g *generator, c *corpus) {
	for list, want := range c.lists {
		found := map[string]bool{}
		for _, page := range f.walk(g.out, list) {
			for _, link := range page {
				if c.articles[link] != nil {
					found[link] = true
				}
			}
		}
		missing := 0
		for _, article := range want {
			if !found[article] {
				missing++
			}
		}
		if missing > 0 || len(found) > len(want) {
			f.add("/%s/ leads to %d articles, not %d, and misses %d", list, len(found), len(want), missing)
		}
	}
}

// walk gives the links of each page of a list.
func (f *findings) walk(out, list string) (pages [][]string) {
	seen := map[string]bool{list: true}
	for next := []string{list}; len(next) > 0; {
		here := next[0]
		next = next[1:]
		text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(here), "index.html"))
		if err != nil {
			f.add("%v", err)
			continue
		}
		page := links(text)
		pages = append(pages, page)
		for _, link := range page {
			if isPage, _ := path.Match(list+"/page/*", link); isPage && !seen[link] {
				seen[link] = true
				next = append(next, link)
			}
		}
	}
	return pages
}

// checkFeed expects twenty articles in the site's feed.
func (f *findings) checkFeed(g *generator, c *corpus) {
	text, err := os.ReadFile(filepath.Join(g.out, g.feed))
	if err != nil {
		f.add("%v", err)
		return
	}
	found := map[string]bool{}
	for _, link := range links(text) {
		if c.articles[link] != nil {
			found[link] = true
		}
	}
	if want := min(20, len(c.paths)); len(found) != want {
		f.add("%s has %d articles, not %d", g.feed, len(found), want)
	}
}
