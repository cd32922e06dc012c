package site

import "testing"

const stops = `
-- places/here.md --
---
title: 此处
kind: museum
coordinates: {lat: 43.8, lng: 125.3}
---
-- places/here.ko.md --
---
title: 여기
kind: museum
---
-- places/nowhere.md --
---
title: 某处
kind: museum
---
-- places/draft.md --
---
title: 草稿
kind: museum
status: draft
---
`

// A stop is where it says, else where its place is; a place without a position
// is told at the stop.
func TestStops(t *testing.T) {
	_, ds := graph(t, stops+`
-- routes/a.md --
---
title: 甲线
date: 2026-01-01
stops:
  - {place: here}
  - {place: nowhere}
  - {place: nowhere, coordinates: {lat: 43, lng: 125}}
  - {place: draft}
  - place: gone
---
-- routes/a.ko.md --
---
title: 갑
date: 2026-01-01
stops:
  - {place: here}
  - {place: nowhere}
---
`)
	want := `routes/a.ko.md:6:13 stop-nowhere
routes/a.md:6:13 stop-nowhere
routes/a.md:9:12 dangling-reference
`
	if got := told(ds); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A translation is where the place is, and the map's page can be linked to in
// each language that has places on it.
func TestPlaced(t *testing.T) {
	s := good(t, stops+`
-- routes/a.md --
---
title: 甲线
date: 2026-01-01
stops: [{place: here}, {name: 别处, coordinates: {lat: 43, lng: 125}}]
---
-- about.md --
---
title: 关于
---
[图](/map/) [朝鲜文图](/ko/map/) [单子](/routes/a/guide/) [轨迹](/routes/a/route.gpx)
`)
	for _, l := range s.Locales {
		if got := titles(l.Placed()); got != "here" {
			t.Errorf("%s: %q", l.Lang, got)
		}
	}
	_, ds := graph(t, "-- places/nowhere.md --\n---\ntitle: 某处\nkind: museum\n---\n[图](/map/)\n")
	if got := told(ds); got != "places/nowhere.md:5:5 broken-link\n" {
		t.Errorf("a link to no map: %s", got)
	}
}
