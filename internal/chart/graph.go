package chart

import (
	"cmp"
	"slices"
)

// A node is a person in a row of the drawing, or, where the line from a teacher
// leads past a row, the place where it passes. All lines of one teacher pass at
// the same place.
type node struct {
	person int // -1 for a line that passes
	from   int // the person from whom lines lead down
	row    int
	width  float64
	x      float64 // of the middle
	above  []int   // nodes in the row above
	below  []int   // nodes in the row below
}

// A graph is the people in layers: the nodes of the people come first.
type graph struct {
	people   []Kin
	students [][]int // of each person, without loops
	teachers [][]int
	nodes    []*node
	rows     [][]int // nodes from left to right
}

// newGraph takes the ties over that can be drawn.
func newGraph(t Tree) *graph {
	n := len(t.People)
	g := &graph{people: t.People, students: make([][]int, n), teachers: make([][]int, n)}
	known := map[[2]int]bool{}
	all := make([][]int, n)
	for _, tie := range t.Ties {
		a, b := tie[0], tie[1]
		if a < 0 || b < 0 || a >= n || b >= n || a == b || known[tie] {
			continue
		}
		known[tie] = true
		all[a] = append(all[a], b)
	}
	// A tie back to somebody on the way here closes a loop.
	state := make([]byte, n) // 0 not seen, 1 on the way, 2 done
	var walk func(i int)
	walk = func(i int) {
		state[i] = 1
		for _, s := range all[i] {
			if state[s] == 1 {
				continue
			}
			g.students[i] = append(g.students[i], s)
			g.teachers[s] = append(g.teachers[s], i)
			if state[s] == 0 {
				walk(s)
			}
		}
		state[i] = 2
	}
	for i := range n {
		if state[i] == 0 {
			walk(i)
		}
	}
	for i, p := range t.People {
		g.nodes = append(g.nodes, &node{person: i, from: i, width: boxWidth(p)})
	}
	return g
}

// generations gives the people of each generation: everybody stands below all
// of their teachers, and who has no teacher right above the first student.
func (g *graph) generations() [][]int {
	n := len(g.people)
	layer, waits := make([]int, n), make([]int, n)
	var order []int
	for i := range n {
		if waits[i] = len(g.teachers[i]); waits[i] == 0 {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		for _, s := range g.students[order[k]] {
			layer[s] = max(layer[s], layer[order[k]]+1)
			if waits[s]--; waits[s] == 0 {
				order = append(order, s)
			}
		}
	}
	for _, i := range order {
		if len(g.teachers[i]) == 0 && len(g.students[i]) > 0 {
			layer[i] = layer[slices.MinFunc(g.students[i], func(a, b int) int { return cmp.Compare(layer[a], layer[b]) })] - 1
		}
	}
	var list [][]int
	for i := range n {
		for layer[i] >= len(list) {
			list = append(list, nil)
		}
		list[layer[i]] = append(list[layer[i]], i)
	}
	return list
}

// makeRows breaks the generations into rows that are not too wide, and leads
// the lines of teachers through the rows between them and their students.
func (g *graph) makeRows() {
	left := make([]int, len(g.people)) // students that have no row yet
	open := 0                          // teachers with such, each a line to lead on
	for i := range left {
		left[i] = len(g.students[i])
	}
	for _, generation := range g.generations() {
		g.gather(generation)
		for start := 0; start < len(generation); {
			used := float64(open * (lineRoom + boxGap))
			end := start
			for ; end < len(generation); end++ {
				used += g.nodes[generation[end]].width + boxGap
				if end > start && used-boxGap > width-2 {
					break
				}
			}
			// Rows of about the same length look better than a full and a short one.
			if rest := len(generation) - end; rest > 0 && rest < end-start {
				end = start + (end-start+rest+1)/2
			}
			row := slices.Clone(generation[start:end])
			for _, i := range row {
				g.nodes[i].row = len(g.rows)
				for _, t := range g.teachers[i] {
					if left[t]--; left[t] == 0 {
						open--
					}
				}
			}
			for _, i := range row {
				if left[i] > 0 {
					open++
				}
			}
			g.rows = append(g.rows, row)
			start = end
		}
	}
	for i := range g.people {
		g.lead(i)
	}
}

// gather puts a generation in the order in which it is broken into rows: those
// who have students last, so that fewer lines pass other rows, and those of the
// same teachers together.
func (g *graph) gather(generation []int) {
	type key struct{ leads, teacher int }
	keys := map[int]key{}
	for _, i := range generation {
		k := key{min(len(g.students[i]), 1), len(g.people)}
		for _, t := range g.teachers[i] {
			k.teacher = min(k.teacher, t)
		}
		keys[i] = k
	}
	slices.SortStableFunc(generation, func(a, b int) int {
		return cmp.Or(cmp.Compare(keys[a].leads, keys[b].leads), cmp.Compare(keys[a].teacher, keys[b].teacher))
	})
}

// lead draws the line from a teacher down to the row above the last student.
func (g *graph) lead(teacher int) {
	students := slices.Clone(g.students[teacher])
	slices.SortStableFunc(students, func(a, b int) int { return cmp.Compare(g.nodes[a].row, g.nodes[b].row) })
	at := teacher
	tie := func(to int) {
		g.nodes[at].below = append(g.nodes[at].below, to)
		g.nodes[to].above = append(g.nodes[to].above, at)
	}
	for _, s := range students {
		for g.nodes[at].row < g.nodes[s].row-1 {
			pass := &node{person: -1, from: teacher, row: g.nodes[at].row + 1, width: lineRoom}
			g.nodes = append(g.nodes, pass)
			tie(len(g.nodes) - 1)
			at = len(g.nodes) - 1
			// In the middle of its row, from where it reaches both sides.
			row := g.rows[pass.row]
			g.rows[pass.row] = slices.Insert(row, len(row)/2, at)
		}
		tie(s)
	}
}

// own says that a line is a tie of the person whose page it is.
func (g *graph) own(n *node, to int) bool {
	below := g.nodes[to]
	return g.people[n.from].Self || below.person >= 0 && g.people[below.person].Self
}
