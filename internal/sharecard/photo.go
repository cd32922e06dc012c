package sharecard

import (
	"bytes"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// Types are the media types of pictures that cards can show.
var Types = []string{"image/jpeg", "image/png", "image/gif", "image/webp"}

// Bounds of what is decoded. A photograph of more than manyPixels takes so much
// memory that a press has one of them at a time.
const (
	mostPixels = 40_000_000
	mostSide   = 20_000 // pixels
	manyPixels = 4_000_000
)

// picture fills a rectangle with the photograph of a card, or with the drawing
// where there is none that can be decoded.
func (s *page) picture(r image.Rectangle, c *Card, share int) error {
	var photo *image.RGBA
	to := image.Rectangle{}
	if c.Photo != nil {
		data, err := c.Photo()
		if err != nil {
			return err
		}
		photo, to = s.photograph(data, r)
	}
	if to != r {
		s.drawing(r, c.Motif, c.Seed, share)
	}
	if photo != nil {
		small := image.NewRGBA(image.Rect(0, 0, to.Dx(), to.Dy()))
		draw.BiLinear.Scale(small, small.Rect, photo, photo.Rect, draw.Src, nil)
		s.Print(small, to.Min)
	}
	return nil
}

// photograph gives the part of a picture to show, and where it stands in r. It
// has at the most twice the width and the height that it will have there: what
// is left to do takes little memory, however large the picture is. It is nil for
// what cannot be decoded or is too large.
func (s *page) photograph(data []byte, r image.Rectangle) (part *image.RGBA, to image.Rectangle) {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || !decodable(cfg) {
		return nil, to
	}
	if cfg.Width > manyPixels/cfg.Height {
		s.large.Lock()
		defer s.large.Unlock()
	}
	photo, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, to
	}
	from, to := crop(photo.Bounds(), r)
	part = image.NewRGBA(image.Rect(0, 0, min(from.Dx(), 2*to.Dx()), min(from.Dy(), 2*to.Dy())))
	draw.Draw(part, part.Rect, image.NewUniform(s.Colours[ground]), image.Point{}, draw.Src) // behind what is transparent
	draw.ApproxBiLinear.Scale(part, part.Rect, photo, from, draw.Over, nil)                  // which needs no room of its own
	return part, to
}

func decodable(cfg image.Config) bool {
	return cfg.Width > 0 && cfg.Height > 0 && max(cfg.Width, cfg.Height) <= mostSide && cfg.Width <= mostPixels/cfg.Height
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
