package calendar

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// A SolarTerm is one of the 24 solar terms (节气), the points at which the Sun
// has gone another 15° along the ecliptic: 0 is 小寒 (285°), 5 is 春分 (0°), 23
// is 冬至 (270°), in the order in which a civil year meets them, two a month.
type SolarTerm int

// The years in which solar terms are known.
const (
	FirstTermYear = 1900
	LastTermYear  = 2100
)

var termNames = [24]string{
	"小寒", "大寒", "立春", "雨水", "惊蛰", "春分",
	"清明", "谷雨", "立夏", "小满", "芒种", "夏至",
	"小暑", "大暑", "立秋", "处暑", "白露", "秋分",
	"寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
}

// SolarTerms returns the 24 terms in the order of the civil year.
func SolarTerms() []SolarTerm {
	terms := make([]SolarTerm, len(termNames))
	for i := range terms {
		terms[i] = SolarTerm(i)
	}
	return terms
}

var simplifyTerm = strings.NewReplacer(
	"驚", "惊", "蟄", "蛰", "穀", "谷", "滿", "满", "種", "种", "處", "处")

// ParseSolarTerm finds a term by its Chinese name, in simplified or traditional
// characters, with or without space around it.
func ParseSolarTerm(name string) (SolarTerm, bool) {
	name = simplifyTerm.Replace(strings.TrimSpace(name))
	for i, n := range termNames {
		if n == name {
			return SolarTerm(i), true
		}
	}
	return 0, false
}

// String returns the name of t in simplified characters.
func (t SolarTerm) String() string {
	if t < 0 || int(t) >= len(termNames) {
		return fmt.Sprintf("SolarTerm(%d)", int(t))
	}
	return termNames[t]
}

// j2000 is the epoch of ephemerides, with its TT taken for UTC.
var j2000 = time.Date(2000, time.January, 1, 12, 0, 0, 0, time.UTC)

// Instant returns when t is in a civil year, as a whole second in UTC, and
// whether t and year are such as are known. It is right to about 5 s, but how
// the Earth will turn is not known as well: for 2050 it may be 10 s more, for
// 2100 a minute.
func (t SolarTerm) Instant(year int) (time.Time, bool) {
	if t < 0 || int(t) >= len(termNames) || year < FirstTermYear || year > LastTermYear {
		return time.Time{}, false
	}
	turns := float64(t) / float64(len(termNames))
	longitude := (285 + 360*turns) * degree
	newYear := time.Date(year, time.January, 1, 12, 0, 0, 0, time.UTC).Sub(j2000).Hours() / 24
	days := sunReaches(longitude, newYear+5+365.2422*turns)
	seconds := days*24*3600 - deltaT(days)
	return j2000.Add(time.Duration(math.Round(seconds)) * time.Second), true
}

// Day returns midnight in Shanghai of the day on which calendars of China have
// t in a civil year, and whether t and year are such as are known. It is the day
// of Instant by UTC+8, also in the summers of 1986 to 1991, unless published
// calendars have it otherwise.
func (t SolarTerm) Day(year int) (time.Time, bool) {
	instant, ok := t.Instant(year)
	if !ok {
		return time.Time{}, false
	}
	_, month, day := instant.Add(standardOffset * time.Second).Date()
	for _, p := range publishedDays {
		if p.year == year && termNames[t] == p.term {
			day = p.day
		}
	}
	return time.Date(year, month, day, 0, 0, 0, 0, Shanghai()), true
}

// publishedDays are the days of the month that the Hong Kong Observatory's
// table of 1901 to 2100 gives, where to reckon is not enough to know them.
var publishedDays = [...]struct {
	year int
	term string
	day  int
}{
	// Calendars went by the old rules of 1742 up to 1913, and up to 1928 by the
	// mean time of Beijing, 14 minutes and 20 seconds behind UTC+8.
	{1912, "小雪", 23}, // the 22nd, 23:48
	{1913, "秋分", 24}, // the 23rd, 23:53
	{1917, "大雪", 7},  // the 8th, 00:01
	{1927, "白露", 8},  // the 9th, 00:05
	{1928, "夏至", 21}, // the 22nd, 00:06

	{1951, "冬至", 23}, // 00:00:02, nearer to midnight than Instant can tell
	{1979, "大寒", 21}, // the 20th, 23:59:54; less exact tables of the Sun were in use
	{2084, "春分", 19}, // the 20th, 00:00:36, if the Earth turns as is expected now
}
