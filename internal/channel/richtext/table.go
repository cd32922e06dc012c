package richtext

import (
	"slices"
	"strconv"
	"strings"

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
		var text []string
		for _, c := range r.Nodes {
			l := lineOf(c.Nodes)
			tag := "td"
			if c.Head || r.Head {
				tag = "th"
			}
			w.tag("<", tag, span("colspan", c.Columns), span("rowspan", c.Rows), ">", l.html.String(), "</", tag, ">")
			text = append(text, l.plain.String())
			images = append(images, l.images...)
		}
		w.tag("</tr>\n")
		w.say("", strings.Join(text, between))
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
			if n > w.columns || !inLine(c) {
				return false
			}
		}
	}
	return len(rows) > 0
}

func inLine(cell *prose.Node) bool {
	return !slices.ContainsFunc(cell.Nodes, func(n *prose.Node) bool { return !n.Kind.Inline() })
}

// row writes the cells of a row one behind the other in a line, but for those
// that hold blocks.
func (w *writer) row(n *prose.Node) {
	var text []*prose.Node
	end := func() {
		if n.Head {
			text = strong(text...)
		}
		w.put("p", "", text)
		text = nil
	}
	for _, c := range n.Nodes {
		if !inLine(c) {
			end()
			w.flow(c.Nodes)
			continue
		}
		if len(text) > 0 {
			text = append(text, &prose.Node{Kind: prose.Text, Text: between})
		}
		text = append(text, c.Nodes...)
	}
	end()
}
