package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A soft line break is where the author wrapped a line. Between Korean or Latin words it is a space;
// beside Han, kana or full-width punctuation it is nothing. Han beside Latin is the one case that
// depends on the language of the page: see labels.hanSpace.
func (t *tree) breakLine(n *ast.Text) {
	if !n.SoftLineBreak() {
		return
	}
	before := widthClass(n.Segment.Value(t.src), true)
	if before == nothing {
		before = t.neighbour(n, true)
	}
	after := t.neighbour(n, false)
	if before == wide && after == wide ||
		!t.say.hanSpace && (before == wide && after != hangul || after == wide && before != hangul) {
		n.SetSoftLineBreak(false)
	}
}

// A class is what a line break sees of the text on one side of it.
type class uint8

const (
	nothing class = iota // no text here
	narrow
	wide
	hangul
)

// reach is how many nodes are searched for a neighbour: enough for real text, and a bound for the rest.
const reach = 8

// neighbour finds the class of the visible text next to n, looking into and out of inline elements.
func (t *tree) neighbour(n ast.Node, back bool) class {
	for range reach {
		next := sibling(n, back)
		for next == nil {
			n = n.Parent()
			if n == nil || n.Type() != ast.TypeInline {
				return narrow
			}
			next = sibling(n, back)
		}
		n = next
		for range reach {
			c := n.FirstChild()
			if back {
				c = n.LastChild()
			}
			if c == nil || n.Kind() == ast.KindImage {
				break
			}
			n = c
		}
		if c := t.classOf(n, back); c != nothing {
			return c
		}
	}
	return narrow
}

func (t *tree) classOf(n ast.Node, last bool) class {
	switch n := n.(type) {
	case *ast.Text:
		if n.HardLineBreak() && last {
			return narrow
		}
		return widthClass(n.Segment.Value(t.src), last)
	case *ast.String:
		return widthClass(n.Value, last)
	case *ast.RawHTML, *htmlTag, *east.FootnoteLink:
		return nothing
	}
	return narrow
}

func sibling(n ast.Node, back bool) ast.Node {
	if back {
		return n.PreviousSibling()
	}
	return n.NextSibling()
}

// widthClass classes the last or the first character of b. A mark that both scripts share has the
// class of the next character inward.
func widthClass(b []byte, last bool) class {
	seen := nothing
	for len(b) > 0 {
		var r rune
		var n int
		if last {
			r, n = utf8.DecodeLastRune(b)
			b = b[:len(b)-n]
		} else {
			r, n = utf8.DecodeRune(b)
			b = b[n:]
		}
		switch {
		case wideByContext(r):
			seen = narrow
			continue
		case isHangul(r):
			return hangul
		case isCJK(r):
			return wide
		}
		return narrow
	}
	return seen
}
