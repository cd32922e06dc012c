package content

import (
	"cmp"
	"slices"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/diag"
)

// longYears is how many years an event may last before the editor is asked
// whether the year is right.
const longYears = 3

// firstRepeat is the first year in which something that recurs may have begun.
const firstRepeat = 1900

// MaxTimes is how many times one event may take place.
const MaxTimes = 2000

// checkEvent compares the fields of an event with each other and completes
// them on the way.
func (d *decoder) checkEvent(e *Event) {
	if d.conflicts(e) {
		return // nobody knows which is meant
	}
	d.span("", "start", "end", e.Start, e.End)
	d.span("", "start", "expires", e.Start, e.Expires)
	for i, s := range e.Sessions {
		d.part(e, indexed("sessions", i), s.Start, s.End)
	}
	for i, s := range e.Stops {
		path := indexed("stops", i)
		d.part(e, path, s.Start, s.End)
		d.checkHours(sub(path, "hours"), s.Hours, s.Start, s.End)
		d.checkExcept(sub(path, "except"), s.Except, days(s.Start, s.End))
	}
	d.checkIDs(e)
	d.checkHours("hours", e.Hours, e.Start, e.End)
	e.complete()
	if e.On != "" && e.Start.IsZero() && !d.wrongAt("on") && !d.wrongAt("date") {
		d.addAt(diag.TermWithoutYear, "on", e.On)
	}
	if e.Start.IsZero() {
		return
	}
	d.checkRepeat(e)
	for i, x := range e.Extra {
		if e.Start.Day && !x.Day && !x.IsZero() {
			d.addAt(diag.ExtraWithTime, indexed("extra", i))
		}
	}
	if e.End.After(e.Start.AddDate(longYears, 0, 0)) {
		d.addAt(diag.LongEvent, "end", itoa(longYears))
	}
	d.checkRegistration(e)
	d.checkStatus(e)
}

// exclusive are the ways to say when of which an event has one.
var exclusive = [][2]string{
	{"on", "start"}, {"on", "end"}, {"on", "sessions"}, {"on", "stops"}, {"stops", "sessions"},
	{"repeat", "sessions"}, {"repeat", "stops"}, {"extra", "sessions"}, {"extra", "stops"}, {"hours", "sessions"}, {"hours", "stops"},
}

func (d *decoder) conflicts(e *Event) bool {
	told := len(d.ds)
	for _, pair := range exclusive {
		if d.pos.Filled(pair[0]) && d.pos.Filled(pair[1]) {
			d.addAt(diag.Conflicting, pair[0], pair[0], pair[1])
		}
	}
	if len(e.Hours) > 0 && !e.Start.IsZero() && !e.Start.Day {
		d.addAt(diag.HoursWithTime, "hours")
	}
	for i, s := range e.Stops {
		if len(s.Hours) > 0 && !s.Start.IsZero() && !s.Start.Day {
			d.addAt(diag.HoursWithTime, sub(indexed("stops", i), "hours"))
		}
	}
	if len(e.Except) > 0 && !d.pos.Filled("repeat") && (len(e.Hours) == 0 || e.End.IsZero()) {
		d.addAt(diag.ExceptAlone, "except")
	}
	return len(d.ds) > told
}

// part is a session or a stop at path: a span within that of its event.
func (d *decoder) part(e *Event, path string, start, end Time) {
	d.span(path, "start", "end", start, end)
	d.partOf(e, path, start, end)
}

// checkIDs wants the names of sessions and of stops to be different. Without an
// id the position is the name.
func (d *decoder) checkIDs(e *Event) {
	seen := map[string]bool{"registration": true} // the name of its deadline
	check := func(field string, i int, id string) {
		if id = cmp.Or(id, itoa(i+1)); seen[id] {
			d.addAt(diag.RepeatedID, sub(indexed(field, i), "id"), id)
		}
		seen[id] = true
	}
	for i, s := range e.Sessions {
		check("sessions", i, s.ID)
	}
	for i, s := range e.Stops {
		check("stops", i, s.ID)
	}
}

// checkHours wants opening hours that fit together and leave a day open.
func (d *decoder) checkHours(path string, lines []string, start, end Time) {
	if len(lines) == 0 || start.IsZero() {
		return
	}
	h, ok := d.checkWeek(path, lines)
	if !ok {
		return
	}
	for i, day := range days(start, end) {
		if len(h.On(day.Weekday())) > 0 || i > 7 {
			return
		}
	}
	d.addAt(diag.NeverOpen, path)
}

// checkWeek wants lines of opening hours that fit together. It reports false if
// they do not, or if one of them could not be read.
func (d *decoder) checkWeek(path string, lines []string) (calendar.Hours, bool) {
	h, line, err := calendar.ParseHours(lines)
	if err == nil {
		return h, true
	}
	if !slices.Contains(lines, "") {
		d.addAt(diag.BadFormat, indexed(path, line), display(path), clip(lines[line]), diag.Both("几行开放时间不能重叠。", "The lines must not overlap."))
	}
	return nil, false
}

// days lists the days from start to end.
func days(start, end Time) []time.Time {
	if end.IsZero() {
		end = start
	}
	var list []time.Time
	y, m, day := start.Date()
	for t := time.Date(y, m, day, 0, 0, 0, 0, chinaTime); !t.After(end.Time) && len(list) < MaxTimes; t = t.AddDate(0, 0, 1) {
		list = append(list, t)
	}
	return list
}

// checkExcept wants each exception to be one of the times.
func (d *decoder) checkExcept(path string, except []Time, times []time.Time) {
	if len(except) == 0 {
		return
	}
	instants, days := map[int64]bool{}, map[int64]bool{}
	for _, t := range times {
		instants[t.Unix()], days[dayStart(t)] = true, true
	}
	for i, x := range except {
		if !x.IsZero() && !instants[x.Unix()] && !(x.Day && days[dayStart(x.Time)]) {
			d.addAt(diag.ExceptMisses, indexed(path, i), display(path), x.Format("2006-01-02"))
		}
	}
}

// checkRepeat wants a rule that gives times, the first of which is start.
func (d *decoder) checkRepeat(e *Event) {
	rule, err := calendar.ParseRule(e.Repeat)
	if e.Repeat == "" || err != nil {
		if len(e.Except) > 0 && len(e.Hours) > 0 {
			d.checkExcept("except", e.Except, days(e.Start, e.End))
		}
		return
	}
	if e.On != "" {
		if plain := (calendar.Rule{Freq: calendar.Yearly, Interval: rule.Interval, Count: rule.Count, Until: rule.Until, UntilDay: rule.UntilDay}); plain.String() != rule.String() {
			d.addAt(diag.BadRule, "repeat", "repeat", clip(e.Repeat), diag.Both("有 on（节气）时只能每年重复，写 每年", "with on it can only repeat yearly: write FREQ=YEARLY"))
		}
		return
	}
	first, ok := rule.First(e.Start.Time)
	switch {
	case e.Start.Year() < firstRepeat:
		d.addAt(diag.OutOfRange, "start", "start", itoa(e.Start.Year()), "≥ "+itoa(firstRepeat))
		return
	case !ok:
		d.addAt(diag.RuleNever, "repeat", clip(e.Repeat))
		return
	case !first.Equal(e.Start.Time):
		t := Time{Time: first, Day: e.Start.Day}
		at := "start"
		if !d.pos.Filled(at) {
			at = "repeat"
		}
		d.addAt(diag.RuleStart, at, clip(e.Repeat), t.text())
		if n := len(d.ds); n > 0 && d.ds[n-1].Code == diag.RuleStart {
			d.ds[n-1].Suggest = t.text()
		}
		return
	}
	d.checkTimes(e, rule)
}

func (d *decoder) checkTimes(e *Event, rule calendar.Rule) {
	var times []time.Time
	hours, _, _ := calendar.ParseHours(e.Hours)
	except, left := DatesOf(e.Except), 0
	for t := range rule.Starts(e.Start.Time) {
		if len(times) == MaxTimes {
			if !rule.Endless() {
				d.addAt(diag.TooManyTimes, "repeat", itoa(MaxTimes))
				return
			}
			break
		}
		if len(times) == 1 && !e.End.IsZero() && e.End.last().After(t) {
			d.addAt(diag.RepeatOverlap, "end", Time{Time: t, Day: e.Start.Day}.text())
			return
		}
		times = append(times, t)
		if len(hours) > 0 && len(hours.On(t.Weekday())) == 0 {
			d.addAt(diag.NeverOpen, "hours")
			return
		}
		if !except.Cover(t) {
			left++
		}
	}
	d.checkExcept("except", e.Except, times)
	for i, x := range e.Extra {
		if !x.IsZero() && except.Cover(x.Time) {
			d.addAt(diag.Conflicting, indexed("extra", i), "extra", "except")
		}
	}
	if left == 0 && len(e.Extra) == 0 {
		d.addAt(diag.NothingLeft, "except")
	}
}

// text is the form in which editors write an instant.
func (t Time) text() string {
	switch {
	case t.Day:
		return t.Format("2006-01-02")
	case t.Second() != 0:
		return t.Format("2006-01-02 15:04:05")
	}
	return t.Format("2006-01-02 15:04")
}

// checkRegistration wants registration to close before the event begins, or on
// that day. What is open day by day, tours or takes place again may be joined later.
func (d *decoder) checkRegistration(e *Event) {
	r := e.Registration
	if r == nil {
		return
	}
	d.span("registration", "opens", "closes", r.Opens, r.Closes)
	if r.Closes.IsZero() || e.Repeat != "" || len(e.Extra)+len(e.Stops)+len(e.Hours) > 0 {
		return
	}
	start := e.Start.Time
	if e.Start.Day {
		start = e.Start.last()
	}
	if late := r.Closes.After(start); late || r.Closes.Day && e.Start.Day && r.Closes.last().After(start) {
		d.addAt(diag.RegistrationLate, "registration.closes")
	}
}

// checkStatus wants a change to be told in full: calendars and search engines
// go by it.
func (d *decoder) checkStatus(e *Event) {
	change := func(path, status string) {
		switch status {
		case "cancelled", "postponed", "rescheduled":
			if len(e.Changes) == 0 && !d.wrongAt("changes") {
				d.addAt(diag.NoChange, path, status)
			}
		}
	}
	change("status", e.Status)
	for i, s := range e.Sessions {
		change(sub(indexed("sessions", i), "status"), s.Status)
	}
	for i, s := range e.Stops {
		change(sub(indexed("stops", i), "status"), s.Status)
	}
	if e.Status == "rescheduled" && e.PreviousStart.IsZero() && !d.wrongAt("previous_start") {
		d.addAt(diag.NoPreviousStart, "status")
	}
}

// partOf wants a session or a stop at path within the event's own time, which is what
// lists and calendars show. A day given without hours may reach beyond it. An
// event that does not say when it ends lasts as long as its sessions.
func (d *decoder) partOf(ev *Event, path string, start, end Time) {
	if ev.Start.IsZero() || start.IsZero() {
		return
	}
	early := start.Before(ev.Start.Time)
	if start.Day {
		early = !start.last().After(ev.Start.Time)
	}
	if early {
		d.addAt(diag.SessionOutside, sub(path, "start"), display(sub(path, "start")), "start")
		return
	}
	if ev.End.IsZero() || ev.End.last().Before(ev.Start.Time) { // told by span
		return
	}
	for _, t := range []struct {
		key string
		Time
	}{{"start", start}, {"end", end}} {
		if t.IsZero() {
			continue
		}
		late := t.After(ev.End.last())
		if t.Day || ev.End.Day && t.key == "start" { // it begins when the event's last day is over
			late = !t.Before(ev.End.last())
		}
		if late {
			d.addAt(diag.SessionOutside, sub(path, t.key), display(sub(path, t.key)), "end")
			return
		}
	}
}
