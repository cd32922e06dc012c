package opendata

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// A Field describes a field for people and for programs.
type Field struct {
	Name     string // "times[].place.name"
	Type     string // "string", "integer", "number", "boolean", "array", "object"
	Zh, En   string
	Optional bool
}

// Fields lists the fields of a set's items with all that lies in them, in order.
func Fields(s Set) []Field {
	_, list := listOf(s)
	return fields(nil, "", list.Type().Elem())
}

func fields(list []Field, prefix string, t reflect.Type) []Field {
	for _, sf := range visible(t) {
		f := describe(sf)
		name := prefix + f.Name
		ft := sf.Type
		for ft.Kind() == reflect.Pointer || ft.Kind() == reflect.Slice {
			if ft.Kind() == reflect.Slice {
				name += "[]"
			}
			ft = ft.Elem()
		}
		f.Name = name
		list = append(list, f)
		if ft.Kind() == reflect.Struct {
			list = fields(list, name+".", ft)
		}
	}
	return list
}

// visible are the fields of a struct and, in its place, of one embedded in it.
func visible(t reflect.Type) []reflect.StructField {
	return slices.DeleteFunc(reflect.VisibleFields(t), func(sf reflect.StructField) bool { return sf.Anonymous })
}

func describe(sf reflect.StructField) Field {
	name, opt, _ := strings.Cut(sf.Tag.Get("json"), ",")
	zh, en, _ := strings.Cut(sf.Tag.Get("doc"), " | ")
	return Field{Name: name, Type: typeOf(sf.Type), Zh: zh, En: en, Optional: opt == "omitempty"}
}

func typeOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return typeOf(t.Elem())
	case reflect.Slice:
		return "array"
	case reflect.Struct:
		return "object"
	case reflect.Bool:
		return "boolean"
	case reflect.Int:
		return "integer"
	case reflect.Float64:
		return "number"
	}
	return "string"
}

// Schema is the JSON Schema (2020-12) of a set's file, at its own address.
func Schema(s Set, address string) ([]byte, error) {
	root := object(reflect.TypeOf(s).Elem())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = address
	root["title"] = Name(s) + ".json"
	b, err := json.MarshalIndent(root, "", " ")
	return append(b, '\n'), err
}

// object describes a struct. Further fields are allowed: later versions of the
// program may add some.
func object(t reflect.Type) map[string]any {
	props, required := map[string]any{}, []string{}
	for _, sf := range visible(t) {
		f := describe(sf)
		p := value(sf.Type)
		p["description"] = f.Zh
		if enum := sf.Tag.Get("enum"); enum != "" {
			p["enum"] = strings.Split(enum, ",")
		}
		props[f.Name] = p
		if !f.Optional {
			required = append(required, f.Name)
		}
	}
	return map[string]any{"type": "object", "properties": props, "required": required}
}

func value(t reflect.Type) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return value(t.Elem())
	case reflect.Struct:
		return object(t)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": value(t.Elem())}
	}
	return map[string]any{"type": typeOf(t)}
}
