// Package prose is a document as plain data: what a text says, free of the
// grammar of Markdown and of the elements of HTML. It is for those who write
// something other than a web page: messages, cards, scripts, other people's
// editors.
//
// Package markdown makes the tree. Nothing in it is resolved: addresses are as
// they are written. The package never reads files and never writes markup.
package prose

import (
	"strconv"
	"strings"
)

// A Kind tells what a node is.
type Kind uint8

// The kinds. Blocks hold blocks or inline nodes, as told beside them.
const (
	Document    Kind = iota // blocks
	Paragraph               // inline
	Heading                 // inline; Level 1 to 6
	Quote                   // blocks
	List                    // Items; Level is the first number, -1 for bullets; Tight
	Item                    // blocks; Task
	CodeBlock               // Text without the last line end; Name is the language; Tokens
	Table                   // Rows; a Caption may come first
	Row                     // Cells; Head
	Cell                    // inline, or blocks in HTML; Head, Align, Columns, Rows
	Caption                 // inline; of a Table or a Figure
	Figure                  // an Image, then a Caption if there is one
	Rule                    // nothing
	Callout                 // a Title if there is one, then blocks, last the Answer of a quiz; Name is note, tip, important, warning, quiz or details
	Title                   // inline
	Answer                  // blocks; Title is the words that show until a reader asks for it
	Passage                 // blocks marked for the press; Level is the length in 字 from which they belong into a copy
	Formula                 // Text is TeX without the dollar signs; a block of its own
	Definitions             // Terms and Descriptions
	Term                    // inline
	Description             // blocks
	Notes                   // Notes at the end of the document
	Note                    // blocks; Level is its number
	Group                   // blocks that a contributor put into an element of HTML without a meaning here

	Text     // Text
	Strong   // inline, as those that follow
	Emphasis //
	Deleted  //
	Link     // Dest, Title
	Span     // Name is the element: sub, sup, mark, kbd, u, ins, small, abbr, ruby, rt, rp, q, cite, dfn, var, samp, time, bdi, bdo, span; Title, Lang
	Code     // Text
	Math     // Text is TeX without the dollar signs, within a line
	Image    // Dest, Title; Text is the description
	Break    // nothing
	NoteRef  // Level is the number of the note
)

// Inline reports whether nodes of the kind stand within a line.
func (k Kind) Inline() bool { return k >= Text }

// An Align is where the text of a cell stands.
type Align uint8

// The alignments of a Cell.
const (
	Start Align = iota
	Left
	Center
	Right
)

// A Task is the box before an Item.
type Task uint8

// The boxes of an Item.
const (
	NoTask Task = iota
	Open
	Done
)

// A Node is a part of a document. Fields that its Kind does not name are zero.
// What it holds are either blocks or inline nodes, never both but in a Figure.
type Node struct {
	Kind    Kind
	Level   int
	Text    string
	Name    string
	Dest    string // as written, Markdown's escapes undone: the key of channel.Piece's links and pictures
	Title   string
	Lang    string
	Head    bool
	Tight   bool
	Task    Task
	Align   Align
	Columns int // that a Cell spans, 0 and 1 are one
	Rows    int
	Tokens  []Token // the Text of a CodeBlock, cut where its colour changes; none where it has no colours
	Line    int     // in the file, from 1; 0 where that is not known
	Nodes   []*Node
}

// A Token is a run of code of one colour. Class is "" for plain text, else one
// of k kt nf nc nb nt na s m c cp gd gi gh: keyword, type, function, class,
// builtin, tag, attribute, string, number, comment, preprocessor, deleted,
// inserted, heading.
type Token struct {
	Class string
	Text  string
}

// InLine reports whether what n holds stands within a line, as in most cells of
// tables. It is true of a node that holds nothing.
func (n *Node) InLine() bool { return len(n.Nodes) == 0 || n.Nodes[0].Kind.Inline() }

// Marker is what stands before an item of the list n, counted from 0, in plain
// text: a box, a number with a full stop, or the bullet.
func (n *Node) Marker(item int, bullet string) string {
	switch task := n.Nodes[item].Task; {
	case task == Open:
		return "☐"
	case task == Done:
		return "☑"
	case n.Level >= 0:
		return strconv.Itoa(n.Level+item) + "."
	}
	return bullet
}

// Walk calls f for n and everything below it, in order. Where f gives false,
// what is below is left out.
func Walk(n *Node, f func(*Node) bool) {
	if !f(n) {
		return
	}
	for _, c := range n.Nodes {
		Walk(c, f)
	}
}

// Plain is the text of a node that stands within a line, or holds such nodes: no
// markup, no descriptions of images, no numbers of notes; breaks are spaces.
func Plain(n *Node) string {
	var b strings.Builder
	Walk(n, func(n *Node) bool {
		switch n.Kind {
		case Text, Code, CodeBlock, Math, Formula:
			b.WriteString(n.Text)
		case Break:
			b.WriteByte(' ')
		case Span:
			return n.Name != "rp"
		}
		return true
	})
	return b.String()
}
