package typeset

import (
	"image"
	"image/draw"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Mask is how much of each pixel a glyph covers. At is its corner, seen from
// the pen on the base line. Masks are shared: they are only read.
type Mask struct {
	*image.Alpha
	At image.Point
}

type maskKey struct {
	face  *face
	index sfnt.GlyphIndex
	size  int
}

// masksHeld bounds what a font keeps of drawn glyphs: a title's characters are
// some 5 kB each, and most stand on many pictures.
const masksHeld = 16 << 20

// Mask draws a character at a size in pixels an em. A glyph that cannot be read
// is empty.
func (f *Font) Mask(lang string, r rune, size int) Mask {
	f.mu.Lock()
	defer f.mu.Unlock()
	x := f.face(lang)
	key := maskKey{x, f.glyph(x, r).index, size}
	m, ok := f.masks[key]
	if ok {
		return m
	}
	if f.held > masksHeld {
		clear(f.masks)
		f.held = 0
	}
	m = f.draw(x, key.index, size)
	f.masks[key] = m
	f.held += len(m.Pix) + 64
	return m
}

func (f *Font) draw(x *face, index sfnt.GlyphIndex, size int) Mask {
	segments, err := x.font.LoadGlyph(&f.buffer, index, fixed.I(size), nil)
	if err != nil {
		return Mask{Alpha: new(image.Alpha)}
	}
	b := segments.Bounds()
	at := image.Pt(b.Min.X.Floor(), b.Min.Y.Floor())
	w, h := min(b.Max.X.Ceil()-at.X, 4*size), min(b.Max.Y.Ceil()-at.Y, 4*size)
	if w <= 0 || h <= 0 {
		return Mask{Alpha: new(image.Alpha)}
	}
	f.z.Reset(w, h)
	px := func(p fixed.Point26_6) (float32, float32) {
		return float32(p.X)/64 - float32(at.X), float32(p.Y)/64 - float32(at.Y)
	}
	for _, s := range segments {
		ax, ay := px(s.Args[0])
		bx, by := px(s.Args[1])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			f.z.ClosePath()
			f.z.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			f.z.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			f.z.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			cx, cy := px(s.Args[2])
			f.z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	f.z.ClosePath()
	m := Mask{image.NewAlpha(image.Rect(0, 0, w, h)), at}
	f.z.DrawOp = draw.Src
	f.z.Draw(m.Alpha, m.Bounds(), image.Opaque, image.Point{})
	return m
}

// Print sets a line with its base line at y and the pen at x, in pixels: stamp is
// given the mask of each character and the corner where it belongs.
func (f *Font) Print(lang, text string, x, y, size int, stamp func(m Mask, at image.Point)) {
	advance := func(r rune) int { return f.Advance(lang, r) }
	pen, last := x*Em, rune(0)
	for _, r := range text {
		pen += between(last, r, advance) * size
		m := f.Mask(lang, r, size)
		stamp(m, image.Pt((pen+Em/2)/Em, y).Add(m.At))
		pen += advance(r) * size
		last = r
	}
}

// Draw writes a line on a picture, as Print does.
func (f *Font) Draw(dst draw.Image, lang, text string, x, y, size int, ink image.Image) {
	f.Print(lang, text, x, y, size, func(m Mask, at image.Point) {
		if m.Pix != nil {
			draw.DrawMask(dst, m.Rect.Add(at), ink, image.Point{}, m.Alpha, image.Point{}, draw.Over)
		}
	})
}
