package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"kepu/internal/prose"
)

// code fills x with a block of code, cut into tokens as it is coloured on the page.
func (w *proseWriter) code(x *prose.Node, n ast.Node) {
	x.Kind = prose.CodeBlock
	code := w.codeText(n)
	x.Text = strings.TrimSuffix(code, "\n")
	fenced, ok := n.(*ast.FencedCodeBlock)
	if !ok {
		return
	}
	x.Name = w.codeOptions(fenced).lang
	var tokens []prose.Token
	start, end, class := 0, 0, "" // of the token that is not yet written
	cut := func() {
		if stop := min(end, len(x.Text)); start < stop {
			tokens = append(tokens, prose.Token{Class: class, Text: x.Text[start:stop]})
		}
		start = end
	}
	if colour(x.Name, code, func(c, s string) {
		if c != class && strings.Trim(s, " ") != "" { // blanks have no colour
			cut()
			class = c
		}
		end += len(s)
	}) {
		cut()
		x.Tokens = tokens
	}
}
