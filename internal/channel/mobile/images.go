package mobile

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/channel/cover"
	"kepu/internal/photo"
	"kepu/internal/prose"
	"kepu/internal/raster"
	"kepu/internal/sharecard"
	"kepu/internal/typeset"
)

// A picture can be made to fit into each class.
type picture struct {
	alt string
	fit func(photo.Want) ([]byte, error)
}

// picture keeps what is made of a picture for each want, under what it shows.
func (c *composer) picture(alt string, make func(photo.Want) (photo.Fitted, error), shows ...any) *picture {
	return &picture{alt, func(w photo.Want) ([]byte, error) {
		return c.job.Keep(func() ([]byte, error) {
			f, err := make(w)
			return f.Data, err
		}, append(slices.Clip(shows), "mms", w.MaxWidth, w.MaxHeight, w.MaxBytes)...)
	}}
}

// figure gives the picture of an Image; nil where there is none to be had, which
// is told in a remark.
func (c *composer) figure(p *channel.Piece, n *prose.Node) *picture {
	pic, own := p.Pictures[n.Dest]
	if !own {
		c.remark(n.Line, "外站图片收不进彩信，只留下说明："+n.Dest, "a picture of another site is left out: "+n.Dest)
		return nil
	}
	return c.shot(&pic, n.Text, n.Line)
}

// shot gives a picture of the site.
func (c *composer) shot(pic *channel.Picture, alt string, line int) *picture {
	var drawn *image.RGBA // as wide as it was asked for last
	p := c.picture(alt, func(w photo.Want) (photo.Fitted, error) {
		data, err := c.job.Read(pic.Path)
		if err != nil {
			c.fail(err)
			return photo.Fitted{}, err
		}
		if pic.Type != "image/svg+xml" {
			return photo.Fit(data, w)
		}
		if drawn == nil || drawn.Rect.Dx() != w.MaxWidth {
			fonts, err := c.job.Press.Fonts()
			if err != nil {
				c.fail(err)
				return photo.Fitted{}, err
			}
			if drawn, err = raster.Image(data, w.MaxWidth, fonts); err != nil {
				return photo.Fitted{}, err
			}
		}
		return photo.FromImage(drawn, w)
	}, pic.Digest, pic.Type, c.job.Press.ID)
	if _, err := p.fit(classes[0].want()); err != nil {
		c.remark(line, fmt.Sprintf("图片 %s 打不开，只留下说明，请换一个文件。", pic.Path), fmt.Sprintf("picture %s cannot be used and is left out: %v", pic.Path, err))
		return nil
	}
	return p
}

// cover is the picture over an article: its own, if that is one of pixels, or the
// drawing of its topic.
func (c *composer) cover() *picture {
	p := c.job.Piece
	if p.Cover != nil && slices.Contains(sharecard.Types, p.Cover.Type) {
		if shot := c.shot(p.Cover, p.Cover.Alt, p.Of("cover").Line); shot != nil {
			return shot
		}
	}
	plain := *c.job
	piece := *p
	plain.Piece, piece.Cover = &piece, nil
	f, err := cover.One(&plain, "cover", headWidth, headHeight, channel.Text{})
	if err != nil {
		c.fail(err)
		return nil
	}
	return c.picture(p.Title, func(w photo.Want) (photo.Fitted, error) { return photo.Fit(f.Data, w) }, artifact.DigestBytes(f.Data))
}

// Sizes of the head of a message, in pixels.
const (
	headWidth, headHeight = 640, 176
	headBand              = 104 // under the name of an edition
	headMargin            = 24
	headSize, labelSize   = 56, 24
)

var (
	bandColour = color.RGBA{0xfa, 0xf6, 0xee, 0xff}
	nameColour = color.RGBA{0x17, 0x49, 0x6f, 0xff}
	dateColour = color.RGBA{0x2b, 0x26, 0x22, 0xff}
)

// head is the masthead of an edition: its name, which one it is and when.
func (c *composer) head() *picture {
	p, name := c.job.Piece, c.words.masthead(c.job.Piece)
	return c.picture(name+" "+p.Date, func(w photo.Want) (photo.Fitted, error) {
		m, err := c.masthead()
		if err != nil {
			c.fail(err)
			return photo.Fitted{}, err
		}
		return photo.FromImage(m, w)
	}, "masthead", p.Lang, name, p.Date, p.Motif, p.Masthead, c.job.Press.ID)
}

// masthead draws it. Without fonts it is the drawing of the topic alone.
func (c *composer) masthead() (*image.RGBA, error) {
	p := c.job.Piece
	fonts, err := c.job.Press.Fonts()
	if err != nil {
		return nil, err
	}
	named := fonts.Title != nil && fonts.Text != nil
	top := headHeight
	if named {
		top -= headBand
	}
	var buf bytes.Buffer
	if err := c.job.Press.Plate(&buf, &sharecard.Card{Motif: p.Motif, Seed: p.Masthead}, headWidth, top); err != nil { // the same on all
		return nil, err
	}
	plate, err := png.Decode(&buf)
	if err != nil {
		return nil, err
	}
	m := image.NewRGBA(image.Rect(0, 0, headWidth, headHeight))
	draw.Draw(m, m.Rect, image.NewUniform(bandColour), image.Point{}, draw.Src)
	draw.Draw(m, plate.Bounds(), plate, image.Point{}, draw.Src)
	if !named {
		return m, nil
	}
	right := 0 // how much the lines on that side take
	for i, text := range []string{c.words.label(p), p.Date} {
		width := fonts.Text.Width(p.Lang, text) * labelSize / typeset.Em
		fonts.Text.Draw(m, p.Lang, text, headWidth-headMargin-width, top+46+i*38, labelSize, image.NewUniform(dateColour))
		right = max(right, width)
	}
	size := min(headSize, (headWidth-3*headMargin-right)*typeset.Em/max(1, fonts.Title.Width(p.Lang, p.Masthead)))
	fonts.Title.Draw(m, p.Lang, p.Masthead, headMargin, top+headBand/2+size/3, max(1, size), image.NewUniform(nameColour))
	return m, nil
}
