package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

// names are those of version 1. Programs of others rely on them: add to the
// list, take nothing out without a new Version.
const names1 = `id url ics title summary status start end previous_start repeat endless times[]
times[].title times[].start times[].end times[].all_day times[].status times[].hours[] times[].hours[].days[] times[].hours[].open times[].hours[].close
times[].closed[] times[].place times[].place.name times[].place.room times[].place.url times[].place.address times[].place.lat times[].place.lng
times[].city times[].city.name times[].city.code times[].online
organizer organizer.name organizer.url undertakers[] undertakers[].name undertakers[].url co_organizers[] co_organizers[].name co_organizers[].url
supporters[] supporters[].name supporters[].url speakers[] speakers[].name speakers[].role speakers[].url series series.title series.url edition
part_of part_of.title part_of.url topics[] audiences[] cities[] cities[].name cities[].code
registration registration.required registration.url registration.opens registration.closes registration.capacity registration.fee registration.contact registration.note
notice sequence changes[] changes[].date changes[].text recap[] recap[].title recap[].url materials[] materials[].title materials[].url example published modified`

const columns1 = `id title part status start end all_day city city_code place room address lat lng online organizer undertakers co_organizers supporters series edition
topics audiences registration_required registration_url registration_opens registration_closes capacity fee contact example url`

func TestNamesAreStable(t *testing.T) {
	check := func(what string, fields []Field, want string) {
		var got []string
		for _, f := range fields {
			got = append(got, f.Name)
			if f.Zh == "" || f.En == "" {
				t.Errorf("%s %s is not documented in both languages", what, f.Name)
			}
		}
		if g, w := strings.Join(got, " "), strings.Join(strings.Fields(want), " "); g != w {
			t.Errorf("%s:\n got %s\nwant %s", what, g, w)
		}
	}
	check("fields", Fields(), names1)
	check("columns", Columns(), columns1)
	if Version != 1 {
		t.Error("another version has other names")
	}
}

var lat, lng = 43.88, 125.32

var sample = Events{Version: 1, Title: "活动", Timezone: "Asia/Shanghai", Events: []Event{{
	ID: "events/a", URL: "https://a.cn/events/a/", Title: "=1+1", Status: "scheduled", Start: "2026-09-19",
	Times: []Time{
		{Start: "2026-09-19", End: "2026-09-20", AllDay: true, Status: "scheduled", City: &City{"长春市", "220100"},
			Place: &Place{Name: "馆, 东", Lat: &lat, Lng: &lng}, Hours: []Hours{{[]string{"Sat", "Sun"}, "09:00", "16:00"}}},
		{Title: "@第二站", Start: "2026-10-01T09:00:00+08:00", Status: "cancelled"},
	},
	Cities: []City{{"吉林市", "220200"}}, CoOrganizers: []Body{{Name: "甲"}, {Name: "乙"}}, Registration: &Registration{Contact: "-86 431"},
}}}

func TestCSV(t *testing.T) {
	text := sample.CSV()
	if !bytes.HasPrefix(text, []byte("\ufeffid,title,")) || !bytes.HasSuffix(text, []byte("\r\n")) {
		t.Errorf("%.40q … %q", text, text[len(text)-4:])
	}
	rows, err := csv.NewReader(bytes.NewReader(text[3:])).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatal(err, rows)
	}
	for i, want := range []map[string]string{
		{"title": "'=1+1", "start": "2026-09-19", "end": "2026-09-20", "all_day": "true", "city": "长春市", "city_code": "220100", "place": "馆, 东", "lat": "43.88", "lng": "125.32", "co_organizers": "甲、乙", "contact": "'-86 431"},
		{"part": "'@第二站", "start": "2026-10-01T09:00:00+08:00", "end": "", "all_day": "false", "status": "cancelled", "city": "吉林市", "place": "", "lat": ""},
	} {
		for j, name := range rows[0] {
			if value, ok := want[name]; ok && rows[i+1][j] != value {
				t.Errorf("row %d: %s is %q, want %q", i+1, name, rows[i+1][j], value)
			}
		}
	}
}

func TestJSON(t *testing.T) {
	text, err := sample.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	e := got["events"].([]any)[0].(map[string]any)
	times := e["times"].([]any)
	place := times[0].(map[string]any)["place"].(map[string]any)
	if place["lat"] != 43.88 || e["title"] != "=1+1" || got["timezone"] != "Asia/Shanghai" || len(times) != 2 {
		t.Errorf("%s", text)
	}
	if _, ok := times[1].(map[string]any)["end"]; ok {
		t.Error("an end that nobody knows")
	}
}
