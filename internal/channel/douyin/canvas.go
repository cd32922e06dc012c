package douyin

import (
	"bytes"
	"image"
	"strconv"
	"unicode"

	"kepu/internal/typeset"
	"kepu/internal/typeset/sheet"
)

// The measures of a card in pixels: 3:4, three pixels to each of a phone's.
const (
	width  = 1080
	height = 1440
	margin = 90
	wide   = width - 2*margin
	top    = 164  // of the text
	bottom = 1330 // likewise
	room   = bottom - top
	foot   = 1384 // base line of the number of the card
	small  = 30   // size of what is not of the text
)

// A canvas is the card that is being drawn.
type canvas struct {
	sheet.Sheet
	lang   string
	fonts  typeset.Fonts
	ground uint8 // of where the pen is
	buf    bytes.Buffer
}

// draw gives a card as PNG. It does not say where the text comes from in
// addresses or codes: the medium shows such pictures to fewer people.
func (c *canvas) draw(k *card, site string, number, of int) ([]byte, error) {
	c.Reset(width, height, palette())
	c.Block(image.Rect(margin, 96, margin+72, 108), gold)
	if k.of != "" {
		c.line(k.of, margin+96, 112, wide-96, soft)
	}
	at := 0
	for at < len(k.pieces) {
		at = c.framed(k.pieces, at)
	}
	n := strconv.Itoa(number) + " / " + strconv.Itoa(of)
	long := c.fonts.Text.Width(c.lang, n) * small / typeset.Em
	c.fonts.Text.Print(c.lang, n, width-margin-long, foot, small, c.stamp(soft))
	c.line(site, margin, foot, wide-long-small, soft)
	c.buf.Reset()
	if err := c.Encode(&c.buf); err != nil {
		return nil, err
	}
	return bytes.Clone(c.buf.Bytes()), nil
}

// framed draws the pieces from one on that share its frame, and gives the next.
func (c *canvas) framed(list []piece, from int) int {
	f, to := list[from].frame, from
	for to < len(list) && list[to].frame == f {
		to++
	}
	last := list[to-1]
	area := image.Rect(margin, top+list[from].y-f.above(), margin+wide, top+last.y+last.height+f.above())
	c.ground = f.ground()
	switch {
	case f == nil:
	case f.quote:
		c.Block(image.Rect(area.Min.X, area.Min.Y, area.Min.X+8, area.Max.Y), gold)
	default:
		c.Block(area, panel)
	}
	for _, p := range list[from:to] {
		at := image.Pt(margin+p.left, top+p.y)
		if p.marker != "" && p.from == 0 {
			c.mark(p, at)
		}
		p.draw(c, at, p.from, p.to)
	}
	c.ground = paper
	return to
}

// Markers that are drawn: fonts have them too small, or not at all.
const (
	bullet  = "•"
	boxOpen = "☐"
	boxDone = "☑"
)

// mark sets the marker of a list left of its item.
func (c *canvas) mark(p piece, at image.Point) {
	w, ok := p.part.(*words)
	if !ok {
		return
	}
	size := w.em
	mid := image.Pt(at.X-size*6/10, at.Y+w.pitch/2)
	square := func(half int, with uint8) { c.Block(image.Rectangle{mid, mid}.Inset(-half), with) }
	switch p.marker {
	case bullet:
		square(size/8, lake)
		return
	case boxOpen, boxDone:
		square(size*3/10, lake)
		square(size*3/10-4, c.ground)
		if p.marker == boxDone {
			square(size/6, lake)
		}
		return
	}
	long := c.fonts.Text.Width(c.lang, p.marker) * size / typeset.Em
	c.fonts.Text.Print(c.lang, p.marker, at.X-long-size*3/10, baseLine(at.Y, w.pitch, size), size, c.stamp(title))
}

// baseLine is that of a row of a pitch.
func baseLine(y, pitch, size int) int { return y + (pitch-size)/2 + size*88/100 }

// row sets a row of a paragraph.
func (c *canvas) row(r typeset.Row, at image.Point, pitch int) {
	size := 0
	for _, g := range r.Glyphs {
		size = max(size, g.Run.Size)
	}
	base := baseLine(at.Y, pitch, size)
	for _, g := range r.Glyphs {
		m := g.Run.Font.Mask(c.lang, g.Rune, g.Run.Size)
		x, y := at.X+g.X, base-g.Run.Rise
		c.stamp(g.Run.Ink)(m, image.Pt(x, y).Add(m.At))
		long := g.Run.Font.Advance(c.lang, g.Rune) * g.Run.Size / typeset.Em
		switch {
		case g.Run.Ink == struck:
			c.Block(image.Rect(x, y-size*36/100, x+long, y-size*36/100+3), black)
		case g.Run.Ink == dotted && (unicode.IsLetter(g.Rune) || unicode.IsDigit(g.Rune)):
			c.Block(image.Rect(x+long/2-3, y+size/5, x+long/2+3, y+size/5+6), black)
		}
	}
}

// line sets one line of small text, cut where it does not go.
func (c *canvas) line(text string, x, base, wide, ink int) {
	t := typeset.Measure(c.fonts.Text, c.lang, text)
	if lines := t.Cut(1, wide*typeset.Em/small, "…"); len(lines) > 0 {
		c.fonts.Text.Print(c.lang, lines[0].Text, x, base, small, c.stamp(ink))
	}
}

func (c *canvas) stamp(ink int) func(typeset.Mask, image.Point) {
	with := inkOn(c.ground, ink)
	return func(m typeset.Mask, at image.Point) { c.Stamp(m, at, with) }
}
