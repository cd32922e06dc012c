package content

import (
	"strconv"
	"strings"

	"kepu/internal/calendar"
)

// The forms that patterns can check. Blanks around a text do not matter.
const (
	patternTime    = `^\s*[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?( ?(Z|[+-](0\d|1[0-4]):[0-5]\d))?)?\s*$`
	patternPartial = `^\s*[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\s*$`
	patternWord    = `^[^,，、;；\n]*$`
	patternURL     = `^\s*(https?://[^\s/@]\S*)?\s*$`
	patternBase    = `^\s*(https?://[^\s/@?#][^\s?#]*)?\s*$`
	patternContact = `^\s*((https?://[^\s/@]|mailto:\S|tel:\+?[0-9])\S*( \S+)*)?\s*$`
	patternFile    = `^\s*(https?://[^\s/@]\S*|/[^\s/]\S*)?\s*$`
	patternSlug    = `^\s*([a-z0-9]+([-/][a-z0-9]+)*)?\s*$`
	patternDOI     = `^\s*(10\.[0-9]{4,9}/\S+)?\s*$`
	patternMonth   = `^\s*((0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01]))?\s*$`
	patternPath    = `^\s*(/[^\s/]\S*)?\s*$`
	patternISBN    = `^\s*([0-9][-0-9 ]{8,15}[0-9Xx])?\s*$`
	patternEmail   = `^\s*([^\s@]+@[^\s@]+\.[^\s@]+)?\s*$`
)

// patternTerm is a solar term, with its year before or after it.
func patternTerm() string {
	names := []string{"驚蟄", "穀雨", "小滿", "芒種", "處暑"}
	for _, t := range calendar.SolarTerms() {
		names = append(names, t.String())
	}
	const year = `(19\d\d|20\d\d|2100)`
	return `^\s*(` + year + `\s*年?\s*)?(` + strings.Join(names, "|") + `)\s*` + year + `?\s*$|^\s*$`
}

// value says what the value of a key may be: one type, or a list of types whose
// rules each look at values of their own type only.
func (f *field) value(nullable bool) object {
	switch f.shape {
	case shapeBool:
		return object{{"type", types(nullable, "boolean")}}
	case shapeInt:
		return f.limits(object{{"type", types(nullable, "integer")}})
	case shapeFloat:
		return f.limits(object{{"type", types(nullable, "number")}})
	case shapeTime:
		return object{{"type", types(nullable, "string")}, {"pattern", patternTime}}
	case shapePartial:
		return object{{"type", types(nullable, "string", "integer")}, {"pattern", patternPartial}, {"minimum", minYear}, {"maximum", maxYear}}
	case shapeStruct, shapeCoordinates:
		return f.sub.schema(nullable)
	case shapeName:
		o := f.sub.schema(nullable)
		o[0].value = types(nullable, "object", "string", "number", "boolean")
		return append(o, member{"anyOf", []object{{{"required", []string{f.sub.keys[0]}}}, {{"required", []string{"name"}}}}}, member{"pattern", `\S`})
	case shapeList:
		items := f.elem.value(false)
		if f.elem.shape != shapeText && f.elem.shape != shapeTime {
			return object{{"type", types(nullable, "array")}, {"items", items}}
		}
		// One word may stand without brackets.
		one := f.elem.value(nullable)
		o := object{{"type", append([]string{"array"}, typeList(one[0].value)...)}, {"items", append(items, member{"minLength", 1})}}
		return append(o, one[1:]...)
	}
	return f.textValue(nullable)
}

func (f *field) textValue(nullable bool) object {
	if f.enum != nil {
		values := make([]any, 0, len(f.enum)+1)
		for _, e := range f.enum {
			values = append(values, e)
		}
		if nullable {
			values = append(values, nil)
		}
		return object{{"type", types(nullable, "string")}, {"enum", values}}
	}
	o := object{{"type", types(nullable, "string", "number", "boolean")}}
	switch {
	case f.format == "url":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternURL}}
	case f.format == "base":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternBase}}
	case f.format == "contact":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternContact}}
	case f.format == "doi":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternDOI}}
	case f.format == "isbn":
		o = object{{"type", types(nullable, "string", "integer")}, {"pattern", patternISBN}}
	case f.format == "file":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternFile}}
	case f.format == "path":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternPath}}
	case f.format == "monthday":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternMonth}}
	case f.format == "term":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternTerm()}}
	case f.format == "slug":
		o = object{{"type", types(nullable, "string", "integer")}, {"pattern", patternSlug}}
	case f.format == "email":
		o = object{{"type", types(nullable, "string")}, {"pattern", patternEmail}}
	case f.ref != "" || f.term != "":
		o = append(o, member{"pattern", patternWord})
	case f.required:
		o = append(o, member{"pattern", `\S`})
	}
	if f.max != nil {
		o = append(o, member{"maxLength", int(*f.max)})
	}
	return o
}

func typeList(v any) []string {
	if s, ok := v.(string); ok {
		return []string{s}
	}
	return v.([]string)
}

func (f *field) limits(o object) object {
	if f.min != nil {
		o = append(o, member{"minimum", *f.min})
	}
	if f.max != nil {
		o = append(o, member{"maximum", *f.max})
	}
	return o
}

// exampleJSON is the example of a field as a JSON value, nil if it has none.
func (f *field) exampleJSON() any {
	if f.example == "" {
		return nil
	}
	if f.shape == shapeInt || f.shape == shapeFloat {
		if x, err := strconv.ParseFloat(f.example, 64); err == nil {
			return x
		}
	}
	return f.example
}
