package theme

import (
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"kepu/internal/motif"
	"kepu/internal/qr"
)

// funcs are what templates may call besides the built-in functions. They stay
// few: what a page shows is prepared in its view. Package compile calls those
// of a signature that it knows without reflection.
func (t *Theme) funcs() template.FuncMap {
	return template.FuncMap{
		"frame":   noFrame, // a drawer puts the real ones in their place
		"piece":   noPiece,
		"motif":   drawMotif,
		"qr":      drawCode,
		"asset":   t.assetOrError,
		"on":      on,
		"section": newSection,
		"uri":     uri,
		"phrases": phrases,
		"times":   times,
		"hasCode": hasCode,
	}
}

func noFrame(string, any, any, string) (template.HTML, error) { return "", nil }

func noPiece(string, reflect.Value, reflect.Value) (template.HTML, error) { return "", nil }

// A scope carries the view into a partial beside the value that it draws, so
// that it can reach strings. It costs less than a map.
type scope struct{ View, It any }

func on(view, it reflect.Value) any { return scope{handle(view), handle(it)} }

// handle hands a value on. Views are made of large structs; those that lie in
// another are handed on by their address, which templates see through.
func handle(v reflect.Value) any {
	switch {
	case !v.IsValid():
		return nil
	case v.Kind() == reflect.Struct && v.CanAddr():
		return v.Addr().Interface()
	}
	return v.Interface()
}

// A section is a list of cards with its heading: the key of a string.
type section struct {
	View    any
	ID, Key string
	Cards   any
}

func newSection(view reflect.Value, id, key string, cards reflect.Value) any {
	return section{handle(view), id, key, handle(cards)}
}

func drawMotif(name, seed string) template.HTML {
	return template.HTML(motif.SVG(name, seed))
}

// drawCode is the QR code of an address.
func drawCode(address string) template.HTML { return template.HTML(qr.SVG(address)) }

func (t *Theme) assetOrError(name string) (string, error) {
	if file := t.names[name]; file != "" {
		return file, nil
	}
	return "", fmt.Errorf("the theme has no asset %q", name)
}

// uri lets geo:, tel: and webcal: addresses through, which html/template does
// not know; every other one it judges as always.
func uri(address string) any {
	scheme, rest, _ := strings.Cut(address, ":")
	if scheme == "webcal" && strings.HasPrefix(rest, "//") && !strings.ContainsAny(rest, " <>\"'`\\") {
		return template.URL(address)
	}
	if (scheme == "geo" || scheme == "tel") && strings.Trim(rest, "+-0123456789.,;?=&()abcdefghijklmnopqrstuvwxyz") == "" {
		return template.URL(address)
	}
	return address
}

// phrases puts the parts of a title between its punctuation into elements of
// their own, so that a style sheet can make a line break there first: Chinese
// has no spaces that would tell a browser where a phrase ends.
func phrases(title string) template.HTML {
	var out strings.Builder
	rest := title
	for {
		i := strings.IndexFunc(rest, pauses)
		if i < 0 {
			break
		}
		for i < len(rest) {
			r, size := utf8.DecodeRuneInString(rest[i:])
			if !pauses(r) && !strings.ContainsRune("”’》）", r) {
				break
			}
			i += size
		}
		if i == len(rest) {
			break
		}
		out.WriteString("<span>" + template.HTMLEscapeString(rest[:i]) + "</span>")
		rest = rest[i:]
	}
	if out.Len() == 0 {
		return template.HTML(template.HTMLEscapeString(title))
	}
	out.WriteString("<span>" + template.HTMLEscapeString(rest) + "</span>")
	return template.HTML(out.String())
}

// pauses tells whether a reader pauses at a punctuation mark.
func pauses(r rune) bool {
	switch r {
	case '，', '：', '；', '、', '？', '！', '。', '…', '—':
		return true
	}
	return false
}

// times keeps a span such as 14:00–15:30 on one line: a browser may break after
// the dash, and half a span reads as a time of its own.
func times(text string) template.HTML {
	if !strings.Contains(text, ":") {
		return template.HTML(template.HTMLEscapeString(text))
	}
	return template.HTML(span.ReplaceAllString(template.HTMLEscapeString(text), `<span class="nb">$0</span>`))
}

var span = regexp.MustCompile(`\d{1,2}:\d\d\s?[–—~-]\s?\d{1,2}:\d\d`)

// hasCode tells whether a body has highlighted code, whose style sheet few
// pages need.
func hasCode(body template.HTML) bool {
	return strings.Contains(string(body), `class="chroma"`)
}
