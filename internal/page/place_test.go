package page

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"kepu/internal/content"
	"kepu/internal/geo"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
	bundled "kepu/themes"
)

var bundledTheme = sync.OnceValues(func() (*theme.Theme, error) {
	return theme.Load([]fs.FS{bundled.Default()}, map[string][]byte{"assets/css/chroma.css": nil})
})

// speaking is a maker that has words and no site.
func speaking(t *testing.T, lang string) *maker {
	t.Helper()
	th, err := bundledTheme()
	if err != nil {
		t.Fatal(err)
	}
	return &maker{book: new(book), loc: &site.Locale{Lang: lang}, words: newWords(th.Strings(lang), lang)}
}

// placed makes what nearby needs of a maker, for places at points.
func placed(t *testing.T, points ...geo.Point) (*maker, map[string]*site.Entry) {
	t.Helper()
	in := synthetic.Site(0, nil)
	for i, p := range points {
		in.Docs = append(in.Docs, synthetic.Parse(fmt.Sprintf("places/p%d.md", i),
			fmt.Sprintf("---\ntitle: 馆%d\nkind: museum\ncoordinates: {lat: %v, lng: %v}\n---\n", i, p.Lat, p.Lng)))
	}
	in.Docs = append(in.Docs, synthetic.Parse("places/nowhere.md", "---\ntitle: 某处\nkind: base\n---\n"),
		synthetic.Parse("places/p0.ko.md", "---\ntitle: 관\nkind: museum\n---\n"))
	s, _ := site.New(in)
	th, err := bundledTheme()
	if err != nil {
		t.Fatal(err)
	}
	m := newMaker(newBook(s, th, Options{}), s.Locales[0])
	entries := map[string]*site.Entry{}
	for _, e := range s.Entries {
		entries[strings.TrimPrefix(e.Key, "places/")+"."+e.Lang] = e
	}
	return m, entries
}

func TestNearby(t *testing.T) {
	m, entries := placed(t, geo.Point{Lat: 43.80, Lng: 125.40}, geo.Point{Lat: 43.83, Lng: 125.40}, geo.Point{Lat: 43.80, Lng: 125.40},
		geo.Point{Lat: 43.85, Lng: 125.80}, geo.Point{Lat: 44.30, Lng: 125.40}, geo.Point{Lat: 43.80, Lng: 125.60}, geo.Point{Lat: 44.35, Lng: 125.40})
	for key, want := range map[string]string{
		"p0.zh-CN":      "馆2 不到1公里，馆1 3.3公里，馆5 16公里，馆3 33公里",
		"p6.zh-CN":      "馆4 5.6公里，馆1 58公里",
		"nowhere.zh-CN": "",
	} {
		var got []string
		for _, n := range m.nearby(entries[key]) {
			got = append(got, n.Name+" "+n.Distance)
		}
		if s := strings.Join(got, "，"); s != want {
			t.Errorf("%s: %s, want %s", key, s, want)
		}
	}
}

// TestMapLinks: the maps get what was written, at the place where they draw it.
func TestMapLinks(t *testing.T) {
	m := speaking(t, "zh-CN")
	at := geo.Point{Lat: 43.8868, Lng: 125.3245}
	links := m.mapLinks(at, "科技馆 A&B;东:区+#", "人民大街 1号; 南门")
	var got []string
	for _, l := range links {
		u, err := url.Parse(l.URL)
		if err != nil || u.Scheme != "https" || strings.ContainsAny(u.RawQuery, " +") {
			t.Fatalf("%s, %v", l.URL, err)
		}
		q, err := url.ParseQuery(u.RawQuery)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, l.Name, u.Host+u.Path)
		for _, key := range slices.Sorted(maps.Keys(q)) {
			got = append(got, key+"="+q.Get(key))
		}
	}
	want := []string{
		"高德地图", "uri.amap.com/marker", "callnative=0", "coordinate=gaode", "name=科技馆 A&B;东:区+#", "position=125.331020,43.889214", "src=kepu",
		"百度地图", "api.map.baidu.com/marker", "content=人民大街 1号; 南门", "coord_type=gcj02", "location=43.889214,125.331020", "output=html", "src=kepu", "title=科技馆 A&B;东:区+#",
		"腾讯地图", "apis.map.qq.com/uri/v1/marker", "marker=coord:43.889214,125.331020;title:科技馆 A&B；东：区+#;addr:人民大街 1号； 南门", "referer=kepu",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

func TestAdmission(t *testing.T) {
	m := speaking(t, "zh-CN")
	for lines, want := range map[string]string{
		"":                            "",
		"admission: 20元":              "20元",
		"free: true":                  "免费",
		"free: false":                 "收费",
		"free: false\nadmission: 20元": "20元",
		"free: true\nadmission: 凭身份证入场": "免费，凭身份证入场",
		"free: true\nadmission: 免费，须预约": "免费，须预约",
	} {
		if got := m.admission(parsed(lines)); got != want {
			t.Errorf("%s: %s, want %s", lines, got, want)
		}
	}
}

func TestBaseYears(t *testing.T) {
	for lang, want := range map[string]string{
		"zh-CN": "2021—2025年 2021年 2021年起 —2025年 ",
		"ko":    "2021—2025년 2021년 2021년부터 —2025년 ",
		"en":    "2021—2025 2021 from 2021 —2025 ",
	} {
		m := speaking(t, lang)
		var got []string
		for _, b := range [][2]int{{2021, 2025}, {2021, 2021}, {2021, 0}, {0, 2025}, {}} {
			got = append(got, m.words.term(content.PartialDate{Year: b[0], Month: 3}, content.PartialDate{Year: b[1]}))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", lang, s, want)
		}
	}
}
