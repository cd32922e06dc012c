package wechat

import (
	"strconv"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/prose"
)

// list keeps a list as it is if it is plain. The editor doubles the items of
// lists within lists, and forgets where counting begins, so all others become
// paragraphs with their markers written out, one below the other.
func (w *writer) list(out []*inline.Element, n *prose.Node) []*inline.Element {
	if w.depth == 0 && plainList(n) {
		list := el("ul", "ul")
		if n.Level == 1 {
			list = el("ol", "ol")
		}
		for _, item := range n.Nodes {
			li := el("li", "item")
			if len(item.Nodes) > 0 {
				li.Nodes = w.phrases(item.Nodes[0].Nodes)
			}
			list.Nodes = append(list.Nodes, li)
		}
		return append(out, list)
	}
	w.depth++
	for i, item := range n.Nodes {
		out = w.item(out, item, w.marker(n, i))
	}
	w.depth--
	return out
}

// plainList reports whether each item is one paragraph, and counting begins
// where everybody does.
func plainList(n *prose.Node) bool {
	if n.Level >= 0 && n.Level != 1 {
		return false
	}
	for _, item := range n.Nodes {
		if item.Task != prose.NoTask || len(item.Nodes) > 1 || len(item.Nodes) == 1 && item.Nodes[0].Kind != prose.Paragraph {
			return false
		}
	}
	return true
}

// item writes its first paragraph beside the marker and what follows below, set
// in as far.
func (w *writer) item(out []*inline.Element, n *prose.Node, marker string) []*inline.Element {
	first := el("p", w.inset("li"), el("span", "marker", text(marker+" ")))
	out = append(out, first)
	blocks := n.Nodes
	if len(blocks) > 0 && blocks[0].Kind == prose.Paragraph {
		first.Nodes = append(first.Nodes, w.phrases(blocks[0].Nodes)...)
		blocks = blocks[1:]
	}
	for _, b := range blocks {
		if b.Kind == prose.List {
			out = w.list(out, b)
		} else {
			out = append(out, el("section", w.inset("under"), w.apart([]*prose.Node{b})...))
		}
	}
	return out
}

// inset gives a class its form for how far in the innermost list stands. Columns
// are narrow: what is deeper than three stands no further in.
func (w *writer) inset(class string) string {
	if w.depth < 2 {
		return class
	}
	return class + " " + class + strconv.Itoa(min(w.depth, 3))
}

func (w *writer) marker(list *prose.Node, i int) string {
	return list.Marker(i, []string{"•", "◦", "▪"}[min(w.depth, 3)-1])
}
