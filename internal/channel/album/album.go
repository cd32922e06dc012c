// Package album gathers the pictures of a piece, made fit for a medium, in the
// order in which the text shows them.
//
// Drawings and formulas become pictures of pixels. A picture that cannot be had
// (it is of another site, or a drawing holds what cannot be drawn) is told in a
// remark, and its description stands in for it.
package album

import (
	"errors"
	"fmt"
	"net/http"
	"slices"

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

// An Album is one package's pictures.
type Album struct {
	job     *channel.Job
	want    photo.Want
	files   []channel.File
	photos  []channel.File // those that were no drawings
	names   map[string]string // by what is shown
	failed  map[string]bool
	remarks []channel.Remark
	err     error
}

// New begins an album of pictures that are as a medium wants them.
func New(j *channel.Job, want photo.Want) *Album {
	return &Album{job: j, want: want, names: map[string]string{}, failed: map[string]bool{}}
}

// Files are the pictures so far, in order, each once.
func (a *Album) Files() []channel.File { return a.files }

// Photos are the pictures so far that are neither drawings nor formulas: those that
// can be cut.
func (a *Album) Photos() []channel.File { return a.photos }

// Remarks tell of the pictures that are missing.
func (a *Album) Remarks() []channel.Remark { return a.remarks }

// Err is the first error of reading a file or of opening the fonts.
func (a *Album) Err() error { return a.err }

// Image adds the picture of an Image of a piece, and gives the name of its file;
// "" if it cannot be had.
func (a *Album) Image(p *channel.Piece, n *prose.Node) string {
	pic, own := p.Pictures[n.Dest]
	if !own {
		if !a.failed[n.Dest] {
			a.failed[n.Dest] = true
			a.remark(n.Line, "外站图片没有收入："+n.Dest, "a picture of another site was left out: "+n.Dest)
		}
		return ""
	}
	want := a.want
	want.MaxWidth = a.width(&pic)
	before := len(a.files)
	name := a.once("image "+pic.Path, n.Line, n.Text, func() (photo.Fitted, error) {
		data, err := a.job.Read(pic.Path)
		if err != nil {
			a.fail(err)
			return photo.Fitted{}, err
		}
		if pic.Type != "image/svg+xml" {
			return photo.Fit(data, want)
		}
		m, err := raster.Image(data, want.MaxWidth, a.fonts())
		if err != nil {
			return photo.Fitted{}, err
		}
		return photo.FromImage(m, want)
	}, "image", pic.Digest, pic.Type, want.MaxWidth, want.MaxHeight, want.MaxBytes, want.JPEG)
	if pic.Type != "image/svg+xml" {
		a.photos = append(a.photos, a.files[before:]...)
	}
	return name
}

// Formula adds a formula as a picture; "" if it cannot be drawn. size is that of
// the letters in pixels.
func (a *Album) Formula(n *prose.Node, size int) string {
	return a.once("formula "+n.Text, n.Line, n.Text, func() (photo.Fitted, error) {
		data, w, h, err := formula.PNG(n.Text, size, a.fonts(), n.Kind == prose.Formula)
		if err != nil {
			return photo.Fitted{}, err
		}
		if a.want.JPEG {
			return photo.Fit(data, a.want)
		}
		return photo.Fitted{Data: data, Type: "image/png", Width: w, Height: h}, nil
	}, "formula", n.Text, n.Kind == prose.Formula, size, a.want.JPEG)
}

// once makes a picture the first time it is shown, if no channel has: it shows
// nothing but its parts.
func (a *Album) once(key string, line int, alt string, make func() (photo.Fitted, error), parts ...any) string {
	if name, ok := a.names[key]; ok {
		return name
	}
	data, err := a.job.Keep(func() ([]byte, error) {
		f, err := make()
		return f.Data, err
	}, parts...)
	f := photo.Fitted{Data: data, Type: http.DetectContentType(data)}
	if err != nil {
		if a.err == nil {
			a.remark(line, "这张图做不出来："+alt+"（"+err.Error()+"）", "this picture cannot be made: "+alt+" ("+err.Error()+")")
		}
		a.names[key] = ""
		return ""
	}
	name := fmt.Sprintf("images/%02d%s", len(a.files)+1, suffixes[f.Type])
	a.names[key] = name
	a.files = append(a.files, channel.File{
		Name: name, Type: f.Type, Data: f.Data, Alt: alt,
		Use: channel.Text{Zh: fmt.Sprintf("文中第 %d 张图", len(a.files)+1), En: fmt.Sprintf("picture %d of the text", len(a.files)+1)},
	})
	return name
}

var suffixes = map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif"}

// Size is how many bytes the largest picture has.
func (a *Album) Size() int {
	largest := 0
	for _, f := range a.files {
		largest = max(largest, len(f.Data))
	}
	return largest
}

// width is how wide a picture may be. Drawings have no width of their own.
func (a *Album) width(pic *channel.Picture) int {
	if pic.Type == "image/svg+xml" && (a.want.MaxWidth == 0 || a.want.MaxWidth > drawn) {
		return drawn
	}
	return a.want.MaxWidth
}

func (a *Album) fonts() typeset.Fonts {
	if a.job.Press == nil {
		return typeset.Fonts{}
	}
	f, err := a.job.Press.Fonts()
	a.fail(err)
	return f
}

func (a *Album) fail(err error) { a.err = errors.Join(a.err, err) }

func (a *Album) remark(line int, zh, en string) {
	r := channel.Remark{Text: channel.Text{Zh: zh, En: en}, Line: line}
	if !slices.Contains(a.remarks, r) {
		a.remarks = append(a.remarks, r)
	}
}
