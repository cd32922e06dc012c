package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"math"
	"sync"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// Bounds of what is worked on. A photograph of MostPixels takes up to 400 MB. What
// a decoder has to hold in more than three bytes a pixel has to be smaller: a
// progressive JPEG, or a PNG.
const (
	MostPixels = 60_000_000
	MostCostly = 40_000_000
	mostSide   = 20_000
	ordinary   = 24_000_000 // pixels, up to which pictures are worked on side by side, and written
	// mostBetween is how many pixels the better way of scaling may hold between its
	// two passes, in 32 bytes each.
	mostBetween = 8_000_000
)

// large is held by whoever works on a picture of more than ordinary size.
var large sync.Mutex

// alone waits until nobody else works on a large picture, if this is one, and
// gives what is to be called afterwards.
func alone(size image.Point) (done func()) {
	if size.X*size.Y <= ordinary {
		return func() {}
	}
	large.Lock()
	return large.Unlock
}

// modest is a size of the same shape that is no more than ordinary.
func modest(size image.Point) image.Point {
	if n := size.X * size.Y; n > ordinary {
		less := math.Sqrt(ordinary / float64(n))
		return image.Pt(max(1, int(less*float64(size.X))), max(1, int(less*float64(size.Y))))
	}
	return size
}

// readHead gives the size and the format of a picture that can be decoded.
func readHead(data []byte) (size image.Point, format string, err error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	most := MostPixels
	if format != "jpeg" || progressive(data) {
		most = MostCostly
	}
	switch {
	case errors.Is(err, image.ErrFormat):
		return size, "", ErrFormat
	case err != nil:
		return size, "", fmt.Errorf("%w: %w", ErrDamaged, err)
	case c.Width < 1 || c.Height < 1:
		return size, "", ErrFormat
	case max(c.Width, c.Height) > mostSide || c.Width > most/c.Height:
		return size, "", fmt.Errorf("%w: %d × %d", ErrTooLarge, c.Width, c.Height)
	}
	return image.Pt(c.Width, c.Height), format, nil
}

func decode(data []byte) (image.Image, error) {
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if m.Bounds().Empty() { // the first frame of a GIF need not fill it
		return nil, ErrFormat
	}
	return m, nil
}

// scale gives a picture another size.
func scale(m image.Image, size image.Point) *image.RGBA { return scalePart(m, m.Bounds(), size) }

// scalePart gives a part of a picture a size. What is much larger is first
// reduced to twice the size, in a way that is fast and needs no room: beyond
// that the better way shows no difference.
func scalePart(m image.Image, part image.Rectangle, size image.Point) *image.RGBA {
	if part.Dx() > 3*size.X && part.Dy() > 3*size.Y {
		half := image.NewRGBA(image.Rectangle{Max: size.Mul(2)})
		draw.ApproxBiLinear.Scale(half, half.Rect, m, part, draw.Src, nil)
		m, part = half, half.Rect
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	switch {
	case part.Size() == size:
		draw.Draw(to, to.Rect, m, part.Min, draw.Src)
	case size.X*part.Dy() > mostBetween:
		draw.ApproxBiLinear.Scale(to, to.Rect, m, part, draw.Src, nil)
	default:
		draw.CatmullRom.Scale(to, to.Rect, m, part, draw.Src, nil)
	}
	return to
}
