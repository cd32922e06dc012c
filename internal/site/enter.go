package site

import (
	"cmp"
	"slices"
	"strings"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// A group is a document and its translations.
type group struct {
	kind   content.Kind
	key    string
	byLang map[string]*Entry
}

// in returns the entry in the language, else in the main one, else any.
func (g *group) in(lang, main string) *Entry {
	if e := g.byLang[lang]; e != nil {
		return e
	}
	if e := g.byLang[main]; e != nil {
		return e
	}
	for _, l := range Languages {
		if e := g.byLang[l]; e != nil {
			return e
		}
	}
	return nil
}

// enter makes an entry of each document that is to be published.
func (b *builder) enter() {
	b.draft = map[string]bool{}
	for i := range b.in.Docs {
		d := b.in.Docs[i]
		base := d.Data.Base()
		if d.Lang != "" && base.Language != "" && base.Language != d.Lang {
			b.say(&d, d.Pos.Of("language"), diag.LanguageConflict, "", base.Language, d.Lang)
		}
		lang := cmp.Or(d.Lang, base.Language, b.Settings.Language)
		g := b.groups[d.Key]
		if g == nil {
			g = &group{kind: d.Kind, key: d.Key, byLang: map[string]*Entry{}}
			b.groups[d.Key] = g
		}
		if !b.published(d.Data) {
			b.draft[d.Key] = true
			continue
		}
		e := &Entry{Document: d, Lang: lang, Locale: b.locale(lang)}
		e.Address = e.Locale.Prefix + d.Key + "/"
		if first := g.byLang[lang]; first != nil {
			if first.Doc.Lang != d.Doc.Lang { // else source has said so
				b.say(&e.Document, diag.Pos{}, diag.SameAddress, "", first.File(), "/"+e.Address)
			}
			continue
		}
		g.byLang[lang] = e
		b.Entries = append(b.Entries, e)
	}
	slices.SortFunc(b.Entries, func(x, y *Entry) int { return strings.Compare(x.Address, y.Address) })
	b.locale(b.Settings.Language) // exists even if nothing is written in it
	slices.SortFunc(b.Locales, func(x, y *Locale) int { return cmp.Compare(b.rank(x.Lang), b.rank(y.Lang)) })
}

// rank orders languages: the main one, then those of Languages.
func (b *builder) rank(lang string) int {
	if lang == b.Settings.Language {
		return -1
	}
	return slices.Index(Languages, lang)
}

func (b *builder) published(d content.Data) bool {
	if d.PublicationStatus() == "draft" && !b.in.Drafts {
		return false
	}
	end := End(d.Base().Expires)
	return end.IsZero() || b.in.Now.Before(end)
}

func (b *builder) locale(lang string) *Locale {
	for _, l := range b.Locales {
		if l.Lang == lang {
			return l
		}
	}
	l := &Locale{Lang: lang, ByKind: map[content.Kind][]*Entry{}, Terms: map[Taxonomy][]*Term{}, byTerms: map[termKey]*Term{}}
	if lang != b.Settings.Language {
		l.Prefix = strings.ToLower(lang) + "/"
	}
	b.Locales = append(b.Locales, l)
	return l
}

// translations joins the entries of a group. A file marked as a translation by
// its name needs an original, or readers could not switch to it.
func (b *builder) translations() {
	for _, e := range b.Entries {
		g := b.groups[e.Key]
		if e.Doc.Lang != "" && len(g.byLang) == 1 && !b.draft[e.Key] && e.Lang != b.Settings.Language {
			b.say(&e.Document, diag.Pos{}, diag.OrphanTranslation, "", originalOf(e), e.Doc.Lang)
			continue
		}
		if len(g.byLang) < 2 {
			continue
		}
		e.Others = make(map[string]*Entry, len(g.byLang)-1)
		for lang, o := range g.byLang {
			if o != e {
				e.Others[lang] = o
			}
		}
	}
}

func originalOf(e *Entry) string {
	return strings.TrimSuffix(e.File(), "."+e.Doc.Lang+".md") + ".md"
}

// order sorts the lists of each locale and links neighbours.
func (b *builder) order() {
	for _, e := range b.Entries {
		e.Locale.ByKind[e.Kind] = append(e.Locale.ByKind[e.Kind], e)
	}
	for _, l := range b.Locales {
		for kind, list := range l.ByKind {
			slices.SortFunc(list, newest)
			for i, e := range list {
				e.index = i
				if kind == content.Pages {
					continue
				}
				if i > 0 {
					e.Next = list[i-1]
				}
				if i+1 < len(list) {
					e.Prev = list[i+1]
				}
			}
		}
		l.Events = slices.Clone(l.ByKind[content.Events])
		slices.SortFunc(l.Events, func(x, y *Entry) int {
			return cmp.Or(x.Data.(*content.Event).Start.Compare(y.Data.(*content.Event).Start.Time), cmp.Compare(x.Key, y.Key))
		})
		for _, terms := range l.Terms {
			for _, t := range terms {
				slices.SortFunc(t.Entries, newest)
			}
		}
	}
	for _, e := range b.Entries {
		slices.SortStableFunc(e.In, func(x, y Edge) int { return newest(x.Entry, y.Entry) })
	}
}

// newest orders by date, the latest first, then by key.
func newest(x, y *Entry) int {
	return cmp.Or(When(y).Compare(When(x)), cmp.Compare(x.Key, y.Key))
}
