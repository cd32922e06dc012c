package compile

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"testing"
)

// A card has what views have: text, markup, numbers, lists, pointers, methods.
type card struct {
	Title  string
	Body   template.HTML
	Link   template.URL
	Data   template.JS
	Kind   kind
	N      int
	Small  uint8
	Ratio  float64
	On     bool
	Tags   []string
	Subs   []card
	Next   *card
	Any    any
	Anys   []any
	Map    map[string]string
	Counts map[string]int
	Err    error
	Bytes  []byte
	part
	*far
	hidden string
}

type part struct{ Depth int }

type far struct{ Deep string }

type kind string

func (k kind) Upper() string { return "KIND " + string(k) }

func (c *card) T(key string, args ...any) (string, error) {
	if key == "missing" {
		return "", errors.New("no string " + key)
	}
	return fmt.Sprintf("<%s %d>", key, len(args)), nil
}

func (c card) Count() int { return len(c.Tags) }

func (c *card) Fails() (string, error) { return "", errors.New("it fails") }

func (c *card) Panics() string { panic("it panics") }

type stringer struct{ s string }

func (s stringer) String() string { return "<" + s.s + ">" }

type pair struct{ View, It any }

func functions() template.FuncMap {
	return template.FuncMap{
		"on":    func(view, it reflect.Value) any { return pair{boxed(view), boxed(it)} },
		"box":   func(it any) any { return it },
		"kind":  func(it reflect.Value, n int) string { return fmt.Sprint(it.Kind(), it.IsValid() && it.CanAddr(), n) },
		"bold":  func(s string) template.HTML { return template.HTML("<b>" + template.HTMLEscapeString(s) + "</b>") },
		"join":  func(a, b string) template.HTML { return template.HTML(a + "-" + b) },
		"long":  func(h template.HTML) bool { return len(h) > 5 },
		"any":   func(s string) any { return s },
		"url":   func(s string) any { return template.URL(s) },
		"fail":  func(s string) (string, error) { return s, errors.New("no") },
		"sum":   func(a, b int) int { return a + b },
		"many":  func(a string, b ...int) string { return fmt.Sprint(a, b) },
		"panic": func(string) string { panic("oh") },
	}
}

func values() []any {
	nasty := "a'b\"c<d>e&f+g\x00h\xff /i?j=k&l=%41%zz#m[n](o):漢字\u2028"
	small := card{Title: "小", Next: &card{Title: "下"}}
	full := &card{
		Title: nasty, Body: `<p class="x">hi & "<b>'+</b></p>`, Link: "javascript:alert(1) &'\"%20+", Data: `{"a":"</b>"}`, Kind: "<k>",
		N: 1234, Small: 7, Ratio: 1e21, On: true, Tags: []string{"a", "<b>", ""}, Subs: []card{small, {Title: "<二>", Tags: []string{"t"}}},
		Next: &small, Any: small, Anys: []any{1, "<s>", nil, template.HTML("<i>"), 2.5, &small, stringer{"x"}, true, []int{1}, template.URL("x:y"), template.JS("1")},
		Map: map[string]string{"a": "<1>", "b": "2"}, Counts: map[string]int{"x": 3}, Err: errors.New("<e>"), Bytes: []byte("<bytes>"),
		part: part{Depth: 3}, far: &far{Deep: "&"}, hidden: "h",
	}
	var list []any
	for _, s := range []string{"", "plain", nasty, "javascript:alert(1)", "HTTP://x/é?q=a b&c#d", "mailto:a@b", "/a:b", "tel:1", "a:b", "//x", "%", "%4", "%4g", "-->", "</script>"} {
		list = append(list, &card{Title: s, Body: template.HTML(s), Link: template.URL(s), Any: s})
	}
	return append(list, full, *full, &card{}, card{Any: stringer{"y"}}, &card{Any: &small}, &card{Any: []string{"x"}}, &card{Any: 0}, &card{Any: template.HTML("<u>")},
		nil, "text", 42, []string{"x"}, map[string]any{"Title": "<m>", "Tags": []int{1, 2}, "Next": map[string]any{"Title": 1}}, (*card)(nil))
}

// compare draws a template, of which one is "main", of each value both ways.
// It tells of which values the program drew it.
func compare(t *testing.T, source string, data ...any) (drawn []bool) {
	t.Helper()
	parse := func() *template.Template {
		set, err := template.New("main").Funcs(functions()).Parse(source)
		if err != nil {
			t.Skip(err)
		}
		return set
	}
	drawn = make([]bool, len(data))
	p, err := New(parse(), "main", functions(), nil)
	if err == ErrUnknown {
		return drawn
	}
	for i, v := range data {
		var want bytes.Buffer
		if err != nil {
			if parse().Execute(&want, v) == nil {
				t.Fatalf("%s: html/template draws it: %v", source, err)
			}
			continue
		}
		got, ok := p.Append([]byte("before "), v)
		if !ok {
			continue
		}
		drawn[i] = true
		if err := parse().Execute(&want, v); err != nil {
			t.Fatalf("%s\nof %#v: html/template fails: %v", source, v, err)
		}
		if string(got) != "before "+want.String() {
			t.Fatalf("%s\nof %#v\n got %q\nwant %q", source, v, got[7:], want.String())
		}
	}
	return drawn
}
