package album

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // as pictures of an album are
	"image/png"
	"net/http"

	"golang.org/x/image/draw"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/photo"
)

// Photos gives at most so many of the photographs, cut to width × height pixels.
// Those that would have to be enlarged, or cannot be cut, are passed over.
func (a *Album) Photos(most, width, height, maxBytes int) []channel.File {
	var list []channel.File
	for i, f := range a.files {
		c, _, err := image.DecodeConfig(bytes.NewReader(f.Data))
		if a.sorts[i] != photograph || err != nil || c.Width < width || c.Height < height {
			continue
		}
		if len(list) == most {
			break
		}
		if cut, err := a.cut(f, width, height, maxBytes); err == nil {
			list = append(list, cut)
		}
	}
	return list
}

// Squares gives at most so many of the pictures as squares with sides of so many
// pixels: photographs are cut, drawings stand whole on white. Formulas are
// nothing to look at by themselves and are left out, as is what cannot be made a
// square.
func (a *Album) Squares(most, side, maxBytes int) []channel.File {
	var list []channel.File
	for i, f := range a.files {
		if a.sorts[i] == expression {
			continue
		}
		if len(list) == most {
			break
		}
		var err error
		if a.sorts[i] == drawing {
			f, err = a.mount(f, side, maxBytes)
		} else {
			f, err = a.cut(f, side, side, maxBytes)
		}
		if err == nil {
			list = append(list, f)
		}
	}
	return list
}

func (a *Album) cut(f channel.File, width, height, maxBytes int) (channel.File, error) {
	return a.again(f, func() (photo.Fitted, error) { return photo.Crop(f.Data, width, height, maxBytes) }, "cut", width, height, maxBytes)
}

// margin is what a mounted drawing has around it, of its square.
const margin = 1. / 24

// mount puts a drawing in the middle of a white square.
func (a *Album) mount(f channel.File, side, maxBytes int) (channel.File, error) {
	return a.again(f, func() (photo.Fitted, error) {
		m, _, err := image.Decode(bytes.NewReader(f.Data))
		if err != nil {
			return photo.Fitted{}, err
		}
		size, room := m.Bounds().Size(), float64(side)*(1-2*margin)
		scale := min(room/float64(size.X), room/float64(size.Y))
		w, h := max(1, int(float64(size.X)*scale)), max(1, int(float64(size.Y)*scale))
		at := image.Pt((side-w)/2, (side-h)/2)
		square := onWhite(m, image.Rect(0, 0, side, side), image.Rectangle{at, at.Add(image.Pt(w, h))})
		return crisp(square, photo.Want{MaxBytes: maxBytes})
	}, "mount", side, maxBytes)
}

// again makes another picture of one, keeping it for other builds.
func (a *Album) again(f channel.File, make func() (photo.Fitted, error), parts ...any) (channel.File, error) {
	var err error
	f.Data, err = a.job.Keep(func() ([]byte, error) {
		p, err := make()
		return p.Data, err
	}, append(parts, artifact.DigestBytes(f.Data))...)
	f.Type = http.DetectContentType(f.Data)
	return f, err
}

// onWhite draws a picture into a rectangle of a white sheet.
func onWhite(m image.Image, sheet, place image.Rectangle) *image.RGBA {
	white := image.NewRGBA(sheet)
	draw.Draw(white, sheet, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(white, place, m, m.Bounds(), draw.Over, nil)
	return white
}

// crisp encodes a drawing, whose thin lines and letters JPEG would blur.
func crisp(m *image.RGBA, want photo.Want) (photo.Fitted, error) {
	if size := m.Rect.Size(); !want.JPEG && within(size.X, want.MaxWidth) && within(size.Y, want.MaxHeight) {
		var buf bytes.Buffer
		if err := png.Encode(&buf, m); err != nil {
			return photo.Fitted{}, err
		}
		if within(buf.Len(), want.MaxBytes) {
			return photo.Fitted{Data: buf.Bytes(), Type: "image/png", Width: size.X, Height: size.Y}, nil
		}
	}
	return photo.FromImage(m, want)
}

// within tells that a bound holds. One of 0 always does.
func within(n, most int) bool { return most <= 0 || n <= most }
