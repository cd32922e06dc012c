// Package photo fits pictures into the limits of a medium: so many pixels, so
// many bytes, JPEG only. What fits already stays as it is, but for the place
// where it was taken, which is nobody's business.
//
// It reads JPEG, PNG, GIF (the first frame) and WebP and writes JPEG or PNG.
package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
)

// Want is what a medium takes. A bound of 0 does not hold.
type Want struct {
	MaxWidth, MaxHeight int         // pixels
	MaxBytes            int         // of the file
	JPEG                bool        // takes no PNG
	Ground              color.Color // of a JPEG, under what is transparent; nil is white
}

// Fitted is a picture that fits.
type Fitted struct {
	Data          []byte
	Type          string // image/jpeg or image/png
	Width, Height int    // pixels, as they are seen
	Changed       bool   // Data are not the bytes that came in
}

// Why a picture cannot be fitted.
var (
	ErrFormat   = errors.New("not a picture in JPEG, PNG, GIF or WebP")
	ErrDamaged  = errors.New("the picture is damaged")
	ErrTooLarge = errors.New("the picture has more pixels than can be worked on")
	ErrTooSmall = errors.New("even a tiny picture would have too many bytes")
)

// Fit makes a picture fit. It keeps its shape and is never enlarged; first its
// quality is lowered, then its size. One that the camera held askew is turned
// upright, since not every medium does that. What has to be written anew has at
// most 24 megapixels.
func Fit(data []byte, w Want) (Fitted, error) {
	head, format, err := readHead(data)
	if err != nil {
		return Fitted{}, err
	}
	defer alone(head)()
	turn := turnOf(data)
	seen := turn.size(head)
	if turn == upright && (format == "jpeg" || format == "png" && !w.JPEG) && w.within(seen) == seen && w.holds(len(data)) {
		if _, err := decode(data); err != nil { // nobody else looks beyond the head
			return Fitted{}, err
		}
		clean := withoutPlace(data)
		return Fitted{clean, "image/" + format, seen.X, seen.Y, !bytes.Equal(clean, data)}, nil
	}
	m, err := decode(data)
	if err != nil {
		return Fitted{}, err
	}
	return finish(turn.apply(scale(m, turn.size(modest(w.within(seen))))), w, labelOf(data))
}

// Crop fills a rectangle of width × height pixels with a picture, enlarged where
// it is smaller, and cuts off what stands out: from the sides alike, from the
// top less than from below, since faces are there. maxBytes of 0 is no bound; a
// picture that would have more at a fair quality becomes smaller, in its shape.
func Crop(data []byte, width, height, maxBytes int) (Fitted, error) {
	if width < 1 || height < 1 || width > MostPixels/height {
		return Fitted{}, fmt.Errorf("%w: %d × %d", ErrTooLarge, width, height)
	}
	head, _, err := readHead(data)
	if err != nil {
		return Fitted{}, err
	}
	defer alone(head)()
	m, err := decode(data)
	if err != nil {
		return Fitted{}, err
	}
	turn, want := turnOf(data), image.Pt(width, height)
	part := shown(turn.size(m.Bounds().Size()), want)
	raw := turn.place(part, m.Bounds().Size()).Add(m.Bounds().Min)
	return finish(turn.apply(scalePart(m, raw, turn.size(want))), Want{MaxBytes: maxBytes}, labelOf(data))
}

// FromImage makes a picture in memory fit.
func FromImage(m image.Image, w Want) (Fitted, error) {
	size := m.Bounds().Size()
	if size.X < 1 || size.Y < 1 || size.X > MostPixels/size.Y {
		return Fitted{}, fmt.Errorf("%w: %d × %d", ErrTooLarge, size.X, size.Y)
	}
	return finish(scale(m, w.within(size)), w, nil)
}

// holds reports whether a file of n bytes is taken.
func (w Want) holds(n int) bool { return w.MaxBytes <= 0 || n <= w.MaxBytes }

// within is the size of a picture of a size, once it fits.
func (w Want) within(size image.Point) image.Point {
	if w.MaxWidth > 0 && size.X > w.MaxWidth {
		size = image.Pt(w.MaxWidth, max(1, size.Y*w.MaxWidth/size.X))
	}
	if w.MaxHeight > 0 && size.Y > w.MaxHeight {
		size = image.Pt(max(1, size.X*w.MaxHeight/size.Y), w.MaxHeight)
	}
	return size
}

// shown is the part of a picture that shows in a frame.
func shown(size, frame image.Point) image.Rectangle {
	if high := size.X * frame.Y / frame.X; high <= size.Y {
		high = max(1, high)
		top := (size.Y - high) * 2 / 5
		return image.Rect(0, top, size.X, top+high)
	}
	wide := max(1, size.Y*frame.X/frame.Y)
	left := (size.X - wide) / 2
	return image.Rect(left, 0, left+wide, size.Y)
}
