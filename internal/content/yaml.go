package content

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kepu/internal/diag"
)

// maxDepth is how deep front matter may nest. The deepest field, the source of
// a theme line of an edition of a series, is at depth six.
const maxDepth = 20

// parseYAML reads one document. The node is nil where it is empty. The error
// is the library's, or tells of a second document.
func parseYAML(src []byte) (root *yaml.Node, err error) {
	// The library panics on some odd input (yaml.v3 keeps comments, and loses
	// count of them at times). No code of kepu runs under this recover.
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(src))
	var doc, next yaml.Node
	switch err := dec.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, err
	}
	if len(doc.Content) == 1 {
		root = doc.Content[0]
	}
	if err := dec.Decode(&next); err != io.EOF {
		return root, errSecondDocument
	}
	return root, nil
}

var errSecondDocument = fmt.Errorf("yaml: more than one document")

// sanitise returns src in which every character that YAML or a reader of the
// site cannot do with is a blank, so that columns stay true, and a diagnostic
// for each. Clean text is returned as it is.
func (d *decoder) sanitise(front []byte) []byte {
	if clean(front) {
		return front
	}
	out := make([]byte, 0, len(front))
	line, col, found := 0, 1, 0
	for i := 0; i < len(front); {
		r, size := utf8.DecodeRune(front[i:])
		switch {
		case r == '\n':
			line, col = line+1, 0
			out = append(out, '\n')
		case r == '\r' && i+1 < len(front) && front[i+1] == '\n':
		case r == utf8.RuneError && size == 1, badRune(r):
			out = append(out, ' ')
			if found++; found > 20 { // a binary file, most likely: enough said
				break
			}
			p := diag.Pos{Line: line + d.first, Col: col}
			if r == utf8.RuneError {
				d.add(diag.NotUTF8, p)
			} else {
				d.add(diag.ControlCharacter, p, fmt.Sprintf("U+%04X", r))
			}
		default:
			out = append(out, front[i:i+size]...)
		}
		col++
		i += size
	}
	return out
}

// clean is the common case: nothing that sanitise would touch.
func clean(b []byte) bool {
	for i := 0; i < len(b); i++ {
		if c := b[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
			return false
		} else if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && size == 1 || badRune(r) {
				return false
			}
			i += size - 1
		}
	}
	return true
}

// badRune tells the characters that are refused everywhere in front matter:
// controls, the line breaks only YAML 1.1 knows, marks that turn the direction
// of text around, byte order marks and noncharacters.
func badRune(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\t'
	case r < 0x7F:
		return false
	case r < 0xA0, r == 0x2028, r == 0x2029, r == 0xFEFF, r == 0xFFFE, r == 0xFFFF:
		return true
	}
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// vet refuses what no field can mean: anchors, aliases, merge keys, tags, and
// nesting without end. It says whether the tree can be decoded.
func (d *decoder) vet(n *yaml.Node, depth int) bool {
	if depth > maxDepth {
		d.add(diag.YAMLTooDeep, d.at(n))
		return false
	}
	ok := true
	switch {
	case n.Kind == yaml.AliasNode, n.Anchor != "", n.Tag == "!!merge" && n.Style == 0 && n.Value == "<<":
		d.add(diag.YAMLAlias, d.at(n))
		ok = false
	case n.Style&yaml.TaggedStyle != 0, d.charAt(n) == '!':
		d.add(diag.YAMLTag, d.at(n))
		ok = false
	}
	for _, c := range n.Content {
		if !d.vet(c, depth+1) {
			ok = false
			if depth+1 >= maxDepth { // one message is enough for a thousand brackets
				return false
			}
		}
	}
	return ok
}
