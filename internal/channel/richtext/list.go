package richtext

import (
	"strconv"
	"strings"

	"kepu/internal/prose"
)

// mostInset is how many levels of a list stand further in than the last. Columns
// are narrow.
const mostInset = 3

// list keeps a list if it is plain. Editors double the items of lists within
// lists, and forget where counting begins, so all others become paragraphs with
// their marks written out.
func (w *writer) list(n *prose.Node) {
	if !plain(n) {
		tight := w.tight
		w.tight = n.Tight
		w.items(n, 0)
		w.tight = tight
		w.end()
		return
	}
	tag := "ul"
	if n.Level >= 0 {
		tag = "ol"
	}
	w.tag("<", tag, ">\n")
	for i, item := range n.Nodes {
		l := &line{}
		for _, p := range item.Nodes {
			l.add(p.Nodes)
		}
		w.tag("<li>", l.html.String(), "</li>\n")
		w.say(mark(n, i), l.plain.String(), l.marks)
	}
	w.tag("</", tag, ">\n")
	w.end()
}

// plain reports whether each item of a list is one paragraph of text, and
// counting begins where everybody does.
func plain(n *prose.Node) bool {
	if n.Level >= 0 && n.Level != 1 {
		return false
	}
	for _, item := range n.Nodes {
		if item.Task != prose.NoTask || len(item.Nodes) > 1 {
			return false
		}
		for _, p := range item.Nodes {
			if p.Kind != prose.Paragraph || has(p, prose.Image) {
				return false
			}
		}
	}
	return true
}

// has reports whether there is a node of a kind below another.
func has(n *prose.Node, kind prose.Kind) bool {
	found := false
	prose.Walk(n, func(n *prose.Node) bool {
		found = found || n.Kind == kind
		return !found
	})
	return found
}

// items writes a list as paragraphs.
func (w *writer) items(n *prose.Node, depth int) {
	for i, item := range n.Nodes {
		w.item(strings.Repeat("　", min(depth, mostInset))+mark(n, i), item.Nodes, depth)
	}
}

// item writes blocks, a mark before the first if that is a paragraph, else above.
// A bullet by itself would be nothing.
func (w *writer) item(mark string, blocks []*prose.Node, depth int) {
	first := &line{}
	if len(blocks) > 0 && blocks[0].Kind == prose.Paragraph {
		first.add(blocks[0].Nodes)
		blocks = blocks[1:]
	}
	if !first.shows() && strings.HasSuffix(mark, bullet+" ") {
		mark = ""
	}
	w.set("p", mark, first)
	for _, b := range blocks {
		if b.Kind == prose.List {
			w.items(b, depth+1)
		} else {
			w.block(b)
		}
	}
}

const bullet = "•"

// mark is what stands before the i-th item of a list.
func mark(n *prose.Node, i int) string {
	return n.Marker(i, bullet) + " "
}

func noteMark(n *prose.Node) string { return "[" + strconv.Itoa(n.Level) + "] " }
