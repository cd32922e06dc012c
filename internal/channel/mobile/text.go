package mobile

import (
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

// A block is a paragraph of a message, or a picture.
type block struct {
	text string   // without the last line end; "" for a picture
	tied bool     // stands over what follows
	gap  bool     // has a free line over it
	page bool     // begins a page
	shot *picture // nil for a paragraph
}

// textOf is the text of blocks, one under the other, as UTF-8 whatever they hold.
func textOf(blocks []block) string {
	var b strings.Builder
	for _, x := range blocks {
		switch {
		case x.text == "":
			continue
		case b.Len() > 0 && (x.gap || x.page):
			b.WriteString("\n\n")
		case b.Len() > 0:
			b.WriteByte('\n')
		}
		b.WriteString(x.text)
	}
	return strings.ToValidUTF8(b.String(), "\ufffd")
}

// Marks before lines.
const (
	headMark = "■ "
	boxMark  = "◆ " // of a title within the text
	bullet   = "·"
	inset    = "　" // of quotes and of lists in lists
)

// A reader makes blocks of the text of a piece.
type reader struct {
	*composer
	piece  *channel.Piece
	blocks []block
	indent string // before each line
	mark   string // before the next line
	depth  int    // of lists
	bare   bool   // without pictures
}

// read gives the blocks of a text, with its pictures.
func (c *composer) read(p *channel.Piece, body *prose.Node) []block {
	if body == nil {
		return nil
	}
	r := &reader{composer: c, piece: p}
	r.all(body.Nodes)
	return r.blocks
}

// bare gives the blocks of a text without its pictures and their captions.
func (c *composer) bare(p *channel.Piece, body *prose.Node) []block {
	if body == nil {
		return nil
	}
	r := &reader{composer: c, piece: p, bare: true}
	r.all(body.Nodes)
	return r.blocks
}

// add adds a paragraph.
func (r *reader) add(b block) {
	if strings.TrimSpace(b.text) == "" {
		return
	}
	b.text = r.indent + r.mark + b.text
	r.mark = ""
	r.blocks = append(r.blocks, b)
}

func (r *reader) all(nodes []*prose.Node) {
	for i := 0; i < len(nodes); i++ {
		if !nodes[i].Kind.Inline() {
			r.block(nodes[i])
			continue
		}
		from := i // cells and HTML hold lines without a paragraph
		for i+1 < len(nodes) && nodes[i+1].Kind.Inline() {
			i++
		}
		r.inline(nodes[from:i+1], block{})
	}
}

func (r *reader) block(n *prose.Node) {
	switch n.Kind {
	case prose.Figure:
		if !r.bare {
			r.all(n.Nodes)
		}
	case prose.Paragraph, prose.Term:
		r.inline(n.Nodes, block{})
	case prose.Heading:
		r.inline(n.Nodes, block{text: headMark, tied: true, gap: true})
	case prose.Title:
		r.inline(n.Nodes, block{text: boxMark, tied: true, gap: true})
	case prose.Caption:
		r.inline(n.Nodes, block{text: r.words.picture + r.words.colon})
	case prose.Answer:
		r.add(block{text: n.Title, tied: true})
		r.all(n.Nodes)
	case prose.Quote, prose.Description:
		r.within(n)
	case prose.List:
		r.list(n)
	case prose.CodeBlock:
		r.add(block{text: n.Text})
	case prose.Formula:
		r.add(block{text: strings.TrimSpace(formula.Text(n.Text))})
	case prose.Table:
		for _, row := range n.Nodes {
			r.row(row)
		}
	case prose.Rule:
	case prose.Notes:
		r.add(block{text: headMark + r.words.notes, tied: true, gap: true})
		r.all(n.Nodes)
	case prose.Note:
		r.mark += "[" + strconv.Itoa(n.Level) + "] "
		r.all(n.Nodes)
	default: // what holds blocks and has no look of its own here
		r.all(n.Nodes)
	}
}

func (r *reader) within(n *prose.Node) {
	was := r.indent
	r.indent += inset
	r.all(n.Nodes)
	r.indent = was
}

// list marks the first line of each item. A list in a list is set in.
func (r *reader) list(n *prose.Node) {
	was := r.indent
	if r.depth > 0 {
		r.indent += inset
	}
	r.depth++
	for i, item := range n.Nodes {
		r.mark += n.Marker(i, bullet) + " "
		r.all(item.Nodes)
		r.mark = ""
	}
	r.depth--
	r.indent = was
}

// row is a line of a table: there is no room for columns.
func (r *reader) row(n *prose.Node) {
	if n.Kind != prose.Row { // the caption
		r.inline(n.Nodes, block{tied: true})
		return
	}
	var cells []string
	var shots []block
	for _, cell := range n.Nodes {
		part := &reader{composer: r.composer, piece: r.piece, bare: r.bare}
		part.all(cell.Nodes)
		shots = append(shots, slices.DeleteFunc(slices.Clone(part.blocks), func(b block) bool { return b.shot == nil })...)
		if text := strings.ReplaceAll(textOf(part.blocks), "\n", " "); text != "" {
			cells = append(cells, text)
		}
	}
	r.add(block{text: strings.Join(cells, " ｜ ")})
	r.blocks = append(r.blocks, shots...)
}

// inline makes a block of a line, behind the mark that the block has already, and
// of the pictures in it blocks behind that.
func (r *reader) inline(nodes []*prose.Node, b block) {
	var l line
	l.add(nodes)
	if text := strings.TrimSpace(l.String()); text != "" {
		b.text += text
		r.add(b)
	}
	if r.bare {
		return
	}
	for _, n := range l.images {
		if shot := r.figure(r.piece, n); shot != nil {
			r.blocks = append(r.blocks, block{shot: shot})
		} else if n.Text != "" {
			r.add(block{text: "〔" + r.words.picture + r.words.colon + n.Text + "〕"})
		}
	}
}

// A line is the text of nodes that stand within a line.
type line struct {
	strings.Builder
	images []*prose.Node
}

func (l *line) add(nodes []*prose.Node) {
	for _, n := range nodes {
		switch n.Kind {
		case prose.Text, prose.Code:
			l.WriteString(n.Text)
		case prose.Math, prose.Formula:
			l.WriteString(formula.Text(n.Text))
		case prose.Break:
			l.WriteByte('\n')
		case prose.Image:
			l.images = append(l.images, n)
		case prose.NoteRef:
			l.WriteString("[" + strconv.Itoa(n.Level) + "]")
		case prose.Span:
			l.span(n)
		default: // links lead nowhere in a message: its last line says where the page is
			l.add(n.Nodes)
		}
	}
}

func (l *line) span(n *prose.Node) {
	switch n.Name {
	case "rp":
	case "rt":
		l.wrap("（", n.Nodes, "）")
	case "q":
		l.wrap("“", n.Nodes, "”")
	case "sup", "sub":
		inner := &line{}
		inner.add(n.Nodes)
		l.images = append(l.images, inner.images...)
		l.WriteString(raised(n.Name, inner.String()))
	default:
		l.add(n.Nodes)
	}
}

func (l *line) wrap(open string, nodes []*prose.Node, end string) {
	l.WriteString(open)
	l.add(nodes)
	l.WriteString(end)
}

// The characters that stand above or below the line.
const (
	digits  = "0123456789+-=()n"
	above   = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"
	beneath = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ"
)

// raised writes what is above or below the line with such characters, or else
// marks what is above: 10³ must not become 103. What is below may stay as it is.
func raised(name, text string) string {
	to := []rune(above)
	if name == "sub" {
		to = []rune(beneath)
	}
	small := strings.Map(func(r rune) rune {
		switch i := strings.IndexRune(digits, r); {
		case i >= 0:
			return to[i]
		case r == '−':
			return to[strings.IndexByte(digits, '-')]
		}
		return -1
	}, text)
	switch {
	case len([]rune(small)) == len([]rune(text)):
		return small
	case name == "sup":
		return "^" + text
	}
	return text
}
