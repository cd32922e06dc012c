package content

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A shape is what a field holds, as far as reading it goes.
type shape uint8

const (
	shapeText shape = iota // string, Ref, Term
	shapeBool
	shapeInt
	shapeFloat
	shapeTime
	shapePartial
	shapeName // a Person, a Body or a Laureate: a slug or a name, which one word may be
	shapeStruct
	shapeCoordinates // a struct
	shapeList
)

// A plan is what the struct tags of one type say, read once. The decoder, the
// schema and the skeleton all follow it, so they cannot disagree.
type plan struct {
	typ    reflect.Type
	fields []field
	byKey  map[string]int // index in fields
	keys   []string       // in order of declaration
}

// A field is one key of a plan.
type field struct {
	key      string
	index    []int // for reflect.Value.FieldByIndex
	shape    shape
	pointer  bool  // the Go field is a pointer, so that “not given” shows
	elem     *elem // shapeList
	listed   bool  // one of a list
	sub      *plan // shapeStruct, shapeName, shapeCoordinates
	required bool
	instead  []string // required unless one of these keys is given
	zone     bool     // an instant in the site's own zone
	format   string
	enum     []string
	labels   []string // what the enum's values are called in Chinese, where doc says so
	ref      string
	term     string
	zh, en   string
	example  string
	min, max *float64
	items    [4]string // shapeList: paths of the first items, which most lists at the top have
}

// An elem is what a list holds.
type elem = field

// plans holds the plan of every kind and of the settings. It never changes.
var plans = sync.OnceValue(func() map[reflect.Type]*plan {
	m := map[reflect.Type]*plan{}
	for _, k := range Kinds {
		buildPlan(typeOf(k), m)
	}
	buildPlan(reflect.TypeFor[Settings](), m)
	return m
})

func buildPlan(t reflect.Type, m map[reflect.Type]*plan) *plan {
	if p, ok := m[t]; ok {
		return p
	}
	p := &plan{typ: t, byKey: map[string]int{}}
	m[t] = p
	p.collect(t, nil, m)
	for i := range p.fields {
		p.byKey[p.fields[i].key] = i
		p.keys = append(p.keys, p.fields[i].key)
	}
	return p
}

func (p *plan) collect(t reflect.Type, index []int, m map[reflect.Type]*plan) {
	for i := range t.NumField() {
		sf := t.Field(i)
		if !sf.IsExported() {
			continue
		}
		at := append(index[:len(index):len(index)], i)
		key, opt, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		if opt == "inline" {
			p.collect(sf.Type, at, m)
			for j := range p.fields {
				if keys := sf.Tag.Get("required"); keys != "" && slices.Contains(strings.Split(keys, ","), p.fields[j].key) {
					p.fields[j].required = true
				}
			}
			continue
		}
		f := field{key: key, index: at, format: sf.Tag.Get("format"), ref: sf.Tag.Get("ref"), term: sf.Tag.Get("term"), example: sf.Tag.Get("example")}
		f.required, f.zone = sf.Tag.Get("required") == "true", sf.Tag.Get("zone") == "site"
		if keys := sf.Tag.Get("instead"); keys != "" {
			f.instead = strings.Split(keys, ",")
		}
		f.zh, f.en, _ = strings.Cut(sf.Tag.Get("doc"), " | ")
		if e := sf.Tag.Get("enum"); e != "" {
			f.enum = strings.Split(e, ",")
			f.labels = enumLabels(f.enum, f.zh)
		}
		f.min, f.max = bounds(sf.Tag.Get("range"))
		f.setType(sf.Type, m)
		p.fields = append(p.fields, f)
	}
}

func (f *field) setType(t reflect.Type, m map[reflect.Type]*plan) {
	if t.Kind() == reflect.Pointer {
		f.pointer, t = true, t.Elem()
	}
	switch t {
	case reflect.TypeFor[Time]():
		f.shape = shapeTime
		return
	case reflect.TypeFor[PartialDate]():
		f.shape = shapePartial
		return
	case reflect.TypeFor[Coordinates]():
		f.shape, f.sub = shapeCoordinates, buildPlan(t, m)
		return
	case reflect.TypeFor[Person](), reflect.TypeFor[Body](), reflect.TypeFor[Laureate]():
		f.shape, f.sub = shapeName, buildPlan(t, m)
		return
	}
	switch t.Kind() {
	case reflect.String:
		f.shape = shapeText
	case reflect.Bool:
		f.shape = shapeBool
	case reflect.Int:
		f.shape = shapeInt
	case reflect.Float64:
		f.shape = shapeFloat
	case reflect.Struct:
		f.shape, f.sub = shapeStruct, buildPlan(t, m)
	case reflect.Slice:
		e := *f
		e.pointer, e.listed = false, true
		e.setType(t.Elem(), m)
		f.shape, f.elem = shapeList, &e
		for i := range f.items {
			f.items[i] = indexed(f.key, i)
		}
	default:
		panic("content: no way to read a " + t.String())
	}
}

// bounds reads "1,200", "1," and ",5".
func bounds(s string) (lo, hi *float64) {
	a, b, _ := strings.Cut(s, ",")
	if v, err := strconv.ParseFloat(a, 64); err == nil {
		lo = &v
	}
	if v, err := strconv.ParseFloat(b, 64); err == nil {
		hi = &v
	}
	return lo, hi
}

// enumLabels finds the Chinese names of values in a text such as
// “draft 表示草稿” or “scheduled 如期（默认）、tentative 待定”.
func enumLabels(enum []string, doc string) []string {
	labels := make([]string, len(enum))
	for i, e := range enum {
		at := wordAt(doc, e+" ")
		if at < 0 {
			continue
		}
		label, _, _ := strings.Cut(strings.TrimPrefix(doc[at+len(e)+1:], "表示"), "、")
		labels[i] = firstPhrase(label)
	}
	return labels
}

// wordAt finds a word that is not the end of a longer one: “national” is not in
// “international”.
func wordAt(s, word string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return -1
		}
		if at := from + i; at == 0 || s[at-1] < 'a' || s[at-1] > 'z' {
			return at
		}
		from += i + 1
	}
}

// firstPhrase cuts a text at the first mark that begins an aside.
func firstPhrase(s string) string {
	if i := strings.IndexAny(s, "；，（、：。;,(:|"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}
