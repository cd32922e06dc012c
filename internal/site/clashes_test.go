package site

import (
	"slices"
	"strings"
	"testing"
)

// pair is two events with fields of their own.
func pair(a, b string) string {
	const rest = "-- places/hall.md --\n---\ntitle: 馆\nkind: venue\n---\n-- scientists/nan.md --\n---\ntitle: 南仁东\npinyin: Nán Réndōng\nsources: [{title: 书}]\n---\n"
	bodies := "-- organizations/o1.md --\n---\ntitle: 一院\nkind: institute\n---\n-- organizations/o2.md --\n---\ntitle: 二院\nkind: institute\n---\n"
	return bodies + rest + "-- events/a.md --\n---\ntitle: 甲\n" + a + "---\n-- events/b.md --\n---\ntitle: 乙\n" + b + "---\n"
}

func TestClashes(t *testing.T) {
	const nine, ten = "start: 2026-09-19 09:00\nend: 2026-09-19 10:00\n", "start: 2026-09-19 10:00\nend: 2026-09-19 11:00\n"
	const half, days = "start: 2026-09-19 09:30\nend: 2026-09-19 10:30\n", "start: 2026-09-19\nend: 2026-09-30\n"
	place, talk := "events/b.md:3:8 place-twice\n", "events/b.md:3:8 speaker-twice\n"
	for _, c := range []struct{ name, a, b, want string }{
		{"the same hall twice", nine + "place: hall\n", half + "place: hall\n", place},
		{"one after the other", nine + "place: hall\n", ten + "place: hall\n", ""},
		{"two rooms", nine + "place: hall\nvenue: 一厅\n", half + "place: hall\nvenue: 二厅\n", ""},
		{"the same room, spelt with a space", nine + "place: hall\nvenue: 一厅\n", half + "place: hall\nvenue: 一 厅\n", place},
		{"a hall in words", nine + "venue: 礼堂\n", half + "venue: 礼堂\n", place},
		{"that name in two cities", nine + "venue: 礼堂\ncities: 长春市\n", half + "venue: 礼堂\ncities: 吉林市\n", ""},
		{"called off", nine + "place: hall\nstatus: cancelled\nchanges: [{date: 2026-09-01, text: 雨}]\n", half + "place: hall\n", ""},
		{"an exhibition and a talk in it", days + "place: hall\n", half + "place: hall\n", ""},
		{"an exhibition in the room of a talk", days + "place: hall\nvenue: 一厅\n", half + "place: hall\nvenue: 一厅\n", place},
		{"a part of it", nine + "place: hall\n", half + "place: hall\npart_of: a\n", ""},
		{"the third week of a course", "start: 2026-09-05 09:00\nend: 2026-09-05 10:00\nrepeat: 每周六，共4次\nplace: hall\n", half + "place: hall\n", place},
		{"a week without the course", "start: 2026-09-05 09:00\nend: 2026-09-05 10:00\nrepeat: 每周六，共4次\nexcept: 2026-09-19\nplace: hall\n", half + "place: hall\n", ""},
		{"a speaker by name", nine + "venue: 一\nspeakers: [张三]\n", half + "venue: 二\nspeakers: [{name: 张三, role: 主讲}]\n", talk},
		{"a speaker with a profile", nine + "venue: 一\nspeakers: [nan]\n", half + "venue: 二\nspeakers: [{person: nan}]\n", talk},
		{"a speaker of a session", nine + "venue: 一\nspeakers: [nan]\n", "venue: 二\nsessions: [{start: 2026-09-19 09:30, end: 2026-09-19 10:00, speakers: [nan]}]\n", strings.Replace(talk, "3:8", "4:20", 1)},
		{"somebody of whom there are many", nine + "venue: 一\nspeakers: [高校教师（示例）, 张老师]\n", half + "venue: 二\nspeakers: [高校教师（示例）, 张老师]\n", ""},
		{"two talks of one festival", "start: 2026-09-19 09:00\nend: 2026-09-19 17:00\nplace: hall\nvenue: 一厅\n---\n-- events/c.md --\n---\ntitle: 丙\npart_of: a\nplace: hall\nvenue: 一厅\n" + half, half + "place: hall\nvenue: 一厅\npart_of: a\n", "events/c.md:6:8 place-twice\n"},
		{"no end is known", "start: 2026-09-19 09:00\nplace: hall\n", "start: 2026-09-19 09:00\nplace: hall\n", place},
		{"an exhibition that is closed by then", "start: 2026-09-01\nend: 2026-09-30\nhours: 10:00-16:00\nplace: hall\nvenue: 一厅\n", "start: 2026-09-19 19:00\nend: 2026-09-19 21:00\nplace: hall\nvenue: 一厅\n", ""},
		{"an exhibition on a day when it is closed", "start: 2026-09-01\nend: 2026-09-30\nhours: [10:00-16:00, 周六闭馆]\nplace: hall\nvenue: 一厅\n", half + "place: hall\nvenue: 一厅\n", ""},
		{"nowhere yet", nine + "venue: 地点待定\n", half + "venue: 地点待定\n", ""},
		{"the halls of two houses", nine + "venue: 礼堂\norganization: o1\n", half + "venue: 礼堂\norganization: o2\n", ""},
		{"a room of the event's place", "place: hall\nsessions: [{start: 2026-09-19 09:00, end: 2026-09-19 10:00, venue: 二厅}]\n", half + "place: hall\nvenue: 二厅\n", place},
		{"a speaker on the way", nine + "venue: 一\nspeakers: [nan]\n", ten + "venue: 二\nspeakers: [nan]\n", ""},
		{"two sessions in one room", "place: hall\nsessions:\n  - {start: 2026-09-19 09:00, end: 2026-09-19 10:00, venue: 一, speakers: [张三]}\n  - {start: 2026-09-19 09:30, end: 2026-09-19 10:30, venue: 一, speakers: [张三]}\n", "venue: 别处\n" + ten,
			"events/a.md:6:13 place-twice\nevents/a.md:6:13 speaker-twice\n"},
	} {
		_, ds := graph(t, pair(c.a, c.b))
		if told(ds) != c.want {
			t.Errorf("%s: got %q, want %q", c.name, told(ds), c.want)
		}
	}
	_, ds := graph(t, pair(nine+"place: hall\n", half+"place: hall\n"))
	if len(ds) != 1 || !strings.Contains(strings.Join(ds[0].Args, "|"), "events/a.md") || ds[0].Pos.File != "content/events/b.md" {
		t.Errorf("both files: %+v", ds)
	}
}

// TestWeekdays: the day of the week in a text is that of the date.
func TestWeekdays(t *testing.T) {
	for _, c := range []struct{ file, fields, body, want string }{
		{"events/e.md", "summary: 9月20日（周六）见\n", "", "4:10 weekday-wrong"}, // 2026-09-20 is a Sunday
		{"events/e.md", "summary: 9月20日（周日）见\n", "", ""},
		{"events/e.md", "", "第一行\n\n定在9月20日（周六）上午。", "9:3 weekday-wrong"},
		{"events/e.md", "", "2025年9月20日（星期六）去年那次。", ""},
		{"events/e.md", "", "2026-09-20 周六", "7:1 weekday-wrong"},
		{"events/e.md", "", "9月20日是星期六。", "7:1 weekday-wrong"},
		{"events/e.md", "", "9月20日—21日（周六、周日）", "7:1 weekday-wrong"}, // not one date
		{"articles/a.md", "", "9月20日（周六）", ""},                       // nobody knows of which year
		{"articles/a.md", "", "2026年9月20日（周六）", "6:1 weekday-wrong"},
		{"events/e.md", "", "2月30日（周六）", ""},
	} {
		front := "title: 文\n"
		if strings.HasPrefix(c.file, "events") {
			front = "title: 会\nstart: 2026-09-20\n"
			c.fields += "venue: 厅\n"
			if !strings.HasPrefix(c.fields, "summary") {
				c.fields = "date: 2026-09-01\n" + c.fields
			} else {
				front = "title: 会\n"
				c.fields += "start: 2026-09-20\n"
				c.want = strings.Replace(c.want, "4:10", "3:10", 1)
			}
		} else {
			c.fields += "date: 2026-01-01\nsummary: 文\n"
		}
		_, ds := graph(t, "-- "+c.file+" --\n---\n"+front+c.fields+"---\n"+c.body+"\n")
		want := c.want
		if want != "" {
			want = c.file + ":" + want + "\n"
		}
		if got := strings.Join(slices.Compact(strings.SplitAfter(told(ds), "\n")), ""); got != want {
			t.Errorf("%q %q: got %q, want %q", c.fields, c.body, told(ds), want)
		}
	}
}

func TestRemarksOnEvents(t *testing.T) {
	event := func(fields string) string {
		return "-- events/e.md --\n---\ntitle: 会\nvenue: 厅\n" + fields + "---\n"
	}
	for _, c := range []struct{ files, want string }{
		{event("start: 2026-01-05\nstatus: tentative\n"), "events/e.md:5:9 past-tentative\n"},
		{event("start: 2029-01-05\nstatus: tentative\n"), ""},
		{event("start: 2029-01-05\naliases: [/events/old/]\n"), "events/e.md:5:11 renamed-event\n"},
		{event("start: 2029-01-05\naliases: [/events/old/]\nuid: events/old\n"), ""},
		{event("start: 2029-01-05\naliases: [/hui/]\n"), ""},
		{event("start: 2029-01-05\nmaterials: [{title: 课件, url: /files/a.pdf}]\n"), "events/e.md:5:30 no-such-file\n"},
		{event("start: 2029-01-05\nmaterials: [{title: 课件, url: https://a.cn/a.pdf}]\n"), ""},
		{event("start: 2029-01-05\npart_of: e\n"), "events/e.md:5:10 event-loop\n"},
		{event("start: 2029-01-05\nuid: events/f\n") + "-- events/f.md --\n---\ntitle: 另\nvenue: 楼\nstart: 2029-01-05\n---\n", "events/f.md:1:1 duplicate-uid\n"},
		{event("stops: [{start: 2029-01-05, venue: 校}, {start: 2029-02-05}]\n"), ""},
		{"-- events/e.md --\n---\ntitle: 会\nstops: [{start: 2029-01-05, venue: 校}, {start: 2029-02-05}]\n---\n", "events/e.md:3:40 event-without-place\n"},
	} {
		_, ds := graph(t, c.files)
		if told(ds) != c.want {
			t.Errorf("%s: got %q, want %q", c.files, told(ds), c.want)
		}
	}
}
