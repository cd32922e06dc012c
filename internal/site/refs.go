package site

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
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

// refs gathers the references of an entry, in the order of its fields.
func refs(data content.Data) []reference {
	var list []reference
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
		people("speakers", "speakers", d.Speakers)
		add("series", "series", content.Series, d.Series)
		many("scientists", content.Scientists, d.People)
	case *content.Scientist:
		tenures("affiliations", d.Affiliations)
		tenures("education", d.Education)
		people("teachers", "teachers", d.Teachers)
		people("students", "students", d.Students)
	case *content.Organization:
		add("parent", "parent", content.Organizations, d.Parent)
	}
	return list
}

func at(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

// references resolves slugs to entries. A reference to an entry that exists
// but is not published (a draft, or expired) is no mistake; it leads nowhere.
func (b *builder) references() {
	b.tails = map[string][]*group{}
	for _, key := range sortedKeys(b.groups) {
		g := b.groups[key]
		parts := strings.Split(key, "/")
		for i := 1; i < len(parts); i++ { // every tail of the path: "fast", "2026/fast"
			tail := string(g.kind) + ":" + strings.Join(parts[i:], "/")
			b.tails[tail] = append(b.tails[tail], g)
		}
	}
	for _, e := range b.Entries {
		for _, r := range refs(e.Data) {
			pos := e.Pos.Of(r.path)
			pos.File = e.File()
			g := b.resolve(r, pos)
			if g == nil {
				continue
			}
			to := g.in(e.Lang, b.Settings.Language)
			if to == nil {
				continue
			}
			e.Out = append(e.Out, Edge{r.field, to})
			if to != e {
				to.In = append(to.In, Edge{r.field, e})
			}
		}
	}
	owner, lead := b.in.SettingsPos.Of("owner"), b.in.SettingsPos.Of("home", "lead")
	owner.File, lead.File = settingsFile, settingsFile
	if r := b.Settings.Owner; r != "" {
		b.resolve(reference{"owner", "owner", content.Organizations, r}, owner)
	}
	if r := b.Settings.Home.Lead; r != "" {
		b.resolve(reference{"lead", "home.lead", content.Articles, r}, lead)
	}
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// resolve finds the group that a reference at pos names, nil if there is none
// or more than one.
func (b *builder) resolve(r reference, pos diag.Pos) *group {
	if g := b.groups[string(r.kind)+"/"+string(r.ref)]; g != nil {
		return g // the whole path: nothing more could be written
	}
	field := indexes.ReplaceAllString(r.path, "") // the line says which item it is
	found := b.tails[string(r.kind)+":"+string(r.ref)]
	switch len(found) {
	case 1:
		return found[0]
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
	for key, g := range b.groups {
		if g.kind == kind {
			list = append(list, key[strings.LastIndexByte(key, '/')+1:])
		}
	}
	slices.Sort(list)
	return list
}

// Find returns the entry a reference of the settings names, nil if there is
// none or it is not published.
func (s *Site) Find(kind content.Kind, ref content.Ref, lang string) *Entry {
	if ref == "" {
		return nil
	}
	found := s.groups[string(kind)+"/"+string(ref)]
	for key, g := range s.groups {
		if found == nil && g.kind == kind && strings.HasSuffix(key, "/"+string(ref)) {
			found = g // the only one: New has refused a reference to several
		}
	}
	if found == nil {
		return nil
	}
	return found.in(lang, s.Settings.Language)
}

// organizations checks that following parents ends at a root. Each member of
// a loop is told, since any of them may be the wrong one.
func (b *builder) organizations() {
	walked := map[*Entry]bool{}
	for _, e := range b.Entries {
		var path []*Entry
		for ; e != nil && e.Kind == content.Organizations && !walked[e]; e = e.Target("parent") {
			walked[e] = true
			path = append(path, e)
		}
		if start := slices.Index(path, e); start >= 0 {
			b.loop(path[start:])
		}
	}
}

// loop reports organizations each of which has the next one for its parent,
// and the last one the first.
func (b *builder) loop(members []*Entry) {
	for i, e := range members {
		var way []string
		for _, m := range slices.Concat(members[i:], members[:i+1]) {
			way = append(way, m.Slug)
		}
		if len(way) > 12 {
			way = append(append(way[:6:6], "…"), way[len(way)-5:]...)
		}
		b.say(&e.Document, e.Pos.Of("parent"), diag.OrganizationLoop, "", strings.Join(way, " → "))
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
