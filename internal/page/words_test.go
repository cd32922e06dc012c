package page

import (
	"testing"
	"time"

	"kepu/internal/content"
)

var zone = time.FixedZone("CST", 8*60*60)

func day(y, m, d int) content.Time {
	return content.Time{Time: time.Date(y, time.Month(m), d, 0, 0, 0, 0, zone), Day: true}
}

func at(y, m, d, h, min int) content.Time {
	return content.Time{Time: time.Date(y, time.Month(m), d, h, min, 0, 0, zone)}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		lang     string
		from, to content.Time
		year     bool
		want     string
	}{
		{"zh-CN", day(2026, 9, 19), content.Time{}, false, "9月19日（周六）"},
		{"zh-CN", day(2026, 9, 19), content.Time{}, true, "2026年9月19日（周六）"},
		{"zh-CN", day(2026, 9, 19), day(2026, 9, 25), false, "9月19日—9月25日"},
		{"zh-CN", day(2026, 12, 20), day(2027, 4, 30), true, "2026年12月20日—2027年4月30日"},
		{"zh-CN", at(2026, 9, 19, 9, 0), content.Time{}, false, "9月19日（周六）09:00"},
		{"zh-CN", at(2026, 9, 19, 9, 0), at(2026, 9, 19, 11, 30), false, "9月19日（周六）09:00–11:30"},
		{"zh-CN", at(2026, 12, 13, 20, 0), at(2026, 12, 14, 0, 30), true, "2026年12月13日（周日）20:00 — 12月14日（周一）00:30"},
		{"zh-CN", day(2026, 9, 19), day(2026, 9, 19), false, "9月19日（周六）"},
		{"ko", at(2026, 9, 19, 9, 0), at(2026, 9, 19, 11, 30), true, "2026년 9월 19일 (토) 09:00–11:30"},
		{"en", day(2026, 5, 30), day(2026, 5, 31), true, "30 May 2026—31 May"},
	} {
		if got := (words{lang: c.lang}).span(c.from, c.to, c.year); got != c.want {
			t.Errorf("%s %v–%v: %q, want %q", c.lang, c.from, c.to, got, c.want)
		}
	}
}

// A span that crosses into another year names that year, or 12月20日—4月30日
// reads as going backwards.
func TestSpanOverYearEnd(t *testing.T) {
	got := words{lang: "zh-CN"}.span(day(2026, 12, 20), day(2027, 4, 30), false)
	if want := "12月20日—2027年4月30日"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPartialDates(t *testing.T) {
	for _, c := range []struct {
		date     content.PartialDate
		zh, en   string
		iso      string
		lang, ko string
	}{
		{date: content.PartialDate{}, zh: "", en: "", ko: "", iso: ""},
		{date: content.PartialDate{Year: 1938}, zh: "1938年", en: "1938", ko: "1938년", iso: "1938"},
		{date: content.PartialDate{Year: 1938, Month: 6}, zh: "1938年6月", en: "June 1938", ko: "1938년 6월", iso: "1938-06"},
		{date: content.PartialDate{Year: 1938, Month: 6, Day: 5}, zh: "1938年6月5日", en: "5 June 1938", ko: "1938년 6월 5일", iso: "1938-06-05"},
	} {
		for lang, want := range map[string]string{"zh-CN": c.zh, "en": c.en, "ko": c.ko} {
			if got := (words{lang: lang}).partial(c.date); got != want {
				t.Errorf("%v in %s: %q, want %q", c.date, lang, got, want)
			}
		}
		if got := c.date.String(); got != c.iso {
			t.Errorf("%v for machines: %q, want %q", c.date, got, c.iso)
		}
	}
}

func TestYears(t *testing.T) {
	y := func(n int) content.PartialDate { return content.PartialDate{Year: n} }
	for _, c := range []struct {
		from, to content.PartialDate
		want     string
	}{
		{y(1945), y(2017), "1945—2017"}, {y(1944), y(0), "1944—"}, {y(0), y(1982), "—1982"}, {y(0), y(0), ""}, {y(1999), y(1999), "1999"},
	} {
		if got := (words{}).years(c.from, c.to); got != c.want {
			t.Errorf("%v–%v: %q, want %q", c.from.Year, c.to.Year, got, c.want)
		}
	}
}

func TestEscapePath(t *testing.T) {
	for in, want := range map[string]string{
		"articles/2026/a/": "articles/2026/a/",
		"topics/天文/":       "topics/%E5%A4%A9%E6%96%87/",
		"a b/":             "a%20b/",
		`a"b`:              "a%22b",
		"x/<y>":            "x/%3Cy%3E",
	} {
		if got := escapePath(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
