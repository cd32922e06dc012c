package atlas

import (
	"strconv"
	"strings"

	"kepu/internal/svg"
)

// A mark is a sign on the sheet: of one site, or of several that stand too
// close to be told apart.
type mark struct {
	sites []Site // in the order of the map
	at    vec
	text  string
	half  vec // half of its width and of its height

	radius float64 // of the sign of one site
	inset  *inset  // where several sites have signs of their own; nil where they have not
}

func (k *mark) box() box {
	return box{k.at.x - k.half.x, k.at.y - k.half.y, k.at.x + k.half.x, k.at.y + k.half.y}
}

// apart is how far two sites must be from each other to have signs of their own.
const apart = 18

// gather puts sites into marks, in the order of their first sites. A site joins
// the first group that began near it; then groups whose signs would overlap
// become one.
func (d *drawing) gather() []*mark {
	type cell struct{ x, y int }
	type group struct {
		first vec
		sum   vec
		sites []Site
	}
	var groups []*group
	grid := map[cell][]*group{}
	for _, s := range d.Sites {
		if !s.At.Valid() {
			continue
		}
		at := d.frame.at(s.At)
		here := cell{int(at.x / apart), int(at.y / apart)}
		var home *group
		for _, c := range [...]cell{{0, 0}, {-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}} {
			for _, g := range grid[cell{here.x + c.x, here.y + c.y}] {
				if dx, dy := g.first.x-at.x, g.first.y-at.y; home == nil && dx*dx+dy*dy < apart*apart {
					home = g
				}
			}
		}
		if home == nil {
			home = &group{first: at}
			groups, grid[here] = append(groups, home), append(grid[here], home)
		}
		home.sum.x, home.sum.y = home.sum.x+at.x, home.sum.y+at.y
		home.sites = append(home.sites, s)
	}
	marks := make([]*mark, len(groups))
	for i, g := range groups {
		n := float64(len(g.sites))
		marks[i] = d.mark(g.sites, vec{g.sum.x / n, g.sum.y / n})
	}
	return d.join(marks)
}

// join makes one mark of two that overlap until none do. There are few: each
// has taken the room of a sign.
func (d *drawing) join(marks []*mark) []*mark {
	for i := 0; i < len(marks); i++ {
		for j := 0; j < len(marks); j++ {
			x, y := marks[i], marks[j]
			if i == j || !x.box().meets(y.box()) {
				continue
			}
			n, o := float64(len(x.sites)), float64(len(y.sites))
			at := vec{(x.at.x*n + y.at.x*o) / (n + o), (x.at.y*n + y.at.y*o) / (n + o)}
			first, second := min(i, j), max(i, j)
			marks[first] = d.mark(inOrder(marks[first].sites, marks[second].sites), at)
			marks = append(marks[:second], marks[second+1:]...)
			i = first - 1 // what has grown may meet others, earlier ones too
			break
		}
	}
	return marks
}

// inOrder merges two runs of sites that are in the order of their numbers.
func inOrder(x, y []Site) []Site {
	list := make([]Site, 0, len(x)+len(y))
	for len(x) > 0 && len(y) > 0 {
		if x[0].N <= y[0].N {
			list, x = append(list, x[0]), x[1:]
		} else {
			list, y = append(list, y[0]), y[1:]
		}
	}
	return append(append(list, x...), y...)
}

// mark makes the mark of some sites.
func (d *drawing) mark(sites []Site, at vec) *mark {
	k := &mark{sites: sites, at: at}
	if len(sites) == 1 {
		k.text = strconv.Itoa(sites[0].N)
		k.radius = max(8.5, 3+svg.Width(k.text, nameSize)/2)
		k.half = extent(kindOf(sites[0]), k.radius)
	} else {
		k.text = d.numbers(sites)
		k.half = vec{svg.Width(k.text, nameSize)/2 + 6, 9}
		k.at.x = max(k.half.x+1, min(k.at.x, fullWidth-k.half.x-1))
	}
	return k
}

// numbers writes which sites a mark stands for, 1–3,7, or how many where that
// would be long.
func (d *drawing) numbers(sites []Site) string {
	var runs []string
	for i := 0; i < len(sites) && len(runs) < 3; {
		n := 1
		for i+n < len(sites) && sites[i+n].N == sites[i].N+n {
			n++
		}
		run := strconv.Itoa(sites[i].N)
		switch {
		case n == 2:
			run += "," + strconv.Itoa(sites[i+1].N)
		case n > 2:
			run += "–" + strconv.Itoa(sites[i+n-1].N)
		}
		runs = append(runs, run)
		i += n
	}
	const long = 6 // characters
	if text := strings.Join(runs, ","); len(runs) < 3 && len([]rune(text)) <= long {
		return text
	}
	return d.Words.Several(len(sites))
}

// shown bounds the names that a mark of several sites is called by.
const shown = 12

// name is what a mark is called: its number with its name and its town.
func (d *drawing) name(k *mark) string {
	var names []string
	for _, s := range k.sites[:min(shown, len(k.sites))] {
		n := strconv.Itoa(s.N) + " " + s.Name
		if s.Where != "" && len(k.sites) == 1 {
			n += d.Words.Comma + s.Where
		}
		names = append(names, n)
	}
	text := strings.Join(names, d.Words.Comma)
	if len(k.sites) > shown {
		text += d.Words.Rest(len(k.sites))
	}
	return text
}
