package markdown

import (
	"strings"
	"unicode/utf8"

	"kepu/internal/calendar"
)

// dates finds what the body says of days and their weekdays. It reads the
// source, since what stands there is what an author has to mend.
func dates(body []byte, line int) []Date {
	var list []Date
	text := string(body)
	at := 0 // everything before it is counted
	for _, m := range calendar.Mentions(text) {
		line += strings.Count(text[at:m.Offset], "\n")
		at = m.Offset
		start := strings.LastIndexByte(text[:at], '\n') + 1
		list = append(list, Date{m, line, utf8.RuneCountInString(text[start:at]) + 1})
	}
	return list
}
