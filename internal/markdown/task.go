package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

var kindTaskCheckBox = east.KindTaskCheckBox

func renderListItem(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.str("</li>\n")
		return ast.WalkContinue
	}
	first := n.FirstChild()
	if first != nil && first.FirstChild() != nil && first.FirstChild().Kind() == kindTaskCheckBox {
		p.str(`<li class="task">`)
	} else {
		p.str("<li>")
	}
	if first != nil && first.Kind() != ast.KindTextBlock {
		p.str("\n")
	}
	return ast.WalkContinue
}

// A check box of a page that nobody can check says its state in words as well.
func renderTask(p *page, n ast.Node, entering bool) ast.WalkStatus {
	switch {
	case !entering:
	case n.(*east.TaskCheckBox).IsChecked:
		p.str(`<input type="checkbox" disabled checked aria-label="`, p.say.done, `"> `)
	default:
		p.str(`<input type="checkbox" disabled aria-label="`, p.say.todo, `"> `)
	}
	return ast.WalkContinue
}
