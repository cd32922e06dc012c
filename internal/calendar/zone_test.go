package calendar

import (
	"testing"
	"time"
	_ "time/tzdata" // a database to compare with, on any machine
)

// The database has daylight saving in the 1940s, which Shanghai leaves out.
const firstComparedYear = 1950

func TestShanghaiAgreesWithDatabase(t *testing.T) {
	database, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	if got := Shanghai().String(); got != database.String() {
		t.Errorf("the zone is called %q", got)
	}
	compare := func(at time.Time) {
		t.Helper()
		got, want := at.In(Shanghai()), at.In(database)
		const layout = "2006-01-02 15:04:05 -0700 MST"
		if g, w := got.Format(layout), want.Format(layout); g != w || got.IsDST() != want.IsDST() {
			t.Errorf("%v is %s, daylight saving %t; want %s, %t", at, g, got.IsDST(), w, want.IsDST())
		}
	}
	for _, s := range Shifts() {
		for h := -48; h <= 48; h++ {
			hour := s.At.Add(time.Duration(h) * time.Hour)
			compare(hour.Add(-time.Second))
			compare(hour)
		}
	}
	for at := time.Date(firstComparedYear, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() <= 2100; at = at.Add(31 * time.Hour) {
		compare(at)
	}
}

// Wall clocks are what callers begin with, those that no clock showed included.
func TestShanghaiReadsWallClocksAsDatabase(t *testing.T) {
	database, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Shifts() {
		y, m, d := s.At.In(database).Date()
		for minute := 0; minute < 24*60; minute += 15 {
			got := time.Date(y, m, d, 0, minute, 0, 0, Shanghai())
			want := time.Date(y, m, d, 0, minute, 0, 0, database)
			if !got.Equal(want) {
				t.Errorf("%v is %v, want %v", want, got.UTC(), want.UTC())
			}
		}
	}
}

func TestShanghaiOutsideOfTable(t *testing.T) {
	for _, year := range []int{1, 1900, 1919, 1942, 1985, 1992, 2039, 2999} {
		for month := time.January; month <= time.December; month++ {
			at := time.Date(year, month, 15, 12, 0, 0, 0, Shanghai())
			if name, offset := at.Zone(); name != "CST" || offset != 8*3600 {
				t.Errorf("%v is in %s, %d s from UTC", at, name, offset)
			}
		}
	}
}

func TestShifts(t *testing.T) {
	shifts := Shifts()
	if len(shifts) != 12 {
		t.Fatalf("%d shifts, want 12", len(shifts))
	}
	for i, s := range shifts {
		if s.Daylight != (i%2 == 0) || s.At.Location() != time.UTC {
			t.Errorf("shift %d is %+v", i, s)
		}
		if i > 0 && !s.At.After(shifts[i-1].At) {
			t.Errorf("shift %d is not after the one before", i)
		}
		// It was always in the night from Saturday to Sunday.
		if local := s.At.In(Shanghai()); local.Weekday() != time.Sunday {
			t.Errorf("shift %d is at %v", i, local)
		}
	}
	if first, last := shifts[0].At.String(), shifts[11].At.String(); first != "1986-05-03 18:00:00 +0000 UTC" || last != "1991-09-14 17:00:00 +0000 UTC" {
		t.Errorf("shifts from %s to %s", first, last)
	}
	shifts[0].Daylight = false
	if !Shifts()[0].Daylight {
		t.Error("a caller can change the table")
	}
}
