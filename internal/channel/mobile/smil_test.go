package mobile

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// An element of MMS SMIL: what it may hold, what it must say and how. It is
// written from the tables of the conformance document.
type element struct {
	holds    string            // a pattern of the names of its children, each with a blank behind
	requires map[string]string // patterns of attributes
	allows   map[string]string
}

const (
	length = `\d+%?`
	file   = `\d\d+\.(jpg|txt)`
)

var grammar = map[string]element{
	"smil":        {"head body ", map[string]string{"xmlns": `http://www\.w3\.org/2000/SMIL20/CR/Language`}, nil},
	"head":        {"layout ", nil, nil},
	"layout":      {"root-layout region region ", nil, nil},
	"root-layout": {"", map[string]string{"width": `\d+`, "height": `\d+`}, nil},
	"region":      {"", map[string]string{"id": "Image|Text", "left": length, "top": length, "width": length, "height": length}, map[string]string{"fit": "hidden|meet|scroll"}},
	"body":        {"(par )+", nil, nil},
	"par":         {"(img )?(text )?", map[string]string{"dur": `\d+ms`}, nil},
	"img":         {"", map[string]string{"src": file, "region": "Image"}, map[string]string{"alt": `[\s\S]*`}},
	"text":        {"", map[string]string{"src": file, "region": "Text"}, nil},
}

// checkSMIL checks a presentation against the grammar, and gives the files that
// it shows, in order.
func checkSMIL(t *testing.T, data []byte) (shown []string) {
	t.Helper()
	whole := func(pattern, s string) bool { return regexp.MustCompile(`^(` + pattern + `)$`).MatchString(s) }
	d := xml.NewDecoder(strings.NewReader(string(data)))
	d.Strict = true
	var open []string
	children := []string{""}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		switch x := token.(type) {
		case xml.StartElement:
			name := x.Name.Local
			children[len(children)-1] += name + " "
			open, children = append(open, name), append(children, "")
			e, known := grammar[name]
			if !known {
				t.Errorf("<%s> is not MMS SMIL", name)
			}
			said := map[string]bool{}
			for _, a := range x.Attr {
				pattern := e.requires[a.Name.Local] + e.allows[a.Name.Local]
				if pattern == "" || !whole(pattern, a.Value) {
					t.Errorf("<%s %s=%q>", name, a.Name.Local, a.Value)
				}
				said[a.Name.Local] = true
				if a.Name.Local == "src" {
					shown = append(shown, a.Value)
				}
			}
			for a := range e.requires {
				if !said[a] {
					t.Errorf("<%s> without %s", name, a)
				}
			}
		case xml.EndElement:
			name := open[len(open)-1]
			if !whole(grammar[name].holds, children[len(children)-1]) {
				t.Errorf("<%s> holds %q", name, children[len(children)-1])
			}
			open, children = open[:len(open)-1], children[:len(children)-1]
		case xml.CharData:
			if strings.TrimSpace(string(x)) != "" {
				t.Errorf("text %q", x)
			}
		}
	}
	return shown
}

func TestSMIL(t *testing.T) {
	pages := []page{
		{slide{"一页", &picture{alt: `<"图" & 'b'>` + "\x01" + strings.Repeat("长", 200)}}, "01.jpg", "01.txt"},
		{slide{strings.Repeat("字", 100), nil}, "", "02.txt"},
		{slide{"", new(picture)}, "03.jpg", ""},
	}
	data := smil(pages, 640, 480)
	if got, want := checkSMIL(t, data), []string{"01.jpg", "01.txt", "02.txt", "03.jpg"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	var times []string
	for _, m := range regexp.MustCompile(`dur="(\d+ms)"`).FindAllStringSubmatch(string(data), -1) {
		times = append(times, m[1])
	}
	if want := []string{"5000ms", "25000ms", "5000ms"}; !slices.Equal(times, want) {
		t.Errorf("times %v, want %v", times, want)
	}
	if !strings.Contains(string(data), "&lt;") || len(data) > 2000 {
		t.Errorf("a description is not escaped, or not bounded: %d bytes", len(data))
	}
}
