package compile

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// pipe compiles a pipeline with the variables that it declares or sets.
func (c *compiler) pipe(p *parse.PipeNode) value {
	v := c.commands(p.Cmds)
	var slots []int
	for _, d := range p.Decl {
		if p.IsAssign {
			slots = append(slots, c.slot(d.Ident[0]))
		} else {
			slots = append(slots, c.declare(d.Ident[0]))
		}
	}
	if len(slots) == 0 {
		return v
	}
	return func(s *state, dot reflect.Value) reflect.Value {
		val := v(s, dot)
		for _, slot := range slots {
			s.vars[slot] = val
		}
		return val
	}
}

// commands chains commands; the value of one is the last argument of the next.
func (c *compiler) commands(cmds []*parse.CommandNode) value {
	var v value
	for _, cmd := range cmds {
		v = open(c.command(cmd, v))
	}
	if v == nil {
		panic(giveUp{})
	}
	return v
}

// open takes a value out of an interface that says nothing about it.
func open(v value) value {
	return func(s *state, dot reflect.Value) reflect.Value {
		val := v(s, dot)
		if val.Kind() == reflect.Interface && val.NumMethod() == 0 {
			return val.Elem()
		}
		return val
	}
}

func (c *compiler) command(cmd *parse.CommandNode, last value) value {
	args := cmd.Args[1:]
	switch n := cmd.Args[0].(type) {
	case *parse.IdentifierNode:
		return c.function(n.Ident, args, last)
	case *parse.FieldNode:
		return c.ofDot(n.Ident, args, last)
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			return c.chain(c.variable(n), n.Ident[1:], args, last)
		}
	case *parse.ChainNode:
		return c.chain(c.operand(n.Node), n.Field, args, last)
	}
	if len(args) > 0 || last != nil {
		panic(giveUp{})
	}
	return c.operand(cmd.Args[0])
}

// operand compiles what stands alone, as an argument or as a command.
func (c *compiler) operand(n parse.Node) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return dotValue
	case *parse.FieldNode:
		return c.ofDot(n.Ident, nil, nil)
	case *parse.VariableNode:
		return c.chain(c.variable(n), n.Ident[1:], nil, nil)
	case *parse.ChainNode:
		return c.chain(c.operand(n.Node), n.Field, nil, nil)
	case *parse.IdentifierNode:
		return c.function(n.Ident, nil, nil)
	case *parse.PipeNode:
		if len(n.Decl) == 0 { // a variable from within an expression may not come to be
			return c.commands(n.Cmds)
		}
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		return number(n)
	}
	panic(giveUp{})
}

func dotValue(_ *state, dot reflect.Value) reflect.Value { return dot }

func (c *compiler) variable(n *parse.VariableNode) value {
	slot := c.slot(n.Ident[0])
	return func(s *state, _ reflect.Value) reflect.Value { return s.vars[slot] }
}

func constant(x any) value {
	v := reflect.ValueOf(x)
	return func(*state, reflect.Value) reflect.Value { return v }
}

// number is the type that a constant has where nothing asks for one. Those
// that are written in an unusual way are not compiled.
func number(n *parse.NumberNode) value {
	plain := strings.Trim(n.Text, "-0123456789") == ""
	switch {
	case plain && n.IsInt && int64(int(n.Int64)) == n.Int64:
		return constant(int(n.Int64))
	case n.IsFloat && strings.Trim(n.Text, "-0123456789.") == "" && !plain:
		return constant(n.Float64)
	}
	panic(giveUp{})
}
