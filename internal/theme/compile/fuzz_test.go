package compile

import (
	"html/template"
	"testing"
)

// FuzzCompile draws any template that can be parsed, of values with any text
// in them, both ways.
func FuzzCompile(f *testing.F) {
	for i, c := range snippets {
		f.Add(c.source, "a'b\"<&+\x00\xff:/?%41", i, true)
	}
	f.Fuzz(func(t *testing.T, source, text string, n int, on bool) {
		small := card{Title: text, N: n, Kind: kind(text)}
		anys := []any{nil, text, n, on, small, &small, template.HTML(text), template.URL(text), template.JS(text), []string{text}, map[string]string{"a": text}, stringer{text}, 1.5}
		full := &card{
			Title: text, Body: template.HTML(text), Link: template.URL(text), Data: template.JS(text), Kind: kind(text), N: n, Small: uint8(n), On: on,
			Tags: []string{text, "b"}, Subs: []card{small}, Next: &small, Any: anys[uint(n)%uint(len(anys))], Anys: anys,
			Map: map[string]string{"a": text}, part: part{Depth: n}, far: &far{Deep: text},
		}
		if on {
			full.far, full.Subs[0].far = nil, &far{Deep: "x"}
		}
		compare(t, source, full, full.Any, *full, full)
	})
}
