package wechat

import (
	"strconv"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/inline"
	"kepu/internal/prose"
)

// A writer turns the text of one article into elements. They have the classes
// of the themes; what the editor drops never comes up.
type writer struct {
	piece   *channel.Piece
	words   *words
	notes   map[int]*prose.Node // of the document, by their numbers there
	refs    *references
	gallery *gallery
	lean    lean
	depth   int // of the lists around

	drawings *[]string // marks and what they stand for, in turn
}

func newWriter(g *gallery, lang string, l lean) *writer {
	return &writer{words: wordsOf(lang), refs: newReferences(), gallery: g, lean: l, drawings: new([]string)}
}

// reader is a writer for another document of the same article.
func (w *writer) reader(j *channel.Job) *writer {
	r := *w
	r.piece, r.notes = j.Piece, map[int]*prose.Node{}
	for _, n := range j.Body.Nodes {
		if n.Kind == prose.Notes {
			for _, note := range n.Nodes {
				r.notes[note.Level] = note
			}
		}
	}
	return &r
}

func el(tag, class string, nodes ...*inline.Element) *inline.Element {
	return &inline.Element{Tag: tag, Class: class, Nodes: nodes}
}

func text(s string) *inline.Element { return &inline.Element{Text: s} }

// blocks turns blocks into elements.
func (w *writer) blocks(nodes []*prose.Node) []*inline.Element {
	var out []*inline.Element
	for _, n := range nodes {
		out = w.block(out, n)
	}
	return out
}

func (w *writer) block(out []*inline.Element, n *prose.Node) []*inline.Element {
	switch n.Kind {
	case prose.Paragraph:
		return append(out, el("p", "p", w.phrases(n.Nodes)...))
	case prose.Heading:
		return append(out, w.heading(n))
	case prose.Quote:
		return append(out, el("blockquote", "quote", w.apart(n.Nodes)...))
	case prose.List:
		return w.list(out, n)
	case prose.CodeBlock:
		return append(out, w.code(n))
	case prose.Table:
		return w.table(out, n)
	case prose.Figure:
		return append(out, w.figure(n))
	case prose.Rule:
		return append(out, el("hr", "hr"))
	case prose.Callout:
		return append(out, el("section", "callout callout-"+n.Name, w.apart(n.Nodes)...))
	case prose.Title:
		return append(out, el("p", "callout-title", w.phrases(n.Nodes)...))
	case prose.Answer:
		return append(out, w.answer(n))
	case prose.Formula:
		return append(out, el("p", "formula", w.formula(n.Text, true)...))
	case prose.Term:
		return append(out, el("p", "term", w.phrases(n.Nodes)...))
	case prose.Description:
		return append(out, el("section", "description", w.apart(n.Nodes)...))
	case prose.Notes: // with the references
		return out
	}
	if n.Kind.Inline() {
		return append(out, el("p", "p", w.phrases([]*prose.Node{n})...))
	}
	return append(out, w.blocks(n.Nodes)...)
}

// apart is blocks in a box of their own: lists in it begin at its edge.
func (w *writer) apart(nodes []*prose.Node) []*inline.Element {
	depth := w.depth
	w.depth = 0
	out := w.blocks(nodes)
	w.depth = depth
	return out
}

// heading never writes an h1: that is the title, which WeChat shows above.
func (w *writer) heading(n *prose.Node) *inline.Element {
	level := min(max(n.Level, 2), 4)
	tag := "h" + strconv.Itoa(level)
	return el(tag, tag, w.phrases(n.Nodes)...)
}

// answer stands open under its label, since nothing folds in WeChat.
func (w *writer) answer(n *prose.Node) *inline.Element {
	box := el("section", "answer", el("p", "callout-title", text(n.Title)))
	box.Nodes = append(box.Nodes, w.apart(n.Nodes)...)
	return box
}
