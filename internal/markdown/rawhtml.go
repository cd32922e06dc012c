package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// What contributors may write as HTML. Everything is written anew from these tables: a tag or an
// attribute that is not here does not reach the page. Markdown's own output never passes them.
var (
	inlineTags = set("br kbd sub sup mark abbr ruby rt rp rb small ins del b i em strong u s span code q cite dfn var samp time wbr bdi bdo img a")
	blockTags  = set("details summary hr p div blockquote ul ol li table caption colgroup col thead tbody tfoot tr th td dl dt dd figure figcaption pre")
	voidTags   = set("br wbr img hr col")
	// Elements whose content is not text for readers either.
	hiddenTags = set("script style iframe form object embed applet template noscript textarea title select button svg math xmp plaintext noembed noframes frameset audio video canvas head")

	globalAttrs = set("title lang dir")
	tagAttrs    = map[string]map[string]bool{
		"details": set("open"), "ol": set("start"), "td": set("colspan rowspan"), "th": set("colspan rowspan"),
		"col": set("span"), "colgroup": set("span"), "time": set("datetime"), "ins": set("datetime cite"),
		"del": set("datetime cite"), "blockquote": set("cite"), "q": set("cite"),
		"a": set("href"), "img": set("src alt width height"),
	}
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// kindHTMLTag is a tag inside a line that passed the tables and has its partner.
var kindHTMLTag = ast.NewNodeKind("HTMLTag")

type htmlTag struct {
	ast.BaseInline
	name  string
	attr  []html.Attribute
	close bool
}

func (*htmlTag) Kind() ast.NodeKind { return kindHTMLTag }
func (n *htmlTag) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Name": n.name}, nil)
}

// pairHTML turns the raw tags among the children of n into tags in pairs. An element ends where its
// parent ends at the latest, so a forgotten end tag cannot reach the next paragraph.
func (t *tree) pairHTML(n ast.Node) {
	var open []string
	closed := func(name string) *htmlTag { return &htmlTag{name: name, close: true} }
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		raw, ok := c.(*ast.RawHTML)
		if !ok {
			c = next
			continue
		}
		tag := t.readTag(raw)
		switch {
		case tag == nil:
			n.RemoveChild(n, c)
		case hiddenTags[tag.name]:
			next = t.removeHidden(n, raw, tag)
		case !inlineTags[tag.name]:
			if !tag.close {
				t.report(raw.Pos(), DisallowedHTML, tag.name)
			}
			if endsLine(c, tag) {
				n.InsertBefore(n, c, &htmlTag{name: "br"})
			}
			n.RemoveChild(n, c)
		case voidTags[tag.name] && tag.close:
			n.RemoveChild(n, c)
		case voidTags[tag.name]:
			n.ReplaceChild(n, c, tag)
		case !tag.close:
			n.ReplaceChild(n, c, tag)
			open = append(open, tag.name)
		default:
			i := len(open) - 1
			for ; i >= 0 && open[i] != tag.name; i-- {
			}
			if i < 0 {
				n.RemoveChild(n, c)
				break
			}
			for j := len(open) - 1; j > i; j-- {
				n.InsertBefore(n, c, closed(open[j]))
			}
			open = open[:i]
			n.ReplaceChild(n, c, tag)
		}
		c = next
	}
	for i := len(open) - 1; i >= 0; i-- {
		n.AppendChild(n, closed(open[i]))
	}
}

// endsLine reports whether what stands before and after the tag of a list, which a line cannot have,
// would run together without it: its items, and what follows it.
func endsLine(c ast.Node, tag *htmlTag) bool {
	if tag.close {
		_, tags := c.NextSibling().(*ast.RawHTML)
		return (tag.name == "ul" || tag.name == "ol") && c.NextSibling() != nil && !tags
	}
	return tag.name == "li" && c.PreviousSibling() != nil
}

// removeHidden takes out an element together with its content, if its end is among its siblings.
func (t *tree) removeHidden(parent ast.Node, n *ast.RawHTML, tag *htmlTag) (next ast.Node) {
	t.report(n.Pos(), DisallowedHTML, tag.name)
	next = n.NextSibling()
	parent.RemoveChild(parent, n)
	if tag.close || t.noEnd == parent {
		return next
	}
	end := next
	for ; end != nil; end = end.NextSibling() {
		if raw, ok := end.(*ast.RawHTML); ok {
			if e := t.readTag(raw); e != nil && e.close && e.name == tag.name {
				break
			}
		}
	}
	if end == nil {
		t.noEnd = parent // do not search this line again for each of its tags
		return next
	}
	for next != end {
		after := next.NextSibling()
		parent.RemoveChild(parent, next)
		next = after
	}
	next = end.NextSibling()
	parent.RemoveChild(parent, end)
	return next
}

// readTag reads one raw tag; a comment and other things that are no tag give nil.
func (t *tree) readTag(n *ast.RawHTML) *htmlTag {
	var b []byte
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		b = append(b, seg.Value(t.src)...)
	}
	z := html.NewTokenizer(bytes.NewReader(b))
	switch z.Next() {
	case html.StartTagToken, html.SelfClosingTagToken:
		tok := z.Token()
		tag := &htmlTag{name: tok.Data, attr: tok.Attr}
		tag.SetPos(n.Pos())
		return tag
	case html.EndTagToken:
		return &htmlTag{name: z.Token().Data, close: true}
	}
	return nil
}

func renderRawHTML(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if entering && p.opt.TrustedHTML { // else there is none left
		n := node.(*ast.RawHTML)
		for i := range n.Segments.Len() {
			seg := n.Segments.At(i)
			_, _ = p.Write(seg.Value(p.src))
		}
	}
	return ast.WalkSkipChildren
}

func renderHTMLTag(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if n := node.(*htmlTag); entering && n.close {
		p.endTag(n.name)
	} else if entering {
		p.startTag(n.name, n.attr, n.Pos())
	}
	return ast.WalkContinue
}

// startTag writes a tag that is allowed with those of its attributes that are.
func (p *page) startTag(name string, attrs []html.Attribute, off int) {
	var address, alt string
	for _, a := range attrs {
		switch {
		case name == "a" && a.Key == "href" || name == "img" && a.Key == "src":
			address = a.Val
		case name == "img" && a.Key == "alt":
			alt = a.Val
		}
	}
	if unsafe(address) {
		p.report(off, UnsafeLink, address)
		address = ""
	}
	switch {
	case name == "a":
		if !p.openLink(address != "") {
			return
		}
		p.str("<a")
		p.open(Link, address, "", off)
	case name == "img" && address == "":
		p.esc(alt)
		return
	case name == "img":
		if alt == "" {
			p.report(off, ImageWithoutAlt, address)
		}
		p.str("<img")
		p.open(Image, address, alt, off)
		p.str(Attr("alt", alt), ` loading="lazy" decoding="async"`)
	default:
		p.str("<", name)
	}
	for i, a := range attrs {
		if !globalAttrs[a.Key] && !tagAttrs[name][a.Key] || a.Namespace != "" {
			p.report(off, DisallowedHTML, name+" "+a.Key)
			continue
		}
		if v, ok := attrValue(a); ok && !repeated(attrs[:i], a.Key) {
			p.str(Attr(a.Key, v))
		}
	}
	p.str(">")
}

func (p *page) endTag(name string) {
	if name == "a" {
		p.closeLink()
		return
	}
	p.str("</", name, ">")
}

func repeated(attrs []html.Attribute, key string) bool {
	for _, a := range attrs {
		if a.Key == key {
			return true
		}
	}
	return false
}

// attrValue checks what an allowed attribute says. Addresses are Refs; sizes come with the image.
func attrValue(a html.Attribute) (string, bool) {
	switch a.Key {
	case "href", "src", "alt", "width", "height":
		return "", false
	case "open":
		return "", true
	case "dir":
		v := strings.ToLower(a.Val)
		return v, v == "ltr" || v == "rtl" || v == "auto"
	case "lang":
		return a.Val, a.Val != "" && len(a.Val) <= 35 && strings.Trim(strings.ToLower(a.Val), "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
	case "colspan", "rowspan", "span", "start":
		return a.Val, a.Val != "" && len(a.Val) <= 3 && strings.Trim(a.Val, "0123456789") == "" && (a.Key == "start" || strings.Trim(a.Val, "0") != "")
	case "cite":
		return a.Val, !unsafe(a.Val) && strings.IndexByte(a.Val, ' ') < 0
	}
	return a.Val, true
}
