package calendar

import "strconv"

// A Problem is what is wrong with a rule or with opening hours.
type Problem int

const (
	fine   Problem = iota // none
	Syntax                // cannot be read at all; the only problem of a Chinese phrase's wording

	// Of rules.
	UnknownPart       // RFC 5545 knows no such part
	NoFrequency       // there is no FREQ
	UnknownFrequency  // FREQ is no word of RFC 5545
	Repeated          // a part stands twice
	BadNumber         // not a whole number
	BadWeekday        // neither a weekday nor an ordinal with a weekday
	OutOfRange        // a number beyond its bounds
	CountAndUntil     // COUNT and UNTIL exclude each other
	OrdinalNotAllowed // BYDAY with an ordinal, in a rule that is neither monthly nor yearly
	PartNotAllowed    // BYMONTHDAY in a weekly rule
	BadUntil          // not a day or time that exists
	Unsupported       // allowed by RFC 5545, but beyond what Rule knows
	Never             // there is no such day, as 30 February

	// Of opening hours.
	BadTime   // not a time of day between 0:00 and 24:00
	Backwards // closes no later than it opens
	Overlap   // two spans of one weekday overlap

	TooLong // more than anybody would write
)

var problemTexts = [...]string{
	Syntax:            "cannot be read",
	UnknownPart:       "there is no such part",
	NoFrequency:       "FREQ is missing",
	UnknownFrequency:  "there is no such frequency",
	Repeated:          "stands twice",
	BadNumber:         "is not a whole number",
	BadWeekday:        "is not a weekday",
	OutOfRange:        "is out of range",
	CountAndUntil:     "COUNT and UNTIL exclude each other",
	OrdinalNotAllowed: "only MONTHLY and YEARLY rules have ordinal weekdays",
	PartNotAllowed:    "is not allowed with this frequency",
	BadUntil:          "is not a date, or not one that exists",
	Unsupported:       "is not supported",
	Never:             "there is never such a day",
	BadTime:           "is not a time of day",
	Backwards:         "closes no later than it opens",
	Overlap:           "overlaps with another span",
	TooLong:           "is too long",
}

func (p Problem) String() string { return problemTexts[p] }

// A RuleError says why a text is not a rule that is supported.
type RuleError struct {
	Problem Problem
	Part    string // of the rule, like “BYDAY”; empty where it is no single one
	Value   string // what was found there
}

func (e *RuleError) Error() string {
	what := e.Part
	if what != "" && e.Value != "" {
		what += "="
	}
	return "rule: " + strconv.Quote(what+e.Value) + ": " + e.Problem.String()
}

// An HoursError says why a text does not give opening hours.
type HoursError struct {
	Problem Problem
	Value   string // what was found
}

func (e *HoursError) Error() string {
	return "opening hours: " + strconv.Quote(e.Value) + ": " + e.Problem.String()
}
