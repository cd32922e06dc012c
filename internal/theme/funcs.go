package theme

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"unicode/utf8"

	"kepu/internal/motif"
)

// funcs are what templates may call besides the built-in functions. They stay
// few: what a page shows is prepared in its view.
func (t *Theme) funcs() template.FuncMap {
	return template.FuncMap{
		"frame":   noFrame, // prepare puts the real ones in their place
		"piece":   noPiece,
		"motif":   drawMotif,
		"asset":   t.assetOrError,
		"on":      func(view, it any) scope { return scope{view, it} },
		"section": func(view any, id, key string, cards any) section { return section{view, id, key, cards} },
		"uri":     uri,
		"phrases": phrases,
		"times":   times,
		"hasCode": hasCode,
	}
}

func noFrame(string, any, any, string) (template.HTML, error) { return "", nil }

func noPiece(string, any, any) (template.HTML, error) { return "", nil }

// A scope carries the view into a partial beside the value that it draws, so
// that it can reach strings. It costs less than a map.
type scope struct{ View, It any }

// A section is a list of cards with its heading: the key of a string.
type section struct {
	View    any
	ID, Key string
	Cards   any
}

func drawMotif(name, seed string) template.HTML {
	return template.HTML(motif.SVG(name, seed))
}

func (t *Theme) assetOrError(name string) (string, error) {
	if file := t.names[name]; file != "" {
		return file, nil
	}
	return "", fmt.Errorf("the theme has no asset %q", name)
}

// uri lets geo: and tel: addresses through, which html/template does not know;
// every other one it judges as always.
func uri(address string) any {
	scheme, rest, _ := strings.Cut(address, ":")
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
		i := strings.IndexAny(rest, "，：；、？！。…—")
		if i < 0 {
			break
		}
		for i < len(rest) {
			r, size := utf8.DecodeRuneInString(rest[i:])
			if !strings.ContainsRune("，：；、？！。…—”’》）", r) {
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

// times keeps a span such as 14:00–15:30 on one line: a browser may break after
// the dash, and half a span reads as a time of its own.
func times(text string) template.HTML {
	return template.HTML(span.ReplaceAllString(template.HTMLEscapeString(text), `<span class="nb">$0</span>`))
}

var span = regexp.MustCompile(`\d{1,2}:\d\d\s?[–—~-]\s?\d{1,2}:\d\d`)

// hasCode tells whether a body has highlighted code, whose style sheet few
// pages need.
func hasCode(body template.HTML) bool {
	return strings.Contains(string(body), `class="chroma"`)
}
