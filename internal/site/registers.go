package site

import (
	"cmp"
	"strconv"
	"strings"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// register is what the settings say of a taxonomy.
type register struct {
	settings []content.TermSetting
	byName   map[string]int
	whole    bool // every item could be read: a name that is not here is wrong
}

// register reads and checks the terms of a taxonomy. Two of them may share
// neither an address nor a word, or it would depend on their order which of
// them an entry belongs to.
func (b *builder) register(tax Taxonomy, list []content.TermSetting) register {
	r := register{list, map[string]int{}, true}
	slugs := map[string]int{}
	for i, t := range list {
		if t.Name == "" {
			r.whole = false
			continue
		}
		at := func(key string) diag.Pos {
			pos := b.in.SettingsPos.Of(string(tax), i, key)
			pos.File = settingsFile
			return pos
		}
		twice := func(key, word string, first int) {
			line := b.in.SettingsPos.Of(string(tax), first).Line
			b.ds = append(b.ds, diag.New(diag.DuplicateTerm, at(key), string(tax), word, list[first].Name, strconv.Itoa(line)))
		}
		told := false
		for _, word := range []struct{ key, text string }{{"name", t.Name}, {"slug", t.Slug}, {"ko", t.Ko}, {"en", t.En}} {
			fold := strings.ToLower(word.text)
			switch first, taken := r.byName[fold]; {
			case fold == "":
				if b.in.SettingsPos.Filled(string(tax), i, word.key) {
					r.whole = false
				}
			case !taken:
				r.byName[fold] = i
			case first != i:
				twice(word.key, word.text, first)
				told = true
			}
		}
		key, slug := "slug", t.Slug
		if slug == "" {
			key, slug = "name", TermSlug(t.Name)
		}
		if near, ok := checkSlug(slug); !ok {
			d := diag.New(diag.BadTermSlug, at(key), cmp.Or(t.Slug, t.Name))
			d.Suggest = near
			b.ds = append(b.ds, d)
		} else if first, taken := slugs[slug]; !taken {
			slugs[slug] = i
		} else if !told {
			twice(key, cmp.Or(t.Slug, t.Name), first)
		}
	}
	return r
}

// reserved are names that the pages and feeds of a term's list have, or that
// servers look for.
var reserved = map[string]bool{"page": true, "index.html": true, "atom.xml": true, "rss.xml": true, "feed.json": true}

// maxSlug is the longest slug in bytes: file systems end at 255.
const maxSlug = 200

// checkSlug tells whether s can be a term's name in addresses, and if not what
// was probably meant.
func checkSlug(s string) (near string, ok bool) {
	near = TermSlug(s)
	if reserved[near] || len(near) > maxSlug {
		return "", false
	}
	return near, near == s && s != ""
}

// unregistered checks a term that no settings name: the i-th of its taxonomy
// in e. Names that differ but share an address are one term, called as the
// first entry by address spells it; the others are told. It reports whether
// there was nothing to tell.
func (b *builder) unregistered(e *Entry, t *Term, tax Taxonomy, i int, word string) bool {
	switch slug := TermSlug(word); {
	case t == nil || reserved[slug] || len(slug) > maxSlug:
		b.say(e.Document, e.Pos.Of(string(tax), i), diag.BadTermSlug, "", word)
		return false
	case t.word == "":
		t.word, t.file = word, e.File()
	case t.word != word:
		b.say(e.Document, e.Pos.Of(string(tax), i), diag.TermSpelling, t.word, string(tax), word, t.word, t.file)
		return false
	}
	return true
}

func (r register) names() []string {
	names := make([]string, len(r.settings))
	for i, t := range r.settings {
		names[i] = t.Name
	}
	return names
}

// near is the name of the term that v was probably meant to be.
func (r register) near(v string) string {
	if i, ok := r.byName[diag.Nearest(strings.ToLower(v), sortedKeys(r.byName))]; ok {
		return r.settings[i].Name
	}
	return ""
}
