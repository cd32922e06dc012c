package page

import (
	"reflect"
	"testing"

	"kepu/internal/content"
	"kepu/internal/site/synthetic"
)

// parsed is a place from its front matter.
func parsed(lines string) *content.Place {
	return synthetic.Parse("places/p.md", "---\ntitle: 馆\nkind: museum\n"+lines+"\n---\n").Data.(*content.Place)
}

const seasonal = `hours: [周二至周日 09:00-16:30, 周日 18:00-20:00, 周一闭馆]
seasons:
  - {name: 夏季, from: 05-01, to: 10-07, hours: ["08:30-17:30"]}
  - {from: 12-20, to: 02-28, closed: true}
closures:
  - {from: 2027-02-06, to: 2027-02-10, note: 春节}
  - {from: 2026-12-31}
hours_note: 16:00停止入场`

func TestOpening(t *testing.T) {
	for lang, want := range map[string]*HoursView{
		"zh-CN": {
			Weeks: []WeekView{
				{Name: "夏季", Days: "5月1日—10月7日", Lines: []NamedText{{"每天", "08:30–17:30"}}},
				{Days: "12月20日—2月28日", Closed: true},
				{Name: "其余时间", Lines: []NamedText{{"周二至周六", "09:00–16:30"}, {"周日", "09:00–16:30 18:00–20:00"}, {"周一", "闭馆"}}},
			},
			Closures: []NamedText{{"2026年12月31日（周四）", ""}, {"2027年2月6日—2月10日", "春节"}},
			Note:     "16:00停止入场",
		},
		"en": {
			Weeks: []WeekView{
				{Name: "夏季", Days: "1 May—7 Oct", Lines: []NamedText{{"daily", "08:30–17:30"}}},
				{Days: "20 Dec—28 Feb", Closed: true},
				{Name: "Rest of the year", Lines: []NamedText{{"Tuesday to Saturday", "09:00–16:30"}, {"Sunday", "09:00–16:30 18:00–20:00"}, {"Monday", "Closed"}}},
			},
			Closures: []NamedText{{"31 December 2026 (Thu)", ""}, {"6 February 2027—10 Feb", "春节"}},
			Note:     "16:00停止入场",
		},
	} {
		got := speaking(t, lang).opening(parsed(seasonal))
		want.Data = `{"w":[[124,540,990],[1,540,990],[1,1080,1200]],"s":[[501,1007,[[127,510,1050]]],[1220,229,[]]],"c":[[20261231,20261231],[20270206,20270210]]}`
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", lang, got, want)
		}
	}
}

// TestLittleKnown: what is not said is not shown, and no script speaks of it.
func TestLittleKnown(t *testing.T) {
	m := speaking(t, "zh-CN")
	for lines, want := range map[string]*HoursView{
		"":                               nil,
		"hours_note: 以公告为准":              {Note: "以公告为准"},
		"hours: [09:00-16:30]":           {Weeks: []WeekView{{Lines: []NamedText{{"每天", "09:00–16:30"}}}}, Data: `{"w":[[127,540,990]]}`},
		"closures: [{from: 2027-02-06}]": {Closures: []NamedText{{"2027年2月6日（周六）", ""}}},
		"seasons: [{from: 01-01, to: 12-31, closed: true}]": {
			Weeks: []WeekView{{Days: "1月1日—12月31日", Closed: true}}, Data: `{"s":[[101,1231,[]]]}`,
		},
	} {
		if got := m.opening(parsed(lines)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", lines, got, want)
		}
	}
	if err := m.words.err(); err != nil {
		t.Error(err)
	}
}
