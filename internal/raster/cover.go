package raster

import (
	"math"
	"math/bits"
)

// A cover tells how much of each pixel of a picture an area takes. It is made of
// the area's edges: where one enters a row, the pixels to its right are inside
// by as much as it goes down. Package vector of golang.org/x/image does the same,
// but knows no even-odd rule, and looks at each pixel, not only at the edges.
type cover struct {
	width, height int
	stride        int
	edges         []float32 // for each pixel, what is added to it and to all right of it; two more a row
	used          []uint64  // a bit for each of them that holds something
	words         int       // of used, a row
	top, bottom   int       // rows that edges touch
}

func newCover(width, height int) *cover {
	c := &cover{width: width, height: height, stride: width + 2, words: (width + 2 + 63) / 64, top: height}
	c.edges = make([]float32, c.stride*height)
	c.used = make([]uint64, c.words*height)
	return c
}

// clear forgets all edges.
func (c *cover) clear() {
	if c.top < c.bottom {
		clear(c.used[c.top*c.words : c.bottom*c.words])
	}
	c.top, c.bottom = c.height, 0
}

// add takes an area whose contours are closed whether they say so or not.
func (c *cover) add(contours []contour, m matrix) {
	for _, k := range contours {
		n := len(k.points)
		if n == 0 {
			continue
		}
		last := m.at(k.points[n-1])
		for _, p := range k.points {
			p = m.at(p)
			c.edge(last, p)
			last = p
		}
	}
}

// edge adds a line of a contour.
func (c *cover) edge(a, b point) {
	if a.y == b.y {
		return
	}
	down := float32(1)
	if a.y > b.y {
		a, b, down = b, a, -1
	}
	high := float64(c.height)
	if b.y <= 0 || a.y >= high || b.y-a.y < 1e-9 {
		return
	}
	slope := (b.x - a.x) / (b.y - a.y)
	if a.y < 0 {
		a = point{a.x - slope*a.y, 0}
	}
	if b.y > high {
		b = point{b.x - slope*(b.y-high), high}
	}
	first, end := int(a.y), min(c.height, int(math.Ceil(b.y)))
	c.top, c.bottom = min(c.top, first), max(c.bottom, end)
	x := a.x
	for y := first; y < end; y++ {
		dy := min(float64(y+1), b.y) - max(float64(y), a.y)
		next := x + slope*dy
		c.span(y, x, next, down*float32(dy))
		x = next
	}
}

// span adds the part of an edge within a row, from x to next.
func (c *cover) span(y int, x, next float64, by float32) {
	wide := float64(c.width)
	x0, x1 := min(x, next), max(x, next)
	switch {
	case x0 >= wide:
	case x1 <= 0:
		c.put(y, 0, by)
	case x0 >= 0 && int(x0) == int(x1):
		i := int(x0)
		left := float32((x0+x1)/2 - float64(i)) // of the pixel, what is left of the edge
		c.put(y, i, by*(1-left))
		c.put(y, i+1, by*left)
	default:
		// Each pixel takes its share of the edge; what is out of the picture
		// counts at its rim.
		rate := float64(by) / (x1 - x0)
		if x0 < 0 {
			c.put(y, 0, float32(-x0*rate))
			x0 = 0
		}
		x1 = min(x1, wide)
		for k := int(x0); k < c.width && float64(k) < x1; k++ {
			from, to := max(x0, float64(k)), min(x1, float64(k+1))
			part := float32((to - from) * rate)
			left := float32((from+to)/2 - float64(k))
			c.put(y, k, part*(1-left))
			c.put(y, k+1, part*left)
		}
	}
}

// put adds to what holds from a pixel on. What the bit does not say to be used
// is what was before the last clear.
func (c *cover) put(y, x int, by float32) {
	word, bit := &c.used[y*c.words+x>>6], uint64(1)<<(x&63)
	if at := &c.edges[y*c.stride+x]; *word&bit != 0 {
		*at += by
	} else {
		*word |= bit
		*at = by
	}
}

// each calls f for each run of n pixels of which the same part is taken, 1 to
// 255. evenOdd leaves out what is inside twice.
func (c *cover) each(evenOdd bool, f func(y, x, n int, part uint8)) {
	for y := c.top; y < c.bottom; y++ {
		sum, run, part := float32(0), 0, uint8(0)
		for w, word := range c.used[y*c.words : (y+1)*c.words] {
			for ; word != 0; word &= word - 1 {
				x := min(c.width, w<<6+bits.TrailingZeros64(word))
				if part > 0 && x > run {
					f(y, run, x-run, part)
				}
				sum += c.edges[y*c.stride+w<<6+bits.TrailingZeros64(word)]
				run, part = x, level(sum, evenOdd)
			}
		}
		if part > 0 && run < c.width { // the edges that end it are right of the picture
			f(y, run, c.width-run, part)
		}
	}
}

// pixels is how many f is called for at the most.
func (c *cover) pixels() int { return max(0, c.bottom-c.top) * c.width }

// level gives how much of a pixel is taken.
func level(sum float32, evenOdd bool) uint8 {
	if sum < 0 {
		sum = -sum
	}
	if evenOdd {
		sum -= 2 * float32(int(sum/2))
		if sum > 1 {
			sum = 2 - sum
		}
	}
	if sum >= 1 {
		return 255
	}
	return uint8(sum*255 + .5)
}
