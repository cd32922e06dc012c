package wechat

import (
	"strconv"
	"unicode/utf8"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/prose"
)

// A telephone shows four narrow columns. A table with more of them is scrolled
// sideways; one that has also much to say, or three and very much, is read
// better as cards, one a row.
const (
	mostColumns  = 4
	cellOfCards  = 10 // characters in a cell of the table, on average
	cellOfColumn = 34 // likewise, where there are only three or four columns
)

func (w *writer) table(out []*inline.Element, n *prose.Node) []*inline.Element {
	rows := n.Nodes
	if len(rows) > 0 && rows[0].Kind == prose.Caption {
		out = append(out, el("p", "caption", w.phrases(rows[0].Nodes)...))
		rows = rows[1:]
	}
	columns, regular := shape(rows)
	if regular && asCards(rows, columns) {
		return w.cards(out, rows)
	}
	table := el("table", "table", w.rows(rows)...)
	if columns > mostColumns {
		table = el("section", "wide", table)
	}
	return append(out, table)
}

// shape counts the columns of a table. It is regular if one row of heads stands
// above rows that are as long, and no cell spans others or holds blocks.
func shape(rows []*prose.Node) (columns int, regular bool) {
	regular = len(rows) > 1 && rows[0].Head
	for i, r := range rows {
		n := 0
		for _, c := range r.Nodes {
			n += max(1, c.Columns)
			regular = regular && c.Columns < 2 && c.Rows < 2 && c.InLine()
		}
		regular = regular && (i == 0 || !r.Head && n == columns)
		columns = max(columns, n)
	}
	return columns, regular
}

func asCards(rows []*prose.Node, columns int) bool {
	if columns < 3 {
		return false
	}
	length := 0
	for _, r := range rows[1:] {
		for _, c := range r.Nodes {
			length += utf8.RuneCountInString(prose.Plain(c))
		}
	}
	mean := length / (columns * (len(rows) - 1))
	return mean > cellOfColumn || columns > mostColumns && mean > cellOfCards
}

func (w *writer) rows(rows []*prose.Node) []*inline.Element {
	var out []*inline.Element
	for _, r := range rows {
		tr := el("tr", "")
		if r.Kind != prose.Row {
			continue
		}
		for _, c := range r.Nodes {
			tr.Nodes = append(tr.Nodes, w.cell(c))
		}
		out = append(out, tr)
	}
	return out
}

var alignments = [...]string{prose.Start: "", prose.Left: " left", prose.Center: " center", prose.Right: " right"}

func (w *writer) cell(n *prose.Node) *inline.Element {
	cell := el("td", "td")
	if n.Head {
		cell = el("th", "th")
	}
	cell.Class += alignments[n.Align]
	if n.InLine() {
		cell.Nodes = w.phrases(n.Nodes)
	} else {
		cell.Nodes = w.apart(n.Nodes)
	}
	span := func(name string, n int) {
		if n > 1 {
			cell.Attrs = append(cell.Attrs, inline.Attr{Name: name, Value: strconv.Itoa(n)})
		}
	}
	span("colspan", n.Columns)
	span("rowspan", n.Rows)
	return cell
}

// cards writes each row as a card of lines: the head of the column, and what is
// below it. The first column names the row.
func (w *writer) cards(out []*inline.Element, rows []*prose.Node) []*inline.Element {
	heads := rows[0].Nodes
	for _, r := range rows[1:] {
		card := el("section", "cards")
		for i, c := range r.Nodes {
			line := el("p", "cardrow", el("strong", "", w.phrases(heads[i].Nodes)...), text(w.words.colon))
			line.Nodes = append(line.Nodes, w.phrases(c.Nodes)...)
			card.Nodes = append(card.Nodes, line)
		}
		out = append(out, card)
	}
	return out
}
