package content

import (
	"strconv"
	"strings"
	"time"

	"kepu/internal/diag"
)

func (d *decoder) checkPlace(p *Place) {
	for i, b := range p.Bases {
		path := indexed("bases", i)
		d.sourceNumber(sub(path, "source"), b.Source, p.Sources)
		d.partialSpan(path, "from", "to", b.From, b.To)
	}
	for i, c := range p.Closures {
		d.span(indexed("closures", i), "from", "to", c.From, c.To)
	}
	d.checkSeasons(p.Seasons)
	d.checkHere("coordinates", p.Coordinates)
}

// checkSeasons wants each day in one season at the most, and each season open
// or closed.
func (d *decoder) checkSeasons(list []Season) {
	var taken [366]int // number of the season, from 1
	for i, s := range list {
		path := indexed("seasons", i)
		if s.Closed && len(s.Hours) > 0 {
			d.addAt(diag.Conflicting, sub(path, "closed"), "closed", "hours")
		} else if !s.Closed && len(s.Hours) == 0 && !d.wrongAt(sub(path, "hours")) {
			d.addAt(diag.SeasonEmpty, path)
		}
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

// checkHere warns of coordinates that are far from China: most often latitude
// and longitude have changed places.
func (d *decoder) checkHere(path string, c *Coordinates) {
	if c == nil || d.wrongAt(path) || c.Lat >= 3 && c.Lat <= 54 && c.Lng >= 73 && c.Lng <= 136 {
		return
	}
	if c.Lng >= 3 && c.Lng <= 54 && c.Lat >= 73 {
		d.addAt(diag.CoordinatesSwapped, path)
	}
}

func (d *decoder) checkRoute(r *Route) {
	if n := len(r.Stops); n < 2 && !d.wrongAt("stops") {
		d.addAt(diag.ShortRoute, "stops", itoa(n))
	}
	for i, s := range r.Stops {
		path := indexed("stops", i)
		if s.Place == "" && s.Coordinates == nil && !d.wrongAt(sub(path, "coordinates")) && !d.wrongAt(sub(path, "place")) {
			d.addAt(diag.StopNowhere, path, itoa(i+1))
		}
		if i == 0 && s.Distance != 0 {
			d.addAt(diag.FirstDistance, sub(path, "distance"))
		}
		d.checkHere(sub(path, "coordinates"), s.Coordinates)
	}
}

// ParseMonthDay reads "05-01", a day that every year has.
func ParseMonthDay(s string) (month time.Month, day int, ok bool) {
	a, b, found := strings.Cut(s, "-")
	m, err1 := strconv.Atoi(a)
	day, err2 := strconv.Atoi(b)
	if !found || err1 != nil || err2 != nil || len(a) > 2 || len(b) > 2 || m < 1 || m > 12 || day < 1 {
		return 0, 0, false
	}
	t := time.Date(2001, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	return time.Month(m), day, t.Day() == day
}

func nearMonthDay(s string) string {
	t := strings.TrimRight(strings.NewReplacer("月", "-", "/", "-", ".", "-", "－", "-", " ", "", "日", "", "号", "").Replace(s), "-")
	if m, day, ok := ParseMonthDay(t); ok && t != s {
		return pad(int(m)) + "-" + pad(day)
	}
	return ""
}

func pad(n int) string {
	if n < 10 {
		return "0" + itoa(n)
	}
	return itoa(n)
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
