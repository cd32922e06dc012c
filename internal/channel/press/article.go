package press

import (
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

// A unit is a paragraph, an item of a list or a heading of the article.
type unit struct {
	text    string
	words   int    // 字
	said    string // the same for those who only hear it
	seconds float64
	line    int
	level   int // the 字 of copy from which on it belongs there; 0 where nothing says so
	heading bool
	figures []*figure // that follow it
}

// A figure is a picture with its caption.
type figure struct {
	image   *prose.Node
	caption string // 图 1　雪花的六种形状
}

// An article is what can be printed or said of a piece. Code, tables, notes and
// questions to the reader are for the page alone.
type article struct {
	facts   []unit // when and where, or who it was; they begin every copy, as far as they fit
	units   []unit
	figures []*figure
	marked  bool  // it has passages for the press
	tables  []int // the lines of tables and code, which are left out, as far as they are known
}

func read(j *channel.Job) *article {
	a := &article{}
	for _, f := range j.Piece.Facts {
		a.facts = append(a.facts, measured(unit{text: f.Label + "：" + f.Value}))
	}
	a.blocks(j.Body.Nodes, 0, "")
	return a
}

// all are the facts and the units.
func (a *article) all() []unit { return append(slices.Clip(a.facts), a.units...) }

// blocks reads blocks that stand in a passage of a level. mark stands before the
// first.
func (a *article) blocks(list []*prose.Node, level int, mark string) {
	for _, n := range list {
		a.block(n, level, mark)
		mark = ""
	}
}

func (a *article) block(n *prose.Node, level int, mark string) {
	switch n.Kind {
	case prose.Paragraph:
		a.add(n, unit{text: mark + plain(n), line: n.Line, level: level})
	case prose.Formula:
		a.add(n, unit{text: mark + formula.Text(n.Text), line: n.Line, level: level})
	case prose.Heading, prose.Title:
		a.add(n, unit{text: plain(n), line: n.Line, level: level, heading: true})
	case prose.Passage:
		a.marked = true
		a.blocks(n.Nodes, n.Level, "")
	case prose.List:
		for i, item := range n.Nodes {
			mark := ""
			if n.Level >= 0 {
				mark = strconv.Itoa(n.Level+i) + ". "
			}
			a.blocks(item.Nodes, level, mark)
		}
	case prose.Definitions:
		a.definitions(n.Nodes, level)
	case prose.Figure:
		a.figure(n)
	case prose.CodeBlock, prose.Table:
		if n.Line > 0 {
			a.tables = append(a.tables, n.Line)
		}
	case prose.Callout:
		if n.Name != "quiz" {
			a.blocks(n.Nodes, level, "")
		}
	case prose.Rule, prose.Notes, prose.Caption:
	default:
		a.blocks(n.Nodes, level, mark)
	}
}

// definitions reads terms, each before what is said of it.
func (a *article) definitions(list []*prose.Node, level int) {
	mark := ""
	for _, n := range list {
		if n.Kind == prose.Term {
			mark = nonEmpty("、", strings.TrimSuffix(mark, "："), plain(n)) + "："
			continue
		}
		a.blocks(n.Nodes, level, mark)
		mark = ""
	}
}

// add adds a unit, if it says anything, and the pictures in it.
func (a *article) add(n *prose.Node, u unit) {
	if strings.TrimSpace(u.text) != "" {
		a.units = append(a.units, measured(u))
	}
	prose.Walk(n, func(n *prose.Node) bool {
		if n.Kind == prose.Image {
			a.show(n, n.Text)
		}
		return true
	})
}

func measured(u unit) unit {
	u.words, u.said = channel.Words(u.text), spoken(u.text)
	u.seconds = channel.Seconds(u.said)
	return u
}

func (a *article) figure(n *prose.Node) {
	for i, c := range n.Nodes {
		if c.Kind != prose.Image {
			continue
		}
		caption := c.Text
		if i+1 < len(n.Nodes) && n.Nodes[i+1].Kind == prose.Caption {
			caption = plain(n.Nodes[i+1])
		}
		a.show(c, caption)
	}
}

// show adds a picture, behind the unit before it.
func (a *article) show(n *prose.Node, caption string) {
	f := &figure{n, "图 " + strconv.Itoa(len(a.figures)+1) + "　" + caption}
	a.figures = append(a.figures, f)
	if last := len(a.units) - 1; last >= 0 {
		a.units[last].figures = append(a.units[last].figures, f)
	}
}

// plain is what is said of a node: formulas in words, no readings, no numbers of
// notes.
func plain(n *prose.Node) string {
	var b strings.Builder
	prose.Walk(n, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Text, prose.Code:
			b.WriteString(n.Text)
		case prose.Math:
			b.WriteString(formula.Text(n.Text))
		case prose.Break:
			b.WriteByte(' ')
		case prose.Span:
			if n.Name == "q" {
				b.WriteString("“" + plain(&prose.Node{Nodes: n.Nodes}) + "”")
			}
			return n.Name != "rp" && n.Name != "rt" && n.Name != "q"
		}
		return true
	})
	return strings.TrimSpace(b.String())
}
