package artifact

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sync"
	"time"

	"github.com/zeebo/xxh3"
)

// DigestOf hashes plain data: numbers, strings, booleans, and structs, slices,
// arrays and pointers of them, and interfaces that hold them. Two values of the
// same shape have the same digest, on every machine and in every run. A struct
// field tagged `digest:"-"` is left out: something else stands for it. Maps and
// functions are refused by a panic, since neither has an order or a value to hash.
// Of a time.Time the instant and the offset from UTC count.
// A value that is a Digester is not walked: its own digest is taken.
func DigestOf(vs ...any) Digest {
	h := hashers.Get().(*hasher)
	defer hashers.Put(h)
	h.Reset()
	h.buf = h.buf[:0] // a value that was refused may have left something
	for _, v := range vs {
		rv := reflect.ValueOf(v)
		if !rv.IsValid() {
			h.number(0)
			continue
		}
		planOf(rv.Type())(h, rv)
	}
	h.flush()
	return Digest(h.Sum128().Bytes())
}

// A Digester knows the digest of what it holds: a value that many others hold
// is so hashed once.
type Digester interface{ Digest() Digest }

var digester = reflect.TypeFor[Digester]()

// DigestBytes hashes one run of bytes.
func DigestBytes(b []byte) Digest { return Digest(xxh3.Hash128(b).Bytes()) }

// A hasher gathers small writes: hashing field by field would cost a call each.
type hasher struct {
	xxh3.Hasher
	buf []byte
}

var hashers = sync.Pool{New: func() any { return &hasher{buf: make([]byte, 0, 4096)} }}

func (h *hasher) flush() {
	h.Write(h.buf)
	h.buf = h.buf[:0]
}

func (h *hasher) number(n uint64) {
	if len(h.buf) > 4000 {
		h.flush()
	}
	h.buf = binary.LittleEndian.AppendUint64(h.buf, n)
}

// text writes the length first, so that ("ab","c") and ("a","bc") differ.
func (h *hasher) text(s string) {
	h.number(uint64(len(s)))
	if len(s) < 1024 {
		if len(h.buf)+len(s) > 4096 {
			h.flush()
		}
		h.buf = append(h.buf, s...)
		return
	}
	h.flush()
	h.WriteString(s)
}

func (h *hasher) bytes(b []byte) {
	h.number(uint64(len(b)))
	if len(h.buf)+len(b) <= cap(h.buf) {
		h.buf = append(h.buf, b...)
		return
	}
	h.flush()
	h.Write(b)
}

// A plan hashes a value of one type. Plans are made once a type, because
// walking struct tags costs more than hashing what they describe.
type plan func(*hasher, reflect.Value)

var plans sync.Map // reflect.Type → plan, finished ones only

func planOf(t reflect.Type) plan {
	if p, ok := plans.Load(t); ok {
		return p.(plan)
	}
	p := planner{}.plan(t)
	plans.Store(t, p)
	return p
}

// A planner holds the plans being made. A type may hold itself (a heading and
// its subheadings), so a plan is entered before it is finished.
type planner map[reflect.Type]*plan

func (m planner) plan(t reflect.Type) plan {
	if p, ok := m[t]; ok {
		return func(h *hasher, v reflect.Value) { (*p)(h, v) }
	}
	p := new(plan)
	m[t] = p
	*p = m.make(t)
	return *p
}

func (m planner) make(t reflect.Type) plan {
	if t.Implements(digester) && t.Kind() == reflect.Pointer {
		return func(h *hasher, v reflect.Value) {
			if v.IsNil() {
				h.number(0)
				return
			}
			d := v.Interface().(Digester).Digest()
			h.bytes(d[:])
		}
	}
	if t == reflect.TypeFor[time.Time]() {
		return func(h *hasher, v reflect.Value) {
			at := v.Interface().(time.Time)
			_, offset := at.Zone()
			h.number(uint64(at.Unix()))
			h.number(uint64(at.Nanosecond()))
			h.number(uint64(offset))
		}
	}
	switch t.Kind() {
	case reflect.String:
		return func(h *hasher, v reflect.Value) { h.text(v.String()) }
	case reflect.Bool:
		return func(h *hasher, v reflect.Value) {
			if v.Bool() {
				h.number(1)
			} else {
				h.number(0)
			}
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(h *hasher, v reflect.Value) { h.number(uint64(v.Int())) }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(h *hasher, v reflect.Value) { h.number(v.Uint()) }
	case reflect.Float32, reflect.Float64:
		return func(h *hasher, v reflect.Value) { h.number(math.Float64bits(v.Float())) }
	case reflect.Pointer:
		elem := m.plan(t.Elem())
		return func(h *hasher, v reflect.Value) {
			if v.IsNil() {
				h.number(0)
				return
			}
			h.number(1)
			elem(h, v.Elem())
		}
	case reflect.Interface:
		return func(h *hasher, v reflect.Value) {
			if v.IsNil() {
				h.number(0)
				return
			}
			h.text(v.Elem().Type().String())
			planOf(v.Elem().Type())(h, v.Elem())
		}
	case reflect.Slice, reflect.Array:
		return m.list(t)
	case reflect.Struct:
		return m.fields(t)
	}
	panic(fmt.Sprintf("artifact: cannot hash a %v: not plain data", t))
}

func (m planner) list(t reflect.Type) plan {
	if t.Elem().Kind() == reflect.Uint8 {
		return func(h *hasher, v reflect.Value) {
			if v.Kind() == reflect.Slice || v.CanAddr() {
				h.bytes(v.Bytes())
				return
			}
			b := make([]byte, 0, 32)
			for i := range v.Len() {
				b = append(b, byte(v.Index(i).Uint()))
			}
			h.bytes(b)
		}
	}
	elem := m.plan(t.Elem())
	return func(h *hasher, v reflect.Value) {
		n := v.Len()
		h.number(uint64(n))
		for i := range n {
			elem(h, v.Index(i))
		}
	}
}

func (m planner) fields(t reflect.Type) plan {
	type field struct {
		index int
		plan  plan
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Tag.Get("digest") == "-" {
			continue
		}
		fields = append(fields, field{i, m.plan(f.Type)})
	}
	return func(h *hasher, v reflect.Value) {
		for _, f := range fields {
			f.plan(h, v.Field(f.index))
		}
	}
}
