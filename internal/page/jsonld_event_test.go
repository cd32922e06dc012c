package page_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/site"
	"kepu/internal/theme"
)

// structured reads the structured data of a page, the first of its kind.
func structured(t *testing.T, s *site.Site, path string) map[string]any {
	t.Helper()
	_, after, ok := strings.Cut(file(t, s, path), `<script type="application/ld+json">`)
	text, _, _ := strings.Cut(after, "</script>")
	var data map[string]any
	if err := json.Unmarshal([]byte(text), &data); !ok || err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return data
}

// file is the text of one artifact, drawn with a theme that is loaded once.
func file(t *testing.T, s *site.Site, path string) string {
	t.Helper()
	shared.Do(func() { shared.theme = load(t) })
	for _, a := range artifacts(t, s, shared.theme) {
		if a.Path == path {
			return draw(t, []artifact.Artifact{a})[path].text
		}
	}
	t.Fatalf("no %s", path)
	return ""
}

var shared struct {
	sync.Once
	theme *theme.Theme
}

// dig walks into parsed JSON: "subEvent.1.eventStatus"; "#" is a length.
func dig(v any, path string) any {
	for _, step := range strings.Split(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[step]
		case []any:
			if step == "#" {
				v = float64(len(x))
			} else if i := int(step[0] - '0'); i < len(x) {
				v = x[i]
			} else {
				return nil
			}
		default:
			return nil
		}
	}
	return v
}

// TestStructuredEvents: what search engines are told of each sort of event.
func TestStructuredEvents(t *testing.T) {
	const org = "https://schema.org/"
	more := busy + `
-- events/show.md --
---
title: 特展
start: 2026-09-01
end: 2026-09-30
hours: [周二至周五 09:00-12:00 13:00-16:00, 周六 10:00-15:00]
except: 2026-09-10
place: hall
registration: {fee: 每人20元}
---
-- events/moved.md --
---
title: 改期的会
start: 2026-11-08 09:00
previous_start: 2026-11-07 09:00
status: rescheduled
changes: [{date: 2026-11-01, text: 改期}]
online: https://a.cn/x
---
`
	s := at(t, more, clockAt(t, "2026-09-10 12:00"))
	for name, want := range map[string]map[string]any{
		"talk": {"@type": "Event", "startDate": "2026-09-19T09:00:00+08:00", "endDate": "2026-09-19T11:30:00+08:00", "eventStatus": org + "EventScheduled",
			"eventAttendanceMode": org + "OfflineEventAttendanceMode", "location.0.@type": "Place", "location.0.name": "科技馆", "location.0.address.streetAddress": "人民大街1号",
			"location.0.address.addressLocality": "长春市", "location.0.geo.latitude": "43.88", "organizer.0.name": "省科协", "organizer.0.url": "https://kepu.example.org/organizations/jlast/",
			"isAccessibleForFree": true, "offers.price": "0", "offers.priceCurrency": "CNY", "offers.url": "https://a.cn/r", "offers.availability": org + "InStock", "offers.validFrom": "2026-09-01T08:00:00+08:00", "subEvent": nil, "eventSchedule": nil},
		"course": {"startDate": "2026-09-05T09:00:00+08:00", "endDate": "2026-10-18T15:30:00+08:00", "eventSchedule.0.repeatFrequency": "P1W", "eventSchedule.0.byDay.0": "SA", "eventSchedule.0.repeatCount": 6.0,
			"eventSchedule.0.startDate": "2026-09-05", "eventSchedule.0.startTime": "09:00:00", "eventSchedule.0.endTime": "10:30:00", "eventSchedule.0.exceptDate.0": "2026-09-12", "eventSchedule.0.scheduleTimezone": "Asia/Shanghai"},
		"forever": {"endDate": nil, "eventSchedule.0.repeatFrequency": "P1M", "eventSchedule.0.byDay.0": "2SA"},
		"tour": {"startDate": "2026-09-01", "endDate": "2026-10-20", "subEvent.#": 2.0, "subEvent.0.location.0.name": "一中", "subEvent.0.location.0.address.addressLocality": "白城市",
			"subEvent.0.eventSchedule.0.startTime": "09:00:00", "subEvent.1.eventStatus": org + "EventCancelled", "subEvent.0.eventStatus": org + "EventScheduled", "eventStatus": org + "EventScheduled", "location.#": 2.0},
		"meeting": {"startDate": "2026-11-01", "endDate": "2026-11-03", "eventAttendanceMode": org + "MixedEventAttendanceMode", "location.1.@type": "VirtualLocation", "location.1.url": "https://a.cn/live", "subEvent.#": 2.0, "subEvent.0.name": "上"},
		"show":    {"eventSchedule.#": 3.0, "eventSchedule.1.startTime": "13:00:00", "eventSchedule.2.byDay.0": org + "Saturday", "eventSchedule.0.exceptDate.0": "2026-09-10", "offers.price": "20", "isAccessibleForFree": nil},
		"moved": {"eventStatus": org + "EventRescheduled", "previousStartDate": "2026-11-07T09:00:00+08:00", "startDate": "2026-11-08T09:00:00+08:00",
			"eventAttendanceMode": org + "OnlineEventAttendanceMode", "location.0.@type": "VirtualLocation", "endDate": nil},
		"off": {"eventStatus": org + "EventCancelled", "startDate": "2026-12-06T09:00:00+08:00"},
	} {
		data := structured(t, s, "events/"+name+"/index.html")
		for path, value := range want {
			if got := dig(data, path); got != value {
				t.Errorf("%s: %s is %v, want %v", name, path, got, value)
			}
		}
		for _, path := range []string{"name", "startDate", "location.0", "organizer.0.name", "image", "url", "eventStatus"} {
			if dig(data, path) == nil {
				t.Errorf("%s has no %s", name, path)
			}
		}
	}
	series := structured(t, s, "series/week/index.html")
	if series["@type"] != "EventSeries" || series["startDate"] != "2025-09-20" || series["endDate"] != "2025-09-26" {
		t.Errorf("%v", series)
	}
}
