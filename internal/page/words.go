package page

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"sync"
	"time"

	"kepu/internal/content"
)

// words are the interface strings of a language, for views. A missing string
// is a fault of the theme; it is remembered and reported once.
type words struct {
	strings Strings
	lang    string
	faults  *faults
}

type faults struct {
	sync.Mutex
	first error
}

func newWords(s Strings, lang string) words { return words{s, lang, new(faults)} }

func (w words) err() error {
	w.faults.Lock()
	defer w.faults.Unlock()
	return w.faults.first
}

func (w words) get(key string, args ...any) string {
	s, err := w.strings.Get(key, args...)
	if err != nil {
		w.faults.Lock()
		if w.faults.first == nil {
			w.faults.first = err
		}
		w.faults.Unlock()
	}
	return s
}

// or is for strings that a theme may leave out.
func (w words) or(key, fallback string) string {
	if s, err := w.strings.Get(key); err == nil && s != "" {
		return s
	}
	return fallback
}

// orEmpty is the name of a value, "" where there is none.
func (w words) orEmpty(prefix, value string) string {
	if value == "" {
		return ""
	}
	return w.get(prefix + value)
}

var (
	weekdaysZH = [...]string{"周日", "周一", "周二", "周三", "周四", "周五", "周六"}
	weekdaysKO = [...]string{"일", "월", "화", "수", "목", "금", "토"}
)

// A style is how a language writes dates, as layouts of package time.
type style struct{ day, short, month, yearMonth, year string }

var styles = map[string]style{
	"zh-CN": {"2006年1月2日", "1月2日", "1月", "2006年1月", "2006年"},
	"ko":    {"2006년 1월 2일", "1월 2일", "1월", "2006년 1월", "2006년"},
	"en":    {"2 January 2006", "2 Jan", "Jan", "January 2006", "2006"},
}

// day writes a whole date; short one without its year.
func (w words) day(t time.Time) string       { return t.Format(styles[w.lang].day) }
func (w words) short(t time.Time) string     { return t.Format(styles[w.lang].short) }
func (w words) month(t time.Time) string     { return t.Format(styles[w.lang].month) }
func (w words) yearMonth(t time.Time) string { return t.Format(styles[w.lang].yearMonth) }

func (w words) weekday(t time.Time) string {
	switch w.lang {
	case "ko":
		return weekdaysKO[t.Weekday()]
	case "en":
		return t.Format("Mon")
	}
	return weekdaysZH[t.Weekday()]
}

func (w words) brackets(s string) string {
	if w.lang == "zh-CN" {
		return "（" + s + "）"
	}
	return " (" + s + ")"
}

// date is a Time ready to show; the zero Date if it is not given.
func (w words) date(t content.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	if t.Day {
		return Date{ISO: t.Format("2006-01-02"), Text: w.day(t.Time)}
	}
	return Date{ISO: t.Format(time.RFC3339), Text: w.day(t.Time) + t.Format(" 15:04")}
}

// dateOnly leaves the hour out, as for the date of an article.
func (w words) dateOnly(t content.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	return Date{ISO: isoDate(t), Text: w.day(t.Time)}
}

// isoDate is the day for machines, "" if it is not given.
func isoDate(t content.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02")
}

// span writes from and to: 9月19日（周六）09:00–11:30, 9月19日—25日. The year
// is written where the caller asks for it, and where the two differ.
func (w words) span(from, to content.Time, year bool) string {
	date := w.short
	if year {
		date = w.day
	}
	head := date(from.Time) + w.brackets(w.weekday(from.Time))
	if !from.Day {
		head += from.Format(" 15:04")
		if w.lang == "zh-CN" {
			head = strings.Replace(head, "） ", "）", 1)
		}
	}
	if to.IsZero() || to.Equal(from.Time) {
		return head
	}
	if sameDay(from.Time, to.Time) {
		if to.Day {
			return head
		}
		return head + to.Format("–15:04")
	}
	tail := w.short(to.Time)
	if from.Year() != to.Year() {
		tail = w.day(to.Time)
	}
	if from.Day && to.Day {
		return date(from.Time) + "—" + tail
	}
	tail += w.brackets(w.weekday(to.Time))
	if !to.Day {
		tail += to.Format("15:04")
	}
	return head + " — " + tail
}

func sameDay(a, b time.Time) bool {
	y1, m1, d1 := a.Date()
	y2, m2, d2 := b.Date()
	return y1 == y2 && m1 == m2 && d1 == d2
}

// partial writes a date as precise as it is known.
func (w words) partial(p content.PartialDate) string {
	t := time.Date(p.Year, time.Month(max(p.Month, 1)), max(p.Day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case p.Year == 0:
		return ""
	case p.Month == 0:
		return t.Format(styles[w.lang].year)
	case p.Day == 0:
		return w.yearMonth(t)
	}
	return w.day(t)
}

// years writes the two ends of a life or a tenure.
func (w words) years(from, to content.PartialDate) string {
	switch {
	case from.Year == 0 && to.Year == 0:
		return ""
	case to.Year == 0:
		return fmt.Sprintf("%d—", from.Year)
	case from.Year == 0:
		return fmt.Sprintf("—%d", to.Year)
	case from.Year == to.Year:
		return fmt.Sprint(from.Year)
	}
	return fmt.Sprintf("%d—%d", from.Year, to.Year)
}

// escapePath percent-encodes an address for use in HTML and feeds. Letters of
// other scripts are encoded too: some chat programs cut a link at them.
func escapePath(address string) string {
	for i := 0; i < len(address); i++ {
		if c := address[i]; c >= 0x80 || c <= ' ' || strings.IndexByte(`"<>^`+"`"+`{|}`, c) >= 0 {
			return (&url.URL{Path: address}).EscapedPath()
		}
	}
	return address
}

func attr(s string) string { return template.HTMLEscapeString(s) }
