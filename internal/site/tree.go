package site

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// A Branch is an organization with all that is below it.
type Branch struct {
	*Entry
	Parent   *Branch   // nil at the top
	Children []*Branch // by kind, then city, then key
	Below    int       // how many organizations are below it, at any depth
}

// Tree is the organizations of a language, each under its parent: the tops, in
// the order of siblings. Where one has no text in the language it stands there in
// another.
func (l *Locale) Tree() []*Branch { return l.tops }

// Branch is an organization's place in the tree, nil for what is no organization.
func (l *Locale) Branch(e *Entry) *Branch { return l.branches[e.Key] }

// tree puts the organizations of each language under their parents, and checks
// that each has one where it needs one.
func (b *builder) tree() {
	parents, said := b.parents()
	b.parentLoops(parents, said)
	b.orphans(parents)
	for _, l := range b.Locales {
		if len(l.ByKind[content.Organizations]) > 0 {
			b.plant(l, parents)
		}
	}
}

// parents gives the parent of each organization that has one, and the entry that
// says so. A translation need not say it again, and must not say otherwise.
func (b *builder) parents() (parents map[*group]*group, said map[*group]*Entry) {
	parents, said = map[*group]*group{}, map[*group]*Entry{}
	for _, g := range b.sorted {
		if g.kind != content.Organizations || len(g.entries) == 0 {
			continue
		}
		original := g.in(b.Settings.Language, b.Settings.Language)
		for _, e := range append([]*Entry{original}, g.entries...) {
			p := e.Target("parent")
			switch {
			case p == nil:
			case parents[g] == nil:
				parents[g], said[g] = p.group, e
			case parents[g] != p.group:
				b.say(e.Document, e.Pos.Of("parent"), diag.ParentsDiffer, "", p.Slug, said[g].Target("parent").Slug, said[g].File())
			}
		}
	}
	return parents, said
}

// parentLoops tells of organizations each of which is below itself.
func (b *builder) parentLoops(parents map[*group]*group, said map[*group]*Entry) {
	walked := map[*group]bool{}
	for _, g := range b.sorted {
		var path []*Entry
		for ; g != nil && parents[g] != nil && !walked[g]; g = parents[g] {
			walked[g] = true
			path = append(path, said[g])
		}
		start := slices.IndexFunc(path, func(e *Entry) bool { return e.group == g })
		if start >= 0 {
			b.loop(path[start:], "parent", diag.OrganizationLoop)
		}
	}
}

// orphans tells of organizations that stand in no tree though their kind does.
// The topmost one is that of the site's owner, or else the one
// that most others are below.
func (b *builder) orphans(parents map[*group]*group) {
	top := b.named[wholeKey(content.Organizations, b.Settings.Owner)]
	for seen := map[*group]bool{}; top != nil && parents[top] != nil && !seen[top]; top = parents[top] {
		seen[top] = true
	}
	if top == nil {
		if len(parents) == 0 {
			return // nobody has thought of a tree yet
		}
		top = b.greatest(parents)
	}
	for _, e := range b.Entries {
		o, ok := e.Data.(*content.Organization)
		if !ok || e.group == top || parents[e.group] != nil || e != e.group.in(b.Settings.Language, b.Settings.Language) {
			continue
		}
		switch {
		case o.Parent != "" && b.unpublished(o.Parent):
			b.say(e.Document, e.Pos.Of("parent"), diag.ParentUnpublished, "", string(o.Parent))
		case o.Parent == "" && o.NeedsParent() && !e.Pos.Filled("parent"):
			b.say(e.Document, e.Pos.Of("kind"), diag.Orphan, "", o.Title)
		}
	}
}

// unpublished says that a reference names one organization, which is not
// published: where it names none, references has said so.
func (b *builder) unpublished(ref content.Ref) bool {
	if g := b.groups[wholeKey(content.Organizations, ref)]; g != nil {
		return len(g.entries) == 0
	}
	found := b.tailsOf(content.Organizations)[string(ref)]
	return len(found) == 1 && len(found[0].entries) == 0
}

// greatest is, of those of the association's kinds that have no parent, the one
// that most others are below; of several the first by key.
func (b *builder) greatest(parents map[*group]*group) *group {
	below, tops := map[*group]int{}, map[*group]*group{}
	for g := range parents {
		var path []*group
		for steps := 0; parents[g] != nil && tops[g] == nil && steps <= len(parents); steps++ { // a loop has no top
			path = append(path, g)
			g = parents[g]
		}
		top := cmp.Or(tops[g], g)
		for _, x := range path {
			tops[x] = top
		}
		below[top]++
	}
	var best *group
	for _, g := range b.sorted {
		if g.kind != content.Organizations || len(g.entries) == 0 || parents[g] != nil {
			continue
		}
		if o := g.entries[0].Data.(*content.Organization); o.NeedsParent() && (best == nil || below[g] > below[best]) {
			best = g
		}
	}
	return best
}

// plant makes the tree of a language. Organizations that form a loop are not in
// it: they are an error anyway.
func (b *builder) plant(l *Locale, parents map[*group]*group) {
	l.branches = map[string]*Branch{}
	children := map[*group][]*Branch{}
	of := map[*Branch]*group{}
	for _, g := range b.sorted {
		if g.kind != content.Organizations || len(g.entries) == 0 {
			continue
		}
		br := &Branch{Entry: g.in(l.Lang, b.Settings.Language)}
		l.branches[g.key] = br
		of[br] = g
		children[parents[g]] = append(children[parents[g]], br)
	}
	for _, list := range children {
		sortBranches(list)
	}
	l.tops = children[nil]
	ripe := slices.Clone(l.tops) // parents before children
	for i := 0; i < len(ripe); i++ {
		br := ripe[i]
		br.Children = children[of[br]]
		for _, c := range br.Children {
			c.Parent = br
		}
		ripe = append(ripe, br.Children...)
	}
	for _, br := range slices.Backward(ripe) {
		for _, c := range br.Children {
			br.Below += c.Below + 1
		}
	}
}

// OrganizationKinds is the order in which organizations are listed.
var OrganizationKinds = []string{"association", "society", "university", "institute", "museum", "enterprise", "government", "grassroots"}

func sortBranches(list []*Branch) {
	city := func(br *Branch) int {
		if t := br.Of(Cities); len(t) > 0 {
			return t[0].rank
		}
		return -1
	}
	kind := func(br *Branch) int {
		return slices.Index(OrganizationKinds, br.Data.(*content.Organization).Kind)
	}
	slices.SortFunc(list, func(x, y *Branch) int {
		return cmp.Or(cmp.Compare(kind(x), kind(y)), cmp.Compare(city(x), city(y)), cmp.Compare(x.Key, y.Key))
	})
}
