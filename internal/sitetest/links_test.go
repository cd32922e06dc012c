package sitetest

import (
	"bytes"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
)

// A target is a page's address with all the anchors on it.
type target map[string]bool

// TestLinks follows every address of the site that a page names in an attribute,
// and every absolute one that any text file names: feeds, data, tracks, cards
// in linked data. Each leads to a file, and to an anchor where it names one.
func TestLinks(t *testing.T) {
	site := built(t)
	anchors := map[string]target{} // by file
	var links []reference
	for _, page := range site.Pages {
		ids, refs := attributes(site, page)
		anchors[site.file(site.Base+page.URL[1:])] = ids
		links = append(links, refs...)
	}
	links = append(links, addresses(t, site)...)
	kinds := map[string]int{}
	for _, link := range links {
		address, anchor, _ := strings.Cut(link.to, "#")
		file := site.file(address)
		if file == "" {
			t.Errorf("%s leads to %s, which is nowhere", link.from, link.to)
			continue
		}
		kinds[filepath.Ext(file)]++
		ids, isPage := anchors[file]
		if name, _ := url.PathUnescape(anchor); isPage && name != "" && !ids[name] {
			t.Errorf("%s leads to %s, where that anchor is not", link.from, link.to)
		}
	}
	t.Logf("followed %v", kinds)
	for _, kind := range []string{".html", ".css", ".js", ".png", ".svg", ".ics", ".xml", ".json", ".jsonld", ".csv", ".gpx", ".kml", ".geojson"} {
		if kinds[kind] == 0 {
			t.Errorf("nothing leads to a file *%s", kind)
		}
	}
}

// A reference is an absolute address of the site, and the file that names it.
type reference struct{ from, to string }

// attributes gives the anchors of a page and what its attributes lead to within
// the site.
func attributes(site *Site, page Page) (ids target, links []reference) {
	ids = target{}
	here, _ := url.Parse(site.Base + page.URL[1:])
	z := nethtml.NewTokenizer(bytes.NewReader(page.HTML))
	for z.Next() != nethtml.ErrorToken {
		for _, a := range z.Token().Attr {
			switch a.Key {
			case "id":
				ids[a.Val] = true
			case "href", "src", "data-index", "action":
				to, err := here.Parse(a.Val)
				if err != nil {
					links = append(links, reference{page.URL, a.Val})
				} else if to.Host == here.Host && (to.Scheme == "webcal" || to.Scheme == here.Scheme) {
					to.Scheme = here.Scheme
					links = append(links, reference{page.URL, to.String()})
				}
			}
		}
	}
	return ids, links
}

// addresses gives the absolute addresses of the site that stand anywhere in its
// text files. What identifies an entry of a feed leads nowhere by itself.
func addresses(t *testing.T, site *Site) (links []reference) {
	t.Helper()
	absolute := regexp.MustCompile(regexp.QuoteMeta(site.Base) + `[\w%/.~#?=&;:-]*`)
	identifiers := regexp.MustCompile(`<id>[^<]*</id>|<guid[^>]*>[^<]*</guid>|"id": ?"[^"]*"`)
	err := filepath.WalkDir(site.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) == ".png" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text = bytes.ReplaceAll(text, []byte("\r\n "), nil) // folded lines of calendars
		text = identifiers.ReplaceAll(text, nil)
		for _, m := range absolute.FindAll(text, -1) {
			rel, _ := filepath.Rel(site.Dir, path)
			links = append(links, reference{rel, html.UnescapeString(string(m))})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return links
}

// TestLinksOfPage makes sure that the check itself notices mistakes.
func TestLinksOfPage(t *testing.T) {
	site := &Site{Base: base}
	ids, links := attributes(site, Page{URL: "/a/b/", HTML: []byte(
		`<p id="x"><a href="#y"></a><a href="../c.gpx"></a><img src="/below/d.png"><svg><a href="/e/"/></svg><a href="https://example.org/"></a><a href="mailto:a@b">`)})
	var got []string
	for _, l := range links {
		got = append(got, strings.TrimPrefix(l.to, "https://kepu.example.org"))
	}
	if want := "/below/a/b/#y /below/a/c.gpx /below/d.png /e/"; !ids["x"] || strings.Join(got, " ") != want {
		t.Errorf("got %v %q, want %s", ids, got, want)
	}
}
