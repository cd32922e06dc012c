package content

import (
	"bytes"
	"strings"

	"kepu/internal/diag"
)

const fence = "---"

// Split separates front matter and body at the two --- lines. The body starts
// on line bodyLine (from 1) of the file, the front matter on frontLine. Where
// there is no front matter, all of src is body and a diagnostic says so; the
// caller adds the name of the file to it.
func Split(src []byte) (front []byte, frontLine int, body []byte, bodyLine int, ds []diag.Diagnostic) {
	first, rest, _ := cutLine(src)
	if !isFence(first) {
		d := diag.New(diag.NoFrontMatter, diag.Pos{Line: 1, Col: 1})
		d.Source = string(first)
		if likeFence(first) {
			d.Suggest = fence
		}
		return nil, 1, src, 1, []diag.Diagnostic{d}
	}
	start, line := len(src)-len(rest), 2
	for more := len(rest) > 0; more; line++ {
		var text []byte
		at := len(src) - len(rest)
		text, rest, more = cutLine(rest)
		if isFence(text) {
			return src[start:at], 2, rest, line + 1, nil
		}
	}
	return src[start:], 2, nil, line, []diag.Diagnostic{unclosed(src)}
}

// unclosed reports that src has no second --- line, at the first line that may
// be meant for one.
func unclosed(src []byte) diag.Diagnostic {
	first, rest, more := cutLine(src)
	d := diag.New(diag.UnclosedFrontMatter, diag.Pos{Line: 1, Col: 1})
	d.Source = string(first)
	for line := 2; more; line++ {
		var text []byte
		if text, rest, more = cutLine(rest); likeFence(text) {
			d.Pos.Line, d.Source, d.Suggest = line, string(text), fence
			break
		}
	}
	return d
}

// cutLine takes the first line off src, without its end.
func cutLine(src []byte) (line, rest []byte, more bool) {
	line, rest, more = bytes.Cut(src, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest, more
}

func isFence(line []byte) bool {
	return len(line) >= len(fence) && string(line[:len(fence)]) == fence && len(bytes.TrimRight(line[len(fence):], " \t")) == 0
}

// likeFence recognises what people write who mean ---: indented, too long,
// the dashes and pluses of an input method or of another generator.
func likeFence(line []byte) bool {
	s := strings.TrimSpace(string(line))
	return len(s) > 1 && strings.Trim(s, "-—–－一+~") == ""
}
