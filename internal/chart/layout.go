package chart

import (
	"cmp"
	"slices"
)

// sweeps is how often rows are put in order, and then in place, by their
// neighbours. More changes next to nothing.
const sweeps = 8

// untangle orders each row by the middle of what its nodes are tied to, in the
// row above and in the row below by turns (Sugiyama's barycentres), and keeps
// the order with the fewest crossings.
func (g *graph) untangle() {
	best, fewest := g.copyRows(), g.crossings()
	for i := 0; i < sweeps && fewest > 0; i++ {
		place := make([]float64, len(g.nodes))
		number := func(row []int) {
			for k, n := range row {
				place[n] = float64(k)
			}
		}
		for _, row := range g.rows {
			number(row)
		}
		g.eachRow(i%2 == 0, func(row []int, ties func(*node) []int) {
			middle := map[int]float64{}
			for _, n := range row {
				middle[n] = mean(ties(g.nodes[n]), place, place[n])
			}
			slices.SortStableFunc(row, func(a, b int) int { return cmp.Compare(middle[a], middle[b]) })
			number(row)
		})
		if c := g.crossings(); c < fewest {
			best, fewest = g.copyRows(), c
		}
	}
	g.rows = best
}

// eachRow goes down through the rows, or up, with the ties to the row before.
func (g *graph) eachRow(down bool, do func(row []int, ties func(*node) []int)) {
	if down {
		for _, row := range g.rows {
			do(row, func(n *node) []int { return n.above })
		}
		return
	}
	for _, row := range slices.Backward(g.rows) {
		do(row, func(n *node) []int { return n.below })
	}
}

func (g *graph) copyRows() [][]int {
	rows := make([][]int, len(g.rows))
	for i, r := range g.rows {
		rows[i] = slices.Clone(r)
	}
	return rows
}

// crossings counts lines that cross between two rows.
func (g *graph) crossings() int {
	at := make([]int, len(g.nodes))
	for _, row := range g.rows {
		for k, n := range row {
			at[n] = k
		}
	}
	count := 0
	for _, row := range g.rows {
		var ends []int // of the lines so far, sorted
		for _, n := range row {
			below := g.nodes[n].below
			for _, to := range below {
				i, _ := slices.BinarySearch(ends, at[to]+1)
				count += len(ends) - i
			}
			for _, to := range below {
				i, _ := slices.BinarySearch(ends, at[to])
				ends = slices.Insert(ends, i, at[to])
			}
		}
	}
	return count
}

func mean(ties []int, place []float64, none float64) float64 {
	if len(ties) == 0 {
		return none
	}
	sum := 0.0
	for _, n := range ties {
		sum += place[n]
	}
	return sum / float64(len(ties))
}

// setOut gives each node its x, as near as possible to the middle of what it is
// tied to, and returns the width of the drawing.
func (g *graph) setOut() float64 {
	w := float64(width)
	for _, row := range g.rows {
		w = max(w, g.rowWidth(row)+2)
	}
	for _, row := range g.rows {
		for _, n := range row {
			g.nodes[n].x = w / 2
		}
	}
	x := make([]float64, len(g.nodes))
	for i := range sweeps {
		for k, n := range g.nodes {
			x[k] = n.x
		}
		g.eachRow(i%2 == 0, func(row []int, ties func(*node) []int) {
			wish := make([]float64, len(row))
			for k, n := range row {
				wish[k] = mean(ties(g.nodes[n]), x, x[n])
			}
			g.align(row, wish, w)
			for _, n := range row {
				x[n] = g.nodes[n].x
			}
		})
	}
	g.centre(w)
	return w
}

// centre moves all so that what is left free is the same at both sides.
func (g *graph) centre(w float64) {
	from, to := w, 0.0
	for _, n := range g.nodes {
		from, to = min(from, n.x-n.width/2), max(to, n.x+n.width/2)
	}
	for _, n := range g.nodes {
		n.x += (w - from - to) / 2
	}
}

func (g *graph) rowWidth(row []int) float64 {
	sum := -float64(boxGap)
	for _, n := range row {
		sum += g.nodes[n].width + boxGap
	}
	return sum
}

// align places a row with the least squares of distances to what is wished for,
// in order, without overlaps and within the drawing. Without the widths of what
// stands before, that asks for a rising sequence near to a given one: neighbours
// that fall are pooled at their mean.
func (g *graph) align(row []int, wish []float64, w float64) {
	type pool struct{ sum, count float64 }
	var pools []pool
	offsets := make([]float64, len(row))
	offset := 0.0
	for k, n := range row {
		half := g.nodes[n].width / 2
		offsets[k] = offset + half
		offset += 2*half + boxGap
		p := pool{wish[k] - offsets[k], 1}
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.sum/last.count <= p.sum/p.count {
				break
			}
			p = pool{last.sum + p.sum, last.count + p.count}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	most := w - 1 - (offset - boxGap)
	k := 0
	for _, p := range pools {
		x := min(max(p.sum/p.count, 1), most)
		for range int(p.count) {
			g.nodes[row[k]].x = x + offsets[k]
			k++
		}
	}
}
