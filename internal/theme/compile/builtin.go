package compile

import (
	"reflect"
	"text/template/parse"
)

// builtin compiles the functions that compare, count and decide. It gives nil
// for one it does not know.
func (c *compiler) builtin(name string, nodes []parse.Node, last value) value {
	switch name {
	case "and", "or", "not", "len", "index", "eq", "ne", "lt", "le", "gt", "ge":
	default:
		return nil
	}
	var a []value
	for _, n := range nodes {
		a = append(a, c.operand(n))
	}
	if last != nil {
		a = append(a, last)
	}
	switch n := len(a); {
	case (name == "and" || name == "or") && n > 0:
		return func(s *state, dot reflect.Value) reflect.Value {
			var v reflect.Value
			for _, arg := range a {
				if v = arg(s, dot); truth(bare(v)) == (name == "or") {
					break
				}
			}
			return v
		}
	case name == "not" && n == 1:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(!truth(bare(a[0](s, dot))))
		}
	case name == "len" && n == 1:
		return func(s *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(indirect(a[0](s, dot)).Len())
		}
	case name == "index" && n == 2:
		return func(s *state, dot reflect.Value) reflect.Value {
			return item(bare(a[0](s, dot)), bare(a[1](s, dot)))
		}
	case name == "eq" && n > 1:
		return func(s *state, dot reflect.Value) reflect.Value {
			var vals [4]reflect.Value
			all := vals[:0]
			for _, arg := range a {
				all = append(all, bare(arg(s, dot)))
			}
			for _, other := range all[1:] {
				if equal(all[0], other) {
					return reflect.ValueOf(true)
				}
			}
			return reflect.ValueOf(false)
		}
	case orders[name] != nil && n == 2:
		order := orders[name]
		return func(s *state, dot reflect.Value) reflect.Value {
			x, y := bare(a[0](s, dot)), bare(a[1](s, dot))
			return reflect.ValueOf(order(x, y))
		}
	}
	panic(giveUp{})
}

var orders = map[string]func(x, y reflect.Value) bool{
	"ne": func(x, y reflect.Value) bool { return !equal(x, y) },
	"lt": less,
	"le": func(x, y reflect.Value) bool { return !less(y, x) },
	"gt": func(x, y reflect.Value) bool { return less(y, x) },
	"ge": func(x, y reflect.Value) bool { return !less(x, y) },
}

// bare takes a value out of an interface.
func bare(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// truth tells whether a value is one that if takes for true.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	switch {
	case v.CanInt():
		return v.Int() != 0
	case v.CanUint():
		return v.Uint() != 0
	}
	panic(giveUp{})
}

// equal compares values of one kind: strings, integers or truths.
func equal(x, y reflect.Value) bool {
	switch {
	case x.Kind() == reflect.String && y.Kind() == reflect.String:
		return x.String() == y.String()
	case x.CanInt() && y.CanInt():
		return x.Int() == y.Int()
	case x.Kind() == reflect.Bool && y.Kind() == reflect.Bool:
		return x.Bool() == y.Bool()
	}
	panic(giveUp{})
}

func less(x, y reflect.Value) bool {
	switch {
	case x.Kind() == reflect.String && y.Kind() == reflect.String:
		return x.String() < y.String()
	case x.CanInt() && y.CanInt():
		return x.Int() < y.Int()
	}
	panic(giveUp{})
}

// item is an element of a slice or of a map with strings as keys.
func item(v, key reflect.Value) reflect.Value {
	v = indirect(v)
	switch {
	case v.Kind() == reflect.Slice && key.CanInt():
		if i := key.Int(); i >= 0 && i < int64(v.Len()) {
			return v.Index(int(i))
		}
	case v.Kind() == reflect.Map && key.IsValid() && key.Type() == v.Type().Key():
		if x := v.MapIndex(key); x.IsValid() {
			return x
		}
		return reflect.Zero(v.Type().Elem())
	}
	panic(giveUp{})
}
