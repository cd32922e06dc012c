package icalcheck

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A bound is what the numbers of a rule's part may be. With signed, they may
// also be the same below zero, and not zero.
type bound struct {
	low, high int
	signed    bool
	list      bool
}

var ruleNumbers = map[string]bound{
	"COUNT":      {1, 1<<31 - 1, false, false},
	"INTERVAL":   {1, 1<<31 - 1, false, false},
	"BYSECOND":   {0, 60, false, true},
	"BYMINUTE":   {0, 59, false, true},
	"BYHOUR":     {0, 23, false, true},
	"BYMONTHDAY": {1, 31, true, true},
	"BYYEARDAY":  {1, 366, true, true},
	"BYWEEKNO":   {1, 53, true, true},
	"BYMONTH":    {1, 12, false, true},
	"BYSETPOS":   {1, 366, true, true},
}

// notWith are the parts that a frequency does not take (RFC 5545 §3.3.10).
var notWith = map[string]map[string]bool{
	"YEARLY":   {},
	"MONTHLY":  set("BYWEEKNO BYYEARDAY"),
	"WEEKLY":   set("BYWEEKNO BYYEARDAY BYMONTHDAY"),
	"DAILY":    set("BYWEEKNO BYYEARDAY"),
	"HOURLY":   set("BYWEEKNO"),
	"MINUTELY": set("BYWEEKNO"),
	"SECONDLY": set("BYWEEKNO"),
}

const ordinalDay = `([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)`

var (
	ordinalDays = regexp.MustCompile(`^` + ordinalDay + `(,` + ordinalDay + `)*$`)
	ordinal     = regexp.MustCompile(`[+-]?\d+`)
	weekday     = regexp.MustCompile(`^(SU|MO|TU|WE|TH|FR|SA)$`)
)

// ruleParts takes a rule apart and checks each part alone; wrong is what
// is not allowed, or "".
func ruleParts(value string) (parts map[string]string, wrong string) {
	parts = map[string]string{}
	for part := range strings.SplitSeq(strings.ToUpper(value), ";") {
		name, v, ok := strings.Cut(part, "=")
		if !ok || v == "" {
			return nil, strconv.Quote(part) + " is no name with a value"
		}
		if _, twice := parts[name]; twice {
			return nil, name + " is there twice"
		}
		if !rulePart(name, v) {
			return nil, strconv.Quote(part) + " is not allowed"
		}
		parts[name] = v
	}
	return parts, ""
}

func rulePart(name, v string) bool {
	switch name {
	case "FREQ":
		_, known := notWith[v]
		return known
	case "UNTIL":
		_, day := parseDate(v)
		_, _, moment := parseDateTime(v)
		return day || moment
	case "WKST":
		return weekday.MatchString(v)
	case "BYDAY":
		if !ordinalDays.MatchString(v) {
			return false
		}
		for _, n := range ordinal.FindAllString(v, -1) {
			if i, _ := strconv.Atoi(n); i < -53 || i == 0 || i > 53 {
				return false
			}
		}
		return true
	}
	b, known := ruleNumbers[name]
	if !known {
		return false
	}
	values := strings.Split(v, ",")
	for _, v := range values {
		if !b.holds(v) {
			return false
		}
	}
	return b.list || len(values) == 1
}

func (b bound) holds(v string) bool {
	if b.signed {
		v = strings.TrimPrefix(strings.TrimPrefix(v, "-"), "+")
	}
	if v == "" || !isDigit(v[0]) {
		return false
	}
	n, err := strconv.Atoi(v)
	return err == nil && b.low <= n && n <= b.high
}

// ruleWrong says what is wrong with a rule as a whole, for an event that starts
// on a day or at a time of day.
func ruleWrong(parts map[string]string, day bool) string {
	freq := parts["FREQ"]
	by := 0
	for name := range parts {
		if strings.HasPrefix(name, "BY") {
			by++
		}
	}
	switch {
	case freq == "":
		return "no FREQ"
	case parts["COUNT"] != "" && parts["UNTIL"] != "":
		return "both COUNT and UNTIL"
	case parts["BYSETPOS"] != "" && by == 1:
		return "BYSETPOS chooses from nothing"
	case ordinal.MatchString(parts["BYDAY"]) && freq != "MONTHLY" && freq != "YEARLY":
		return "BYDAY with a number in a rule that is " + freq
	case ordinal.MatchString(parts["BYDAY"]) && parts["BYWEEKNO"] != "":
		return "BYDAY with a number and BYWEEKNO"
	case day && (parts["BYHOUR"] != "" || parts["BYMINUTE"] != "" || parts["BYSECOND"] != ""):
		return "a time of day for an event of whole days"
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if notWith[freq][name] {
			return name + " in a rule that is " + freq
		}
	}
	return ""
}

// rule checks a rule against the start of its event.
func (c *checker) rule(p *property, start moment) {
	parts, wrong := ruleParts(p.value)
	if wrong == "" {
		wrong = ruleWrong(parts, start.day)
	}
	if wrong != "" {
		c.add(p.line, BadRule, "%s", wrong)
		return
	}
	until := parts["UNTIL"]
	if until == "" {
		return
	}
	_, utc, timed := parseDateTime(until)
	switch {
	case start.day && timed:
		c.add(p.line, UntilType, "UNTIL has a time of day and DTSTART has none")
	case !start.day && !utc && !start.floating():
		c.add(p.line, UntilType, "UNTIL is not a time in UTC")
	}
}
