package icalcheck

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// value checks a property's value and the parameters that say what it is.
func (c *checker) value(p *property) {
	k, known := kinds[p.name]
	if !known {
		return
	}
	for _, name := range k.params {
		if _, there := p.params[name]; !there {
			c.add(p.line, MissingParam, "%s of %s", name, p.name)
		}
	}
	typ := p.typ()
	if !slices.Contains(k.types, typ) {
		c.add(p.line, BadValueType, "%s is no %s", p.name, typ)
		return
	}
	for _, v := range p.values() {
		if code, wrong := valueChecks[typ](v); wrong != "" {
			c.add(p.line, code, "%s: %s", p.name, wrong)
		} else if k.check != nil {
			if wrong := k.check(v); wrong != "" {
				c.add(p.line, k.code, "%s: %s", p.name, wrong)
			}
		}
	}
}

// typ is the type of a property's values.
func (p *property) typ() string {
	if v := p.params["VALUE"]; v != "" {
		return strings.ToUpper(v)
	}
	if k, known := kinds[p.name]; known {
		return k.types[0]
	}
	return "TEXT"
}

// values parts a value at its commas, if the property is a list.
func (p *property) values() []string {
	if !kinds[p.name].list {
		return []string{p.value}
	}
	if p.typ() != "TEXT" {
		return strings.Split(p.value, ",")
	}
	var values []string
	from := 0
	for i := 0; i < len(p.value); i++ {
		switch p.value[i] {
		case '\\':
			i++
		case ',':
			values = append(values, p.value[from:i])
			from = i + 1
		}
	}
	return append(values, p.value[from:])
}

// valueChecks say for each type what is wrong with a value; "" is nothing.
var valueChecks = map[string]func(value string) (code, wrong string){
	"TEXT":          checkText,
	"URI":           checkURI,
	"CAL-ADDRESS":   checkURI,
	"XML-REFERENCE": checkURI,
	"UID":           checkText,
	"ANY":           func(string) (code, wrong string) { return "", "" },
	"BINARY":        func(string) (code, wrong string) { return "", "" },
	"GEO":           checkGeo,
	"PERIOD":        checkPeriod,
	"DATE":          parsed(BadDate, "a date is like 20260530", func(s string) bool { _, ok := parseDate(s); return ok }),
	"DATE-TIME":     parsed(BadDate, "a time is like 20260530T093000", func(s string) bool { _, _, ok := parseDateTime(s); return ok }),
	"DURATION":      parsed(BadDuration, "a duration is like PT12H", durationForm.MatchString),
	"INTEGER":       parsed(BadInteger, "not an integer", isInteger),
	"UTC-OFFSET":    parsed(BadOffset, "an offset is like +0800", func(s string) bool { _, ok := parseOffset(s); return ok }),
	"RECUR":         func(string) (code, wrong string) { return "", "" }, // see rule: it depends on DTSTART
}

func parsed(code, wrong string, ok func(string) bool) func(string) (string, string) {
	return func(s string) (string, string) {
		if ok(s) {
			return "", ""
		}
		return code, strconv.Quote(s) + ": " + wrong
	}
}

func checkText(s string) (code, wrong string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
			if i == len(s) || strings.IndexByte(`\;,nN`, s[i]) < 0 {
				return BadEscape, `a backslash before something else than \ ; , n`
			}
		case ',', ';':
			return Unescaped, strconv.Quote(s[i:i+1]) + " without a backslash"
		}
	}
	return "", ""
}

var uriForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$`)

func checkURI(s string) (code, wrong string) {
	u, err := url.Parse(s)
	switch {
	case !uriForm.MatchString(s) || err != nil:
		return BadURI, strconv.Quote(s)
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host == "":
		return BadURI, strconv.Quote(s) + " names no host"
	}
	return "", ""
}

var geoForm = regexp.MustCompile(`^([+-]?\d+(?:\.\d+)?);([+-]?\d+(?:\.\d+)?)$`)

func checkGeo(s string) (code, wrong string) {
	m := geoForm.FindStringSubmatch(s)
	if m == nil {
		return BadGeo, strconv.Quote(s) + ": two numbers with a semicolon between them"
	}
	for i, limit := range [...]float64{90, 180} {
		if d, err := strconv.ParseFloat(m[i+1], 64); err != nil || d < -limit || d > limit {
			return BadGeo, m[i+1] + " degrees"
		}
	}
	return "", ""
}

func checkPeriod(s string) (code, wrong string) {
	start, end, _ := strings.Cut(s, "/")
	_, _, startOK := parseDateTime(start)
	_, _, endOK := parseDateTime(end)
	if !startOK || !endOK && !durationForm.MatchString(end) {
		return BadDate, strconv.Quote(s) + ": a period is a start, / and an end or a duration"
	}
	return "", ""
}

var durationForm = regexp.MustCompile(`^[+-]?P(\d+W|\d+D(T` + durationTime + `)?|T` + durationTime + `)$`)

const durationTime = `(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S)`

func isInteger(s string) bool {
	_, err := strconv.ParseInt(s, 10, 32)
	return err == nil
}

func isNatural(s string) (wrong string) {
	if strings.HasPrefix(s, "-") {
		return s + " is negative"
	}
	return ""
}

func oneOf(words string) func(value string) (wrong string) {
	allowed := set(words)
	return func(v string) string {
		if allowed[strings.ToUpper(v)] {
			return ""
		}
		return strconv.Quote(v) + " is none of " + words
	}
}

// parseDate is strict about digits: the package time is too for this form.
func parseDate(s string) (t time.Time, ok bool) {
	t, err := time.Parse("20060102", s)
	return t, err == nil
}

// parseDateTime gives a wall-clock time, as if in UTC, and whether it is UTC.
// A leap second is refused: no event starts in one.
func parseDateTime(s string) (t time.Time, utc, ok bool) {
	s, utc = strings.CutSuffix(s, "Z")
	if len(s) != len("20060102T150405") { // time.Parse lets fractions of seconds pass
		return t, utc, false
	}
	t, err := time.Parse("20060102T150405", s)
	return t, utc, err == nil
}

var offsetForm = regexp.MustCompile(`^([+-])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$`)

func parseOffset(s string) (offset time.Duration, ok bool) {
	m := offsetForm.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	for i, unit := range [...]time.Duration{time.Hour, time.Minute, time.Second} {
		n, _ := strconv.Atoi(m[i+2]) // seconds may be missing
		offset += time.Duration(n) * unit
	}
	if m[1] == "-" {
		return -offset, offset != 0 // RFC 5545 §3.3.14: there is no minus zero
	}
	return offset, true
}
