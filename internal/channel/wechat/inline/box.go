package inline

import "bytes"

// box writes a property with four sides, of which p is the first: those that
// must be written each for itself, or all at once, whichever is shorter.
func (w *writer) box(b *bytes.Buffer, n *node, name string, p property) {
	need := n.own.sides(p)
	if need == 0 {
		return
	}
	all := len(name) + len(":;")
	each := 0
	words := w.fold(n, p)
	for i, word := range words {
		all += min(i, 1) + len(word)
	}
	for i := range property(4) {
		if need.has(i) {
			each += len(properties[p+i].name) + len(":;") + len(w.text(n, p+i))
		}
	}
	if each < all {
		for i := range property(4) {
			if need.has(i) {
				declare(b, properties[p+i].name, w.text(n, p+i))
			}
		}
		return
	}
	b.WriteString(name)
	for i, word := range words {
		b.WriteByte(": "[min(i, 1)])
		b.WriteString(word)
	}
	b.WriteByte(';')
}

// fold gives the values of four sides without those that go without saying.
func (w *writer) fold(n *node, p property) []string {
	v := n.want[p : p+4]
	k := 4
	switch {
	case v[3] != v[1]:
	case v[2] != v[0]:
		k = 3
	case v[1] != v[0]:
		k = 2
	default:
		k = 1
	}
	words := make([]string, k)
	for i := range words {
		words[i] = w.data[v[i]].text
	}
	return words
}

// border writes those of the four lines that must be written: each for itself,
// or the most frequent for all and then the others.
func (w *writer) border(b *bytes.Buffer, n *node) {
	var lines [4]string
	need := n.own.sides(borderStyle)
	if need == 0 {
		return
	}
	for i := range property(4) {
		lines[i] = w.side(n, i)
	}
	var each, all bytes.Buffer
	common := mostFrequent(lines)
	declare(&all, "border", common)
	for i, line := range lines {
		if need.has(property(i)) {
			declare(&each, borderNames[i], line)
		}
		if line != common {
			declare(&all, borderNames[i], line)
		}
	}
	if each.Len() < all.Len() {
		b.Write(each.Bytes())
	} else {
		b.Write(all.Bytes())
	}
}

var borderNames = [4]string{"border-top", "border-right", "border-bottom", "border-left"}

// drawn reports whether there is a line on a side of a node.
func (w *writer) drawn(n *node, i property) bool {
	line := w.text(n, borderStyle+i)
	return line != "none" && line != "hidden" && w.text(n, borderWidth+i) != "0"
}

// side is the line on a side of a node, "0" if there is none.
func (w *writer) side(n *node, i property) string {
	if !w.drawn(n, i) {
		return "0"
	}
	line := w.text(n, borderStyle+i)
	if width := w.text(n, borderWidth+i); width != properties[borderWidth].initial {
		line = width + " " + line
	}
	if colour := w.text(n, borderColor+i); colour != current {
		line += " " + colour
	}
	return line
}

func mostFrequent(lines [4]string) string {
	best, most := "", 0
	for _, a := range lines {
		n := 0
		for _, b := range lines {
			if a == b {
				n++
			}
		}
		if n > most {
			best, most = a, n
		}
	}
	return best
}
