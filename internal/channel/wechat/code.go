package wechat

import (
	"strings"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/prose"
)

// The editor takes line ends and runs of blanks in code for layout of the
// source, so they are written as what they mean.
var blanks = strings.NewReplacer(" ", "\u00a0", "\t", "\u00a0\u00a0\u00a0\u00a0")

// code writes a block of code, coloured as far as there is room for colours.
func (w *writer) code(n *prose.Node) *inline.Element {
	code := el("code", "")
	tokens := n.Tokens
	if len(tokens) == 0 || w.lean >= pale {
		tokens = []prose.Token{{Text: n.Text}}
	}
	for i := 0; i < len(tokens); {
		class, run := colours[tokens[i].Class], tokens[i].Text
		for i++; i < len(tokens) && (colours[tokens[i].Class] == class || strings.TrimSpace(tokens[i].Text) == ""); i++ {
			run += tokens[i].Text
		}
		if class == "" {
			code.Nodes = append(code.Nodes, lines(run)...)
		} else {
			code.Nodes = append(code.Nodes, el("span", class, lines(run)...))
		}
	}
	if w.lean >= spare {
		return el("pre", "spare", code.Nodes...)
	}
	return el("pre", "pre", code)
}

// colours are the classes of themes for those of tokens. A colour costs some
// thirty characters each time, so there are few: what else there is to tell
// apart, a reader of an article need not.
var colours = map[string]string{
	"k": "tok-k", "kt": "tok-k", "cp": "tok-k", "s": "tok-s", "c": "tok-c", "m": "tok-m",
	"nf": "tok-nf", "nc": "tok-nf", "nt": "tok-nt", "na": "tok-nf",
}

// lines is code with its line ends as elements.
func lines(code string) []*inline.Element {
	var out []*inline.Element
	for i, line := range strings.Split(code, "\n") {
		if i > 0 {
			out = append(out, el("br", ""))
		}
		if line != "" {
			out = append(out, text(blanks.Replace(line)))
		}
	}
	return out
}
