package wechat

import (
	"bytes"
	"fmt"

	"kepu/internal/channel"
	"kepu/internal/photo"
	"kepu/internal/sharecard"
)

// Covers are the two that WeChat shows: the wide one above the first article of
// a message, the square one beside the others and where an article is shared.
type covers struct{ wide, square *picture }

const (
	wideX, wideY = 900, 383 // 2.35 : 1
	squareX      = 500
)

// squareOfWide is the middle of the wide cover, which the API is told to show as
// the square one: it takes one picture for both.
var squareOfWide = fmt.Sprintf("%.6f_0_%.6f_1", float64(wideX-wideY)/2/wideX, float64(wideX+wideY)/2/wideX)

// cover makes them from the article's own picture, or draws them.
func (g *gallery) cover(p *channel.Piece, i int) covers {
	var data []byte
	if p.Cover != nil {
		var err error
		if data, err = g.pixels(*p.Cover); err != nil {
			g.miss(p.Cover.Path, p.Of("cover").Line, err)
			data = nil
		}
	}
	suffix := ""
	if len(g.job.Parts) > 0 {
		suffix = fmt.Sprintf("-%d", i+1)
	}
	return covers{
		wide:   g.crop(p, data, "cover"+suffix, wideX, wideY),
		square: g.crop(p, data, "cover-square"+suffix, squareX, squareX),
	}
}

// crop makes one cover; there is none if nothing can draw.
func (g *gallery) crop(p *channel.Piece, data []byte, name string, x, y int) *picture {
	if data != nil {
		fitted, err := photo.Crop(data, x, y, g.bound("image-bytes", imageLimit))
		if err == nil {
			return &picture{name: name + "." + extension(fitted.Type), data: fitted.Data, kind: fitted.Type, alt: p.Cover.Alt}
		}
		g.miss(p.Cover.Path, p.Of("cover").Line, err)
	}
	if g.job.Press == nil {
		return nil
	}
	var buf bytes.Buffer
	if err := g.job.Press.Plate(&buf, &sharecard.Card{Motif: p.Motif, Seed: p.Seed}, x, y); err != nil {
		if g.err == nil {
			g.err = fmt.Errorf("wechat: %w", err)
		}
		return nil
	}
	return &picture{name: name + ".png", data: buf.Bytes(), kind: "image/png"}
}
