// Package compile turns templates into closures. html/template parses a
// template and decides how each value in it is escaped; then it interprets the
// tree, and finds every field and method by name through reflection each time.
// A Program has done that once: it appends text, field by field, to a slice.
//
// It never decides what is safe: the escapers are those that html/template
// chose, and each one that is not written here runs in html/template itself.
// It never guesses and reports no errors: whatever it does not know, and
// whatever fails, it leaves to html/template, which draws the template again
// or says in its own words what is wrong.
package compile

import (
	"errors"
	"html/template"
	"reflect"
	"sync"
	"text/template/parse"
)

// ErrUnknown says that a template uses what this package does not compile.
var ErrUnknown = errors.New("compile: not compiled")

// A Program draws one template. It is safe for concurrent use.
type Program struct {
	body   node
	states sync.Pool
}

// New compiles the template called name of a set that was never executed. The
// set is left as it is: edit, if it is not nil, changes copies of its templates
// before they are escaped. funcs are the functions that they may call. The error
// is ErrUnknown or what html/template found wrong with the template.
func New(set *template.Template, name string, funcs template.FuncMap, edit func(*parse.ListNode)) (p *Program, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case giveUp:
			p, err = nil, ErrUnknown
		default:
			panic(r)
		}
	}()
	body, calls, err := escape(set, name, edit)
	if err != nil {
		return nil, err
	}
	c := &compiler{funcs: funcs, calls: calls}
	c.declare("$")
	p = &Program{body: c.list(body)}
	p.states.New = func() any { return &state{vars: make([]reflect.Value, c.slots)} }
	return p, nil
}

// Append appends what the template shows of data. With ok false it was given up:
// html/template would fail, or has to draw it.
func (p *Program) Append(out []byte, data any) (_ []byte, ok bool) {
	s := p.states.Get().(*state)
	s.out = out
	defer func() {
		clear(s.vars) // or the pool would keep the data alive
		s.out = nil
		p.states.Put(s)
		if !ok {
			recover() // a function that panicked does so again in html/template
		}
	}()
	dot := reflect.ValueOf(data)
	s.vars[0] = dot
	p.body(s, dot)
	return s.out, true
}

// A state is one execution.
type state struct {
	out  []byte
	vars []reflect.Value // by slot
}

// A node draws a part of a template.
type node func(s *state, dot reflect.Value) flow

// flow is how a list goes on after a node.
type flow int

const (
	next flow = iota
	breaks
	continues
)

// A value is an expression. It is never an error: an expression that has no
// value gives up.
type value func(s *state, dot reflect.Value) reflect.Value

// giveUp is what this package panics with.
type giveUp struct{}

// A compiler knows what is visible at one place of a template. A variable's
// slot is its position among the variables that are alive there.
type compiler struct {
	funcs template.FuncMap
	calls map[*parse.ListNode]*parse.PipeNode
	names []string // variables, the innermost last
	slots int      // most variables alive at once
}

func (c *compiler) declare(name string) (slot int) {
	c.names = append(c.names, name)
	c.slots = max(c.slots, len(c.names))
	return len(c.names) - 1
}

// slot finds the innermost variable of a name. A template names none but its
// own: the parser has seen to it.
func (c *compiler) slot(name string) int {
	for i := len(c.names) - 1; i >= 0; i-- {
		if c.names[i] == name {
			return i
		}
	}
	panic(giveUp{})
}

// scoped compiles a part that has variables of its own.
func (c *compiler) scoped(part func()) {
	n := len(c.names)
	part()
	c.names = c.names[:n]
}
