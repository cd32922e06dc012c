package sharecard

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"sync"

	"golang.org/x/image/vector"

	"kepu/internal/motif"
	"kepu/internal/qr"
)

// A sheet is what a card is drawn on, with all the room that drawing needs, so
// that the next card can use it again.
type sheet struct {
	width, height int
	colours       []color.RGBA
	pix           []uint8 // a colour each, row by row
	cover         *image.Alpha
	z             vector.Rasterizer
	out           encoder
	large         *sync.Mutex // of the press: held while a large photograph is decoded
}

func (s *sheet) reset(width, height int, colours []color.RGBA) {
	s.width, s.height, s.colours = width, height, colours
	if cap(s.pix) < width*height {
		s.pix = make([]uint8, width*height)
	}
	s.pix = s.pix[:width*height]
	clear(s.pix) // paper
}

func (s *sheet) row(y int, r image.Rectangle) []uint8 {
	return s.pix[y*s.width+r.Min.X : y*s.width+r.Max.X]
}

// block fills a rectangle.
func (s *sheet) block(r image.Rectangle, colour uint8) {
	r = r.Intersect(image.Rect(0, 0, s.width, s.height))
	if r.Empty() {
		return
	}
	first := s.row(r.Min.Y, r)
	for i := range first {
		first[i] = colour
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(s.row(y, r), first)
	}
}

// text writes a line with its base line at y.
func (s *sheet) text(f *Font, lang, text string, x, y, size int, with *inkwell) {
	face := f.face(lang)
	advance := func(r rune) int { return f.glyph(face, r).advance }
	pen, last := x*em, rune(0)
	for _, r := range text {
		pen += between(last, r, advance) * size
		g := f.glyph(face, r)
		s.stamp(f.mask(face, g.index, size), image.Pt((pen+em/2)/em, y), with)
		pen += g.advance * size
		last = r
	}
}

// stamp prints a mask; at is the pen.
func (s *sheet) stamp(m mask, at image.Point, with *inkwell) {
	at = at.Add(m.at)
	area := m.Rect.Add(at).Intersect(image.Rect(0, 0, s.width, s.height))
	for y := area.Min.Y; y < area.Max.Y; y++ {
		from := m.Pix[(y-at.Y)*m.Stride+area.Min.X-at.X:]
		to := s.row(y, area)
		for i := range to {
			if a := from[i]; a > 8 {
				to[i] = with[a]
			}
		}
	}
}

// code draws the QR code of a text in the lower right corner of a square and
// gives its place, without its margin, which must be left empty.
func (s *sheet) code(text string, box image.Rectangle) image.Rectangle {
	c, err := qr.Encode(text)
	if err != nil {
		return image.Rectangle{}
	}
	n := c.Size()
	module := max(1, box.Dx()/(n+qr.Quiet))
	side := image.Pt(n*module, n*module)
	from := box.Max.Sub(side)
	for y := range n {
		for x := range n {
			if c.Dark(x, y) {
				at := from.Add(image.Pt(x*module, y*module))
				s.block(image.Rectangle{at, at.Add(image.Pt(module, module))}, ink)
			}
		}
	}
	return image.Rectangle{from, box.Max}
}

// lineWidth gives that of a drawing at a scale: a small one has bolder lines.
func lineWidth(scale float64) float64 { return 1.2 + .55*scale }

// drawing fills a rectangle with a motif. share is the tone of its lines, of 255.
func (s *sheet) drawing(r image.Rectangle, name, seed string, share int) {
	s.block(r, ground)
	w, h := r.Dx(), r.Dy()
	scale := max(float64(w)/motif.Width, float64(h)/motif.Height)
	origin := point{(float64(w) - scale*motif.Width) / 2, (float64(h) - scale*motif.Height) / 2}
	layers := motif.Draw(name, seed)
	paths := make([][]contour, len(layers))
	for i, l := range layers {
		paths[i] = contours(l.Path, scale, origin)
	}
	for i, l := range layers {
		if l.Class == motif.Wash || l.Class == motif.Shape {
			s.z.Reset(w, h)
			for _, c := range paths[i] {
				fillContour(&s.z, c.points)
			}
			s.lay(r, func(was, a uint8) uint8 { return min(was+uint8((int(a)+127)/255), ground+2) })
		}
	}
	s.z.Reset(w, h)
	for i, l := range layers {
		width := lineWidth(scale)
		switch l.Class {
		case motif.Wash:
			continue
		case motif.Point:
			width *= 3
		}
		for _, c := range paths[i] {
			stroke(&s.z, c, width)
		}
	}
	var steps inkwell
	for a := range steps {
		steps[a] = uint8(toneStep(a * share / 255))
	}
	s.lay(r, func(was, a uint8) uint8 { return max(was, steps[a]) })
}

// lay lets what the rasterizer holds change the colours of a rectangle, by how
// much of each pixel it covers.
func (s *sheet) lay(r image.Rectangle, change func(was, cover uint8) uint8) {
	w, h := r.Dx(), r.Dy()
	if s.cover == nil || cap(s.cover.Pix) < w*h {
		s.cover = image.NewAlpha(image.Rect(0, 0, w, h))
	}
	s.cover.Rect, s.cover.Stride, s.cover.Pix = image.Rect(0, 0, w, h), w, s.cover.Pix[:w*h]
	s.z.DrawOp = draw.Src
	s.z.Draw(s.cover, s.cover.Rect, image.Opaque, image.Point{})
	for y := range h {
		cover, to := s.cover.Pix[y*w:(y+1)*w], s.row(r.Min.Y+y, r)
		for len(cover) > 0 {
			run := zeros(cover)
			cover, to = cover[run:], to[run:]
			end := bytes.IndexByte(cover, 0)
			if end < 0 {
				end = len(cover)
			}
			for i, a := range cover[:end] {
				to[i] = change(to[i], a)
			}
			cover, to = cover[end:], to[end:]
		}
	}
}

// zeros counts those at the beginning. Most of a drawing is empty.
func zeros(b []byte) int {
	n := 0
	for len(b)-n >= 8 && binary.LittleEndian.Uint64(b[n:]) == 0 {
		n += 8
	}
	for n < len(b) && b[n] == 0 {
		n++
	}
	return n
}
