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
	kind    content.Kind
	key     string
	rank    int32    // position in the order of keys
	draft   bool     // one of them exists but is not published
	entries []*Entry // one a language
}

// of returns the entry in the language, nil if there is none.
func (g *group) of(lang string) *Entry {
	for _, e := range g.entries {
		if e.Lang == lang {
			return e
		}
	}
	return nil
}

// in returns the entry in the language, else in the main one, else any.
func (g *group) in(lang, main string) *Entry {
	if e := g.of(lang); e != nil {
		return e
	}
	if e := g.of(main); e != nil {
		return e
	}
	for _, l := range Languages {
		if e := g.of(l); e != nil {
			return e
		}
	}
	return nil
}

// enter makes an entry of each document that is to be published.
func (b *builder) enter() {
	b.groups = make(map[string]*group, len(b.in.Docs))
	b.Entries = make([]*Entry, 0, len(b.in.Docs))
	for i := range b.in.Docs {
		d := &b.in.Docs[i]
		base := d.Data.Base()
		if d.Lang != "" && base.Language != "" && base.Language != d.Lang {
			b.say(d, d.Pos.Of("language"), diag.LanguageConflict, "", base.Language, d.Lang)
		}
		lang := cmp.Or(d.Lang, base.Language, b.Settings.Language)
		g := b.groups[d.Key]
		if g == nil {
			g = &group{kind: d.Kind, key: d.Key}
			b.groups[d.Key] = g
			b.sorted = append(b.sorted, g)
		}
		if !b.published(d.Data) {
			g.draft = true
			continue
		}
		e := &Entry{Document: d, Lang: lang, Locale: b.locale(lang), group: g}
		e.Address = e.Locale.Prefix + d.Key + "/"
		if first := g.of(lang); first != nil {
			if first.Doc.Lang != d.Doc.Lang { // else source has said so
				b.say(d, diag.Pos{}, diag.SameAddress, "", first.File(), "/"+e.Address)
			}
			continue
		}
		g.entries = append(g.entries, e)
		b.Entries = append(b.Entries, e)
	}
	slices.SortFunc(b.sorted, func(x, y *group) int { return strings.Compare(x.key, y.key) })
	for i, g := range b.sorted {
		g.rank = int32(i)
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
	l := &Locale{
		Lang: lang, ByKind: map[content.Kind][]*Entry{}, Terms: map[Taxonomy][]*Term{},
		byTerms: map[termKey]*Term{}, byWord: map[Taxonomy]map[content.Term]*Term{},
	}
	for _, tax := range Taxonomies {
		l.byWord[tax] = map[content.Term]*Term{}
	}
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
		all := e.group.entries
		if e.Doc.Lang != "" && len(all) == 1 && !e.group.draft && e.Lang != b.Settings.Language {
			b.say(e.Document, diag.Pos{}, diag.OrphanTranslation, "", originalOf(e), e.Doc.Lang)
			continue
		}
		if len(all) < 2 {
			continue
		}
		e.Others = make(map[string]*Entry, len(all)-1)
		for _, o := range all {
			if o != e {
				e.Others[o.Lang] = o
			}
		}
	}
}

func originalOf(e *Entry) string {
	return strings.TrimSuffix(e.File(), "."+e.Doc.Lang+".md") + ".md"
}

// order makes the lists of each locale and links neighbours. The entries are
// sorted once: every list takes them in that order.
func (b *builder) order() {
	list := make([]dated, len(b.Entries))
	for i, e := range b.Entries {
		e.index = int32(i)
		list[i] = dated{When(e).Unix(), e.group.rank, e.index}
	}
	slices.SortFunc(list, newest)
	for _, x := range list {
		e := b.Entries[x.entry]
		of := e.Locale.ByKind[e.Kind]
		if len(of) > 0 && e.Kind != content.Pages {
			e.Next = of[len(of)-1]
			e.Next.Prev = e
		}
		e.Locale.ByKind[e.Kind] = append(of, e)
		for _, t := range e.Topics {
			t.Entries = append(t.Entries, e)
		}
		for _, r := range e.Out {
			if r.Entry != e {
				r.Entry.In = append(r.Entry.In, Edge{r.Field, e})
			}
		}
	}
	for _, l := range b.Locales {
		l.Events = slices.Clone(l.ByKind[content.Events])
		slices.SortFunc(l.Events, func(x, y *Entry) int {
			return cmp.Or(When(x).Compare(When(y)), cmp.Compare(x.group.rank, y.group.rank))
		})
	}
}

// A dated entry is when it is, with what settles a tie: in seconds, for
// front matter knows nothing finer.
type dated struct {
	unix  int64
	rank  int32 // of its key
	entry int32 // index in Entries
}

// newest orders by date, the latest first, then by key.
func newest(x, y dated) int {
	return cmp.Or(cmp.Compare(y.unix, x.unix), cmp.Compare(x.rank, y.rank), cmp.Compare(x.entry, y.entry))
}
