package mobile

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"kepu/internal/channel"
	"kepu/internal/photo"
	"kepu/internal/prose"
	"kepu/internal/raster"
	"kepu/internal/sharecard"
)

// A picture can be made to fit into each class.
type picture struct {
	alt string
	fit func(photo.Want) (photo.Fitted, error)
}

// figure gives the picture of an Image; nil where there is none to be had, which
// is told in a remark.
func (c *composer) figure(p *channel.Piece, n *prose.Node) *picture {
	pic, own := p.Pictures[n.Dest]
	if !own {
		c.remark(n.Line, "外站图片收不进彩信，只留下说明："+n.Dest, "a picture of another site is left out: "+n.Dest)
		return nil
	}
	return c.shot(pic, n.Text, n.Line)
}

func (c *composer) shot(pic channel.Picture, alt string, line int) *picture {
	data, err := c.job.Read(pic.Path)
	if err != nil {
		c.fail(err)
		return nil
	}
	if pic.Type != "image/svg+xml" {
		return &picture{alt, func(w photo.Want) (photo.Fitted, error) { return photo.Fit(data, w) }}
	}
	fonts, err := c.job.Press.Fonts()
	if err != nil {
		c.fail(err)
		return nil
	}
	small := classes[0].width
	m, err := raster.Image(data, small, fonts)
	if err != nil {
		c.remark(line, fmt.Sprintf("图片 %s 画不出来，只留下说明：%v", pic.Path, err), fmt.Sprintf("picture %s cannot be drawn and is left out: %v", pic.Path, err))
		return nil
	}
	return &picture{alt, func(w photo.Want) (photo.Fitted, error) {
		if w.MaxWidth != small { // drawn again it is sharper than enlarged
			if m, err = raster.Image(data, w.MaxWidth, fonts); err != nil {
				return photo.Fitted{}, err
			}
			small = w.MaxWidth
		}
		return photo.FromImage(m, w)
	}}
}

func drawn(alt string, m image.Image) *picture {
	return &picture{alt, func(w photo.Want) (photo.Fitted, error) { return photo.FromImage(m, w) }}
}

// cover is the picture over an article: its own, if that is one of pixels, or the
// drawing of its topic.
func (c *composer) cover(width, height int) *picture {
	p := c.job.Piece
	if p.Cover != nil && p.Cover.Type != "image/svg+xml" {
		if shot := c.shot(*p.Cover, p.Cover.Alt, p.Of("cover").Line); shot != nil {
			return shot
		}
	}
	if m := c.plate(width, height); m != nil {
		return drawn(p.Title, m)
	}
	return nil
}

// plate draws the topic of the piece.
func (c *composer) plate(width, height int) *image.RGBA {
	p := c.job.Piece
	var buf bytes.Buffer
	if err := c.job.Press.Plate(&buf, &sharecard.Card{Lang: p.Lang, Motif: p.Motif, Seed: p.Seed}, width, height); err != nil {
		c.fail(err)
		return nil
	}
	m, err := png.Decode(&buf)
	if err != nil {
		c.fail(err)
		return nil
	}
	to := image.NewRGBA(m.Bounds())
	draw.Draw(to, to.Rect, m, m.Bounds().Min, draw.Src)
	return to
}

// Sizes of the head of an edition, in pixels.
const (
	headWidth, headHeight = 640, 176
	headBand              = 104 // under the name
	headMargin            = 24
	headSize, labelSize   = 56, 24
)

var (
	bandColour = color.RGBA{0xfa, 0xf6, 0xee, 0xff}
	nameColour = color.RGBA{0x17, 0x49, 0x6f, 0xff}
	dateColour = color.RGBA{0x2b, 0x26, 0x22, 0xff}
)

// head draws the masthead of an edition: its name, which one it is and when.
// Without fonts it is the drawing alone.
func (c *composer) head() *picture {
	p, w := c.job.Piece, c.words
	m := c.plate(headWidth, headHeight)
	fonts, err := c.job.Press.Fonts()
	if err != nil {
		c.fail(err)
	}
	if m == nil || err != nil {
		return nil
	}
	if fonts.Title != nil && fonts.Text != nil {
		top := headHeight - headBand
		draw.Draw(m, image.Rect(0, top, headWidth, headHeight), image.NewUniform(bandColour), image.Point{}, draw.Src)
		fonts.Title.Draw(m, p.Lang, p.Masthead, headMargin, top+headBand/2+headSize/3, headSize, image.NewUniform(nameColour))
		right := func(text string, y int) {
			x := headWidth - headMargin - fonts.Text.Width(p.Lang, text)*labelSize/1000
			fonts.Text.Draw(m, p.Lang, text, x, y, labelSize, image.NewUniform(dateColour))
		}
		right(w.label(p), top+headBand/2-6)
		right(p.Date, top+headBand/2+labelSize+8)
	}
	return drawn(w.masthead(p)+" "+p.Date, m)
}
