package douyin

import (
	"bytes"
	"image"
	"image/color"

	"golang.org/x/image/draw"

	"kepu/internal/channel"
	"kepu/internal/photo"
	"kepu/internal/prose"
	"kepu/internal/raster"
	"kepu/internal/typeset"
)

// mostHigh is how high a picture is at the most: its caption and a few rows of
// text have room below it.
const mostHigh = 820

// A picture is one of the text, drawn on its ground.
type picture struct {
	whole
	*image.RGBA
	left int // from the margin of its column
	says string
}

// newPicture puts a picture in the middle of a column, smaller if it is too wide
// or too high.
func newPicture(m image.Image, width int, ground uint8, says string) *picture {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	if w > width {
		w, h = width, max(1, h*width/w)
	}
	if h > mostHigh {
		w, h = max(1, w*mostHigh/h), mostHigh
	}
	p := &picture{whole{}, image.NewRGBA(image.Rect(0, 0, w, h)), (width - w) / 2, says}
	draw.Draw(p.RGBA, p.Rect, image.NewUniform(palette()[ground]), image.Point{}, draw.Src)
	if m.Bounds().Size() == p.Rect.Size() {
		draw.Draw(p.RGBA, p.Rect, m, m.Bounds().Min, draw.Over)
		return p
	}
	draw.BiLinear.Scale(p.RGBA, p.Rect, m, m.Bounds(), draw.Over, nil)
	return p
}

func (p *picture) height(int, int) int { return p.Rect.Dy() }

func (p *picture) text(int, int) string { return p.says }

func (p *picture) draw(c *canvas, at image.Point, _, _ int) {
	c.Print(p.RGBA, at.Add(image.Pt(p.left, 0)))
}

// figure sets a picture with its caption.
func (w *writer) figure(n *prose.Node) {
	for _, x := range n.Nodes {
		if x.Kind != prose.Caption {
			w.list([]*prose.Node{x})
			continue
		}
		if last := len(w.blocks) - 1; last >= 0 {
			if _, ok := w.blocks[last].part.(*picture); ok {
				w.blocks[last].keep = true
			}
		}
		size := w.size * 7 / 10
		p := w.phrase(x.Nodes, look{size: size, ink: soft})
		for _, line := range p.lines {
			w.words(x, line, typeset.Even, size*3/2, size/2)
		}
		for _, img := range p.images {
			w.image(img)
		}
	}
}

// image sets a picture. One that cannot be had is told of, and left out.
func (w *writer) image(n *prose.Node) {
	pic, ok := w.piece.Pictures[n.Dest]
	if !ok {
		w.remark(n.Line, "外站的图片没有放进卡片："+n.Dest, "a picture of another site was left out: "+n.Dest)
		return
	}
	m, err := w.picture(pic)
	if err != nil {
		w.remark(n.Line, "这张图打不开，没有放进卡片，请换一个文件："+n.Dest, "a picture was left out: "+n.Dest+" ("+err.Error()+")")
		return
	}
	if m != nil {
		w.add(newPicture(m, w.width(), w.frame.ground(), ""), n, w.size*6/10)
	}
}

// picture reads one of the site. That its file cannot be read ends the work.
func (w *writer) picture(pic channel.Picture) (image.Image, error) {
	data, err := w.job.Read(pic.Path)
	if err != nil {
		w.err = err
		return nil, nil
	}
	if pic.Type == "image/svg+xml" {
		return raster.Image(data, w.width(), w.fonts)
	}
	f, err := photo.Fit(data, photo.Want{MaxWidth: w.width(), MaxHeight: mostHigh})
	if err != nil {
		return nil, err
	}
	return decode(f.Data)
}

func decode(data []byte) (image.Image, error) {
	m, _, err := image.Decode(bytes.NewReader(data))
	return m, err
}

// inked is what is dark in a picture on white, so that the card shows through.
func inked(m image.Image) image.Image {
	b := m.Bounds()
	out := image.NewNRGBA(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			grey := color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y
			out.SetNRGBA(x, y, color.NRGBA{blackColour.R, blackColour.G, blackColour.B, 255 - grey})
		}
	}
	return out
}

func (w *writer) remark(line int, zh, en string) {
	w.remarks = append(w.remarks, channel.Remark{Text: channel.Text{Zh: zh, En: en}, Line: line})
}
