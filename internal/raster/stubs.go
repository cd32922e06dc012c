package raster

import (
	"bytes"
	"errors"
	"image"
	"image/png"

	"kepu/internal/typeset"
)


func (s *scene) draw(width int, fonts typeset.Fonts) (*image.RGBA, error) {
	return nil, errors.New("not yet drawn")
}
func (s *scene) flatten() ([]byte, error)           { return nil, errors.New("not yet drawn") }
func encode(buf *bytes.Buffer, m *image.RGBA) error { return png.Encode(buf, m) }
