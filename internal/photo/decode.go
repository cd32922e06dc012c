package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// Bounds of what is worked on: 40 megapixels take up to 160 MB.
const (
	mostPixels = 40_000_000
	mostSide   = 20_000
)

// readHead gives the size and the format of a picture that can be decoded.
func readHead(data []byte) (size image.Point, format string, err error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return size, "", ErrFormat
	case err != nil:
		return size, "", fmt.Errorf("damaged picture: %w", err)
	case c.Width < 1 || c.Height < 1:
		return size, "", ErrFormat
	case max(c.Width, c.Height) > mostSide || c.Width > mostPixels/c.Height:
		return size, "", fmt.Errorf("%w: %d × %d", ErrTooLarge, c.Width, c.Height)
	}
	return image.Pt(c.Width, c.Height), format, nil
}

func decode(data []byte) (image.Image, error) {
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("damaged picture: %w", err)
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
	if part.Size() == size {
		draw.Draw(to, to.Rect, m, part.Min, draw.Src)
	} else {
		draw.CatmullRom.Scale(to, to.Rect, m, part, draw.Src, nil)
	}
	return to
}
