// Package raster draws figures in SVG: as pixels, for media that take no
// drawings, and flat, for editors that take only plain shapes.
//
// It knows what figures are made of: shapes, paths, text, groups, use and symbol,
// markers, gradients, clipping with shapes, style sheets with simple selectors.
// What it does not know is an error that names it, so that no picture is
// silently wrong. It never loads anything.
package raster

import (
	"bytes"
	"errors"
	"fmt"
	"image"

	"kepu/internal/typeset"
)

// Bounds of a drawing. What goes beyond was not drawn by a person.
const (
	mostElements = 20_000  // in the file, and once more where use repeats them
	mostDepth    = 100     // of elements within each other
	mostSegments = 200_000 // of all paths
	mostDashes   = 20_000  // of all dashed lines
	mostRules    = 1_000   // of style sheets
	mostRunes    = 50_000  // of all text
	mostClips    = 5_000
	mostSide     = 8192 // pixels
	mostPixels   = 16 << 20
)

var errTooMuch = errors.New("the drawing is too large")

// ErrNoFonts is why text cannot be drawn.
var ErrNoFonts = errors.New("no fonts to draw text with")

// PNG draws a figure with a width in pixels; its height follows from its shape.
// What the drawing leaves open is transparent. Fonts may be missing where there
// is no text.
func PNG(svg []byte, width int, fonts typeset.Fonts) ([]byte, error) {
	m, err := Image(svg, width, fonts)
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	if err := encode(&buf, m); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// Image draws a figure as PNG does.
func Image(svg []byte, width int, fonts typeset.Fonts) (*image.RGBA, error) {
	s, err := read(svg)
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	m, err := s.draw(width, fonts)
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return m, nil
}

// Flatten writes a figure for editors that strip all that has an id or refers to
// one: shapes and text with attributes, nothing else, as short as it can be for a
// column of 677 pixels. It fills the width of its column. A gradient that shows is an
// error.
func Flatten(svg []byte) ([]byte, error) {
	s, err := read(svg)
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	flat, err := s.flatten()
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return flat, nil
}
