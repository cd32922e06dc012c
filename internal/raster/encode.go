package raster

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// encode writes a PNG. A figure has few colours and many shades of them where
// they meet; with a palette it takes a third of the bytes and of the time.
func encode(buf *bytes.Buffer, m *image.RGBA) error {
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if p := indexed(m); p != nil {
		return e.Encode(buf, p)
	}
	return e.Encode(buf, m)
}

// A shade is a colour as a picture holds it, and how many pixels have it.
type shade struct {
	rgba  uint32
	count int
}

// indexed gives a picture with a palette; nil if that would show.
func indexed(m *image.RGBA) *image.Paletted {
	const room = 1 << 14
	slots := map[uint32]int{}
	var shades []shade
	out := make([]uint16, len(m.Pix)/4) // the number of each pixel's shade
	last, number := uint32(0), -1
	for i := range out {
		c := binary.BigEndian.Uint32(m.Pix[4*i:])
		if c != last || number < 0 {
			n, known := slots[c]
			if !known {
				if n = len(shades); n == room {
					return nil
				}
				slots[c] = n
				shades = append(shades, shade{rgba: c})
			}
			last, number = c, n
		}
		shades[number].count++
		out[i] = uint16(number)
	}
	order := make([]int, len(shades))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(shades[b].count-shades[a].count, cmp.Compare(shades[a].rgba, shades[b].rgba))
	})
	for _, near := range tolerances {
		if palette, index := merge(shades, order, near*near); palette != nil {
			p := image.NewPaletted(m.Rect, palette)
			for i, n := range out {
				p.Pix[i] = index[n]
			}
			return p
		}
	}
	return nil
}

// tolerances are how far shades may be from the one that stands for them, of 255.
var tolerances = []int{0, 5, 8, 12}

// merge gives a palette in which each shade has one near it, and which that is;
// nil if it would have more than 256. order is that of their frequency.
func merge(shades []shade, order []int, near int) (color.Palette, []uint8) {
	var kept []uint32
	var palette color.Palette
	index := make([]uint8, len(shades))
next:
	for _, n := range order {
		for i, k := range kept {
			if apart(shades[n].rgba, k) <= near {
				index[n] = uint8(i)
				continue next
			}
		}
		if len(kept) == 256 {
			return nil, nil
		}
		index[n] = uint8(len(kept))
		kept = append(kept, shades[n].rgba)
		palette = append(palette, shades[n].colour())
	}
	return palette, index
}

func (s shade) colour() color.Color {
	return color.RGBA{uint8(s.rgba >> 24), uint8(s.rgba >> 16), uint8(s.rgba >> 8), uint8(s.rgba)}
}

// apart is the square of how far two colours are from each other.
func apart(a, b uint32) int {
	sum := 0
	for shift := 0; shift < 32; shift += 8 {
		d := int(a>>shift&255) - int(b>>shift&255)
		sum += d * d
	}
	return sum
}
