package page_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// korean are translations of half of the province, which say again only what
// they must.
const korean = province + `
-- organizations/jl.ko.md --
---
title: 성과협
kind: association
---
-- organizations/cc.ko.md --
---
title: 창춘시과협
kind: association
---
-- organizations/optics.ko.md --
---
title: 광학회
kind: society
---
-- scientists/wang.ko.md --
---
title: 왕다헝
pinyin: Wáng Dàhéng
sources: [{title: 책}]
---
-- scientists/nan.ko.md --
---
title: 난런둥
pinyin: Nán Réndōng
sources: [{title: 책}]
---
-- honours/prize.ko.md --
---
title: 과학기술진보상
kind: prize
by: [cc]
sources: [{title: 공보}]
---
-- articles/light.ko.md --
---
title: 빛
date: 2026-01-02
organization: county
scientists: [nan]
places: [lake]
---
-- places/museum.ko.md --
---
title: 광학관
kind: museum
organization: county
---
-- events/talk.ko.md --
---
title: 강연
start: 2026-12-19 09:00
end: 2026-12-19 11:00
place: museum
organization: optics
---
`

var hrefs = regexp.MustCompile(`href="/([^"#]*)`)

// TestLanguagesKeepTogether: a page leads to what it names in its own language,
// where that has it.
func TestLanguagesKeepTogether(t *testing.T) {
	s := built(t, korean)
	all := pages(t, s, load(t))
	for address, html := range all {
		if !strings.HasPrefix(address, "ko/") {
			continue
		}
		main := html[strings.Index(html, "<main"):strings.Index(html, "</main>")]
		for _, link := range hrefs.FindAllStringSubmatch(main, -1) {
			if _, has := all["ko/"+link[1]]; has && address != "ko/"+link[1] { // but for the way to the Chinese page
				t.Errorf("%s leads to %s", address, link[1])
			}
		}
	}
	for page, links := range map[string][]string{
		"ko/organizations/":        {"ko/organizations/jl/", "organizations/county/", "organizations/ciomp/"},
		"ko/organizations/jl/":     {"ko/organizations/cc/", "ko/organizations/optics/"},
		"ko/organizations/cc/":     {"ko/organizations/jl/", "organizations/county/", "ko/honours/prize/"},
		"ko/organizations/cc/all/": {"ko/organizations/jl/", "ko/articles/light/", "ko/places/museum/"}, // of the county, which has no Korean page
		"ko/honours/prize/":        {"ko/scientists/wang/"},
	} {
		for _, link := range links {
			if !strings.Contains(all[page], `href="/`+link+`"`) {
				t.Errorf("%s has no link to %s", page, link)
			}
		}
	}
	if feed := file(t, s, "ko/organizations/cc/all/atom.xml"); !strings.Contains(feed, "/ko/articles/light/") {
		t.Error("the feed of a subtree lacks what is of an untranslated organization")
	}
}

// TestTranslationsInherit: machines are told of a translation what another
// version says: the parent, and where a place is.
func TestTranslationsInherit(t *testing.T) {
	s := built(t, korean)
	data := func(name string) any {
		var v any
		if err := json.Unmarshal([]byte(file(t, s, name)), &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	for name, want := range map[string]map[string]any{
		"ko/data/organizations.json": {"organizations.0.id": "organizations/cc", "organizations.0.parent.name": "성과협", "organizations.0.path.#": 1.0},
		"ko/data/places.json":        {"places.0.lat": 43.8, "places.0.lng": 125.4},
		"ko/data/events.json":        {"events.0.times.0.place.lat": 43.8},
	} {
		v := data(name)
		for path, value := range want {
			if got := dig(v, path); got != value {
				t.Errorf("%s: %s is %v, want %v", name, path, got, value)
			}
		}
	}
	for page, want := range map[string]map[string]any{
		"ko/organizations/cc": {"parentOrganization.0.name": "성과협"},
		"ko/places/museum":    {"geo.latitude": "43.8"},
		"ko/events/talk":      {"location.0.geo.latitude": "43.8"},
	} {
		v := structured(t, s, page+"/index.html")
		for path, value := range want {
			if got := dig(v, path); got != value {
				t.Errorf("%s: %s is %v, want %v", page, path, got, value)
			}
		}
	}
	if ics := file(t, s, "ko/events/talk/event.ics"); !strings.Contains(ics, "GEO:43.8") {
		t.Errorf("the event is nowhere: %s", ics)
	}
}
