package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// qualities of JPEG, the first that fits is taken. Below the last one a smaller
// picture looks better.
var qualities = []int{88, 80, 70, 58}

// smallest is the longer side, in pixels, below which a picture shows nothing.
const smallest = 96

// finish encodes a picture that has its size, smaller where it takes too many
// bytes.
func finish(m *image.RGBA, w Want, label []byte) (Fitted, error) {
	room := w
	if label != nil && w.MaxBytes > 0 {
		room.MaxBytes = max(1, w.MaxBytes-len(label)-labelFrame)
	}
	for {
		data, kind, err := encode(m, room)
		if err != nil {
			return Fitted{}, err
		}
		if data != nil {
			return Fitted{withLabel(data, label), kind, m.Rect.Dx(), m.Rect.Dy(), true}, nil
		}
		less := image.Pt(max(1, m.Rect.Dx()*3/4), max(1, m.Rect.Dy()*3/4))
		if max(less.X, less.Y) < smallest {
			return Fitted{}, ErrTooSmall
		}
		m = scale(m, less)
	}
}

// encode gives no data where a picture does not fit at its size. What has few
// colours, such as a drawing, or is transparent is better as PNG.
func encode(m *image.RGBA, w Want) (data []byte, kind string, err error) {
	var buf bytes.Buffer
	if !w.JPEG {
		drawn := fewColours(m)
		if drawn != nil {
			err = png.Encode(&buf, drawn)
		} else if !m.Opaque() {
			err = png.Encode(&buf, m)
		}
		if err != nil || buf.Len() > 0 && w.holds(buf.Len()) {
			return buf.Bytes(), "image/png", err
		}
	}
	if !m.Opaque() {
		m = onGround(m, w.Ground)
	}
	for _, q := range qualities {
		buf.Reset()
		if err := jpeg.Encode(&buf, m, &jpeg.Options{Quality: q}); err != nil || w.holds(buf.Len()) {
			return buf.Bytes(), "image/jpeg", err
		}
	}
	return nil, "", nil
}

func onGround(m *image.RGBA, ground color.Color) *image.RGBA {
	if ground == nil {
		ground = color.White
	}
	to := image.NewRGBA(m.Rect)
	draw.Draw(to, to.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	draw.Draw(to, to.Rect, m, m.Rect.Min, draw.Over)
	return to
}

// fewColours gives a picture with a palette; nil if it has more colours than
// that holds.
func fewColours(m *image.RGBA) *image.Paletted {
	to := image.NewPaletted(m.Rect, nil)
	known := map[color.RGBA]uint8{}
	var last color.RGBA
	index := uint8(0)
	for y := range m.Rect.Dy() {
		from := m.Pix[y*m.Stride:][:4*m.Rect.Dx()]
		row := to.Pix[y*to.Stride:][:m.Rect.Dx()]
		for x := range row {
			c := color.RGBA{from[4*x], from[4*x+1], from[4*x+2], from[4*x+3]}
			if c != last || len(known) == 0 {
				i, ok := known[c]
				if !ok {
					if len(known) == 256 {
						return nil
					}
					i = uint8(len(known))
					known[c] = i
					to.Palette = append(to.Palette, c)
				}
				last, index = c, i
			}
			row[x] = index
		}
	}
	return to
}
