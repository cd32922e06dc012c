package douyin

// A card is what stands on one picture, from the top.
type card struct {
	pieces []piece
	height int
	of     string // the heading that the text goes on under, "" where it stands itself
}

// A piece is a block, or a part of it, on a card.
type piece struct {
	*block
	from, to  int // positions
	y, height int // pixels, from the top of the column
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

// spread puts blocks on as few cards of a height as they go, about equally full.
func spread(blocks []*block, height int) []card {
	cards := fill(blocks, height, height)
	low, high := height/2, height
	for len(cards) > 1 && high-low > 16 {
		mid := (low + high) / 2
		if lower := fill(blocks, mid, height); len(lower) == len(cards) {
			cards, high = lower, mid
		} else {
			low = mid
		}
	}
	return cards
}

// fill puts blocks on cards, each filled up to a height; full is how high it can
// be where something does not go otherwise.
func fill(blocks []*block, height, full int) []card {
	var cards []card
	for at := (place{}); at.block < len(blocks); {
		var c card
		c, at = fillOne(blocks, at, height, full)
		cards = append(cards, c)
	}
	return cards
}

// A place is a position in a list of blocks.
type place struct{ block, position int }

func fillOne(blocks []*block, at place, height, full int) (card, place) {
	var c card
	var in *frame
	for at.block < len(blocks) {
		b := blocks[at.block]
		y := c.height
		if b.frame != in {
			y += in.above() + b.frame.above()
		}
		if len(c.pieces) > 0 {
			y += b.gap
		}
		most := 0
		if len(c.pieces) == 0 {
			most = full - y - b.frame.above()
		}
		next, h := b.fit(at.position, height-y-b.frame.above(), most)
		if next == at.position {
			at = c.giveBack(at)
			break
		}
		c.pieces = append(c.pieces, piece{b, at.position, next, y, h})
		c.height, in = y+h, b.frame
		if next < b.size() {
			at.position = next
			break
		}
		at = place{at.block + 1, 0}
	}
	last := c.pieces[len(c.pieces)-1]
	c.height = last.y + last.height + last.frame.above()
	return c, at
}

// giveBack takes off what must stand on the card of what follows, but not all.
func (c *card) giveBack(at place) place {
	n := len(c.pieces)
	for n > 0 && c.pieces[n-1].keep {
		n--
	}
	if n == 0 || n == len(c.pieces) {
		return at
	}
	back := len(c.pieces) - n
	c.pieces = c.pieces[:n]
	return place{at.block - back, 0}
}
