package page

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kepu/internal/content"
	"kepu/internal/site"
)

func routeOf(t *testing.T, m *maker, name string) (*site.Entry, *content.Route) {
	t.Helper()
	for _, e := range m.loc.ByKind[content.Routes] {
		if e.Slug == name {
			return e, e.Data.(*content.Route)
		}
	}
	t.Fatalf("no route %s", name)
	return nil, nil
}

func TestRoute(t *testing.T) {
	m := mappers(t, places)["zh-CN"]
	e, d := routeOf(t, m, "west")
	v := m.route(e, d, EntryView{})
	v.draw()
	var got []string
	for _, s := range v.Stops {
		got = append(got, strings.Join([]string{itoa(s.N), s.Name, s.URL, s.Leg, fmt.Sprint(s.Straight), s.Stay, s.Note, s.Address, s.Hours, s.Summary}, "|"))
	}
	want := []string{
		"1|科技馆|/kepu/places/museum/||false|2小时||永顺路1号|周二至周日09:00–16:30；周一闭馆|可以动手的展品。",
		"2|查干湖|/kepu/places/west/lake/|驾车约210.5公里，3小时|false||看冬捕||以公告为准|",
		"3|白城站||直线约120公里|true|||||", // the draft is nowhere: how one gets here from there says nothing
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if v.Stops[0].Map == nil || v.Stops[0].Map.OnMap != "/kepu/map/#x-place-museum" || v.Stops[2].Map.OnMap != "" || v.Stops[2].Map.Lat != "45.62" {
		t.Errorf("positions %+v, %+v", v.Stops[0].Map, v.Stops[2].Map)
	}
	wantFacts := []NamedText{{"方式", "驾车"}, {"用时", "两天"}, {"季节", "秋"}}
	if !slices.Equal(v.Facts, wantFacts) {
		t.Errorf("facts %v", v.Facts)
	}
	var itinerary []string
	trip := m.routeJSON(e, d, new(View)).Itinerary
	for _, i := range trip.Items {
		itinerary = append(itinerary, fmt.Sprint(i.Position, i.Item.(ldThing).Name))
	}
	if want := []string{"1科技馆", "2查干湖", "3白城站"}; !slices.Equal(itinerary, want) || trip.Count != 3 {
		t.Errorf("structured data have %d stops: %v", trip.Count, itinerary)
	}
	if v.Guide != "/kepu/routes/west/guide/" || v.Page != "https://kepu.example.org/kepu/routes/west/" || len(v.Files) != 3 || v.Files[0].URL != "/kepu/routes/west/route.gpx" {
		t.Errorf("%s, %s, %v", v.Guide, v.Page, v.Files)
	}
	var links []string
	for _, s := range signLinks.FindAllStringSubmatch(string(v.Drawing), -1) {
		links = append(links, s[2]+" "+s[3])
	}
	if want := []string{"#x-stop-1 1 科技馆", "#x-stop-2 2 查干湖", "#x-stop-3 3 白城站"}; !slices.Equal(links, want) || !strings.Contains(string(v.Drawing), `class="way"`) {
		t.Errorf("signs %v", links)
	}
}

func TestLegs(t *testing.T) {
	makers := mappers(t, places)
	for _, c := range []struct {
		l          leg
		mode, lang string
		duration   string
		want       string
	}{
		{leg{35, false}, "drive", "zh-CN", "40分钟", "驾车约35公里，40分钟"},
		{leg{35, false}, "mixed", "zh-CN", "", "约35公里"},
		{leg{0.6, true}, "walk", "zh-CN", "10分钟", "步行，直线约0.6公里，10分钟"},
		{leg{28, true}, "", "zh-CN", "", "直线约28公里"},
		{leg{}, "walk", "zh-CN", "5分钟", "步行，5分钟"},
		{leg{}, "", "zh-CN", "", ""},
		{leg{35, false}, "drive", "en", "40 min", "By car, about 35 km, 40 min"},
	} {
		if got := makers[c.lang].legText(c.l, stop{Visit: content.Visit{Duration: c.duration}}, c.mode); got != c.want {
			t.Errorf("%v: %s, want %s", c, got, c.want)
		}
	}
	for km, want := range map[float64]string{0.04: "0", 0.62: "0.6", 9.94: "9.9", 27.6: "28", 121.4: "120", 123: "125"} {
		if got := number(roundKm(km)); got != want {
			t.Errorf("%v km: %s, want %s", km, got, want)
		}
	}
}

// The files have the stops in order, as the page has them.
func TestRouteFiles(t *testing.T) {
	m := mappers(t, places)["zh-CN"]
	m.routes()
	files := map[string][]byte{}
	for _, a := range m.out {
		if _, name, ok := strings.Cut(a.Path, "routes/west/route."); ok {
			_, render := a.View()
			var buf bytes.Buffer
			if err := render(&buf); err != nil {
				t.Fatal(err)
			}
			files[name] = buf.Bytes()
		}
	}
	want := []string{"科技馆 43.79 125.42", "查干湖 45.25 124.28", "白城站 45.62 122.84"}
	var gpx struct {
		Points []struct {
			Lat  string `xml:"lat,attr"`
			Lon  string `xml:"lon,attr"`
			Name string `xml:"name"`
			Desc string `xml:"desc"`
		} `xml:"wpt"`
		Route []struct {
			Name string `xml:"name"`
		} `xml:"rte>rtept"`
	}
	if err := xml.Unmarshal(files["gpx"], &gpx); err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, p := range gpx.Points {
		got = append(got, p.Name+" "+p.Lat+" "+p.Lon)
		if i >= len(gpx.Route) || gpx.Route[i].Name != p.Name {
			t.Errorf("the route has %v", gpx.Route)
		}
	}
	if !slices.Equal(got, want) || gpx.Points[0].Desc != "可以动手的展品。" || gpx.Points[1].Desc != "看冬捕" {
		t.Errorf("GPX: %v", gpx.Points)
	}
	for _, name := range []string{"kml", "geojson"} {
		text := string(files[name])
		a, b, c := strings.Index(text, "科技馆"), strings.Index(text, "查干湖"), strings.Index(text, "白城站")
		if a < 0 || b < a || c < b || strings.Contains(text, "草稿") {
			t.Errorf("%s: %s", name, text)
		}
	}
	if !json.Valid(files["geojson"]) {
		t.Error("the GeoJSON is no JSON")
	}
}

// The guide is for print: not for search engines, without the text of the route.
func TestGuide(t *testing.T) {
	m := mappers(t, places)["zh-CN"]
	e, d := routeOf(t, m, "west")
	v := m.guide(e, d)
	main := v.Main.(*RouteView)
	if !v.NoIndex || v.Template != "guide" || v.URL != "/kepu/routes/west/guide/" || main.Body != nil || len(main.Stops) != 3 || v.Title != "向西两日（打印版）" {
		t.Errorf("%+v", v)
	}
	if n := len(v.Crumbs); n == 0 || v.Crumbs[n-1].URL != "/kepu/routes/west/" {
		t.Errorf("crumbs %v", v.Crumbs)
	}
	m.routes()
	for _, l := range m.listed {
		t.Errorf("the site map lists %s", l.address)
	}
}
