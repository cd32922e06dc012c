package formula

import (
	"html"
	"strings"
)

// A lineWriter writes HTML. Neighbours of one face share an element.
type lineWriter struct {
	b    strings.Builder
	face face // of the open element
}

// tags are the elements of a face.
var tags = map[face][2]string{
	usual: {"<em>", "</em>"}, bold: {"<strong>", "</strong>"}, boldItalic: {"<strong><em>", "</em></strong>"},
}

func (w *lineWriter) in(f face) {
	if f != w.face {
		w.b.WriteString(tags[w.face][1] + tags[f][0])
		w.face = f
	}
}

func (w *lineWriter) put(f face, s string) {
	w.in(f)
	w.b.WriteString(html.EscapeString(s))
}

// row writes nodes; false if they are more than a line. depth is of powers and
// indices.
func (w *lineWriter) row(list []*node, depth int) bool {
	if depth == 0 {
		w.face = upright
	}
	was := class(opening) // a sign at the beginning belongs to what follows
	for i, n := range list {
		if n.kind == space || n.kind == style {
			if n.width > 0 {
				w.put(upright, " ")
			}
			continue
		}
		now := n.class
		if now == binary && (was == binary || was == relation || was == opening || was == punctuation || was == operator) {
			now = ordinary
		}
		around := depth == 0 && (now == binary || now == relation)
		if around && i > 0 {
			w.put(upright, " ")
		} else if depth == 0 && i > 0 && isName(n) && was == ordinary {
			w.put(upright, " ")
		}
		if !w.node(n, depth) {
			return false
		}
		if (around || now == punctuation && depth == 0 && n.text != "，") && i < len(list)-1 {
			w.put(upright, " ")
		} else if depth == 0 && i < len(list)-1 && isName(n) && list[i+1].class == ordinary {
			w.put(upright, " ")
		}
		was = now
	}
	if depth == 0 {
		w.in(upright)
	}
	return true
}

// isName tells that a node is a function that is written as a word.
func isName(n *node) bool {
	if n.kind == scripts {
		n = n.kids[0]
	}
	return n.kind == symbol && n.class == operator && !n.large
}

func (w *lineWriter) node(n *node, depth int) bool {
	switch n.kind {
	case row:
		return w.inner(n.kids, depth)
	case symbol:
		if n.scale > 1.2 {
			return false
		}
		w.put(n.face, n.text)
		return true
	case words:
		f := n.face
		if f == usual {
			f = upright
		}
		w.put(f, n.text)
		return true
	case scripts:
		return w.scripts(n, depth)
	case fence:
		w.put(upright, n.left)
		ok := w.inner(n.kids[0].kids, depth)
		w.put(upright, n.right)
		return ok
	case root:
		if k := n.kids[0].only(); n.kids[1] == nil && k.kind == symbol {
			w.put(upright, "√")
			return w.node(k, depth)
		}
	case accent:
		if k := n.kids[0].only(); combining[n.text] != "" && k.kind == symbol && len([]rune(k.text)) == 1 {
			w.put(k.face, k.text+combining[n.text])
			return true
		}
	case arrow:
		if n.kids[0].empty() && n.kids[1].empty() {
			w.put(upright, n.text)
			return true
		}
	}
	return false
}

// inner writes a part of a line.
func (w *lineWriter) inner(list []*node, depth int) bool {
	for _, n := range list {
		if n.kind == space || n.kind == style {
			continue
		}
		around := depth == 0 && n.class == relation || depth == 0 && n.class == binary && n != list[0]
		if around {
			w.put(upright, " ")
		}
		if !w.node(n, depth) {
			return false
		}
		if around || depth == 0 && n.class == punctuation {
			w.put(upright, " ")
		}
	}
	return true
}

// combining are the accents that a letter can have in a line.
var combining = map[string]string{"bar": "\u0304", "hat": "\u0302", "tilde": "\u0303", "dot": "\u0307", "ddot": "\u0308"}

func (w *lineWriter) scripts(n *node, depth int) bool {
	base := n.kids[0]
	if depth > 0 || n.stacked || !w.node(base, depth) {
		return false
	}
	order := []int{1, 2}
	if base.empty() { // of what follows: ¹⁴₆C
		order = []int{2, 1}
	}
	for _, i := range order {
		k, tag := n.kids[i], [...]string{"", "sub", "sup"}[i]
		if k == nil {
			continue
		}
		w.in(upright)
		if one := k.only(); isPrime(one) || one != nil && one.kind == symbol && one.text == "∘" {
			w.put(upright, strings.ReplaceAll(one.text, "∘", "°")) // which are above already
			continue
		}
		w.b.WriteString("<" + tag + ">")
		if !w.inner([]*node{k}, depth+1) {
			return false
		}
		w.in(upright)
		w.b.WriteString("</" + tag + ">")
	}
	return true
}
