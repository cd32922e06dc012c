package site

import (
	"reflect"
	"slices"

	"kepu/internal/content"
)

// inherited are the fields of front matter that a translation need not repeat:
// facts rather than words. Where it leaves one out, that of the original counts.
var inherited = map[content.Kind][]string{
	content.Scientists:    {"Kind", "Born", "Died", "Founded", "Affiliations", "Education", "Members", "Honours", "Teachers", "Students"},
	content.Organizations: {"Host", "Founded", "Website", "Phone", "Email"},
	content.Places:        {"Coordinates", "Hours", "Seasons", "Closures", "Free", "BookingURL", "Phone", "Website"},
	content.Honours:       {"By", "Since", "Editions", "Website"},
	content.Editions:      {"Number", "Period"},
}

// complete gives translations the facts of their originals. The documents are
// another step's: what is changed is a copy.
func (b *builder) complete() {
	for _, e := range b.Entries {
		names := inherited[e.Kind]
		original := e.group.in(b.Settings.Language, b.Settings.Language)
		if names == nil || original == e {
			continue
		}
		from := reflect.ValueOf(original.Data).Elem()
		to := reflect.New(from.Type()).Elem()
		to.Set(reflect.ValueOf(e.Data).Elem())
		for _, name := range append(names, "Organization") {
			if f := to.FieldByName(name); f.IsZero() && !from.FieldByName(name).IsZero() {
				f.Set(from.FieldByName(name))
				e.inherits = append(e.inherits, yamlKey(from.Type(), name))
			}
		}
		if len(e.inherits) > 0 {
			d := *e.Document
			d.Data = to.Addr().Interface().(content.Data)
			e.Document = &d
		}
	}
}

// yamlKey is the key of a field in front matter.
func yamlKey(t reflect.Type, name string) string {
	f, _ := t.FieldByName(name)
	return f.Tag.Get("yaml")
}

// inheritsField reports whether the field at a path is that of the original, of
// which all has been said there.
func (e *Entry) inheritsField(path string) bool {
	end := len(path)
	for i, c := range path {
		if c == '.' || c == '[' {
			end = i
			break
		}
	}
	return slices.Contains(e.inherits, path[:end])
}
