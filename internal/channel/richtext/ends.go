package richtext

import (
	"html"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/cover"
)

// Escape makes a text safe within HTML.
func Escape(s string) string { return html.EscapeString(s) }

// Paragraph is a line by itself; nothing if it is empty.
func Paragraph(line string) Text {
	if line == "" {
		return Text{}
	}
	return Text{HTML: "<p>" + Escape(line) + "</p>\n", Plain: line}
}

// Lead is the summary, where the author wrote one.
func Lead(p *channel.Piece) Text {
	if !p.Written || p.Summary == "" {
		return Text{}
	}
	return Text{HTML: "<p><strong>" + Escape(p.Summary) + "</strong></p>\n", Plain: p.Summary}
}

// Head is what stands before the body: whether it is an example, who wrote it
// and when, and the facts of an event or a person.
func Head(j *channel.Job) Text {
	p, w := j.Piece, wordsOf(j.Piece.Lang)
	list := []Text{Paragraph(joined("　", p.Example, strings.Join(Authors(j), w.comma), p.Organization, p.Date))}
	for _, f := range p.Facts {
		list = append(list, Paragraph(f.Label+w.colon+f.Value))
	}
	return Join(list...)
}

// Authors are those of a piece, or whom the settings name instead.
func Authors(j *channel.Job) []string {
	if len(j.Piece.Authors) == 0 && j.Author != "" {
		return []string{j.Author}
	}
	return j.Piece.Authors
}

// Foot is what stands behind the body: events and people that it is about, who
// checked it, what it rests on, whose picture the cover is, where it is from.
// Addresses are left out, as links are.
func Foot(j *channel.Job) Text {
	p, w := j.Piece, wordsOf(j.Piece.Lang)
	var list []Text
	line := func(label, value string) {
		if value != "" {
			list = append(list, Paragraph(label+w.colon+value))
		}
	}
	for _, c := range p.Cards {
		list = append(list, Paragraph(joined(between, append([]string{c.Title}, c.Lines...)...)))
	}
	line(w.reviewers, strings.Join(p.Reviewers, w.comma))
	if len(p.Sources) > 0 {
		list = append(list, Text{HTML: "<p><strong>" + w.sources + "</strong></p>\n", Plain: w.sources})
	}
	for _, s := range p.Sources {
		list = append(list, Paragraph(joined(w.comma, s.Title, s.Detail)))
	}
	if cover.Has(p) {
		line(w.cover, p.CoverCredit)
	}
	line(w.from, p.Site)
	return Join(list...)
}

// Join puts texts behind one another.
func Join(list ...Text) Text {
	var html, plain []string
	var t Text
	for _, x := range list {
		html, plain = append(html, x.HTML), append(plain, x.Plain)
		t.Words, t.Quoted = t.Words+x.Words, t.Quoted+x.Quoted
	}
	t.HTML, t.Plain = strings.Join(html, ""), joined("\n\n", plain...)
	return t
}

// joined puts what is not empty behind one another.
func joined(between string, list ...string) string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, between)
}
