package richtext

import (
	"strings"

	"kepu/internal/prose"
)

// table writes a table, or where it is wider than the medium takes, a paragraph
// for each row.
func (w *writer) table(n *prose.Node) {
	var rows []*prose.Node
	width := 0
	for _, r := range n.Nodes {
		if r.Kind == prose.Row {
			rows = append(rows, r)
			width = max(width, len(r.Nodes))
			continue
		}
		w.block(r)
	}
	if width > w.Columns {
		w.rows(rows)
		return
	}
	w.tag("<table>\n")
	for _, r := range rows {
		w.tag("<tr>")
		var plain []string
		for _, c := range r.Nodes {
			tag := "td"
			if c.Head || r.Head {
				tag = "th"
			}
			l := w.inline(c.Nodes)
			w.tag("<", tag, ">", l.html.String(), "</", tag, ">")
			plain = append(plain, l.plain.String())
		}
		w.tag("</tr>\n")
		w.line(strings.Join(plain, between))
	}
	w.tag("</table>\n")
}

// between stands between the cells of a row that is a line.
const between = " ｜ "

// rows writes each row as a line, which says each word once and in order.
func (w *writer) rows(rows []*prose.Node) {
	for _, r := range rows {
		var rich, plain []string
		for _, c := range r.Nodes {
			l := w.inline(c.Nodes)
			rich, plain = append(rich, l.html.String()), append(plain, l.plain.String())
		}
		open, end := "<p>", "</p>\n"
		if r.Head {
			open, end = "<p><strong>", "</strong></p>\n"
		}
		w.tag(open, strings.Join(rich, between), end)
		w.line(strings.Join(plain, between))
	}
}
