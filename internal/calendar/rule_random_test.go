package calendar

import (
	"math/rand/v2"
	"time"
)

// randomRule gives a rule that ParseRule could give.
func randomRule(rng *rand.Rand) Rule {
	for {
		r := Rule{Freq: Freq(1 + rng.IntN(4)), Interval: 1}
		if one(rng, 2) {
			r.Interval = 1 + rng.IntN(5)
		} else if one(rng, 10) {
			r.Interval = 1 + rng.IntN(60)
		}
		switch rng.IntN(6) {
		case 0:
			r.Count = 1 + rng.IntN(60)
		case 1:
			r.Until, r.UntilDay = randomStart(rng, 1990, 2059).Truncate(24*time.Hour), true
		case 2:
			r.Until = randomStart(rng, 1990, 2059)
		}
		for one(rng, 3) {
			r.ByMonth = append(r.ByMonth, 1+rng.IntN(12))
		}
		for r.Freq != Weekly && rng.IntN(5) < 2 {
			r.ByMonthDay = append(r.ByMonthDay, rng.IntN(63)-31)
		}
		if one(rng, 8) && r.Freq != Weekly {
			first := 1 + rng.IntN(25)
			for d := range 7 {
				r.ByMonthDay = append(r.ByMonthDay, first+d)
			}
		}
		for rng.IntN(5) < 2 {
			w := WeekdayNum{Day: time.Weekday(rng.IntN(7))}
			if r.Freq <= Monthly && !one(rng, 3) {
				w.N = rng.IntN(11) - 5
			}
			if r.Freq == Yearly && one(rng, 4) {
				w.N = rng.IntN(107) - 53
			}
			r.ByDay = append(r.ByDay, w)
		}
		r.sort()
		if r.check() == nil {
			return r
		}
	}
}

// randomStart gives a time in UTC, half of them midnight.
func randomStart(rng *rand.Rand, from, to int) time.Time {
	year := from + rng.IntN(to-from+1)
	t := time.Date(year, time.January, 1+rng.IntN(366), 0, 0, 0, 0, time.UTC)
	if one(rng, 6) { // where rules are hardest
		t = time.Date(year, []time.Month{1, 2, 12}[rng.IntN(3)], 28+rng.IntN(4), 0, 0, 0, 0, time.UTC)
	}
	if one(rng, 2) {
		t = t.Add(time.Duration(rng.IntN(24*60*60)) * time.Second)
	}
	return t
}

func one(rng *rand.Rand, in int) bool { return rng.IntN(in) == 0 }
