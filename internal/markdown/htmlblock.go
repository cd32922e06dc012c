package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// htmlSource is the text of a block of raw HTML.
func (t *tree) htmlSource(n *ast.HTMLBlock) []byte {
	var b []byte
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b = append(b, line.Value(t.src)...)
	}
	if n.HasClosure() {
		b = append(b, n.ClosureLine.Value(t.src)...)
	}
	return b
}

// htmlText is what a reader sees of raw HTML.
func htmlText(b []byte) []byte {
	var out []byte
	z := html.NewTokenizer(bytes.NewReader(b))
	var h hidden
	for {
		switch z.Next() {
		case html.ErrorToken:
			return bytes.TrimSpace(out)
		case html.TextToken:
			if h.name == "" {
				out = appendSpaced(out, []byte(z.Token().Data))
			}
		case html.StartTagToken:
			h.start(z.Token().Data)
		case html.EndTagToken:
			h.end(z.Token().Data)
		}
	}
}

// hidden keeps count of an element whose content is left out.
type hidden struct {
	name  string
	depth int
}

func (h *hidden) start(name string) bool {
	switch {
	case h.name == "" && hiddenTags[name]:
		h.name, h.depth = name, 1
	case h.name == name:
		h.depth++
	}
	return h.name != ""
}

func (h *hidden) end(name string) bool {
	if h.name == "" {
		return false
	}
	if h.name == name {
		if h.depth--; h.depth == 0 {
			h.name = ""
		}
	}
	return true
}

func renderHTMLBlock(p *page, node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*ast.HTMLBlock)
	switch {
	case !entering || p.dropHTML:
	case p.opt.TrustedHTML:
		_, _ = p.Write(p.htmlSource(n))
	default:
		p.sanitize(n)
	}
	return ast.WalkContinue
}

// sanitize writes what is allowed of a block of raw HTML. Elements of text end with the block.
// Elements of blocks may end in a later one, with Markdown between: balance puts those right.
func (p *page) sanitize(n *ast.HTMLBlock) {
	var open []string
	inline := 0 // how many of open are elements of text
	pop := func() {
		name := open[len(open)-1]
		open = open[:len(open)-1]
		if inlineTags[name] {
			inline--
		}
		p.endTag(name)
	}
	src := p.htmlSource(n)
	z := html.NewTokenizer(bytes.NewReader(src))
	var h hidden
	at := cursor{n: n}
	for {
		kind := z.Next()
		off := at.skip(len(z.Raw()))
		if kind == html.ErrorToken {
			break
		}
		tok := z.Token()
		name := tok.Data
		switch kind {
		case html.TextToken:
			if h.name == "" {
				p.esc(name)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			was := h.name
			if kind == html.StartTagToken && h.start(name) || hiddenTags[name] {
				if was == "" {
					p.report(off, DisallowedHTML, name)
				}
				continue
			}
			if h.name != "" {
				continue
			}
			if !inlineTags[name] && !blockTags[name] {
				p.report(off, DisallowedHTML, name)
				continue
			}
			p.startTag(name, tok.Attr, off)
			if !voidTags[name] {
				open = append(open, name)
				if inlineTags[name] {
					inline++
				}
			}
		case html.EndTagToken:
			if h.end(name) || voidTags[name] || !inlineTags[name] && !blockTags[name] {
				continue
			}
			i := len(open) - 1
			for ; i >= 0 && open[i] != name; i-- {
				if inlineTags[name] && !inlineTags[open[i]] { // text does not close blocks
					i = -1
					break
				}
			}
			switch {
			case i >= 0:
				for len(open) > i {
					pop()
				}
			case blockTags[name]:
				for inline > 0 {
					pop()
				}
				p.endTag(name)
			}
		}
	}
	for inline > 0 {
		pop()
	}
}

// A cursor follows the text of an HTML block through the lines of the source.
type cursor struct {
	n    *ast.HTMLBlock
	line int
	read int // of the line
}

// skip passes over n bytes and says where in the source they began.
func (c *cursor) skip(n int) int {
	lines := c.n.Lines()
	start := c.n.Pos()
	if c.line < lines.Len() {
		start = lines.At(c.line).Start + c.read
	}
	for c.read += n; c.line < lines.Len(); c.line++ {
		line := lines.At(c.line)
		if c.read < line.Len() {
			break
		}
		c.read -= line.Len()
	}
	return start
}
