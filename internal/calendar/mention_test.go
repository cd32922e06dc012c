package calendar

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestMentions(t *testing.T) {
	for text, want := range map[string]string{
		"9月20日（周六）":                "0-9-20 Saturday",
		"2026年9月20日 星期日见":          "2026-9-20 Sunday",
		"9月20日是星期天":                "0-9-20 Sunday",
		"定在2月6日上午（周一）":             "0-2-6 Monday",
		"2月6日09:00（周一）":            "0-2-6 Monday",
		"2月6日下午2点半（周一）":            "0-2-6 Monday",
		"2月6日至7日（周一、周二）":           "0-2-6 Monday, 0-2-7 Tuesday",
		"2月6日—7日（周一—周二）":           "0-2-6 Monday, 0-2-7 Tuesday",
		"2月28日至3月1日（周日至周一）":        "0-2-28 Sunday, 0-3-1 Monday",
		"2月6日至7日（周二）":              "",
		"2026-09-20 周日":            "2026-9-20 Sunday",
		"2026/9/20（礼拜日）":           "2026-9-20 Sunday",
		"展期：2026年5月1日至10月7日，周一闭馆。": "",
		"5月1日至10月7日（周一闭馆）":         "",
		"截至9月20日（周一至周五上班时间）":       "",
		"去年9月21日（周日）":              "",
		"2024年的9月20日（周五）":          "",
		"农历9月9日（周日）":               "",
		"10月1日周三丰教授到场":             "",
		"9月20日周六上午":                "0-9-20 Saturday",
		"1.5-2.3 周一":               "",
		"每周六，周一闭馆":                 "",
		"2月30日（周六）":                "",
		"一周后，9月20日":                "",
		"9月19日（周六）和9月20日（周日）":      "0-9-19 Saturday, 0-9-20 Sunday",
	} {
		var got []string
		for _, m := range Mentions(text) {
			got = append(got, fmt.Sprintf("%d-%d-%d %s", m.Year, m.Month, m.Day, m.Weekday))
			if !strings.HasPrefix(text[m.Offset:], m.Text) {
				t.Errorf("%s: %q is not at %d", text, m.Text, m.Offset)
			}
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%s: got %q, want %q", text, g, want)
		}
	}
}

func TestWrong(t *testing.T) {
	m := Mention{Month: time.September, Day: 20, Weekday: time.Saturday}
	for _, c := range []struct {
		first, last int
		want        bool
	}{{2026, 2026, true}, {2025, 2026, false}, {2026, 2027, true}, {1, 0, false}} {
		if got := m.Wrong(c.first, c.last); got != c.want {
			t.Errorf("%d–%d: %v", c.first, c.last, got)
		}
	}
	if m.Year = 2025; m.Wrong(2026, 2026) {
		t.Error("the year of the text counts")
	}
}

func FuzzMentions(f *testing.F) {
	for _, s := range []string{"9月20日（周六）", "2026-09-20 周日", "2月6日至7日（周一、周二）", "周周周日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range Mentions(text) {
			if m.Offset < 0 || !strings.HasPrefix(text[m.Offset:], m.Text) || !validDate(m.Year, m.Month, m.Day) {
				t.Errorf("%q: %+v", text, m)
			}
			m.Wrong(2020, 2030)
		}
	})
}
