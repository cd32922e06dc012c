package page

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"sync"

	"kepu/internal/artifact"
	"kepu/internal/site"
)

// sitemapLimit is the most addresses one sitemap may hold (sitemaps.org).
const sitemapLimit = 50000

type sitemapURL struct {
	Loc        string
	LastMod    string // a date, "" if none is known
	Alternates []Alternate
}

// A listedPage is a page that sitemaps name. about says what they need of it
// besides the address.
type listedPage struct {
	address string
	about   func() sitemapURL
}

type xmlURLSet struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string   `xml:"xmlns:xhtml,attr"`
	URLs    []xmlURL `xml:"url"`
}

type xmlURL struct {
	Loc     string    `xml:"loc"`
	LastMod string    `xml:"lastmod,omitempty"`
	Links   []xmlLink `xml:"xhtml:link"`
}

type xmlLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type xmlIndex struct {
	XMLName  xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemaps []xmlURL `xml:"sitemap"`
}

// sitemap lists every page; a site of more than 50,000 gets an index.
func (b *book) sitemap() {
	sorted := sync.OnceValue(func() []listedPage {
		type located struct {
			url string
			listedPage
		}
		all := make([]located, len(b.listed))
		for i, p := range b.listed {
			all[i] = located{escapePath(p.address), p}
		}
		slices.SortFunc(all, func(x, y located) int { return cmp.Compare(x.url, y.url) })
		pages := make([]listedPage, len(all))
		for i, p := range all {
			pages[i] = p.listedPage
		}
		return pages
	})
	if len(b.listed) <= sitemapLimit {
		b.sitemapFile("sitemap.xml", sorted)
		return
	}
	var index xmlIndex
	for from := 0; from < len(b.listed); from += sitemapLimit {
		name := "sitemap-" + itoa(len(index.Sitemaps)+1) + ".xml"
		b.sitemapFile(name, func() []listedPage {
			return sorted()[from:min(from+sitemapLimit, len(b.listed))]
		})
		index.Sitemaps = append(index.Sitemaps, xmlURL{Loc: b.abs(name)})
	}
	b.file("sitemap.xml", "", func() (any, artifact.Render) {
		var names []string
		for _, s := range index.Sitemaps {
			names = append(names, s.Loc)
		}
		return names, func(buf *bytes.Buffer) error { return writeXML(buf, index) }
	})
}

func (b *book) sitemapFile(name string, pages func() []listedPage) {
	b.file(name, "", func() (any, artifact.Render) {
		part := pages()
		urls := make([]sitemapURL, len(part))
		for i, p := range part {
			urls[i] = p.about()
			urls[i].Loc = b.abs(p.address)
		}
		return urls, func(buf *bytes.Buffer) error {
			set := xmlURLSet{XHTML: "http://www.w3.org/1999/xhtml"}
			for _, u := range urls {
				x := xmlURL{Loc: u.Loc, LastMod: u.LastMod}
				for _, a := range u.Alternates {
					x.Links = append(x.Links, xmlLink{"alternate", a.Lang, a.Abs})
				}
				set.URLs = append(set.URLs, x)
			}
			return writeXML(buf, set)
		}
	})
}

// lastMod is the day a page last changed, as far as its content says: that of
// the latest of the entries it lists.
func lastMod(v *View) string {
	switch d := v.Main.(type) {
	case *HomeView:
		latest := latestOf(latestOf("", d.Latest), d.Upcoming)
		if d.Lead != nil {
			latest = max(latest, d.Lead.Date.ISO)
		}
		return latest
	}
	return ""
}

func latestOf(day string, cards []*Card) string {
	for _, c := range cards {
		day = max(day, c.Date.ISO)
	}
	return day
}

// latest is the day of the latest entry.
func (m *maker) latest(entries []*site.Entry) string {
	day := ""
	for _, e := range entries {
		day = max(day, m.card(e).Date.ISO)
	}
	return day
}

func (b *book) textFile(path, text string) {
	b.bytesFile(path, "", func() []byte { return []byte(text) })
}

func (b *book) robots() {
	b.textFile("robots.txt", "User-agent: *\nAllow: /\n\nSitemap: "+b.abs("sitemap.xml")+"\n")
}

// fileTypes are those by which phones and programs choose what opens a file, and
// which few servers know.
var fileTypes = []struct{ end, typ string }{
	{"ics", "text/calendar"}, {"jsonld", "application/ld+json"}, {"geojson", "application/geo+json"},
	{"gpx", "application/gpx+xml"}, {"kml", "application/vnd.google-earth.kml+xml"},
}

// headers writes the policy out for servers: _headers is read by several hosts
// of static pages, the other file is to be included in nginx.
func (b *book) headers() {
	policy := b.policy + "; frame-ancestors 'self'"
	if b.site.Settings.Channels.Public {
		policy = "frame-ancestors 'self'" // editors' pages have a policy of their own, as all pages do
	}
	pairs := [][2]string{
		{"Content-Security-Policy", policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	}
	var hosts, nginx strings.Builder
	fmt.Fprintf(&hosts, "%s*\n", b.site.Base)
	nginx.WriteString("# include this file in the server block\n")
	for _, p := range pairs {
		fmt.Fprintf(&hosts, "  %s: %s\n", p[0], p[1])
		fmt.Fprintf(&nginx, "add_header %s %q always;\n", p[0], p[1])
	}
	fmt.Fprintf(&hosts, "%sassets/*\n  Cache-Control: public, max-age=31536000, immutable\n", b.site.Base)
	fmt.Fprintf(&nginx, "location %sassets/ { expires 1y; add_header Cache-Control \"public, immutable\"; }\n", b.site.Base)
	for _, f := range fileTypes {
		typ, charset := f.typ, ""
		if strings.HasPrefix(typ, "text/") {
			typ, charset = typ+"; charset=utf-8", " charset utf-8; charset_types "+typ+";"
		}
		fmt.Fprintf(&hosts, "%s*.%s\n  Content-Type: %s\n", b.site.Base, f.end, typ)
		fmt.Fprintf(&nginx, "location ~ \\.%s$ { types { %s %s; }%s }\n", f.end, f.typ, f.end, charset)
	}
	b.textFile("_headers", hosts.String())
	b.textFile("headers.nginx.conf", nginx.String())
}

// aliases leads old addresses to entries: a page that forwards at once, since
// a static site cannot answer with a redirect, and the list for hosts that can.
func (b *book) aliases() {
	var redirects strings.Builder
	for _, e := range b.site.Entries {
		for _, a := range e.Data.Base().Aliases {
			path := strings.TrimPrefix(a, "/")
			if path == "" || strings.HasSuffix(path, "/") {
				path += "index.html"
			} else if !strings.Contains(path[strings.LastIndexByte(path, '/')+1:], ".") {
				path += "/index.html"
			}
			b.alias(path, e)
			fmt.Fprintf(&redirects, "%s %s 301\n", b.rel(strings.TrimPrefix(a, "/")), b.rel(e.Address))
		}
	}
	if redirects.Len() > 0 {
		b.textFile("_redirects", redirects.String())
	}
}

func (b *book) alias(path string, e *site.Entry) {
	b.bytesFile(path, e.File(), func() []byte {
		title, to, lang := attr(e.Title()), attr(b.abs(e.Address)), attr(e.Lang)
		return fmt.Appendf(nil, `<!DOCTYPE html>
<html lang="%[3]s"><head><meta charset="utf-8"><title>%[1]s</title><meta name="robots" content="noindex"><link rel="canonical" href="%[2]s"><meta http-equiv="refresh" content="0; url=%[2]s"></head><body><p><a href="%[2]s">%[1]s</a></p></body></html>
`, title, to, lang)
	})
}

// manifest names the site for phones that put it on the home screen.
func (b *book) manifest() {
	s := b.site.Settings
	b.textFile("site.webmanifest", string(jsonLine(webManifest{
		Name: s.Title, Short: s.Title, Description: s.Description, Lang: s.Language,
		Start: b.site.Base, Scope: b.site.Base, Display: "browser",
		Icons: []webIcon{{b.site.Base + "favicon.svg", "any", "image/svg+xml"}},
	})))
}

// W3C Web Application Manifest.
type webManifest struct {
	Name        string    `json:"name"`
	Short       string    `json:"short_name"`
	Description string    `json:"description,omitempty"`
	Lang        string    `json:"lang"`
	Start       string    `json:"start_url"`
	Scope       string    `json:"scope"`
	Display     string    `json:"display"`
	Icons       []webIcon `json:"icons"`
}

type webIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
	Type  string `json:"type"`
}
