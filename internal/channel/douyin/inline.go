package douyin

import (
	"strconv"

	"kepu/internal/formula"
	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// A phrase is text in lines: the runs of each, and the pictures in it, which come
// after it: a phone shows one beside nothing.
type phrase struct {
	lines  [][]typeset.Run
	images []*prose.Node
}

// A look is how a run is written.
type look struct {
	bold bool
	size int
	rise int
	ink  int
}

// phrase reads nodes that stand in a line.
func (w *writer) phrase(nodes []*prose.Node, l look) phrase {
	p := phrase{lines: make([][]typeset.Run, 1)}
	w.inline(&p, nodes, l)
	return p
}

func (p *phrase) add(r typeset.Run) {
	last := &p.lines[len(p.lines)-1]
	*last = append(*last, r)
}

func (w *writer) run(text string, l look) typeset.Run {
	f := w.fonts.Text
	if l.bold {
		f = w.fonts.Title
	}
	return typeset.Run{Text: text, Font: f, Size: l.size, Rise: l.rise, Ink: l.ink}
}

func (w *writer) inline(p *phrase, nodes []*prose.Node, l look) {
	for _, n := range nodes {
		under := l
		switch n.Kind {
		case prose.Text, prose.Code:
			p.add(w.run(n.Text, l))
		case prose.Math:
			p.add(w.run(formula.Text(n.Text), l))
		case prose.Break:
			p.lines = append(p.lines, nil)
		case prose.NoteRef:
			mark := w.run("["+strconv.Itoa(n.Level)+"]", raised(l))
			mark.Ink, mark.Mark = title, true
			p.add(mark)
		case prose.Image:
			p.images = append(p.images, n)
		case prose.Strong:
			under.bold = true
		case prose.Emphasis:
			under.ink = dotted
		case prose.Deleted:
			under.ink = struck
		case prose.Span:
			switch n.Name {
			case "sup", "rt":
				under = raised(l)
			case "sub":
				under = raised(l)
				under.rise = l.rise - l.size/8
			case "rp":
				continue
			case "small":
				under.size = l.size * 4 / 5
			}
		}
		w.inline(p, n.Nodes, under)
	}
}

// raised is smaller and higher.
func raised(l look) look {
	l.size, l.rise = l.size*6/10, l.rise+l.size*3/10
	return l
}
