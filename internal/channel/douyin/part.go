package douyin

import (
	"image"

	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// A part is what the column of the cards is built of: a paragraph, a picture, a
// row of a table. What can be divided is so between two positions, from 0 to
// size.
type part interface {
	// fit tells how far the part goes in a height, from a position on, and how
	// high that is. It may go nowhere, unless full is given: for the first part of
	// a card that is how high it can be at the most.
	fit(from, room, full int) (next, height int)
	size() int
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
	again  bool // was shown before, or is a label of ours
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

// Words are a paragraph.
type words struct {
	*typeset.Paragraph
	em    int // size of the text, pixels
	width int // pixels
	pitch int // distance of the rows
	shape typeset.Shape
}

func (w *words) size() int { return w.Len() }

func (w *words) text(from, to int) string { return w.Text(from, to) }

func (w *words) rows(from, to int) []typeset.Row { return w.Rows(from, to, w.width, w.shape) }

// fit divides a paragraph where a sentence ends, and within a sentence only if
// it is longer than a card.
func (w *words) fit(from, room, full int) (next, height int) {
	if h := w.height(from, w.Len()); h <= room {
		return w.Len(), h
	}
	next = from
	for _, end := range w.Ends() {
		if end <= from {
			continue
		}
		h := w.height(from, end)
		if h > room && (next > from || h > full) {
			break
		}
		next, height = end, h
		if h > room {
			break
		}
	}
	if next == from && full > 0 {
		rows := w.rows(from, w.Len())
		n := max(1, min(len(rows), full/w.pitch))
		next, height = rows[n-1].To, n*w.pitch
	}
	return next, height
}

func (w *words) height(from, to int) int { return len(w.rows(from, to)) * w.pitch }

func (w *words) draw(c *canvas, at image.Point, from, to int) {
	for _, row := range w.rows(from, to) {
		c.row(row, at, w.pitch)
		at.Y += w.pitch
	}
}

// A space is a break between two thoughts: a short rule.
type space struct{}

func (space) fit(int, int, int) (int, int) { return 1, 40 }
func (space) size() int                    { return 1 }
func (space) text(int, int) string         { return "" }
func (space) draw(c *canvas, at image.Point, _, _ int) {
	c.Block(image.Rect(at.X+column/2-60, at.Y+18, at.X+column/2+60, at.Y+21), thread)
}
