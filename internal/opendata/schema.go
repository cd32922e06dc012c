package opendata

import (
	"encoding/json"
	"reflect"
	"strings"
)

// A Field describes a field for people and for programs.
type Field struct {
	Name     string // "times[].place.name"
	Type     string // "string", "integer", "number", "boolean", "array", "object"
	Zh, En   string
	Optional bool
}

// Fields lists the fields of an event with all that lies in them, in order.
func Fields() []Field { return fields(nil, "", reflect.TypeFor[Event]()) }

func fields(list []Field, prefix string, t reflect.Type) []Field {
	for i := range t.NumField() {
		f := describe(t.Field(i))
		name := prefix + f.Name
		ft := t.Field(i).Type
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

// Schema is the JSON Schema (2020-12) of events.json at its address.
func Schema(address string) ([]byte, error) {
	root := object(reflect.TypeFor[Events]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = address
	root["title"] = "events.json"
	b, err := json.MarshalIndent(root, "", " ")
	return append(b, '\n'), err
}

// object describes a struct. Further fields are allowed: later versions of the
// program may add some.
func object(t reflect.Type) map[string]any {
	props, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		sf := t.Field(i)
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
