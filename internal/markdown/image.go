package markdown

import (
	"github.com/yuin/goldmark/ast"
)

// KindFigure is the kind of Figure.
var KindFigure = ast.NewNodeKind("Figure")

// A Figure is an image alone in its paragraph. Its child is the image, whose title is the caption.
type Figure struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*Figure) Kind() ast.NodeKind { return KindFigure }

// Dump implements ast.Node.
func (n *Figure) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func makeFigure(n *ast.Paragraph) {
	img, ok := n.FirstChild().(*ast.Image)
	if !ok || img.NextSibling() != nil {
		return
	}
	f := &Figure{}
	f.SetPos(n.Pos())
	n.RemoveChild(n, img)
	f.AppendChild(f, img)
	n.Parent().ReplaceChild(n.Parent(), n, f)
}

func (t *tree) checkImage(n *ast.Image) {
	dest := string(unescape(n.Destination))
	off := t.destOffset(n.Destination, n)
	switch {
	case dest == "":
		t.report(off, EmptyLink, t.altOf(n))
	case unsafe(dest):
		t.report(off, UnsafeLink, dest)
	default:
		if t.altOf(n) == "" {
			t.report(n.Pos(), ImageWithoutAlt, dest)
		}
		return
	}
	s := ast.NewString([]byte(t.altOf(n)))
	s.SetRaw(true)
	n.Parent().ReplaceChild(n.Parent(), n, s)
}

func renderFigure(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.str("<figure>")
		return ast.WalkContinue
	}
	if img, ok := n.FirstChild().(*ast.Image); ok && len(img.Title) > 0 {
		p.str("<figcaption>")
		p.md(img.Title)
		p.str("</figcaption>")
	}
	p.str("</figure>\n")
	return ast.WalkContinue
}

func renderImage(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	n := node.(*ast.Image)
	alt := p.altOf(n)
	p.str("<img")
	p.open(Image, string(unescape(n.Destination)), alt, p.destOffset(n.Destination, n))
	p.str(` alt="`)
	p.esc(alt)
	p.str(`"`)
	if len(n.Title) > 0 && n.Parent().Kind() != KindFigure {
		p.str(` title="`)
		p.md(n.Title)
		p.str(`"`)
	}
	p.str(` loading="lazy" decoding="async">`)
	return ast.WalkSkipChildren
}
