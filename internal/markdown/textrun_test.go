package markdown

import (
	"bytes"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// noRenderer makes goldmark pass over the nodes of kinds that it has no renderer for: it fails at
// those that are newer than the last it has one for.
type noRenderer struct{}

func (noRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.NewNodeKind("Last"), nil)
}

// FuzzText wants the same HTML whether runs of text are taken in one step or goldmark reads them.
func FuzzText(f *testing.F) {
	engine := func(parsers []util.PrioritizedValue) goldmark.Markdown {
		return goldmark.New(
			goldmark.WithExtensions(extension.Table, extension.DefinitionList),
			goldmark.WithParser(parser.NewParser(
				parser.WithBlockParsers(parser.DefaultBlockParsers()...),
				parser.WithInlineParsers(parsers...),
				parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
			)),
			goldmark.WithRendererOptions(html.WithUnsafe(), renderer.WithNodeRenderers(util.Prioritized(noRenderer{}, 1))),
		)
	}
	slow, fast := engine(inlineParsers()), engine(withTextParser(inlineParsers()))
	for _, s := range []string{
		"a", "a  \nb", "a \nb", "a\t\nb", "**a**  \nb", "**a** \nb", "`a`  ", "a\\\nb", "a \\\nb", "a\\ \nb", "a\\  \nb",
		"a\\  \n\\*b*", "a\\\\  \n\\*b*", "a\\ b  \nc", "\\a  \nb", "a*  \nb", "a!  \nb\n", "- a\n\tb  \n  c", "> a  \n> b  ",
		"a\\ \\*b*", "a\\ \n\\*b*", "a\\   \n\\*b*", "**a**   \nb", "**a**    ", "\\*a\\\\ *b*",
		"1.\ta  \n\tb", "# a  \nb  ", "[a  \nb](c  \n'd')", "中文，\n中文  \n**粗。**中\\*文", "a &amp; b <i> c\n d", "a\n===  \nb  \n---", "| a  | b |\n|---|---|\n| c\\| | d  |",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		body = clean(body) // as Parse does first
		var want, got bytes.Buffer
		if err := slow.Convert(body, &want); err != nil {
			t.Skip(err)
		}
		if err := fast.Convert(body, &got); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%q\n got %q\nwant %q", body, got.String(), want.String())
		}
	})
}
