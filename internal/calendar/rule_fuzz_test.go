package calendar

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

// FuzzParseRule: a rule that is read is read again from its canonical form, and
// from its Chinese words; and its starts ascend and stop.
func FuzzParseRule(f *testing.F) {
	for _, text := range []string{
		"FREQ=WEEKLY;BYDAY=SA", "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR,2SA;COUNT=10",
		"FREQ=YEARLY;BYMONTH=9;BYDAY=SA;BYMONTHDAY=14,15,16,17,18,19,20;UNTIL=2030-01-01",
		"FREQ=DAILY;INTERVAL=99;BYMONTHDAY=-31;WKST=MO;UNTIL=20261231T235959Z", "FREQ=YEARLY;BYDAY=53MO",
		"每两个月第一个周一，到2026-12-31", "每年9月14日至20日的周六，共10次", "每周一三五", "隔周六", "工作日", "每月1、15日、最后一天",
	} {
		f.Add(text, int64(1_700_000_000))
	}
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		r, err := ParseRule(text)
		if err != nil {
			var wrong *RuleError
			if !errors.As(err, &wrong) || wrong.Problem < Syntax || wrong.Error() == "" {
				t.Fatalf("%q: %#v", text, err)
			}
			return
		}
		again, err := ParseRule(r.String())
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Fatalf("%q: %+v is read back as %+v, %v", text, r, again, err)
		}
		if words := r.Phrase("zh-CN"); words != "" {
			again, err := ParseRule(words)
			again.Count, again.Until, again.UntilDay = r.Count, r.Until, r.UntilDay
			if err != nil || !reflect.DeepEqual(again, r) {
				t.Fatalf("%q: %+v: %s is read back as %+v, %v", text, r, words, again, err)
			}
		}

		start := time.Unix(unix, 0).In(Shanghai())
		n, last := 0, start.Add(-1)
		for s := range r.Starts(start) {
			if n++; !s.After(last) || n == 1 && s.Before(start) {
				t.Fatalf("%q from %s: %s comes after %s", text, start, s, last)
			}
			if last = s; n == 1000 {
				break
			}
		}
		if r.Count > 0 && n > r.Count {
			t.Fatalf("%q from %s: %d starts", text, start, n)
		}
		if !r.Until.IsZero() && n > 0 && last.After(r.Until.AddDate(0, 0, 1)) {
			t.Fatalf("%q from %s: %s", text, start, last)
		}
		if first, ok := r.First(start); ok && !matches(r, first) {
			t.Fatalf("%q: the first start %s after %s is not its own first", text, first, start)
		}
	})
}

// FuzzParseHours: hours that are read are within the day and apart from each
// other, and are read again from their Chinese words.
func FuzzParseHours(f *testing.F) {
	for _, text := range []string{
		"09:00-16:30", "周二至周日 9:00—16:30\n周一闭馆", "周六、周日 09:00–11:30 13:00–17:00",
		"工作日 09:00-16:30\n周末 10:00-17:00", "Mon-Fri 09:00-17:00; Sunday closed", "每天：00:00~24:00",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		h, line, err := ParseHours(lines)
		if err != nil {
			var wrong *HoursError
			if !errors.As(err, &wrong) || wrong.Problem < Syntax || line < 0 || line >= len(lines) {
				t.Fatalf("%q: line %d: %#v", text, line, err)
			}
			return
		}
		for day := range time.Saturday + 1 {
			last := 0
			for _, o := range h.On(day) {
				if o.Open < last || o.Close <= o.Open || o.Close > 24*60 {
					t.Fatalf("%q: %v", text, h.On(day))
				}
				last = o.Close
			}
		}
		if len(h) == 0 || len(h.String()) > maxHoursLine {
			return
		}
		again, _, err := ParseHours([]string{h.String()})
		if err != nil || !reflect.DeepEqual(again, h) {
			t.Fatalf("%q: %s is read back as %s, %v", text, h, again, err)
		}
	})
}
