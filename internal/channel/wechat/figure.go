package wechat

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/inline"
	"kepu/internal/formula"
	"kepu/internal/prose"
	"kepu/internal/raster"
)

// mostDrawn is how many characters a drawing may take of the text's budget: small
// ones are sharper than pictures, and nobody has to upload them. A picture takes
// as many as its address has, some 150.
const mostDrawn = 800

// formulaSize is the size of letters in formulas that are pictures, in CSS
// pixels.
const formulaSize = 17

func (w *writer) figure(n *prose.Node) *inline.Element {
	box := el("section", "figure")
	for _, c := range n.Nodes {
		switch c.Kind {
		case prose.Image:
			shown := w.drawing(c)
			if shown == nil {
				shown = w.image(c)
			}
			box.Nodes = append(box.Nodes, shown)
		case prose.Caption:
			box.Nodes = append(box.Nodes, el("p", "caption", w.phrases(c.Nodes)...))
		default:
			box.Nodes = w.block(box.Nodes, c)
		}
	}
	return box
}

// image shows a picture, or says what it shows where there is none: the editor
// takes pictures from nowhere but its own store.
func (w *writer) image(n *prose.Node) *inline.Element {
	p := w.piece.Pictures[n.Dest]
	key := n.Dest
	if p.Path != "" {
		key = p.Path
	}
	made, err := w.gallery.take(key, func() (*picture, error) { return w.gallery.file(p) })
	if err != nil {
		w.gallery.miss(key, w.piece, n.Line, err)
		return el("span", "missing", text(w.instead(n.Text)))
	}
	return img(made, n.Text, "img")
}

// instead is what is said instead of a picture that is not there.
func (w *writer) instead(alt string) string {
	if alt == "" {
		return "[" + w.words.picture + "]"
	}
	return "[" + w.words.picture + w.words.colon + alt + "]"
}

// img shows a picture. The address comes first among the attributes; it is an
// id until the text is finished, see gallery.hang.
func img(p *picture, alt, class string) *inline.Element {
	e := el("img", class)
	e.Attrs = []inline.Attr{{Name: "src", Value: p.id}, {Name: "alt", Value: alt}}
	return e
}

// drawing is a figure in SVG as it is, if it is one and there is room.
func (w *writer) drawing(n *prose.Node) *inline.Element {
	p := w.piece.Pictures[n.Dest]
	if p.Type != svgType || w.lean > rich {
		return nil
	}
	data, err := w.gallery.read(p.Path)
	if err != nil {
		return nil
	}
	flat, err := raster.Flatten(grounded(data))
	if err != nil || utf8.RuneCount(flat) > mostDrawn {
		return nil
	}
	label := ""
	if n.Text != "" {
		label = ` role="img" aria-label="` + html.EscapeString(n.Text) + `"`
	}
	return w.aside("<svg" + label + strings.TrimPrefix(string(flat), "<svg"))
}

// formula writes a formula as text if it is one line of letters, else as a
// picture, else in words.
func (w *writer) formula(tex string, display bool) []*inline.Element {
	if line, ok := formula.HTML(tex); ok {
		return formed(line)
	}
	key, words := "tex:"+strconv.FormatBool(display)+tex, formula.Text(tex)
	p, err := w.gallery.take(key, func() (*picture, error) { return w.gallery.tex(tex, display) })
	if err != nil {
		w.gallery.remark(w.piece, 0, channel.Text{
			Zh: fmt.Sprintf("公式 %s 画不成图片，写成了文字：%s", tex, words),
			En: fmt.Sprintf("The formula %s cannot be drawn and is in words: %s", tex, words),
		})
		return []*inline.Element{text(words)}
	}
	e := img(p, words, "tex")
	e.Attrs = append(e.Attrs, inline.Attr{Name: "width", Value: strconv.Itoa(p.width)})
	return []*inline.Element{e}
}
