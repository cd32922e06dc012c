package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// unescape undoes Markdown's backslashes and entities.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return b
	}
	p := page{}
	p.md(b) // knows every rule, but escapes for HTML
	return unescapeHTML(p.buf)
}

var unescaper = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`)

func unescapeHTML(b []byte) []byte { return []byte(unescaper.Replace(string(b))) }

// unsafe says whether a browser would run or open something local when it follows the address.
// Browsers ignore case, leading blanks, and line breaks and tabs anywhere in the scheme.
func unsafe(dest string) bool {
	var scheme [16]byte
	n := 0
	for i := 0; i < len(dest); i++ {
		c := dest[i]
		switch {
		case c <= ' ':
			continue
		case c == ':':
			switch string(scheme[:n]) {
			case "javascript", "vbscript", "data", "file", "blob", "filesystem", "view-source", "about":
				return true
			}
			return false
		case n == len(scheme):
			return false
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		scheme[n] = c
		n++
	}
	return false
}

// checkLink reports a link that does not work and is false if only its text should stay.
func (t *tree) checkLink(n *ast.Link) bool {
	dest := string(unescape(n.Destination))
	off := t.destOffset(n.Destination, n)
	switch {
	case dest == "":
		t.report(off, EmptyLink, t.textOf(n))
		return false
	case unsafe(dest):
		t.report(off, UnsafeLink, dest)
		return false
	case n.FirstChild() == nil:
		t.report(off, LinkWithoutText, dest)
		s := ast.NewString([]byte(dest)) // something to click on
		s.SetRaw(true)
		n.AppendChild(n, s)
	}
	return true
}

func (t *tree) checkAutoLink(n *ast.AutoLink) {
	if dest := autoDest(n, t.src); unsafe(dest) {
		t.report(n.Pos(), UnsafeLink, dest)
		s := ast.NewString(n.Label(t.src))
		s.SetRaw(true)
		n.Parent().ReplaceChild(n.Parent(), n, s)
	}
}

func autoDest(n *ast.AutoLink, src []byte) string {
	dest := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		return "mailto:" + dest
	}
	return dest
}

// destOffset is where an address is in the source, or its link where the parser copied the address.
func (t *tree) destOffset(dest []byte, n ast.Node) int {
	if off, ok := offsetOf(t.src, dest); ok {
		return off
	}
	return n.Pos()
}

func renderLink(p *page, node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*ast.Link)
	if !entering {
		p.closeLink()
		return ast.WalkContinue
	}
	if !p.openLink(true) {
		return ast.WalkContinue
	}
	p.str("<a")
	p.open(Link, string(unescape(n.Destination)), p.textOf(n), p.destOffset(n.Destination, n))
	if len(n.Title) > 0 {
		p.str(` title="`)
		p.md(n.Title)
		p.str(`"`)
	}
	p.str(">")
	return ast.WalkContinue
}

// openLink is false where there can be no link: inside another one, which raw HTML makes possible.
// Whatever it says, closeLink belongs to it.
func (p *page) openLink(wanted bool) bool {
	real := wanted && p.links == 0
	p.linkStack = append(p.linkStack, real)
	if real {
		p.links++
	}
	return real
}

func (p *page) closeLink() {
	n := len(p.linkStack) - 1
	if p.linkStack[n] {
		p.links--
		p.str("</a>")
	}
	p.linkStack = p.linkStack[:n]
}

func renderAutoLink(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if entering {
		n := node.(*ast.AutoLink)
		label := string(n.Label(p.src))
		if p.links > 0 { // the parser takes <https://…> in a link's text for a link
			p.esc(label)
			return ast.WalkContinue
		}
		p.str("<a")
		p.open(Link, autoDest(n, p.src), label, n.Pos()+1)
		p.str(">")
		p.esc(label)
		p.str("</a>")
	}
	return ast.WalkContinue
}
