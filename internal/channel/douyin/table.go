package douyin

import (
	"image"
	"slices"
	"strings"

	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// A row of a table: paragraphs side by side.
type row struct {
	whole
	cells []*words
	lefts []int
	head  bool
	first bool   // of its table
	right int    // where its rule ends
	heads *block // that stand above it again where it begins a card; nil if there are none
}

// Room around the text of a cell, in pixels.
const (
	cellPad   = 14 // above and below
	columnGap = 44
)

func (r *row) height(int, int) int {
	h := 0
	for _, c := range r.cells {
		if c != nil {
			h = max(h, c.height(0, c.Len()))
		}
	}
	return h + 2*cellPad
}

func (r *row) text(int, int) string {
	var list []string
	for _, c := range r.cells {
		if c != nil {
			list = append(list, c.Text(0, c.Len()))
		}
	}
	return strings.Join(list, " ")
}

func (r *row) draw(c *canvas, at image.Point, _, _ int) {
	for i, cell := range r.cells {
		if cell != nil {
			cell.draw(c, at.Add(image.Pt(r.lefts[i], cellPad)), 0, cell.Len())
		}
	}
	y := at.Y + r.height(0, 1)
	if r.head {
		c.Block(image.Rect(at.X, y-3, at.X+r.right, y), lake)
		return
	}
	c.Block(image.Rect(at.X, y-2, at.X+r.right, y), thread)
}

// table sets a table if its columns have room, else as a list.
func (w *writer) table(n *prose.Node) {
	var rows []*prose.Node
	for _, x := range n.Nodes {
		if x.Kind == prose.Row {
			rows = append(rows, x)
			continue
		}
		w.block(x) // the caption
	}
	if !simple(rows) {
		w.cards(rows)
		return
	}
	size := w.size * 8 / 10
	grid := make([][]*words, len(rows))
	for i, x := range rows {
		for _, cell := range x.Nodes {
			grid[i] = append(grid[i], w.cell(cell, size))
		}
	}
	lefts, ok := w.columns(grid, size)
	if !ok {
		w.cards(rows)
		return
	}
	var heads *block
	for i, cells := range grid {
		gap := 0
		if i == 0 {
			gap = w.size / 2
		}
		r := &row{cells: cells, lefts: lefts, head: rows[i].Head, first: i == 0, right: w.width(), heads: heads}
		b := w.add(r, rows[i], gap)
		if b.keep = r.head; r.head && r.first {
			again := *b
			again.again, heads = true, &again
		}
	}
}

// simple tells that each cell stands in one column and is text in lines.
func simple(rows []*prose.Node) bool {
	for _, r := range rows {
		for _, c := range r.Nodes {
			if c.Columns > 1 || c.Rows > 1 {
				return false
			}
			if !c.InLine() || slices.ContainsFunc(c.Nodes, func(x *prose.Node) bool { return x.Kind == prose.Image || x.Kind == prose.Break }) {
				return false
			}
		}
	}
	return true
}

// cell measures the text of a cell; nil if there is none.
func (w *writer) cell(n *prose.Node, size int) *words {
	l := look{size: size, bold: n.Head}
	if n.Head {
		l.ink = title
	}
	p := typeset.NewParagraph(w.piece.Lang, w.phrase(n.Nodes, l).lines[0]...)
	if p.Len() == 0 {
		return nil
	}
	return newWords(p, size, 0, size*3/2, typeset.Ragged)
}

// columns divides the width among the columns of a grid: each has what its
// longest word needs, and of the rest as much as its text asks for. It fails
// where a cell would become a column of characters.
func (w *writer) columns(grid [][]*words, size int) (lefts []int, ok bool) {
	var least, want []int
	for _, cells := range grid {
		for i, c := range cells {
			if i == len(least) {
				least, want = append(least, 2*size), append(want, 2*size)
			}
			if c != nil {
				least[i] = max(least[i], c.Narrowest(), min(3*size, c.Widest(0, c.Len())))
				want[i] = max(want[i], c.Widest(0, c.Len()))
			}
		}
	}
	spare, asked := w.width()+columnGap, 0
	for i := range least {
		spare -= least[i] + columnGap
		asked += want[i] - least[i]
	}
	if spare < 0 {
		return nil, false
	}
	widths, left := make([]int, len(least)), 0
	for i := range widths {
		widths[i] = least[i]
		if asked > 0 {
			widths[i] += min(want[i]-least[i], spare*(want[i]-least[i])/asked)
		}
		lefts = append(lefts, left)
		left += widths[i] + columnGap
	}
	for _, cells := range grid {
		for i, c := range cells {
			if c == nil {
				continue
			}
			c.width = widths[i]
			if len(c.rows(0, c.Len())) > 5 {
				return nil, false
			}
		}
	}
	return lefts, true
}

// heads sets the heads of columns in one line.
func (w *writer) heads(r *prose.Node) {
	l := look{size: w.size, bold: true, ink: title}
	bar := w.run(" ｜ ", l)
	bar.Mark = true
	var runs []typeset.Run
	for _, c := range r.Nodes {
		if len(c.Nodes) == 0 {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, bar)
		}
		runs = append(runs, w.phrase(c.Nodes, l).lines[0]...)
	}
	if b := w.words(r, runs, typeset.Ragged, titlePitch(w.size), w.size*8/10); b != nil {
		b.keep = true
	}
}

// cards sets a table as a list: of each row the first cell is a title, the others
// stand behind the heads of their columns.
func (w *writer) cards(rows []*prose.Node) {
	var heads []*prose.Node
	if len(rows) > 0 && rows[0].Head && simple(rows) {
		heads = rows[0].Nodes
	}
	for k, r := range rows {
		if k == 0 && heads != nil {
			w.heads(r)
			continue
		}
		for i, c := range r.Nodes {
			switch {
			case (c.Head || i == 0) && c.InLine():
				w.titled(c)
			case heads != nil && i < len(heads) && len(heads[i].Nodes) > 0:
				label := w.run(prose.Plain(heads[i])+sayingsIn(w.piece.Lang).colon, look{size: w.size, ink: soft})
				label.Mark = true
				p := w.phrase(c.Nodes, w.look())
				if b := w.words(c, append([]typeset.Run{label}, p.lines[0]...), typeset.Justified, pitch(w.size), 0); b != nil {
					b.joined = true
				}
			default:
				w.list(c.Nodes)
			}
		}
	}
}
