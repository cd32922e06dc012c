package content

import (
	"strconv"
	"strings"

	"kepu/internal/diag"
)

// Positions tells where the fields of one file stand, for messages of later
// steps. It is plain data, in the order of the file.
type Positions []FieldPos

// FieldPos is the place of one field's value. Line and Col count from 1 and
// are those of the file.
type FieldPos struct {
	Path string // "title", "scientists[1]", "registration.closes", "sources[0].url"; "" is the file itself
	Line int
	Col  int

	Empty bool // the key stands there without a value
}

// Of finds a field by its path, whole ("scientists[1]") or in parts
// ("scientists", 1). A field that is not in the file has the place of the
// nearest one around it, at last that of the front matter. The caller adds the
// name of the file.
func (p Positions) Of(parts ...any) diag.Pos {
	path := join(parts)
	for {
		for i := range p {
			if p[i].Path == path {
				return diag.Pos{Line: p[i].Line, Col: p[i].Col}
			}
		}
		if path == "" {
			return diag.Pos{Line: 1, Col: 1}
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
}

// Has says whether a field of that path is in the file.
func (p Positions) Has(parts ...any) bool {
	path := join(parts)
	for i := range p {
		if p[i].Path == path {
			return true
		}
	}
	return false
}

// Filled says whether a field of that path is in the file with something in
// it, be it of use or not: what could not be read is the subject of a message
// already, and is not to be called missing as well.
func (p Positions) Filled(parts ...any) bool {
	path := join(parts)
	for i := range p {
		if p[i].Path == path {
			return !p[i].Empty
		}
	}
	return false
}

func join(parts []any) string {
	if len(parts) == 1 {
		if s, ok := parts[0].(string); ok {
			return s
		}
	}
	var b strings.Builder
	for _, part := range parts {
		switch v := part.(type) {
		case string:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(v)
		case int:
			b.WriteString(indexed("", v))
		}
	}
	return b.String()
}

func indexed(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
