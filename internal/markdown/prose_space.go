package markdown

import (
	"slices"
	"strings"

	"kepu/internal/prose"
)

// space leaves of the blanks and line ends in a text what a browser shows of them: one between words,
// none at the beginning and the end of a block or a line.
func space(block *prose.Node) {
	s := spacer{blank: true}
	for _, n := range block.Nodes {
		if isBlock(n) {
			space(n)
		} else {
			s.node(n)
		}
	}
	s.trim()
	block.Nodes = slices.DeleteFunc(block.Nodes, isEmptyText)
}

type spacer struct {
	blank bool        // a blank here would not show
	last  *prose.Node // the text that ends with one, if that is what there is before
}

func (s *spacer) node(n *prose.Node) {
	switch n.Kind {
	case prose.Text:
		s.text(n)
	case prose.Break:
		s.trim()
		s.blank = true
	case prose.Code, prose.Math, prose.Image, prose.NoteRef:
		s.blank, s.last = false, nil
	default:
		for _, c := range n.Nodes {
			s.node(c)
		}
		n.Nodes = slices.DeleteFunc(n.Nodes, isEmptyText)
	}
}

func (s *spacer) text(n *prose.Node) {
	t := n.Text
	if strings.ContainsAny(t, "\n\t") || strings.Contains(t, "  ") {
		t = collapse(t)
	}
	if s.blank {
		t = strings.TrimPrefix(t, " ")
	}
	if n.Text = t; t == "" {
		return
	}
	s.blank, s.last = strings.HasSuffix(t, " "), nil
	if s.blank {
		s.last = n
	}
}

// trim takes away the blank at the end of a line.
func (s *spacer) trim() {
	if s.last != nil {
		s.last.Text = strings.TrimSuffix(s.last.Text, " ")
		s.last = nil
	}
}

// collapse makes every run of blanks one. Blanks that do not break stay.
func collapse(t string) string {
	var b strings.Builder
	b.Grow(len(t))
	blank := false
	for _, c := range []byte(t) {
		if c == ' ' || c == '\n' || c == '\t' {
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteByte(c)
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

func isEmptyText(n *prose.Node) bool { return n.Kind == prose.Text && n.Text == "" }
