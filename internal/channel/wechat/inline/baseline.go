package inline

import (
	_ "embed"
	"maps"
	"slices"
	"sync"
)

//go:embed agent.css
var agentCSS string

//go:embed host.css
var hostCSS string

// A baseline is what elements with a tag have without a style sheet.
type baseline struct {
	style  style // unknown for what is inherited, but for what browsers set
	sets   set   // what browsers set
	doubts set   // what the page around sets otherwise: always written
}

// builtin is a sheet without rules, with the baselines and their values.
var builtin = sync.OnceValue(func() *Sheet {
	agent := must(parseSheet(agentCSS, initialValues(), nil))
	host := must(parseSheet(hostCSS, agent.pool.clone(), nil))
	agent.baselines = map[string]*baseline{"": newBaseline(agent, host, "")}
	for _, s := range []*Sheet{agent, host} {
		for tag := range s.byTag {
			agent.baselines[tag] = newBaseline(agent, host, tag)
		}
	}
	return agent
})

func must(s *Sheet, err error) *Sheet {
	if err != nil {
		panic(err) // one of the two sheets above is wrong
	}
	return s
}

// initialValues is the pool of all sheets: first the unknown, then the initial
// values.
func initialValues() pool {
	p := pool{data: []datum{{}}, numbers: map[string]value{}}
	for i := range properties {
		p.id(properties[i].initial)
	}
	return p
}

// clone is a pool that can grow without touching the other.
func (p pool) clone() pool { return pool{slices.Clone(p.data), maps.Clone(p.numbers)} }

// newBaseline compares what browsers and the page around do with a tag.
func newBaseline(agent, host *Sheet, tag string) *baseline {
	b := &baseline{}
	for p := inherited; p < count; p++ {
		b.style[p] = agent.numbers[properties[p].initial]
	}
	agent.bare(tag, func(d declaration) {
		b.style[d.property] = d.value
		b.sets.add(d.property)
	})
	there := b.style
	host.bare(tag, func(d declaration) { there[d.property] = d.value })
	for p := range count {
		if b.style[p] != there[p] {
			b.doubts.add(p)
		}
	}
	return b
}

// bare calls f with what a sheet sets for a tag as such.
func (s *Sheet) bare(tag string, f func(declaration)) {
	for _, list := range [][]int{s.anywhere, s.byTag[tag]} {
		for _, i := range list {
			for _, d := range s.rules[i].plain {
				f(d)
			}
		}
	}
}
