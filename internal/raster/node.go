package raster

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A node is an element of a drawing, or a run of text within one.
type node struct {
	name  string // "" for text
	text  string
	attrs map[string]string
	nodes []*node
	at    int // line in the file
}

// attr is an attribute without the blanks around it; "" if it is not there.
func (n *node) attr(name string) string { return strings.TrimSpace(n.attrs[name]) }

// wrong is an error that tells where it is.
func (n *node) wrong(format string, args ...any) error {
	return fmt.Errorf("line %d: <%s>: %w", n.at, n.name, fmt.Errorf(format, args...))
}

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// parse reads a drawing. Elements of other languages than SVG, in which drawing
// programs keep notes, are left out.
func parse(data []byte) (*node, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("it is not in UTF-8") }
	var root *node
	var open []*node
	foreign, count, lines := 0, 0, lineCounter{data: data}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > mostElements || len(open) > mostDepth {
				return nil, errTooMuch
			}
			if foreign > 0 || t.Name.Space != svgSpace && (t.Name.Space != "" || root == nil && t.Name.Local != "svg") {
				foreign++
				continue
			}
			n := &node{name: t.Name.Local, attrs: attributes(t.Attr), at: lines.to(dec.InputOffset())}
			switch {
			case len(open) > 0:
				up := open[len(open)-1]
				up.nodes = append(up.nodes, n)
			case root == nil:
				root = n
			}
			open = append(open, n)
		case xml.EndElement:
			if foreign > 0 {
				foreign--
			} else {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if foreign == 0 && len(open) > 0 {
				up := open[len(open)-1]
				up.nodes = append(up.nodes, &node{text: string(t), at: up.at})
			}
		}
	}
	if root == nil || root.name != "svg" {
		return nil, errors.New("it does not begin with <svg>")
	}
	return root, nil
}

func attributes(list []xml.Attr) map[string]string {
	attrs := make(map[string]string, len(list))
	for _, a := range list {
		switch a.Name.Space {
		case "", svgSpace:
			attrs[a.Name.Local] = a.Value
		case xlinkSpace:
			if _, newer := attrs["href"]; !newer {
				attrs["href"] = a.Value
			}
		case xmlSpace:
			attrs["xml:"+a.Name.Local] = a.Value
		}
	}
	return attrs
}

// lineCounter turns growing offsets into lines.
type lineCounter struct {
	data []byte
	at   int
	line int
}

func (c *lineCounter) to(offset int64) int {
	end := min(len(c.data), int(offset))
	c.line += bytes.Count(c.data[c.at:end], []byte("\n"))
	c.at = end
	return c.line + 1
}

// index finds the elements that have a name; of several with one name the first.
func index(n *node, ids map[string]*node) {
	if id := n.attr("id"); id != "" && ids[id] == nil {
		ids[id] = n
	}
	for _, c := range n.nodes {
		index(c, ids)
	}
}
