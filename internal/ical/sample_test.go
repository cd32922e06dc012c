package ical_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/ical"
)

// at is a time in China, like "2026-05-30 09:30" or "2026-05-30".
func at(s string) time.Time {
	form := "2006-01-02 15:04"
	t, err := time.ParseInLocation(form[:len(s)], s, calendar.Shanghai())
	if err != nil {
		panic(err)
	}
	return t
}

// everything is a text with all that needs care.
const everything = "第一行，“引号”; 分号, 逗号: 冒号 \\ 反斜杠 \\n 不是换行\n第二行\r\n第三行 🧪👩‍🔬🇨🇳\t制表 ^ \"quoted\" é ä ö ü ㈱ 한국어 " +
	"很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长"

// sample has one event of each sort.
func sample() *ical.Calendar {
	stamp := at("2026-04-01 08:00")
	return &ical.Calendar{
		Name: "科普活动, 全部", Description: everything, Lang: "zh-CN",
		URL: "https://kepu.example.org/events/", Source: "https://kepu.example.org/events/calendar.ics",
		Color: "steelblue", Refresh: "PT12H",
		Events: []*ical.Event{
			{
				UID: "talk@kepu.example.org", Stamp: stamp, Created: stamp, Modified: at("2026-05-01 09:00"), Sequence: 2,
				Start: at("2026-05-30 09:30"), End: at("2026-05-30 11:30"),
				Rule: "FREQ=WEEKLY;COUNT=4", Extra: []time.Time{at("2026-06-10 09:30"), at("2026-06-11 09:30")},
				Except:  []time.Time{at("2026-06-06 09:30"), at("2026-06-13 09:30")},
				Summary: everything, Description: everything, Location: "长春市; 科技馆, 一楼", Contact: "科普部, 0431-0000",
				URL: "https://kepu.example.org/活动/1/?a=1,2;b", Geo: &ical.Geo{Lat: 43.88, Lng: 125.32}, Status: "CONFIRMED",
				Categories: []string{"讲座", "天, 文", "", "a;b"}, Conference: "https://live.example.org/1", Image: "https://kepu.example.org/a.png",
				RefID: "series-1", Parent: "month@kepu.example.org",
				Links: []ical.Link{
					{URL: "https://kepu.example.org/a", Rel: "describedby", Label: everything},
					{URL: "https://kepu.example.org/b", Rel: "https://kepu.example.org/rel#notice"},
					{URL: "https://kepu.example.org/c", Label: "通知"},
				},
			},
			{
				UID: "month@kepu.example.org", Stamp: stamp, Day: true, Start: at("2025-09-01"), End: at("2025-10-01"),
				Rule: "FREQ=YEARLY;UNTIL=20270901", Except: []time.Time{at("2026-09-01")}, Summary: "全国科普月",
				Status: "TENTATIVE", Transparent: true, Conference: "tel:+86-431-0000",
			},
			{UID: "day@kepu.example.org", Stamp: stamp, Day: true, Start: at("2026-05-12"), Summary: "全国防灾减灾日"},
			{UID: "point@kepu.example.org", Stamp: stamp, Start: at("2026-12-31 23:59"), Summary: "截止", Status: "CANCELLED"},
			{ // by daylight time at first, then not
				UID: "summer@kepu.example.org", Stamp: stamp, Start: at("1988-08-20 09:00"), End: at("1988-08-20 10:00"),
				Rule: "FREQ=MONTHLY;UNTIL=19881020T010000Z", Summary: "夏令时",
			},
			{
				UID: "old@kepu.example.org", Stamp: stamp, Start: at("1958-10-01 08:00"), End: at("1958-10-01 09:00"), Summary: "成立",
			},
		},
	}
}

// random is a calendar of events with all fields left to chance.
func random(r *rand.Rand) *ical.Calendar {
	c := &ical.Calendar{Name: text(r), Description: text(r), Lang: pick(r, "", "zh-CN", "ko"), Color: pick(r, "", "teal"), Refresh: pick(r, "", "P1D")}
	for i := range r.IntN(8) {
		c.Events = append(c.Events, event(r, fmt.Sprintf("%d-%s", i, text(r))))
	}
	return c
}

func event(r *rand.Rand, uid string) *ical.Event {
	e := &ical.Event{
		UID: uid, Stamp: instant(r), Day: r.IntN(3) == 0, Sequence: r.IntN(3), Start: instant(r),
		Summary: text(r), Description: text(r), Location: text(r), Contact: text(r), RefID: text(r), Parent: text(r),
		URL: pick(r, "", "https://例子.example/路?"+strings.Map(printable, text(r))), Status: pick(r, "", "CONFIRMED", "TENTATIVE", "CANCELLED"),
		Transparent: r.IntN(2) == 0, Categories: []string{text(r), text(r)},
		Links: []ical.Link{{URL: "https://kepu.example.org/", Rel: pick(r, "", "icon", "https://a.example/;,"), Label: text(r)}},
	}
	e.End = e.Start.Add(time.Duration(r.IntN(100)-20) * time.Hour)
	if r.IntN(2) == 0 {
		e.Rule = pick(r, "FREQ=DAILY;COUNT=3", "FREQ=MONTHLY;BYDAY=-1SA", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=30;INTERVAL=2")
		e.Extra = []time.Time{instant(r), instant(r)}
		e.Except = []time.Time{instant(r)}
	}
	if r.IntN(2) == 0 {
		e.Geo = &ical.Geo{Lat: r.Float64()*180 - 90, Lng: r.Float64()*360 - 180}
	}
	return e
}

// instant lies from 1950 to 2049; three in four of them while clocks were moved,
// but none in an hour that came twice.
func instant(r *rand.Rand) time.Time {
	from, years := 1986, 6
	if r.IntN(4) == 0 {
		from, years = 1950, 100
	}
	t := time.Date(from, 1, 1, r.IntN(years*365*24), r.IntN(60), 0, 0, calendar.Shanghai())
	if t.Hour() == 1 {
		t = t.Add(2 * time.Hour)
	}
	return t
}

var alphabet = []rune("aB1 \t,;:\\\"^nN=\r\n\x00\x07\x7f\u0085\u2028\ufeff\ufffd科普日한é🧪👩‍🔬%<>")

func text(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(10) * r.IntN(20) {
		b.WriteRune(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

// printable keeps a percent sign, which stands before two digits in an address,
// out of chance's hands.
func printable(c rune) rune {
	if c == '%' {
		return -1
	}
	return c
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }
