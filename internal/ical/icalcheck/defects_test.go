package icalcheck_test

import (
	"strings"

	. "kepu/internal/ical/icalcheck"
)

var defects = []defect{
	// Lines.
	{summary, "SUMMARY:闰日<LF>", BareLF},
	{summary, "SUMMARY:闰日<CR>STATUS:CONFIRMED\n", BareCR},
	{summary, "SUMMARY:" + strings.Repeat("a", 68) + "\n", LongLine},
	{summary, "SUMMARY:" + strings.Repeat("日", 23) + "\n", LongLine},
	{summary, "SUMMARY:\xe9\n \x97\xb0日\n", SplitChar},
	{summary, "SUMMARY:\xe9\x97\n \xb0日\n", SplitChar},
	{summary, "SUMMARY:\xe9日\n", InvalidUTF8},
	{summary, "SUMMARY:\x07\n", ControlChar},
	{summary, "SUMMARY:\x7f\n", ControlChar},
	{summary, "SUMMARY:闰日\n\n", EmptyLine},
	{summary, "SUMMARY\n", BadLine},
	{summary, "闰日:闰日\n", BadLine},
	{summary, "SUMMARY 闰日\n", BadLine},
	{summary, "SUMMARY;LANGUAGE:闰日\n", BadParam},
	{summary, "SUMMARY;LANGUAGE=zh-CN\n", BadParam},
	{summary, "SUMMARY;LANGUAGE=:闰日\n", BadParam},
	{summary, "SUMMARY;=zh-CN:闰日\n", BadParam},
	{summary, "SUMMARY;LANGUAGE=\"zh:闰日\n", BadParam},
	{summary, "SUMMARY;LANGUAGE=zh\"CN\":闰日\n", BadParam},
	{summary, "SUMMARY;LANGUAGE=\"zh\"CN:闰日\n", BadParam},
	{summary, "SUMMARY;LANGUAGE=zh;LANGUAGE=ko:闰日\n", BadParam},
	{summary, "SUMMARY;LANG=zh:闰日\n", UnknownParam},
	{dayStart, "DTSTART;VALUE=DATE;TZID=Asia/Shanghai:20240229\n", BadParam},
	{link, "LINK;VALUE=URI:", MissingParam},
	{"REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL", MissingParam},
	{"IMAGE;VALUE=URI", "IMAGE", MissingParam},
	{"CONFERENCE;VALUE=URI", "CONFERENCE", MissingParam},
	{dayStart, "DTSTART;VALUE=TEXT:20240229\n", BadValueType},
	{"IMAGE;VALUE=URI", "IMAGE;VALUE=URL", BadValueType},
	{"END:VALARM\n", "", BadNesting},
	{ends, "END:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", BadNesting},
	{ends, "END:VEVENT\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n", UnknownObject},
	{ends, "BEGIN:VEVENT\nUID:x\nDTSTAMP:20260401T000000Z\nDTSTART:20260401T000000Z\nEND:VEVENT\n" + ends, UnknownObject},

	// Properties.
	{summary, "SUMARY:闰日\n", UnknownProperty},
	{summary, summary + "NAME:闰日\n", Misplaced},
	{"CALSCALE:GREGORIAN\n", "SUMMARY:x\n", Misplaced},
	{"VERSION:2.0\n", "", Missing},
	{"PRODID:-//example//calendar//ZH\n", "", Missing},
	{"UID:summer@kepu.example.org\n", "", Missing},
	{"UID:summer@kepu.example.org\n", "UID:\n", Missing},
	{"DTSTAMP:20260401T000000Z\n", "", Missing},
	{dayStart, "", Missing},
	{"TZOFFSETFROM:+0800\n", "", Missing},
	{"TRIGGER:-PT30M\n", "", Missing},
	{summary, summary + summary, Repeated},
	{"VERSION:2.0\n", "VERSION:2.0\nVERSION:2.0\n", Repeated},
	{"PRODID:-//example//calendar//ZH\n", "PRODID:a\nPRODID:b\n", Repeated},
	{"UID:summer@kepu.example.org\n", "UID:summer@kepu.example.org\nUID:x\n", Repeated},
	{"DTSTAMP:20260401T000000Z\n", "DTSTAMP:20260401T000000Z\nDTSTAMP:20260401T000000Z\n", Repeated},
	{dayStart, dayStart + dayStart, Repeated},
	{dayEnd, dayEnd + dayEnd, Repeated},
	{dayRule, dayRule + dayRule, Repeated},
	{"STATUS:CONFIRMED\n", "STATUS:CONFIRMED\nSTATUS:CONFIRMED\n", Repeated},
	{"COLOR:steelblue\n", "COLOR:steelblue\nCOLOR:teal\n", Repeated},

	// Values.
	{start, "DTSTART;TZID=Asia/Shanghai:20260431T093000\n", BadDate},
	{start, "DTSTART;TZID=Asia/Shanghai:20260530T243000\n", BadDate},
	{start, "DTSTART;TZID=Asia/Shanghai:2026-05-30T09:30:00\n", BadDate},
	{start, "DTSTART;TZID=Asia/Shanghai:20260530T093000.5\n", BadDate},
	{start, "DTSTART;TZID=Asia/Shanghai:20260530\n", BadDate},
	{dayStart, "DTSTART;VALUE=DATE:20230229\n", BadDate},
	{dayStart, "DTSTART;VALUE=DATE:20240229T000000\n", BadDate},
	{"EXDATE;VALUE=DATE:20280229", "EXDATE;VALUE=DATE:20280230", BadDate},
	{"DTSTART:19880417T020000", "DTSTART:19880417T020000Z", BadDate},
	{"X-PUBLISHED-TTL:PT12H", "X-PUBLISHED-TTL:12H", BadDuration},
	{"VALUE=DURATION:PT12H", "VALUE=DURATION:P12H", BadDuration},
	{"VALUE=DURATION:PT12H", "VALUE=DURATION:P1W2D", BadDuration},
	{"VALUE=DURATION:PT12H", "VALUE=DURATION:PT", BadDuration},
	{"TRIGGER:-PT30M", "TRIGGER:-PT1H30S", BadDuration},
	{"DURATION:P2D", "DURATION:-P2D", BadDuration},
	{"DURATION:P2D", "DURATION:P0D", BadDuration},
	{"DURATION:P2D", "DURATION:PT48H", BadDuration},
	{"URL:https://kepu.example.org/events/", "URL:/events/", BadURI},
	{"URL:https://kepu.example.org/events/", "URL:https:///events/", BadURI},
	{"URL:https://kepu.example.org/events/", "URL:https://kepu.example.org/活动/", BadURI},
	{"URL:https://kepu.example.org/events/", "URL:https://kepu.example.org/a b", BadURI},
	{"URL:https://kepu.example.org/events/", "URL:https://kepu.example.org/%zz", BadURI},
	{"https://live.example.org/1", "live.example.org", BadURI},
	{"SEQUENCE:2", "SEQUENCE:two", BadInteger},
	{"SEQUENCE:2", "SEQUENCE:-1", BadInteger},
	{"SEQUENCE:2", "PRIORITY:10", BadInteger},
	{"GEO:43.880000;125.320000", "GEO:125.320000;43.880000", BadGeo},
	{"GEO:43.880000;125.320000", "GEO:43.880000;180.1", BadGeo},
	{"GEO:43.880000;125.320000", `GEO:43.880000\;125.320000`, BadGeo},
	{"GEO:43.880000;125.320000", "GEO:43.880000", BadGeo},
	{"COLOR:steelblue", "COLOR:#4682b4", BadColor},
	{"COLOR:Tomato", "COLOR:ketchup", BadColor},
	{"TZOFFSETFROM:+0800", "TZOFFSETFROM:0800", BadOffset},
	{"TZOFFSETTO:+0900", "TZOFFSETTO:-0000", BadOffset},
	{"STATUS:CONFIRMED", "STATUS:CANCELED", BadToken},
	{"STATUS:CONFIRMED", "STATUS:COMPLETED", BadToken},
	{"TRANSP:OPAQUE", "TRANSP:BUSY", BadToken},
	{"CLASS:PUBLIC", "CLASS:OPEN", BadToken},
	{"VERSION:2.0", "VERSION:1.0", BadToken},
	{"CALSCALE:GREGORIAN", "CALSCALE:CHINESE", BadToken},
	{"ACTION:DISPLAY", "ACTION:RING", BadToken},
	{summary, "SUMMARY:闰\\日\n", BadEscape},
	{summary, "SUMMARY:闰日\\\n", BadEscape},
	{summary, "SUMMARY:闰\\:日\n", BadEscape},
	{`天\,文`, `天\文`, BadEscape},
	{summary, "SUMMARY:闰,日\n", Unescaped},
	{summary, "SUMMARY:闰;日\n", Unescaped},
	{summary, "SUMMARY:闰\\\\,日\n", Unescaped},
	{`天\,文`, `天;文`, Unescaped},
	{"X-WR-CALNAME:科普活动", "X-WR-CALNAME:科普, 活动", Unescaped},

	// Times.
	{"DTSTAMP:20260401T000000Z", "DTSTAMP:20260401T000000", NotUTC},
	{"DTSTAMP:20260401T000000Z", "DTSTAMP;TZID=Asia/Shanghai:20260401T000000", NotUTC},
	{"DTSTAMP:20260401T000000Z", "DTSTAMP;TZID=Asia/Shanghai:20260401T000000Z", NotUTC},
	{"CREATED:20260401T000000Z", "CREATED:20260401T000000", NotUTC},
	{"LAST-MODIFIED:20260501T010000Z", "LAST-MODIFIED:20260501T010000", NotUTC},
	{"TRIGGER:-PT30M", "TRIGGER;VALUE=DATE-TIME:20260530T080000", NotUTC},
	{"DTSTART;TZID=Asia/Shanghai:1988", "DTSTART:1988", Floating},
	{"EXDATE;TZID=Asia/Shanghai:", "EXDATE:", Floating},
	{"RDATE;TZID=Asia/Shanghai:", "RDATE:", Floating},
	{end, "DTEND:20260530T113000\n", Floating},
	{"TZID:Asia/Shanghai", "TZID:China", NoTimezone},
	{"EXDATE;TZID=Asia/Shanghai:", "EXDATE;TZID=Asia/Chongqing:", NoTimezone},
	{"BEGIN:VTIMEZONE\n", berlin + berlin + "BEGIN:VTIMEZONE\n", Repeated},
	{"BEGIN:VTIMEZONE\nTZID:Asia/Shanghai\n", "BEGIN:VTIMEZONE\nTZID:Asia/Seoul\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:Asia/Shanghai\n", NoStandard},
	{daylight, "", WrongOffset},
	{"19880417", "19880717", WrongOffset},
	{"DTSTART:19010101T000000", "DTSTART:19870101T000000\nRRULE:FREQ=YEARLY", WrongOffset},
	{"DTSTART:19010101T000000", "DTSTART:19880801T000000", WrongOffset},
	{"TZNAME:CST\nEND:STANDARD\nEND", "TZNAME:CST\nRDATE:20260101T000000\nEND:STANDARD\nEND", WrongOffset},
	{"TZOFFSETFROM:+0800\nTZOFFSETTO:+0900", "TZOFFSETFROM:+0700\nTZOFFSETTO:+0900", WrongOffset},
	{end, "DTEND;TZID=Asia/Shanghai:20260530T093000\n", EndNotAfter},
	{end, "DTEND;TZID=Asia/Shanghai:20260529T113000\n", EndNotAfter},
	{end, "DTEND:20260530T013000Z\n", EndNotAfter},
	{"DTEND:19880701T003000Z\n", "DTEND:19880630T230000Z\n", EndNotAfter},
	{dayEnd, "DTEND;VALUE=DATE:20240229\n", EndNotAfter},
	{dayEnd, "DTEND:20240302T000000Z\n", EndType},
	{end, "DTEND;VALUE=DATE:20260531\n", EndType},
	{"EXDATE;VALUE=DATE:20280229", "EXDATE:20280229T000000Z", ExdateType},
	{"EXDATE;TZID=Asia/Shanghai:20260627T093000", "EXDATE;VALUE=DATE:20260627", ExdateType},
	{"RDATE;TZID=Asia/Shanghai:20260601T093000,20260602T093000", "RDATE;VALUE=DATE:20260601", RdateType},
	{"UNTIL=20400229", "UNTIL=20400229T000000Z", UntilType},
	{"UNTIL=20261231T155959Z", "UNTIL=20261231", UntilType},
	{"UNTIL=20261231T155959Z", "UNTIL=20261231T235959", UntilType},

	{"BEGIN:VTIMEZONE\n", strings.Replace(berlin, "T010000Z", "T010000", 1) + "BEGIN:VTIMEZONE\n", UntilType},

	// Rules.
	{dayRule, "RRULE:FREQ=YEARLY;COUNT=3;UNTIL=20400229\n", BadRule},
	{dayRule, "RRULE:COUNT=3\n", BadRule},
	{dayRule, "RRULE:FREQ=FORTNIGHTLY\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;FREQ=YEARLY\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;EASTER=1\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;UNTIL=20400231\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;INTERVAL=0\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;COUNT=1,2\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYMONTH=13\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYMONTH=-1\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYMONTHDAY=--1\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYDAY=SAT\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYDAY=+SA\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYDAY=54SA\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYDAY=0SA\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYDAY=1SA;BYWEEKNO=3\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;WKST=1\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYSETPOS=1\n", BadRule},
	{dayRule, "RRULE:FREQ=YEARLY;BYHOUR=9\n", BadRule},
	{dayRule, "RRULE:FREQ=WEEKLY;BYDAY=1SA\n", BadRule},
	{dayRule, "RRULE:FREQ=WEEKLY;BYMONTHDAY=1\n", BadRule},
	{dayRule, "RRULE:FREQ=MONTHLY;BYWEEKNO=1\n", BadRule},

	// Events.
	{dayEnd, dayEnd + "DURATION:P2D\n", EndAndDuration},
	{"UID:summer@", "UID:timed@", DuplicateUID},
	{"RECURRENCE-ID;VALUE=DATE:20320229\n", "", DuplicateUID},
	{"CALSCALE:GREGORIAN\n", "METHOD:PUBLISH\n", NoOrganizer},
}

const daylight = `BEGIN:DAYLIGHT
DTSTART:19880417T020000
TZOFFSETFROM:+0800
TZOFFSETTO:+0900
TZNAME:CDT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19880911T020000
TZOFFSETFROM:+0900
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
`

// berlin is a zone by a rule, with nothing wrong.
const berlin = `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20301027T010000Z
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
`
