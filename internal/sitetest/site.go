// Package sitetest builds the real site, content/ of this repository, with
// the real command and the default theme, once a test binary, and tests what
// came out as a visitor's machine would read it. Package browsertest looks at
// the same site in a browser.
package sitetest

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
)

// Now is the instant at which the site is built: some of its events are over
// and some are to come.
const Now = "2026-09-01T08:00:00+08:00"

// Root is the repository's folder.
func Root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}

// Temp gives the folder for everything that Binary and Build make. Remove it
// in TestMain.
var Temp = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "kepu-test-")
	if err != nil {
		panic(err)
	}
	return dir
})

// Binary builds the command, once, and gives its path.
var Binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(Temp(), "kepu")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", path, "./cmd/kepu")
	cmd.Dir = Root()
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// A Site is a built site.
type Site struct {
	Dir   string
	Base  string // the address it was built for, ends in "/"
	Pages []Page // sorted by path
}

// A Page is one HTML file.
type Page struct {
	URL      string // "/articles/a/", below the base
	Template string // the class of its main element; "redirect" for old addresses
	HTML     []byte
}

// Build builds the site for an address.
func Build(base string) (*Site, error) {
	kepu, err := Binary()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(Temp(), "public")
	cmd := exec.Command(kepu, "build", "--site", Root(), "--out", dir,
		"--cache", filepath.Join(Temp(), "cache"), "--base-url", base, "--now", Now)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("kepu build: %w\n%s", err, out)
	}
	return read(dir, base)
}

var (
	mainClass = regexp.MustCompile(`<main\b[^>]*\bclass="?(?:page-)?([\w-]+)`)
	refresh   = regexp.MustCompile(`(?i)<meta[^>]*http-equiv="?refresh`)
)

func read(dir, base string) (*Site, error) {
	site := &Site{Dir: dir, Base: base}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		url := "/" + strings.TrimSuffix(filepath.ToSlash(rel), "index.html")
		page := Page{URL: url, HTML: text}
		switch m := mainClass.FindSubmatch(text); {
		case refresh.Match(text):
			page.Template = "redirect"
		case m == nil:
			return fmt.Errorf("%s: no <main class=…> names the template", rel)
		default:
			page.Template = string(m[1])
		}
		site.Pages = append(site.Pages, page)
		return nil
	})
	return site, err
}

// OnePerTemplate gives, of each template, the page with the most HTML, since
// it has the most parts.
func (s *Site) OnePerTemplate() []Page {
	best := map[string]int{}
	var order []string
	for i, page := range s.Pages {
		if page.Template == "redirect" {
			continue
		}
		j, ok := best[page.Template]
		if !ok {
			order = append(order, page.Template)
		}
		if !ok || len(page.HTML) > len(s.Pages[j].HTML) {
			best[page.Template] = i
		}
	}
	var pages []Page
	for _, template := range order {
		pages = append(pages, s.Pages[best[template]])
	}
	return pages
}

// Page gives the first page of a template.
func (s *Site) Page(template string) (Page, error) {
	for _, page := range s.OnePerTemplate() {
		if page.Template == template {
			return page, nil
		}
	}
	return Page{}, fmt.Errorf("the site has no page of template %q", template)
}

// Policy is the Content-Security-Policy that the pages name for themselves.
func (p Page) Policy() string {
	m := regexp.MustCompile(`<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"`).FindSubmatch(p.HTML)
	if m == nil {
		return ""
	}
	return html.UnescapeString(string(m[1]))
}
