package site

import (
	"cmp"
	"slices"
	"time"

	"kepu/internal/content"
)

// An Anniversary is the day of a year on which somebody who is dead was born or
// died. That of the living is theirs.
type Anniversary struct {
	Entry *Entry
	Death bool
	Date  content.PartialDate // to the day
}

// Anniversaries lists those of a language's people by month and day.
func (l *Locale) Anniversaries() []Anniversary {
	var list []Anniversary
	for _, e := range l.ByKind[content.Scientists] {
		list = append(list, anniversaries(e)...)
	}
	slices.SortStableFunc(list, func(x, y Anniversary) int {
		return cmp.Or(cmp.Compare(x.Date.Month, y.Date.Month), cmp.Compare(x.Date.Day, y.Date.Day), cmp.Compare(x.Entry.Key, y.Entry.Key))
	})
	return list
}

func anniversaries(e *Entry) []Anniversary {
	d, ok := e.Data.(*content.Scientist)
	if !ok || d.Died == nil {
		return nil
	}
	var list []Anniversary
	if d.Born != nil && d.Born.Date.Day != 0 {
		list = append(list, Anniversary{e, false, d.Born.Date})
	}
	if d.Died.Date.Day != 0 {
		list = append(list, Anniversary{e, true, d.Died.Date})
	}
	return list
}

// In is the midnight at which it begins in a year, that of 28 February where
// the 29th is missing.
func (a Anniversary) In(year int) time.Time {
	day := a.Date.Day
	if a.Date.Month == 2 && day == 29 && time.Date(year, 3, 0, 0, 0, 0, 0, time.UTC).Day() == 28 {
		day = 28
	}
	return time.Date(year, time.Month(a.Date.Month), day, 0, 0, 0, 0, content.ChinaTime())
}

// anniversaryClock shows the instants at which one of them comes.
func (b *builder) anniversaryClock(show func(time.Time)) {
	year := b.in.Now.In(content.ChinaTime()).Year()
	for _, e := range b.Entries {
		for _, a := range anniversaries(e) {
			for y := year - 1; y <= year+1; y++ {
				if y > a.Date.Year {
					show(a.In(y))
				}
			}
		}
	}
}

// Remembered lists the anniversaries of the year up to now, the latest first,
// each with the midnight at which it began.
func (s *Site) Remembered(l *Locale) []Remembrance {
	now := s.AsOf
	var list []Remembrance
	for _, a := range l.Anniversaries() {
		for y := now.Year() - 1; y <= now.Year(); y++ {
			if t := a.In(y); y > a.Date.Year && !t.After(now) && a.In(y+1).After(now) {
				list = append(list, Remembrance{a, t})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y Remembrance) int { return y.Day.Compare(x.Day) })
	return list
}

// A Remembrance is an anniversary that has come.
type Remembrance struct {
	Anniversary
	Day time.Time
}

// Years is how many years have passed.
func (r Remembrance) Years() int { return r.Day.Year() - r.Date.Year }
