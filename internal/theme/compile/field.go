package compile

import (
	"reflect"
	"sync/atomic"
	"text/template/parse"
)

// chain compiles .A.B.C on a value. Only the last name may have arguments.
func (c *compiler) chain(v value, names []string, args []parse.Node, last value) value {
	for i, name := range names {
		m := c.member(name, nil, nil)
		if i == len(names)-1 {
			m = c.member(name, args, last)
		}
		holder := v
		v = func(s *state, dot reflect.Value) reflect.Value { return m.of(holder(s, dot), s, dot) }
	}
	return v
}

// ofDot is chain on the dot, whose first name has no need to ask for a value.
func (c *compiler) ofDot(names []string, args []parse.Node, last value) value {
	if len(names) == 1 {
		m := c.member(names[0], args, last)
		return func(s *state, dot reflect.Value) reflect.Value { return m.of(dot, s, dot) }
	}
	return c.chain(c.ofDot(names[:1], nil, nil), names[1:], args, last)
}

func (c *compiler) member(name string, args []parse.Node, last value) *member {
	m := &member{name: name, key: reflect.ValueOf(name), bare: len(args) == 0 && last == nil}
	if name == "T" && (len(args) > 0 || last != nil) {
		m.words = c.words(args, last)
	}
	if !m.bare && m.words == nil {
		panic(giveUp{})
	}
	return m
}

// A member is one name at one place of a template. What it means depends on
// the type it is asked of, and is found out once for each.
type member struct {
	name  string
	key   reflect.Value // the name as key of a map
	bare  bool          // there are no arguments
	words func(words, *state, reflect.Value) reflect.Value
	known atomic.Pointer[access]
}

// An access is how a member is reached in values of a type.
type access struct {
	typ    reflect.Type
	addr   bool // the value has an address, so that methods of its pointer count
	reach  func(v reflect.Value, s *state, dot reflect.Value) reflect.Value
	field  int // if it is a field of the struct itself, else -1
	others *access
}

// words is what the view offers, whose strings nearly every element shows.
type words interface {
	T(key string, args ...any) (string, error)
}

var wordsType = reflect.TypeFor[words]()

func (m *member) of(v reflect.Value, s *state, dot reflect.Value) reflect.Value {
	if k := v.Kind(); k != reflect.Struct {
		v = indirect(v)
	}
	a := m.access(v)
	if a.field >= 0 {
		return v.Field(a.field)
	}
	return a.reach(v, s, dot)
}

func (m *member) access(v reflect.Value) *access {
	typ, addr := v.Type(), v.CanAddr()
	first := m.known.Load()
	for a := first; a != nil; a = a.others { // few: a place rarely sees two types
		if a.typ == typ && a.addr == addr {
			return a
		}
	}
	a := m.find(typ, addr)
	a.others = first
	m.known.Store(a) // one that is lost to another goroutine is found again
	return a
}

// find looks a name up as text/template does: methods come before fields.
func (m *member) find(typ reflect.Type, addr bool) *access {
	a := &access{typ: typ, addr: addr, field: -1, reach: nowhere}
	holder := typ
	if addr {
		holder = reflect.PointerTo(typ)
	}
	method, found := holder.MethodByName(m.name)
	field := reflect.StructField{}
	if typ.Kind() == reflect.Struct && !found {
		field, _ = typ.FieldByName(m.name)
	}
	switch {
	case m.words != nil:
		if found && holder.Implements(wordsType) {
			a.reach = m.ask
		}
	case found:
		a.reach = func(v reflect.Value, _ *state, _ reflect.Value) reflect.Value {
			if addr {
				v = v.Addr()
			}
			return result(v.Method(method.Index).Call(nil))
		}
	case len(field.Index) == 1 && field.IsExported():
		a.field = field.Index[0]
	case len(field.Index) > 1 && field.IsExported():
		a.reach = func(v reflect.Value, _ *state, _ reflect.Value) reflect.Value {
			return fieldAt(v, field.Index)
		}
	case typ.Kind() == reflect.Map && m.key.Type().AssignableTo(typ.Key()):
		a.reach = func(v reflect.Value, _ *state, _ reflect.Value) reflect.Value {
			return v.MapIndex(m.key)
		}
	}
	return a
}

func nowhere(reflect.Value, *state, reflect.Value) reflect.Value { panic(giveUp{}) }

func (m *member) ask(v reflect.Value, s *state, dot reflect.Value) reflect.Value {
	if v.CanAddr() {
		v = v.Addr()
	}
	return m.words(v.Interface().(words), s, dot)
}

// fieldAt reaches a field, maybe of an embedded struct.
func fieldAt(v reflect.Value, index []int) reflect.Value {
	for i, x := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			v = v.Elem() // of nil it has no field, and gives up
		}
		v = v.Field(x)
	}
	return v
}

// indirect follows pointers and interfaces, none of which may be nil.
func indirect(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if !v.IsValid() {
		panic(giveUp{})
	}
	return v
}
