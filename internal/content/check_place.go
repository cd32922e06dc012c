package content

import (
	"strings"
	"time"

	"kepu/internal/diag"
)

func (d *decoder) checkPlace(p *Place) {
	d.checkOpening("hours", p.Hours)
	d.checkSeasons(p.Seasons)
	for i, c := range p.Closures {
		path := indexed("closures", i)
		d.span(path, "from", "to", c.From, c.To)
		d.wholeDay(sub(path, "from"), c.From)
		d.wholeDay(sub(path, "to"), c.To)
	}
	for i, b := range p.Bases {
		d.sourceNumber("bases", i, b.Source, p.Sources)
		d.partialSpan(indexed("bases", i), "from", "to", b.From, b.To)
	}
}

// wholeDay wants a day without a time: what is closed in the morning only has
// other hours, and the page and the data have no place for them.
func (d *decoder) wholeDay(path string, t Time) {
	if !t.IsZero() && !t.Day {
		d.add(diag.ClosureWithTime, d.pos.Of(path)).Suggest = t.Format("2006-01-02")
	}
}

// checkOpening wants lines of opening hours that fit together and say when it is
// open, not only when it is not.
func (d *decoder) checkOpening(path string, lines []string) {
	if h, ok := d.checkWeek(path, lines); ok && len(lines) > 0 && len(h) == 0 {
		d.addAt(diag.HoursWithoutTimes, path)
	}
}

// checkSeasons wants each day in one season at the most, and each season open
// or closed.
func (d *decoder) checkSeasons(list []Season) {
	var taken [366]int // number of the season, from 1
	for i, s := range list {
		path := indexed("seasons", i)
		hours, closed := sub(path, "hours"), sub(path, "closed")
		switch given := d.pos.Filled(hours); {
		case given && s.Closed:
			d.addAt(diag.SeasonClosed, closed)
		case !given && !s.Closed && !d.wrongAt(closed):
			d.addAt(diag.SeasonEmpty, path)
		}
		d.checkOpening(hours, s.Hours)
		from, to, ok := s.Span()
		for day := from; ok; day = (day + 1) % len(taken) {
			if n := taken[day]; n != 0 {
				d.addAt(diag.SeasonOverlap, sub(path, "from"), itoa(i+1), itoa(n))
				break
			}
			taken[day] = i + 1
			if day == to {
				break
			}
		}
	}
}

func (d *decoder) checkRoute(r *Route) {
	if n := len(r.Stops); n < 2 && d.pos.Filled("stops") && !d.wrongAt("stops") {
		d.addAt(diag.ShortRoute, "stops", itoa(n))
	}
	for i, s := range r.Stops {
		if path := indexed("stops", i); s.Place == "" && s.Name != "" && s.Coordinates == nil {
			d.addAt(diag.StopNowhere, path, itoa(i+1))
		}
	}
	for _, key := range []string{"distance", "mode", "duration"} {
		if path := sub("stops[0]", key); d.pos.Filled(path) && !d.wrongAt(path) {
			d.addAt(diag.FirstLeg, path, key)
		}
	}
}

// ParseMonthDay reads "05-01", a day that every year has.
func ParseMonthDay(s string) (month time.Month, day int, ok bool) {
	a, b, found := strings.Cut(s, "-")
	m, ok1 := digits(a)
	day, ok2 := digits(b)
	if !found || !ok1 || !ok2 || len(a) > 2 || len(b) > 2 || m < 1 || m > 12 || day < 1 || day > daysIn(2001, m) {
		return 0, 0, false
	}
	return time.Month(m), day, true
}

// nearMonthDay guesses the day meant by “5月1日”, “5/1” or “2027-05-01”.
func nearMonthDay(s string) string {
	for _, date := range []string{s, "2001年" + s} {
		if near := nearDate(date, false); near != "" && near[5:10] != "02-29" {
			return near[5:10]
		}
	}
	return ""
}

// Span gives the first and the last day of a season as days of a leap year,
// from 0 for 1 January: a season may end before it begins. It reports false if
// one of them could not be read.
func (s Season) Span() (from, to int, ok bool) {
	m1, d1, ok1 := ParseMonthDay(s.From)
	m2, d2, ok2 := ParseMonthDay(s.To)
	day := func(m time.Month, d int) int { return time.Date(2000, m, d, 0, 0, 0, 0, time.UTC).YearDay() - 1 }
	return day(m1, d1), day(m2, d2), ok1 && ok2
}
