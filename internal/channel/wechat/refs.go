package wechat

import (
	"strconv"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/prose"
)

// References are the addresses and footnotes of an article, in one list, as
// they come up. The editor takes neither links to other sites nor links within
// an article, so a reference is a number and no more.
type references struct {
	list   []reference
	byNote map[*prose.Node]int // places in list, from 1
	byURL  map[string]int
}

// A reference is an address or a footnote.
type reference struct {
	address string
	note    *prose.Node
	by      *writer // of the note
}

func newReferences() *references {
	return &references{byNote: map[*prose.Node]int{}, byURL: map[string]int{}}
}

// address is the number of an address.
func (r *references) address(address string) int {
	n, ok := r.byURL[address]
	if !ok {
		r.list = append(r.list, reference{address: address})
		n = len(r.list)
		r.byURL[address] = n
	}
	return n
}

// note adds the mark of a footnote.
func (w *writer) note(out []*inline.Element, level int) []*inline.Element {
	note := w.notes[level]
	if note == nil {
		return out
	}
	r := w.refs
	n, ok := r.byNote[note]
	if !ok {
		r.list = append(r.list, reference{note: note, by: w})
		n = len(r.list)
		r.byNote[note] = n
	}
	return append(out, w.mark(n))
}

// mark is the number of a reference.
func (w *writer) mark(n int) *inline.Element {
	number := text("[" + strconv.Itoa(n) + "]")
	if w.lean >= spare {
		return number
	}
	return el("span", "ref", number)
}

// references writes the list, if there is one. It grows while it is written:
// notes have links and notes of their own.
func (w *writer) references() []*inline.Element {
	r := w.refs
	if len(r.list) == 0 {
		return nil
	}
	box := el("section", "notes", el("p", "notes-title", text(w.words.references)))
	for i := 0; i < len(r.list); i++ {
		line, ref := el("p", "note", text("["+strconv.Itoa(i+1)+"] ")), r.list[i]
		box.Nodes = append(box.Nodes, line)
		if ref.note == nil {
			line.Nodes = append(line.Nodes, text(bare(ref.address)))
			continue
		}
		blocks := ref.note.Nodes
		if len(blocks) > 0 && blocks[0].Kind == prose.Paragraph {
			line.Nodes = append(line.Nodes, ref.by.phrases(blocks[0].Nodes)...)
			blocks = blocks[1:]
		}
		box.Nodes = append(box.Nodes, ref.by.blocks(blocks)...)
	}
	return []*inline.Element{box}
}
