package theme_test

import (
	"fmt"
	"time"

	"kepu/internal/page"
)

func subscription(name, path string) page.Subscription {
	return page.Subscription{Title: name, URL: origin + "/kepu/" + path + "calendar.ics", Webcal: "webcal://kepu.example.org/kepu/" + path + "calendar.ics", Page: "/kepu/" + path + "agenda/"}
}

// slots are times of every sort.
func slots() []page.Slot {
	list := []page.Slot{
		{Title: "到净月潭看一晚上星星（示例）", Time: "18:30–21:00", Where: "长春市 · 净月潭国家森林公园", Status: "scheduled", CloseISO: "2099-09-15T17:00:00+08:00", Example: true},
		{Title: "光学开放日：自己磨一块透镜", Time: "09:00–11:30", Where: "长春光机所", Status: "cancelled", StatusText: "已取消"},
		{Title: "流动科技馆巡展", Part: "通化站", Time: "9月19日—25日", Where: "通化市", Status: "rescheduled", StatusText: "已改期"},
		{Title: "全国科普日", Status: "tentative", StatusText: "待定", Observance: true},
		{Title: "Aurora night", Lang: "en", Status: "postponed", StatusText: "已延期"},
	}
	for i := range list {
		list[i].URL = fmt.Sprintf("/kepu/events/2026/e%d/", i)
		list[i].StartISO, list[i].EndISO = "2099-09-19T18:30:00+08:00", "2099-09-19T21:00:00+08:00"
	}
	return list
}

func agendaDays() []page.AgendaDay {
	return []page.AgendaDay{
		{ID: "d2026-12-31", ISO: "2026-12-31", Year: "2026", Month: "12月", Day: "31", Weekday: "周四", Slots: slots()[:3]},
		{ID: "d2027-01-02", ISO: "2027-01-02", Year: "2027", Month: "1月", Day: "2", Weekday: "周六", Slots: slots()[3:]},
		{ID: "d2027-01-09", ISO: "2027-01-09", Month: "1月", Day: "9", Weekday: "周六", Slots: slots()[:1]},
	}
}

func observances() []page.Observance {
	return []page.Observance{
		{Name: "全国科普日", URL: "/kepu/series/national-science-day/", When: "9月19日—25日", Tentative: true, StartISO: "2099-09-19T00:00:00+08:00", EndISO: "2099-09-26T00:00:00+08:00",
			Themes: []page.QuotationView{{Text: "科技改变生活 创新赢得未来", Source: "中国科协"}}},
		{Name: "全国防灾减灾日", URL: "/kepu/series/disaster-day/", When: "5月12日", StartISO: "2099-05-12T00:00:00+08:00", EndISO: "2099-05-13T00:00:00+08:00"},
		{Name: "科普讲解大赛", When: "6月", Cancelled: true},
	}
}

// weeks lays out September 2026, with its days under the given address.
func weeks(address string) []page.Week {
	first := time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
	var all []page.Week
	for n := -1; n < 34; n++ {
		day := first.AddDate(0, 0, n)
		d := page.GridDay{N: day.Day(), ISO: day.Format("2006-01-02"), Out: day.Month() != 9}
		switch {
		case d.Out:
		case day.Day() == 7:
			d.Term = "白露"
		case day.Weekday() == time.Saturday:
			d.URL, d.Label = address+day.Format("#d2006-01-02"), day.Format("1月2日")+" 周六，5项"
			if address == "" {
				d.Slots, d.More = slots()[:3], 2
			}
		}
		if (n+1)%7 == 0 {
			all = append(all, page.Week{})
		}
		w := &all[len(all)-1]
		w.Days = append(w.Days, d)
	}
	return all
}

func monthDays() []page.AgendaDay {
	var days []page.AgendaDay
	for _, n := range []int{5, 12, 19, 26} {
		days = append(days, page.AgendaDay{ID: fmt.Sprintf("d2026-09-%02d", n), ISO: fmt.Sprintf("2026-09-%02d", n), Month: "9月", Day: fmt.Sprint(n), Weekday: "周六", Slots: slots()})
	}
	return days
}

// calendarViews gives the pages of the calendar.
func calendarViews(c *page.Chrome, asOf page.Date) []*page.View {
	all, closes := subscription("活动日历", ""), subscription("报名截止日历", "")
	earth := subscription("地球科学的活动", "topics/earth/")
	agenda := &page.AgendaView{AsOf: asOf, Running: eventCards()[:1], Days: agendaDays(), More: 12, Past: eventCards()[:2], Observances: observances(),
		Years: []page.Link{{Name: "2026年", URL: "/kepu/agenda/2026/"}, {Name: "2027年", URL: "/kepu/agenda/2027/"}}, Subscribe: &all, Subscriptions: "/kepu/agenda/subscribe/", Data: "/kepu/data/", Rest: &page.Link{Name: "2026年12月", URL: "/kepu/agenda/2026/12/"}}
	scoped := &page.AgendaView{AsOf: asOf, Of: &page.Link{Name: "地球科学", URL: "/kepu/topics/earth/"}, Days: agendaDays()[:1], More: 3, Subscribe: &earth}
	month := &page.MonthView{Year: page.Link{Name: "2026年", URL: "/kepu/agenda/2026/"}, Name: "2026年9月", Previous: &page.Link{Name: "2026年8月", URL: "/kepu/agenda/2026/08/"}, Next: &page.Link{Name: "2026年10月", URL: "/kepu/agenda/2026/10/"},
		Weekdays: []string{"周一", "周二", "周三", "周四", "周五", "周六", "周日"}, Weeks: weeks(""), Long: slots()[2:4], Days: monthDays()}
	year := &page.YearView{Name: "2026年", Previous: &page.Link{Name: "2025年", URL: "/kepu/agenda/2025/"}, Weekdays: []string{"一", "二", "三", "四", "五", "六", "日"},
		Months: []page.MonthSummary{{Name: "9月", URL: "/kepu/agenda/2026/09/", Count: "22项", Weeks: weeks("/kepu/agenda/2026/09/")}, {Name: "10月", URL: "/kepu/agenda/2026/10/", Weeks: weeks("/kepu/agenda/2026/10/")[:1]}}, Long: slots()[2:4]}
	subscribe := &page.SubscribeView{All: all, Closes: &closes, Groups: []page.SubscriptionGroup{
		{Name: "按市州", ID: "cities", Feeds: []page.Subscription{subscription("长春市", "cities/changchun/"), subscription("吉林市", "cities/jilin/")}},
		{Name: "按主题", ID: "topics", Feeds: []page.Subscription{earth}}}}
	data := &page.DataView{Sets: []page.DataSet{{ID: "events", Name: "活动", Files: []page.DataFile{{Name: "events.json", URL: "/kepu/data/events.json", Type: "application/json", About: "全部活动"}},
		Fields: []page.DataField{{Name: "times[].status", Type: "string", About: "scheduled、cancelled……"}, {Name: "id", Type: "string", About: "不变"}}}}}
	return []*page.View{
		view(c, "agenda", "agenda", "活动日历", "agenda/", agenda),
		view(c, "agenda", "agenda", "地球科学的活动", "topics/earth/agenda/", scoped),
		view(c, "month", "agenda", "2026年9月活动日历", "agenda/2026/09/", month),
		view(c, "year", "agenda", "2026年活动日历", "agenda/2026/", year),
		view(c, "subscribe", "agenda", "订阅日历", "agenda/subscribe/", subscribe),
		view(c, "data", "agenda", "活动数据", "data/", data),
	}
}

// times are of every sort that the page of an event lists.
func times() []page.TimeView {
	return []page.TimeView{
		{Title: "认识秋天的星空", When: "9月19日（周六）18:30–19:30", StartISO: "2026-09-19T18:30:00+08:00", EndISO: "2026-09-19T19:30:00+08:00", Place: &page.Link{Name: "松林草坪"}, Speakers: []page.PersonLink{{Name: "主讲人甲"}}, Status: "scheduled"},
		{Title: "松原站", When: "4月10日—5月9日", Hours: "周二至周日 09:00–16:00", StartISO: "2099-04-10T00:00:00+08:00", EndISO: "2099-05-10T00:00:00+08:00", Place: &page.Link{Name: "松原市展览馆", URL: "/kepu/places/a/"}, Address: "一层",
			Map: geo(), Online: "https://example.org/live", By: &page.Link{Name: "松原市科协", URL: "/kepu/organizations/b/"}, Contact: "0438-0000000", Note: "展馆维修。", Status: "cancelled", StatusText: "已取消"},
		{When: "9月26日（周六）19:40–21:00", StartISO: "2026-09-26T19:40:00+08:00", EndISO: "2026-09-26T21:00:00+08:00", Status: "tentative", StatusText: "待定"},
	}
}
