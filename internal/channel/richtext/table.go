package richtext

import (
	"strconv"

	"kepu/internal/prose"
)

// between stands between the cells of a row that is a line.
const between = " ｜ "

// table writes a table, or where the medium would not show it, a line for each
// row. Pictures come after it.
func (w *writer) table(n *prose.Node) {
	rows := n.Nodes
	if len(rows) > 0 && rows[0].Kind == prose.Caption {
		w.block(rows[0])
		rows = rows[1:]
	}
	if !w.fits(rows) {
		for _, r := range rows {
			w.row(r)
		}
		return
	}
	var images []*prose.Node
	w.tag("<table>\n")
	for _, r := range rows {
		w.tag("<tr>")
		row := &line{}
		for i, c := range r.Nodes {
			l := lineOf(c.Nodes)
			tag := "td"
			if c.Head || r.Head {
				tag = "th"
			}
			w.tag("<", tag, span("colspan", c.Columns), span("rowspan", c.Rows), ">", l.html.String(), "</", tag, ">")
			if i > 0 {
				row.mark(between)
			}
			row.plain.WriteString(l.plain.String())
			row.marks += l.marks
			images = append(images, l.images...)
		}
		w.tag("</tr>\n")
		w.say("", row.plain.String(), row.marks)
	}
	w.tag("</table>\n")
	w.end()
	w.images(images)
}

func span(name string, n int) string {
	if n < 2 {
		return ""
	}
	return " " + name + `="` + strconv.Itoa(n) + `"`
}

// fits reports whether a table has no more columns than the medium shows, and no
// blocks in its cells.
func (w *writer) fits(rows []*prose.Node) bool {
	for _, r := range rows {
		n := 0
		for _, c := range r.Nodes {
			n += max(1, c.Columns)
			if n > w.columns || !c.InLine() {
				return false
			}
		}
	}
	return len(rows) > 0
}

// row writes the cells of a row one behind the other in a line, but for those
// that hold blocks.
func (w *writer) row(n *prose.Node) {
	var l *line
	end := func() {
		if l != nil {
			w.set("p", "", l)
		}
		l = nil
	}
	for _, c := range n.Nodes {
		switch {
		case !c.InLine():
			end()
			w.flow(c.Nodes)
			continue
		case l == nil:
			l = &line{}
		default:
			l.mark(between)
		}
		if n.Head || c.Head {
			l.wrap("strong", c.Nodes)
		} else {
			l.add(c.Nodes)
		}
	}
	end()
}
