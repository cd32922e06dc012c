package typeset

import (
	"slices"
	"strings"
)

// A Shape says how rows fill their width.
type Shape uint8

// The shapes of a paragraph.
const (
	Justified Shape = iota // every row but the last ends at the margin, if that does not tear it apart
	Ragged                 // rows begin at the margin
	Even                   // likewise, and are about equally long: for titles
)

// A Row is a line of a paragraph.
type Row struct {
	Glyphs   []Glyph
	From, To int // positions
	Width    int // pixels, to the end of the last glyph without its blank half
}

// A Glyph is a character in its place. X is where the pen stands, in pixels from
// the margin.
type Glyph struct {
	Rune rune
	Run  *Run
	X    int
}

// torn is how far a row is stretched, in percent of what it can bear before it
// shows; one that would be stretched farther is left ragged.
const torn = 250

// orphaned is the cost of a last row of a single character.
const orphaned = 1 << 20

// midPart is the cost of breaking a title where no part of it ends.
const midPart = 1 << 17

// Rows sets what stands between two positions for a width in pixels. Of all ways
// to break it into rows it takes the one that has to stretch and squeeze the
// least (as Knuth and Plass do), so that no single character comes to stand
// alone at the end.
func (p *Paragraph) Rows(from, to, width int, shape Shape) []Row {
	if from >= to {
		return nil
	}
	s := newSetter(p.chars[from:to], width*Em, shape)
	s.find()
	var rows []Row
	for end := to - from; end > 0; end = s.best[end].from {
		row := s.row(s.best[end].from, end, p.runs)
		row.From, row.To = row.From+from, row.To+from
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	return rows
}

// Count is how many rows Rows gives, without setting them.
func (p *Paragraph) Count(from, to, width int, shape Shape) int {
	if from >= to {
		return 0
	}
	s := newSetter(p.chars[from:to], width*Em, shape)
	s.find()
	n := 0
	for end := to - from; end > 0; end = s.best[end].from {
		n++
	}
	return n
}

// A setter finds the best breaks of a piece of a paragraph.
type setter struct {
	chars   []char
	width   int // thousandths of a pixel
	shape   Shape
	open    []bool // before which characters a row may begin
	long    []int  // sums of what stands before a character: of widths and spaces,
	shrink  []int  // of what can be taken away,
	stretch []int  // of what can be added
	best    []way  // by where the last row ends
}

// A way is how the rows up to a place are set best. from is where the last of
// them begins; -1 if no row can end here.
type way struct{ from, cost int }

func newSetter(chars []char, width int, shape Shape) *setter {
	n := len(chars)
	sums := make([]int, 3*(n+1))
	s := &setter{
		chars: chars, width: width, shape: shape, open: make([]bool, n), best: make([]way, n+1),
		long: sums[:n+1], shrink: sums[n+1 : 2*n+2], stretch: sums[2*n+2:],
	}
	for i, c := range chars {
		s.long[i+1] = s.long[i] + c.lead + c.width
		s.shrink[i+1] = s.shrink[i]
		if shape == Justified {
			s.shrink[i+1] += c.shrink
		}
		s.stretch[i+1] = s.stretch[i] + c.stretch
	}
	s.openings()
	return s
}

// openings finds where rows may begin. What is longer than a row and should stay
// together is broken anywhere.
func (s *setter) openings() {
	start := 0
	for i := 1; i <= len(s.chars); i++ {
		last := i == len(s.chars)
		if !last && s.chars[i].stick {
			continue
		}
		if !last {
			s.open[i] = true
		}
		if s.natural(start, i) > s.width {
			for k := start + 1; k < i; k++ {
				s.open[k] = true
			}
		}
		start = i
	}
}

// natural is the width of a row that is neither stretched nor squeezed.
func (s *setter) natural(from, end int) int {
	first, last := s.chars[from], s.chars[end-1]
	return s.long[end] - s.long[from] - first.lead - first.front - last.back
}

// give is how much of a sum belongs to the spaces within a row.
func give(sum []int, from, end int) int { return sum[end] - sum[from+1] }

// find looks for the cheapest way to each place where a row can end.
func (s *setter) find() {
	n := len(s.chars)
	for end := 1; end <= n; end++ {
		best := way{from: -1}
		for from := end - 1; from >= 0 && (end == n || s.open[end]); from-- {
			if s.natural(from, end)-give(s.shrink, from, end) > s.width && from < end-1 {
				break // and so are all that begin before
			}
			if from > 0 && (!s.open[from] || s.best[from].from < 0) {
				continue
			}
			if cost := s.best[from].cost + s.cost(from, end); best.from < 0 || cost < best.cost {
				best = way{from, cost}
			}
		}
		s.best[end] = best
	}
}

// cost of a row: 0 for one that fits as it is.
func (s *setter) cost(from, end int) int {
	spare := s.width - s.natural(from, end)
	last := end == len(s.chars)
	switch {
	case last && s.shape != Even && spare >= 0:
		if from > 0 && s.natural(from, end) < 2*s.chars[from].width {
			return orphaned
		}
		return 0
	case s.shape == Justified:
		p := s.strain(from, end)
		return p * p
	default:
		p := spare * 1000 / s.width
		if s.shape == Even && !last && !strings.ContainsRune("，：；。？！）—,:;?!", s.chars[end-1].r) {
			return p*p + midPart
		}
		return p * p
	}
}

// strain is how far a row is stretched or squeezed to fill its width, in percent
// of what it can bear.
func (s *setter) strain(from, end int) int {
	spare := s.width - s.natural(from, end)
	if spare < 0 {
		return min(100, -spare*100/max(1, give(s.shrink, from, end)))
	}
	return min(1000, spare*100/max(1, give(s.stretch, from, end)))
}

// row puts the characters of a row in their places.
func (s *setter) row(from, end int, runs []Run) Row {
	natural := s.natural(from, end)
	spare, sum := s.width-natural, s.stretch
	switch {
	case s.shape != Justified, spare > 0 && (end == len(s.chars) || s.strain(from, end) > torn):
		spare = 0
	case spare < 0:
		sum = s.shrink
	}
	all := max(1, give(sum, from, end))
	r := Row{From: from, To: end, Width: (natural + spare) / Em, Glyphs: make([]Glyph, 0, end-from)}
	pen := -s.chars[from].front
	for i := from; i < end; i++ {
		c := s.chars[i]
		if i > from {
			pen += c.lead
		}
		given := spare * give(sum, from, i+1) / all
		if c.width > 0 {
			r.Glyphs = append(r.Glyphs, Glyph{c.r, &runs[c.run], round(pen + given)})
		}
		pen += c.width
	}
	return r
}

// round gives whole pixels.
func round(n int) int {
	if n < 0 {
		return -((-n + Em/2) / Em)
	}
	return (n + Em/2) / Em
}

// Narrowest is the least width in pixels in which nothing is broken that should
// stay together.
func (p *Paragraph) Narrowest() int {
	s := newSetter(p.chars, 1<<40, Ragged)
	width, start := 0, 0
	for i := 1; i <= len(p.chars); i++ {
		if i == len(p.chars) || s.open[i] {
			width, start = max(width, s.natural(start, i)), i
		}
	}
	return (width + Em - 1) / Em
}

// Widest is the width in pixels of what stands between two positions, in one row.
func (p *Paragraph) Widest(from, to int) int {
	s := newSetter(p.chars[from:to], 0, Ragged)
	return (s.natural(0, to-from) + Em - 1) / Em
}
