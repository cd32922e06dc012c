package typeset

import (
	"strings"
	"unicode"
)

// A Run is text of one look within a paragraph.
type Run struct {
	Text string
	Font *Font
	Size int  // pixels an em
	Rise int  // of its base line, in pixels
	Ink  int  // the caller's: what it is drawn with
	Mark bool // not of the text: the number of a note, which stays where it is
}

// A Paragraph is text of several looks that was measured, to be set in rows. Its
// positions count characters without spaces.
type Paragraph struct {
	lang  string
	runs  []Run
	chars []char

	sentence sentence
}

// A char is a character with the space before it. All is in thousandths of a
// pixel.
type char struct {
	r       rune
	run     int
	width   int
	lead    int  // space before it, if it does not begin a row
	shrink  int  // how much of that can be taken away
	stretch int  // how much can be added before it shows
	front   int  // of width, blank half at its beginning, that a row can do without
	back    int  // likewise at its end
	space   bool // a space stands before it
	stick   bool // stays on the row of the one before
	ends    bool // a sentence ends here
}

// NewParagraph measures runs of a language.
func NewParagraph(lang string, runs ...Run) *Paragraph {
	p := &Paragraph{lang: lang, runs: runs}
	n := 0
	for _, r := range runs {
		n += len(r.Text)
	}
	p.chars = make([]char, 0, n/2)
	var gap rune // the space that was read
	for i, run := range runs {
		for _, r := range run.Text {
			if unicode.IsSpace(r) {
				if gap == 0 || r == noBreak {
					gap = r
				}
				continue
			}
			p.add(i, r, gap)
			gap = 0
		}
	}
	return p
}

// noBreak is a space at which no row ends.
const noBreak = '\u00a0'

// add measures the next character, behind a space or behind none (0).
func (p *Paragraph) add(run int, r, gap rune) {
	f, size := p.runs[run].Font, p.runs[run].Size
	advance := func(r rune) int { return f.Advance(p.lang, r) }
	c := char{r: r, run: run, space: gap != 0}
	if !unicode.Is(unicode.Cf, r) {
		c.width = advance(r) * size
	}
	c.back = blankHalf(r, c.width/size) * size
	if strings.ContainsRune(hung, r) && c.width > size*Em*3/4 {
		c.front = Em / 2 * size
	}
	if len(p.chars) > 0 {
		last := &p.chars[len(p.chars)-1]
		c.stick = gap == noBreak || p.runs[run].Mark || clings(last.r, r, gap != 0)
		em := size * Em
		thin := between(last.r, r, advance)
		switch {
		case gap != 0 && gap != noBreak && last.back > 0: // has its space
			c.shrink, c.stretch = last.back+c.front, em/10
		case gap != 0:
			c.lead = advance(' ') * size
			c.shrink, c.stretch = c.lead/3, em/4
		case thin > 0:
			c.lead, c.shrink, c.stretch = thin*size, thin*size/2, em/8
		case thin < 0: // two marks share a blank half already
			c.lead = thin * size
		case ideographic(last.r) && ideographic(r) && !(last.r == r && strings.ContainsRune("—…", r)):
			c.shrink, c.stretch = last.back+c.front, em/10
		}
		last.ends = p.sentence.endsBefore(r, gap != 0)
	}
	p.sentence.read(r)
	p.chars = append(p.chars, c)
}

// Len is the position behind the last character.
func (p *Paragraph) Len() int { return len(p.chars) }

// Ends are the positions behind the sentences, the last of which is Len.
func (p *Paragraph) Ends() []int {
	var list []int
	for i, c := range p.chars {
		if c.ends || i == len(p.chars)-1 {
			list = append(list, i+1)
		}
	}
	return list
}

// Text is what stands between two positions, with single spaces and without
// marks.
func (p *Paragraph) Text(from, to int) string {
	var b strings.Builder
	for _, c := range p.chars[from:to] {
		if c.space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		if !p.runs[c.run].Mark {
			b.WriteRune(c.r)
		}
	}
	return b.String()
}

// Lacks are the characters that the fonts cannot write, each once.
func (p *Paragraph) Lacks() string {
	var b strings.Builder
	for _, c := range p.chars {
		if c.width > 0 && !p.runs[c.run].Font.Has(p.lang, c.r) && !strings.ContainsRune(b.String(), c.r) {
			b.WriteRune(c.r)
		}
	}
	return b.String()
}
