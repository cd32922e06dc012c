package site

import (
	"fmt"
	"net/url"
	"path"
	"slices"
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
		if e.Kind == content.Series || e.Kind == content.Organizations {
			feeds(e.Address)
		}
		b.calendarAddresses(e, known)
	}
	for _, l := range b.Locales {
		l.yearAddresses(known)
		l.peopleAddresses(known, feeds, b.Settings.Feeds.Anniversaries)
		known[l.Prefix] = true
		feeds(l.Prefix)
		for kind, list := range l.ByKind {
			switch kind {
			case content.Pages:
				continue
			case content.Articles:
				known[l.Prefix+"archive/"] = true
				last := 0 // the newest first: a year's articles are next to each other
				for _, e := range list {
					if year := When(e).Year(); year != last {
						known[l.Prefix+"archive/"+strconv.Itoa(year)+"/"] = true
						last = year
					}
				}
			case content.Editions:
				feeds(l.Prefix + string(kind) + "/")
			case content.Events, content.Series:
				for _, name := range []string{"agenda/", "agenda/subscribe/", "calendar.ics", "registration.ics"} {
					known[l.Prefix+name] = true
				}
			}
			known[l.Prefix+string(kind)+"/"] = true
		}
		l.mapAddresses(known)
		for _, r := range l.Readerships() {
			known[r.Address] = true
			feeds(r.Address)
		}
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

// calendarAddresses adds the pages and files of the calendar in which an entry
// stands.
func (b *builder) calendarAddresses(e *Entry, known map[string]bool) {
	if len(e.Times) == 0 {
		return
	}
	var scopes []string
	if e.Kind == content.Series {
		scopes = append(scopes, e.Address)
	}
	for _, t := range e.Topics {
		scopes = append(scopes, t.Address)
	}
	for _, x := range e.Out {
		switch x.Entry.Kind {
		case content.Organizations, content.Places, content.Series:
			scopes = append(scopes, x.Entry.Address)
		}
	}
	for _, s := range scopes {
		known[s+"agenda/"], known[s+"calendar.ics"] = true, true
	}
	if e.Kind == content.Events {
		known[e.Address+"event.ics"] = true
	}
}

// DataSets names the sets of open data, by the kind of their entries.
var DataSets = map[content.Kind]string{
	content.Events: "events", content.Scientists: "people", content.Organizations: "organizations", content.Places: "places", content.Honours: "honours",
}

// peopleAddresses adds the lists of people and organizations, and the data that
// the site gives away.
func (l *Locale) peopleAddresses(known map[string]bool, feeds func(string), remember bool) {
	people := l.Prefix + string(content.Scientists) + "/"
	if len(l.People) > 0 {
		known[people+"index.json"] = true
	}
	if slices.ContainsFunc(l.People, func(e *Entry) bool { return e.Expert != nil }) {
		known[l.Prefix+"speakers/"] = true
	}
	if remember && len(l.Anniversaries()) > 0 {
		known[people+"anniversaries/calendar.ics"] = true
		feeds(people + "anniversaries/")
	}
	if len(l.People) > ManyPeople {
		for _, e := range l.People {
			known[people+"by/letter/"+LetterSlug(Letter(e))+"/"] = true
		}
	}
	for _, f := range l.Facets {
		if len(f.Values) > 0 {
			known[people+"by/"+f.Name+"/"] = true
		}
		for _, v := range f.Values {
			known[people+"by/"+f.Name+"/"+v.Slug+"/"] = true
		}
	}
	for _, br := range l.branches {
		if br.Below > 0 && br.Locale == l {
			known[br.Address+"all/"] = true
			feeds(br.Address + "all/")
		}
	}
	for kind, set := range DataSets {
		if len(l.ByKind[kind]) == 0 {
			continue
		}
		known[l.Prefix+"data/"] = true
		for _, ext := range []string{"json", "csv", "jsonld", "schema.json"} {
			known[l.Prefix+"data/"+set+"."+ext] = true
		}
	}
}

// yearAddresses adds the years and months of a language's calendar.
func (l *Locale) yearAddresses(known map[string]bool) {
	for _, y := range l.Almanac().Years {
		year := l.Prefix + "agenda/" + strconv.Itoa(y) + "/"
		known[year] = true
		for month := 1; month <= 12; month++ {
			known[year+fmt.Sprintf("%02d/", month)] = true
		}
	}
}

// aliases checks the old addresses that entries name: each must be a path of
// this site, and nobody else's. Case does not tell two of them apart, for on
// some servers it does not.
func (b *builder) aliases() {
	var owner map[string]string
	for _, e := range b.Entries {
		for i, a := range e.Data.Base().Aliases {
			if near, ok := checkAlias(a); !ok {
				b.say(e.Document, e.Pos.Of("aliases", i), diag.BadAlias, near, a)
				continue
			}
			if owner == nil {
				owner = b.owners() // few sites have aliases at all
			}
			folded := foldAddress(a)
			if first := takenBy(owner, folded); first != "" {
				b.say(e.Document, e.Pos.Of("aliases", i), diag.AliasTaken, "", a, first)
				continue
			}
			owner[folded] = e.File()
		}
	}
}

// taken tells of entries that lie where a page made from another one goes.
func (b *builder) taken() {
	for _, e := range b.Entries {
		folder, name := path.Dir(e.Key), path.Base(e.Key)
		within := e.Within()
		switch {
		case e.Kind == content.Scientists && (strings.HasPrefix(within, "by/") || within == "anniversaries"):
		case e.Kind == content.Organizations && name == "all" && b.groups[folder] != nil:
		case e.Kind == content.Routes && name == "guide" && b.groups[folder] != nil:
		default:
			continue
		}
		b.say(e.Document, diag.Pos{}, diag.SameAddress, "", generated, "/"+e.Address)
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

// laterPage gives the list that an address is a further page of, however many
// there are today.
func laterPage(address string) (list string, ok bool) {
	i := strings.LastIndex(address, "/page/")
	if i < 0 {
		return "", false
	}
	n := address[i+len("/page/"):]
	return address[:i], n != "" && strings.Trim(n, "0123456789") == ""
}

// takenBy says whose a folded address is, "" if it is nobody's. Nothing can
// stand below a file either.
func takenBy(owner map[string]string, address string) string {
	if address == "assets" || strings.HasPrefix(address, "assets/") {
		return diag.Both("主题的文件", "the theme's files")
	}
	if first := owner[address]; first != "" {
		return first
	}
	if list, ok := laterPage(address); ok && owner[list] == generated {
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
