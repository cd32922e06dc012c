package wechat

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kepu/internal/channel"
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
	noted   map[string]bool // remarks
	err     error           // the first that ends the work
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
}

func newGallery(j *channel.Job) (*gallery, error) {
	g := &gallery{job: j, made: map[string]*picture{}, noted: map[string]bool{}}
	if j.Press != nil {
		var err error
		if g.fonts, err = j.Press.Fonts(); err != nil {
			return nil, fmt.Errorf("wechat: %w", err)
		}
	}
	return g, nil
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

// miss remarks, once, that a picture is not in the package.
func (g *gallery) miss(name string, line int, why error) {
	reason := channel.Text{Zh: why.Error(), En: why.Error()}
	for err, said := range reasons {
		if errors.Is(why, err) {
			reason = said
		}
	}
	g.remark(line, channel.Text{
		Zh: fmt.Sprintf("图片 %s 没有放进稿件（%s），请在编辑器里手工补上，或换成本站的 JPEG、PNG 文件", name, reason.Zh),
		En: fmt.Sprintf("The picture %s is not in the package (%s): add it in the editor, or make it a JPEG or PNG file of the site", name, reason.En),
	})
}

func (g *gallery) remark(line int, text channel.Text) {
	if !g.noted[text.Zh] {
		g.noted[text.Zh] = true
		g.remarks = append(g.remarks, channel.Remark{Text: text, Line: line})
	}
}

var errForeign = errors.New("not a file of this site")

// reasons are those that an editor can do something about.
var reasons = map[error]channel.Text{
	errForeign:        {Zh: "不是本站的文件", En: errForeign.Error()},
	raster.ErrNoFonts: {Zh: "生成稿件的电脑没有中文字体", En: "this machine has no fonts with Han characters"},
	photo.ErrFormat:   {Zh: "这种图片格式不支持", En: photo.ErrFormat.Error()},
	photo.ErrTooLarge: {Zh: "图片的像素太多", En: photo.ErrTooLarge.Error()},
	photo.ErrTooSmall: {Zh: "图片的字节太多，缩小了也放不下", En: photo.ErrTooSmall.Error()},
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

// file makes a picture of the site's fit to be uploaded.
func (g *gallery) file(p channel.Picture) (*picture, error) {
	if p.Path == "" {
		return nil, errForeign
	}
	data, err := g.pixels(p)
	if err != nil {
		return nil, err
	}
	fitted, err := photo.Fit(data, photo.Want{MaxBytes: g.bound("image-bytes", imageLimit)})
	if err != nil {
		return nil, err
	}
	return &picture{data: fitted.Data, kind: fitted.Type}, nil
}

const svgType = "image/svg+xml"

// pixels reads a picture, and draws it if it is a drawing.
func (g *gallery) pixels(p channel.Picture) ([]byte, error) {
	data, err := g.read(p.Path)
	if err != nil || p.Type != svgType {
		return data, err
	}
	return raster.PNG(grounded(data), drawnWidth, g.fonts)
}

// tex makes a picture of a formula.
func (g *gallery) tex(tex string, display bool) (*picture, error) {
	data, width, _, err := formula.PNG(tex, formulaSize, g.fonts, display)
	if err != nil {
		return nil, err
	}
	return &picture{data: data, kind: "image/png", tex: true, width: width / 2}, nil
}

// hang gives names to the pictures that a finished tree shows, and lists them.
func (g *gallery) hang(root *inline.Element) (shown []*picture) {
	for _, e := range root.Nodes {
		shown = append(shown, g.hang(e)...)
	}
	if root.Tag != "img" {
		return shown
	}
	i, _ := strconv.Atoi(root.Attrs[0].Value)
	p := g.list[i]
	if p.name == "" {
		g.shown = append(g.shown, p)
		p.name = fmt.Sprintf("images/%02d.%s", len(g.shown), extension(p.kind))
	}
	if p.alt == "" {
		p.alt = root.Attrs[1].Value
	}
	return append(shown, p)
}

// named writes the names of pictures where HTML has their ids.
func named(html string, shown []*picture) string {
	var pairs []string
	for _, p := range shown {
		pairs = append(pairs, imgStart+p.id+`"`, imgStart+p.name+`"`)
	}
	return strings.NewReplacer(pairs...).Replace(html)
}

func extension(kind string) string {
	if kind == "image/png" {
		return "png"
	}
	return "jpg"
}
