package content

import "time"

// Dates is a set of instants and of whole days.
type Dates struct{ instants, days map[int64]bool }

// DatesOf makes a set of a list.
func DatesOf(list []Time) Dates {
	d := Dates{map[int64]bool{}, map[int64]bool{}}
	for _, t := range list {
		d.instants[t.Unix()] = true
		if t.Day {
			d.days[dayStart(t.Time)] = true
		}
	}
	return d
}

// Cover reports whether t is one of the instants, or on one of the days.
func (d Dates) Cover(t time.Time) bool {
	return d.instants[t.Unix()] || d.days[dayStart(t)]
}

func dayStart(t time.Time) int64 {
	y, m, day := t.In(chinaTime).Date()
	return time.Date(y, m, day, 0, 0, 0, 0, chinaTime).Unix()
}
