package wechat

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// grounded puts a white ground under a drawing that has none. The dark mode of
// WeChat converts the page around drawings, not what is in them: dark lines on
// nothing could not be seen.
func grounded(svg []byte) []byte {
	d := xml.NewDecoder(bytes.NewReader(svg))
	var box [4]float64 // x, y, width, height
	at := -1
	for {
		token, err := d.Token()
		if err != nil {
			return svg // whoever draws it says what is wrong
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case at < 0:
			if box, ok = viewBox(start); !ok || svg[d.InputOffset()-2] == '/' {
				return svg
			}
			at = int(d.InputOffset())
		case start.Name.Local == "rect" && fills(start, box):
			return svg
		case !slices.Contains([]string{"title", "desc", "defs", "style", "clipPath"}, start.Name.Local):
			ground := fmt.Sprintf(`<rect x="%g" y="%g" width="%g" height="%g" fill="#fff" stroke="none"/>`, box[0], box[1], box[2], box[3])
			return slices.Insert(slices.Clone(svg), at, []byte(ground)...)
		case d.Skip() != nil:
			return svg
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// viewBox is the part of the plane that a drawing shows.
func viewBox(root xml.StartElement) (box [4]float64, ok bool) {
	words := strings.FieldsFunc(attr(root, "viewBox"), func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 {
		words = []string{"0", "0", attr(root, "width"), attr(root, "height")}
	}
	if len(words) != 4 {
		return box, false
	}
	for i, word := range words {
		f, err := strconv.ParseFloat(strings.TrimSuffix(word, "px"), 64)
		if err != nil {
			return box, false
		}
		box[i] = f
	}
	return box, true
}

// fills reports whether a rectangle fills a drawing.
func fills(rect xml.StartElement, box [4]float64) bool {
	if fill := attr(rect, "fill"); fill == "none" || fill == "transparent" {
		return false
	}
	for i, name := range []string{"width", "height"} {
		v := attr(rect, name)
		if f, err := strconv.ParseFloat(v, 64); v != "100%" && (err != nil || f < box[2+i]) {
			return false
		}
	}
	return true
}
