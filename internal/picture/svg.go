package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// An SVG file opened by its own address is a document that may run scripts, so
// a contributor's drawing is held to what draws.
var unsafeElements = map[string]bool{
	"script": true, "foreignobject": true, "iframe": true, "object": true, "embed": true,
	"handler": true, "listener": true, "audio": true, "video": true,
}

func inspectSVG(data []byte, trusted bool) (Info, *Problem) {
	info := Info{Type: "image/svg+xml"}
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("SVG in %s: save it as UTF-8", charset)
	}
	root := true
	var style styleText
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Info{}, broken(err)
		}
		if css, ended := style.add(tok); ended && !trusted {
			if bad := unsafeStyle(css); bad != "" {
				return Info{}, unsafe("的样式里含有 ", "has in its style ", bad)
			}
		}
		switch t := tok.(type) {
		case xml.Directive:
			if !trusted && bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return Info{}, unsafe("声明了实体", "declares entities", "")
			}
		case xml.ProcInst: // a style sheet of the XSLT kind can make scripts
			if !trusted && t.Target != "xml" {
				return Info{}, unsafe("含有处理指令 ", "holds an instruction ", "<?"+t.Target+"?>")
			}
		case xml.StartElement:
			if root {
				if t.Name.Local != "svg" {
					return Info{}, unsafe("的第一个元素应是 <svg>，这里却是 ", "must begin with <svg>, not ", "<"+t.Name.Local+">")
				}
				info.Width, info.Height = svgSize(t.Attr)
				root = false
			}
			if !trusted {
				if p := checkElement(t); p != nil {
					return Info{}, p
				}
			}
		}
	}
	if root {
		return Info{}, unknown
	}
	return info, nil
}

// styleText gathers the text of <style> elements, which comments and CDATA may cut into pieces.
type styleText struct {
	depth int // elements open inside, itself included
	css   strings.Builder
}

// add gives the text once the element ends.
func (s *styleText) add(tok xml.Token) (css string, ended bool) {
	switch t := tok.(type) {
	case xml.StartElement:
		if s.depth > 0 || strings.EqualFold(t.Name.Local, "style") {
			s.depth++
		}
	case xml.CharData:
		if s.depth > 0 {
			s.css.Write(t)
		}
	case xml.EndElement:
		if s.depth == 0 {
			break
		}
		if s.depth--; s.depth == 0 {
			css = s.css.String()
			s.css.Reset()
			return css, true
		}
	}
	return "", false
}

const xhtml = "http://www.w3.org/1999/xhtml"

func checkElement(t xml.StartElement) *Problem {
	element := strings.ToLower(t.Name.Local)
	if unsafeElements[element] || t.Name.Space == xhtml { // in XHTML even a <meta> leads elsewhere
		return unsafe("含有 ", "holds ", "<"+t.Name.Local+">")
	}
	for _, a := range t.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
		switch {
		case strings.HasPrefix(name, "on"):
			return unsafe("含有事件属性 ", "holds the event attribute ", a.Name.Local)
		case name == "href":
			picture := (element == "image" || element == "feimage") && strings.HasPrefix(value, "data:image/")
			if !picture && !strings.HasPrefix(value, "#") {
				return unsafe("引用了别处的 ", "refers to ", shorten(a.Value))
			}
		case name == "attributename" && (value == "href" || strings.HasSuffix(value, ":href") || strings.HasPrefix(value, "on")):
			return unsafe("用动画改动 ", "animates ", a.Value)
		}
		if name == "href" || a.Name.Space == "xmlns" || name == "xmlns" {
			continue
		}
		// Not only in style: fill, filter, cursor and others take an address, and an animation puts values into them.
		if bad := unsafeStyle(a.Value); bad != "" {
			return unsafe("的属性 "+a.Name.Local+" 里含有 ", "has in the attribute "+a.Name.Local+" ", bad)
		}
	}
	return nil
}

// svgSize is the width and height of the root element, or those of its viewBox.
func svgSize(attrs []xml.Attr) (w, h int) {
	var box []string
	for _, a := range attrs {
		switch a.Name.Local {
		case "width":
			w = length(a.Value)
		case "height":
			h = length(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' })
		}
	}
	if (w == 0 || h == 0) && len(box) == 4 {
		w, h = length(box[2]), length(box[3])
	}
	return w, h
}

// length reads a number with an optional px; other units give 0, so that the
// viewBox decides.
func length(s string) int {
	f, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || !(f > 0) || f > 1e5 {
		return 0
	}
	return int(math.Round(f))
}
