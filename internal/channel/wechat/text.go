package wechat

import (
	"strings"

	"kepu/internal/channel/wechat/inline"
)

// plain is the text of a tree, an empty line between its blocks.
func plain(root *inline.Element) string {
	var t plainText
	t.add(root)
	return strings.TrimSpace(t.String())
}

type plainText struct {
	strings.Builder
	blank bool // an empty line has been written
}

func (t *plainText) add(e *inline.Element) {
	switch e.Tag {
	case "":
		t.WriteString(strings.ReplaceAll(e.Text, "\u00a0", " "))
		t.blank = false
		return
	case "br":
		t.WriteByte('\n')
		return
	case "section", "blockquote", "p", "h2", "h3", "h4", "ul", "ol", "table", "pre", "hr":
		t.part("\n\n")
		defer t.part("\n\n")
	case "li":
		t.WriteString("• ")
		defer t.WriteByte('\n')
	case "tr":
		defer t.WriteByte('\n')
	case "td", "th":
		defer t.WriteByte('\t')
	}
	for _, c := range e.Nodes {
		t.add(c)
	}
}

// part ends a block, once.
func (t *plainText) part(mark string) {
	if t.Len() > 0 && !t.blank {
		t.WriteString(mark)
		t.blank = true
	}
}
