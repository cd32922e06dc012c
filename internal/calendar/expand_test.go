package calendar

import (
	"slices"
	"testing"
	"time"
)

func midnight(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func mustParse(t testing.TB, text string) Rule {
	t.Helper()
	r, err := ParseRule(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return r
}

// startsIn gives the starts of a year as days of the year’s months: “0915”.
func startsIn(r Rule, year int) []string {
	var list []string
	for start := range r.Starts(midnight(year, time.January, 1)) {
		if start.Year() != year {
			break
		}
		list = append(list, start.Format("0102"))
	}
	return list
}

// TestSciencePopularisationDay: the day is the Saturday before the third Sunday
// of September, which is not the third Saturday when September begins on a
// Sunday.
func TestSciencePopularisationDay(t *testing.T) {
	before := mustParse(t, "FREQ=YEARLY;BYMONTH=9;BYDAY=SA;BYMONTHDAY=14,15,16,17,18,19,20")
	third := mustParse(t, "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA")
	var differ []int
	for year := 2005; year <= 2030; year++ {
		sundays := 0
		day := midnight(year, time.August, 31)
		for sundays < 3 {
			if day = day.AddDate(0, 0, 1); day.Weekday() == time.Sunday {
				sundays++
			}
		}
		want := []string{day.AddDate(0, 0, -1).Format("0102")}
		if got := startsIn(before, year); !slices.Equal(got, want) {
			t.Errorf("%d: %v, want %v", year, got, want)
		}
		if !slices.Equal(startsIn(third, year), want) {
			differ = append(differ, year)
		}
	}
	if want := []int{2013, 2019, 2024, 2030}; !slices.Equal(differ, want) {
		t.Errorf("the third Saturday is another day in %v, want %v", differ, want)
	}
}

func TestDaysOfAYear(t *testing.T) {
	for _, c := range []struct {
		rule string
		year int
		want []string
	}{
		{"FREQ=YEARLY;BYMONTH=5;BYDAY=3SA", 2026, []string{"0516"}},
		{"FREQ=YEARLY;BYMONTH=5;BYDAY=3SA", 2027, []string{"0515"}},
		{"FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", 2026, []string{"0510"}},
		{"FREQ=YEARLY;BYDAY=20MO", 1997, []string{"0519"}}, // RFC 5545, page 45
		{"FREQ=YEARLY;BYDAY=-1FR", 2026, []string{"1225"}},
		{"FREQ=YEARLY;BYDAY=53TH", 2026, []string{"1231"}},
		{"FREQ=YEARLY;BYDAY=53TH", 2027, nil},
		{"FREQ=YEARLY;BYMONTHDAY=31", 2026, []string{"0131", "0331", "0531", "0731", "0831", "1031", "1231"}},
		{"FREQ=MONTHLY;BYMONTHDAY=-1;BYMONTH=2,4", 2028, []string{"0229", "0430"}},
		{"FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", 2026, []string{"0213", "0313", "1113"}},
		{"FREQ=MONTHLY;BYMONTH=8;BYDAY=5SA,-5SA", 2026, []string{"0801", "0829"}},
		{"FREQ=MONTHLY;BYMONTH=3;BYDAY=2SA,SU", 2026, []string{"0301", "0308", "0314", "0315", "0322", "0329"}},
		{"FREQ=DAILY;BYMONTH=1;BYDAY=SA", 2026, []string{"0103", "0110", "0117", "0124", "0131"}},
	} {
		if got := startsIn(mustParse(t, c.rule), c.year); !slices.Equal(got, c.want) {
			t.Errorf("%s in %d: %v, want %v", c.rule, c.year, got, c.want)
		}
	}
}

// TestStartFillsIn: what no BY part says is as at the start, and days that do
// not exist are left out, not moved.
func TestStartFillsIn(t *testing.T) {
	for _, c := range []struct {
		rule, start string
		want        []string
	}{
		{"FREQ=MONTHLY;COUNT=4", "2026-01-31", []string{"2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"}},
		{"FREQ=YEARLY;COUNT=3", "2096-02-29", []string{"2096-02-29", "2104-02-29", "2108-02-29"}},
		{"FREQ=YEARLY;BYMONTH=2,3;COUNT=3", "2026-01-30", []string{"2026-03-30", "2027-03-30", "2028-03-30"}},
		{"FREQ=WEEKLY;INTERVAL=2;COUNT=3", "2026-01-01", []string{"2026-01-01", "2026-01-15", "2026-01-29"}},
		// The week of the start counts as the first, from its Monday on.
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4", "2026-01-01", []string{"2026-01-04", "2026-01-12", "2026-01-18", "2026-01-26"}},
		{"FREQ=DAILY;INTERVAL=20;COUNT=3", "2026-12-31", []string{"2026-12-31", "2027-01-20", "2027-02-09"}},
		{"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO;COUNT=2", "2026-01-06", []string{"2026-03-02", "2026-05-04"}},
		{"FREQ=DAILY;UNTIL=20260103", "2026-01-01", []string{"2026-01-01", "2026-01-02", "2026-01-03"}},
		{"FREQ=DAILY;UNTIL=20251231", "2026-01-01", nil},
		{"FREQ=WEEKLY;BYDAY=SA;COUNT=1", "2026-01-01", []string{"2026-01-03"}},
	} {
		start, err := time.Parse(time.DateOnly, c.start)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for s := range mustParse(t, c.rule).Starts(start) {
			got = append(got, s.Format(time.DateOnly))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s from %s: %v, want %v", c.rule, c.start, got, c.want)
		}
	}
}

// TestUntil: a last day holds wherever the start is; a local time is meant in
// Shanghai.
func TestUntil(t *testing.T) {
	start := time.Date(2026, time.March, 1, 20, 30, 0, 0, Shanghai())
	for until, want := range map[string]int{
		"20260303":         3,
		"2026-03-03":       3,
		"20260303T203000":  3,
		"20260303T202959":  2,
		"20260303T123000Z": 3,
		"20260303T122959Z": 2,
		"20260301":         1,
		"20260228T235959":  0,
	} {
		got := 0
		for range mustParse(t, "FREQ=DAILY;UNTIL="+until).Starts(start) {
			got++
		}
		if got != want {
			t.Errorf("UNTIL=%s: %d starts, want %d", until, got, want)
		}
	}
}

// TestClockTime: the clock shows the same at every start, whatever the zone
// did meanwhile, and a start is given as it was where its clock shows that
// time twice.
func TestClockTime(t *testing.T) {
	daily := mustParse(t, "FREQ=DAILY;COUNT=3")
	start := time.Date(1986, time.May, 3, 9, 30, 15, 7, Shanghai())
	for s := range daily.Starts(start) {
		if s.Location() != Shanghai() || s.Format("15:04:05.000000000") != "09:30:15.000000007" {
			t.Errorf("%s", s)
		}
	}
	for _, utc := range []int{16, 17} { // 01:30 of daylight time, and of standard time
		start := time.Date(1986, time.September, 13, utc, 30, 0, 0, time.UTC).In(Shanghai())
		if start.Hour() != 1 {
			t.Fatalf("%s is not the hour that came twice", start)
		}
		if !matches(daily, start) {
			t.Errorf("%s is not its own first start", start)
		}
	}
}

func TestFirst(t *testing.T) {
	for _, c := range []struct{ rule, start, want string }{
		{"FREQ=WEEKLY;BYDAY=SA", "2026-01-03", "2026-01-03"},
		{"FREQ=WEEKLY;BYDAY=SA", "2026-01-04", "2026-01-10"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2096-03-01", "2104-02-29"},
		{"FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", "2025-01-01", ""},
		{"FREQ=MONTHLY;INTERVAL=12;BYMONTH=2", "2026-01-01", ""},
		{"FREQ=DAILY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29", "2000-01-01", "2224-02-29"},
		{"FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29", "2000-01-01", ""}, // 3000 is too late
		{"FREQ=YEARLY;INTERVAL=999;BYMONTH=1;BYMONTHDAY=1", "2001-01-02", ""},
		{"FREQ=DAILY", "2999-12-31", "2999-12-31"},
		{"FREQ=DAILY", "3000-01-01", ""},
		{"FREQ=DAILY", "0000-12-31", ""},
	} {
		start, err := time.Parse(time.DateOnly, c.start)
		if err != nil {
			t.Fatal(err)
		}
		r := mustParse(t, c.rule)
		first, ok := r.First(start)
		got := ""
		if ok {
			got = first.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%s from %s: %q, want %q", c.rule, c.start, got, c.want)
		}
		if matches(r, start) != (c.want == c.start) {
			t.Errorf("%s: matches(%s) is %v", c.rule, c.start, matches(r, start))
		}
	}
	for _, r := range []Rule{{}, {Freq: Yearly, ByMonth: []int{2}, ByMonthDay: []int{30}}, {Freq: Monthly, ByMonthDay: []int{99, -99}}} {
		if first, ok := r.First(midnight(2026, time.January, 1)); ok {
			t.Errorf("%+v: %s", r, first)
		}
	}
}

var hostile = []Rule{
	{Freq: Yearly, Interval: 99, ByMonth: []int{2}, ByMonthDay: []int{30}},
	{Freq: Daily, Interval: 1, ByMonthDay: []int{31}, ByMonth: []int{2, 4, 6, 9, 11}},
	{Freq: Daily, Interval: 7, ByDay: []WeekdayNum{{0, time.Sunday}}}, // from a Monday
	{Freq: Monthly, Interval: 1, ByMonthDay: []int{1}, ByDay: []WeekdayNum{{-1, time.Monday}, {5, time.Friday}}},
	{Freq: Yearly, Interval: 1, ByMonthDay: []int{1}, ByDay: []WeekdayNum{{50, time.Monday}, {2, time.Friday}}},
}

func BenchmarkFirstOfHostileRules(b *testing.B) {
	start := midnight(2026, time.January, 5)
	for _, r := range hostile {
		b.Run(r.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if first, ok := r.First(start); ok {
					b.Fatal(first)
				}
			}
		})
	}
}

func BenchmarkThousandWeeks(b *testing.B) {
	r := mustParse(b, "FREQ=WEEKLY;BYDAY=SA;COUNT=1000")
	start := time.Date(2026, time.January, 3, 9, 30, 0, 0, Shanghai())
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range r.Starts(start) {
			n++
		}
		if n != 1000 {
			b.Fatal(n)
		}
	}
}

func TestDayNumber(t *testing.T) {
	day := midnight(1, time.January, 1)
	for want := int(day.Unix() / (24 * 60 * 60)); day.Year() <= lastYear; want++ {
		year, month, d := day.Date()
		if got := dayNumber(year, month, d); got != want {
			t.Fatalf("%s: %d, want %d", day.Format(time.DateOnly), got, want)
		}
		day = day.AddDate(0, 0, 1)
	}
	if dayNumber(2026, 13, 1) != dayNumber(2027, time.January, 1) {
		t.Error("month 13 is not the next January")
	}
}

// matches says that start is itself the first: RFC 5545 wants that of DTSTART.
func matches(r Rule, start time.Time) bool {
	first, ok := r.First(start)
	return ok && first.Equal(start)
}
