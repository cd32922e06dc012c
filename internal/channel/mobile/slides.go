package mobile

import (
	"strings"
	"unicode/utf8"
)

// slideSize is how many characters stand on a page: two to three screens of a
// phone.
const slideSize = 360

// A slide is a page of a multimedia message: a picture, or a text, or both.
type slide struct {
	text string
	shot *picture // nil for none
}

// slides sets blocks in pages. A picture begins one, a heading stands at the end
// of none but the last. The texts of the pages are those of the blocks, in order.
func slides(blocks []block) []slide {
	var b binder
	for _, x := range blocks {
		switch {
		case x.shot != nil:
			b.turn()
			b.now.shot = x.shot
			continue
		case x.page && b.n > 0:
			b.turn()
		}
		b.add(x)
	}
	for b.n > 0 || b.now.shot != nil {
		b.turn()
	}
	return b.done
}

// A binder fills one page after the other.
type binder struct {
	done  []slide
	now   slide
	lines []block // of the page
	n     int     // characters of the page, with line ends
}

func (b *binder) add(x block) {
	for _, part := range split(x.text, slideSize-2) {
		n := utf8.RuneCountInString(part) + 1
		if x.gap {
			n++ // the free line over it
		}
		for b.n > 0 && (b.n+n > slideSize || x.tied && b.n > slideSize*2/3) {
			b.turn()
		}
		b.lines = append(b.lines, block{text: strings.Trim(part, "\n"), tied: x.tied, gap: x.gap})
		b.n += n
	}
}

// turn ends a page. Headings at its end go over to the next one, unless there is
// nothing else on the page.
func (b *binder) turn() {
	last := len(b.lines)
	for last > 0 && b.lines[last-1].tied {
		last--
	}
	if last == 0 && b.now.shot == nil {
		last = len(b.lines)
	}
	b.now.text = textOf(b.lines[:last])
	if b.now.shot != nil || b.now.text != "" {
		b.done = append(b.done, b.now)
	}
	rest := b.lines[last:]
	b.now, b.lines, b.n = slide{}, nil, 0
	for _, x := range rest {
		b.add(x)
	}
}
