package wechat

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/inline"
	"kepu/internal/formula"
	"kepu/internal/photo"
	"kepu/internal/raster"
	"kepu/internal/typeset"
)

// drawnWidth is how wide drawings are made, in pixels: what WeChat shows at
// most on a telephone.
const drawnWidth = 1080

// A gallery makes the pictures of a package, each once. What is made is not
// always shown: a text may have to do with less.
type gallery struct {
	job     *channel.Job
	fonts   typeset.Fonts
	made    map[string]*picture // by file, or by formula
	list    []*picture          // all that are made
	shown   []*picture          // in the order of the text, which is that of their names
	remarks []channel.Remark
	noted   map[noted]bool
	err     error // the first that ends the work
}

// A noted remark is not said of the same piece again.
type noted struct {
	piece *channel.Piece
	zh    string
}

// A picture is one that has to be uploaded.
type picture struct {
	id    string // in elements, until it is sure that they are shown
	name  string // in the package; "" until it is shown
	data  []byte
	kind  string // media type
	alt   string
	tex   bool  // a formula, which is nothing to look at by itself
	width int   // CSS pixels of a formula
	err   error // why there is none

	piece *channel.Piece // that shows it first; nil for the job's own
}

func newGallery(j *channel.Job) (*gallery, error) {
	fonts, err := j.Press.Fonts()
	if err != nil {
		return nil, fmt.Errorf("wechat: %w", err)
	}
	return &gallery{job: j, fonts: fonts, made: map[string]*picture{}, noted: map[noted]bool{}}, nil
}

// bound is the greatest value that a rule allows, as the settings have it.
func (g *gallery) bound(rule string, otherwise int) int {
	if b := g.job.Limits[rule]; b.Max > 0 {
		return b.Max
	}
	return otherwise
}

// take gives the picture of a key, which it makes if it is the first to ask.
func (g *gallery) take(key string, make func() (*picture, error)) (*picture, error) {
	p := g.made[key]
	if p == nil {
		var err error
		if p, err = make(); err != nil {
			p = &picture{err: err}
		}
		p.id = strconv.Itoa(len(g.list))
		g.list = append(g.list, p)
		g.made[key] = p
	}
	return p, p.err
}

// of is a piece as measures and remarks have it: nil for the job's own.
func (g *gallery) of(p *channel.Piece) *channel.Piece {
	if p == g.job.Piece {
		return nil
	}
	return p
}

// miss remarks, once in a piece, that a picture is not in the package.
func (g *gallery) miss(name string, piece *channel.Piece, line int, why error) {
	reason := album.Reason(why)
	g.remark(piece, line, channel.Text{
		Zh: fmt.Sprintf("图片 %s 没有放进稿件：%s。", name, reason.Zh),
		En: fmt.Sprintf("The picture %s is not in the package: %s.", name, reason.En),
	})
}

func (g *gallery) remark(piece *channel.Piece, line int, text channel.Text) {
	if this := (noted{g.of(piece), text.Zh}); !g.noted[this] {
		g.noted[this] = true
		g.remarks = append(g.remarks, channel.Remark{Text: text, Piece: this.piece, Line: line})
	}
}

// read reads a file of the site. If it cannot, that is nobody's mistake in the
// text, and the end.
func (g *gallery) read(path string) ([]byte, error) {
	data, err := g.job.Read(path)
	if err != nil && g.err == nil {
		g.err = fmt.Errorf("wechat: %s: %w", path, err)
	}
	return data, err
}

const svgType = "image/svg+xml"

// file makes a picture of the site's fit to be uploaded.
func (g *gallery) file(p channel.Picture) (*picture, error) {
	if p.Path == "" {
		return nil, album.ErrForeign
	}
	want := photo.Want{MaxBytes: g.bound("image-bytes", draft.MaxInText)}
	data, err := g.job.Keep(func() ([]byte, error) {
		data, err := g.read(p.Path)
		if err != nil {
			return nil, err
		}
		if p.Type != svgType {
			f, err := photo.Fit(data, want)
			return f.Data, err
		}
		m, err := raster.Image(grounded(data), drawnWidth, g.fonts)
		if err != nil {
			return nil, err
		}
		f, err := photo.FromImage(m, want)
		return f.Data, err
	}, "wechat", p.Digest, p.Type, want.MaxBytes, drawnWidth)
	return &picture{data: data}, err
}

// tex makes a picture of a formula, which has two pixels for each of CSS.
func (g *gallery) tex(tex string, display bool) (*picture, error) {
	data, err := g.job.Keep(func() ([]byte, error) {
		data, _, _, err := formula.PNG(tex, formulaSize, g.fonts, display)
		return data, err
	}, "formula", tex, display, formulaSize, false)
	if err != nil {
		return nil, err
	}
	config, err := png.DecodeConfig(bytes.NewReader(data))
	return &picture{data: data, tex: true, width: config.Width / 2}, err
}

// hang gives names to the pictures that the finished tree of a piece shows, and
// lists each once.
func (g *gallery) hang(root *inline.Element, piece *channel.Piece) []*picture {
	var shown []*picture
	seen := map[*picture]bool{}
	var walk func(*inline.Element)
	walk = func(e *inline.Element) {
		for _, c := range e.Nodes {
			walk(c)
		}
		if e.Tag != "img" {
			return
		}
		i, _ := strconv.Atoi(e.Attrs[0].Value)
		p := g.list[i]
		g.name(p, piece, e.Attrs[1].Value)
		if !seen[p] {
			seen[p] = true
			shown = append(shown, p)
		}
	}
	walk(root)
	return shown
}

// name gives a picture its name and description, unless it has them from another
// place or another article.
func (g *gallery) name(p *picture, piece *channel.Piece, alt string) {
	if p.name == "" {
		p.piece = g.of(piece)
		g.shown = append(g.shown, p)
		p.kind = http.DetectContentType(p.data)
		p.name = fmt.Sprintf("images/%02d%s", len(g.shown), extensions[p.kind])
	}
	if p.alt == "" {
		p.alt = alt
	}
}

var extensions = map[string]string{"image/png": ".png", "image/jpeg": ".jpg"}

// named writes the names of pictures where HTML has their ids.
func named(html string, shown []*picture) string {
	var pairs []string
	for _, p := range shown {
		pairs = append(pairs, imgStart+p.id+`"`, imgStart+p.name+`"`)
	}
	return strings.NewReplacer(pairs...).Replace(html)
}
