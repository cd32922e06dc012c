package mobile

import (
	"fmt"
	"strconv"
	"strings"

	"kepu/internal/channel"
)

// article gives the messages the whole text of a piece, with a head and a foot.
func (c *composer) article() {
	p, w := c.job.Piece, c.words
	if shot := c.cover(); shot != nil {
		c.blocks = append(c.blocks, block{shot: shot})
	}
	c.say(titleOf(p))
	c.say(strings.Join(filled(append(c.authors(), p.Organization, p.Site, p.Date)), " "))
	for _, f := range p.Facts {
		c.say(f.Label + w.colon + f.Value)
	}
	if p.Written {
		c.say(p.Summary)
	}
	body := c.read(p, c.job.Body)
	if len(body) > 0 && body[0].shot == nil {
		body[0].page = true
	}
	c.blocks = append(c.blocks, body...)
	for i, card := range p.Cards {
		text := strings.Join(filled(append([]string{card.Title}, card.Lines...)), " ")
		c.blocks = append(c.blocks, block{text: text, gap: i == 0})
	}
	if len(p.Reviewers) > 0 {
		c.say(w.reviewers + w.colon + strings.Join(p.Reviewers, w.comma))
	}
	c.cite(p.Sources)
	c.blocks = append(c.blocks, block{text: fmt.Sprintf(w.online, p.Address), gap: true})
}

// say adds a line.
func (c *composer) say(text string) {
	if text != "" {
		c.blocks = append(c.blocks, block{text: text})
	}
}

func (c *composer) authors() []string {
	if len(c.job.Piece.Authors) == 0 {
		return []string{c.job.Author}
	}
	return []string{strings.Join(c.job.Piece.Authors, c.words.comma)}
}

// cite names what the piece rests on.
func (c *composer) cite(sources []channel.Source) {
	if len(sources) == 0 {
		return
	}
	c.blocks = append(c.blocks, block{text: headMark + c.words.sources, tied: true, gap: true})
	for i, s := range sources {
		c.say(strconv.Itoa(i+1) + ". " + strings.Join(filled([]string{s.Title, s.Detail}), c.words.clause))
	}
}

// filled leaves out what is empty.
func filled(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
