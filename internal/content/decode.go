package content

import (
	"bytes"
	"reflect"
	"slices"
	"strings"

	"kepu/internal/diag"
)

// Decode reads the front matter of one file of the kind. The value is never
// nil: what could not be read is left out of it. The body starts on bodyLine
// of the file. Every mistake is in ds, with the line it stands on.
func Decode(kind Kind, file string, src []byte) (data Data, pos Positions, body []byte, bodyLine int, ds []diag.Diagnostic) {
	data = NewData(kind)
	front, first, body, bodyLine, ds := Split(src)
	d := &decoder{file: file, src: src, first: first}
	if len(ds) > 0 {
		for i := range ds {
			ds[i].Pos.File = file
		}
		return data, Positions{{Line: 1, Col: 1}}, body, bodyLine, ds
	}
	if d.document(front, reflect.ValueOf(data).Elem()) {
		d.check(data)
	}
	return data, d.pos, body, bodyLine, d.ds
}

// DecodeSettings reads content/site.yaml and fills in the defaults. src may be
// nil: then all is default. The positions are nil if the file as a whole could
// not be read, so that nobody knows what it lacks.
func DecodeSettings(file string, src []byte) (*Settings, Positions, []diag.Diagnostic) {
	s := new(Settings)
	s.setDefaults()
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	d := &decoder{file: file, src: src, first: 1}
	if !d.document(src, reflect.ValueOf(s).Elem()) {
		return s, nil, d.ds
	}
	d.checkSettings(s)
	return s, d.pos, d.ds
}

// A decoder reads one file.
type decoder struct {
	file  string
	src   []byte            // the file
	front []byte            // its YAML, sanitised
	first int               // line of the file on which front starts
	plain bool              // read by fastYAML: nothing for vet to find
	bangs map[[2]int32]bool // line and column of each '!' in front
	pos   Positions
	ds    []diag.Diagnostic
	lost  []string // top-level keys on lines that are not YAML: given, but unread
}

// document reads all of front into v. It says whether the values are whole
// enough to be checked against each other.
func (d *decoder) document(front []byte, v reflect.Value) bool {
	d.pos = append(make(Positions, 0, 16), FieldPos{Line: 1, Col: 1})
	if limit := maxFront(v.Type()); len(front) > limit {
		d.add(diag.FrontMatterTooLarge, diag.Pos{Line: d.first, Col: 1}, size(len(front)), size(limit))
		return false
	}
	d.front = d.sanitise(front)
	d.bangs = bangs(d.front)
	root, ok := d.parse()
	switch {
	case !ok || root != nil && !d.plain && !d.vet(root, 1):
		return false
	case root == nil || root.null:
		root = &node{kind: mappingNode, line: 1, col: 1}
	case root.kind != mappingNode:
		d.notMapping(root)
		return false
	}
	d.mapping(root, plans()[v.Type()], v, "")
	return true
}

// maxFront bounds the YAML of one file in bytes. The library takes time with
// the square of some input (comments above all), so what no editor writes is
// not given to it. The settings may list hundreds of terms; a life, a team, a
// roll or a route may have thousands of items.
func maxFront(t reflect.Type) int {
	switch t {
	case reflect.TypeFor[Scientist](), reflect.TypeFor[Award](), reflect.TypeFor[Route]():
		return 1 << 20
	case reflect.TypeFor[Settings]():
		return 256 << 10
	}
	return 64 << 10
}

func size(n int) string { return itoa((n+1023)/1024) + " KB" }

// mapping reads the keys of n into the struct v.
func (d *decoder) mapping(n *node, p *plan, v reflect.Value, path string) {
	var room [48]int
	first := append(room[:0], make([]int, len(p.fields))...) // line of each field, 0 if not given
	var meant []string
	for i := 0; i+1 < len(n.items) && !d.full(); i += 2 {
		key, val := &n.items[i], &n.items[i+1]
		if key.kind == aliasNode || key.merge {
			continue // told by vet
		}
		if key.kind != scalarNode {
			d.wrongType(key, display(path), fieldName, foundAs(key))
			continue
		}
		at, ok := p.byKey[key.value]
		if !ok {
			meant = append(meant, d.unknown(key, val, p, path))
			continue
		}
		f := &p.fields[at]
		if first[at] != 0 {
			d.add(diag.DuplicateField, d.at(key), display(sub(path, f.key)), itoa(first[at]))
			continue
		}
		first[at] = d.at(key).Line
		d.field(f, key, val, v.FieldByIndex(f.index), sub(path, f.key))
	}
	for i := range p.fields {
		f := &p.fields[i]
		if !f.required && f.instead == nil || first[i] != 0 || has(meant, f.key) || path == "" && has(d.lost, f.key) {
			continue
		}
		if slices.ContainsFunc(f.instead, func(key string) bool { return first[p.byKey[key]] != 0 || has(meant, key) }) {
			continue
		}
		at := diag.Pos{Line: 1, Col: 1}
		if path != "" {
			at = d.at(n)
		}
		d.add(diag.MissingField, at, display(sub(path, f.key)), f.doc())
	}
}

// field reads the value of one key.
func (d *decoder) field(f *field, key, val *node, v reflect.Value, path string) {
	at := val
	if val.null {
		at = key
	}
	p := d.at(at)
	empty := val.null || isBlank(f, val)
	d.pos = append(d.pos, FieldPos{Path: path, Line: p.Line, Col: p.Col, Empty: empty})
	if empty {
		if f.required {
			d.add(diag.EmptyField, p, display(path), f.doc())
		}
		return
	}
	if f.pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	d.value(f, val, v, path)
}

// value reads n, which is not null, into v.
func (d *decoder) value(f *field, n *node, v reflect.Value, path string) {
	if n.kind == aliasNode {
		return // told by vet
	}
	switch f.shape {
	case shapeList:
		d.list(f, n, v, path)
	case shapeCoordinates:
		d.coordinates(f, n, v, path)
	case shapeStruct:
		if n.kind != mappingNode {
			d.wrongType(n, display(path), f.want(), foundAs(n)).Suggest = f.nearGroup(n)
			return
		}
		d.mapping(n, f.sub, v, path)
	case shapeName:
		d.name(f, n, v, path)
	default:
		if n.kind == scalarNode {
			d.scalar(f, n, v, path)
			return
		}
		if f.key == "parent" && len(n.items) > 1 && n.kind == sequenceNode {
			d.add(diag.TwoParents, d.at(n), itoa(len(n.items)))
			return
		}
		g := d.wrongType(n, display(path), f.want(), foundAs(n))
		if n.kind == sequenceNode && len(n.items) == 1 && n.items[0].kind == scalarNode {
			g.Suggest = n.items[0].value
		}
	}
}

func (d *decoder) list(f *field, n *node, v reflect.Value, path string) {
	e := f.elem
	if n.kind == scalarNode && (e.shape == shapeText || e.shape == shapeTime) {
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		p := d.at(n)
		d.pos = append(d.pos, FieldPos{Path: indexed(path, 0), Line: p.Line, Col: p.Col})
		d.scalar(e, n, v.Index(0), path)
		return
	}
	if n.kind != sequenceNode {
		g := d.wrongType(n, display(path), f.want(), foundAs(n))
		if _, count := digits(n.value); e.shape == shapeName && n.kind == scalarNode && !count {
			g.Suggest = "[" + strings.Join(strings.FieldsFunc(n.value, isComma), ", ") + "]"
		}
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i := range n.items {
		item := &n.items[i]
		at := d.at(item)
		ip := f.item(path, i)
		d.pos = append(d.pos, FieldPos{Path: ip, Line: at.Line, Col: at.Col})
		if item.null || isBlank(e, item) {
			d.wrongType(item, display(path), e.want(), emptyItem)
			continue
		}
		d.value(e, item, v.Index(i), ip)
	}
}

// item is the path of an item of the list at path.
func (f *field) item(path string, i int) string {
	if i < len(f.items) && path == f.key {
		return f.items[i]
	}
	return indexed(path, i)
}

// slugLike says whether s is made of small letters and digits, in words that
// single hyphens or slashes join.
func slugLike(s string) bool {
	joint := true
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			joint = false
		case (c == '-' || c == '/') && !joint:
			joint = true
		default:
			return false
		}
	}
	return !joint
}

// name reads {person: slug, role: …}, {name: 姓名} or one word: a slug where it
// looks like one, a name otherwise. The first field of the struct is the slug.
func (d *decoder) name(f *field, n *node, v reflect.Value, path string) {
	ref, name := &f.sub.fields[0], &f.sub.fields[1]
	switch n.kind {
	case mappingNode:
		before := len(d.ds)
		d.mapping(n, f.sub, v, path)
		if v.FieldByIndex(ref.index).IsZero() && v.FieldByIndex(name.index).IsZero() && len(d.ds) == before {
			d.add(diag.MissingField, d.at(n), display(sub(path, name.key)), name.doc())
		}
	case scalarNode:
		if slugLike(n.value) {
			d.scalar(ref, n, v.FieldByIndex(ref.index), path)
		} else {
			d.scalar(name, n, v.FieldByIndex(name.index), path)
		}
	default:
		d.wrongType(n, display(path), f.want(), foundAs(n))
	}
}
