package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxBrackets is how many link openings of a block may wait for their end, and maxParens how deep
// parentheses nest in an address (as in cmark). Past them there is text.
const (
	maxBrackets = 500
	maxParens   = 32
)

// linkParser is goldmark's, kept from input that makes it search the rest of a paragraph over and over.
type linkParser struct {
	parser.InlineParser
	parser.CloseBlocker
}

func newLinkParser() parser.InlineParser {
	p := parser.NewLinkParser()
	return linkParser{p, p.(parser.CloseBlocker)}
}

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	t := treeOf(pc)
	switch {
	case line[0] == ']':
		t.brackets = max(0, t.brackets-1)
		hopeless := len(line) > 1 && line[1] == '(' && !mayBeLink(block, line)
		return p.InlineParser.Parse(parent, linkReader{block, hopeless}, pc)
	case line[0] == '[' || len(line) > 1 && line[1] == '[':
		if t.brackets >= maxBrackets {
			return nil
		}
		t.brackets++
	}
	return p.InlineParser.Parse(parent, block, pc)
}

func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	treeOf(pc).brackets = 0
	p.CloseBlocker.CloseBlock(parent, block, pc)
}

// linkReader is the reader that the parser sees at the end of a link's text. Where hopeless, it hides
// the parenthesis, so that the parser looks for a reference instead.
type linkReader struct {
	text.Reader
	hopeless bool
}

func (r linkReader) Peek() byte {
	if r.hopeless {
		return ' '
	}
	return r.Reader.Peek()
}

// Value finds a part of a line at once; goldmark's reader goes through all lines of the paragraph.
func (r linkReader) Value(seg text.Segment) []byte {
	b := r.Source()[seg.Start:seg.Stop]
	if seg.Padding == 0 && bytes.IndexByte(b, '\n') < 0 {
		return b
	}
	return r.Reader.Value(seg)
}

// mayBeLink is false where the "(…)" after a link's text cannot be an address and a title for reasons
// that show up close by: the parser would find out at the end of the paragraph only.
func mayBeLink(block text.Reader, line []byte) bool {
	rest := bytes.TrimLeft(line[2:], " \t\r\n")
	if len(rest) > 0 && rest[0] == '<' {
		n := unescapedAny(rest[1:], "<>")
		if n < 0 || rest[1+n] == '<' {
			return false
		}
		rest = rest[n+2:]
	} else {
		depth, i := 0, 0
		for ; i < len(rest) && depth >= 0 && !util.IsSpace(rest[i]); i++ {
			switch rest[i] {
			case '\\':
				i++
			case '(':
				if depth++; depth > maxParens {
					return false
				}
			case ')':
				depth--
			}
		}
		if depth < 0 {
			return true
		}
		rest = rest[min(i, len(rest)):]
	}
	if len(bytes.TrimSpace(rest)) == 0 { // the title or the end is on the next line
		l, pos := block.Position()
		block.AdvanceLine()
		rest, _ = block.PeekLine()
		block.SetPosition(l, pos)
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) > 0 && rest[0] == '(' {
		n := unescapedAny(rest[1:], "()")
		return n < 0 || rest[1+n] == ')'
	}
	return true
}

func unescapedAny(b []byte, chars string) int {
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' {
			i++
		} else if strings.IndexByte(chars, b[i]) >= 0 {
			return i
		}
	}
	return -1
}

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
