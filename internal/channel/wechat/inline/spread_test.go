package inline_test

import (
	"math/rand/v2"
	"testing"

	"kepu/internal/channel/wechat/inline"
)

// TestShortest compares what Write makes of small random trees with the shortest
// of all ways to write a colour on some of their elements.
func TestShortest(t *testing.T) {
	const sheet = `.a { color: #abc } .b { color: #123456 } .c { color: rgba(1, 2, 3, .4) } .own { width: 9px }`
	colours := map[string]string{"a": "#abc", "b": "#123456", "c": "rgba(1,2,3,.4)"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		p := puzzle{colours: colours}
		root := p.tree(random, -1, 3)
		got := write(t, sheet, root)
		if best := p.solve(0, make([]string, len(p.parts))); len(got) != best+p.fixed {
			t.Fatalf("%d characters, not %d: %s", len(got), best+p.fixed, got)
		}
	}
}

// A puzzle is a tree as a list, parents first.
type puzzle struct {
	parts   []part
	fixed   int // characters that do not depend on where colours are written
	colours map[string]string
}

type part struct {
	parent int
	class  string // the colour that it is to have
	own    bool   // something else is written on it
	span   bool   // it goes if nothing is written on it
	shows  bool
}

func (p *puzzle) tree(random *rand.Rand, parent, depth int) *inline.Element {
	class := string("abc"[random.IntN(3)])
	i := len(p.parts)
	p.parts = append(p.parts, part{parent: parent, class: class})
	e := &inline.Element{Tag: "section", Class: class}
	if random.IntN(3) == 0 {
		e.Class += " own"
		p.parts[i].own = true
		p.fixed += len(` style="width:9px"`)
	}
	if parent >= 0 && random.IntN(3) == 0 {
		e.Tag = "span"
		p.parts[i].span = true
		p.parts[parent].shows = true
		if p.parts[i].own {
			p.fixed += len("<span></span>")
		}
	} else {
		p.fixed += len("<section></section>")
	}
	if p.parts[i].span || random.IntN(2) == 0 {
		e.Nodes = append(e.Nodes, &inline.Element{Text: "x"})
		p.parts[i].shows = true
		p.fixed++
	}
	for n := random.IntN(3); depth > 0 && n > 0 && len(p.parts) < 7; n-- {
		e.Nodes = append(e.Nodes, p.tree(random, i, depth-1))
	}
	return e
}

// solve gives the fewest characters for the parts from i on; colours are those
// that the parts before have.
func (p *puzzle) solve(i int, colours []string) int {
	if i == len(p.parts) {
		return 0
	}
	const impossible = 1 << 20
	best := impossible
	try := func(colour string, cost int) {
		colours[i] = colour
		if !p.parts[i].shows || colour == p.colours[p.parts[i].class] {
			best = min(best, cost+p.solve(i+1, colours))
		}
	}
	inherited := ""
	if parent := p.parts[i].parent; parent >= 0 {
		inherited = colours[parent]
	}
	try(inherited, 0)
	for _, colour := range p.colours {
		cost := len("color:;") + len(colour)
		if !p.parts[i].own {
			cost = len(` style="color:"`) + len(colour)
			if p.parts[i].span {
				cost += len("<span></span>")
			}
		}
		try(colour, cost)
	}
	return best
}
