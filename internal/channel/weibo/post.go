package weibo

import (
	"strings"

	"kepu/internal/channel"
)

const (
	mostTopics   = 2
	leastSummary = 12 // characters; of less room a summary makes no sense
)

// wordsOf is what a short post says before its address, in at most so many
// characters: the title with as much of the summary as there is room for, and
// topics below. A title that is too long by itself stays as it is: somebody has
// to choose what to leave out. A most of 0 is no bound.
func wordsOf(p *channel.Piece, most int) string {
	title, end := "【"+p.Title+"】", ""
	if len(p.Tags) > 0 {
		end = "\n"
		for _, t := range p.Tags[:min(mostTopics, len(p.Tags))] {
			end += "#" + strings.ReplaceAll(t, "#", "") + "#"
		}
	}
	if most <= 0 {
		return title + p.Summary + end
	}
	room := most - channel.Characters(title)
	if n := channel.Characters(end); n > room {
		end = ""
	} else {
		room -= n
	}
	if room < min(leastSummary, channel.Characters(p.Summary)) {
		return title + end
	}
	return title + channel.Shorten(p.Summary, room) + end
}
