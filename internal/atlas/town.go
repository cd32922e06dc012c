package atlas

// dot is the sign of a town.
type dot struct {
	at     vec
	radius float64
	class  string
	room   box // of itself, or of the sign that stands in its place
	under  bool
}

// towns places dots and names, the seat's first. A dot without a name would be a
// riddle and is left out; where a sign of sites stands on it, the name stands
// beside that.
func (d *drawing) towns() {
	var dots []dot
	for _, t := range d.Towns {
		dots = append(dots, d.dot(t))
	}
	for _, seat := range [...]bool{true, false} {
		for i, t := range d.Towns {
			x := dots[i]
			if t.Seat != seat || !t.At.Valid() || !d.label(t.Name, x.class, nameSize, x.room) || x.under {
				continue
			}
			d.signs[x.class] = true
			d.dots = append(d.dots, x)
		}
	}
}

func (d *drawing) dot(t Town) dot {
	if !t.At.Valid() {
		return dot{}
	}
	x := dot{at: d.at(t.At), radius: 2.5, class: "town"}
	if t.Seat {
		x.radius, x.class = 3.5, "seat"
	}
	x.room = box{x.at.x - x.radius, x.at.y - x.radius, x.at.x + x.radius, x.at.y + x.radius}
	for _, k := range d.marks {
		if b := k.box(); b.meets(x.room) {
			x.room, x.under = b, true
			return x
		}
	}
	d.taken = append(d.taken, x.room)
	return x
}
