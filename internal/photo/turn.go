package photo

import (
	"bytes"
	"encoding/binary"
	"image"
)

// A turn tells how a camera was held: the value of Exif's tag Orientation. From
// 5 on, width and height change places.
type turn uint8

const (
	upright turn = 1
	lying   turn = 5
)

// size is that of a picture before or after it is turned.
func (t turn) size(p image.Point) image.Point {
	if t >= lying {
		return image.Pt(p.Y, p.X)
	}
	return p
}

// from tells where in the stored picture, which has a size, a pixel of the seen
// one is.
func (t turn) from(x, y int, stored image.Point) (int, int) {
	right, bottom := stored.X-1, stored.Y-1
	switch t {
	case 2:
		return right - x, y
	case 3:
		return right - x, bottom - y
	case 4:
		return x, bottom - y
	case 5:
		return y, x
	case 6:
		return y, bottom - x
	case 7:
		return right - y, bottom - x
	case 8:
		return right - y, x
	}
	return x, y
}

// place tells where in the stored picture a part of the seen one is.
func (t turn) place(part image.Rectangle, stored image.Point) image.Rectangle {
	x0, y0 := t.from(part.Min.X, part.Min.Y, stored)
	x1, y1 := t.from(part.Max.X-1, part.Max.Y-1, stored)
	return image.Rect(min(x0, x1), min(y0, y1), max(x0, x1)+1, max(y0, y1)+1)
}

// apply turns a picture.
func (t turn) apply(m *image.RGBA) *image.RGBA {
	if t == upright {
		return m
	}
	to := image.NewRGBA(image.Rectangle{Max: t.size(m.Rect.Size())})
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			sx, sy := t.from(x, y, m.Rect.Size())
			copy(to.Pix[to.PixOffset(x, y):][:4], m.Pix[m.PixOffset(sx, sy):][:4])
		}
	}
	return to
}

// turnOf reads how a photograph has to be turned to be seen upright.
func turnOf(data []byte) turn {
	for _, s := range segments(data) {
		d := exifOf(s)
		for _, e := range d.entries(d.first()) {
			if v := turn(d.short(e + 8)); d.short(e) == tagOrientation && v >= upright && v <= 8 {
				return v
			}
		}
	}
	return upright
}

// Tags of Exif (CIPA DC-008), and the lengths of its types in bytes.
const (
	tagOrientation = 0x112
	tagPlace       = 0x8825 // leads to a directory of its own
)

var typeSize = [...]int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8}

// exif is the TIFF structure within a file. What points out of it reads as 0.
type exif struct {
	data  []byte
	order binary.ByteOrder
}

// exifOf finds it in a segment of JPEG; without data if it is not there.
func exifOf(segment []byte) exif {
	tiff, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00"))
	switch {
	case ok && bytes.HasPrefix(tiff, []byte("II")):
		return exif{tiff, binary.LittleEndian}
	case ok && bytes.HasPrefix(tiff, []byte("MM")):
		return exif{tiff, binary.BigEndian}
	}
	return exif{nil, binary.BigEndian}
}

func (d exif) short(at int) int {
	if at < 0 || at+2 > len(d.data) {
		return 0
	}
	return int(d.order.Uint16(d.data[at:]))
}

func (d exif) long(at int) int {
	if at < 0 || at+4 > len(d.data) {
		return 0
	}
	return int(d.order.Uint32(d.data[at:]))
}

// first is where the first directory stands.
func (d exif) first() int { return d.long(4) }

// entries are the places of a directory's entries, of 12 bytes each: tag, type,
// count, value or where it is.
func (d exif) entries(at int) []int {
	var list []int
	for i := range d.short(at) {
		e := at + 2 + 12*i
		if at < 8 || e+12 > len(d.data) {
			break
		}
		list = append(list, e)
	}
	return list
}
