// Package album gathers the pictures of a piece, made fit for a medium, in the
// order in which the text shows them.
//
// Drawings and formulas become pictures of pixels. A picture that cannot be had
// (it is of another site, or a drawing holds what cannot be drawn) is told in a
// remark, and whoever shows it has its description to show instead.
package album

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"net/http"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/photo"
	"kepu/internal/prose"
	"kepu/internal/raster"
	"kepu/internal/typeset"
)

// drawn is how many pixels wide a drawing becomes where the medium takes any
// width: three to each of a phone's.
const drawn = 1080

const svgType = "image/svg+xml"

// An Album is one package's pictures.
type Album struct {
	job     *channel.Job
	want    photo.Want
	files   []channel.File
	sorts   []sort            // of the files
	names   map[string]string // by what is shown; "" for what cannot be had
	remarks []channel.Remark
	err     error
}

// A sort of picture.
type sort uint8

const (
	photograph sort = iota
	drawing
	expression // a formula
)

// New begins an album of pictures that are as a medium wants them.
func New(j *channel.Job, want photo.Want) *Album {
	return &Album{job: j, want: want, names: map[string]string{}}
}

// Files are the pictures so far, in order, each once.
func (a *Album) Files() []channel.File { return a.files }

// Remarks tell of the pictures that are missing.
func (a *Album) Remarks() []channel.Remark { return a.remarks }

// Err is the first error of reading a file or of opening the fonts.
func (a *Album) Err() error { return a.err }

// Size is how many bytes the largest picture has.
func (a *Album) Size() int {
	largest := 0
	for _, f := range a.files {
		largest = max(largest, len(f.Data))
	}
	return largest
}

// Image adds the picture of an Image of the piece, and gives the name of its
// file; "" if it cannot be had.
func (a *Album) Image(n *prose.Node) string {
	if pic, own := a.job.Piece.Pictures[n.Dest]; own {
		return a.Picture(pic, n.Text, n.Line)
	}
	return a.once("image "+n.Dest, n.Dest, n.Line, photograph, func() ([]byte, error) { return nil, ErrForeign })
}

// Picture adds a picture of the site that the text does not show, such as the
// piece's cover. alt says what it shows; line is where it is spoken of, or 0.
func (a *Album) Picture(pic channel.Picture, alt string, line int) string {
	want, kind := a.want, photograph
	if pic.Type == svgType {
		kind = drawing
		want.MaxWidth = bounded(want.MaxWidth)
	}
	return a.once("image "+pic.Path, alt, line, kind, func() ([]byte, error) {
		return a.job.Keep(func() ([]byte, error) {
			data, err := a.job.Read(pic.Path)
			switch {
			case err != nil:
				a.fail(err)
				return nil, err
			case kind == drawing:
				return a.draw(data, want)
			}
			f, err := photo.Fit(data, want)
			return f.Data, err
		}, "image", pic.Digest, pic.Type, want.MaxWidth, want.MaxHeight, want.MaxBytes, want.JPEG)
	})
}

// draw makes pixels of a drawing, on white: apps have dark modes, and lines are
// black.
func (a *Album) draw(svg []byte, want photo.Want) ([]byte, error) {
	m, err := raster.Image(svg, want.MaxWidth, a.fonts())
	if err != nil {
		return nil, err
	}
	f, err := crisp(onWhite(m, m.Rect, m.Rect), want)
	return f.Data, err
}

// letters is the size of those of a formula in pixels: in a picture that is drawn
// pixels wide, that of text on a phone.
const letters = 50

// Formula adds a formula as a picture, and gives the name of its file; "" if it
// cannot be drawn. It stands on white that is as wide as a drawing: editors make
// all pictures as wide as the text.
func (a *Album) Formula(n *prose.Node) string {
	want := a.want
	want.MaxWidth = bounded(want.MaxWidth)
	return a.once("formula "+n.Text, formula.Text(n.Text), n.Line, expression, func() ([]byte, error) {
		return a.job.Keep(func() ([]byte, error) {
			data, _, _, err := formula.PNG(n.Text, letters/2, a.fonts(), true) // with two pixels for one
			if err != nil {
				return nil, err
			}
			m, err := png.Decode(bytes.NewReader(data))
			if err != nil {
				return nil, err
			}
			size := m.Bounds().Size()
			sheet := image.Rect(0, 0, max(size.X, drawn), size.Y+letters)
			at := image.Pt((sheet.Max.X-size.X)/2, letters/2)
			f, err := crisp(onWhite(m, sheet, m.Bounds().Add(at)), want)
			return f.Data, err
		}, "formula", n.Text, drawn, want.MaxWidth, want.MaxHeight, want.MaxBytes, want.JPEG)
	})
}

// bounded is how wide a drawing may be.
func bounded(width int) int {
	if width <= 0 {
		return drawn
	}
	return min(width, drawn)
}

// once makes a picture the first time that it is shown.
func (a *Album) once(key, alt string, line int, kind sort, make func() ([]byte, error)) string {
	if name, ok := a.names[key]; ok {
		return name
	}
	data, err := make()
	if err != nil {
		a.names[key] = ""
		a.miss(alt, line, err)
		return ""
	}
	n, mime := len(a.files)+1, http.DetectContentType(data)
	name := fmt.Sprintf("images/%02d%s", n, Suffix(mime))
	a.names[key] = name
	a.sorts = append(a.sorts, kind)
	a.files = append(a.files, channel.File{
		Name: name, Type: mime, Data: data, Alt: alt,
		Use: channel.Text{Zh: fmt.Sprintf("文中第 %d 张图", n), En: fmt.Sprintf("picture %d of the text", n)},
	})
	return name
}

// Suffix is that of the name of a picture of a media type.
func Suffix(mime string) string {
	if mime == "image/jpeg" {
		return ".jpg"
	}
	return ".png"
}

func (a *Album) fonts() typeset.Fonts {
	f, err := a.job.Press.Fonts()
	a.fail(err)
	return f
}

func (a *Album) fail(err error) {
	if a.err == nil {
		a.err = err
	}
}

// miss remarks that a picture is not there.
func (a *Album) miss(alt string, line int, err error) {
	why := Reason(err)
	a.remarks = append(a.remarks, channel.Remark{Line: line, Text: channel.Text{
		Zh: fmt.Sprintf("图片“%s”没有收入稿件包：%s。", alt, why.Zh),
		En: fmt.Sprintf("The picture “%s” is not in the package: %s.", alt, why.En),
	}})
}

// ErrForeign is why a picture of another site cannot be had.
var ErrForeign = errors.New("it is of another site")

// Reason says why a picture cannot be had, to somebody who can do something about it.
func Reason(err error) channel.Text {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.text
		}
	}
	return channel.Text{Zh: "文件坏了，或者有画不出来的东西，请换一张（" + err.Error() + "）", En: "it is damaged, or holds what cannot be drawn: take another (" + err.Error() + ")"}
}

var reasons = []struct {
	err  error
	text channel.Text
}{
	{ErrForeign, channel.Text{Zh: "它在别的网站上。取得授权后把文件放进本站，或在编辑器里补上", En: "it is of another site; if you may use it, make it a file of this one"}},
	{raster.ErrNoFonts, channel.Text{Zh: "生成稿件包的电脑没有中文字体，请装上 Noto Sans CJK", En: "this machine has no fonts with Han characters: install Noto Sans CJK"}},
	{photo.ErrFormat, channel.Text{Zh: "不是 JPEG、PNG、GIF 或 WebP，请转换格式", En: "it is no JPEG, PNG, GIF or WebP: convert it"}},
	{photo.ErrDamaged, channel.Text{Zh: "文件坏了，打不开或者缺了一部分，请换一张", En: "the file is damaged: take another"}},
	{photo.ErrTooLarge, channel.Text{
		Zh: fmt.Sprintf("像素太多，请先缩小：照片最多 %d 万像素，PNG 和渐进式 JPEG 最多 %d 万", photo.MostPixels/10_000, photo.MostCostly/10_000),
		En: fmt.Sprintf("it has too many pixels, make it smaller: photographs may have %d million, PNG and progressive JPEG %d million", photo.MostPixels/1_000_000, photo.MostCostly/1_000_000),
	}},
	{photo.ErrTooSmall, channel.Text{Zh: "缩到最小，字节还是超过上限", En: "it has too many bytes, however small it is made"}},
}
