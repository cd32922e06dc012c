package calendar

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// A Mention is a date in a text with the day of the week beside it, such as
// “9月20日（周六）”, “9月20日是周六” or “2026-09-20 星期日”.
type Mention struct {
	Year    int // 0 where the text names none
	Month   time.Month
	Day     int
	Weekday time.Weekday
	Offset  int    // of the date in the text, in bytes
	Text    string // date and weekday as written
}

// Mentions finds the dates in a text that name their weekday, in their order.
func Mentions(text string) []Mention {
	var list []Mention
	for _, word := range []string{"周", "星期", "礼拜"} {
		for at, after := 0, 0; ; {
			i := strings.Index(text[after:], word)
			if i < 0 {
				break
			}
			at, after = after+i, after+i+len(word)
			r, size := utf8.DecodeRuneInString(text[after:])
			day, ok := weekdayOf(r)
			m := Mention{Weekday: day}
			if ok && m.date(strings.TrimRight(text[max(0, at-maxMention):at], " （(，,　是")) {
				m.Offset += max(0, at-maxMention)
				m.Text = text[m.Offset : after+size]
				list = append(list, m)
			}
		}
	}
	slices.SortFunc(list, func(x, y Mention) int { return cmp.Compare(x.Offset, y.Offset) })
	return list
}

// maxMention is how many bytes before its weekday a date can begin.
const maxMention = 64

func weekdayOf(r rune) (time.Weekday, bool) {
	for i, w := range []rune("日一二三四五六") {
		if r == w {
			return time.Weekday(i), true
		}
	}
	return time.Sunday, r == '天'
}

// date reads the date at the end of head.
func (m *Mention) date(head string) bool {
	rest, ok := strings.CutSuffix(head, "日")
	if !ok {
		rest, ok = strings.CutSuffix(head, "号")
	}
	if ok {
		ok = m.words(rest)
	} else {
		ok = m.figures(head)
	}
	return ok && validDate(m.Year, m.Month, m.Day)
}

// words reads 2026年9月20 or 9月20.
func (m *Mention) words(head string) bool {
	var ok bool
	if m.Day, head, ok = lastNumber(head); !ok {
		return false
	}
	if head, ok = strings.CutSuffix(head, "月"); !ok {
		return false
	}
	var month int
	if month, head, ok = lastNumber(head); !ok {
		return false
	}
	m.Month, m.Offset = time.Month(month), len(head)
	if before, found := strings.CutSuffix(head, "年"); found {
		if year, rest, ok := lastNumber(before); ok && year >= 1000 {
			m.Year, m.Offset = year, len(rest)
		}
	}
	return true
}

// figures reads 2026-09-20, 2026/9/20 and 2026.9.20.
func (m *Mention) figures(head string) bool {
	var ok bool
	if m.Day, head, ok = lastNumber(head); !ok || head == "" {
		return false
	}
	mark := head[len(head)-1]
	if mark != '-' && mark != '/' && mark != '.' {
		return false
	}
	var month int
	if month, head, ok = lastNumber(head[:len(head)-1]); !ok || head == "" || head[len(head)-1] != mark {
		return false
	}
	m.Month = time.Month(month)
	m.Year, head, ok = lastNumber(head[:len(head)-1])
	m.Offset = len(head)
	return ok && m.Year >= 1000
}

// lastNumber takes a number of at most four digits off the end.
func lastNumber(s string) (n int, rest string, ok bool) {
	i := len(s)
	for i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		i--
	}
	if i == len(s) || len(s)-i > 4 {
		return 0, s, false
	}
	for _, c := range s[i:] {
		n = n*10 + int(c-'0')
	}
	return n, s[:i], true
}

func validDate(year int, month time.Month, day int) bool {
	if year == 0 {
		year = 2000 // a leap year: who names no year may mean 29 February
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Wrong says whether the weekday is wrong in each of the years from first to
// last, or in the year that the text names.
func (m Mention) Wrong(first, last int) bool {
	if m.Year != 0 {
		first, last = m.Year, m.Year
	}
	for y := first; y <= last; y++ {
		if t := time.Date(y, m.Month, m.Day, 0, 0, 0, 0, time.UTC); t.Weekday() == m.Weekday {
			return false
		}
	}
	return first <= last
}
