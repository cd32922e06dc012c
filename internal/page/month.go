package page

import (
	"slices"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) yearAddress(year int) string { return m.loc.Prefix + "agenda/" + itoa(year) + "/" }

func (m *maker) monthAddress(k site.Month) string {
	return m.yearAddress(int(k)/12) + k.First().Format("01/")
}

func (m *maker) yearLink(year int) Link {
	return Link{Name: m.words.partial(content.PartialDate{Year: year}), URL: m.rel(m.yearAddress(year))}
}

func (m *maker) yearLinks() []Link {
	var links []Link
	for _, y := range m.almanac.Years {
		links = append(links, m.yearLink(y))
	}
	return links
}

// months adds the pages of years and months.
func (m *maker) months() {
	for i, year := range m.almanac.Years {
		m.add(m.yearAddress(year), "", func() *View { return m.yearView(year, i) }, func() sitemapURL { return sitemapURL{} })
		for month := range 12 {
			k := site.Month(year*12 + month)
			m.add(m.monthAddress(k), "", func() *View { return m.monthView(k) }, func() sitemapURL { return sitemapURL{} })
		}
	}
}

func (m *maker) monthView(k site.Month) *View {
	year := int(k) / 12
	name := m.words.yearMonth(k.First())
	v := m.view("month", "agenda", m.words.get("calendar.of", name), m.monthAddress(k))
	v.Crumbs = m.crumbs(Link{Name: m.words.get("nav.agenda"), URL: m.rel(m.loc.Prefix + "agenda/")}, m.yearLink(year))
	v.Description = m.words.get("calendar.description", name)
	main := &MonthView{
		Year: m.yearLink(year), Name: name, Weekdays: m.weekdays(false),
		Previous: m.neighbour(k, -1), Next: m.neighbour(k, 1),
	}
	days, long := m.days(k)
	for _, o := range long {
		main.Long = append(main.Long, m.slot(o, time.Time{}))
	}
	var names [32]string
	if m.loc.Lang == "zh-CN" {
		names = terms(k)
	}
	main.Weeks = m.weeks(k, func(d *GridDay, day time.Time) {
		d.Term = names[day.Day()]
		m.fillDay(d, day, days[day.Day()])
	})
	for n := 1; n <= 31; n++ {
		if len(days[n]) > 0 {
			day := k.First().AddDate(0, 0, n-1)
			a := m.day(day)
			a.Year = ""
			for _, o := range days[n] {
				a.Slots = append(a.Slots, m.slot(o, day))
			}
			main.Days = append(main.Days, a)
		}
	}
	v.Main = main
	v.data = m.listData(v)
	return v
}

// days distributes the times of a month over its days. What lasts longer than a
// week stands beside them.
func (m *maker) days(k site.Month) (days [32][]site.Occurrence, long []site.Occurrence) {
	for _, o := range m.almanac.Months[k] {
		if isLong(o) {
			long = append(long, o)
			continue
		}
		single := dayOf(o.Start).Equal(lastDay(o))
		for day := dayOf(o.Start); day.Before(o.End); day = day.AddDate(0, 0, 1) {
			if site.MonthOf(day) == k && (single || openOn(o, day)) {
				days[day.Day()] = append(days[day.Day()], o)
			}
		}
	}
	return days, long
}

// neighbour is the month before or after, if the calendar has it.
func (m *maker) neighbour(k site.Month, step site.Month) *Link {
	k += step
	years := m.almanac.Years
	if !slices.Contains(years, int(k)/12) {
		i, _ := slices.BinarySearch(years, int(k)/12)
		switch {
		case step > 0 && i < len(years):
			k = site.Month(years[i] * 12)
		case step < 0 && i > 0:
			k = site.Month(years[i-1]*12 + 11)
		default:
			return nil
		}
	}
	return &Link{Name: m.words.yearMonth(k.First()), URL: m.rel(m.monthAddress(k))}
}

// inCell is how many times a cell of the grid names.
const inCell = 3

func (m *maker) fillDay(d *GridDay, day time.Time, times []site.Occurrence) {
	if len(times) == 0 {
		return
	}
	d.URL = "#" + dayID(day)
	d.Label = m.words.get("calendar.day", m.words.short(day)+" "+m.words.weekday(day), len(times))
	for _, o := range times[:min(inCell, len(times))] {
		d.Slots = append(d.Slots, m.slot(o, day))
	}
	d.More = len(times) - len(d.Slots)
}

// terms are the solar terms that begin in a month, by day: one early, one late.
func terms(k site.Month) (days [32]string) {
	month := int(k) % 12
	for _, t := range []calendar.SolarTerm{calendar.SolarTerm(2 * month), calendar.SolarTerm(2*month + 1)} {
		if day, ok := t.Day(int(k) / 12); ok {
			days[day.Day()] = t.String()
		}
	}
	return days
}

// weeks lays out a month, Monday first. fill completes the days of the month.
func (m *maker) weeks(k site.Month, fill func(*GridDay, time.Time)) []Week {
	day := k.First()
	day = day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	var weeks []Week
	for site.MonthOf(day) <= k {
		var w Week
		for range 7 {
			d := GridDay{N: day.Day(), ISO: day.Format("2006-01-02"), Out: site.MonthOf(day) != k}
			if !d.Out {
				fill(&d, day)
			}
			w.Days = append(w.Days, d)
			day = day.AddDate(0, 0, 1)
		}
		weeks = append(weeks, w)
	}
	return weeks
}

// weekdays names the columns, in short or in one letter.
func (m *maker) weekdays(letters bool) []string {
	monday := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	var names []string
	for i := range 7 {
		name := m.words.weekday(monday.AddDate(0, 0, i))
		if r := []rune(name); letters && m.loc.Lang == "zh-CN" {
			name = string(r[len(r)-1:])
		} else if letters {
			name = string(r[:1])
		}
		names = append(names, name)
	}
	return names
}

func dayID(day time.Time) string { return day.Format("d2006-01-02") }

// day heads what takes place on a day.
func (m *maker) day(t time.Time) AgendaDay {
	return AgendaDay{
		ID: dayID(t), ISO: t.Format("2006-01-02"), Year: t.Format("2006"),
		Month: m.words.month(t), Day: t.Format("2"), Weekday: m.words.weekday(t),
	}
}

func (m *maker) yearView(year, i int) *View {
	name := m.words.partial(content.PartialDate{Year: year})
	v := m.view("year", "agenda", m.words.get("calendar.of", name), m.yearAddress(year))
	v.Crumbs = m.crumbs(Link{Name: m.words.get("nav.agenda"), URL: m.rel(m.loc.Prefix + "agenda/")})
	v.Description = m.words.get("calendar.description", name)
	main := &YearView{Name: name, Weekdays: m.weekdays(true)}
	years := m.almanac.Years
	if i > 0 {
		l := m.yearLink(years[i-1])
		main.Previous = &l
	}
	if i+1 < len(years) {
		l := m.yearLink(years[i+1])
		main.Next = &l
	}
	for month := range 12 {
		k := site.Month(year*12 + month)
		main.Months = append(main.Months, m.monthSummary(k))
		for _, o := range m.almanac.Months[k] {
			if begins := site.MonthOf(o.Start) == k || month == 0; begins && (isLong(o) || o.Entry.Kind == content.Series) {
				s := m.slot(o, time.Time{})
				if s.Time == "" {
					s.Time = m.words.short(o.Start)
				}
				main.Long = append(main.Long, s)
			}
		}
	}
	v.Main = main
	v.data = m.listData(v)
	return v
}

// monthSummary links the days on which something takes place.
func (m *maker) monthSummary(k site.Month) MonthSummary {
	times := m.almanac.Months[k]
	s := MonthSummary{Name: m.words.month(k.First()), URL: m.rel(m.monthAddress(k))}
	if len(times) > 0 {
		s.Count = m.words.get("calendar.count", len(times))
	}
	days, _ := m.days(k)
	s.Weeks = m.weeks(k, func(d *GridDay, day time.Time) {
		if n := len(days[day.Day()]); n > 0 {
			d.URL = s.URL + "#" + dayID(day)
			d.Label = m.words.get("calendar.day", m.words.short(day)+" "+m.words.weekday(day), n)
		}
	})
	return s
}
