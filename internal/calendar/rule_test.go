package calendar

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

func TestParseRule(t *testing.T) {
	for text, want := range map[string]string{
		"FREQ=DAILY":                                       "FREQ=DAILY",
		"RRULE:FREQ=WEEKLY;BYDAY=SA":                       "FREQ=WEEKLY;BYDAY=SA",
		" rrule:byday=sa,mo ; freq=weekly ":                "FREQ=WEEKLY;BYDAY=MO,SA",
		"FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=SU":          "FREQ=WEEKLY;BYDAY=SU",
		"FREQ=MONTHLY;INTERVAL=02;BYDAY=-1FR,+2SA,2SA,SU":  "FREQ=MONTHLY;INTERVAL=2;BYDAY=SU,2SA,-1FR",
		"FREQ=MONTHLY;BYMONTHDAY=-1,15,-31,1,15":           "FREQ=MONTHLY;BYMONTHDAY=1,15,-31,-1",
		"BYMONTH=9,5;FREQ=YEARLY":                          "FREQ=YEARLY;BYMONTH=5,9",
		"FREQ=DAILY;UNTIL=2026-12-31":                      "FREQ=DAILY;UNTIL=20261231",
		"FREQ=DAILY;UNTIL=20261231":                        "FREQ=DAILY;UNTIL=20261231",
		"FREQ=DAILY;UNTIL=20261231T235959":                 "FREQ=DAILY;UNTIL=20261231T155959Z",
		"FREQ=DAILY;UNTIL=20261231T235959Z":                "FREQ=DAILY;UNTIL=20261231T235959Z",
		"FREQ=DAILY;COUNT=10000":                           "FREQ=DAILY;COUNT=10000",
		"ＦＲＥＱ＝ＤＡＩＬＹ；ＩＮＴＥＲＶＡＬ＝２":                            "FREQ=DAILY;INTERVAL=2",
		"FREQ=YEARLY;BYDAY=53MO,-53MO":                     "FREQ=YEARLY;BYDAY=53MO,-53MO",
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=999": "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29",
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,30;BYDAY=5TU": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,30;BYDAY=5TU",
		"FREQ=DAILY;BYMONTH=1;BYMONTHDAY=1;BYDAY=MO,TU":    "FREQ=DAILY;BYMONTH=1;BYMONTHDAY=1;BYDAY=MO,TU",
		"FREQ=WEEKLY;BYMONTH=7,8;BYDAY=SA,SU;INTERVAL=2":   "FREQ=WEEKLY;INTERVAL=2;BYMONTH=7,8;BYDAY=SA,SU",
		"FREQ=MONTHLY;BYDAY=SU,SA,FR,TH,WE,TU,MO,-1MO,1SU": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU,1SU,-1MO",
	} {
		r, err := ParseRule(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if r.String() != want {
			t.Errorf("%s: %s, want %s", text, r, want)
		}
		again, err := ParseRule(r.String())
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Errorf("%s: %+v, and once more %+v, %v", text, r, again, err)
		}
	}
}

func TestBrokenRules(t *testing.T) {
	for _, c := range []struct {
		text    string
		problem Problem
		part    string
		value   string
	}{
		{"", Syntax, "", ""},
		{"RRULE:", Syntax, "", "RRULE:"},
		{"WEEKLY", Syntax, "", "WEEKLY"},
		{"FREQ=", Syntax, "", "FREQ="},
		{"=DAILY", Syntax, "", "=DAILY"},
		{"FREQ=DAILY;", Syntax, "", ""},
		{"FREQ=DAILY;;COUNT=2", Syntax, "", ""},
		{"FREQ=DAILY;COUNT", Syntax, "", "COUNT"},
		{"FREQ=WEEKLY;BYDAY=SA,", Syntax, "BYDAY", "SA,"},
		{"FREQ=YEARLY;BYMONTH=,", Syntax, "BYMONTH", ","},
		{"FREQ=DAILY;BYDAYS=SA", UnknownPart, "BYDAYS", "SA"},
		{"FREQ=DAILY;X-A=1", UnknownPart, "X-A", "1"},
		{"FREQ=DAILY RRULE:COUNT=1", UnknownFrequency, "FREQ", "DAILY RRULE:COUNT=1"},
		{"FREQ=FORTNIGHTLY", UnknownFrequency, "FREQ", "FORTNIGHTLY"},
		{"INTERVAL=2", NoFrequency, "FREQ", ""},
		{"FREQ=DAILY;FREQ=DAILY", Repeated, "FREQ", "DAILY"},
		{"FREQ=DAILY;COUNT=2;count=3", Repeated, "COUNT", "3"},
		{"FREQ=DAILY;INTERVAL=two", BadNumber, "INTERVAL", "TWO"},
		{"FREQ=DAILY;INTERVAL=+2", BadNumber, "INTERVAL", "+2"},
		{"FREQ=DAILY;INTERVAL=-1", BadNumber, "INTERVAL", "-1"},
		{"FREQ=DAILY;COUNT=1.5", BadNumber, "COUNT", "1.5"},
		{"FREQ=DAILY;COUNT=0X10", BadNumber, "COUNT", "0X10"},
		{"FREQ=DAILY;COUNT=1_0", BadNumber, "COUNT", "1_0"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,--2", BadNumber, "BYMONTHDAY", "--2"},
		{"FREQ=MONTHLY;BYMONTHDAY=-", BadNumber, "BYMONTHDAY", "-"},
		{"FREQ=YEARLY;BYMONTH=-1", BadNumber, "BYMONTH", "-1"},
		{"FREQ=WEEKLY;BYDAY=SAT", BadWeekday, "BYDAY", "SAT"},
		{"FREQ=WEEKLY;BYDAY=S", BadWeekday, "BYDAY", "S"},
		{"FREQ=MONTHLY;BYDAY=SA2", BadWeekday, "BYDAY", "SA2"},
		{"FREQ=MONTHLY;BYDAY=2", BadWeekday, "BYDAY", "2"},
		{"FREQ=WEEKLY;WKST=XX", BadWeekday, "WKST", "XX"},
		{"FREQ=DAILY;INTERVAL=0", OutOfRange, "INTERVAL", "0"},
		{"FREQ=DAILY;INTERVAL=1000", OutOfRange, "INTERVAL", "1000"},
		{"FREQ=DAILY;COUNT=0", OutOfRange, "COUNT", "0"},
		{"FREQ=DAILY;COUNT=10001", OutOfRange, "COUNT", "10001"},
		{"FREQ=DAILY;COUNT=99999999999999999999", OutOfRange, "COUNT", "99999999999999999999"},
		{"FREQ=YEARLY;BYMONTH=13", OutOfRange, "BYMONTH", "13"},
		{"FREQ=YEARLY;BYMONTH=0", OutOfRange, "BYMONTH", "0"},
		{"FREQ=MONTHLY;BYMONTHDAY=0", OutOfRange, "BYMONTHDAY", "0"},
		{"FREQ=MONTHLY;BYMONTHDAY=32", OutOfRange, "BYMONTHDAY", "32"},
		{"FREQ=MONTHLY;BYMONTHDAY=-32", OutOfRange, "BYMONTHDAY", "-32"},
		{"FREQ=MONTHLY;BYDAY=0SA", OutOfRange, "BYDAY", "0SA"},
		{"FREQ=MONTHLY;BYDAY=6SA", OutOfRange, "BYDAY", "6SA"},
		{"FREQ=YEARLY;BYMONTH=5;BYDAY=-6SA", OutOfRange, "BYDAY", "-6SA"},
		{"FREQ=YEARLY;BYDAY=54SA", OutOfRange, "BYDAY", "54SA"},
		{"FREQ=DAILY;COUNT=2;UNTIL=20261231", CountAndUntil, "", ""},
		{"FREQ=WEEKLY;BYDAY=2SA", OrdinalNotAllowed, "BYDAY", "2SA"},
		{"FREQ=DAILY;BYDAY=MO,-1SA", OrdinalNotAllowed, "BYDAY", "-1SA"},
		{"FREQ=WEEKLY;BYMONTHDAY=1", PartNotAllowed, "BYMONTHDAY", "1"},
		{"FREQ=DAILY;UNTIL=20260230", BadUntil, "UNTIL", "20260230"},
		{"FREQ=DAILY;UNTIL=2026-2-3", BadUntil, "UNTIL", "2026-2-3"},
		{"FREQ=DAILY;UNTIL=20261231T240000", BadUntil, "UNTIL", "20261231T240000"},
		{"FREQ=DAILY;UNTIL=20261231T2359", BadUntil, "UNTIL", "20261231T2359"},
		{"FREQ=DAILY;UNTIL=20261231T235959.5Z", BadUntil, "UNTIL", "20261231T235959.5Z"},
		{"FREQ=DAILY;UNTIL=20261231T235959+0800", BadUntil, "UNTIL", "20261231T235959+0800"},
		{"FREQ=HOURLY", Unsupported, "FREQ", "HOURLY"},
		{"FREQ=SECONDLY", Unsupported, "FREQ", "SECONDLY"},
		{"FREQ=WEEKLY;WKST=SU", Unsupported, "WKST", "SU"},
		{"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1", Unsupported, "BYSETPOS", "-1"},
		{"FREQ=YEARLY;BYWEEKNO=20", Unsupported, "BYWEEKNO", "20"},
		{"FREQ=YEARLY;BYYEARDAY=100", Unsupported, "BYYEARDAY", "100"},
		{"FREQ=DAILY;BYHOUR=9", Unsupported, "BYHOUR", "9"},
		{"RSCALE=CHINESE;FREQ=YEARLY", Unsupported, "RSCALE", "CHINESE"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Never, "", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"},
		{"FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31,-31", Never, "", "FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31,-31"},
		{"FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SA", Never, "", "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SA"},
		{"每2年2月30日", Never, "", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30"},
		{"FREQ=" + string(make([]byte, maxRule)), TooLong, "", "FREQ=" + string(make([]byte, 15))},
	} {
		_, err := ParseRule(c.text)
		var got *RuleError
		if !errors.As(err, &got) {
			t.Errorf("%q: %v, want %v", c.text, err, c.problem)
		} else if want := (RuleError{c.problem, c.part, c.value}); *got != want {
			t.Errorf("%q: %+v, want %+v", c.text, *got, want)
		}
	}
}

func TestRuleErrorText(t *testing.T) {
	_, err := ParseRule("FREQ=YEARLY;BYMONTH=13")
	if want := `rule: "BYMONTH=13": is out of range`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	for p := Syntax; p <= TooLong; p++ {
		if p.String() == "" {
			t.Errorf("problem %d has no text", p)
		}
	}
}

// TestRRule: UNTIL is of the type that DTSTART has.
func TestRRule(t *testing.T) {
	evening := time.Date(2026, time.January, 1, 19, 0, 0, 0, Shanghai())
	morning := time.Date(2026, time.January, 1, 7, 0, 0, 0, Shanghai())
	for _, c := range []struct {
		rule  string
		start time.Time
		day   bool
		want  string
	}{
		{"FREQ=DAILY", evening, false, "FREQ=DAILY"},
		{"FREQ=DAILY;COUNT=3", evening, true, "FREQ=DAILY;COUNT=3"},
		{"FREQ=DAILY;UNTIL=20260131", evening, true, "FREQ=DAILY;UNTIL=20260131"},
		{"FREQ=DAILY;UNTIL=20260131", evening, false, "FREQ=DAILY;UNTIL=20260131T110000Z"},
		{"FREQ=DAILY;UNTIL=20260131", morning, false, "FREQ=DAILY;UNTIL=20260130T230000Z"},
		{"FREQ=DAILY;UNTIL=20260131T180000Z", evening, false, "FREQ=DAILY;UNTIL=20260131T180000Z"},
		{"FREQ=DAILY;UNTIL=20260131T180000Z", evening, true, "FREQ=DAILY;UNTIL=20260201"},
	} {
		if got := mustParse(t, c.rule).RRule(c.start, c.day); got != c.want {
			t.Errorf("%s: %s, want %s", c.rule, got, c.want)
		}
	}
}

func TestEndless(t *testing.T) {
	for text, want := range map[string]bool{
		"FREQ=DAILY": true, "FREQ=DAILY;COUNT=3": false, "FREQ=DAILY;UNTIL=20260131": false,
	} {
		if got := mustParse(t, text).Endless(); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
