package site

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/picture"
	"kepu/internal/source"
)

const settingsFile = source.Folder + "/" + source.SettingsFile

// A Target is where a link or an image of a text leads.
type Target struct {
	URL      string        // absolute, or from the site's root without a slash; "" leads nowhere
	External bool          // URL is absolute
	Fragment string        // with the "#", as written
	Picture  *picture.Info // of an image whose size is known, else nil
}

// PicturePath is the path within the content folder of an image that an entry
// in dir names, "" if the address is not one of the site's own files.
func PicturePath(dir, dest string) string {
	p := dest
	if !isPath(dest) {
		u, err := url.Parse(dest)
		if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
			return ""
		}
		p = u.Path
	}
	p = norm.NFC.String(p)
	if strings.HasPrefix(p, "/") {
		p = path.Clean("." + p)
	} else {
		p = path.Join(dir, p)
	}
	if p == ".." || strings.HasPrefix(p, "../") {
		return ""
	}
	return p
}

// isPath tells, of most addresses, that they are paths and nothing else, which
// takes no parsing.
func isPath(dest string) bool {
	return dest != "" && !strings.HasPrefix(dest, "//") && isPlain(dest)
}

// isWeb tells the same of web addresses.
func isWeb(dest string) bool {
	rest, ok := strings.CutPrefix(dest, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(dest, "http://")
	}
	return ok && isPlain(rest)
}

// isPlain knows the characters that stand for themselves wherever they stand.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '/', c == '_', c == '~':
		default:
			return false
		}
	}
	return true
}

// links finds where the links and images of every text lead.
func (b *builder) links() {
	for _, e := range b.Entries {
		b.covers(e)
		if len(e.Text.Refs) == 0 {
			continue
		}
		e.Links = make([]Target, len(e.Text.Refs))
		for i, r := range e.Text.Refs {
			if r.Kind == markdown.Image {
				e.Links[i] = b.image(e, r.Dest, diag.Pos{Line: r.Line, Col: r.Col})
			} else {
				e.Links[i] = b.link(e, r)
			}
		}
	}
	b.Used = sortedKeys(b.used)
}

// doc is the document at a path, nil if there is none. Texts that refer to no
// other need no table of them.
func (b *builder) doc(p string) *Document {
	if b.paths == nil {
		b.paths = make(map[string]*Document, len(b.in.Docs))
		for i := range b.in.Docs {
			b.paths[b.in.Docs[i].Path] = &b.in.Docs[i]
		}
	}
	return b.paths[p]
}

// isAddress tells whether a is an address of this site, from the root without
// a slash.
func (b *builder) isAddress(a string) bool {
	if b.known == nil {
		b.known = b.addresses()
		for _, e := range b.Entries {
			for _, a := range e.Data.Base().Aliases {
				b.known[strings.TrimPrefix(a, "/")] = true
			}
		}
	}
	return b.known[a]
}

// isStatic tells whether a file is published as it is at p.
func (b *builder) isStatic(p string) bool {
	if b.static == nil {
		b.static = make(map[string]bool, len(b.in.Static))
		for _, name := range b.in.Static {
			b.static[strings.TrimPrefix(name, "static/")] = true
		}
	}
	return b.static[p]
}

// covers checks the images that front matter names.
func (b *builder) covers(e *Entry) {
	if c := e.Data.Base().Cover; c != nil && c.Src != "" {
		b.image(e, c.Src, e.Pos.Of("cover.src"))
	}
	if p, ok := e.Data.(*content.Scientist); ok && p.Portrait != nil && p.Portrait.Src != "" {
		b.image(e, p.Portrait.Src, e.Pos.Of("portrait.src"))
	}
}

// image finds the file of an image, which must be the site's own: a page loads
// nothing from elsewhere.
func (b *builder) image(e *Entry, dest string, pos diag.Pos) Target {
	if u, err := url.Parse(dest); err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Host != "") {
		b.say(e.Document, pos, diag.ForeignImage, "", dest)
		return Target{}
	}
	p := PicturePath(e.Dir, dest)
	if pic, ok := b.in.Pictures[p]; ok && p != "" {
		b.used[p] = true
		return Target{URL: p, Picture: &pic.Info}
	}
	if b.in.Files[p] {
		return Target{} // there, but broken: whoever looked at it has said so
	}
	if p != "" && b.isStatic(p) {
		return Target{URL: p}
	}
	b.say(e.Document, pos, diag.MissingImage, b.near(dest, func() []string { return b.beside(e, dest) }), dest)
	return Target{}
}

func (b *builder) link(e *Entry, r markdown.Ref) Target {
	pos := diag.Pos{Line: r.Line, Col: r.Col}
	dest, frag, _ := strings.Cut(r.Dest, "#")
	if frag != "" {
		frag = "#" + frag
	}
	if dest == "" {
		b.anchor(e, e.Document, frag, pos)
		return Target{Fragment: frag}
	}
	if isWeb(dest) {
		return Target{URL: r.Dest, External: true}
	}
	u := &url.URL{Path: dest}
	if !isPath(dest) {
		var err error
		if u, err = url.Parse(dest); err != nil {
			b.say(e.Document, pos, diag.BrokenLink, "", r.Dest)
			return Target{}
		}
		if u.Scheme != "" || u.Host != "" {
			return Target{URL: r.Dest, External: true}
		}
	}
	p := PicturePath(e.Dir, dest)
	if doc := b.doc(p); doc != nil {
		b.anchor(e, doc, frag, pos)
		g := b.groups[doc.Key]
		to := g.of(cmpLang(doc, b.Settings.Language))
		if same := g.in(e.Lang, b.Settings.Language); same != nil && doc.Lang == "" {
			to = same
		}
		if to == nil {
			return Target{} // a draft, or expired: the text stays, the link goes
		}
		return Target{URL: to.Address, Fragment: frag}
	}
	if b.in.Files[p] && p != "" {
		if active[strings.ToLower(path.Ext(p))] && !b.Settings.Markdown.TrustedHTML {
			b.say(e.Document, pos, diag.UnsafeLink, "", r.Dest)
			return Target{}
		}
		b.used[p] = true
		return Target{URL: p, Fragment: frag}
	}
	if strings.HasPrefix(u.Path, "/") {
		if a := strings.TrimPrefix(u.Path, "/"); b.isAddress(a) || b.isAddress(a+"/") {
			if u.RawQuery != "" {
				a += "?" + u.RawQuery
			}
			return Target{URL: a, Fragment: frag}
		}
	} else if g := b.groups[p]; g != nil {
		// “../radio-telescope/”: an address instead of a file.
		if to := g.in(e.Lang, b.Settings.Language); to != nil {
			return Target{URL: to.Address, Fragment: frag}
		}
		return Target{}
	}
	near := b.nearFile(e, p)
	if near == "" && host().MatchString(dest) {
		near = "https://" + r.Dest
	}
	b.say(e.Document, pos, diag.BrokenLink, near, r.Dest)
	return Target{}
}

// active are the files that run scripts when they are opened: beside an entry
// they would do so as a part of this site.
var active = map[string]bool{
	".html": true, ".htm": true, ".xhtml": true, ".xht": true, ".mht": true, ".mhtml": true, ".xml": true, ".xsl": true, ".svgz": true, ".js": true, ".mjs": true,
}

// host recognises an address whose author left out the https://.
var host = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(www\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.(cn|com|net|org|edu|gov|io|kr)(/.*)?$`)
})

func cmpLang(d *Document, main string) string {
	if d.Lang != "" {
		return d.Lang
	}
	if l := d.Data.Base().Language; l != "" {
		return l
	}
	return main
}

// anchor checks that a heading exists where a fragment points.
func (b *builder) anchor(e *Entry, doc *Document, frag string, pos diag.Pos) {
	if len(frag) < 2 || frag == "#top" {
		return
	}
	id, err := url.PathUnescape(frag[1:])
	if err != nil {
		id = frag[1:]
	}
	if _, ok := slices.BinarySearch(doc.Text.IDs, id); ok {
		return
	}
	var ids []string
	for _, h := range doc.Text.Headings {
		ids = append(ids, h.ID)
	}
	list := diag.Both("一个也没有", "none")
	if len(ids) > 0 {
		list = strings.Join(ids[:min(len(ids), 12)], "、")
	}
	b.say(e.Document, pos, diag.BrokenAnchor, b.near(id, func() []string { return ids }), doc.Path, id, list)
}
