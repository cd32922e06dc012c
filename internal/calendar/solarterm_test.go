package calendar

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"
)

//go:embed testdata/solarterms.txt
var publishedTable string

//go:embed testdata/solarterms_tt.txt
var instantsTable string

// tableLines yields the lines of a table without its comments.
func tableLines(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

func TestDaysAreAsPublished(t *testing.T) {
	year := FirstTermYear
	for line := range tableLines(publishedTable) {
		fields := strings.Fields(line)
		if fields[0] != strconv.Itoa(year) || len(fields) != 25 {
			t.Fatalf("line %q: want %d and 24 days", line, year)
		}
		for i, field := range fields[1:] {
			want, err := strconv.Atoi(field)
			if err != nil {
				t.Fatal(err)
			}
			checkDay(t, SolarTerm(i), year, want)
		}
		year++
	}
	if year != LastTermYear+1 {
		t.Errorf("the table ends before %d", year)
	}
}

// checkDay checks that term is at midnight of a day of its month in year.
func checkDay(t *testing.T, term SolarTerm, year, day int) {
	t.Helper()
	want := time.Date(year, time.January+time.Month(term)/2, day, 0, 0, 0, 0, Shanghai())
	if got, ok := term.Day(year); !ok || !got.Equal(want) || got.Location() != Shanghai() {
		t.Errorf("%v %d is on %v, %t; want %v", term, year, got, ok, want)
	}
}

// Days that are easily got wrong.
func TestDaysThatFormulasMiss(t *testing.T) {
	for _, c := range []struct {
		year int
		name string
		day  int
	}{
		{1951, "冬至", 23}, // 2 s after midnight
		{1979, "大寒", 21}, // 6 s before midnight, and published for the day after
		{2008, "小满", 21}, // 53 s after midnight
		{2021, "冬至", 21}, // 42 s before midnight
		{2051, "春分", 20}, // 41 s before midnight
		{2083, "立春", 3},  // 33 s before midnight
		{2084, "春分", 19}, // on either side of midnight, as the Earth will turn

		{2021, "立春", 3}, // on the 3rd for the first time since 1897
		{2025, "立春", 3},
		{2026, "立春", 4},

		// Where the formula that goes round is a day off: the whole part of
		// 0.2422 × the year of the century + a constant, less the leap days.
		{1902, "芒种", 7}, {1911, "立夏", 7}, {1922, "大暑", 24}, {1925, "小暑", 8},
		{1942, "秋分", 24}, {1947, "立春", 4}, {1948, "惊蛰", 5}, {1978, "小雪", 23},
		{1980, "冬至", 22}, {1982, "小寒", 6}, {1984, "冬至", 22}, {2002, "立秋", 8},
		{2016, "小暑", 7}, {2019, "小寒", 5}, {2026, "雨水", 18}, {2082, "大寒", 20},
		{2089, "霜降", 23}, {2089, "立冬", 7},
	} {
		term, ok := ParseSolarTerm(c.name)
		if !ok {
			t.Fatalf("no term %s", c.name)
		}
		checkDay(t, term, c.year, c.day)
	}
}

// In the summers with daylight saving the day is still reckoned by UTC+8:
// between 23:00 and midnight clocks showed the day after.
func TestDayIsWithoutDaylightSaving(t *testing.T) {
	seen := 0
	for year := 1986; year <= 1991; year++ {
		for _, term := range SolarTerms() {
			instant, _ := term.Instant(year)
			if clock := instant.In(Shanghai()); clock.IsDST() && clock.Hour() == 0 {
				seen++
				checkDay(t, term, year, clock.Day()-1)
			}
		}
	}
	if seen == 0 {
		t.Error("no such day")
	}
}

// Terrestrial Time leaves out how the Earth turns, so this is astronomy alone.
func TestSunAgreesWithDE441(t *testing.T) {
	const bound, usual = 4.0, 1.1 // in seconds
	worst, squares, count := 0.0, 0.0, 0
	for line := range tableLines(instantsTable) {
		want, err := time.Parse("2006-01-02T15:04:05", line)
		if err != nil {
			t.Fatal(err)
		}
		term := SolarTerm(count % 24)
		guess := want.Sub(j2000).Hours() / 24
		got := sunReaches((285+15*float64(term))*degree, guess+2)
		off := (got - guess) * 24 * 3600
		worst = max(worst, math.Abs(off))
		squares += off * off
		if math.Abs(off) > bound {
			t.Errorf("%v is %+.1f s from %s", term, off, line)
		}
		count++
	}
	if count != 240 {
		t.Errorf("%d instants, want 240", count)
	}
	rms := math.Sqrt(squares / float64(count))
	t.Logf("at most %.1f s off, root mean square %.2f s", worst, rms)
	if rms > usual {
		t.Errorf("off by %.2f s (root mean square), want at most %.2f", rms, usual)
	}
}

// Since 1972 UTC is kept within 0.9 s of the Earth by leap seconds, and TT is
// 32.184 s and the leap seconds ahead of it.
func TestDeltaTKeepsToLeapSeconds(t *testing.T) {
	for _, c := range []struct {
		date   string
		tai    float64 // TAI−UTC from then on
		within float64
	}{
		{"1972-07-01", 11, 1}, {"1980-01-01", 19, 1}, {"1985-07-01", 23, 1},
		{"1990-01-01", 25, 1}, {"1999-01-01", 32, 1}, {"2006-01-01", 33, 1},
		{"2012-07-01", 35, 1}, {"2017-01-01", 37, 1}, {"2026-01-01", 37, 1},
	} {
		at, err := time.Parse(time.DateOnly, c.date)
		if err != nil {
			t.Fatal(err)
		}
		if got := deltaT(at.Sub(j2000).Hours() / 24); math.Abs(got-32.184-c.tai) > c.within {
			t.Errorf("%s: TT is %.1f s ahead, by leap seconds %.1f", c.date, got, 32.184+c.tai)
		}
	}
}

func TestDeltaTBounds(t *testing.T) {
	for days, want := range map[float64]float64{-1e6: -2.7, 0: 63.8, 1e6: 89.5} {
		if got := deltaT(days); math.Abs(got-want) > 0.01 {
			t.Errorf("%v days from 2000: %v s, want %v", days, got, want)
		}
	}
}

// Minutes in UTC+8 as the Hong Kong Observatory publishes them.
func TestInstantIsAsPublished(t *testing.T) {
	for name, want := range map[string]string{
		"小寒": "2026-01-05 16:23",
		"立春": "2026-02-04 04:02",
	} {
		term, _ := ParseSolarTerm(name)
		published, err := time.ParseInLocation("2006-01-02 15:04", want, Shanghai())
		if err != nil {
			t.Fatal(err)
		}
		got, ok := term.Instant(published.Year())
		if off := got.Sub(published).Abs(); !ok || off > 30*time.Second {
			t.Errorf("%s is at %v, %t; want %v", name, got, ok, published)
		}
	}
}

// From term to term the Sun takes 14.7 days in January and 15.8 in July.
func TestTermsFollowEachOther(t *testing.T) {
	var last, lastDay time.Time
	for year := FirstTermYear; year <= LastTermYear; year++ {
		for _, term := range SolarTerms() {
			instant, ok := term.Instant(year)
			day, dayOK := term.Day(year)
			if !ok || !dayOK {
				t.Fatalf("%v %d is not known", term, year)
			}
			if !last.IsZero() {
				if gap := instant.Sub(last).Hours() / 24; gap < 14.7 || gap > 15.8 {
					t.Errorf("%v %d is %.2f days after the term before", term, year, gap)
				}
				// An hour more or less where daylight saving begins or ends.
				if gap := day.Sub(lastDay).Round(24*time.Hour).Hours() / 24; gap < 14 || gap > 16 {
					t.Errorf("%v %d is %v days after the term before", term, year, gap)
				}
			}
			if instant.Location() != time.UTC || instant.Nanosecond() != 0 {
				t.Errorf("%v %d is at %v", term, year, instant)
			}
			last, lastDay = instant, day
		}
	}
}

func TestTermsNotKnown(t *testing.T) {
	for _, c := range []struct {
		term SolarTerm
		year int
	}{
		{0, FirstTermYear - 1}, {23, LastTermYear + 1}, {-1, 2026}, {24, 2026},
		{0, 0}, {0, math.MaxInt}, {0, math.MinInt}, {math.MaxInt, 2026},
	} {
		if at, ok := c.term.Instant(c.year); ok || !at.IsZero() {
			t.Errorf("SolarTerm(%d) %d is at %v", int(c.term), c.year, at)
		}
		if day, ok := c.term.Day(c.year); ok || !day.IsZero() {
			t.Errorf("SolarTerm(%d) %d is on %v", int(c.term), c.year, day)
		}
	}
	if got := SolarTerm(24).String(); got != "SolarTerm(24)" {
		t.Errorf("a term that is none is %q", got)
	}
}

func TestParseSolarTerm(t *testing.T) {
	terms := SolarTerms()
	if len(terms) != 24 {
		t.Fatalf("%d terms", len(terms))
	}
	traditional := strings.Fields("小寒 大寒 立春 雨水 驚蟄 春分 清明 穀雨 立夏 小滿 芒種 夏至 " +
		"小暑 大暑 立秋 處暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至")
	for i, term := range terms {
		for _, name := range []string{term.String(), traditional[i], " " + term.String() + "\u3000\n"} {
			if got, ok := ParseSolarTerm(name); !ok || got != term || int(got) != i {
				t.Errorf("%q is %v, %t; want %v", name, got, ok, term)
			}
		}
	}
	for _, name := range []string{"", " ", "春", "春节", "立春立夏", "立 春", "SolarTerm(3)", "\xff"} {
		if got, ok := ParseSolarTerm(name); ok {
			t.Errorf("%q is %v", name, got)
		}
	}
}

func BenchmarkInstant(b *testing.B) {
	for b.Loop() {
		SolarTerm(23).Instant(2026)
	}
}

func BenchmarkDay(b *testing.B) {
	Shanghai()
	for b.Loop() {
		SolarTerm(23).Day(2026)
	}
}

func BenchmarkParseSolarTerm(b *testing.B) {
	for b.Loop() {
		ParseSolarTerm("霜降")
	}
}
