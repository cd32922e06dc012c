package compile

import (
	"errors"
	"html/template"
	"io"
	"text/template/parse"
)

// maxNodes bounds a template with all that it calls in place.
const maxNodes = 50_000

// escape gives the escaped tree of a template, with all the templates that it
// calls in the places where they are called: html/template makes a copy of a
// called template for each context it is called in, which nobody can reach, but
// what stands in one tree it escapes in place. calls tells which lists are
// calls, with what.
func escape(set *template.Template, name string, edit func(*parse.ListNode)) (body *parse.ListNode, calls map[*parse.ListNode]*parse.PipeNode, err error) {
	in := &inliner{set: set, calls: map[*parse.ListNode]*parse.PipeNode{}, open: map[string]bool{}}
	body = in.template(name)
	if edit != nil {
		edit(body)
	}
	// Escaping happens before the first execution, so let that stop at once.
	stopped := errors.New("stopped")
	stop := template.FuncMap{"stop": func() (string, error) { return "", stopped }}
	whole, err := template.New(name).Funcs(stop).Parse("{{stop}}")
	if err != nil {
		return nil, nil, err
	}
	whole.Tree.Root.Nodes = append(whole.Tree.Root.Nodes, body)
	if err := whole.Execute(io.Discard, nil); !errors.Is(err, stopped) {
		return nil, nil, err
	}
	return body, in.calls, nil
}

// An inliner copies a template and puts copies of others in place of calls.
type inliner struct {
	set   *template.Template
	calls map[*parse.ListNode]*parse.PipeNode
	open  map[string]bool // templates being copied: one that calls itself has no end
	nodes int
}

func (in *inliner) template(name string) *parse.ListNode {
	t := in.set.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil || in.open[name] {
		panic(giveUp{})
	}
	in.open[name] = true
	defer delete(in.open, name)
	body := t.Tree.Root.CopyList()
	in.list(body)
	return body
}

func (in *inliner) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	if in.nodes += len(l.Nodes); in.nodes > maxNodes {
		panic(giveUp{})
	}
	for i, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ListNode:
			in.list(n)
		case *parse.IfNode:
			in.branch(&n.BranchNode)
		case *parse.RangeNode:
			in.branch(&n.BranchNode)
		case *parse.WithNode:
			in.branch(&n.BranchNode)
		case *parse.TemplateNode:
			called := in.template(n.Name)
			in.calls[called] = n.Pipe
			l.Nodes[i] = called
		}
	}
}

func (in *inliner) branch(b *parse.BranchNode) {
	in.list(b.List)
	in.list(b.ElseList)
}
