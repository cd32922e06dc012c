package icalcheck

// A kind says which values a property takes.
type kind struct {
	types  []string                  // of values, the default first; see valueChecks
	list   bool                      // several, with commas between them
	check  func(value string) string // further wants; what is wrong, or ""
	code   string                    // of what check finds
	params []string                  // that must be there
}

func one(types ...string) kind  { return kind{types: types} }
func many(types ...string) kind { return kind{types: types, list: true} }
func word(words string) kind {
	return kind{types: []string{"TEXT"}, check: oneOf(words), code: BadToken}
}

var natural = kind{types: []string{"INTEGER"}, check: isNatural, code: BadInteger}

// with wants parameters.
func (k kind) with(params ...string) kind {
	k.params = params
	return k
}

// kinds are the properties of RFC 5545, 7986 and 9253, and those X- ones that
// calendar programs give a meaning.
var kinds = map[string]kind{
	"CALSCALE": word("GREGORIAN"),
	"METHOD":   word("PUBLISH REQUEST REPLY ADD CANCEL REFRESH COUNTER DECLINECOUNTER"),
	"PRODID":   one("TEXT"),
	"VERSION":  word("2.0"),

	"ATTACH":       one("URI", "BINARY"),
	"CATEGORIES":   many("TEXT"),
	"CLASS":        word("PUBLIC PRIVATE CONFIDENTIAL"),
	"COMMENT":      one("TEXT"),
	"DESCRIPTION":  one("TEXT"),
	"GEO":          {types: []string{"GEO"}},
	"LOCATION":     one("TEXT"),
	"PRIORITY":     {types: []string{"INTEGER"}, check: oneOf("0 1 2 3 4 5 6 7 8 9"), code: BadInteger},
	"RESOURCES":    many("TEXT"),
	"STATUS":       word("TENTATIVE CONFIRMED CANCELLED"),
	"SUMMARY":      one("TEXT"),
	"DTEND":        one("DATE-TIME", "DATE"),
	"DTSTART":      one("DATE-TIME", "DATE"),
	"DURATION":     one("DURATION"),
	"TRANSP":       word("OPAQUE TRANSPARENT"),
	"TZID":         one("TEXT"),
	"TZNAME":       one("TEXT"),
	"TZOFFSETFROM": one("UTC-OFFSET"),
	"TZOFFSETTO":   one("UTC-OFFSET"),
	"TZURL":        one("URI"),

	"ATTENDEE":      one("CAL-ADDRESS"),
	"CONTACT":       one("TEXT"),
	"ORGANIZER":     one("CAL-ADDRESS"),
	"RECURRENCE-ID": one("DATE-TIME", "DATE"),
	"RELATED-TO":    one("TEXT", "UID", "URI"),
	"URL":           one("URI"),
	"UID":           one("TEXT"),

	"EXDATE": many("DATE-TIME", "DATE"),
	"RDATE":  many("DATE-TIME", "DATE", "PERIOD"),
	"RRULE":  one("RECUR"),

	"ACTION":  word("AUDIO DISPLAY EMAIL"),
	"REPEAT":  natural,
	"TRIGGER": one("DURATION", "DATE-TIME"),

	"CREATED":        one("DATE-TIME"),
	"DTSTAMP":        one("DATE-TIME"),
	"LAST-MODIFIED":  one("DATE-TIME"),
	"SEQUENCE":       natural,
	"REQUEST-STATUS": one("ANY"),

	// RFC 7986.
	"NAME":             one("TEXT"),
	"REFRESH-INTERVAL": one("DURATION").with("VALUE"),
	"SOURCE":           one("URI"),
	"COLOR":            {types: []string{"TEXT"}, check: isColour, code: BadColor},
	"IMAGE":            one("URI", "BINARY").with("VALUE"),
	"CONFERENCE":       one("URI").with("VALUE"),

	// RFC 9253.
	"CONCEPT": one("URI"),
	"LINK":    one("URI", "UID", "XML-REFERENCE").with("VALUE", "LINKREL"),
	"REFID":   one("TEXT"),

	"X-WR-CALNAME":    one("TEXT"),
	"X-WR-CALDESC":    one("TEXT"),
	"X-WR-TIMEZONE":   one("TEXT"),
	"X-PUBLISHED-TTL": one("DURATION"),
}

// A plan says what a component holds (RFC 5545 §3.6).
type plan struct {
	required map[string]bool // exactly once
	once     map[string]bool // at most once
	more     map[string]bool // any number
	inside   map[string]bool // components
}

// plans are the components that the checker knows; the one named "" is the file.
var plans = map[string]plan{
	"": {inside: set("VCALENDAR")},
	"VCALENDAR": {
		required: set("PRODID VERSION"),
		once:     set("CALSCALE METHOD UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR"),
		more:     set("NAME DESCRIPTION CATEGORIES IMAGE"),
		inside:   set("VEVENT VTIMEZONE"),
	},
	"VEVENT": {
		// DTSTART may be missing where there is a METHOD; nothing is gained by that.
		required: set("UID DTSTAMP DTSTART"),
		once: set(`CLASS COLOR CREATED DESCRIPTION DTEND DURATION GEO LAST-MODIFIED LOCATION ORGANIZER
			PRIORITY RECURRENCE-ID RRULE SEQUENCE STATUS SUMMARY TRANSP URL`),
		more: set(`ATTACH ATTENDEE CATEGORIES COMMENT CONCEPT CONFERENCE CONTACT EXDATE IMAGE LINK RDATE
			REFID RELATED-TO REQUEST-STATUS RESOURCES`),
		inside: set("VALARM"),
	},
	"VALARM": {
		required: set("ACTION TRIGGER"),
		once:     set("DESCRIPTION DURATION REPEAT SUMMARY"),
		more:     set("ATTACH ATTENDEE"),
	},
	"VTIMEZONE": {
		required: set("TZID"),
		once:     set("LAST-MODIFIED TZURL"),
		inside:   set("STANDARD DAYLIGHT"),
	},
	"STANDARD": observancePlan,
	"DAYLIGHT": observancePlan,
}

var observancePlan = plan{
	required: set("DTSTART TZOFFSETFROM TZOFFSETTO"),
	once:     set("RRULE"),
	more:     set("COMMENT RDATE TZNAME"),
}
