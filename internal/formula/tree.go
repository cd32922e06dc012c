package formula

// A kind tells what a node of a formula is.
type kind uint8

const (
	row      kind = iota // kids, one after the other
	symbol               // text: a letter, a number, an operator
	words                // text as it is, from \text
	space                // width
	fraction             // kids: above, below; a line between them if ruled; between left and right
	root                 // kids: body, index or nil
	scripts              // kids: base, below or nil, above or nil; stacked: under and over it
	fence                // kids: body; between left and right
	grid                 // kids are rows, whose kids are cells; between left and right; text is how columns are aligned
	accent               // kids: body; text is the mark: hat, bar, vec, …
	arrow                // text; kids: above, below or nil; as long as they are
	boxed                // kids: body
	style                // display or not, from here to the end of the row
	unknown              // text: what was not understood
)

// A class tells how much room stands around a symbol (TeX's atoms).
type class uint8

const (
	ordinary class = iota
	operator       // ∑, sin
	binary         // +
	relation       // =
	opening
	closing
	punctuation
)

// A face is the shape of letters.
type face uint8

const (
	usual face = iota // letters lean, digits do not
	upright
	bold
	boldItalic
)

type node struct {
	kind        kind
	class       class
	face        face
	text        string
	left, right string // delimiters; "" for none
	kids        []*node
	width       float64 // of a space, in ems
	ruled       bool
	stacked     bool // scripts stand under and over in display
	large       bool // an operator that is larger in display; a fraction that is
	scale       float64
}

// understood tells that nothing in a formula is unknown, and names it otherwise.
func (n *node) understood() (string, bool) {
	if n == nil {
		return "", true
	}
	if n.kind == unknown {
		return n.text, false
	}
	for _, k := range n.kids {
		if name, ok := k.understood(); !ok {
			return name, false
		}
	}
	return "", true
}

// only is the node of a row that holds no other.
func (n *node) only() *node {
	for n != nil && n.kind == row && len(n.kids) == 1 {
		n = n.kids[0]
	}
	return n
}

// empty tells that a node shows nothing.
func (n *node) empty() bool { return n == nil || n.kind == row && len(n.kids) == 0 }
