// Package sheet is paper to print on: text, blocks, drawings and photographs, in
// at most 256 colours, that become a small PNG.
package sheet

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/vector"

	"kepu/internal/typeset"
)

// A Sheet has all the room that drawing needs, so that the next picture can use
// it again. Its first colour is that of the paper.
type Sheet struct {
	Width, Height int
	Colours       []color.RGBA
	Pix           []uint8 // a colour each, row by row
	Fast          bool    // is compressed in half the time, and an eighth larger; set once

	cover *image.Alpha
	out   encoder
}

// An Ink gives the colour of a pixel for how much of it is covered.
type Ink [256]uint8

// Reset begins a new picture, of a size in pixels.
func (s *Sheet) Reset(width, height int, colours []color.RGBA) {
	s.Width, s.Height, s.Colours = width, height, colours
	if cap(s.Pix) < width*height {
		s.Pix = make([]uint8, width*height)
	}
	s.Pix = s.Pix[:width*height]
	clear(s.Pix) // paper
}

func (s *Sheet) row(y int, r image.Rectangle) []uint8 {
	return s.Pix[y*s.Width+r.Min.X : y*s.Width+r.Max.X]
}

func (s *Sheet) bounds() image.Rectangle { return image.Rect(0, 0, s.Width, s.Height) }

// Block fills a rectangle.
func (s *Sheet) Block(r image.Rectangle, colour uint8) {
	r = r.Intersect(s.bounds())
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

// Text writes a line with its base line at y.
func (s *Sheet) Text(f *typeset.Font, lang, text string, x, y, size int, with *Ink) {
	f.Print(lang, text, x, y, size, func(m typeset.Mask, at image.Point) { s.Stamp(m, at, with) })
}

// Stamp prints a mask with its corner at a point.
func (s *Sheet) Stamp(m typeset.Mask, at image.Point, with *Ink) {
	area := m.Rect.Add(at).Intersect(s.bounds())
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

// Lay lets what a rasterizer of the size of a rectangle holds change the colours
// there, by how much of each pixel it covers. The rectangle is within the sheet.
func (s *Sheet) Lay(r image.Rectangle, z *vector.Rasterizer, change func(was, cover uint8) uint8) {
	w, h := r.Dx(), r.Dy()
	if s.cover == nil || cap(s.cover.Pix) < w*h {
		s.cover = image.NewAlpha(image.Rect(0, 0, w, h))
	}
	s.cover.Rect, s.cover.Stride, s.cover.Pix = image.Rect(0, 0, w, h), w, s.cover.Pix[:w*h]
	z.DrawOp = draw.Src
	z.Draw(s.cover, s.cover.Rect, image.Opaque, image.Point{})
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
