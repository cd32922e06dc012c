package sharecard

import (
	"image"
	"sync"

	"golang.org/x/image/vector"

	"kepu/internal/motif"
	"kepu/internal/qr"
	"kepu/internal/typeset/sheet"
)

// A page is the sheet that a card is drawn on.
type page struct {
	sheet.Sheet
	z     vector.Rasterizer
	large *sync.Mutex // of the press: held while a large photograph is decoded
}

// code draws the QR code of a text in the lower right corner of a square and
// gives its place, without its margin, which must be left empty. An empty square
// has no code.
func (s *page) code(text string, box image.Rectangle) image.Rectangle {
	if box.Empty() {
		return image.Rectangle{}
	}
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
				s.Block(image.Rectangle{at, at.Add(image.Pt(module, module))}, ink)
			}
		}
	}
	return image.Rectangle{from, box.Max}
}

// lineWidth gives that of a drawing at a scale: a small one has bolder lines.
func lineWidth(scale float64) float64 { return 1.2 + .55*scale }

// drawing fills a rectangle with a motif. share is the tone of its lines, of 255.
func (s *page) drawing(r image.Rectangle, name, seed string, share int) {
	s.Block(r, ground)
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
			s.Lay(r, &s.z, func(was, a uint8) uint8 { return min(was+uint8((int(a)+127)/255), ground+2) })
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
	var steps sheet.Ink
	for a := range steps {
		steps[a] = uint8(toneStep(a * share / 255))
	}
	s.Lay(r, &s.z, func(was, a uint8) uint8 { return max(was, steps[a]) })
}
