package content

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// SiteSettings is the name under which Schema and Skeleton know the settings,
// content/site.yaml. It is no kind of entry.
const SiteSettings Kind = "site"

// Schema describes the front matter of a kind, or the settings, as JSON Schema
// for editors. It is draft-07, the newest that every editor's YAML support
// reads. What Decode accepts, it accepts; what it cannot say (the end after
// the start, a day that exists) only Decode checks. nil if there is no such kind.
func Schema(kind Kind) []byte {
	p := planOf(kind)
	if p == nil {
		return nil
	}
	root := object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "kepu " + string(kind)},
		{"description", kindNames[kind].zh + " | " + kindNames[kind].en},
	}
	root = append(root, p.schema(kind == SiteSettings)...)
	var raw, out bytes.Buffer
	enc := json.NewEncoder(&raw)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(root); err != nil {
		panic(err) // plain strings and numbers always encode
	}
	if err := json.Indent(&out, raw.Bytes(), "", "  "); err != nil {
		panic(err)
	}
	return out.Bytes()
}

var kindNames = map[Kind]phrase{
	Articles:      {"文章的信息栏", "front matter of an article"},
	Events:        {"活动的信息栏", "front matter of an event"},
	Scientists:    {"科学家档案的信息栏", "front matter of a scientist's profile"},
	Organizations: {"机构的信息栏", "front matter of an organization"},
	Places:        {"场所的信息栏", "front matter of a place"},
	Series:        {"系列的信息栏", "front matter of a series"},
	Honours:       {"奖项的信息栏", "front matter of an award"},
	Routes:        {"路线的信息栏", "front matter of a route"},
	Pages:         {"单独页面的信息栏", "front matter of a plain page"},
	SiteSettings:  {"网站设置 content/site.yaml", "settings of the site, content/site.yaml"},
}

func planOf(kind Kind) *plan {
	if kind == SiteSettings {
		return plans()[reflect.TypeFor[Settings]()]
	}
	for _, k := range Kinds {
		if k == kind {
			return plans()[typeOf(kind)]
		}
	}
	return nil
}

// object is a JSON object that keeps its order, so that the schema reads like
// the documentation and comes out the same every time.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schema is the object of a plan; nullable where it may be left empty.
func (p *plan) schema(nullable bool) object {
	var props object
	required := []string{}
	for i := range p.fields {
		f := &p.fields[i]
		props = append(props, member{f.key, f.schema()})
		if f.required {
			required = append(required, f.key)
		}
	}
	o := object{{"type", types(nullable, "object")}, {"properties", props}, {"additionalProperties", false}}
	if len(required) > 0 {
		o = append(o, member{"required", required})
	}
	for i := range p.fields {
		if f := &p.fields[i]; f.instead != nil {
			any := []object{{{"required", []string{f.key}}}}
			for _, key := range f.instead {
				any = append(any, object{{"required", []string{key}}})
			}
			o = append(o, member{"anyOf", any})
		}
	}
	return o
}

func types(nullable bool, names ...string) any {
	if nullable {
		names = append(names, "null")
	}
	if len(names) == 1 {
		return names[0]
	}
	return names
}

// schema describes the value of a key.
func (f *field) schema() object {
	o := object{{"title", firstPhrase(f.zh)}, {"description", f.zh}, {"markdownDescription", f.zh + "\n\n" + f.en}}
	o = append(o, f.value(!f.required)...)
	if s := f.exampleJSON(); s != nil {
		o = append(o, member{"examples", []any{s}})
	}
	return o
}
