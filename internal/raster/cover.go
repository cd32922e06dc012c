package raster

import (
	"image"
	"math"
)

// A cover tells how much of each pixel of a picture an area takes. It is made of
// the area's edges: where one enters a row, the pixels to its right are inside
// by as much as it goes down. Package vector of golang.org/x/image does the same,
// but knows no even-odd rule.
type cover struct {
	width, height int
	edges         []float32       // for each pixel, what is added to all right of it; one more a row
	left, right   []int           // of each row, where edges begin and end
	rows          image.Rectangle // that edges touch, by Y
}

func newCover(width, height int) *cover {
	c := &cover{width: width, height: height, edges: make([]float32, (width+2)*height)}
	c.left, c.right = make([]int, height), make([]int, height)
	c.clear()
	return c
}

// clear forgets all edges.
func (c *cover) clear() {
	for y := range c.left {
		c.left[y], c.right[y] = c.width, -1
	}
	c.rows = image.Rectangle{Min: image.Pt(0, c.height)}
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
	c.rows.Min.Y, c.rows.Max.Y = min(c.rows.Min.Y, first), max(c.rows.Max.Y, end)
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
	if x0 >= wide {
		return
	}
	row := c.edges[y*(c.width+2) : (y+1)*(c.width+2)]
	i := int(max(0, x0))
	j := int(min(wide, max(0, x1)))
	c.touch(row, y, i, j+1)
	switch {
	case x1 <= 0:
		row[0] += by
	case x0 >= 0 && i == j:
		mean := float32((x0+x1)/2 - float64(i)) // of the pixel, what is left of the edge
		row[i] += by * (1 - mean)
		row[i+1] += by * mean
	default:
		// Each pixel takes its share of the edge; what is out of the picture
		// counts at its rim.
		rate := float64(by) / (x1 - x0)
		if x0 < 0 {
			row[0] -= float32(x0 * rate)
			x0 = 0
		}
		x1 = min(x1, wide)
		for k := i; k <= j && k < c.width; k++ {
			from, to := max(x0, float64(k)), min(x1, float64(k+1))
			if part := float32((to - from) * rate); part != 0 {
				mean := float32((from+to)/2 - float64(k))
				row[k] += part * (1 - mean)
				row[k+1] += part * mean
			}
		}
	}
}

// touch makes the pixels from i to j of a row ready: those not used since the
// last clear hold what was.
func (c *cover) touch(row []float32, y, i, j int) {
	if c.right[y] < 0 {
		clear(row[i : j+1])
		c.left[y], c.right[y] = i, j
		return
	}
	if i < c.left[y] {
		clear(row[i:c.left[y]])
		c.left[y] = i
	}
	if j > c.right[y] {
		clear(row[c.right[y]+1 : j+1])
		c.right[y] = j
	}
}

// each calls f for each run of pixels of a row that are taken, with how much of
// them is, 1 to 255. evenOdd leaves out what is inside twice.
func (c *cover) each(evenOdd bool, f func(y, x int, taken []uint8)) {
	taken := make([]uint8, c.width)
	for y := c.rows.Min.Y; y < c.rows.Max.Y; y++ {
		if c.right[y] < 0 {
			continue
		}
		row := c.edges[y*(c.width+2):]
		from, to := c.left[y], min(c.right[y]+1, c.width)
		sum, run := float32(0), from
		for x := from; x < to; x++ {
			sum += row[x]
			v := level(sum, evenOdd)
			taken[x] = v
			if v == 0 {
				if x > run {
					f(y, run, taken[run:x])
				}
				run = x + 1
			}
		}
		if to < c.width && level(sum, evenOdd) > 0 { // edges right of the picture end it
			v := level(sum, evenOdd)
			for x := to; x < c.width; x++ {
				taken[x] = v
			}
			to = c.width
		}
		if to > run {
			f(y, run, taken[run:to])
		}
	}
}

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
