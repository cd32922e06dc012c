package site

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"kepu/internal/content"
	"kepu/internal/diag"
)

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// A reference is a slug in front matter, with the path of its field.
type reference struct {
	field string // name of the edge
	path  string // "speakers[0].person"
	kind  content.Kind
	ref   content.Ref
}

// refs adds the references of an entry to a list, in the order of its
// fields.
func refs(list []reference, data content.Data) []reference {
	add := func(field, path string, kind content.Kind, ref content.Ref) {
		if ref != "" {
			list = append(list, reference{field, path, kind, ref})
		}
	}
	many := func(field string, kind content.Kind, refs []content.Ref) {
		for i, r := range refs {
			add(field, at(field, i), kind, r)
		}
	}
	people := func(field, path string, ps []content.Person) {
		for i, p := range ps {
			add(field, at(path, i)+".person", content.Scientists, p.Ref)
		}
	}
	tenures := func(field string, as []content.Affiliation) {
		for i, a := range as {
			add(field, at(field, i)+".organization", content.Organizations, a.Organization)
		}
	}
	bodies := func(field string, list []content.Body) {
		for i, x := range list {
			add(field, at(field, i)+".organization", content.Organizations, x.Ref)
		}
	}
	add("organization", "organization", content.Organizations, data.Base().Organization)
	switch d := data.(type) {
	case *content.Article:
		add("series", "series", content.Series, d.Series)
		many("scientists", content.Scientists, d.People)
		many("events", content.Events, d.Events)
		many("places", content.Places, d.Places)
	case *content.Event:
		add("place", "place", content.Places, d.Place)
		for i, s := range d.Sessions {
			add("place", at("sessions", i)+".place", content.Places, s.Place)
			people("speakers", at("sessions", i)+".speakers", s.Speakers)
		}
		for i, s := range d.Stops {
			add("place", at("stops", i)+".place", content.Places, s.Place)
			add("stop_organization", at("stops", i)+".organization", content.Organizations, s.Organization)
		}
		add("part_of", "part_of", content.Events, d.PartOf)
		bodies("undertakers", d.Undertakers)
		bodies("co_organizers", d.CoOrganizers)
		bodies("supporters", d.Supporters)
		many("recap", content.Articles, d.Recap)
		people("speakers", "speakers", d.Speakers)
		add("series", "series", content.Series, d.Series)
		many("scientists", content.Scientists, d.People)
	case *content.Scientist:
		tenures("affiliations", d.Affiliations)
		tenures("education", d.Education)
		people("teachers", "teachers", d.Teachers)
		people("students", "students", d.Students)
		people("members", "members", d.Members)
		for i, h := range d.Honours {
			add("honours", at("honours", i)+".award", content.Honours, h.Award)
		}
	case *content.Organization:
		add("parent", "parent", content.Organizations, d.Parent)
		if d.Host != nil {
			add("host", "host.organization", content.Organizations, d.Host.Ref)
		}
	case *content.Award:
		bodies("by", d.By)
		for i, x := range d.Editions {
			for j, l := range x.Laureates {
				path := at(at("editions", i)+".laureates", j)
				add("laureates", path+".person", content.Scientists, l.Ref)
				add("institutions", path+".organization", content.Organizations, l.Organization)
			}
		}
	case *content.Route:
		for i, s := range d.Stops {
			add("stops", at("stops", i)+".place", content.Places, s.Place)
		}
	case *content.Issue:
		many("articles", content.Articles, d.Articles)
	}
	return list
}

func at(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

// manyRefs is how many references make an index of them worth its memory: a
// roll has thousands.
const manyRefs = 32

// references resolves slugs to entries. A reference to an entry that exists
// but is not published (a draft, or expired) is no mistake; it leads nowhere.
func (b *builder) references() {
	var list []reference
	for _, e := range b.Entries {
		list = refs(list[:0], e.Data)
		if len(list) > manyRefs {
			e.named = make(map[string]*Entry, len(list))
		}
		for _, r := range list {
			told := len(b.ds)
			g := b.resolve(r, func() diag.Pos { return e.Pos.Of(r.path) }, e.File)
			if e.inheritsField(r.path) {
				b.ds = b.ds[:told]
			}
			if g == nil {
				continue
			}
			if to := g.in(e.Lang, b.Settings.Language); to != nil {
				e.Out = append(e.Out, Edge{r.field, to})
				if e.named != nil {
					e.named[wholeKey(r.kind, r.ref)] = to
				}
			}
		}
	}
	b.setting("owner", content.Organizations, b.Settings.Owner)
	b.setting("home.lead", content.Articles, b.Settings.Home.Lead)
}

// setting resolves a reference of the settings, for Find.
func (b *builder) setting(path string, kind content.Kind, ref content.Ref) {
	if ref == "" {
		return
	}
	file := func() string { return settingsFile }
	b.named[wholeKey(kind, ref)] = b.resolve(reference{path, path, kind, ref}, func() diag.Pos { return b.in.SettingsPos.Of(path) }, file)
}

func wholeKey(kind content.Kind, ref content.Ref) string { return string(kind) + "/" + string(ref) }

// tailsOf gives the groups of a kind by every tail of their keys. Few kinds are
// ever referred to, and of most sites the articles are not.
func (b *builder) tailsOf(kind content.Kind) map[string][]*group {
	if tails, ok := b.tails[kind]; ok {
		return tails
	}
	tails := map[string][]*group{}
	for _, g := range b.sorted {
		if g.kind != kind {
			continue
		}
		for tail, more := g.key, true; ; {
			if _, tail, more = strings.Cut(tail, "/"); !more {
				break
			}
			tails[tail] = append(tails[tail], g)
		}
	}
	b.tails[kind] = tails
	return tails
}

var indexes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[\d+\]`) })

// resolve finds the group that a reference at a place in a file names, nil if
// there is none or more than one.
func (b *builder) resolve(r reference, place func() diag.Pos, file func() string) *group {
	if g := b.groups[wholeKey(r.kind, r.ref)]; g != nil {
		return g // the whole path: nothing more could be written
	}
	found := b.tailsOf(r.kind)[string(r.ref)]
	if len(found) == 1 {
		return found[0]
	}
	pos := place()
	pos.File = file()
	field := indexes().ReplaceAllString(r.path, "") // the line says which item it is
	switch len(found) {
	case 0:
		d := diag.New(diag.DanglingRef, pos, field, string(r.ref), string(r.kind))
		d.Suggest = b.near(string(r.ref), func() []string { return b.slugs(r.kind) })
		b.ds = append(b.ds, d)
	default:
		var paths []string
		for _, g := range found[:min(len(found), 4)] {
			paths = append(paths, strings.TrimPrefix(g.key, string(r.kind)+"/"))
		}
		b.ds = append(b.ds, diag.New(diag.AmbiguousRef, pos, field, string(r.ref), strings.Join(paths, "、")))
	}
	return nil
}

func (b *builder) slugs(kind content.Kind) []string {
	var list []string
	for _, g := range b.sorted {
		if g.kind == kind {
			list = append(list, g.key[strings.LastIndexByte(g.key, '/')+1:])
		}
	}
	slices.Sort(list)
	return list
}

// Find returns the entry that a reference of the settings names, nil if there is
// none or it is not published.
func (s *Site) Find(kind content.Kind, ref content.Ref, lang string) *Entry {
	g := s.named[wholeKey(kind, ref)]
	if g == nil {
		return nil
	}
	return g.in(lang, s.Settings.Language)
}

// loops checks that the events of which others are branch venues are none
// themselves in the end. Each member of a loop is told, since any of them may be
// the wrong one.
func (b *builder) loops() {
	walked := map[*Entry]bool{}
	for _, e := range b.Entries {
		var path []*Entry
		for ; e != nil && e.Kind == content.Events && !walked[e]; e = e.Target("part_of") {
			walked[e] = true
			path = append(path, e)
		}
		if start := slices.Index(path, e); start >= 0 {
			b.loop(path[start:], "part_of", diag.EventLoop)
		}
	}
}

// loop reports entries each of which names the next one, and the last one the
// first.
func (b *builder) loop(members []*Entry, field string, code diag.Code) {
	for i, e := range members {
		b.say(e.Document, e.Pos.Of(field), code, "", loopText(slices.Concat(members[i:], members[:i+1])))
	}
}

// loopText writes a way that ends where it begins.
func loopText(members []*Entry) string {
	var way []string
	for _, m := range members {
		way = append(way, m.Slug)
	}
	if len(way) > 12 {
		way = append(append(way[:6:6], "…"), way[len(way)-5:]...)
	}
	return strings.Join(way, " → ")
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
