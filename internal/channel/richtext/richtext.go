// Package richtext writes a text as the simple HTML that other media's editors
// take from the clipboard, and as plain text. Links are taken out and their
// texts stay, for these media remove links or punish them; pictures stand for
// drawings and formulas.
//
// It writes p, h2, h3, blockquote, ul, ol, li, img, hr, table, tr, th, td, br and
// strong, em, s, u, sub, sup, without classes or styles, and knows no medium.
package richtext

import (
	"html"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/prose"
)

// A Text is a piece written down.
type Text struct {
	HTML   string
	Plain  string // the same as text, blocks with a blank line between
	Words  int    // 字 of what the piece says: see channel.Words
	Quoted int    // those of them that stand in quotations
}

// Write writes the body of a job. Pictures are added to the album. A table of
// more than so many columns becomes a line for each row.
func Write(j *channel.Job, a *album.Album, columns int) Text {
	w := &writer{words: wordsOf(j.Piece.Lang), album: a, columns: columns, top: highest(j.Body)}
	w.flow(j.Body.Nodes)
	w.text.HTML, w.text.Plain = w.html.String(), strings.TrimSpace(w.plain.String())
	return w.text
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
	words   *words
	album   *album.Album
	columns int
	top     int // the level of headings that become h2
	text    Text
	html    strings.Builder
	plain   strings.Builder
	boxes   int // around what is being written
	quotes  int // those of them that are quotations
	tight   bool
}

// tag writes markup.
func (w *writer) tag(markup ...string) {
	for _, s := range markup {
		w.html.WriteString(s)
	}
}

// say writes a line of plain text behind a mark. Of its 字 so many are marks too,
// which nobody wrote.
func (w *writer) say(mark, text string, marks int) {
	n := channel.Words(text) - marks
	w.text.Words += n
	if w.quotes > 0 {
		w.text.Quoted += n
	}
	w.plain.WriteString(mark)
	w.plain.WriteString(text)
	w.plain.WriteByte('\n')
}

// end ends a block of plain text, but for items of a list that is set tight.
func (w *writer) end() {
	if !w.tight && !strings.HasSuffix(w.plain.String(), "\n\n") {
		w.plain.WriteByte('\n')
	}
}

// flow writes blocks. Nodes between them that stand in a line are paragraphs.
func (w *writer) flow(list []*prose.Node) {
	for len(list) > 0 {
		n := 0
		for n < len(list) && list[n].Kind.Inline() {
			n++
		}
		if n == 0 {
			w.block(list[0])
			list = list[1:]
			continue
		}
		w.put("p", list[:n])
		list = list[n:]
	}
}

// put writes nodes that stand in a line as an element.
func (w *writer) put(tag string, nodes []*prose.Node) { w.set(tag, "", lineOf(nodes)) }

// set writes a line as an element, behind a mark. Pictures in it come after it: a
// phone shows nothing beside one.
func (w *writer) set(tag, mark string, l *line) {
	if l.shows() || mark != "" {
		w.tag("<", tag, ">", mark, strings.TrimSpace(l.html.String()), "</", tag, ">\n")
		w.say(mark, strings.TrimSpace(l.plain.String()), l.marks)
		w.end()
	}
	w.images(l.images)
}

func (w *writer) block(n *prose.Node) {
	switch n.Kind {
	case prose.Paragraph, prose.Caption:
		w.put("p", n.Nodes)
	case prose.Heading:
		tag := "h2"
		if n.Level > w.top {
			tag = "h3"
		}
		w.put(tag, n.Nodes)
	case prose.Title, prose.Term:
		w.put("p", strong(n.Nodes...))
	case prose.Quote:
		w.quotes++
		w.box(n.Nodes)
		w.quotes--
	case prose.Callout:
		w.box(n.Nodes)
	case prose.Answer:
		w.put("p", strong(&prose.Node{Kind: prose.Text, Text: n.Title}))
		w.flow(n.Nodes)
	case prose.List:
		w.list(n)
	case prose.CodeBlock:
		w.code(n)
	case prose.Table:
		w.table(n)
	case prose.Formula:
		w.formula(n)
	case prose.Rule:
		w.tag("<hr>\n")
	case prose.Notes:
		w.tag("<hr>\n")
		w.flow(n.Nodes)
	case prose.Note:
		w.item(noteMark(n), n.Nodes, 0)
	default: // groups, passages, definitions, figures: their parts say all
		w.flow(n.Nodes)
	}
}

// strong makes nodes strong.
func strong(nodes ...*prose.Node) []*prose.Node {
	return []*prose.Node{{Kind: prose.Strong, Nodes: nodes}}
}

// box sets blocks apart. A box within a box is not one: editors take them apart
// at the wrong places.
func (w *writer) box(list []*prose.Node) {
	if len(list) == 0 {
		return
	}
	if w.boxes++; w.boxes == 1 {
		w.tag("<blockquote>\n")
		defer w.tag("</blockquote>\n")
	}
	w.flow(list)
	w.boxes--
}

// code writes code as lines with their blanks, which editors would close up.
func (w *writer) code(n *prose.Node) {
	text := strings.ReplaceAll(n.Text, "\t", "    ")
	w.say("", text, 0)
	w.end()
	shown := strings.NewReplacer("\n", "<br>", "  ", "\u00a0\u00a0").Replace(html.EscapeString(text))
	if w.boxes == 0 {
		w.tag("<blockquote>\n<p>", shown, "</p>\n</blockquote>\n")
	} else {
		w.tag("<p>", shown, "</p>\n")
	}
}
