package douyin

import (
	"image"
	"strings"

	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// A part is what the column of the cards is built of: a paragraph, a picture, a
// row of a table. What stands in it has positions from 0 to size.
type part interface {
	size() int
	ends() []int             // positions at which a card may end, size the last
	height(from, to int) int // pixels
	cut(from, room int) int  // how far it goes in a height where it must be divided; farther than from
	draw(c *canvas, at image.Point, from, to int)
	text(from, to int) string
}

// A block is a part in its place.
type block struct {
	part
	node   *prose.Node // what it shows; nil if that is not of the text
	left   int         // from the margin of the column, in pixels
	gap    int         // above, but at the top of a card
	marker string      // of a list, before the first row
	frame  *frame
	begin  bool // begins a card
	keep   bool // on the card of the one after
	joined bool // better on the card of the one before
	answer bool // the answer of a quiz begins
	again  bool // was shown before, or is a label of ours
}

// announces tells that the block ends with a colon: what it says is about to
// follow.
func (b *block) announces() bool {
	s := b.text(0, b.size())
	return strings.HasSuffix(s, "：") || strings.HasSuffix(s, ":")
}

// A frame sets blocks apart: on a panel, or with a bar at the side.
type frame struct{ quote bool }

// pad is the room of a frame above and below what is in it, and left of it.
const pad = 36

func (f *frame) above() int {
	switch {
	case f == nil:
		return 0
	case f.quote:
		return 4
	}
	return pad
}

func (f *frame) ground() uint8 {
	if f == nil || f.quote {
		return paper
	}
	return panel
}

// Words are a paragraph. It is divided where a sentence ends, and within a
// sentence only if that is longer than a card.
type words struct {
	*typeset.Paragraph
	em      int // size of the text, pixels
	width   int // pixels
	pitch   int // distance of the rows
	shape   typeset.Shape
	stops   []int          // sentences end there
	heights map[[2]int]int // that were measured
}

func newWords(p *typeset.Paragraph, em, width, pitch int, shape typeset.Shape) *words {
	w := &words{Paragraph: p, em: em, width: width, pitch: pitch, shape: shape, heights: map[[2]int]int{}}
	last, row := 0, 1+p.Len()*width/max(1, p.Widest(0, p.Len())) // characters
	for _, end := range p.Ends() {                               // at least a row apart: less is not worth a card
		if end == p.Len() || end-last >= row && p.Len()-end >= row {
			w.stops, last = append(w.stops, end), end
		}
	}
	return w
}

// mostOnCard is more characters than go on a card.
const mostOnCard = 4000

func (w *words) size() int { return w.Len() }

func (w *words) ends() []int { return w.stops }

func (w *words) text(from, to int) string { return w.Text(from, to) }

func (w *words) rows(from, to int) []typeset.Row { return w.Rows(from, to, w.width, w.shape) }

func (w *words) height(from, to int) int {
	h, ok := w.heights[[2]int{from, to}]
	if !ok {
		h = w.Count(from, to, w.width, w.shape) * w.pitch
		w.heights[[2]int{from, to}] = h
	}
	return h
}

func (w *words) cut(from, room int) int {
	rows := w.rows(from, min(w.Len(), from+mostOnCard))
	n := max(1, min(len(rows), room/w.pitch))
	for n > 1 && w.height(from, rows[n-1].To) > room { // the last row of all need not be full, and another may be needed
		n--
	}
	return rows[n-1].To
}

func (w *words) draw(c *canvas, at image.Point, from, to int) {
	for _, row := range w.rows(from, to) {
		c.row(row, at, w.pitch)
		at.Y += w.pitch
	}
}

// whole is embedded by what is not divided.
type whole struct{}

func (whole) size() int        { return 1 }
func (whole) ends() []int      { return []int{1} }
func (whole) cut(int, int) int { return 1 }

// A space is a break between two thoughts: a short rule.
type space struct{ whole }

func (space) height(int, int) int  { return 40 }
func (space) text(int, int) string { return "" }
func (space) draw(c *canvas, at image.Point, _, _ int) {
	c.Block(image.Rect(at.X+wide/2-60, at.Y+18, at.X+wide/2+60, at.Y+21), thread)
}
