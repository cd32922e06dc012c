package wechat

import (
	"strconv"
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
	wanted string // between what is written and what comes next
}

func (t *plainText) str(s string) {
	if t.Len() > 0 {
		t.WriteString(t.wanted)
	}
	t.wanted = ""
	t.WriteString(s)
}

// end ends a line or, if mark has two line ends, a block.
func (t *plainText) end(mark string) {
	if len(mark) > len(t.wanted) {
		t.wanted = mark
	}
}

func (t *plainText) add(e *inline.Element) {
	switch e.Tag {
	case "":
		t.str(strings.ReplaceAll(e.Text, "\u00a0", " "))
	case "br":
		t.end("\n")
	case "img":
		if alt := attribute(e, "alt"); e.Class == "tex" {
			t.str(alt) // a formula in words
		} else if alt != "" {
			t.str("［图：" + alt + "］")
		}
	case "section", "blockquote", "p", "h2", "h3", "h4", "ul", "ol", "table", "pre":
		t.end("\n\n")
		defer t.end("\n\n")
	case "tr":
		t.end("\n")
	}
	switch e.Class {
	case "sup":
		t.str(raised.Replace(plain(&inline.Element{Nodes: e.Nodes})))
		return
	case "sub":
		t.str(lowered.Replace(plain(&inline.Element{Nodes: e.Nodes})))
		return
	}
	for i, c := range e.Nodes {
		switch {
		case c.Tag == "li" && e.Tag == "ol":
			t.end("\n")
			t.str(strconv.Itoa(i+1) + ". ")
		case c.Tag == "li":
			t.end("\n")
			t.str("• ")
		case i > 0 && e.Tag == "tr":
			t.str("\t")
		}
		t.add(c)
	}
}

// Plain text has digits that stand high and low.
var (
	raised  = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻", "n", "ⁿ")
	lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉", "+", "₊", "-", "₋", "−", "₋")
)

func attribute(e *inline.Element, name string) string {
	for _, a := range e.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}
