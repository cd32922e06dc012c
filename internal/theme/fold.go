package theme

import (
	"fmt"
	"html"
	"text/template/parse"
)

// A folder replaces what does not depend on the view by plain text: interface
// strings without arguments, {{$.T "key"}}, and addresses of assets, {{asset
// "css/main.css"}}. A page asks for dozens of them, each a call by reflection;
// and one that is missing is found when the theme is loaded, not on the page
// that happens to use it.
type folder struct {
	text  func(name, arg string) (text string, err error)
	check bool // only look, change nothing
	err   error
}

func (f *folder) node(n parse.Node) parse.Node {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for i, child := range n.Nodes {
				n.Nodes[i] = f.node(child)
			}
		}
	case *parse.IfNode:
		f.node(n.List)
		f.node(n.ElseList)
	case *parse.RangeNode:
		f.node(n.List)
		f.node(n.ElseList)
	case *parse.WithNode:
		f.node(n.List)
		f.node(n.ElseList)
	case *parse.ActionNode:
		name, arg, ok := constant(n.Pipe)
		if !ok {
			break
		}
		text, err := f.text(name, arg)
		if err != nil {
			if f.err == nil {
				where, _ := (*parse.Tree)(nil).ErrorContext(n) // the node knows its tree
				f.err = fmt.Errorf("theme: %s: %w", where, err)
			}
			break
		}
		if !f.check {
			return &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(html.EscapeString(text))}
		}
	}
	return n
}

// constant recognises {{asset "x"}} and {{T "x"}} on whatever carries T.
func constant(p *parse.PipeNode) (name, arg string, ok bool) {
	if p == nil || len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", "", false
	}
	text, ok := p.Cmds[0].Args[1].(*parse.StringNode)
	if !ok {
		return "", "", false
	}
	switch fn := p.Cmds[0].Args[0].(type) {
	case *parse.IdentifierNode:
		name = fn.Ident
	case *parse.FieldNode:
		name = fn.Ident[len(fn.Ident)-1]
	case *parse.VariableNode:
		name = fn.Ident[len(fn.Ident)-1]
	}
	return name, text.Text, name == "T" || name == "asset"
}
