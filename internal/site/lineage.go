package site

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// Version is the entry in a language, itself where there is none.
func (e *Entry) Version(lang string) *Entry {
	if o := e.Others[lang]; o != nil {
		return o
	}
	return e
}

// Referring lists the entries of a kind that refer to e by one of the fields, in
// whatever language either of the two is written: each once, in e's language
// where it has one, in the order of keys.
func (e *Entry) Referring(kind content.Kind, fields ...string) []*Entry {
	var list []*Entry
	add := func(version *Entry) {
		for _, x := range version.In {
			if x.Entry.Kind == kind && slices.Contains(fields, x.Field) {
				list = append(list, x.Entry.Version(e.Lang))
			}
		}
	}
	add(e)
	for _, o := range e.Others {
		add(o)
	}
	slices.SortFunc(list, func(x, y *Entry) int { return cmp.Or(cmp.Compare(x.Key, y.Key), cmp.Compare(x.Lang, y.Lang)) })
	return slices.CompactFunc(list, func(x, y *Entry) bool { return x.Key == y.Key })
}

// Teachers lists the profiles of e's teachers: those that its own file names,
// in that order, then those that its translations name, and those that name e
// as a student.
func (e *Entry) Teachers() []*Entry { return e.kin("teachers", "students") }

// Students lists the profiles of e's students in the same way.
func (e *Entry) Students() []*Entry { return e.kin("students", "teachers") }

func (e *Entry) kin(own, other string) []*Entry {
	var list []*Entry
	known := map[string]bool{} // by key
	all := e.Targets(own)
	for _, lang := range Languages {
		if o := e.Others[lang]; o != nil {
			all = append(all, o.Targets(own)...)
		}
	}
	for _, x := range append(all, e.Referring(content.Scientists, other)...) {
		if x = x.Version(e.Lang); !known[x.Key] {
			known[x.Key] = true
			list = append(list, x)
		}
	}
	return list
}

// lineage checks that nobody is the teacher of a teacher of theirs. It takes
// away, again and again, whoever has no teacher left: what stays is loops and
// what hangs on them.
func (b *builder) lineage() {
	students := map[*group][]*group{}
	teachers := map[*group]int{}
	var people []*group
	for _, e := range b.Entries {
		if e.Kind != content.Scientists {
			continue
		}
		for _, x := range e.Out {
			switch x.Field {
			case "teachers":
				students[x.Entry.group] = append(students[x.Entry.group], e.group)
				teachers[e.group]++
			case "students":
				students[e.group] = append(students[e.group], x.Entry.group)
				teachers[x.Entry.group]++
			default:
				continue
			}
			people = append(people, e.group, x.Entry.group)
		}
	}
	left := map[*group]bool{}
	var free []*group
	people = slices.DeleteFunc(people, func(g *group) bool {
		known := left[g]
		if left[g] = true; !known && teachers[g] == 0 {
			free = append(free, g)
		}
		return known
	})
	for len(free) > 0 {
		g := free[len(free)-1]
		free = free[:len(free)-1]
		delete(left, g)
		for _, s := range students[g] {
			if teachers[s]--; teachers[s] == 0 {
				free = append(free, s)
			}
		}
	}
	if len(left) > 0 {
		b.lineageLoops(people, left, students)
	}
}

// lineageLoops tells one loop of each knot that is left.
func (b *builder) lineageLoops(people []*group, left map[*group]bool, students map[*group][]*group) {
	back := map[*group]*group{} // a teacher of each, among those left
	for _, g := range people {
		for _, s := range students[g] {
			if left[g] && left[s] && back[s] == nil {
				back[s] = g
			}
		}
	}
	walked := map[*group]bool{}
	for _, g := range people {
		var path []*group
		for ; g != nil && left[g] && !walked[g]; g = back[g] {
			walked[g] = true
			path = append(path, g)
		}
		start := slices.Index(path, g)
		if start < 0 {
			continue
		}
		var members []*Entry
		for _, x := range path[start:] {
			members = append(members, x.in(b.Settings.Language, b.Settings.Language))
		}
		for i, e := range members {
			field := "teachers"
			if !e.Pos.Filled(field) {
				field = "students"
			}
			if e.Pos.Filled(field) {
				b.say(e.Document, e.Pos.Of(field), diag.LineageLoop, "", loopText(slices.Concat(members[i:], members[:i+1])))
			}
		}
	}
}
