// Package picture looks at image files: what they are, how large they are, and
// whether an SVG drawing is safe to publish. A page that knows the size of its
// pictures does not shift while they load.
//
// It never reads files and never changes an image.
package picture

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"path"
	"strings"

	_ "golang.org/x/image/webp"
)

// Info is what a page has to know of an image. Width and Height are pixels, or
// for a drawing its nominal size in CSS pixels; 0 where it states none.
type Info struct {
	Type          string // media type, "image/svg+xml"
	Width, Height int
}

// Inspect reads what an image says of itself. trusted lets an SVG hold scripts.
func Inspect(name string, data []byte, trusted bool) (Info, *Problem) {
	if strings.EqualFold(path.Ext(name), ".svg") {
		return inspectSVG(data, trusted)
	}
	if len(data) > 12 && string(data[4:8]) == "ftyp" && strings.HasPrefix(string(data[8:12]), "avi") {
		w, h, ok := avifSize(data)
		if !ok {
			return Info{}, cutOff
		}
		return Info{"image/avif", w, h}, nil
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return Info{}, unknown
	case errors.Is(err, io.ErrUnexpectedEOF), err == nil && !whole(format, data):
		return Info{}, cutOff
	case err != nil:
		return Info{}, broken(err)
	}
	return Info{"image/" + format, cfg.Width, cfg.Height}, nil
}

// avifSize finds the image spatial extents property (ISO/IEC 23008-12, 6.5.3):
// a box "ispe" of version and flags, width and height, 32 bits each.
func avifSize(data []byte) (w, h int, ok bool) {
	i := bytes.Index(data, []byte("ispe"))
	if i < 0 || len(data) < i+16 {
		return 0, 0, false
	}
	be := func(b []byte) int { return int(b[0])<<24 | int(b[1])<<16 | int(b[2])<<8 | int(b[3]) }
	return be(data[i+8:]), be(data[i+12:]), true
}
