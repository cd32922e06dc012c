// Package richtext writes a text as the simple HTML that other media's editors
// take from the clipboard, and as plain text. Links are taken out and their
// texts stay, for these media remove links or punish them; pictures stand for
// drawings and formulas.
//
// It knows no medium: what one takes is in the Style.
package richtext

import (
	"html"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

// A Style says what a medium takes.
type Style struct {
	Heading int  // the level that the highest headings get, 1 to 6
	Columns int  // wider tables become lists; 0: all of them do
	Code    bool // takes pre and code
}

// A Text is a piece written down.
type Text struct {
	HTML   string
	Plain  string // the same as text, blocks with a blank line between
	Quoted int    // 字 that are quoted: see channel.Words
	Words  int    // 字 of all of it
}

// Write writes the body of a job and what belongs to it. Pictures are added to
// the album.
func Write(j *channel.Job, a *album.Album, s Style) Text {
	w := &writer{Style: s, piece: j.Piece, album: a}
	w.shift = s.Heading - highest(j.Body)
	w.blocks(j.Body.Nodes)
	return Text{w.html.String(), strings.TrimSpace(w.plain.String()), w.quoted, channel.Words(w.plain.String())}
}

// highest is the level of the highest heading.
func highest(n *prose.Node) int {
	level := 6
	prose.Walk(n, func(n *prose.Node) bool {
		if n.Kind == prose.Heading {
			level = min(level, n.Level)
		}
		return !n.Kind.Inline()
	})
	return level
}

type writer struct {
	Style
	piece  *channel.Piece
	album  *album.Album
	shift  int
	html   strings.Builder
	plain  strings.Builder
	indent string // of plain text
	first  string // what stands in its place before the next block
	quoted int
}

// tag writes markup.
func (w *writer) tag(s ...string) {
	for _, x := range s {
		w.html.WriteString(x)
	}
}

// line ends a block of plain text.
func (w *writer) line(text string) {
	lead := w.indent
	if w.first != "" {
		lead, w.first = w.first, ""
	}
	text = strings.TrimRight(text, "\n")
	if strings.TrimSpace(text) == "" && strings.TrimSpace(lead) == "" {
		return
	}
	w.plain.WriteString(lead + strings.ReplaceAll(text, "\n", "\n"+w.indent) + "\n\n")
}

func (w *writer) blocks(list []*prose.Node) {
	for _, n := range list {
		w.block(n)
	}
}

// flow writes nodes that may be blocks, or stand in a line.
func (w *writer) flow(list []*prose.Node) {
	for len(list) > 0 {
		n := 0
		for n < len(list) && list[n].Kind.Inline() {
			n++
		}
		if n > 0 {
			w.paragraph("p", list[:n])
			list = list[n:]
			continue
		}
		w.block(list[0])
		list = list[1:]
	}
}

// paragraph writes nodes that stand in a line. Pictures in it come after it: a
// phone shows one beside nothing.
func (w *writer) paragraph(tag string, nodes []*prose.Node) {
	l := w.inline(nodes)
	if strings.TrimSpace(l.plain.String()) != "" {
		w.tag("<", tag, ">", l.html.String(), "</", tag, ">\n")
		w.line(l.plain.String())
	}
	for _, img := range l.images {
		w.image(img, nil)
	}
}

func (w *writer) block(n *prose.Node) {
	switch n.Kind {
	case prose.Paragraph, prose.Title, prose.Caption:
		w.paragraph("p", n.Nodes)
	case prose.Heading:
		w.paragraph("h"+strconv.Itoa(min(6, n.Level+w.shift)), n.Nodes)
	case prose.Quote:
		before := w.plain.Len()
		w.wrap("blockquote", n.Nodes)
		w.quoted += channel.Words(w.plain.String()[before:])
	case prose.List:
		w.list(n)
	case prose.CodeBlock:
		w.code(n)
	case prose.Table:
		w.table(n)
	case prose.Figure:
		w.figure(n)
	case prose.Rule:
		w.tag("<hr>\n")
	case prose.Callout:
		w.callout(n)
	case prose.Answer:
		if n.Title != "" {
			w.strong(n.Title)
		}
		w.flow(n.Nodes)
	case prose.Formula:
		w.formula(n)
	case prose.Term:
		l := w.inline(n.Nodes)
		w.tag("<p><strong>", l.html.String(), "</strong></p>\n")
		w.line(l.plain.String())
	case prose.Description:
		w.wrap("blockquote", n.Nodes)
	case prose.Notes:
		w.tag("<hr>\n")
		w.blocks(n.Nodes)
	case prose.Note:
		w.note(n)
	default: // groups, passages, definitions
		w.flow(n.Nodes)
	}
}

func (w *writer) strong(text string) {
	w.tag("<p><strong>", html.EscapeString(text), "</strong></p>\n")
	w.line(text)
}

func (w *writer) wrap(tag string, list []*prose.Node) {
	w.tag("<", tag, ">\n")
	w.flow(list)
	w.tag("</", tag, ">\n")
}

// list writes a list. One within another becomes lines of the outer one, marked
// by what stands before them: editors join nested lists or take them apart.
func (w *writer) list(n *prose.Node) {
	if nested(n) {
		w.lines(n, 0)
		return
	}
	tag, end := "ul", "ul"
	if n.Level >= 0 {
		tag, end = "ol", "ol"
		if n.Level != 1 {
			tag += ` start="` + strconv.Itoa(n.Level) + `"`
		}
	}
	w.tag("<", tag, ">\n")
	for i, item := range n.Nodes {
		l := w.inline(item.Nodes[:min(1, len(item.Nodes))])
		w.tag("<li>", box(item.Task), l.html.String(), "</li>\n")
		w.line(mark(n, i) + box(item.Task) + l.plain.String())
		for _, img := range l.images {
			w.image(img, nil)
		}
	}
	w.tag("</", end, ">\n")
}

// nested tells a list that holds more than a line in an item.
func nested(n *prose.Node) bool {
	for _, item := range n.Nodes {
		if len(item.Nodes) > 1 || len(item.Nodes) == 1 && item.Nodes[0].Kind != prose.Paragraph {
			return true
		}
		pictures := false
		prose.Walk(item, func(n *prose.Node) bool {
			pictures = pictures || n.Kind == prose.Image
			return true
		})
		if pictures {
			return true
		}
	}
	return false
}

// lines writes a list as paragraphs.
func (w *writer) lines(n *prose.Node, depth int) {
	for i, item := range n.Nodes {
		lead := strings.Repeat("　", depth) + mark(n, i) + box(item.Task)
		started := false
		for _, c := range item.Nodes {
			switch {
			case c.Kind == prose.List:
				if !started {
					w.tag("<p>", html.EscapeString(lead), "</p>\n")
					w.line(lead)
					started = true
				}
				w.lines(c, depth+1)
			case !started && c.Kind == prose.Paragraph:
				l := w.inline(c.Nodes)
				w.tag("<p>", html.EscapeString(lead), l.html.String(), "</p>\n")
				w.line(lead + l.plain.String())
				for _, img := range l.images {
					w.image(img, nil)
				}
				started = true
			default:
				if !started {
					w.tag("<p>", html.EscapeString(lead), "</p>\n")
					w.line(lead)
					started = true
				}
				w.block(c)
			}
		}
	}
}

// mark is what stands before the i-th item of a list.
func mark(n *prose.Node, i int) string {
	if n.Level < 0 {
		return "• "
	}
	return strconv.Itoa(n.Level+i) + ". "
}

func box(t prose.Task) string {
	switch t {
	case prose.Open:
		return "☐ "
	case prose.Done:
		return "☑ "
	}
	return ""
}

func (w *writer) code(n *prose.Node) {
	w.line(n.Text)
	if w.Code {
		w.tag("<pre><code>", html.EscapeString(n.Text), "</code></pre>\n")
		return
	}
	text := strings.ReplaceAll(html.EscapeString(n.Text), "  ", "\u00a0\u00a0")
	w.tag("<blockquote><p>", strings.ReplaceAll(text, "\n", "<br>"), "</p></blockquote>\n")
}

func (w *writer) callout(n *prose.Node) {
	w.tag("<blockquote>\n")
	for _, c := range n.Nodes {
		if c.Kind == prose.Title {
			l := w.inline(c.Nodes)
			w.tag("<p><strong>", l.html.String(), "</strong></p>\n")
			w.line(l.plain.String())
			continue
		}
		w.flow([]*prose.Node{c})
	}
	w.tag("</blockquote>\n")
}

func (w *writer) figure(n *prose.Node) {
	var img, caption *prose.Node
	var rest []*prose.Node
	for _, c := range n.Nodes {
		switch {
		case c.Kind == prose.Image && img == nil:
			img = c
		case c.Kind == prose.Caption && caption == nil:
			caption = c
		default:
			rest = append(rest, c)
		}
	}
	w.flow(rest)
	if img != nil {
		w.image(img, caption)
	} else if caption != nil {
		w.paragraph("p", caption.Nodes)
	}
}

// image writes a picture with its caption, which media show below it.
func (w *writer) image(n, caption *prose.Node) {
	name := w.album.Image(w.piece, n)
	if name != "" {
		w.tag(`<p><img src="`, name, `" alt="`, html.EscapeString(n.Text), "\"></p>\n")
	}
	if caption != nil {
		w.paragraph("p", caption.Nodes)
	}
}

// sharp is the size of the letters of a formula in pixels: twice that of text.
const sharp = 34

func (w *writer) formula(n *prose.Node) {
	if text, ok := formula.HTML(n.Text); ok {
		w.tag("<p>", text, "</p>\n")
		w.line(formula.Text(n.Text))
		return
	}
	w.line(formula.Text(n.Text))
	if name := w.album.Formula(n, sharp); name != "" {
		w.tag(`<p><img src="`, name, `" alt="`, html.EscapeString(formula.Text(n.Text)), "\"></p>\n")
		return
	}
	w.tag("<p>", html.EscapeString(formula.Text(n.Text)), "</p>\n")
}

func (w *writer) note(n *prose.Node) {
	lead := "[" + strconv.Itoa(n.Level) + "] "
	for i, c := range n.Nodes {
		if i > 0 || c.Kind != prose.Paragraph {
			w.block(c)
			continue
		}
		l := w.inline(c.Nodes)
		w.tag("<p>", lead, l.html.String(), "</p>\n")
		w.line(lead + l.plain.String())
	}
}
