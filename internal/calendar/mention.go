package calendar

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
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
			if !ok {
				continue
			}
			from := max(0, at-maxMention)
			m := Mention{Weekday: day}
			head, bracket := hour(text[from:at])
			if !m.date(head) || otherYear(head[:m.Offset]) {
				continue
			}
			m.Offset += from
			m.Text = text[m.Offset : after+size]
			first, ranged := m.rangeStart(head)
			if !ranged {
				if ends(text[after+size:], bracket) {
					list = append(list, m)
				}
				continue
			}
			// “19日至20日（周六、周日）”: the first weekday is that of the first day.
			first.Weekday, first.Offset, first.Text = day, first.Offset+from, text[first.Offset+from:after+size]
			if last, ok := secondWeekday(text[after+size:]); ok {
				m.Weekday = last
				list = append(list, first, m)
			}
		}
	}
	slices.SortFunc(list, func(x, y Mention) int { return cmp.Compare(x.Offset, y.Offset) })
	return list
}

// otherYear says that the words before a date mean another calendar or a year
// that nobody can tell.
func otherYear(before string) bool {
	for _, word := range []string{"农历", "阴历", "去年", "前年", "明年", "后年", "年的", "同年", "当年", "次年"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// ends says that a weekday is said of the date alone: “周一闭馆”, “周一至周五”
// are said of every week, “周三丰” is a name.
func ends(after string, bracket bool) bool {
	r, _ := utf8.DecodeRuneInString(after)
	if strings.ContainsRune("至到—–－-~～、和闭休开每除", r) {
		return false
	}
	return bracket || !unicode.Is(unicode.Han, r) || strings.ContainsRune("上下早晚中午凌傍举的见", r)
}

// hour leaves out what stands between a date and its weekday: a bracket, the
// hour, the part of the day.
func hour(head string) (short string, bracket bool) {
	bracket = strings.HasSuffix(head, "（") || strings.HasSuffix(head, "(")
	for {
		short := strings.TrimRight(head, " （(　是")
		short = clockTime.ReplaceAllString(short, "")
		for _, part := range []string{"上午", "下午", "晚上", "早上", "中午", "凌晨", "傍晚", "晚", "早", "夜"} {
			short = strings.TrimSuffix(short, part)
		}
		if short == head {
			return head, bracket
		}
		head = short
	}
}

var clockTime = regexp.MustCompile(`\d{1,2}([:：]\d{2}|[时点](\d{1,2}分|半)?)$`)

// rangeStart reads the first day of “2月6日至7日”, whose last m is.
func (m Mention) rangeStart(head string) (Mention, bool) {
	day, rest, ok := lastNumber(strings.TrimSuffix(strings.TrimSuffix(head, "日"), "号"))
	if !ok || day != m.Day {
		return m, false
	}
	if before, found := strings.CutSuffix(rest, "月"); found { // “至3月7日”
		if _, r, ok := lastNumber(before); ok {
			rest = r
		}
	}
	for _, mark := range []string{"至", "到", "—", "－", "–", "-", "～", "~"} {
		if before, found := strings.CutSuffix(rest, mark); found {
			first := m
			if first.date(strings.TrimRight(before, "—")) {
				return first, true
			}
		}
	}
	return m, false
}

// secondWeekday reads the other weekday of a range: “、周日”, “至周日”.
func secondWeekday(text string) (time.Weekday, bool) {
	for _, mark := range []string{"、", "至", "到", "——", "—", "–", "-", "和", "，"} {
		rest, ok := strings.CutPrefix(text, mark)
		if !ok {
			continue
		}
		for _, word := range []string{"周", "星期", "礼拜"} {
			if name, found := strings.CutPrefix(rest, word); found {
				r, _ := utf8.DecodeRuneInString(name)
				return weekdayOf(r)
			}
		}
	}
	return time.Sunday, false
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

// words reads 2026年9月20, 9月20, or the last day of 9月19日至20.
func (m *Mention) words(head string) bool {
	var ok bool
	if m.Day, head, ok = lastNumber(head); !ok {
		return false
	}
	rest := head
	if head, ok = strings.CutSuffix(head, "月"); !ok {
		return m.sameMonth(rest)
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

// sameMonth reads the end of a range that names its month at the beginning:
// what stands before “20日” in “9月19日至20日”.
func (m *Mention) sameMonth(head string) bool {
	for _, mark := range []string{"至", "到", "—", "－", "–", "-", "～", "~"} {
		before, ok := strings.CutSuffix(head, mark)
		if !ok {
			continue
		}
		before, ok = strings.CutSuffix(strings.TrimRight(before, "—"), "日")
		first := Mention{}
		if ok && first.words(before) && first.Day < m.Day {
			m.Year, m.Month, m.Offset = first.Year, first.Month, first.Offset
			return true
		}
	}
	return false
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
