package calendar

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestParseHours(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"09:00-16:30", "每天09:00–16:30"},
		{"9:00—16:30", "每天09:00–16:30"},
		{"９：００——１６：３０", "每天09:00–16:30"},
		{"9:00~16:30", "每天09:00–16:30"},
		{"9:00 至 16:30", "每天09:00–16:30"},
		{"00:00-24:00", "每天00:00–24:00"},
		{"每天 09:00-16:30", "每天09:00–16:30"},
		{"周二至周日 09:00-16:30", "周二至周日09:00–16:30；周一闭馆"},
		{"星期二到星期日：09:00-16:30", "周二至周日09:00–16:30；周一闭馆"},
		{"周一闭馆|09:00-16:30", "周二至周日09:00–16:30；周一闭馆"},
		{"09:00-16:30，周一闭馆", "周二至周日09:00–16:30；周一闭馆"},
		{"周六、周日 09:00–11:30 13:00–17:00", "周六、周日09:00–11:30、13:00–17:00；周一至周五闭馆"},
		{"周六周日 13:00-17:00、09:00-11:30", "周六、周日09:00–11:30、13:00–17:00；周一至周五闭馆"},
		{"工作日 09:00-16:30|周末 10:00-17:00", "周一至周五09:00–16:30；周六、周日10:00–17:00"},
		{"每天 09:00-12:00|周六 13:00-17:00", "周一至周五、周日09:00–12:00；周六09:00–12:00、13:00–17:00"},
		{"09:00-12:00 12:00-14:00", "每天09:00–12:00、12:00–14:00"},
		{"周一、三、五 09:00-10:00", "周一、周三、周五09:00–10:00；周二、周四、周六、周日闭馆"},
		{"Mon-Fri 09:00-17:00", "周一至周五09:00–17:00；周六、周日闭馆"},
		{"Tuesday to Sunday 09:00 - 17:00; closed", ""},
		{"Tues, Thurs and Sat 09:00-17:00; Monday closed", "周二、周四、周六09:00–17:00；周一、周三、周五、周日闭馆"},
		{"Daily 9:00-17:00", "每天09:00–17:00"},
		{"周一闭馆", ""},
		{"周一至周日 休息|09:00-10:00", ""},
	} {
		h, _, err := ParseHours(strings.Split(c.lines, "|"))
		if err != nil || h.String() != c.want {
			t.Errorf("%s: %s, %v, want %s", c.lines, h, err, c.want)
			continue
		}
		if len(h) == 0 {
			continue
		}
		again, _, err := ParseHours([]string{h.String()})
		if err != nil || !reflect.DeepEqual(again, h) {
			t.Errorf("%s: %s is read as %s, %v", c.lines, h, again, err)
		}
	}
	if h, _, err := ParseHours(nil); h != nil || err != nil {
		t.Errorf("no lines: %v, %v", h, err)
	}
}

func TestBrokenHours(t *testing.T) {
	for _, c := range []struct {
		lines   string
		line    int
		problem Problem
		value   string
	}{
		{"", 0, Syntax, ""},
		{"全天", 0, Syntax, "全天"},
		{" Common hours ", 0, Syntax, "Common hours"},
		{"周一", 0, Syntax, "周一"},
		{"09:00", 0, Syntax, "09:00"},
		{"09:00-", 0, Syntax, "09:00-"},
		{"09:00-5pm", 0, Syntax, "09:00-5pm"},
		{"009:00-10:00", 0, Syntax, "009:00-10:00"},
		{"09:0-10:00", 0, Syntax, "09:0-10:00"},
		{"-9:00-10:00", 0, Syntax, "-9:00-10:00"},
		{"+9:00-10:00", 0, Syntax, "+9:00-10:00"},
		{"周八 09:00-10:00", 0, Syntax, "周八 09:00-10:00"},
		{"二至五 09:00-10:00", 0, Syntax, "二至五 09:00-10:00"},
		{"周日至周二 09:00-10:00", 0, Syntax, "周日至周二 09:00-10:00"},
		{"闭馆 09:00-10:00 周", 0, Syntax, "闭馆 09:00-10:00 周"},
		{"09:00-10:00|10:00", 1, Syntax, "10:00"},
		{"09:60-10:00", 0, BadTime, "09:60-10:00"},
		{"09:00-24:01", 0, BadTime, "09:00-24:01"},
		{"25:00-26:00", 0, BadTime, "25:00-26:00"},
		{"10:00-10:00", 0, Backwards, "10:00-10:00"},
		{"24:00-24:00", 0, Backwards, "24:00-24:00"},
		{"周六 18:00-02:00", 0, Backwards, "18:00-02:00"},
		{" 09:00-12:00、 11:59-13:00 ; ", 0, Overlap, "11:59-13:00"},
		{"周一至周五 09:00-12:00|周六 09:00-12:00|周五至周日 08:00-09:01", 2, Overlap, "08:00-09:01"},
		{strings.Repeat("周一", 100), 0, TooLong, "周一周一周一…"},
		{strings.Repeat("周一闭馆|", maxHoursLines) + "周一闭馆", maxHoursLines, TooLong, "周一闭馆"},
	} {
		_, line, err := ParseHours(strings.Split(c.lines, "|"))
		var got *HoursError
		if !errors.As(err, &got) {
			t.Errorf("%q: %v, want %v", c.lines, err, c.problem)
		} else if want := (HoursError{c.problem, c.value}); *got != want || line != c.line {
			t.Errorf("%q: line %d: %+v, want line %d: %+v", c.lines, line, *got, c.line, want)
		}
	}
}

func TestNearHours(t *testing.T) {
	for line, want := range map[string]string{
		"全天":                            "00:00-24:00",
		"全天开放":                          "00:00-24:00",
		"24小时":                          "00:00-24:00",
		"每天 24 小时开放":                    "每天 00:00-24:00",
		"周六、周日全天":                       "周六、周日 00:00-24:00",
		"周五 18:00-02:00":                "周五 18:00-24:00，周六 00:00-02:00",
		"周日 20:00-06:00":                "周一 00:00-06:00，周日 20:00-24:00",
		"18:00-02:00":                   "每天 00:00-02:00 18:00-24:00",
		"Fri, Sat 18:00 - 00:30":        "周五 18:00-24:00，周六 00:00-00:30 18:00-24:00，周日 00:00-00:30",
		"周六 10:00-12:00 20:00-1:00":     "周六 10:00-12:00 20:00-24:00，周日 00:00-01:00",
		"16:30-09:00":                   "", // backwards rather than a night
		"10:00-10:00":                   "",
		"周五 20:00-06:00，周六 05:00-06:00": "",
		"全年开放":                          "", "有时": "", "": "",
	} {
		got := NearHours(line)
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
		if h, _, err := ParseHours([]string{got}); got != "" && (err != nil || len(h) == 0) {
			t.Errorf("%q: %q is read as %v, %v", line, got, h, err)
		}
	}
}

func TestHoursOn(t *testing.T) {
	h, _, err := ParseHours([]string{"周二至周日 13:00-17:00 09:00-11:30"})
	if err != nil {
		t.Fatal(err)
	}
	if open := h.On(time.Monday); len(open) != 0 {
		t.Errorf("on Monday: %v", open)
	}
	open := h.On(time.Sunday)
	if len(open) != 2 || open[0].Open != 9*60 || open[0].Close != 11*60+30 || open[1].Open != 13*60 || open[1].Close != 17*60 {
		t.Errorf("on Sunday: %v", open)
	}
}

func TestHoursPhrase(t *testing.T) {
	h, _, err := ParseHours([]string{"周二至周五 09:00-16:30", "周六、周日 09:00-11:30 13:00-17:00"})
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{
		"zh-CN": "周二至周五09:00–16:30；周六、周日09:00–11:30、13:00–17:00；周一闭馆",
		"ko":    "화요일~금요일 09:00–16:30; 토요일, 일요일 09:00–11:30, 13:00–17:00; 월요일 휴관",
		"en":    "Tuesday to Friday 09:00–16:30; Saturday and Sunday 09:00–11:30, 13:00–17:00; closed Monday",
		"fr":    "",
	} {
		if got := h.Phrase(lang); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
