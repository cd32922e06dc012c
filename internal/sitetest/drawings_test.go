package sitetest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDrawings: every drawing, in a page or in a file, is well-formed XML, and
// one that is not decoration has a title that it is named by.
func TestDrawings(t *testing.T) {
	site := built(t)
	named := map[string]int{} // by class
	for _, page := range site.Pages {
		for _, svg := range inline(page.HTML) {
			class, err := checkSVG(svg, true)
			if err != nil {
				t.Errorf("%s: %v: %.200s", page.URL, err, svg)
			}
			named[class]++
		}
	}
	for _, class := range []string{"map", "life-chart", "lineage"} {
		if named[class] == 0 {
			t.Errorf("there is no drawing %q: the test sees nothing", class)
		}
	}
	files := 0
	err := filepath.WalkDir(site.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".svg" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		if _, err := checkSVG(text, false); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		return nil
	})
	if err != nil || files == 0 {
		t.Errorf("%d files, %v", files, err)
	}
}

// inline cuts the drawings out of a page; one within another belongs to it.
func inline(html []byte) (list [][]byte) {
	for {
		from := bytes.Index(html, []byte("<svg"))
		if from < 0 {
			return list
		}
		html = html[from:]
		depth, at := 0, 0
		for {
			opens, closes := bytes.Index(html[at:], []byte("<svg")), bytes.Index(html[at:], []byte("</svg>"))
			if closes < 0 {
				return append(list, html) // not well-formed
			}
			if opens >= 0 && opens < closes {
				depth, at = depth+1, at+opens+len("<svg")
				continue
			}
			depth, at = depth-1, at+closes+len("</svg>")
			if depth == 0 {
				list, html = append(list, html[:at]), html[at:]
				break
			}
		}
	}
}

// checkSVG reads a drawing as XML and gives its class. Where titled is set, what
// is not hidden must begin with a title, and be labelled by it.
func checkSVG(text []byte, titled bool) (class string, err error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	var path []string
	ids := map[string]string{} // of a title or description: its text
	var labels []string
	hidden, first := false, ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return class, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			attr := map[string]string{}
			for _, a := range e.Attr {
				attr[a.Name.Local] = a.Value
			}
			switch len(path) {
			case 0:
				class, _, _ = strings.Cut(attr["class"], " ")
				hidden = attr["aria-hidden"] == "true"
				labels = strings.Fields(attr["aria-labelledby"] + " " + attr["aria-describedby"])
			case 1:
				if first == "" {
					first = e.Name.Local
				}
			}
			path = append(path, e.Name.Local)
			if id := attr["id"]; id != "" {
				ids[id] = ""
				path[len(path)-1] += "#" + id
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if len(path) > 0 {
				if _, id, ok := strings.Cut(path[len(path)-1], "#"); ok {
					ids[id] += string(e)
				}
			}
		}
	}
	if !titled || hidden {
		return class, nil
	}
	if first != "title" || len(labels) == 0 {
		return class, fmt.Errorf("begins with <%s> and is labelled by %q", first, labels)
	}
	if slices.ContainsFunc(labels, func(id string) bool { return strings.TrimSpace(ids[id]) == "" }) {
		return class, fmt.Errorf("its labels %q are empty or not within it", labels)
	}
	return class, nil
}

// TestCheckSVG makes sure that the check itself notices mistakes.
func TestCheckSVG(t *testing.T) {
	const good = `<svg class="map" aria-labelledby="a"><title id="a">T</title><svg><path d="M0 0"/></svg><text>1 &amp; 2</text></svg>`
	if got := inline([]byte("<p>" + good + "x" + good + "</p>")); len(got) != 2 || string(got[1]) != good {
		t.Errorf("cut into %q", got)
	}
	if class, err := checkSVG([]byte(good), true); class != "map" || err != nil {
		t.Errorf("%q, %v", class, err)
	}
	for old, bad := range map[string]string{
		`<path d="M0 0"/>`: `<path d="M0 0">`, "&amp;": "&", ">T<": "> <", `="a"><title id="a"`: `="b"><title id="a"`,
		`<title id="a">T</title>`: ``, `</text></svg>`: `</svg></text>`, `class="map"`: `class=map`,
	} {
		text := strings.Replace(good, old, bad, 1)
		if _, err := checkSVG([]byte(text), true); text == good || err == nil {
			t.Errorf("passes: %s", text)
		}
	}
	if _, err := checkSVG([]byte(`<svg aria-hidden="true"><path d="M0 0"/></svg>`), true); err != nil {
		t.Error(err)
	}
}
