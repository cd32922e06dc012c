package douyin

import "regexp"

// contacts are addresses on the web, mail addresses and telephone numbers: those
// of phones, with an area code, of hotlines (400), and other numbers only where
// it is said that they are one. Dates and years have as many digits.
var contacts = regexp.MustCompile(`(?i)://|@|www\.|\+86[- ]?\d` +
	`|(?:^|\D)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?:\D|$)` +
	`|(?:^|[^\d-])0\d{2,3}[-－—）) ]\d{3,4}[- ]?\d{4}(?:\D|$)` +
	`|(?:^|\D)400[- ]?(?:\d{3}[- ]?\d{4}|\d{4}[- ]?\d{3})(?:\D|$)` +
	`|(?:电话|热线|전화|\btel(?:ephone)?\b|\bphone\b)[号码为是:：.（( ]{0,4}\d{3,4}[- ]?\d{4}(?:\D|$)`)

// contact tells that a text holds a way to reach somebody, for which the medium
// shows a picture to fewer people.
func contact(s string) bool { return contacts.MatchString(s) }
