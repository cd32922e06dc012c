package compile

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// function compiles a call of a function, built in or not. Calls by reflection
// are slow; the signatures that templates' functions have most are known.
func (c *compiler) function(name string, args []parse.Node, last value) value {
	fn, own := c.funcs[name]
	if !own {
		if v := c.builtin(name, args, last); v != nil {
			return v
		}
		fn = printers[name]
	}
	if fn == nil {
		panic(giveUp{})
	}
	a := c.args(reflect.TypeOf(fn), args, last)
	switch fn := fn.(type) {
	case func(string) template.HTML:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(fn(a[0](s, dot).String()))
		}
	case func(string, string) template.HTML:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(fn(a[0](s, dot).String(), a[1](s, dot).String()))
		}
	case func(template.HTML) bool:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(fn(template.HTML(a[0](s, dot).String())))
		}
	case func(string) any:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(fn(a[0](s, dot).String()))
		}
	case func(reflect.Value, reflect.Value) any:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(fn(a[0](s, dot), a[1](s, dot)))
		}
	case func(reflect.Value, string, string, reflect.Value) any:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(fn(a[0](s, dot), a[1](s, dot).String(), a[2](s, dot).String(), a[3](s, dot)))
		}
	case func(string, reflect.Value, reflect.Value) (template.HTML, error):
		return func(s *state, dot reflect.Value) reflect.Value {
			return sound(fn(a[0](s, dot).String(), a[1](s, dot), a[2](s, dot)))
		}
	case func(string, any, any, string) (template.HTML, error):
		return func(s *state, dot reflect.Value) reflect.Value {
			return sound(fn(a[0](s, dot).String(), boxed(a[1](s, dot)), boxed(a[2](s, dot)), a[3](s, dot).String()))
		}
	}
	call := reflect.ValueOf(fn)
	return func(s *state, dot reflect.Value) reflect.Value {
		vals := make([]reflect.Value, len(a))
		for i, arg := range a {
			if vals[i] = arg(s, dot); i < call.Type().NumIn() && call.Type().In(i) == valueType {
				vals[i] = reflect.ValueOf(vals[i])
			}
		}
		return result(call.Call(vals))
	}
}

var printers = template.FuncMap{"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln}

// words compiles the arguments of words.T: a key, and what its text shows.
func (c *compiler) words(args []parse.Node, last value) func(words, *state, reflect.Value) reflect.Value {
	a := c.args(reflect.TypeFor[func(string, ...any)](), args, last)
	return func(w words, s *state, dot reflect.Value) reflect.Value {
		var rest []any
		for _, arg := range a[1:] {
			rest = append(rest, boxed(arg(s, dot)))
		}
		return sound(w.T(a[0](s, dot).String(), rest...))
	}
}

// sound gives up where a function gave an error.
func sound[V any](v V, err error) reflect.Value {
	if err != nil {
		panic(giveUp{})
	}
	return reflect.ValueOf(v)
}

func result(vals []reflect.Value) reflect.Value {
	if len(vals) == 1 || len(vals) == 2 && vals[1].IsNil() {
		return vals[0]
	}
	panic(giveUp{})
}

// args compiles the arguments of a function; last is one more if it is not nil.
func (c *compiler) args(fn reflect.Type, nodes []parse.Node, last value) []value {
	n := len(nodes)
	if last != nil {
		n++
	}
	fixed := fn.NumIn()
	if fn.IsVariadic() {
		fixed--
	}
	if n < fixed || n > fixed && !fn.IsVariadic() {
		panic(giveUp{})
	}
	var vals []value
	for i := range n {
		typ := fn.In(min(i, fn.NumIn()-1))
		if i >= fixed {
			typ = typ.Elem()
		}
		if i < len(nodes) {
			vals = append(vals, c.arg(nodes[i], typ))
		} else {
			vals = append(vals, conform(last, typ))
		}
	}
	return vals
}

func (c *compiler) arg(n parse.Node, typ reflect.Type) value {
	switch n.(type) {
	case *parse.StringNode, *parse.BoolNode, *parse.NumberNode:
		v := c.operand(n)
		if val := v(nil, reflect.Value{}); val.Type() != typ && typ != anyType && typ != valueType {
			panic(giveUp{})
		}
		return v
	}
	return conform(c.operand(n), typ)
}

var (
	anyType   = reflect.TypeFor[any]()
	valueType = reflect.TypeFor[reflect.Value]()
)

// conform makes sure that a value is of the type of a parameter.
func conform(v value, typ reflect.Type) value {
	return func(s *state, dot reflect.Value) reflect.Value {
		val := v(s, dot)
		switch {
		case typ == valueType:
			return val
		case typ == anyType:
			if !val.IsValid() {
				return reflect.Zero(typ)
			}
			return val
		case !val.IsValid():
		case val.Type() == typ || val.Type().AssignableTo(typ):
			return val
		case val.Kind() == reflect.Interface && !val.IsNil() && val.Elem().Type().AssignableTo(typ):
			return val.Elem()
		}
		panic(giveUp{})
	}
}

// boxed is a value as a parameter of type any.
func boxed(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}
