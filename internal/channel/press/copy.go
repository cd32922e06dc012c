package press

import (
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/richtext"
)

// A draft is newspaper copy of a length, without title and byline.
type draft struct {
	paragraphs []string
	words      int  // 字
	chosen     bool // some of the text is in it, or there is none
	line       int  // from which on it is too long, 0 if it is not
	short      bool // not all facts are in it
}

// draft makes copy of a length in 字: the facts that fit, then of a marked article the
// passages up to that length, even if they are more than most 字; of another the
// paragraphs from the beginning that fit into most, or else the sentences that do.
// A most of 0 is no bound.
func (a *article) draft(length, most int) draft {
	d := draft{}
	room := a.roomForFacts(length, most)
	for _, u := range a.facts {
		if most > 0 && d.words+u.words > room {
			d.short = true
			break
		}
		d.add(u.text, u.words)
	}
	d.chosen = len(a.units) == 0 && len(d.paragraphs) > 0
	for _, u := range a.units {
		switch {
		case a.marked && (u.level == 0 || u.level > length), !a.marked && u.heading:
			continue
		case most <= 0 || d.words+u.words <= most:
		case a.marked && d.line == 0:
			d.line = u.line
		case a.marked:
		case d.chosen:
			return d
		default:
			if s := channel.Sentences(u.text, most-d.words, channel.Words); s != "" {
				d.chosen = true
				d.add(s, channel.Words(s))
			}
			return d
		}
		d.chosen = true
		d.add(u.text, u.words)
	}
	return d
}

// roomForFacts is what the marked passages leave of copy of most 字: the author
// chose them, and facts must not push them out.
func (a *article) roomForFacts(length, most int) int {
	if a.marked {
		for _, u := range a.units {
			if u.level > 0 && u.level <= length {
				most -= u.words
			}
		}
	}
	return most
}

func (d *draft) add(text string, words int) {
	d.paragraphs = append(d.paragraphs, text)
	d.words += words
}

// printed is copy as it goes to the newspaper, as text and as HTML.
func (d *draft) printed(j *channel.Job) (text, html string) {
	lines := append([]string{j.Piece.Title, byline(j)}, d.paragraphs...)
	for i, line := range lines {
		line = richtext.Escape(line)
		if i == 0 {
			line = "<strong>" + line + "</strong>"
		}
		html += "<p>" + line + "</p>\n"
	}
	return strings.Join(lines, "\n"), html
}

// byline names the authors, or who publishes. What is invented says so.
func byline(j *channel.Job) string {
	p := j.Piece
	by := "来源：" + p.Site
	if names := richtext.Authors(j); len(names) > 0 {
		by = "作者：" + strings.Join(names, "、")
	} else if p.Organization != "" {
		by = "来源：" + p.Organization
	}
	if p.Example != "" {
		by = p.Example + "　" + by
	}
	return by
}

func copyID(length int) string { return "copy-" + strconv.Itoa(length) }
