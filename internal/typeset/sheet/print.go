package sheet

import (
	"image"
	"image/color"
	"slices"
)

// Print reduces a photograph to the colours that are left and puts it on the
// sheet. What has a colour of the sheet keeps that, so that a drawing on the same
// paper has no edge.
func (s *Sheet) Print(photo *image.RGBA, at image.Point) {
	colours := reduce(photo, 256-len(s.Colours))
	first := len(s.Colours)
	taken := make([]bool, 1<<15) // bins that hold a colour of the sheet
	for _, c := range s.Colours {
		taken[bin(c)] = true
	}
	s.Colours = append(s.Colours, colours...)
	nearest := make([]int16, 1<<15) // by five bits of each part; 0 is not known yet, else one more than the colour
	w, h := photo.Rect.Dx(), photo.Rect.Dy()
	for y := range h {
		row := s.row(at.Y+y, image.Rect(at.X, 0, at.X+w, 0))
		for x := range row {
			p := photo.Pix[y*photo.Stride+4*x:]
			if c := (color.RGBA{p[0], p[1], p[2], 255}); taken[bin(c)] {
				if i := slices.Index(s.Colours[:first], c); i >= 0 {
					row[x] = uint8(i)
					continue
				}
			}
			d := dither[y&3][x&3]
			c := color.RGBA{shift(p[0], d), shift(p[1], d), shift(p[2], d), 255}
			k := bin(c)
			if nearest[k] == 0 {
				nearest[k] = int16(near(colours, c)) + 1
			}
			row[x] = uint8(first + int(nearest[k]) - 1)
		}
	}
}

// dither moves colours a little, by a pattern, so that a sky has no bands.
var dither = [4][4]int{{-4, 0, -3, 1}, {2, -2, 3, -1}, {-3, 1, -4, 0}, {3, -1, 2, -2}}

func shift(c uint8, by int) uint8 { return uint8(min(255, max(0, int(c)+by))) }

// bin numbers a colour by the upper five bits of its parts.
func bin(c color.RGBA) int { return int(c.R)>>3<<10 | int(c.G)>>3<<5 | int(c.B)>>3 }

func near(colours []color.RGBA, c color.RGBA) int {
	best, least := 0, 1<<30
	for i, x := range colours {
		r, g, b := int(x.R)-int(c.R), int(x.G)-int(c.G), int(x.B)-int(c.B)
		if d := 3*r*r + 6*g*g + b*b; d < least {
			best, least = i, d
		}
	}
	return best
}
