package douyin

import "slices"

// A card is what stands on one picture, from the top.
type card struct {
	pieces []piece
	of     string // the heading that the text goes on under, "" where it stands itself
}

// A piece is a block, or a part of it, on a card.
type piece struct {
	*block
	from, to  int // positions
	y, height int // pixels, from the top of the text
}

// sections divides blocks at those that begin a card.
func sections(blocks []*block) [][]*block {
	var list [][]*block
	for i, b := range blocks {
		if i == 0 || b.begin {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], b)
	}
	return list
}

// spread puts blocks on as few cards as they go, and divides them where it does
// the least harm: about equally, rather between paragraphs than within.
func spread(blocks []*block) []card {
	s := spreader{blocks: blocks, best: map[place]way{}}
	var cards []card
	for at := (place{}); at.block < len(blocks); {
		to := s.from(at).to
		cards = append(cards, s.card(at, to))
		at = to
	}
	return cards
}

// A place is a position in a list of blocks.
type place struct{ block, position int }

// A way is where the first card from a place on ends, and what all of them cost.
type way struct {
	to   place
	cost int
}

type spreader struct {
	blocks []*block
	best   map[place]way
}

// What it costs, in square pixels of empty room.
const (
	costOfCard  = 20 * room * room
	costOfBreak = room * room / 5 // within a paragraph
	costOfJoint = room * room / 9 // within a list
	costOfFrame = room * room / 5 // within a frame
	costOfTable = room * room     // within a table
)

// from finds the best way from a place to the end.
func (s *spreader) from(at place) way {
	if at.block == len(s.blocks) {
		return way{}
	}
	if w, ok := s.best[at]; ok {
		return w
	}
	best := way{cost: -1}
	for _, e := range s.ends(at) {
		empty := room - e.height
		cost := costOfCard + empty*empty + s.harm(e.place) + s.from(e.place).cost
		if best.cost < 0 || cost < best.cost {
			best = way{e.place, cost}
		}
	}
	s.best[at] = best
	return best
}

// harm is the cost of dividing the blocks at a place. That the answer of a quiz
// is on the next card is no harm.
func (s *spreader) harm(at place) int {
	if at.block == len(s.blocks) {
		return 0
	}
	harm, b := 0, s.blocks[at.block]
	framed := b.frame != nil && b.frame == s.blocks[max(0, at.block-1)].frame
	r, isRow := b.part.(*row)
	switch {
	case at.position > 0:
		harm = costOfBreak
		framed = b.frame != nil
	case b.answer:
		return 0
	case isRow && !r.first:
		harm = costOfTable
	case s.blocks[max(0, at.block-1)].announces():
		harm = costOfBreak
	case b.joined:
		harm = costOfJoint
	}
	if framed {
		harm += costOfFrame
	}
	return harm
}

// An end is where a card can end, and how high it is then.
type end struct {
	place
	height int
}

// ends are those of the card that begins at a place; there is at least one.
func (s *spreader) ends(at place) []end {
	var list []end
	var c column
	for ; at.block < len(s.blocks); at = (place{at.block + 1, 0}) {
		b := s.blocks[at.block]
		y, whole := c.top(b), b.size()
		stops := b.ends()
		first, _ := slices.BinarySearch(stops, at.position+1)
		for _, to := range stops[first:] {
			h := y + b.height(at.position, to) + b.frame.above()
			if h > room {
				if len(list) == 0 {
					list = append(list, s.force(at, c, b))
				}
				return list
			}
			if to < whole {
				list = append(list, end{place{at.block, to}, h})
				continue
			}
			c.add(b, y+b.height(at.position, to))
			if !b.keep || at.block == len(s.blocks)-1 {
				list = append(list, end{place{at.block + 1, 0}, h})
			}
		}
	}
	return list
}

// force ends a card where nothing goes by the rules: before what is too high, or
// within that.
func (s *spreader) force(at place, c column, b *block) end {
	if c.used {
		return end{at, c.bottom}
	}
	to := b.cut(at.position, room-c.top(b)-b.frame.above())
	if to == b.size() {
		return end{place{at.block + 1, 0}, room}
	}
	return end{place{at.block, to}, room}
}

// card sets what stands between two places.
func (s *spreader) card(from, to place) card {
	var c column
	var k card
	for at := from; at.block < to.block || at.block == to.block && at.position < to.position; at = (place{at.block + 1, 0}) {
		b := s.blocks[at.block]
		last := b.size()
		if at.block == to.block {
			last = to.position
		}
		y, h := c.top(b), b.height(at.position, last)
		if r, ok := b.part.(*row); ok && r.heads != nil && !c.used {
			head := r.heads.height(0, 1)
			k.pieces = append(k.pieces, piece{r.heads, 0, 1, y - head, head})
		}
		k.pieces = append(k.pieces, piece{b, at.position, last, y, h})
		c.add(b, y+h)
	}
	return k
}

// A column grows from the top of a card.
type column struct {
	bottom int
	in     *frame
	used   bool
}

// top is where a block would begin.
func (c *column) top(b *block) int {
	y := c.bottom
	if b.frame != c.in {
		y += c.in.above() + b.frame.above()
	}
	if c.used {
		y += b.gap
	} else if r, ok := b.part.(*row); ok && r.heads != nil {
		y += r.heads.height(0, 1)
	}
	return y
}

func (c *column) add(b *block, bottom int) { *c = column{bottom, b.frame, true} }
