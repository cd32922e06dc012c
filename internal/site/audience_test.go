package site

import (
	"fmt"
	"strings"
	"testing"
)

const audiencesAndCities = `
-- articles/both.md --
---
title: 两样都写
date: 2026-01-05
audiences: [农民, 青少年]
cities: [白城市]
---
-- articles/young.md --
---
title: 给青少年
date: 2026-01-04
audiences: 青少年
---
-- articles/city.md --
---
title: 长春的
date: 2026-01-03
cities: 长春市
---
-- articles/neither.md --
---
title: 都没写
date: 2026-01-02
---
-- places/park.md --
---
title: 公园
kind: park
audiences: 青少年
cities: 松原市
---
-- events/tour.md --
---
title: 巡展
date: 2026-01-01
audiences: 农民
stops:
  - {start: 2026-09-01, end: 2026-09-20, venue: 一中, city: 白城市}
  - {start: 2026-10-01, end: 2026-10-20, venue: 二中, city: 长春市}
---
`

// TestReaderships: who has a page, and what is on it, in each of its three parts.
func TestReaderships(t *testing.T) {
	s, ds := graph(t, audiencesAndCities)
	if told(ds) != "" {
		t.Fatal(told(ds))
	}
	var got strings.Builder
	for _, r := range s.Locales[0].Readerships() {
		fmt.Fprintf(&got, "%s [%s] [%s] [%s]\n", r.Address, titles(r.Own), titles(r.OfCity), titles(r.OfAudience))
	}
	const want = `audiences/农民/白城市/ [tour both] [] []
audiences/青少年/白城市/ [both] [] [young]
audiences/农民/长春市/ [tour] [city] []
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

// TestReadershipAddresses: an old address cannot be one of theirs, and a city
// does not take the place of what an audience has already.
func TestReadershipAddresses(t *testing.T) {
	for alias, taken := range map[string]bool{
		"/audiences/青少年/白城市/": true, "/audiences/青少年/白城市/atom.xml": true, "/audiences/青少年/松原市/": false,
	} {
		_, ds := graph(t, audiencesAndCities+"-- articles/z.md --\n---\ntitle: 甲\ndate: 2026-01-01\naliases: ["+alias+"]\n---\n")
		if got := strings.Contains(told(ds), "alias-taken"); got != taken {
			t.Errorf("%s: %v %s", alias, got, told(ds))
		}
	}
	s, _ := graph(t, strings.ReplaceAll(audiencesAndCities, "白城市", "agenda"))
	for _, r := range s.Locales[0].Readerships() {
		if strings.HasSuffix(r.Address, "/agenda/") {
			t.Errorf("%s is the calendar of the audience", r.Address)
		}
	}
}
