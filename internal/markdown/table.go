package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var (
	kindTable       = east.KindTable
	kindTableHeader = east.KindTableHeader
	kindTableRow    = east.KindTableRow
	kindTableCell   = east.KindTableCell
)

// spareCells is how many more cells than bytes a table may have. Rows are filled up to the width of
// the header, so without a bound a few kilobytes ask for a hundred million cells.
const spareCells = 10_000

// tableTransformer is goldmark's for GFM tables, kept from tables that are nearly all filling.
type tableTransformer struct{ parser.ParagraphTransformer }

func (tt tableTransformer) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, src := n.Lines(), reader.Source()
	if lines.Len() < 2 {
		return
	}
	size := lines.At(lines.Len()-1).Stop - lines.At(0).Start
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		b := line.Value(src)
		if len(bytes.Trim(b, "|:- \t\n")) > 0 || bytes.IndexByte(b, '-') < 0 {
			continue
		}
		if columns := bytes.Count(b, []byte{'|'}) + 1; columns*(lines.Len()-i) > size+spareCells {
			treeOf(pc).report(line.Start, TableTooWide, "")
			return
		}
		tt.ParagraphTransformer.Transform(n, reader, pc)
		return
	}
}

// unescapePipes takes the backslash off "\|" in the code of a cell, where the backslash served only to keep the cell together.
func unescapePipes(cell ast.Node, src []byte) {
	for c := cell.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindCodeSpan {
			if c.HasChildren() {
				unescapePipes(c, src)
			}
			continue
		}
		for x := c.FirstChild(); x != nil; x = x.NextSibling() {
			code, ok := x.(*ast.Text)
			if !ok {
				continue
			}
			i := bytes.Index(code.Segment.Value(src), []byte(`\|`))
			if i < 0 || code.Segment.Padding != 0 {
				continue
			}
			at := code.Segment.Start + i
			c.InsertAfter(c, code, ast.NewRawTextSegment(code.Segment.WithStart(at+1)))
			code.Segment.Stop = at
		}
	}
}

// A table scrolls on its own where it is wider than the screen. What scrolls takes the focus and has
// a name. It is a group rather than a region, of which there would be too many to go through.
func renderTable(p *page, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.tables++
		p.str(`<div class="table" tabindex="0" role="group" aria-label="`, p.say.table, " ")
		p.num(p.tables)
		p.str("\">\n<table>\n")
	} else {
		p.str("</table>\n</div>\n")
	}
	return ast.WalkContinue
}

func renderTableHeader(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.str("<thead>\n<tr>\n")
		return ast.WalkContinue
	}
	p.str("</tr>\n</thead>\n")
	if n.NextSibling() != nil {
		p.str("<tbody>\n")
	}
	return ast.WalkContinue
}

func renderTableRow(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.str("<tr>\n")
		return ast.WalkContinue
	}
	p.str("</tr>\n")
	if n.NextSibling() == nil {
		p.str("</tbody>\n")
	}
	return ast.WalkContinue
}

var alignClass = map[east.Alignment]string{
	east.AlignLeft:   ` class="ta-l"`,
	east.AlignCenter: ` class="ta-c"`,
	east.AlignRight:  ` class="ta-r"`,
}

func renderTableCell(p *page, node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*east.TableCell)
	head := n.Parent().Kind() == kindTableHeader && n.FirstChild() != nil // an empty cell heads nothing
	switch {
	case entering && head:
		p.str(`<th scope="col"`, alignClass[n.Alignment], ">")
	case entering:
		p.str("<td", alignClass[n.Alignment], ">")
	case head:
		p.str("</th>\n")
	default:
		p.str("</td>\n")
	}
	return ast.WalkContinue
}
