package inline

import (
	"bytes"
	"strings"
)

// Write writes the tree below and with root as HTML. Elements look as the sheet
// has it; classes are left out, and so is a span that would say nothing.
//
// What the sheet leaves open is inherited from where the HTML will stand.
func (s *Sheet) Write(b *bytes.Buffer, root *Element) {
	w := writer{sheet: s, pool: s.pool, nodes: make([]node, 0, 128)}
	w.flatten(root, -1, -1)
	for i := range w.nodes {
		w.cascade(i)
		w.look(&w.nodes[i])
	}
	for p := range inherited {
		w.spread(p)
	}
	w.element(b, 0)
}

// look finds what must be written on a node for itself, and which of the
// inherited properties show there.
func (w *writer) look(n *node) {
	for p := inherited; p < count; p++ {
		if w.differs(n, p) && (p < borderWidth || p >= borderRadius) {
			n.own.add(p)
		}
		if w.data[n.want[p]].unit == "em" {
			n.shows.add(fontSize)
		}
	}
	for i := range property(4) {
		line, colour := borderStyle+i, borderColor+i
		drawn := w.drawn(n, i)
		if w.differs(n, line) || drawn && (w.differs(n, borderWidth+i) || w.differs(n, colour)) {
			n.own.add(line)
		}
		if drawn && w.text(n, colour) == current {
			n.shows.add(color)
		}
	}
	switch w.data[n.want[display]].text {
	case "table":
		n.shows.add(borderCollapse)
		n.shows.add(borderSpacing)
	case "list-item":
		n.shows |= lineOfText
		n.shows.add(listStyle)
	case "inline", "inline-block":
		if n.parent >= 0 {
			w.nodes[n.parent].shows |= lineOfText
		}
	}
	for _, child := range n.Nodes {
		if child.Tag == "" && strings.TrimSpace(child.Text) != "" {
			n.shows |= lineOfText
		}
	}
}

// differs reports whether a property that is not inherited must be written.
func (w *writer) differs(n *node, p property) bool {
	return n.want[p] != n.base.style[p] || n.base.doubts.has(p)
}

// lineOfText is what shows of an element that holds text, or what stands in one
// line with text.
const lineOfText = 1<<inherited - 1 - 1<<listStyle - 1<<borderCollapse - 1<<borderSpacing

// bare reports whether the element is written for its style alone.
func (n *node) bare() bool { return n.Tag == "span" && len(n.Attrs) == 0 }

// element writes the node with index i and gives the index after all below it.
func (w *writer) element(b *bytes.Buffer, i int) int {
	n := &w.nodes[i]
	i++
	tag := n.Tag
	if n.bare() && n.own == 0 {
		tag = ""
	}
	if tag != "" {
		b.WriteByte('<')
		b.WriteString(tag)
		for _, a := range n.Attrs {
			b.WriteByte(' ')
			b.WriteString(a.Name)
			b.WriteString(`="`)
			inAttribute.WriteString(b, a.Value)
			b.WriteByte('"')
		}
		if n.own != 0 {
			w.style(b, n)
		}
		b.WriteByte('>')
	}
	for _, child := range n.Nodes {
		if child.Tag == "" {
			inText.WriteString(b, child.Text)
		} else {
			i = w.element(b, i)
		}
	}
	if tag != "" && !void(tag) {
		b.WriteString("</")
		b.WriteString(tag)
		b.WriteByte('>')
	}
	return i
}

var (
	inText      = strings.NewReplacer("&", "&amp;", "<", "&lt;")
	inAttribute = strings.NewReplacer("&", "&amp;", `"`, "&#34;")
)

// void reports whether an element has no end tag.
func void(tag string) bool { return tag == "br" || tag == "img" || tag == "hr" }

// style writes the style attribute of a node.
func (w *writer) style(b *bytes.Buffer, n *node) {
	b.WriteString(` style="`)
	for p := range count {
		switch {
		case p == marginTop:
			w.box(b, n, "margin", p)
		case p == paddingTop:
			w.box(b, n, "padding", p)
		case p == borderRadius:
			w.box(b, n, "border-radius", p)
		case p == borderWidth:
			w.border(b, n)
		case p > marginTop && p < background:
		case p == overflowX && n.own.has(overflowY) && n.want[overflowX] == n.want[overflowY]:
			declare(b, "overflow", w.text(n, p))
		case p == overflowY && n.own.has(overflowX) && n.want[overflowX] == n.want[overflowY]:
		case n.own.has(p):
			declare(b, properties[p].name, w.text(n, p))
		}
	}
	b.Truncate(b.Len() - 1) // the last semicolon
	b.WriteByte('"')
}

func (w *writer) text(n *node, p property) string { return w.data[n.want[p]].text }

func declare(b *bytes.Buffer, name, value string) {
	b.WriteString(name)
	b.WriteByte(':')
	b.WriteString(value)
	b.WriteByte(';')
}
