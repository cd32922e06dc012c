package content

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/diag"
)

// ChinaTime is the zone of dates that name none. No machine needs a zone
// database for it.
func ChinaTime() *time.Location { return chinaTime }

var chinaTime = calendar.Shanghai()

const minYear, maxYear = 1000, 2999

// parseTime reads “2026-05-30”, “2026-05-30 09:00”, “2026-05-30T09:00:05” and
// the latter two with “Z” or “+08:00”.
func parseTime(s string) (Time, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return Time{}, false
	}
	y, ok1 := digits(s[0:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:10])
	if !ok1 || !ok2 || !ok3 || !validDate(y, m, d) {
		return Time{}, false
	}
	if len(s) == 10 {
		return Time{Time: time.Date(y, time.Month(m), d, 0, 0, 0, 0, chinaTime), Day: true}, true
	}
	if len(s) < 16 || s[10] != ' ' && s[10] != 'T' || s[13] != ':' {
		return Time{}, false
	}
	h, ok1 := digits(s[11:13])
	min, ok2 := digits(s[14:16])
	rest, sec, ok3 := s[16:], 0, true
	if len(rest) >= 3 && rest[0] == ':' {
		sec, ok3 = digits(rest[1:3])
		rest = rest[3:]
	}
	if !ok1 || !ok2 || !ok3 || h > 23 || min > 59 || sec > 59 {
		return Time{}, false
	}
	loc, ok := parseZone(strings.TrimPrefix(rest, " "))
	if !ok || strings.TrimSpace(rest) == "" && rest != "" {
		return Time{}, false
	}
	t := time.Date(y, time.Month(m), d, h, min, sec, 0, loc)
	if loc == chinaTime && t.Hour() != h {
		return Time{}, false // clocks went forward over it
	}
	if loc == beijing {
		t = t.In(chinaTime)
	}
	return Time{Time: t}, true
}

// beijing is the zone of who writes +08:00, in summer as well.
var beijing = time.FixedZone("", 8*60*60)

func parseZone(s string) (*time.Location, bool) {
	switch {
	case s == "":
		return chinaTime, true
	case s == "+08:00":
		return beijing, true
	case s == "Z":
		return time.UTC, true
	case len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':':
		return nil, false
	}
	h, ok1 := digits(s[1:3])
	m, ok2 := digits(s[4:6])
	if !ok1 || !ok2 || h > 14 || m > 59 {
		return nil, false
	}
	off := h*3600 + m*60
	if s[0] == '-' {
		off = -off
	}
	return time.FixedZone("", off), true
}

// siteZone wants an instant of a calendar in the zone that its readers live in:
// what says 20:00 must be 20:00 on the poster too.
func (d *decoder) siteZone(n *node, t Time, path string) bool {
	if t.Location() == chinaTime {
		return true
	}
	layout := "2006-01-02 15:04"
	if t.Second() != 0 {
		layout += ":05"
	}
	d.add(diag.ForeignZone, d.at(n), display(path), clip(n.value)).Suggest = t.In(chinaTime).Format(layout)
	return false
}

// digits reads a number written in digits only.
func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != ""
}

func validDate(y, m, d int) bool {
	return y >= minYear && y <= maxYear && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

func daysIn(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// last is the instant at which t is over: a whole day ends with the day.
func (t Time) last() time.Time {
	if t.Day {
		return t.AddDate(0, 0, 1)
	}
	return t.Time
}

// parsePartial reads “1938”, “1938-06”, “1938-06-15”.
func parsePartial(s string) (PartialDate, bool) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return PartialDate{}, false
	}
	var p PartialDate
	var ok bool
	if p.Year, ok = digits(s[:4]); !ok {
		return PartialDate{}, false
	}
	m, d := 1, 1
	if len(s) >= 7 {
		if m, ok = digits(s[5:7]); !ok || s[4] != '-' {
			return PartialDate{}, false
		}
		p.Month = m
	}
	if len(s) == 10 {
		if d, ok = digits(s[8:]); !ok || s[7] != '-' {
			return PartialDate{}, false
		}
		p.Day = d
	}
	if !validDate(p.Year, m, d) {
		return PartialDate{}, false
	}
	return p, true
}

// IsZero says that no date was given.
func (p PartialDate) IsZero() bool { return p == PartialDate{} }

// String is the form in which editors write it.
func (p PartialDate) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Month == 0:
		return fmt.Sprintf("%04d", p.Year)
	case p.Day == 0:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.Year, p.Month, p.Day)
}

// before compares as far as both are known: 1938 is not before 1938-06, nor
// after it.
func (p PartialDate) before(q PartialDate) bool {
	switch {
	case p.Year != q.Year:
		return p.Year < q.Year
	case p.Month == 0 || q.Month == 0 || p.Month != q.Month:
		return p.Month != 0 && q.Month != 0 && p.Month < q.Month
	}
	return p.Day != 0 && q.Day != 0 && p.Day < q.Day
}

var isoDate = lazy(`^[12]\d{3}-\d{2}-\d{2}`)

var looseDate = lazy(`^(\d{4})(?:\s*[-/.年－—_]\s*(\d{1,2})(?:\s*[-/.月－—_]\s*(\d{1,2}))?)?\s*[月日号]?\s*T?(?:(\d{1,2})[:：时点](\d{1,2})?)?`)

// nearDate guesses the date meant by “2026/5/30”, “2026年5月30日 9点” or
// “2026-5-3”; "" if it has no idea. partial allows a date without day.
func nearDate(s string, partial bool) string {
	s = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	m := looseDate().FindStringSubmatch(s)
	if m == nil || m[2] == "" && !partial || m[3] == "" && !partial {
		return ""
	}
	out := m[1]
	for _, part := range m[2:4] {
		if n, err := strconv.Atoi(part); err == nil {
			out += fmt.Sprintf("-%02d", n)
		}
	}
	if partial {
		_, ok := parsePartial(out)
		return map[bool]string{true: out}[ok]
	}
	if h, err := strconv.Atoi(m[4]); err == nil {
		min, _ := strconv.Atoi(m[5])
		if t, ok := parseTime(out); ok && h == 24 && min == 0 { // midnight belongs to the next day
			out, h = t.AddDate(0, 0, 1).Format("2006-01-02"), 0
		}
		out += fmt.Sprintf(" %02d:%02d", h, min)
	}
	_, ok := parseTime(out)
	return map[bool]string{true: out}[ok]
}
