package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// A page is HTML being written. It is goldmark's writer, so that the functions which render nodes
// find the tree and the references through it, and it is pooled for its buffer.
type page struct {
	*tree
	buf       []byte
	spare     spare
	heading   int // how many of the tree's headings are written
	refs      []Ref
	line      int
	tables    int
	links     int    // links that are open, 0 or 1
	linkStack []bool // of links begun, whether each is one
	dropHTML  bool   // raw HTML is left out
	numbered  bool   // places carry the number of their Ref, because balancing may move them
}

func (p *page) reset(t *tree, line int) {
	*p = page{tree: t, buf: p.buf[:0], line: line}
	p.numbered = t.hasBlockHTML && !t.opt.TrustedHTML
}

func (p *page) run() {
	// The writer never fails, nor does a renderer of ours.
	_ = engine().Renderer().Render(p, p.src, p.root)
}

// The methods of util.BufWriter.

func (p *page) Write(b []byte) (int, error)       { p.buf = append(p.buf, b...); return len(b), nil }
func (p *page) WriteString(s string) (int, error) { p.buf = append(p.buf, s...); return len(s), nil }
func (p *page) WriteByte(c byte) error            { p.buf = append(p.buf, c); return nil }
func (p *page) WriteRune(r rune) (int, error) {
	p.buf = utf8.AppendRune(p.buf, r)
	return utf8.RuneLen(r), nil
}
func (p *page) Flush() error   { return nil }
func (p *page) Available() int { return cap(p.buf) - len(p.buf) }
func (p *page) Buffered() int  { return 0 }

// str writes markup.
func (p *page) str(parts ...string) {
	for _, s := range parts {
		p.buf = append(p.buf, s...)
	}
}

func (p *page) num(n int) { p.buf = strconv.AppendInt(p.buf, int64(n), 10) }

// esc writes text that has no escapes of its own.
func (p *page) esc(s string) {
	for {
		i := 0
		for i < len(s) && !special[s[i]] {
			i++
		}
		p.buf = append(p.buf, s[:i]...)
		if i == len(s) {
			return
		}
		if c := util.EscapeHTMLByte(s[i]); c != nil {
			p.buf = append(p.buf, c...)
		} else {
			p.buf = append(p.buf, s[i])
		}
		s = s[i+1:]
	}
}

// md writes text with Markdown's escapes and entities, as it stands in the source.
func (p *page) md(b []byte) {
	for _, c := range b {
		if special[c] {
			html.DefaultWriter.Write(p, b)
			return
		}
	}
	p.buf = append(p.buf, b...)
}

// special are the bytes that do not come out as they are, in Markdown or in HTML.
var special = [256]bool{0: true, '"': true, '&': true, '<': true, '>': true, '\\': true}

func renderText(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	n := node.(*ast.Text)
	b := n.Segment.Value(p.src)
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(p, b)
		return ast.WalkContinue
	}
	p.md(b)
	switch {
	case n.HardLineBreak():
		p.str("<br>\n")
	case n.SoftLineBreak():
		p.str("\n")
	}
	return ast.WalkContinue
}

// placeKey is the attribute that stands for an open place until the page is balanced. No author can write it.
const placeKey = "data-ref"

// open leaves a place for the attributes of r. Off is where its address is in the source.
func (p *page) open(kind RefKind, dest, text string, off int) {
	l, c := p.lines.at(off, p.line)
	p.refs = append(p.refs, Ref{Kind: kind, Dest: dest, Text: text, Line: l, Col: c})
	if p.numbered {
		p.str(" ", placeKey, "=")
		p.num(len(p.refs) - 1)
		return
	}
	p.buf = append(p.buf, place)
}

// scrub removes the control characters that numeric references can smuggle in.
func (p *page) scrub() {
	if !bytes.Contains(p.src, []byte("&#")) {
		return
	}
	out := p.buf[:0]
	for _, c := range p.buf {
		if c == place || !control(c) {
			out = append(out, c)
		}
	}
	p.buf = out
}

// attribute gives a node's attribute as text.
func attribute(n ast.Node, name string) (string, bool) {
	v, ok := n.AttributeString(name)
	if !ok {
		return "", false
	}
	switch v := v.(type) {
	case []byte:
		return string(v), true
	case string:
		return v, true
	}
	return "", false
}
