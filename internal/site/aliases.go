package site

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// addresses lists what the site's own pages and files are called, from the
// root without a slash, apart from the later pages of lists.
func (b *builder) addresses() map[string]bool {
	known := map[string]bool{"sitemap.xml": true, "robots.txt": true}
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
	owner := map[string]string{}
	for address := range b.addresses() {
		owner[foldAddress(address)] = diag.Both("kepu 自动生成的页面", "a page that kepu generates")
	}
	for _, e := range b.Entries {
		owner[foldAddress(e.Address)] = e.File()
	}
	for _, e := range b.Entries {
		for i, a := range e.Data.Base().Aliases {
			pos := e.Pos.Of("aliases", i)
			if near, ok := checkAlias(a); !ok {
				b.say(&e.Document, pos, diag.BadAlias, near, a)
				continue
			}
			if first, taken := owner[foldAddress(a)]; taken {
				b.say(&e.Document, pos, diag.AliasTaken, "", a, first)
				continue
			}
			owner[foldAddress(a)] = e.File()
		}
	}
}

// foldAddress is the same for all ways to write an address.
func foldAddress(a string) string { return strings.ToLower(strings.Trim(a, "/")) }

// checkAlias tells whether a is a path of a site, and if not what was
// probably meant.
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
	if near == "/" || strings.IndexFunc(near, bad) >= 0 {
		return "", false
	}
	return near, near == a
}
