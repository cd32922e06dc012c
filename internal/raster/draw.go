package raster

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"kepu/internal/typeset"
)

// A canvas is a picture that is being drawn.
type canvas struct {
	*image.RGBA
	m     matrix // from the scene to pixels
	cover *cover
	fonts typeset.Fonts
	clips map[*clip]*image.Alpha
	left  int // pixels that may still be painted, those painted again included
}

// overdrawn is how often a picture may be painted over, on the average: even
// crowded figures need no tenth of it.
const overdrawn = 400

// draw makes pixels of a scene.
func (s *scene) draw(width int, fonts typeset.Fonts) (*image.RGBA, error) {
	scale := float64(width) / s.view.width()
	height := int(math.Round(s.view.height() * scale))
	if width < 1 || height < 1 || width > mostSide || height > mostSide || width > mostPixels/height {
		return nil, fmt.Errorf("it cannot be drawn with %d × %d pixels", width, height)
	}
	c := &canvas{
		RGBA:  image.NewRGBA(image.Rect(0, 0, width, height)),
		m:     stretch(scale, float64(height)/s.view.height()).mul(move(-s.view.min.x, -s.view.min.y)),
		cover: newCover(width, height),
		fonts: fonts,
		clips: map[*clip]*image.Alpha{},
		left:  overdrawn * (width*height + 10_000),
	}
	return c.RGBA, c.items(s.items)
}

func (c *canvas) items(list []item) error {
	for _, i := range list {
		var err error
		switch i := i.(type) {
		case *shape:
			err = c.shape(i)
		case *words:
			err = c.words(i)
		case *layer:
			err = c.layer(i)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// layer draws a group apart and puts it on the picture.
func (c *canvas) layer(l *layer) error {
	if err := c.spend(c.Rect.Dx() * c.Rect.Dy()); err != nil {
		return err
	}
	below := c.RGBA
	c.RGBA = image.NewRGBA(below.Rect)
	err := c.items(l.items)
	above := c.RGBA
	c.RGBA = below
	if err != nil {
		return err
	}
	share := uint32(part(l.share * 255))
	for i := 0; i < len(above.Pix); i += 4 {
		if above.Pix[i+3] > 0 {
			over(below.Pix[i:i+4:i+4], [4]uint32{
				uint32(above.Pix[i]) * share / 255, uint32(above.Pix[i+1]) * share / 255,
				uint32(above.Pix[i+2]) * share / 255, uint32(above.Pix[i+3]) * share / 255,
			})
		}
	}
	return nil
}

func (c *canvas) shape(s *shape) error {
	m := c.m.mul(s.m)
	contours := s.outline().flat(fineness(m))
	for _, line := range [2]bool{s.strokeFirst, !s.strokeFirst} {
		p, area, evenOdd := s.fill, contours, s.evenOdd
		if line {
			p, evenOdd = s.line, false
		}
		if !p.on {
			continue
		}
		if line {
			var err error
			if area, err = s.pen.stroke(contours, m.scale()); err != nil {
				return err
			}
		}
		c.cover.clear()
		c.cover.add(area, m)
		if err := c.paint(p, evenOdd, s.clip); err != nil {
			return err
		}
	}
	return nil
}

// fineness is how far curves may be off, a tenth of a pixel, in the units that m
// maps.
func fineness(m matrix) float64 { return .1 / max(m.scale(), 1e-6) }

func (c *canvas) words(w *words) error {
	runs, err := w.letters(c.fonts)
	if err != nil {
		return err
	}
	for i, run := range runs {
		r := &w.runs[i]
		for _, line := range [2]bool{r.strokeFirst, !r.strokeFirst} {
			p := r.fill
			if line {
				p = r.line
			}
			if !p.on {
				continue
			}
			c.cover.clear()
			for _, l := range run {
				if err := c.letter(l, r, line); err != nil {
					return err
				}
			}
			if err := c.paint(p, false, w.clip); err != nil {
				return err
			}
		}
	}
	return nil
}

// letter adds one, or the line around it, to what is painted next.
func (c *canvas) letter(l letter, r *run, line bool) error {
	m := c.m.mul(l.m)
	area := l.shape.flat(fineness(m))
	if line {
		p := r.pen
		p.width, p.dash = p.width/r.size, nil
		var err error
		if area, err = p.stroke(area, m.scale()); err != nil {
			return err
		}
	}
	c.cover.add(area, m)
	return nil
}

// spend counts what is painted, so that a hostile drawing ends.
func (c *canvas) spend(pixels int) error {
	if c.left -= pixels; c.left < 0 {
		return errTooMuch
	}
	return nil
}

// paint fills what is covered.
func (c *canvas) paint(p paint, evenOdd bool, by *clip) error {
	pixels := 0
	for y := c.cover.rows.Min.Y; y < c.cover.rows.Max.Y; y++ {
		pixels += max(0, c.cover.right[y]-c.cover.left[y])
	}
	if err := c.spend(pixels); err != nil {
		return err
	}
	row := func(y, x int, taken []uint8) { c.row(p, y, x, taken) }
	if by == nil {
		c.cover.each(evenOdd, row)
		return nil
	}
	area := c.cover // masks are made with another cover
	mask, err := c.mask(by)
	if err != nil {
		return err
	}
	area.each(evenOdd, func(y, x int, taken []uint8) {
		from := mask.Pix[y*mask.Stride+x:][:len(taken)]
		for i, v := range from {
			if v < 255 {
				taken[i] = uint8(uint32(taken[i]) * uint32(v) / 255)
			}
		}
		row(y, x, taken)
	})
	return nil
}

// row paints a run of pixels.
func (c *canvas) row(p paint, y, x int, taken []uint8) {
	pix := c.Pix[y*c.Stride+4*x:][: 4*len(taken) : 4*len(taken)]
	if p.gradient != nil {
		back, _ := c.m.inverse()
		for i, v := range taken {
			if v > 0 {
				at := back.at(point{float64(x+i) + .5, float64(y) + .5})
				over(pix[4*i:4*i+4], ink255(faded(p.gradient.colour(at), p.share), uint32(v)))
			}
		}
		return
	}
	whole := ink255(p.color, 255)
	for i, v := range taken {
		switch to := pix[4*i : 4*i+4 : 4*i+4]; {
		case v == 255 && whole[3] == 255:
			to[0], to[1], to[2], to[3] = uint8(whole[0]), uint8(whole[1]), uint8(whole[2]), 255
		case v > 0:
			over(to, ink255(p.color, uint32(v)))
		}
	}
}

// ink255 is a colour of which a part of 255 covers a pixel, each channel times
// what covers.
func ink255(c color.NRGBA, taken uint32) [4]uint32 {
	a := uint32(c.A) * taken
	return [4]uint32{
		(uint32(c.R)*a + 32512) / 65025, (uint32(c.G)*a + 32512) / 65025, (uint32(c.B)*a + 32512) / 65025, (a + 127) / 255,
	}
}

// over puts a colour on a pixel.
func over(pix []uint8, c [4]uint32) {
	rest := 255 - c[3]
	for i := range 4 {
		pix[i] = uint8(min(255, c[i]+(uint32(pix[i])*rest+127)/255))
	}
}

// mask is what a clip leaves of each pixel of the picture.
func (c *canvas) mask(k *clip) (*image.Alpha, error) {
	if m := c.clips[k]; m != nil {
		return m, nil
	}
	if err := c.spend(2 * c.Rect.Dx() * c.Rect.Dy()); err != nil {
		return nil, err
	}
	m := image.NewAlpha(c.Rect)
	z := newCover(c.Rect.Dx(), c.Rect.Dy())
	for _, a := range k.areas {
		z.clear()
		z.add(a.path().flat(fineness(c.m)), c.m)
		z.each(a.evenOdd, func(y, x int, taken []uint8) {
			to := m.Pix[y*m.Stride+x:][:len(taken)]
			for i, v := range taken {
				to[i] = max(to[i], v)
			}
		})
	}
	if k.up != nil {
		up, err := c.mask(k.up)
		if err != nil {
			return nil, err
		}
		for i, v := range up.Pix {
			m.Pix[i] = uint8(uint32(m.Pix[i]) * uint32(v) / 255)
		}
	}
	if len(c.clips) >= 8 { // those in use come one after the other
		clear(c.clips)
	}
	c.clips[k] = m
	return m, nil
}
