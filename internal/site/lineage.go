package site

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// Version is the entry in a language, else in the main one, else itself.
func (e *Entry) Version(lang string) *Entry {
	if o := e.Others[lang]; o != nil || e.Lang == lang {
		return cmp.Or(o, e)
	}
	for _, o := range e.Others {
		if o.Locale.Prefix == "" {
			return o
		}
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

// Teachers lists the profiles of a person's teachers: those that its own file
// names, in that order, then those that its translations name, and those that
// name the person as a student. Nobody may change the list.
func (e *Entry) Teachers() []*Entry { return e.teachers }

// Students lists the profiles of a person's students in the same way.
func (e *Entry) Students() []*Entry { return e.students }

// A tie is of two people.
type tie struct{ teacher, student *group }

// lineage brings teachers and students together, whichever file says so, and
// checks that nobody is the teacher of a teacher of theirs.
func (b *builder) lineage() {
	var people []*group
	up, down := map[*group][]*group{}, map[*group][]*group{}
	known := [2]map[tie]bool{{}, {}} // what stands in up, and in down
	teach := func(t tie) {
		if !known[0][t] {
			known[0][t] = true
			up[t.student] = append(up[t.student], t.teacher)
		}
	}
	learn := func(t tie) {
		if !known[1][t] {
			known[1][t] = true
			down[t.teacher] = append(down[t.teacher], t.student)
		}
	}
	for _, g := range b.sorted {
		if g.kind != content.Scientists || len(g.entries) == 0 {
			continue
		}
		people = append(people, g)
		for _, e := range b.versions(g) {
			for _, x := range e.Out {
				switch x.Field {
				case "teachers":
					teach(tie{x.Entry.group, g})
				case "students":
					learn(tie{g, x.Entry.group})
				}
			}
		}
	}
	own := [2][]int{}
	for _, g := range people {
		own[0], own[1] = append(own[0], len(up[g])), append(own[1], len(down[g]))
	}
	for i, g := range people {
		for _, t := range up[g][:own[0][i]] {
			learn(tie{t, g})
		}
		for _, s := range down[g][:own[1][i]] {
			teach(tie{g, s})
		}
	}
	for _, g := range people {
		for _, e := range g.entries {
			e.teachers, e.students = b.inLanguage(up[g], e.Lang), b.inLanguage(down[g], e.Lang)
		}
	}
	b.lineageLoops(people, up, down)
}

// versions are the entries of a group, the one in the main language first.
func (b *builder) versions(g *group) []*Entry {
	first := g.in(b.Settings.Language, b.Settings.Language)
	list := []*Entry{first}
	for _, e := range g.entries {
		if e != first {
			list = append(list, e)
		}
	}
	return list
}

func (b *builder) inLanguage(groups []*group, lang string) []*Entry {
	var list []*Entry
	for _, g := range groups {
		list = append(list, g.in(lang, b.Settings.Language))
	}
	return list
}

// lineageLoops takes away, again and again, whoever has no teacher left: what
// stays is loops and what hangs on them. It tells one loop of each knot.
func (b *builder) lineageLoops(people []*group, up, down map[*group][]*group) {
	left := map[*group]int{} // how many teachers each still has
	var free []*group
	for _, g := range people {
		if left[g] = len(up[g]); left[g] == 0 {
			free = append(free, g)
		}
	}
	for len(free) > 0 {
		g := free[len(free)-1]
		free = free[:len(free)-1]
		delete(left, g)
		for _, s := range down[g] {
			if left[s]--; left[s] == 0 {
				free = append(free, s)
			}
		}
	}
	if len(left) == 0 {
		return
	}
	walked := map[*group]bool{}
	for _, g := range people {
		var path []*group
		for ; g != nil && left[g] > 0 && !walked[g]; g = b.stillLeft(up[g], left) {
			walked[g] = true
			path = append(path, g)
		}
		if start := slices.Index(path, g); start >= 0 {
			b.lineageLoop(path[start:])
		}
	}
}

// stillLeft is the first of some people who is among those left.
func (b *builder) stillLeft(list []*group, left map[*group]int) *group {
	for _, g := range list {
		if left[g] > 0 {
			return g
		}
	}
	return nil
}

// lineageLoop tells a loop at each file that says a part of it.
func (b *builder) lineageLoop(members []*group) {
	var names []*Entry
	for _, g := range members {
		names = append(names, g.in(b.Settings.Language, b.Settings.Language))
	}
	for i, g := range members {
		for _, e := range b.versions(g) {
			field := "teachers"
			if !e.Pos.Filled(field) {
				field = "students"
			}
			if e.Pos.Filled(field) {
				b.say(e.Document, e.Pos.Of(field), diag.LineageLoop, "", loopText(slices.Concat(names[i:], names[:i+1])))
				break
			}
		}
	}
}
