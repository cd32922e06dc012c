package calendar

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync"
	"time"
)

const zoneName = "Asia/Shanghai"

// Offsets from UTC in seconds, and what the zone is called meanwhile.
const (
	standardOffset = 8 * 3600
	daylightOffset = 9 * 3600
	standardName   = "CST"
	daylightName   = "CDT"
)

// daylight lists the summers in which China moved its clocks, as the first and
// the last day of each: at 02:00 clocks went on to 03:00, and at 02:00 of
// daylight time back to 01:00.
var daylight = [...][2]civilDay{
	{{1986, time.May, 4}, {1986, time.September, 14}},
	{{1987, time.April, 12}, {1987, time.September, 13}},
	{{1988, time.April, 17}, {1988, time.September, 11}},
	{{1989, time.April, 16}, {1989, time.September, 17}},
	{{1990, time.April, 15}, {1990, time.September, 16}},
	{{1991, time.April, 14}, {1991, time.September, 15}},
}

type civilDay struct {
	year  int
	month time.Month
	day   int
}

// A Shift is an instant at which clocks in China were moved.
type Shift struct {
	At       time.Time // in UTC
	Daylight bool      // from At on clocks show UTC+9, else UTC+8
}

// Shifts returns all shifts of clocks that Shanghai knows, ascending: into
// daylight time and out of it in turn, from 1986 to 1991.
func Shifts() []Shift {
	shifts := make([]Shift, 0, 2*len(daylight))
	for _, summer := range daylight {
		shifts = append(shifts,
			Shift{summer[0].twoAM(standardOffset), true},
			Shift{summer[1].twoAM(daylightOffset), false})
	}
	return shifts
}

// twoAM is the instant at which clocks that are offset seconds ahead of UTC show
// 02:00 on day d.
func (d civilDay) twoAM(offset int) time.Time {
	return time.Date(d.year, d.month, d.day, 2, 0, -offset, 0, time.UTC)
}

// Shanghai returns the zone Asia/Shanghai: UTC+8, and UTC+9 in the summers of
// 1986 to 1991. It comes from the program itself, so it is the same on a
// machine without a zone database. All other years are plain UTC+8; the local
// mean time before 1901 and the daylight saving of 1919 and of the 1940s are
// left out on purpose, as no entry reaches back to them and nobody would
// expect an hour's difference there.
func Shanghai() *time.Location { return shanghai() }

var shanghai = sync.OnceValue(func() *time.Location {
	loc, err := time.LoadLocationFromTZData(zoneName, zoneData(Shifts()))
	if err != nil {
		panic(fmt.Sprintf("calendar: zone data made wrongly: %v", err))
	}
	return loc
})

// zoneData writes shifts as a TZif file of RFC 8536. The package time makes a
// zone with shifts from such bytes only. Version 1, with instants of 32 bits, has
// room for all of them; before the first and after the last a zone stays as it is.
func zoneData(shifts []Shift) []byte {
	const (
		standard = 0 // indices of the two local time types
		daylight = 1
	)
	names := standardName + "\x00" + daylightName + "\x00"

	var b bytes.Buffer
	b.WriteString("TZif")
	b.Write(make([]byte, 16)) // version 1, reserved
	for _, count := range []int{
		0, 0, 0, // no UT indicators, standard indicators, leap seconds
		len(shifts), 2, len(names),
	} {
		binary.Write(&b, binary.BigEndian, uint32(count))
	}
	for _, s := range shifts {
		binary.Write(&b, binary.BigEndian, int32(s.At.Unix()))
	}
	for _, s := range shifts {
		if s.Daylight {
			b.WriteByte(daylight)
		} else {
			b.WriteByte(standard)
		}
	}
	localType := func(offset int32, isDaylight, nameAt byte) {
		binary.Write(&b, binary.BigEndian, offset)
		b.WriteByte(isDaylight)
		b.WriteByte(nameAt)
	}
	localType(standardOffset, 0, 0)
	localType(daylightOffset, 1, byte(len(standardName)+1))
	b.WriteString(names)
	return b.Bytes()
}
