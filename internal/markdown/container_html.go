package markdown

import "github.com/yuin/goldmark/ast"

// A callout is an aside with the role of a note: not a landmark, of which a page should have few.
// Its title is its name for those who hear the page.
func renderContainer(p *page, node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*Container)
	switch n.Name {
	case "note", "tip", "important", "warning", "quiz":
		if !entering {
			p.str("</aside>\n")
			return ast.WalkContinue
		}
		p.str(`<aside class="callout `, n.Name, `" role="note" aria-label="`)
		p.esc(p.textOf(n.FirstChild()))
		p.str("\">\n")
	case "details":
		if entering {
			p.str("<details class=\"callout details\">\n")
		} else {
			p.str("</details>\n")
		}
	default:
		if entering {
			p.str("<div>\n")
		} else {
			p.str("</div>\n")
		}
	}
	return ast.WalkContinue
}

func renderContainerTitle(p *page, n ast.Node, entering bool) ast.WalkStatus {
	tag, class := "p", ` class="callout-title"`
	if n.Parent().(*Container).Name == "details" {
		tag, class = "summary", ""
	}
	if entering {
		p.str("<", tag, class, ">")
	} else {
		p.str("</", tag, ">\n")
	}
	return ast.WalkContinue
}

func renderAnswer(p *page, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.str("<details>\n<summary>", p.say.answer, "</summary>\n")
	} else {
		p.str("</details>\n")
	}
	return ast.WalkContinue
}
