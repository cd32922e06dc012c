package content

import (
	"cmp"
	"errors"
	"strings"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/diag"
)

// timing checks texts that say when: rules, solar terms, opening hours.
func (d *decoder) timing(f *field, n *node, s, path string) bool {
	switch f.format {
	case "repeat":
		_, err := calendar.ParseRule(s)
		var wrong *calendar.RuleError
		if errors.As(err, &wrong) {
			d.add(diag.BadRule, d.at(n), display(path), clip(s), ruleProblem(wrong).String())
		}
		return err == nil
	case "term":
		if _, _, ok := ParseTerm(s); ok {
			return true
		}
		g := d.badFormat(n, s, path, "写二十四节气之一，如 谷雨，或 2027年谷雨（1900—2100年）。", "Write one of the 24 solar terms, such as 谷雨 or 2027年谷雨 (1900–2100).")
		g.Suggest = nearTerm(s)
		return false
	}
	_, _, err := calendar.ParseHours([]string{s})
	var wrong *calendar.HoursError
	if errors.As(err, &wrong) {
		g := d.badFormat(n, s, path, "写成 09:00-16:30、周二至周日 09:00-16:30 或 周一闭馆；结束要晚于开始，过了午夜的分两段写，几段时间不能重叠。", "Write 09:00-16:30, Mon-Fri 09:00-16:30 or the like; it closes after it opens, a night is two spans, and no two overlap.")
		g.Suggest = calendar.NearHours(s)
	}
	return err == nil
}

// ParseTerm reads “谷雨”, “2027年谷雨” and “谷雨 2027”. The year is 0 where none
// is given.
func ParseTerm(s string) (year int, term calendar.SolarTerm, ok bool) {
	name := strings.TrimSpace(s)
	if first, rest, found := strings.Cut(name, "年"); found {
		year, ok = digits(strings.TrimSpace(first))
		name = rest
	} else if i := strings.IndexFunc(name, isDigit); i > 0 {
		year, ok = digits(name[i:])
		name = name[:i]
	} else if i == 0 && len(name) > 4 {
		year, ok = digits(name[:4])
		name = name[4:]
	} else {
		ok = true
	}
	if !ok || year != 0 && (year < calendar.FirstTermYear || year > calendar.LastTermYear) {
		return 0, 0, false
	}
	term, ok = calendar.ParseSolarTerm(strings.TrimSpace(name))
	return year, term, ok
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func nearTerm(s string) string {
	var names []string
	for _, t := range calendar.SolarTerms() {
		names = append(names, t.String())
	}
	return diag.Nearest(s, names)
}

// ruleProblem says in words what is wrong with a rule.
func ruleProblem(e *calendar.RuleError) phrase {
	what := clip(cmp.Or(strings.Trim(e.Part+"="+e.Value, "="), "?"))
	switch e.Problem {
	case calendar.Never:
		return phrase{"“" + what + "”永远不会有这样的日子", "“" + what + "” never comes"}
	case calendar.BadWeekday:
		return phrase{"“" + what + "”不是星期几，写 MO、TU、WE、TH、FR、SA、SU", "“" + what + "” is no weekday: write MO, TU, WE, TH, FR, SA, SU"}
	case calendar.PartNotAllowed:
		return phrase{"每周的规则里不能有 " + e.Part, e.Part + " is not allowed in a weekly rule"}
	case calendar.NoFrequency:
		return phrase{"缺少 FREQ", "FREQ is missing"}
	case calendar.TooLong:
		return phrase{"规则太长", "the rule is too long"}
	case calendar.UnknownFrequency:
		return phrase{"频率只能是 YEARLY、MONTHLY、WEEKLY 或 DAILY", "the frequency must be YEARLY, MONTHLY, WEEKLY or DAILY"}
	case calendar.Repeated:
		return phrase{e.Part + " 写了两次", e.Part + " stands twice"}
	case calendar.CountAndUntil:
		return phrase{"COUNT 和 UNTIL 不能同时写", "COUNT and UNTIL exclude each other"}
	case calendar.OrdinalNotAllowed:
		return phrase{"“" + what + "”：第几个星期几只能用在每月或每年的规则里", "“" + what + "”: an ordinal weekday needs MONTHLY or YEARLY"}
	case calendar.BadUntil:
		return phrase{"“" + what + "”不是日期，写成 UNTIL=20261231 或“，到2026-12-31”", "“" + what + "” is not a date: write UNTIL=20261231"}
	case calendar.OutOfRange, calendar.BadNumber:
		return phrase{"“" + what + "”的数字不在允许的范围内", "“" + what + "” is out of range"}
	case calendar.UnknownPart, calendar.Unsupported:
		return phrase{"不支持“" + what + "”；可用 FREQ、INTERVAL、BYDAY、BYMONTH、BYMONTHDAY、COUNT、UNTIL", "“" + what + "” is not supported; use FREQ, INTERVAL, BYDAY, BYMONTH, BYMONTHDAY, COUNT, UNTIL"}
	}
	return phrase{"看不懂这条规则", "the rule cannot be read"}
}

// complete finds when an event begins and ends where that follows from its
// sessions, its stops, a solar term or the hours of a single day.
func (e *Event) complete() {
	e.spans = !e.Start.IsZero() && !e.End.IsZero() && e.Repeat == ""
	if e.Start.IsZero() {
		e.Start, e.End = e.outline()
	}
	if e.Start.IsZero() && e.On != "" {
		year, term, ok := ParseTerm(e.On)
		if ok {
			e.Start = onTerm(term, year, e.Date)
		}
	}
	e.Start, e.End, e.Hours = narrow(e.Start, e.End, e.Hours, e.Repeat != "" || len(e.Extra) > 0)
	for i := range e.Stops {
		s := &e.Stops[i]
		s.Start, s.End, s.Hours = narrow(s.Start, s.End, s.Hours, false)
	}
}

// outline is the span of all sessions and stops.
func (e *Event) outline() (start, end Time) {
	add := func(from, to Time) {
		if to.IsZero() {
			to = from
		}
		if !from.IsZero() && (start.IsZero() || from.Before(start.Time)) {
			start = from
		}
		if !to.IsZero() && (end.IsZero() || to.last().After(end.last())) {
			end = to
		}
	}
	for _, s := range e.Sessions {
		add(s.Start, s.End)
	}
	for _, s := range e.Stops {
		add(s.Start, s.End)
	}
	return start, end
}

// onTerm is the day of a solar term in a year, or where none is given, of the
// first one not before a date. Zero where neither is known.
func onTerm(term calendar.SolarTerm, year int, after Time) Time {
	if year == 0 && after.IsZero() {
		return Time{}
	}
	if year != 0 {
		day, _ := term.Day(year)
		return Time{Time: day, Day: !day.IsZero()}
	}
	y, m, d := after.In(chinaTime).Date()
	from := time.Date(y, m, d, 0, 0, 0, 0, chinaTime)
	for _, y := range []int{y, y + 1} {
		if day, ok := term.Day(y); ok && !day.Before(from) {
			return Time{Time: day, Day: true}
		}
	}
	return Time{}
}

// narrow turns a single day with a single span of hours into that span. What
// takes place again must have the same span on every day that it can be.
func narrow(start, end Time, hours []string, again bool) (Time, Time, []string) {
	if len(hours) == 0 || !start.Day || !end.IsZero() && !end.Equal(start.Time) {
		return start, end, hours
	}
	h, _, err := calendar.ParseHours(hours)
	if err != nil {
		return start, end, hours
	}
	open := h.On(start.Weekday())
	if len(open) != 1 || open[0].Close > 24*60-1 {
		return start, end, hours
	}
	for day := range time.Weekday(7) {
		if spans := h.On(day); again && (len(spans) != 1 || spans[0].Open != open[0].Open || spans[0].Close != open[0].Close) {
			return start, end, hours
		}
	}
	at := func(minutes int) Time { return Time{Time: start.Add(time.Duration(minutes) * time.Minute)} }
	return at(open[0].Open), at(open[0].Close), nil
}
