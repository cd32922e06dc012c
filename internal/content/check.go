package content

import (
	"kepu/internal/diag"
)

// check compares the fields of one entry with each other. Fields that could
// not be read are zero and are left alone.
func (d *decoder) check(data Data) {
	base := data.Base()
	d.span("", "date", "updated", base.Date, base.Updated)
	d.span("", "date", "expires", base.Date, base.Expires)
	switch v := data.(type) {
	case *Event:
		d.checkEvent(v)
	case *SeriesEntry:
		d.checkSeries(v)
	case *Scientist:
		d.checkScientist(v)
	case *Place:
		d.checkPlace(v)
	case *Award:
		d.checkAward(v)
	case *Route:
		d.checkRoute(v)
	}
}

// span wants the second time not before the first.
func (d *decoder) span(path, from, to string, a, b Time) {
	if a.IsZero() || b.IsZero() || !b.last().Before(a.Time) && !wholeDayBefore(a, b) {
		return
	}
	d.addAt(diag.EndBeforeStart, sub(path, to), display(sub(path, to)), display(sub(path, from)))
}

// wholeDayBefore says that b is a day that ends just when a begins.
func wholeDayBefore(a, b Time) bool { return b.Day && b.last().Equal(a.Time) }

func (d *decoder) partialSpan(path, from, to string, a, b PartialDate) {
	if !a.IsZero() && !b.IsZero() && b.before(a) {
		d.addAt(diag.EndBeforeStart, sub(path, to), display(sub(path, to)), display(sub(path, from)))
	}
}

// wrongAt says that the value of a field is already the subject of a message,
// so that what it lacks is not the author's oversight.
func (d *decoder) wrongAt(path string) bool {
	if !d.pos.Has(path) {
		return has(d.lost, path)
	}
	at := d.pos.Of(path)
	for i := range d.ds {
		if d.ds[i].Pos.Line == at.Line && d.ds[i].Pos.Col == at.Col {
			return true
		}
	}
	return false
}

// addAt reports a mistake at a field. To find it takes time.
func (d *decoder) addAt(code diag.Code, path string, args ...string) {
	if !d.full() {
		d.add(code, d.pos.Of(path), args...)
	}
}
