package content

import (
	"reflect"
	"testing"
	"time"
)

func TestAwardValues(t *testing.T) {
	v, pos := decodeFile(t, "testdata/valid/honours-full.md")
	a := v.(*Award)
	if want := []Body{{Ref: "jlast"}, {Name: "某某厅"}}; !reflect.DeepEqual(a.By, want) {
		t.Errorf("by: %+v", a.By)
	}
	want := []AwardEdition{
		{Year: 2023, Edition: 17, Date: PartialDate{2024, 6, 24}, Complete: true, Source: 2, Laureates: []Laureate{
			{Ref: "wang-daheng"}, {Name: "李四"}, {Name: "王五", Institution: "某厂", Grade: "一等奖", For: "某某"}, {Ref: "people/nan-rendong", Organization: "ciomp"},
		}},
		{Year: 2023, Edition: 16},
		{Year: 2019, Laureates: []Laureate{{Name: "蒋筑英"}}},
	}
	if !reflect.DeepEqual(a.Editions, want) {
		t.Errorf("got  %+v\nwant %+v", a.Editions, want)
	}
	if p := pos.Of("editions", 0, "laureates", 3, "organization"); p.Line != 20 || p.Col != 23 {
		t.Errorf("the organization of the last laureate is at %v", p)
	}
}

func TestTeamValues(t *testing.T) {
	v, _ := decodeFile(t, "testdata/valid/scientists-team.md")
	s := v.(*Scientist)
	members := []Person{{Ref: "huang-danian", Role: "带头人"}, {Name: "李四"}, {Name: "Ana Ivanova"}}
	if !s.IsTeam() || !reflect.DeepEqual(s.Members, members) || s.Honours[0] != (Honour{Award: "team-title", Year: PartialDate{Year: 2018}, Source: 1}) {
		t.Errorf("%+v", s)
	}
	v, _ = decodeFile(t, "testdata/valid/scientists-expert.md")
	s = v.(*Scientist)
	if s.IsTeam() || !reflect.DeepEqual(s.Offers, []string{"lecture"}) || !reflect.DeepEqual(s.Talks, []Talk{{Title: "雾凇从哪里来", Audiences: []Term{"青少年"}, Minutes: 60}}) {
		t.Errorf("%+v", s)
	}
}

func TestOrganizationValues(t *testing.T) {
	v, _ := decodeFile(t, "testdata/valid/organizations-society.md")
	o := v.(*Organization)
	if o.Parent != "jlast" || o.Host == nil || o.Host.Ref != "jlu" || !o.NeedsParent() {
		t.Errorf("%+v", o)
	}
	for kind, needs := range map[string]bool{"association": true, "grassroots": true, "university": false} {
		if got := (&Organization{Kind: kind}).NeedsParent(); got != needs {
			t.Errorf("%s needs a parent: %v", kind, got)
		}
	}
	if (&Organization{Kind: "society", Independent: true}).NeedsParent() {
		t.Error("what is independent needs a parent")
	}
}

func TestRouteValues(t *testing.T) {
	v, _ := decodeFile(t, "testdata/valid/routes-full.md")
	want := []Visit{
		{Place: "optics-museum", Stay: "2小时", Note: "先看一楼"},
		{Name: "路口", Coordinates: &Coordinates{43.8, 125.28}, Distance: 12.5, Mode: "drive", Duration: "30分钟"},
		{Place: "places/geology-museum", Mode: "walk", Distance: 1},
	}
	if got := v.(*Route).Stops; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestSeasonSpan(t *testing.T) {
	v, _ := decodeFile(t, "testdata/valid/places-full.md")
	p := v.(*Place)
	if *p.Free || *p.Coordinates != (Coordinates{43.88, 125.32}) || p.Closures[0].Note != "春节" || !p.Closures[1].From.Day {
		t.Errorf("%+v", p)
	}
	for i, want := range [][2]int{{121, 280}, {305, 58}, {60, 120}} { // 29 February is day 59
		if from, to, ok := p.Seasons[i].Span(); !ok || from != want[0] || to != want[1] {
			t.Errorf("season %d: %d–%d %v, want %v", i, from, to, ok, want)
		}
	}
	if _, _, ok := (Season{From: "05-01", To: "02-30"}).Span(); ok {
		t.Error("a span to 30 February")
	}
}

func TestParseMonthDay(t *testing.T) {
	for s, want := range map[string]string{
		"05-01": "05-01", "5-1": "05-01", "12-31": "12-31", "02-28": "02-28",
		"02-29": "", "00-01": "", "13-01": "", "04-31": "", "5-00": "", "+5-01": "", "5": "", "-": "", "": "", "005-1": "", "2027-05-01": "",
	} {
		got := ""
		if month, day, ok := ParseMonthDay(s); ok {
			got = time.Date(2001, month, day, 0, 0, 0, 0, time.UTC).Format("01-02")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestEnumLabels(t *testing.T) {
	got := enumLabels([]string{"national", "international", "none"}, "级别：international 国际、national 国家（默认）")
	if want := []string{"国家", "国际", ""}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
