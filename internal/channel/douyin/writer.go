package douyin

import (
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// A writer makes blocks of a text.
type writer struct {
	job     *channel.Job
	piece   *channel.Piece
	fonts   typeset.Fonts
	size    int  // of the text, pixels an em
	flowing bool // no heading begins a card
	top     int  // level of the highest headings
	blocks  []*block
	left    int
	frame   *frame
	marker  string // for the next block
	tight   bool   // items of a list stand close
	remarks []channel.Remark
	lacks   string // characters that no font has
	err     error
}

// add appends a part.
func (w *writer) add(p part, n *prose.Node, gap int) *block {
	b := &block{part: p, node: n, left: w.left, gap: gap, frame: w.frame, marker: w.marker}
	if w.marker != "" {
		w.marker = ""
	}
	w.blocks = append(w.blocks, b)
	return b
}

// width is that of the column where it is now.
func (w *writer) width() int {
	if w.frame != nil && !w.frame.quote {
		return wide - w.left - pad
	}
	return wide - w.left
}

func (w *writer) look() look { return look{size: w.size} }

// pitch is the distance of rows: 1.7 times the size, for titles less.
func pitch(size int) int { return size * 17 / 10 }

func titlePitch(size int) int { return size * 14 / 10 }

// paragraph sets nodes that stand in a line.
func (w *writer) paragraph(n *prose.Node, nodes []*prose.Node) {
	p := w.phrase(nodes, w.look())
	gap := w.size * 6 / 10
	if w.tight {
		gap = w.size * 3 / 10
	}
	for _, line := range p.lines {
		if w.words(n, line, typeset.Justified, pitch(w.size), gap) != nil {
			gap = 0
		}
	}
	for _, img := range p.images {
		w.image(img)
	}
}

// words sets a line of a phrase; it gives nil for one without text.
func (w *writer) words(n *prose.Node, runs []typeset.Run, shape typeset.Shape, pitch, gap int) *block {
	p := typeset.NewParagraph(w.piece.Lang, runs...)
	if p.Len() == 0 {
		return nil
	}
	if shape == typeset.Justified && w.piece.Lang != "zh-CN" {
		shape = typeset.Ragged // words are too few in a row to fill it
	}
	for _, r := range p.Lacks() {
		if !strings.ContainsRune(w.lacks, r) {
			w.lacks += string(r)
		}
	}
	return w.add(newWords(p, runs[0].Size, w.width(), pitch, shape), n, gap)
}

func (w *writer) list(nodes []*prose.Node) {
	for len(nodes) > 0 {
		n := 0
		for n < len(nodes) && nodes[n].Kind.Inline() {
			n++
		}
		if n > 0 {
			w.paragraph(nodes[0], nodes[:n])
			nodes = nodes[n:]
			continue
		}
		w.block(nodes[0])
		nodes = nodes[1:]
	}
}

func (w *writer) block(n *prose.Node) {
	switch n.Kind {
	case prose.Paragraph:
		w.paragraph(n, n.Nodes)
	case prose.Heading:
		w.heading(n)
	case prose.Quote:
		w.framed(&frame{quote: true}, n.Nodes)
	case prose.Callout:
		w.framed(&frame{}, n.Nodes)
	case prose.Title, prose.Term, prose.Caption:
		w.titled(n)
	case prose.Answer:
		from := len(w.blocks)
		if n.Title != "" {
			w.titled(&prose.Node{Kind: prose.Title, Line: n.Line, Nodes: []*prose.Node{{Kind: prose.Text, Text: n.Title}}})
		}
		w.list(n.Nodes)
		if from < len(w.blocks) {
			w.blocks[from].answer = true
		}
	case prose.List:
		w.items(n)
	case prose.Description:
		from := len(w.blocks)
		w.inset(w.size, n.Nodes)
		if from < len(w.blocks) {
			w.blocks[from].joined = true
		}
	case prose.CodeBlock:
		w.code(n)
	case prose.Table:
		w.table(n)
	case prose.Figure:
		w.figure(n)
	case prose.Rule:
		w.add(space{}, n, w.size/2)
	case prose.Formula:
		w.formula(n)
	case prose.Notes:
		w.notes(n)
	default: // Group, Passage, Definitions
		w.list(n.Nodes)
	}
}

// heading begins a card if it is of the highest level.
func (w *writer) heading(n *prose.Node) {
	size, begin := w.size*13/10, n.Level <= w.top
	if !begin {
		size = w.size * 11 / 10
	}
	p := w.phrase(n.Nodes, look{size: size, bold: true, ink: title})
	for _, line := range p.lines {
		if b := w.words(n, line, typeset.Even, titlePitch(size), w.size*12/10); b != nil {
			b.begin, b.keep = begin && !w.flowing, true
			begin = false
		}
	}
	for _, img := range p.images {
		w.image(img)
	}
}

// titled sets the title of what follows.
func (w *writer) titled(n *prose.Node) {
	p := w.phrase(n.Nodes, look{size: w.size, bold: true, ink: title})
	for _, line := range p.lines {
		if b := w.words(n, line, typeset.Ragged, titlePitch(w.size), w.size*8/10); b != nil {
			b.keep = true
		}
	}
	for _, img := range p.images {
		w.image(img)
	}
}

// framed sets blocks apart; what is within a frame already is only set in.
func (w *writer) framed(f *frame, nodes []*prose.Node) {
	if w.frame != nil {
		w.inset(w.size, nodes)
		return
	}
	w.frame = f
	w.inset(pad, nodes)
	w.frame = nil
}

// inset sets blocks farther to the right, as far as that leaves room for them.
func (w *writer) inset(by int, nodes []*prose.Node) {
	by = max(0, min(by, wide/2-w.left))
	w.left += by
	w.list(nodes)
	w.left -= by
}

// items sets a list.
func (w *writer) items(n *prose.Node) {
	was := w.tight
	for i, item := range n.Nodes {
		from := len(w.blocks)
		by := w.size * 9 / 10
		if n.Level >= 0 {
			by = w.numberRoom(n.Level+len(n.Nodes)-1, w.size)
		}
		w.marker = n.Marker(i, bullet)
		w.inset(by, item.Nodes)
		w.marker, w.tight = "", n.Tight // the first has the distance of a paragraph
		if i > 0 && from < len(w.blocks) {
			w.blocks[from].joined = true
		}
	}
	w.tight = was
}

// numberRoom is how far a list is set in whose last number is n.
func (w *writer) numberRoom(n, size int) int {
	return w.fonts.Text.Width(w.piece.Lang, strconv.Itoa(n)+".")*size/typeset.Em + size*4/10
}

// notes stand behind their numbers.
func (w *writer) notes(n *prose.Node) {
	was := w.size
	w.size = w.size * 8 / 10
	for _, note := range n.Nodes {
		w.marker = strconv.Itoa(note.Level) + "."
		w.inset(w.numberRoom(len(n.Nodes), w.size), note.Nodes)
		w.marker = ""
	}
	w.size = was
}

// code sets each line of code on its own, set in as it is. There is no font of
// letters of one width.
func (w *writer) code(n *prose.Node) {
	was, own := w.left, w.frame == nil
	if own {
		w.frame, w.left = &frame{}, w.left+pad
	}
	size := w.size * 7 / 10
	gap := w.size / 2
	for _, line := range strings.Split(n.Text, "\n") {
		text := strings.TrimLeft(strings.ReplaceAll(line, "\t", "    "), " ")
		from := w.left
		w.left += min((len(line)-len(text))*size/2, wide/3)
		run := w.run(text, look{size: size})
		if w.words(n, []typeset.Run{run}, typeset.Ragged, size*3/2, gap) != nil {
			gap = 0
		}
		w.left = from
	}
	w.left = was
	if own {
		w.frame = nil
	}
}

// formula sets one of its own in the middle, drawn if that can be: twice as large
// as it is told, for screens whose pixels are fine.
func (w *writer) formula(n *prose.Node) {
	if data, _, _, err := formula.PNG(n.Text, w.size/2, w.fonts, true); err == nil {
		if m, err := decode(data); err == nil && m.Bounds().Dx() <= w.width() {
			w.add(newPicture(inked(m), w.width(), w.frame.ground(), formula.Text(n.Text)), n, w.size/2)
			return
		}
	}
	w.words(n, []typeset.Run{w.run(formula.Text(n.Text), w.look())}, typeset.Even, pitch(w.size), w.size/2)
}
