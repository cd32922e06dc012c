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
	mask, err := c.mask(s.clip)
	if err != nil {
		return err
	}
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
			if area, err = s.pen.stroke(contours, m.scale()); err != nil {
				return err
			}
		}
		c.cover.clear()
		c.cover.add(area, m)
		if err := c.paint(p, evenOdd, mask); err != nil {
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
	mask, err := c.mask(w.clip)
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
			if err := c.paint(p, false, mask); err != nil {
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

// paint fills what is covered, and within a mask if there is one.
func (c *canvas) paint(p paint, evenOdd bool, mask *image.Alpha) error {
	if err := c.spend(c.cover.pixels()); err != nil {
		return err
	}
	put := func(y, x, n int, part uint8) {
		fill(c.Pix[y*c.Stride+4*x:][:4*n], premultiplied(p.color, uint32(part)))
	}
	if p.gradient != nil {
		back, _ := c.m.inverse()
		put = func(y, x, n int, part uint8) {
			for i := x; i < x+n; i++ {
				colour := p.gradient.colour(back.at(point{float64(i) + .5, float64(y) + .5}))
				fill(c.Pix[y*c.Stride+4*i:][:4], premultiplied(faded(colour, p.share), uint32(part)))
			}
		}
	}
	if mask == nil {
		c.cover.each(evenOdd, put)
		return nil
	}
	c.cover.each(evenOdd, func(y, x, n int, part uint8) {
		row := mask.Pix[y*mask.Stride+x:][:n]
		for i := 0; i < n; {
			end := i + 1
			for end < n && row[end] == row[i] {
				end++
			}
			if left := uint8((uint32(part)*uint32(row[i]) + 127) / 255); left > 0 {
				put(y, x+i, end-i, left)
			}
			i = end
		}
	})
	return nil
}

// fill puts a colour on pixels.
func fill(pix []uint8, c [4]uint32) {
	if c[3] < 255 {
		for ; len(pix) > 0; pix = pix[4:] {
			over(pix, c)
		}
		return
	}
	for i := range 4 {
		pix[i] = uint8(c[i])
	}
	for done := 4; done < len(pix); done *= 2 {
		copy(pix[done:], pix[:done])
	}
}

// premultiplied is a colour of which a part of 255 covers a pixel, each channel times
// what covers.
func premultiplied(c color.NRGBA, taken uint32) [4]uint32 {
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

// mask is what a clip leaves of each pixel of the picture; nil for no clip.
func (c *canvas) mask(k *clip) (*image.Alpha, error) {
	if k == nil {
		return nil, nil
	}
	if m := c.clips[k]; m != nil {
		return m, nil
	}
	if err := c.spend(2 * c.Rect.Dx() * c.Rect.Dy()); err != nil {
		return nil, err
	}
	up, err := c.mask(k.up)
	if err != nil {
		return nil, err
	}
	m := image.NewAlpha(c.Rect)
	for _, a := range k.areas {
		c.cover.clear()
		c.cover.add(a.path().flat(fineness(c.m)), c.m)
		c.cover.each(a.evenOdd, func(y, x, n int, part uint8) {
			row := m.Pix[y*m.Stride+x:][:n]
			for i := range row {
				row[i] = max(row[i], part)
			}
		})
	}
	if up != nil {
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
