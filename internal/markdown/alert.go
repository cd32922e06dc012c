package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// alertTransformer recognises GitHub's alerts, block quotes that begin with a line "[!NOTE]", before
// the line is read as text. The quote becomes a Container when the whole tree is there.
type alertTransformer struct{}

func (alertTransformer) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	quote, ok := n.Parent().(*ast.Blockquote)
	if !ok || n.PreviousSibling() != nil || n.Lines().Len() == 0 {
		return
	}
	line := n.Lines().At(0)
	name := alertName(bytes.TrimSpace(line.Value(reader.Source())))
	if name == "" {
		return
	}
	if _, seen := quote.AttributeString("alert"); seen { // its line is gone, so this paragraph is the first now
		return
	}
	quote.SetAttributeString("alert", name)
	t := treeOf(pc)
	t.alerts = append(t.alerts, alert{quote, name})
	n.Lines().SetSliced(1, n.Lines().Len())
	if n.Lines().Len() == 0 {
		quote.RemoveChild(quote, n)
	}
}

type alert struct {
	quote *ast.Blockquote
	name  string
}

func alertName(b []byte) string {
	if len(b) < 4 || b[0] != '[' || b[1] != '!' || b[len(b)-1] != ']' {
		return ""
	}
	switch string(bytes.ToUpper(b[2 : len(b)-1])) {
	case "NOTE":
		return "note"
	case "TIP":
		return "tip"
	case "IMPORTANT":
		return "important"
	case "WARNING", "CAUTION":
		return "warning"
	}
	return ""
}

func (t *tree) replaceAlerts() {
	for _, a := range t.alerts {
		c := &Container{Name: a.name, closed: true}
		c.SetPos(a.quote.Pos())
		title := &ContainerTitle{}
		title.SetPos(a.quote.Pos())
		c.AppendChild(c, title)
		for n := a.quote.FirstChild(); n != nil; n = a.quote.FirstChild() {
			a.quote.RemoveChild(a.quote, n)
			c.AppendChild(c, n)
		}
		a.quote.Parent().ReplaceChild(a.quote.Parent(), a.quote, c)
	}
}
