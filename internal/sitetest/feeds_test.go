package sitetest

import (
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

var buildOnce = sync.OnceValues(func() (*Site, error) { return Build(base) })

// A feed is a file of the site and what is wrong with it.
type feed struct {
	site *Site
	path string // "feed.xml", below the site's folder
	text []byte
	errs []string
}

func (f *feed) errorf(format string, args ...any) {
	f.errs = append(f.errs, f.path+": "+fmt.Sprintf(format, args...))
}

// TestFeeds checks every RSS, Atom and JSON feed of the site against what the
// specifications require and what readers are known to need.
func TestFeeds(t *testing.T) {
	site := built(t)
	found := map[string]int{}
	err := filepath.WalkDir(site.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(site.Dir, path)
		f := &feed{site: site, path: filepath.ToSlash(rel), text: text}
		kind := f.check()
		if kind == "" {
			return nil
		}
		found[kind]++
		for _, e := range f.errs {
			t.Error(e)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("checked %v", found)
	if found["rss"]+found["atom"]+found["json"] == 0 {
		t.Error("the site has no feed")
	}
	checkDeclared(t, site)
}

var root = regexp.MustCompile(`(?s)^\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(rss|feed)\b`)

// check tells the kind of the file, "" if it is no feed, and checks it.
func (f *feed) check() string {
	switch filepath.Ext(f.path) {
	case ".xml", ".rss", ".atom":
		switch m := root.FindSubmatch(f.text); {
		case m == nil:
			return ""
		case string(m[1]) == "rss":
			f.checkRSS()
			return "rss"
		default:
			f.checkAtom()
			return "atom"
		}
	case ".json":
		if strings.Contains(string(f.text), `"https://jsonfeed.org/version/`) {
			f.checkJSON()
			return "json"
		}
	}
	return ""
}

// checkDeclared makes sure that every feed a page declares is there.
func checkDeclared(t *testing.T, site *Site) {
	link := regexp.MustCompile(`<link rel="alternate" type="([^"]*)"[^>]* href="([^"]*)"`)
	declared := 0
	for _, page := range site.Pages {
		for _, m := range link.FindAllSubmatch(page.HTML, -1) {
			kind, address := html.UnescapeString(string(m[1])), html.UnescapeString(string(m[2]))
			switch kind {
			case "application/atom+xml", "application/rss+xml", "application/feed+json", "text/calendar":
			default:
				t.Errorf("%s declares a feed of the type %q", page.URL, kind)
			}
			declared++
			if site.file(address) == "" {
				t.Errorf("%s declares the feed %s, which does not exist", page.URL, address)
			}
		}
	}
	if declared == 0 {
		t.Error("no page declares a feed")
	}
}

// file gives the file that an absolute or root-relative address of the site
// shows, or "".
func (s *Site) file(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	b, _ := url.Parse(s.Base)
	if u.Host != "" && u.Host != b.Host {
		return ""
	}
	rel, below := strings.CutPrefix(u.Path, b.Path)
	if !below {
		return ""
	}
	if rel == "" || strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	path := filepath.Join(s.Dir, filepath.FromSlash(rel))
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return ""
	}
	return path
}

// address checks an address that a feed gives: absolute, and there if it is
// the site's own.
func (f *feed) address(what, address string) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		f.errorf("%s is not an absolute address: %q", what, address)
		return
	}
	if strings.HasPrefix(address, f.site.Base) && f.site.file(address) == "" {
		f.errorf("%s leads nowhere: %s", what, address)
	}
}

// self checks the address that a feed gives for itself.
func (f *feed) self(address string) {
	if address == "" {
		f.errorf("does not say its own address")
		return
	}
	if got := f.site.file(address); got != filepath.Join(f.site.Dir, filepath.FromSlash(f.path)) {
		f.errorf("says its own address is %s", address)
	}
}

// unique checks that an identifier is there and is not another entry's.
func (f *feed) unique(seen map[string]bool, id string) {
	if id == "" {
		f.errorf("an entry has no identifier")
	} else if seen[id] {
		f.errorf("two entries have the identifier %s", id)
	}
	seen[id] = true
}

var relative = regexp.MustCompile(`\s(?:href|src)=["']?(?:/|\.|[^"'>:\s]+["'\s>])`)

// content checks text that a reader shows away from the site.
func (f *feed) content(what, text string) {
	if m := relative.FindString(text); m != "" {
		f.errorf("%s has a relative address: %s", what, strings.TrimSpace(m))
	}
	if strings.Contains(text, "<script") {
		f.errorf("%s has a script", what)
	}
}
