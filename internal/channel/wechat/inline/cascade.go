package inline

import (
	"slices"
	"strings"
)

// A style is the value of every property.
type style [count]value

// A node is an element on its way to become HTML.
type node struct {
	*Element
	parent int // index among the nodes; -1 for none
	before int // the element before it under one parent; -1 for none
	last   bool
	base   *baseline
	want   style // what it is to have
	own    set   // what is written on it
	shows  set   // inherited properties whose value can be seen here
}

// A writer is one document on its way to HTML.
type writer struct {
	sheet  *Sheet
	pool           // of the sheet, until a size must be computed
	fresh  bool    // the pool is a copy
	nodes  []node  // parents before their children
	found  []int   // rules that may match
	values []value // of a property, see spread
	costs  []int32 // of each of the values, for each node
	taken  []int   // which of the values each node has
}

// flatten lists the elements below and with e.
func (w *writer) flatten(e *Element, parent, before int) {
	base := w.sheet.baselines[e.Tag]
	if base == nil {
		base = w.sheet.baselines[""]
	}
	i := len(w.nodes)
	w.nodes = append(w.nodes, node{Element: e, parent: parent, before: before, base: base})
	last := -1
	for _, child := range e.Nodes {
		if child.Tag != "" {
			next := len(w.nodes)
			w.flatten(child, i, last)
			last = next
		}
	}
	if last >= 0 {
		w.nodes[last].last = true
	}
}

// cascade finds what a node is to have; that of its parent is known.
func (w *writer) cascade(i int) {
	n, s := &w.nodes[i], w.sheet
	n.want = n.base.style
	if n.parent >= 0 {
		above := &w.nodes[n.parent].want
		for p := range inherited {
			if !n.base.sets.has(p) {
				n.want[p] = above[p]
			}
		}
	}
	w.found = append(w.found[:0], s.anywhere...)
	w.found = append(w.found, s.byTag[n.Tag]...)
	for class := range strings.FieldsSeq(n.Class) {
		w.found = append(w.found, s.byClass[class]...)
	}
	slices.Sort(w.found)
	matching := w.found[:0]
	for _, r := range w.found {
		rule := &s.rules[r]
		if last := len(rule.selector.compounds) - 1; rule.selector.matches(w.nodes, i, last) {
			n.set(rule.plain)
			matching = append(matching, r)
		}
	}
	for _, r := range matching {
		n.set(s.rules[r].important)
	}
	w.compute(n)
}

func (n *node) set(list []declaration) {
	for _, d := range list {
		n.want[d.property] = d.value
	}
}

// compute makes absolute what children inherit.
func (w *writer) compute(n *node) {
	n.want[fontSize] = w.absolute(n, fontSize, n.want[fontSize])
	n.want[fontWeight] = w.absolute(n, fontWeight, n.want[fontWeight])
	for p := fontWeight + 1; p < inherited; p++ {
		if d := w.data[n.want[p]]; relative(d) {
			n.want[p] = w.pixels(d, w.size(&n.want))
		}
	}
}

// absolute is the size or the weight that a value means on a node.
func (w *writer) absolute(n *node, p property, v value) value {
	above := &style{}
	if n.parent >= 0 {
		above = &w.nodes[n.parent].want
	}
	switch d := w.data[v]; {
	case p == fontSize && relative(d):
		return w.pixels(d, w.size(above))
	case p == fontWeight && d.text == "bolder":
		return w.bolder(w.data[above[fontWeight]])
	}
	return v
}

const mostPixels = 1000

// relative reports whether a value goes by the size of a font.
func relative(d datum) bool { return d.unit == "em" || d.unit == "%" }

// size is the font size of a style, in pixels.
func (w *writer) size(s *style) float64 {
	if d := w.data[s[fontSize]]; d.unit == "px" {
		return d.number
	}
	return 16
}

// pixels is a value that goes by a size. It has bounds, so that elements in
// elements in elements do not have ever new ones.
func (w *writer) pixels(d datum, size float64) value {
	f := d.number * size
	if d.unit == "%" {
		f /= 100
	}
	f = min(max(f, -mostPixels), mostPixels)
	if text := decimal(f); text != "0" {
		return w.id(text + "px")
	}
	return w.id("0")
}

// bolder is the weight of strong text (CSS Fonts 4, 2.2.1).
func (w *writer) bolder(above datum) value {
	switch {
	case above.text != "" && above.number < 350:
		return w.id("400")
	case above.number < 550:
		return w.id("700")
	}
	return w.id("900")
}

// id numbers a value that may not be in the sheet, which must not change.
func (w *writer) id(text string) value {
	if v, ok := w.numbers[text]; ok {
		return v
	}
	if !w.fresh {
		w.pool, w.fresh = w.pool.clone(), true
	}
	return w.pool.id(text)
}
