package page

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/geo"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
	bundled "kepu/themes"
)

// mappers are makers for a site, one for each language, as far as maps and
// routes need them.
func mappers(t *testing.T, archive string, change ...func(*site.Input)) map[string]*maker {
	t.Helper()
	th, err := theme.Load([]fs.FS{bundled.Default()}, map[string][]byte{"assets/css/chroma.css": nil})
	if err != nil {
		t.Fatal(err)
	}
	in := synthetic.Site(0, nil)
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if f.Name == "site.yaml" {
			in.Settings, in.SettingsPos, _ = content.DecodeSettings("content/site.yaml", f.Data)
			continue
		}
		in.Docs = append(in.Docs, synthetic.Parse(f.Name, string(f.Data)))
	}
	for _, c := range change {
		c(&in)
	}
	s, ds := site.New(in)
	for _, d := range ds {
		if d.Severity() == diag.Error {
			t.Fatal(d.Message(diag.English))
		}
	}
	all := map[string]*maker{}
	for _, l := range s.Locales {
		all[l.Lang] = newMaker(newBook(s, th, Options{}), l)
	}
	t.Cleanup(func() {
		for _, m := range all {
			if err := m.words.err(); err != nil {
				t.Error(err)
			}
		}
	})
	return all
}

const places = `
-- site.yaml --
base_url: https://kepu.example.org/kepu/
cities:
  - {name: 吉林市, slug: jilin, code: "220200", coordinates: {lat: 43.84, lng: 126.55}, en: Jilin City}
  - {name: 长春市, slug: changchun, code: "220100", coordinates: {lat: 43.88, lng: 125.32}, en: Changchun}
  - {name: 白城市, slug: baicheng, code: "220800", coordinates: {lat: 45.62, lng: 122.84}, en: Baicheng}
  - {name: 四平市, slug: siping, code: "220300", coordinates: {lat: 43.17, lng: 124.35}, en: Siping}
map: {title: 吉林科普地图}
-- places/museum.md --
---
title: 科技馆
kind: museum
address: 永顺路1号
cities: [长春市]
coordinates: {lat: 43.79, lng: 125.42}
hours: [周二至周日 09:00-16:30]
---
可以动手的展品。
-- places/museum.en.md --
---
title: Science Museum
kind: museum
cities: [Changchun]
---
Touch everything.
-- places/optics.md --
---
title: 光学馆
kind: museum
cities: [长春市]
coordinates: {lat: 43.80, lng: 125.41}
---
-- places/meteorite.md --
---
title: 陨石馆
kind: museum
cities: [吉林市]
coordinates: {lat: 43.82, lng: 126.55}
---
-- places/west/lake.md --
---
title: 查干湖
kind: reserve
coordinates: {lat: 45.25, lng: 124.28}
hours_note: 以公告为准
---
-- places/mobile.md --
---
title: 流动科技馆
kind: venue
---
-- places/draft.md --
---
title: 草稿
kind: venue
status: draft
coordinates: {lat: 45.25, lng: 124.28}
---
-- routes/west.md --
---
title: 向西两日
date: 2026-09-01
mode: drive
duration: 两天
season: 秋
stops:
  - {place: museum, stay: 2小时}
  - {place: lake, note: 看冬捕, distance: 210.5, duration: 3小时}
  - {place: draft}
  - {name: 白城站, coordinates: {lat: 45.62, lng: 122.84}, mode: transit, distance: 90, duration: 1小时}
---
`

var signLinks = regexp.MustCompile(`<a class="([^"]+)" href="([^"]+)" aria-label="([^"]+)"`)

func TestMap(t *testing.T) {
	makers := mappers(t, places)
	m := makers["zh-CN"]
	v := drawnMap(m)
	var groups []string
	onMap, leads, seen := map[string]string{}, map[string]int{}, map[string]int{}
	for _, s := range signLinks.FindAllStringSubmatch(string(v.Drawing), -1) {
		onMap[s[3]] = s[2]
		leads[s[2]]++
	}
	for _, g := range v.Groups {
		groups = append(groups, g.Name)
		for _, i := range g.Items {
			seen[i.Card.Title]++
			if leads[i.Card.URL] != 1 {
				t.Errorf("%d %s has %d links on the map: %v", i.N, i.Card.Title, leads[i.Card.URL], onMap)
			}
		}
	}
	if want := []string{"吉林市", "长春市", "其他"}; !slices.Equal(groups, want) {
		t.Errorf("groups %v, want %v", groups, want)
	}
	for _, title := range []string{"科技馆", "光学馆", "陨石馆", "查干湖"} {
		if seen[title] != 1 {
			t.Errorf("%s is in the list %d times", title, seen[title])
		}
	}
	if len(seen) != 4 || len(v.Unplaced) != 1 || v.Unplaced[0].Name != "流动科技馆" {
		t.Errorf("placed %v, unplaced %v", seen, v.Unplaced)
	}
	// The two in Changchun have signs of their own in an inset.
	if !strings.HasPrefix(onMap["2,3 2 科技馆，3 光学馆"], "#x-map-") || onMap["2 科技馆，长春市"] != "/kepu/places/museum/" || onMap["1 陨石馆，吉林市"] != "/kepu/places/meteorite/" || onMap["4 查干湖"] != "/kepu/places/west/lake/" {
		t.Errorf("signs %v", onMap)
	}
	if v.Groups[1].Items[0].ID != "x-place-museum" || v.Groups[2].Items[0].ID != "x-place-west.lake" {
		t.Errorf("anchors %+v", v.Groups)
	}
	for _, town := range []string{"长春市", "四平市"} { // nobody has anything to say of Siping
		if !strings.Contains(string(v.Drawing), ">"+town+"</text>") {
			t.Errorf("%s is not on the map", town)
		}
	}
	if want := "标准纬线43.6°N、45.2°N，中央经线124.7°E；"; !strings.Contains(v.Note, want) || !strings.Contains(v.Note, "不表示行政区域界线") {
		t.Errorf("the note is %s", v.Note)
	}
	if len(v.Routes) != 1 || v.Routes[0].Title != "向西两日" {
		t.Errorf("routes %v", v.Routes)
	}

	// The translation says where the place is without saying it again.
	en := drawnMap(makers["en"])
	if len(en.Groups) != 1 || len(en.Groups[0].Items) != 1 || !strings.Contains(string(en.Drawing), `aria-label="1 Science Museum, Changchun"`) {
		t.Errorf("in English: %+v", en)
	}
}

// drawnMap is the map ready to be shown.
func drawnMap(m *maker) *MapView {
	v := m.mapView()
	v.draw()
	return v
}

// One place more does not move the others.
func TestMapStaysPut(t *testing.T) {
	sheet := regexp.MustCompile(`viewBox="[^"]*"`)
	town := regexp.MustCompile(`<circle class="town"[^>]*>`)
	before := string(drawnMap(mappers(t, places)["zh-CN"]).Drawing)
	more := places + "-- places/b.md --\n---\ntitle: 乙\nkind: park\ncoordinates: {lat: 43.5, lng: 124.9}\n---\n"
	after := string(drawnMap(mappers(t, more)["zh-CN"]).Drawing)
	if before == after || sheet.FindString(before) == "" || town.FindString(before) == "" ||
		town.FindString(before) != town.FindString(after) {
		t.Errorf("%s %s became %s %s", sheet.FindString(before), town.FindString(before), sheet.FindString(after), town.FindString(after))
	}
}

// The ground is credited; boundaries are not denied where they are drawn.
func TestMapGround(t *testing.T) {
	layer := func(kind string) site.Layer {
		return site.Layer{
			MapLayer: content.MapLayer{Kind: kind, Source: "某处", Licence: "公有领域"},
			Features: []geo.Feature{{Name: "松花江", Lines: [][]geo.Point{{{Lat: 43, Lng: 124}, {Lat: 45, Lng: 127}}}}},
		}
	}
	ground := func(layers ...site.Layer) func(*site.Input) {
		return func(in *site.Input) { in.Ground = layers }
	}
	makers := mappers(t, places, ground(layer("river")))
	v := drawnMap(makers["zh-CN"])
	if !slices.Equal(v.Credits, []CreditView{{"河流", "某处", "公有领域"}}) || !strings.Contains(string(v.Drawing), `class="river"`) || !strings.Contains(string(v.Drawing), ">松花江<") {
		t.Errorf("%+v", v)
	}
	if strings.Contains(string(drawnMap(makers["en"]).Drawing), "松花江") {
		t.Error("a Chinese name on the English map")
	}
	v = drawnMap(mappers(t, places, ground(layer("river"), layer("boundary")), func(in *site.Input) { in.Settings.Map.Approval = "吉S(2026)1号" })["zh-CN"])
	if strings.Contains(v.Note, "不表示") || v.Approval != "吉S(2026)1号" || len(v.Credits) != 2 {
		t.Errorf("with boundaries: %s, %s, %v", v.Note, v.Approval, v.Credits)
	}
}
