package sheet

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// reduce finds up to n colours for a photograph (median cut: the box of colours
// that spreads the most pixels the farthest is halved, again and again).
func reduce(photo *image.RGBA, n int) []color.RGBA {
	boxes := []box{boxOf(census(photo))}
	for len(boxes) < n {
		i := 0
		for k, b := range boxes {
			if b.weight() > boxes[i].weight() {
				i = k
			}
		}
		if len(boxes[i].list) < 2 {
			break
		}
		a, b := boxes[i].halve()
		boxes[i] = a
		boxes = append(boxes, b)
	}
	colours := make([]color.RGBA, len(boxes))
	for i, b := range boxes {
		colours[i] = b.mean()
	}
	return colours
}

// A shade is the pixels of a photograph that are much alike: their number and
// the sum of their parts.
type shade struct{ n, r, g, b int }

func (s shade) part(axis int) int { return [...]int{s.r, s.g, s.b}[axis] / s.n }

// census sorts the pixels by the upper five bits of their parts.
func census(photo *image.RGBA) []shade {
	all := make([]shade, 1<<15)
	for i := 0; i+3 < len(photo.Pix); i += 4 {
		p := photo.Pix[i : i+3 : i+3]
		s := &all[bin(color.RGBA{p[0], p[1], p[2], 255})]
		s.n++
		s.r += int(p[0])
		s.g += int(p[1])
		s.b += int(p[2])
	}
	return slices.DeleteFunc(all, func(s shade) bool { return s.n == 0 })
}

// A box is a part of the space of colours.
type box struct {
	list []shade
	n    int // pixels
	axis int // on which they lie the farthest apart
	span int // how far
}

func boxOf(list []shade) box {
	b := box{list: list}
	for _, s := range list {
		b.n += s.n
	}
	for axis := range 3 {
		low, high := 255, 0
		for _, s := range list {
			low, high = min(low, s.part(axis)), max(high, s.part(axis))
		}
		if high-low > b.span {
			b.axis, b.span = axis, high-low
		}
	}
	return b
}

// weight says how much is won by halving a box.
func (b box) weight() int {
	if len(b.list) < 2 {
		return 0
	}
	return b.n * b.span
}

// halve divides the pixels into two equal parts.
func (b box) halve() (low, high box) {
	slices.SortFunc(b.list, func(x, y shade) int { return cmp.Compare(x.part(b.axis), y.part(b.axis)) })
	seen, i := 0, 0
	for i < len(b.list)-1 && (i == 0 || seen+b.list[i].n <= b.n/2) {
		seen += b.list[i].n
		i++
	}
	return boxOf(b.list[:i]), boxOf(b.list[i:])
}

func (b box) mean() color.RGBA {
	var s shade
	for _, x := range b.list {
		s.n, s.r, s.g, s.b = s.n+x.n, s.r+x.r, s.g+x.g, s.b+x.b
	}
	s.n = max(s.n, 1)
	return color.RGBA{uint8(s.r / s.n), uint8(s.g / s.n), uint8(s.b / s.n), 255}
}
