package press

import (
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

// A unit is a paragraph, an item of a list or a heading of the article.
type unit struct {
	text    string
	line    int
	level   int // of the passage that it stands in, 0 for none
	heading bool
	figure  int // that follows it: its number from 1, 0 for none
}

// An article is what can be printed or said of a text. Code, tables and notes are
// for the eye alone.
type article struct {
	units    []unit
	marked   bool
	captions []string
	images   []*prose.Node
}

func read(body *prose.Node) *article {
	a := &article{}
	a.blocks(body.Nodes, 0, "")
	return a
}

func (a *article) blocks(list []*prose.Node, level int, lead string) {
	for i, n := range list {
		if i > 0 {
			lead = ""
		}
		a.block(n, level, lead)
	}
}

func (a *article) block(n *prose.Node, level int, lead string) {
	switch n.Kind {
	case prose.Paragraph, prose.Title, prose.Term:
		a.add(n, level, lead, false)
	case prose.Heading:
		a.add(n, level, "", true)
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
	case prose.Figure:
		a.figure(n)
	case prose.CodeBlock, prose.Table, prose.Rule, prose.Notes, prose.Formula:
	default:
		a.blocks(n.Nodes, level, lead)
	}
}

func (a *article) add(n *prose.Node, level int, lead string, heading bool) {
	text := strings.TrimSpace(plain(n))
	if text != "" {
		a.units = append(a.units, unit{text: lead + text, line: n.Line, level: level, heading: heading})
	}
	prose.Walk(n, func(n *prose.Node) bool {
		if n.Kind == prose.Image {
			a.picture(n, n.Text)
		}
		return true
	})
}

func (a *article) figure(n *prose.Node) {
	var img *prose.Node
	caption := ""
	for _, c := range n.Nodes {
		switch c.Kind {
		case prose.Image:
			img = c
		case prose.Caption:
			caption = plain(c)
		}
	}
	if img == nil {
		return
	}
	if caption == "" {
		caption = img.Text
	}
	a.picture(img, caption)
	if last := len(a.units) - 1; last >= 0 && a.units[last].figure == 0 {
		a.units[last].figure = len(a.images)
	}
}

func (a *article) picture(n *prose.Node, caption string) {
	a.images = append(a.images, n)
	a.captions = append(a.captions, "图 "+strconv.Itoa(len(a.images))+"　"+caption)
}

// plain is what is said of a node: formulas in words, no readings.
func plain(n *prose.Node) string {
	var b strings.Builder
	prose.Walk(n, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Text, prose.Code:
			b.WriteString(n.Text)
		case prose.Math, prose.Formula:
			b.WriteString(formula.Text(n.Text))
		case prose.Break:
			b.WriteByte(' ')
		case prose.Span:
			return n.Name != "rp" && n.Name != "rt"
		}
		return true
	})
	return b.String()
}

// A printed copy, and where it is too long the line from which on it is.
type printed struct {
	text string
	line int
}

// copy makes the copy of a length of at most so many 字. Of a marked article it
// takes the passages up to that length, however long they are; of another the
// paragraphs from the beginning that fit.
func (a *article) copy(length, most int) printed {
	var c printed
	var list []string
	words := 0
	for _, u := range a.units {
		if a.marked && (u.level == 0 || u.level > length) || !a.marked && u.heading {
			continue
		}
		n := channel.Words(u.text)
		if words+n > most && most > 0 {
			if !a.marked {
				if len(list) == 0 {
					list = append(list, sentences(u.text, most))
				}
				break
			}
			if c.line == 0 {
				c.line = u.line
			}
		}
		list = append(list, u.text)
		words += n
	}
	c.text = strings.TrimSpace(strings.Join(list, "\n"))
	return c
}

// sentences gives as many whole sentences of a paragraph as fit.
func sentences(text string, most int) string {
	end := 0
	for i, r := range text {
		switch r {
		case '。', '！', '？':
			if next := i + len(string(r)); channel.Words(text[:next]) <= most {
				end = next
			}
		}
	}
	return text[:end]
}
