package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"testing"
)

var lat, lng = 43.88, 125.32

var sample = Events{Head: Head{Version: 1, Title: "活动", Timezone: "Asia/Shanghai"}, Events: []Event{{
	ID: "events/a", URL: "https://a.cn/events/a/", Title: "=1+1", Status: "scheduled", Start: "2026-09-19",
	Times: []Time{
		{Start: "2026-09-19", End: "2026-09-20", AllDay: true, Status: "scheduled", City: &City{"长春市", "220100"},
			Place: &Venue{Name: "馆, 东", Lat: &lat, Lng: &lng}, Hours: []Hours{{[]string{"Sat", "Sun"}, "09:00", "16:00"}}},
		{Title: "@第二站", Start: "2026-10-01T09:00:00+08:00", Status: "cancelled"},
	},
	Cities: []City{{"吉林市", "220200"}}, CoOrganizers: []Body{{Name: "甲"}, {Name: "乙"}}, Registration: &Registration{Contact: "-86 431"},
}}}

func TestCSV(t *testing.T) {
	text, err := CSV(&sample)
	if err != nil {
		t.Fatal(err)
	}
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
	text, err := JSON(&sample)
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

// TestFlatTables: what is no flat field becomes columns or one cell.
func TestFlatTables(t *testing.T) {
	free := false
	for name, test := range map[string]struct {
		set  Set
		rows []map[string]string
	}{
		"people": {&People{People: []Person{
			{Name: "=甲", Kind: "person", Born: &Life{"1958-08", "南宁"}, Fields: []string{"光学", "物理"}, Cities: []City{{"长春市", "220100"}, {"吉林市", ""}},
				Affiliations: []Tenure{{Name: "吉大", Role: "教授", From: "2009", To: "2017"}, {Name: "所", From: "1990"}}, Origin: Origin{Modified: "2026"}},
			{Name: "乙", Students: []Someone{{Name: "-丙"}, {Name: "丁", Role: "博士"}}, Fields: []string{"＝１＋１"}},
		}}, []map[string]string{
			{"name": "'=甲", "born_date": "1958-08", "born_place": "南宁", "died_date": "", "fields": "光学；物理", "cities": "长春市 220100；吉林市", "affiliations": "吉大 教授 2009–2017；所 1990–", "modified": "2026", "example": "false"},
			{"name": "乙", "born_date": "", "students": "'-丙；丁 博士", "fields": "'＝１＋１"},
		}},
		"organizations": {&Organizations{Organizations: []Organization{{Name: "学会", Parent: &Node{"organizations/a", "省科协"}, Path: []Node{{"x", "中国科协"}, {"y", "省科协"}}}, {Name: "省科协"}}}, []map[string]string{
			{"parent_id": "organizations/a", "parent_name": "省科协", "path": "中国科协；省科协"}, {"parent_id": ""},
		}},
		"places": {&Places{Places: []Place{
			{Free: &free, Lat: &lat, Hours: []Hours{{[]string{"Tue", "Wed"}, "09:00", "16:30"}}, Closures: []Closure{{"2027-02-06", "2027-02-06", "春节"}},
				Seasons: []Season{{Name: "夏季", From: "05-01", To: "10-07", Hours: []Hours{{[]string{"Mon"}, "08:00", "18:00"}}}}},
			{},
		}}, []map[string]string{
			{"free": "false", "lat": "43.88", "lng": "", "hours": "Tue Wed 09:00–16:30", "seasons": "夏季 05-01–10-07 Mon 08:00–18:00", "closures": "2027-02-06–2027-02-06 春节"},
			{"free": "", "lat": ""},
		}},
		"honours": {&Honours{Honours: []Honour{
			{Name: "奖", By: []Body{{Name: "部"}, {Name: "会"}}, Editions: []Edition{{Year: 1999, Edition: 2, Complete: true, Laureates: []Laureate{{Name: "甲", Organization: &Body{Name: "所"}}, {Name: "乙"}}}, {Year: 2001}}},
			{Name: "空"},
		}}, []map[string]string{
			{"name": "奖", "by": "部；会", "year": "1999", "edition": "2", "complete": "true", "laureate": "甲", "organization": "所"},
			{"name": "奖", "laureate": "乙", "organization": ""}, {"name": "奖", "year": "2001", "edition": "", "laureate": "", "complete": "false"}, {"name": "空", "year": ""},
		}},
	} {
		text, err := CSV(test.set)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(text[3:])).ReadAll()
		if err != nil || len(rows) != len(test.rows)+1 {
			t.Fatalf("%s: %d rows, %v", name, len(rows), err)
		}
		for i, want := range test.rows {
			for column, value := range want {
				if j := slices.Index(rows[0], column); j < 0 || rows[i+1][j] != value {
					t.Errorf("%s, row %d: %s is not %q in %q", name, i, column, value, rows[i+1])
				}
			}
		}
	}
}
