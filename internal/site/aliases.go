package site

import (
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/source"
)

// addresses lists what the site's own pages and files are called, from the
// root without a slash, apart from the later pages of lists and what lies in
// assets/.
func (b *builder) addresses() map[string]bool {
	known := map[string]bool{
		"sitemap.xml": true, "robots.txt": true, "404.html": true, "headers.nginx.conf": true, "site.webmanifest": true, "favicon.svg": true,
	}
	feeds := func(address string) {
		for _, name := range []string{"atom.xml", "rss.xml", "feed.json"} {
			known[address+name] = true
		}
	}
	for _, e := range b.Entries {
		known[e.Address] = true
		prefix := e.Locale.Prefix
		if e.Kind != content.Pages {
			known[prefix+string(e.Kind)+"/"] = true
		}
		switch e.Kind {
		case content.Articles:
			known[prefix+"archive/"] = true
			known[prefix+"archive/"+strconv.Itoa(When(e).Year())+"/"] = true
		case content.Events:
			known[prefix+"agenda/"] = true
		case content.Series:
			known[prefix+"agenda/"] = true
			feeds(e.Address)
		case content.Organizations:
			feeds(e.Address)
		}
	}
	for _, l := range b.Locales {
		known[l.Prefix] = true
		feeds(l.Prefix)
		for tax, terms := range l.Terms {
			known[l.Prefix+string(tax)+"/"] = true
			for _, t := range terms {
				known[t.Address] = true
				feeds(t.Address)
			}
		}
	}
	for _, name := range b.in.Static {
		known[strings.TrimPrefix(name, "static/")] = true
	}
	return known
}

// aliases checks the old addresses that entries name: each must be a path of
// this site, and nobody else's. Case does not tell two of them apart, for on
// some servers it does not.
func (b *builder) aliases() {
	owner := b.owners()
	for _, e := range b.Entries {
		for i, a := range e.Data.Base().Aliases {
			pos := e.Pos.Of("aliases", i)
			if near, ok := checkAlias(a); !ok {
				b.say(&e.Document, pos, diag.BadAlias, near, a)
				continue
			}
			if first := takenBy(owner, foldAddress(a)); first != "" {
				b.say(&e.Document, pos, diag.AliasTaken, "", a, first)
				continue
			}
			owner[foldAddress(a)] = e.File()
		}
	}
}

var generated = diag.Both("kepu 自动生成的页面", "a page that kepu generates")

// owners says whose each address is.
func (b *builder) owners() map[string]string {
	owner := map[string]string{}
	for address := range b.addresses() {
		owner[foldAddress(address)] = generated
	}
	for p := range b.in.Files { // published where it lies as soon as a text refers to it
		owner[foldAddress(p)] = source.Folder + "/" + p
	}
	for _, p := range b.in.Static {
		owner[foldAddress(strings.TrimPrefix(p, "static/"))] = source.Folder + "/" + p
	}
	for _, e := range b.Entries {
		owner[foldAddress(e.Address)] = e.File()
	}
	return owner
}

// later are the further pages of a list, however many there are today.
var later = regexp.MustCompile(`^(.*)/page/[0-9]+$`)

// takenBy says whose a folded address is, "" if it is nobody's. Nothing can
// stand below a file either.
func takenBy(owner map[string]string, address string) string {
	if address == "assets" || strings.HasPrefix(address, "assets/") {
		return diag.Both("主题的文件", "the theme's files")
	}
	if first := owner[address]; first != "" {
		return first
	}
	if m := later.FindStringSubmatch(address); m != nil && owner[m[1]] == generated {
		return generated
	}
	for up := path.Dir(address); up != "."; up = path.Dir(up) {
		if path.Ext(up) != "" && owner[up] != "" {
			return owner[up]
		}
	}
	return ""
}

// foldAddress is the same for all ways to write an address.
func foldAddress(a string) string {
	a = strings.Trim(strings.ToLower(norm.NFC.String(a)), "/")
	if path.Base(a) == "index.html" {
		a = strings.Trim(strings.TrimSuffix(a, "index.html"), "/")
	}
	return a
}

// checkAlias tells whether a is a path of a site, and if not what was
// probably meant. Names that begin with . or _ are not for pages: servers hide
// or read them, and build steps of hosts drop them.
func checkAlias(a string) (near string, ok bool) {
	if u, err := url.Parse(a); err == nil {
		near = u.Path // without host and query, with %E5 spelled out
	}
	if !strings.HasPrefix(near, "/") {
		near = "/" + near
	}
	slash := strings.HasSuffix(near, "/")
	if near = path.Clean(near); slash && near != "/" {
		near += "/"
	}
	bad := func(r rune) bool { return r < ' ' || strings.ContainsRune(`\"<>`, r) }
	if near == "/" || strings.IndexFunc(near, bad) >= 0 || strings.Contains(near, "/.") || strings.Contains(near, "/_") {
		return "", false
	}
	return near, near == a
}
