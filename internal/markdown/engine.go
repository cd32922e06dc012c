package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxBlocks is how deep blocks nest before their markers are text. It bounds every walk of the tree
// and keeps a line of ten thousand ">" from taking quadratic time.
const maxBlocks = 60

// engine is the one goldmark of the package. No option reaches it: what differs between sites is in the tree.
var engine = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(
				util.Prioritized(setextParser{parser.NewSetextHeadingParser(parser.WithHeadingAttribute())}, 100),
				util.Prioritized(shallow{extension.NewDefinitionListParser()}, 101),
				util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
				util.Prioritized(containerParser{}, 110),
				util.Prioritized(mathBlockParser{}, 120),
				util.Prioritized(parser.NewThematicBreakParser(), 200),
				util.Prioritized(shallow{parser.NewListParser()}, 300),
				util.Prioritized(parser.NewListItemParser(), 400),
				util.Prioritized(parser.NewCodeBlockParser(), 500),
				util.Prioritized(parser.NewATXHeadingParser(parser.WithHeadingAttribute()), 600),
				util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
				util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
				util.Prioritized(parser.NewHTMLBlockParser(), 900),
				util.Prioritized(shallow{footnoteBlockParser{}}, 999),
				util.Prioritized(parser.NewParagraphParser(), 1000),
			),
			parser.WithInlineParsers(withTextParser(inlineParsers())...),
			parser.WithParagraphTransformers(
				util.Prioritized(alertTransformer{}, 50),
				util.Prioritized(referenceTransformer{parser.LinkReferenceParagraphTransformer}, 100),
				util.Prioritized(tableTransformer{extension.NewTableParagraphTransformer()}, 200),
			),
		)),
		goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(html.NewRenderer(html.WithUnsafe()), 1000),
			util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
			util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
			util.Prioritized(nodes{}, 100),
		))),
	)
})

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(footnoteParser{}, 101),
		util.Prioritized(mathParser{}, 102),
		util.Prioritized(newLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(emphasisParser{}, 500),
		util.Prioritized(strikethroughParser{}, 500),
	}
}

// shallow is a parser of blocks that hold blocks, kept from nesting without end.
type shallow struct{ parser.BlockParser }

func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= maxBlocks {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// nodes renders what differs from plain CommonMark. Each method lives in the file of its syntax.
type nodes struct{}

func (nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, f := range map[ast.NodeKind]func(*page, ast.Node, bool) ast.WalkStatus{
		ast.KindText:            renderText,
		ast.KindHeading:         renderHeading,
		ast.KindCodeBlock:       renderCodeBlock,
		ast.KindFencedCodeBlock: renderFencedCodeBlock,
		ast.KindHTMLBlock:       renderHTMLBlock,
		ast.KindRawHTML:         renderRawHTML,
		kindHTMLTag:             renderHTMLTag,
		ast.KindLink:            renderLink,
		ast.KindAutoLink:        renderAutoLink,
		ast.KindImage:           renderImage,
		KindMath:                renderMath,
		KindFigure:              renderFigure,
		KindContainer:           renderContainer,
		KindContainerTitle:      renderContainerTitle,
		KindAnswer:              renderAnswer,
		kindTable:               renderTable,
		kindTableHeader:         renderTableHeader,
		kindTableRow:            renderTableRow,
		kindTableCell:           renderTableCell,
		ast.KindListItem:        renderListItem,
		kindTaskCheckBox:        renderTask,
		kindFootnoteLink:        renderFootnoteLink,
		kindFootnoteBacklink:    renderFootnoteBacklink,
		kindFootnote:            renderFootnote,
		kindFootnoteList:        renderFootnoteList,
	} {
		reg.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			return f(w.(*page), n, entering), nil
		})
	}
}
