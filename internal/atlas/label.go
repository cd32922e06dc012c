package atlas

import (
	"math"
	"strings"

	"kepu/internal/svg"
)

// Sizes of text in units.
const (
	nameSize = 12 // of towns, and of numbers on signs
	noteSize = 11 // of all else
)

// A label is text beside something.
type label struct {
	text  string
	class string // "town", "seat", "site", "water"
	size  float64
	room  box // of what it stands beside

	at     vec    // on the base line
	anchor string // "start", "middle", "end"
	box    box
}

// Text stands a little above its base line and a little below, as parts of its size.
const (
	ascent  = 0.9
	descent = 0.25
)

// sides are where a label may stand, the best first.
var sides = [...][2]int{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}

// onSide gives the label as it is on a side of its room.
func (l label) onSide(dx, dy int) label {
	const gap = 2
	switch dx {
	case -1:
		l.at.x, l.anchor = l.room.x0-gap, "end"
	case 0:
		l.at.x, l.anchor = (l.room.x0+l.room.x1)/2, "middle"
	default:
		l.at.x, l.anchor = l.room.x1+gap, "start"
	}
	switch dy {
	case -1:
		l.at.y = l.room.y0 - descent*l.size
	case 0:
		l.at.y = (l.room.y0+l.room.y1)/2 + (ascent-descent)/2*l.size
	default:
		l.at.y = l.room.y1 + ascent*l.size
	}
	l.at = vec{math.Round(l.at.x*10) / 10, math.Round(l.at.y*10) / 10}
	w := svg.Width(l.text, l.size)
	left := l.at.x - w*float64(1-dx)/2
	l.box = box{left, l.at.y - ascent*l.size, left + w, l.at.y + descent*l.size}
	return l
}

// label writes a text beside what takes the room of a box, if there is a place
// for it: best one that the way does not cross, at last one for which another
// label moves to another side. It reports whether there was any.
func (d *drawing) label(text, class string, size float64, room box) bool {
	l := label{text: text, class: class, size: size, room: room}
	for _, crossed := range [...]bool{false, true} {
		for _, s := range sides {
			x := l.onSide(s[0], s[1])
			if d.free(x.box, nobody) && (crossed || len(clipLine(d.trail, x.box)) == 0) {
				d.labels = append(d.labels, x)
				return true
			}
		}
	}
	for _, s := range sides {
		x := l.onSide(s[0], s[1])
		i := d.inTheWay(x.box)
		if i == nobody {
			continue
		}
		for _, s := range sides {
			if y := d.labels[i].onSide(s[0], s[1]); !y.box.meets(x.box) && d.free(y.box, i) {
				d.labels[i] = y
				d.labels = append(d.labels, x)
				return true
			}
		}
	}
	return false
}

// nobody is the number of no label.
const nobody = -1

// free reports whether nothing but one label stands in a box on the sheet.
func (d *drawing) free(b box, but int) bool {
	if !b.within(box{2, 2, d.width - 2, d.height - 2}) {
		return false
	}
	for _, t := range d.taken {
		if b.meets(t) {
			return false
		}
	}
	for i := range d.labels {
		if i != but && b.meets(d.labels[i].box) {
			return false
		}
	}
	return true
}

// inTheWay is the one label that keeps a box from being free, nobody if there is
// more than that.
func (d *drawing) inTheWay(b box) int {
	for i := range d.labels {
		if b.meets(d.labels[i].box) {
			if d.free(b, i) {
				return i
			}
			return nobody
		}
	}
	return nobody
}

// along writes the name of a line near the middle of it, and reports whether
// there was room.
func (d *drawing) along(text string, line []vec) bool {
	for _, part := range [...]float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
		p := line[int(part*float64(len(line)-1))]
		if d.label(text, "water", noteSize, box{p.x - 1, p.y - 1, p.x + 1, p.y + 1}) {
			return true
		}
	}
	return false
}

// brief is a name as far as a map has room for it: without what stands in
// brackets.
func brief(name string) string {
	if i := strings.IndexAny(name, "（("); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	return name
}
