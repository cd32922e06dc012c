package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxRule bounds the length of a rule in bytes.
const maxRule = 2000

// ParseRule reads a rule as RFC 5545 writes it, with or without “RRULE:” and in
// letters of any case, or in Chinese words, like “每月第二个周六，到2026-12-31”.
// An UNTIL that is a local time is meant in Shanghai; a day may also be written
// 2026-12-31. Its error is a *RuleError.
func ParseRule(text string) (Rule, error) {
	if len(text) > maxRule {
		return Rule{}, &RuleError{Problem: TooLong, Value: strings.ToValidUTF8(text[:20], "…")}
	}
	var r Rule
	var err *RuleError
	if s := fold(text); strings.Contains(s, "=") {
		r, err = parseParts(strings.ToUpper(s))
	} else {
		r, err = parsePhrase(s)
	}
	if err == nil {
		r.sort()
		err = r.check()
	}
	if err != nil {
		return Rule{}, err
	}
	return r, nil
}

func parseParts(s string) (Rule, *RuleError) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "RRULE:")
	r := Rule{Interval: 1}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		name, value, ok := strings.Cut(part, "=")
		if !ok || name == "" || value == "" {
			return r, &RuleError{Syntax, "", part}
		}
		if seen[name] {
			return r, &RuleError{Repeated, name, value}
		}
		seen[name] = true
		if problem, what := r.parsePart(name, value); problem != fine {
			return r, &RuleError{problem, name, what}
		}
	}
	if r.Freq == 0 {
		return r, &RuleError{NoFrequency, "FREQ", ""}
	}
	return r, nil
}

// parsePart reads one part, and gives what is wrong with which piece of it.
func (r *Rule) parsePart(name, value string) (problem Problem, what string) {
	switch name {
	case "FREQ":
		return parseFreq(&r.Freq, value), value
	case "INTERVAL":
		return parseCount(&r.Interval, value), value
	case "COUNT":
		return parseCount(&r.Count, value), value
	case "UNTIL":
		return r.parseUntil(value), value
	case "BYMONTH":
		return parseList(&r.ByMonth, value, parseCount)
	case "BYMONTHDAY":
		return parseList(&r.ByMonthDay, value, parseNumber)
	case "BYDAY":
		return parseList(&r.ByDay, value, parseWeekday)
	case "WKST":
		switch {
		case value == "MO":
			return fine, "" // as it is anyway
		case slices.Contains(weekdayNames[:], value):
			return Unsupported, value
		}
		return BadWeekday, value
	case "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP":
		return Unsupported, value
	}
	return UnknownPart, value
}

func parseFreq(f *Freq, s string) Problem {
	switch s {
	case "HOURLY", "MINUTELY", "SECONDLY":
		return Unsupported
	}
	i := slices.Index(freqNames[:], s)
	if i <= 0 {
		return UnknownFrequency
	}
	*f = Freq(i)
	return fine
}

// parseCount reads a number that RFC 5545 allows no sign.
func parseCount(n *int, s string) Problem {
	if s[0] == '+' || s[0] == '-' {
		return BadNumber
	}
	if problem := parseNumber(n, s); problem != fine {
		return problem
	}
	if *n == 0 { // which stands for “not limited” in a Rule
		return OutOfRange
	}
	return fine
}

func parseNumber(n *int, s string) Problem {
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return BadNumber
	}
	v, err := strconv.Atoi(s)
	if err != nil {
		return OutOfRange
	}
	*n = v
	return fine
}

func parseWeekday(w *WeekdayNum, s string) Problem {
	if len(s) < 2 {
		return BadWeekday
	}
	number, name := s[:len(s)-2], s[len(s)-2:]
	day := slices.Index(weekdayNames[:], name)
	if day < 0 {
		return BadWeekday
	}
	w.Day = time.Weekday(day)
	if number == "" {
		return fine
	}
	switch problem := parseNumber(&w.N, number); {
	case problem == BadNumber:
		return BadWeekday
	case problem != fine:
		return problem
	case w.N == 0: // which stands for “every” in a Rule
		return OutOfRange
	}
	return fine
}

func parseList[T any](list *[]T, s string, parse func(*T, string) Problem) (Problem, string) {
	for item := range strings.SplitSeq(s, ",") {
		var v T
		if item == "" {
			return Syntax, s
		}
		if problem := parse(&v, item); problem != fine {
			return problem, item
		}
		*list = append(*list, v)
	}
	return fine, ""
}

// parseUntil takes the forms of RFC 5545, and days with hyphens.
func (r *Rule) parseUntil(s string) Problem {
	for _, form := range []struct {
		layout string
		zone   *time.Location
		day    bool
	}{
		{untilDay, time.UTC, true},
		{time.DateOnly, time.UTC, true},
		{untilInstant, time.UTC, false},
		{"20060102T150405", Shanghai(), false},
	} {
		if len(s) != len(form.layout) { // or fractions of a second would be taken
			continue
		}
		if t, err := time.ParseInLocation(form.layout, s, form.zone); err == nil {
			r.Until, r.UntilDay = t.UTC(), form.day
			return fine
		}
	}
	return BadUntil
}

// sort gives the lists their one order.
func (r *Rule) sort() {
	slices.Sort(r.ByMonth)
	slices.SortFunc(r.ByMonthDay, fromStartFirst)
	slices.SortFunc(r.ByDay, func(a, b WeekdayNum) int {
		return cmp.Or(fromStartFirst(a.N, b.N), cmp.Compare(fromMonday(a.Day), fromMonday(b.Day)))
	})
	r.ByMonth = slices.Compact(r.ByMonth)
	r.ByMonthDay = slices.Compact(r.ByMonthDay)
	r.ByDay = slices.Compact(r.ByDay)
}

// fromStartFirst orders 1, 2, 3 … −3, −2, −1, as they come in a month.
func fromStartFirst(a, b int) int { return cmp.Compare(uint(a), uint(b)) }

// check finds what no rule may have, whichever way it was written.
func (r Rule) check() *RuleError {
	outside := func(n, low, high int) bool { return n < low || n > high }
	number := func(part string, n int) *RuleError { return &RuleError{OutOfRange, part, strconv.Itoa(n)} }
	switch {
	case outside(r.Interval, 1, MaxInterval):
		return number("INTERVAL", r.Interval)
	case outside(r.Count, 0, MaxCount):
		return number("COUNT", r.Count)
	case r.Count != 0 && !r.Until.IsZero():
		return &RuleError{Problem: CountAndUntil}
	case r.Freq == Weekly && len(r.ByMonthDay) > 0:
		return &RuleError{PartNotAllowed, "BYMONTHDAY", strconv.Itoa(r.ByMonthDay[0])}
	}
	for _, m := range r.ByMonth {
		if outside(m, 1, 12) {
			return number("BYMONTH", m)
		}
	}
	for _, d := range r.ByMonthDay {
		if outside(d, -31, 31) || d == 0 {
			return number("BYMONTHDAY", d)
		}
	}
	most := 5 // weekdays of one kind in a month
	if r.Freq == Yearly && len(r.ByMonth) == 0 {
		most = 53
	}
	for _, w := range r.ByDay {
		switch {
		case w.N != 0 && r.Freq != Yearly && r.Freq != Monthly:
			return &RuleError{OrdinalNotAllowed, "BYDAY", w.String()}
		case outside(w.N, -most, most):
			return &RuleError{OutOfRange, "BYDAY", w.String()}
		}
	}
	if r.never() {
		return &RuleError{Never, "", r.String()}
	}
	return nil
}

// never reports whether no year has such a day. There are 14 kinds of years,
// and any 28 of our days hold them all.
func (r Rule) never() bool {
	r.Interval, r.Count, r.UntilDay = 1, 0, true
	r.Until = time.Date(2027, time.December, 31, 0, 0, 0, 0, time.UTC)
	_, ok := r.First(time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC))
	return !ok
}
