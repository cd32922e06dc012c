package mobile

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"kepu/internal/channel"
	"kepu/internal/prose"
)

// edition gives the messages the masthead, the editor's word, the contents and
// the short form of each article.
func (c *composer) edition() {
	p, w := c.job.Piece, c.words
	c.blocks = append(c.blocks, block{shot: c.head()})
	c.say(strings.Join(filled([]string{w.masthead(p), p.Date}), " "))
	c.say(titleOf(p))
	c.blocks = append(c.blocks, c.read(p, c.job.Body)...)
	c.blocks = append(c.blocks, block{text: headMark + w.contents, tied: true, gap: true})
	for i, part := range c.job.Parts {
		c.say(strconv.Itoa(i+1) + ". " + part.Piece.Title)
	}
	longest := 0
	for _, part := range c.job.Parts {
		longest = max(longest, c.short(part))
	}
	c.measure(excerptSize, longest)
	c.blocks = append(c.blocks, block{text: p.Site + " " + fmt.Sprintf(w.online, p.Address), gap: true})
}

// short adds the short form of an article, with its first picture, and gives how
// many characters of its text that has.
func (c *composer) short(part *channel.Job) int {
	p, w := part.Piece, c.words
	if n := firstImage(part.Body); n != nil {
		if pic, own := p.Pictures[n.Dest]; own {
			if shot := c.shot(&pic, n.Text, 0); shot != nil {
				c.blocks = append(c.blocks, block{shot: shot})
			}
		}
	}
	c.blocks = append(c.blocks, block{text: headMark + titleOf(p), tied: true, page: true})
	if p.Written {
		c.say(p.Summary)
	}
	text, whole := c.excerpt(part)
	if text != "" {
		c.say(text)
	}
	if whole {
		c.say(fmt.Sprintf(w.online, p.Address))
	} else {
		c.say(fmt.Sprintf(w.excerpt, channel.Words(prose.Plain(part.Body)), p.Address))
	}
	return utf8.RuneCountInString(text)
}

// excerpt is an article that there is room for, else its beginning up to the
// first heading, as far as there is room; and whether that is all of it.
func (c *composer) excerpt(part *channel.Job) (text string, whole bool) {
	room := limit(c.job, excerptSize).Max
	if room <= 0 {
		room = math.MaxInt
	}
	blocks := c.bare(part.Piece, part.Body)
	var lines []string
	for _, x := range blocks {
		if title, ok := strings.CutPrefix(x.text, headMark); ok && x.tied {
			x.text = boxMark + title // the article's own title has the other mark
		}
		lines = append(lines, x.text)
	}
	all := strings.Join(lines, "\n")
	if utf8.RuneCountInString(all) <= room {
		return all, true
	}
	text = opening(blocks, room)
	return text, text == all
}

// opening is what stands before the first heading that has text over it, up to
// some characters.
func opening(blocks []block, room int) string {
	var lines []string
	for _, x := range blocks {
		n := utf8.RuneCountInString(x.text)
		switch {
		case x.tied && len(lines) == 0:
			continue
		case x.tied:
			return strings.Join(lines, "\n")
		case n > room:
			if rest := beginning(x.text, room); len(lines) == 0 || utf8.RuneCountInString(rest) <= room {
				lines = append(lines, rest)
			}
			return strings.Join(lines, "\n")
		}
		lines = append(lines, x.text)
		room -= n + 1
	}
	return strings.Join(lines, "\n")
}

func firstImage(body *prose.Node) (found *prose.Node) {
	if body == nil {
		return nil
	}
	prose.Walk(body, func(n *prose.Node) bool {
		if n.Kind == prose.Image && found == nil {
			found = n
		}
		return found == nil
	})
	return found
}
