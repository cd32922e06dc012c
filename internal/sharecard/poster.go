package sharecard

import (
	"bytes"
	"image"
)

// story is the height of a phone's screen.
var story = format{
	size:  image.Pt(1080, 1920),
	plate: image.Rect(0, 0, 1080, 860), code: image.Rect(646, 1400, 996, 1750), column: image.Rect(84, 930, 996, 1840),
	labels: 38, gap: 40, titles: []int{132, 116, 104, 92, 84, 76, 68, 60, 54}, room: 330, lines: 42, beside: true, foot: 38,
	barePlate: image.Rect(0, 0, 1080, 1340), bareCode: image.Rect(365, 1445, 715, 1795),
}

// Poster appends a poster as PNG, 1080 × 1920 pixels.
func (p *Press) Poster(buf *bytes.Buffer, c *Card) error { return p.draw(buf, c, story) }
