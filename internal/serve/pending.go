package serve

import (
	"maps"
	"slices"
)

// pending is what may differ from what the last good build has read.
type pending struct {
	all   bool // nobody knows what
	paths map[string]bool
}

func (p *pending) add(paths ...string) {
	if p.paths == nil {
		p.paths = make(map[string]bool, len(paths))
	}
	for _, path := range paths {
		p.paths[path] = true
	}
}

func (p *pending) merge(q pending) {
	p.all = p.all || q.all
	p.add(slices.Collect(maps.Keys(q.paths))...)
}

// none reports whether there is nothing.
func (p *pending) none() bool { return !p.all && len(p.paths) == 0 }

// list is sorted; nil stands for all.
func (p *pending) list() []string {
	if p.all {
		return nil
	}
	list := slices.AppendSeq(make([]string, 0, len(p.paths)), maps.Keys(p.paths))
	slices.Sort(list)
	return list
}
