package opendata

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// columns of events.csv: a row is one time of an event.
var columns = []struct {
	name   string
	zh, en string
	value  func(e *Event, t *Time) string
}{
	{"id", "活动编号", "Identity of the event", func(e *Event, _ *Time) string { return e.ID }},
	{"title", "活动名称", "Title", func(e *Event, _ *Time) string { return e.Title }},
	{"part", "场次、站点名称", "Name of the session or stop", func(_ *Event, t *Time) string { return t.Title }},
	{"status", "本次状态", "State of this time", func(_ *Event, t *Time) string { return t.Status }},
	{"start", "开始：日期（全天）或日期时间", "Start: a date or an instant", func(_ *Event, t *Time) string { return t.Start }},
	{"end", "结束；全天为最后一天", "End; of whole days the last day", func(_ *Event, t *Time) string { return t.End }},
	{"all_day", "是否全天", "Whole days", func(_ *Event, t *Time) string { return strconv.FormatBool(t.AllDay) }},
	{"city", "市州", "City", func(e *Event, t *Time) string { return cityOf(e, t).Name }},
	{"city_code", "行政区划代码", "Administrative code", func(e *Event, t *Time) string { return cityOf(e, t).Code }},
	{"place", "场所", "Place", func(_ *Event, t *Time) string { return placeOf(t).Name }},
	{"room", "厅室", "Room", func(_ *Event, t *Time) string { return placeOf(t).Room }},
	{"address", "地址", "Address", func(_ *Event, t *Time) string { return placeOf(t).Address }},
	{"lat", "纬度（WGS-84）", "Latitude", func(_ *Event, t *Time) string { return degrees(placeOf(t).Lat) }},
	{"lng", "经度（WGS-84）", "Longitude", func(_ *Event, t *Time) string { return degrees(placeOf(t).Lng) }},
	{"online", "线上网址", "Address to join online", func(_ *Event, t *Time) string { return t.Online }},
	{"organizer", "主办单位", "Organizer", func(e *Event, _ *Time) string { return names(orNone(e.Organizer)) }},
	{"undertakers", "承办单位，以顿号分隔", "Undertakers", func(e *Event, _ *Time) string { return names(e.Undertakers) }},
	{"co_organizers", "协办单位", "Co-organizers", func(e *Event, _ *Time) string { return names(e.CoOrganizers) }},
	{"supporters", "支持单位", "Supporters", func(e *Event, _ *Time) string { return names(e.Supporters) }},
	{"series", "所属系列", "Series", func(e *Event, _ *Time) string { return title(e.Series) }},
	{"edition", "第几届", "Number of the edition", func(e *Event, _ *Time) string { return number(e.Edition) }},
	{"topics", "主题，以顿号分隔", "Topics", func(e *Event, _ *Time) string { return strings.Join(e.Topics, "、") }},
	{"audiences", "适合对象，以顿号分隔", "Audiences", func(e *Event, _ *Time) string { return strings.Join(e.Audiences, "、") }},
	{"registration_required", "是否必须报名", "Whether one must register", func(e *Event, _ *Time) string { return strconv.FormatBool(joining(e).Required) }},
	{"registration_url", "报名网址", "Address to register", func(e *Event, _ *Time) string { return joining(e).URL }},
	{"registration_opens", "报名开始", "Registration opens", func(e *Event, _ *Time) string { return joining(e).Opens }},
	{"registration_closes", "报名截止", "Registration closes", func(e *Event, _ *Time) string { return joining(e).Closes }},
	{"capacity", "名额", "Number of places", func(e *Event, _ *Time) string { return number(joining(e).Capacity) }},
	{"fee", "费用", "Fee", func(e *Event, _ *Time) string { return joining(e).Fee }},
	{"contact", "咨询", "For questions", func(e *Event, _ *Time) string { return joining(e).Contact }},
	{"example", "是否演示用的虚构内容", "Invented, for demonstration", func(e *Event, _ *Time) string { return strconv.FormatBool(e.Example) }},
	{"url", "活动网页", "Page", func(e *Event, _ *Time) string { return e.URL }},
}

// Columns describes the columns of events.csv, in order.
func Columns() []Field {
	list := make([]Field, len(columns))
	for i, c := range columns {
		list[i] = Field{Name: c.name, Type: "string", Zh: c.zh, En: c.en}
	}
	return list
}

// CSV is the file events.csv (RFC 4180): UTF-8 with the byte order mark that
// spreadsheets need to take it for UTF-8.
func (e *Events) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	w.Write(row) // to memory: it cannot fail
	for i := range e.Events {
		for j := range e.Events[i].Times {
			for k, c := range columns {
				row[k] = cell(c.value(&e.Events[i], &e.Events[i].Times[j]))
			}
			w.Write(row)
		}
	}
	w.Flush()
	return b.Bytes()
}

// cell keeps a spreadsheet from running a contributor's text as a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			return "'" + s
		}
	}
	return s
}

func cityOf(e *Event, t *Time) City {
	if t.City != nil {
		return *t.City
	}
	var names, codes []string // nobody says which of them it is
	for _, c := range e.Cities {
		names, codes = append(names, c.Name), append(codes, c.Code)
	}
	return City{strings.Join(names, "、"), strings.Trim(strings.Join(codes, "、"), "、")}
}

func placeOf(t *Time) Place {
	if t.Place == nil {
		return Place{}
	}
	return *t.Place
}

func joining(e *Event) Registration {
	if e.Registration == nil {
		return Registration{}
	}
	return *e.Registration
}

func title(r *Reference) string {
	if r == nil {
		return ""
	}
	return r.Title
}

func orNone(b *Body) []Body {
	if b == nil {
		return nil
	}
	return []Body{*b}
}

func names(list []Body) string {
	out := make([]string, len(list))
	for i, b := range list {
		out[i] = b.Name
	}
	return strings.Join(out, "、")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func degrees(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}
