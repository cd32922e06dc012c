package compile

import (
	"reflect"
	"text/template/parse"
)

// list compiles nodes that follow each other.
func (c *compiler) list(l *parse.ListNode) node {
	var nodes []node
	if l != nil {
		for _, n := range l.Nodes {
			switch n := n.(type) {
			case *parse.TextNode:
				if len(n.Text) > 0 {
					nodes = append(nodes, text(n.Text))
				}
				continue
			case *parse.CommentNode:
				continue
			case *parse.BreakNode:
				return sequence(append(nodes, func(*state, reflect.Value) flow { return breaks }))
			case *parse.ContinueNode:
				return sequence(append(nodes, func(*state, reflect.Value) flow { return continues }))
			}
			nodes = append(nodes, c.node(n))
		}
	}
	return sequence(nodes)
}

func text(t []byte) node {
	return func(s *state, _ reflect.Value) flow {
		s.out = append(s.out, t...)
		return next
	}
}

func sequence(nodes []node) node {
	if len(nodes) == 1 {
		return nodes[0]
	}
	return func(s *state, dot reflect.Value) flow {
		for _, n := range nodes {
			if f := n(s, dot); f != next {
				return f
			}
		}
		return next
	}
}

func (c *compiler) node(n parse.Node) node {
	switch n := n.(type) {
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.choice(&n.BranchNode, false)
	case *parse.WithNode:
		return c.choice(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(&n.BranchNode)
	case *parse.ListNode:
		if pipe, ok := c.calls[n]; ok {
			return c.call(n, pipe)
		}
		return c.list(n)
	}
	panic(giveUp{})
}

// action shows the value of a pipeline, or declares variables.
func (c *compiler) action(p *parse.PipeNode) node {
	if len(p.Decl) > 0 {
		v := c.pipe(p)
		return func(s *state, dot reflect.Value) flow {
			v(s, dot)
			return next
		}
	}
	cmds, chain := escapers(p.Cmds)
	v, show := c.commands(cmds), shower(chain)
	return func(s *state, dot reflect.Value) flow {
		show(s, v(s, dot))
		return next
	}
}

// choice compiles if and, where the value becomes the dot, with.
func (c *compiler) choice(b *parse.BranchNode, with bool) node {
	var v value
	var yes, no node
	c.scoped(func() {
		v = c.pipe(b.Pipe)
		c.scoped(func() { yes = c.list(b.List) })
		c.scoped(func() { no = c.list(b.ElseList) })
	})
	return func(s *state, dot reflect.Value) flow {
		val := v(s, dot)
		switch {
		case !truth(val):
			return no(s, dot)
		case with:
			return yes(s, val)
		}
		return yes(s, dot)
	}
}

func (c *compiler) loop(b *parse.BranchNode) node {
	var v value
	var body, none node
	var slots []int // of the element, or of the index and the element
	c.scoped(func() {
		v = c.pipe(b.Pipe)
		for _, d := range b.Pipe.Decl {
			slots = append(slots, c.slot(d.Ident[0]))
		}
		c.scoped(func() { body = c.list(b.List) })
		c.scoped(func() { none = c.list(b.ElseList) })
	})
	return func(s *state, dot reflect.Value) flow {
		list := indirect(v(s, dot))
		if k := list.Kind(); k != reflect.Slice && k != reflect.Array {
			panic(giveUp{})
		}
		n := list.Len()
		if n == 0 {
			return none(s, dot)
		}
		for i := range n {
			item := list.Index(i)
			if len(slots) > 0 {
				s.vars[slots[len(slots)-1]] = item
			}
			if len(slots) > 1 {
				s.vars[slots[0]] = reflect.ValueOf(i)
			}
			if body(s, item) == breaks {
				break
			}
		}
		return next
	}
}

// call compiles a template in the place where it is called.
func (c *compiler) call(l *parse.ListNode, arg *parse.PipeNode) node {
	v := func(*state, reflect.Value) reflect.Value { return reflect.Value{} }
	var body node
	var root int
	c.scoped(func() {
		if arg != nil {
			v = c.pipe(arg)
		}
		root = c.declare("$")
		body = c.list(l)
	})
	return func(s *state, dot reflect.Value) flow {
		dot = v(s, dot)
		s.vars[root] = dot
		body(s, dot)
		return next
	}
}
