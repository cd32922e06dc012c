package richtext

import (
	"html"
	"strings"

	"kepu/internal/channel"
)

// Escape makes a text safe within HTML.
func Escape(s string) string { return html.EscapeString(s) }

// Head is what stands before the body: who wrote it and when, and the facts of
// an event or a person.
func Head(j *channel.Job) Text {
	p := j.Piece
	var t Text
	var by []string
	for _, s := range []string{p.Example, strings.Join(Authors(j), "、"), p.Organization, p.Date} {
		if s != "" {
			by = append(by, s)
		}
	}
	t.add(strings.Join(by, "　"), false)
	for _, f := range p.Facts {
		t.add(f.Label+"："+f.Value, false)
	}
	return t
}

// Authors are those of a piece, or whom the settings name instead.
func Authors(j *channel.Job) []string {
	if len(j.Piece.Authors) == 0 && j.Author != "" {
		return []string{j.Author}
	}
	return j.Piece.Authors
}

// Foot is what stands behind the body: events and people it is about, who
// checked it, what it rests on. Addresses are left out, as links are.
func Foot(j *channel.Job) Text {
	p := j.Piece
	var t Text
	for _, c := range p.Cards {
		t.add(strings.Join(append([]string{c.Title}, c.Lines...), " ｜ "), false)
	}
	if len(p.Reviewers) > 0 {
		t.add("科学审核："+strings.Join(p.Reviewers, "、"), false)
	}
	if len(p.Sources) > 0 {
		t.add("资料来源", true)
	}
	for _, s := range p.Sources {
		t.add(strings.Join(nonEmpty(s.Title, s.Detail), "，"), false)
	}
	t.add("来源："+p.Site, false)
	return t
}

func (t *Text) add(line string, strong bool) {
	if line == "" {
		return
	}
	if t.Plain != "" {
		t.Plain += "\n"
	}
	t.Plain += line
	open, end := "<p>", "</p>\n"
	if strong {
		open, end = "<p><strong>", "</strong></p>\n"
	}
	t.HTML += open + html.EscapeString(line) + end
}

// Join puts texts behind one another.
func Join(list ...Text) Text {
	var t Text
	var plain []string
	for _, x := range list {
		t.HTML += x.HTML
		if x.Plain != "" {
			plain = append(plain, x.Plain)
		}
	}
	t.Plain = strings.Join(plain, "\n\n")
	return t
}

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
