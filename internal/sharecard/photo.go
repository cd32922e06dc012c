package sharecard

import (
	"bytes"
	"image"
	"image/color"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// Types are the media types of pictures that cards can show.
var Types = []string{"image/jpeg", "image/png", "image/gif", "image/webp"}

// mostPixels is the largest photograph that is decoded.
const mostPixels = 40_000_000

// picture fills a rectangle with the photograph of a card, or with the drawing
// where there is none that can be decoded.
func (s *sheet) picture(r image.Rectangle, c *Card, share int) error {
	var photo image.Image
	if c.Photo != nil {
		data, err := c.Photo()
		if err != nil {
			return err
		}
		photo = decode(data)
	}
	if photo == nil {
		s.drawing(r, c.Motif, c.Seed, share)
		return nil
	}
	from, to := crop(photo.Bounds(), r)
	if to != r {
		s.drawing(r, c.Motif, c.Seed, share)
	}
	small := image.NewRGBA(image.Rect(0, 0, to.Dx(), to.Dy()))
	draw.Draw(small, small.Rect, image.NewUniform(s.colours[ground]), image.Point{}, draw.Src) // behind what is transparent
	draw.BiLinear.Scale(small, small.Rect, photo, from, draw.Over, nil)
	s.print(small, to.Min)
	return nil
}

// decode gives nil for what is no picture or too large.
func decode(data []byte) image.Image {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || !decodable(cfg) {
		return nil
	}
	photo, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return photo
}

func decodable(cfg image.Config) bool {
	return cfg.Width > 0 && cfg.Height > 0 && cfg.Width <= mostPixels/cfg.Height
}

// crop gives the part of a photograph to show and where it stands in r. It
// fills r, and of what is too high the upper part shows, where faces are; of a
// portrait in a wide r too little would be left, and it stands in the middle.
func crop(photo, r image.Rectangle) (from, to image.Rectangle) {
	w, h := photo.Dx(), photo.Dy()
	if high := w * r.Dy() / r.Dx(); high >= 1 && high <= h {
		if high*2 > h {
			top := photo.Min.Y + (h-high)/3
			return image.Rect(photo.Min.X, top, photo.Max.X, top+high), r
		}
		width := max(1, w*r.Dy()/h)
		left := (r.Min.X + r.Max.X - width) / 2
		return photo, image.Rect(left, r.Min.Y, left+width, r.Max.Y)
	}
	width := min(w, max(1, h*r.Dx()/r.Dy()))
	left := photo.Min.X + (w-width)/2
	return image.Rect(left, photo.Min.Y, left+width, photo.Max.Y), r
}

// print reduces a photograph to the colours that are left and puts it on the
// sheet.
func (s *sheet) print(photo *image.RGBA, at image.Point) {
	colours := reduce(photo, 256-len(s.colours))
	first := len(s.colours)
	s.colours = append(s.colours, colours...)
	nearest := make([]int16, 1<<15) // by five bits of each part; 0 is not known yet, else one more than the colour
	w, h := photo.Rect.Dx(), photo.Rect.Dy()
	for y := range h {
		row := s.row(at.Y+y, image.Rect(at.X, 0, at.X+w, 0))
		for x := range row {
			p := photo.Pix[y*photo.Stride+4*x:]
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
