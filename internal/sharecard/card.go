// Package sharecard draws the pictures that stand for a page where it is shared:
// a wide card for previews and a tall poster for chat groups, each with title,
// picture, what there is to know, and the page's QR code.
//
// It knows nothing of entries and looks for no fonts: a Press is given them.
package sharecard

import (
	"bytes"
	"fmt"
	"image"
	"sync"

	"kepu/internal/artifact"
	"kepu/internal/typeset"
)

// A Card is what both pictures show. Text that is empty is left out.
type Card struct {
	Lang    string // of the words: "zh-CN", "ko", "en"
	Site    string // name of the site
	Label   string // topic or kind
	Title   string
	Lines   []string // of several, the first is set apart: a date, years
	Mark    string   // a surname, set large on the drawing
	Example string   // 示例
	Motif   string   // see package motif
	Seed    string
	Address string // absolute, of the page, for its code
	Scan    string // 扫码阅读

	PhotoDigest artifact.Digest        // of the picture; zero if there is none
	Photo       func() ([]byte, error) `digest:"-"` // reads it: JPEG, PNG, GIF or WebP
}

// mostPlate is the greatest width and height of a cover, in pixels.
const mostPlate = 4096

// A Press draws cards. It may be used by several goroutines.
type Press struct {
	// ID identifies the fonts; two presses of one ID draw alike. It is "" for
	// one without fonts, whose cards have no text.
	ID     string
	fonts  func() (typeset.Fonts, error)
	sheets sync.Pool
	large  sync.Mutex
}

// NewPress makes a press. open gives the fonts when the first card is drawn;
// nil is for no fonts.
func NewPress(id string, open func() (typeset.Fonts, error)) *Press {
	if open == nil {
		open = func() (typeset.Fonts, error) { return typeset.Fonts{}, nil }
	}
	p := &Press{ID: id, fonts: sync.OnceValues(open)}
	p.sheets.New = func() any { return &page{large: &p.large} }
	return p
}

// Wide appends the wide card as PNG, 1200 × 630 pixels.
func (p *Press) Wide(buf *bytes.Buffer, c *Card) error { return p.draw(buf, c, wide) }

// Tall appends the poster as PNG, 1080 × 1440 pixels.
func (p *Press) Tall(buf *bytes.Buffer, c *Card) error { return p.draw(buf, c, tall) }

// Front appends the first card of a set as PNG, 1080 × 1440 pixels: a poster
// without a code, which media that live on themselves do not take.
func (p *Press) Front(buf *bytes.Buffer, c *Card) error { return p.draw(buf, c, front) }

// Plate appends a cover without text as PNG, of a width and a height in pixels:
// the photograph, cut to fill it, or the drawing. Of a photograph of which less
// than half would be left, all stands in the middle of the drawing.
func (p *Press) Plate(buf *bytes.Buffer, c *Card, width, height int) error {
	if width <= 0 || height <= 0 || width > mostPlate || height > mostPlate {
		return fmt.Errorf("a cover of %d × %d pixels", width, height)
	}
	s := p.sheets.Get().(*page)
	defer p.sheets.Put(s)
	s.Reset(width, height, paletteOf(c.Motif))
	if err := s.picture(image.Rect(0, 0, width, height), c, 255); err != nil {
		return err
	}
	return s.Encode(buf)
}

// Fonts gives those of the press; they are nil for one without.
func (p *Press) Fonts() (typeset.Fonts, error) { return p.fonts() }

func (p *Press) draw(buf *bytes.Buffer, c *Card, f format) error {
	fonts, err := p.fonts()
	if err != nil {
		return fmt.Errorf("share card: %w", err)
	}
	s := p.sheets.Get().(*page)
	defer p.sheets.Put(s)
	s.Reset(f.size.X, f.size.Y, paletteOf(c.Motif))
	if err := f.lay(s, c, fonts); err != nil {
		return err
	}
	return s.Encode(buf)
}
