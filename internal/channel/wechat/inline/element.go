// Package inline writes a small tree with classes as HTML whose style attributes
// alone say what a style sheet says, in as few characters as it can: what is
// inherited stands where it costs least, what a browser does anyway is left out.
//
// WeChat takes no style sheets, but its pages have one. What that sets otherwise
// than browsers do (agent.css, host.css) is always written.
package inline

// An Element is an element of HTML, or a run of text.
type Element struct {
	Tag   string // "" for text
	Class string // names with spaces between, for selectors; never written
	Attrs []Attr // written in this order; no style and no class
	Text  string // of a run of text, unescaped
	Nodes []*Element
}

// An Attr is an attribute of an element.
type Attr struct{ Name, Value string }
