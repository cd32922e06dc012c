package inline

import (
	"math"
	"slices"
)

// never is a cost that nothing is worth.
const never = math.MaxInt32 / 4

// spread chooses where an inherited property is written. Every node whose value
// shows gets it, as its own or from above; the others may have any. Of all the
// ways to do that it takes one with the fewest characters: costs are summed
// from the leaves up for each value that a node could have, and from the root
// down each node takes the cheapest (Sankoff 1975, of trees of descent).
func (w *writer) spread(p property) {
	values := w.candidates(p)
	if len(values) == 0 {
		return
	}
	k := len(values)
	w.costs = grow(w.costs, len(w.nodes)*k)
	clear(w.costs)
	for i := len(w.nodes) - 1; i > 0; i-- {
		n := &w.nodes[i]
		below, above := w.costs[i*k:(i+1)*k], w.costs[n.parent*k:(n.parent+1)*k]
		w.settle(n, p, values, below)
		_, written := w.cheapest(n, p, values, below)
		for v := range values {
			cost := min(below[w.given(n, p, values, v)], written)
			above[v] = min(above[v]+cost, never)
		}
	}
	w.settle(&w.nodes[0], p, values, w.costs[:k])
	w.descend(p, values)
}

// candidates are the values of a property that show somewhere; the first is the
// unknown one. There are none if nothing shows but that.
func (w *writer) candidates(p property) []value {
	w.values = append(w.values[:0], unknown)
	for i := range w.nodes {
		n := &w.nodes[i]
		if v := n.want[p]; n.shows.has(p) && !slices.Contains(w.values, v) {
			w.values = append(w.values, v)
		}
	}
	if len(w.values) == 1 {
		return nil
	}
	return w.values
}

// settle forbids a node whose value shows all other values.
func (w *writer) settle(n *node, p property, values []value, costs []int32) {
	if !n.shows.has(p) {
		return
	}
	for v := range values {
		if values[v] != n.want[p] {
			costs[v] = never
		}
	}
}

// cheapest is the value that it costs least to write on a node, and what that
// costs with all that is below.
func (w *writer) cheapest(n *node, p property, values []value, costs []int32) (best int, cost int32) {
	cost = never
	for v := 1; v < len(values); v++ {
		if c := costs[v] + w.price(n, p, values[v]); c < cost {
			best, cost = v, c
		}
	}
	return best, cost
}

// given is the index of the value that a node has if nothing is written on it
// and its parent has the value v: what its tag brings comes before v. A value in
// doubt, and one that shows nowhere, is as good as unknown.
func (w *writer) given(n *node, p property, values []value, v int) int {
	if n.base.doubts.has(p) {
		return 0
	}
	if n.base.sets.has(p) {
		return max(0, slices.Index(values, w.absolute(n, p, n.base.style[p])))
	}
	return v
}

// price is how many characters it takes to write a value on a node.
func (w *writer) price(n *node, p property, v value) int32 {
	cost := len(properties[p].name) + len(":;") + len(w.data[v].text)
	if n.own == 0 {
		cost += len(` style=""`)
	}
	return int32(cost)
}

// descend writes the property where that was found to be cheapest.
func (w *writer) descend(p property, values []value) {
	k := len(values)
	w.taken = grow(w.taken, len(w.nodes))
	for i := range w.nodes {
		n := &w.nodes[i]
		costs := w.costs[i*k : (i+1)*k]
		v := 0
		if i > 0 {
			v = w.taken[n.parent]
		}
		v = w.given(n, p, values, v)
		if best, written := w.cheapest(n, p, values, costs); written < costs[v] {
			v = best
			n.own.add(p)
			n.want[p] = values[best]
		}
		w.taken[i] = v
	}
}

// grow is a slice of n elements, the old one if that is long enough.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
