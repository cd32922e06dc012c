package markdown

import (
	"cmp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// setextParser is goldmark's, except that "---" under the question of a quiz is the line before the
// answer and not what makes the question a heading.
type setextParser struct{ parser.BlockParser }

func (s setextParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if c, ok := parent.(*Container); ok && c.Name == "quiz" {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// A heading is one of the tree's, with its anchor and its text on one line.
type heading struct {
	*ast.Heading
	id, text string
}

// finishHeadings gives every heading its level and its id. The page has a h1 already, so where the
// body uses one, all of them move down.
func (t *tree) finishHeadings() {
	shift := 0
	for _, h := range t.headings {
		if h.Level == 1 {
			shift = 1
		}
	}
	kept := t.headings[:0]
	for _, h := range t.headings {
		if h.text = t.headingText(h.Heading); h.text == "" {
			t.report(h.Pos(), EmptyHeading, "")
			if h.FirstChild() == nil {
				h.Parent().RemoveChild(h.Parent(), h.Heading)
				continue
			}
		}
		kept = append(kept, h)
	}
	t.headings = kept

	// Written ids first: they must not change because a heading above them happens to read the same.
	for i := range t.headings {
		h := &t.headings[i]
		written, _ := attribute(h, "id")
		h.RemoveAttributes()
		id, asked := writtenID(written)
		if !asked {
			t.report(h.Pos(), ReservedID, renamed(written, id))
		}
		if id == "" {
			continue
		}
		if t.ids.has(id) {
			t.report(h.Pos(), DuplicateID, id)
			id = t.ids.unique(id)
		}
		t.ids.add(id)
		h.id = id
	}
	last := 1
	for i := range t.headings {
		h := &t.headings[i]
		h.Level = min(6, h.Level+shift)
		if h.Level > last+1 {
			t.report(h.Pos(), SkippedHeading, h.text)
		}
		last = h.Level
		if h.id == "" {
			h.id = t.ids.unique(cmp.Or(slug(h.text), "section"))
			t.ids.add(h.id)
		}
	}
}

// renamed says that an id was changed. Where nothing of it is left the heading gets one of its own.
func renamed(written, id string) string {
	if id == "" {
		return "#" + written
	}
	return "#" + written + " → #" + id
}

// headingText is the text of a heading on one line. A heading that is an image reads as its description.
func (t *tree) headingText(h *ast.Heading) string {
	if s := t.textOf(h); s != "" {
		return s
	}
	for c := h.FirstChild(); c != nil; c = c.NextSibling() {
		if img, ok := c.(*ast.Image); ok {
			return t.altOf(img)
		}
	}
	return ""
}

func (t *tree) outline(line int) []Heading {
	if len(t.headings) == 0 {
		return nil
	}
	out := make([]Heading, 0, len(t.headings))
	for _, h := range t.headings {
		l, _ := t.lines.at(h.Pos(), line)
		out = append(out, Heading{Level: h.Level, ID: h.id, Text: h.text, Line: l})
	}
	return out
}

func renderHeading(p *page, _ ast.Node, entering bool) ast.WalkStatus {
	h := &p.headings[p.heading] // they are met in the order in which the tree lists them
	if entering {
		p.str("<h")
		p.num(h.Level)
		p.str(` id="`, h.id, `">`)
		return ast.WalkContinue
	}
	p.str(` <a class="anchor" href="#`, h.id, `" aria-label="`, p.say.anchor, `">#</a></h`)
	p.num(h.Level)
	p.str(">\n")
	p.heading++
	return ast.WalkContinue
}
