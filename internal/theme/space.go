package theme

import (
	"bytes"
	"text/template/parse"
)

// squeeze takes the indentation of the source out of a template: every byte of
// a page is paid for by somebody. A run of white space with a line break in it
// vanishes beside a tag and between two actions, and is one space elsewhere.
// So where a space between tags matters, it stands on one line with them.
//
// It works on the parsed template, so messages keep the lines of the file.
func squeeze(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			squeeze(child)
		}
	case *parse.IfNode:
		squeeze(n.List)
		squeeze(n.ElseList)
	case *parse.RangeNode:
		squeeze(n.List)
		squeeze(n.ElseList)
	case *parse.WithNode:
		squeeze(n.List)
		squeeze(n.ElseList)
	case *parse.TextNode:
		n.Text = squeezeText(n.Text)
	}
}

func squeezeText(text []byte) []byte {
	const white = " \t\r\n"
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		i := bytes.IndexAny(text, white)
		if i < 0 {
			out = append(out, text...)
			break
		}
		out = append(out, text[:i]...)
		text = text[i:]
		run := len(text) - len(bytes.TrimLeft(text, white))
		space := text[:run]
		text = text[run:]
		if bytes.IndexByte(space, '\n') < 0 {
			out = append(out, space...)
			continue
		}
		start, end := len(out) == 0, len(text) == 0
		afterTag := !start && out[len(out)-1] == '>'
		beforeTag := !end && text[0] == '<'
		if !(afterTag || beforeTag || start && end) {
			out = append(out, ' ')
		}
	}
	return out
}
