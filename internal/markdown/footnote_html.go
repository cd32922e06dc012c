package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// No heading has an id that begins like these: see slug.
func noteID(n int) string { return "fn-" + strconv.Itoa(n) }

func noteRefID(n, ref int) string {
	if ref == 0 {
		return "fnref-" + strconv.Itoa(n)
	}
	return "fnref-" + strconv.Itoa(n) + "-" + strconv.Itoa(ref+1)
}

func renderFootnoteLink(p *page, node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*east.FootnoteLink)
	if !entering || n.Index == 0 {
		return ast.WalkContinue
	}
	id, num := noteRefID(n.Index, n.RefIndex), strconv.Itoa(n.Index)
	p.ids.add(id)
	p.str(`<sup id="`, id, `">`)
	if p.links > 0 { // no link inside a link
		p.str(num, "</sup>")
		return ast.WalkContinue
	}
	p.str(`<a class="footnote-ref" href="#`, noteID(n.Index), `" role="doc-noteref" aria-label="`,
		p.say.footnote, " ", num, `">`, num, "</a></sup>")
	return ast.WalkContinue
}

func renderFootnoteList(p *page, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.str(`<section class="footnotes" aria-label="`, p.say.footnotes, "\">\n<ol>\n")
	} else {
		p.str("</ol>\n</section>\n")
	}
	return ast.WalkContinue
}

func renderFootnote(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if entering {
		id := noteID(node.(*east.Footnote).Index)
		p.ids.add(id)
		p.str(`<li id="`, id, "\">\n")
	} else {
		p.str("</li>\n")
	}
	return ast.WalkContinue
}

func renderFootnoteBacklink(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	n := node.(*east.FootnoteBacklink)
	if node.PreviousSibling() != nil {
		p.str(" ")
	}
	p.str(`<a class="footnote-back" href="#`, noteRefID(n.Index, n.RefIndex), `" role="doc-backlink" aria-label="`, p.say.back)
	p.str(" ")
	p.num(n.Index)
	if n.RefCount > 1 {
		p.str("-")
		p.num(n.RefIndex + 1)
	}
	p.str(`">↩</a>`)
	return ast.WalkContinue
}
