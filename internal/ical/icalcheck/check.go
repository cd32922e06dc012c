// Package icalcheck reads an iCalendar file as strictly as RFC 5545, 5546,
// 7986 and 9253 are written, and reports what is not by them. Calendar
// programs forgive much, each something else; what nobody has to forgive works
// in all of them.
//
// It knows what an association publishes: events, their zone and alarms. To-dos,
// journals and free-busy times it refuses as components that it does not know.
// It shares no code with package ical, which it checks.
package icalcheck

import (
	"cmp"
	"fmt"
	"slices"
)

// A Problem is one breach of the standard.
type Problem struct {
	Line int    // of the file, from 1; where a folded line begins
	Code string // one of the constants below
	Text string // the particulars, in English
}

func (p Problem) String() string { return fmt.Sprintf("%d: %s: %s", p.Line, p.Code, p.Text) }

// What can be wrong.
const (
	// Lines.
	BareLF        = "bare-lf"        // a line ends in LF without CR
	BareCR        = "bare-cr"        // CR without LF
	NoLineEnd     = "no-line-end"    // the last line has no CR LF
	LongLine      = "long-line"      // over 75 octets
	SplitChar     = "split-char"     // a fold inside a UTF-8 sequence
	InvalidUTF8   = "invalid-utf8"   //
	ControlChar   = "control-char"   // other than a tab
	EmptyLine     = "empty-line"     //
	BadLine       = "bad-line"       // no name, or no colon
	BadParam      = "bad-param"      // syntax, a name given twice, or one with no place there
	UnknownParam  = "unknown-param"  // in no standard and not X-
	MissingParam  = "missing-param"  // the property needs it
	BadValueType  = "bad-value-type" // VALUE names a type that the property does not take
	BadNesting    = "bad-nesting"    // BEGIN and END that do not match, or properties outside
	UnknownObject = "unknown-object" // a component that has no place there
	NoCalendar    = "no-calendar"    //
	EmptyCalendar = "empty-calendar" // a VCALENDAR without components

	// Properties.
	UnknownProperty = "unknown-property" // in no standard and not X-
	Misplaced       = "misplaced"        // known, but not in this component
	Missing         = "missing"          // a required property
	Repeated        = "repeated"         // more often than allowed

	// Values.
	BadDate     = "bad-date" // syntax, or a day or time that does not exist
	BadDuration = "bad-duration"
	BadURI      = "bad-uri"
	BadInteger  = "bad-integer"
	BadGeo      = "bad-geo"
	BadColor    = "bad-color"
	BadOffset   = "bad-offset" // the syntax of a UTC offset
	BadToken    = "bad-token"  // a word out of a closed list: STATUS, TRANSP, CLASS, VERSION …
	BadEscape   = "bad-escape"
	Unescaped   = "unescaped" // a comma or semicolon in TEXT
	BadRule     = "bad-rule"

	// Times.
	NotUTC      = "not-utc"
	Floating    = "floating"      // a local time that names no zone
	NoTimezone  = "no-timezone"   // a TZID without its VTIMEZONE
	NoStandard  = "no-standard"   // a VTIMEZONE without STANDARD
	WrongOffset = "wrong-offset"  // the VTIMEZONE gives a used time another offset than China had
	EndNotAfter = "end-not-after" // DTEND at or before DTSTART
	EndType     = "end-type"      // DTEND a date and DTSTART not, or the reverse
	ExdateType  = "exdate-type"
	RdateType   = "rdate-type"
	UntilType   = "until-type"

	// Events.
	EndAndDuration = "end-and-duration"
	DuplicateUID   = "duplicate-uid"
	NoOrganizer    = "no-organizer" // METHOD without ORGANIZER
)

// Check reports all problems of a file, by line; none for one that is as it
// should be.
func Check(src []byte) []Problem {
	c := &checker{}
	for _, l := range c.lines(src) {
		if p, ok := c.property(l); ok {
			c.place(p)
		}
	}
	c.finish()
	slices.SortStableFunc(c.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return c.problems
}

type checker struct {
	problems  []Problem
	open      []*component // from the outermost to the innermost
	calendars []*component
}

func (c *checker) add(line int, code, format string, args ...any) {
	c.problems = append(c.problems, Problem{line, code, fmt.Sprintf(format, args...)})
}
