package atlas

import (
	"encoding/xml"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"kepu/internal/geo"
)

// words of a map in Chinese.
func words() Words {
	signs := map[string]string{}
	for _, k := range append([]string{"other"}, Kinds...) {
		signs["site-"+k] = "类别" + k
	}
	for _, k := range explained[1:] {
		signs[k] = "图例" + k
	}
	return Words{
		Signs: signs, Km: "公里", Comma: "，",
		Several: func(n int) string { return strconv.Itoa(n) + "处" },
		Rest:    func(n int) string { return "等" + strconv.Itoa(n) + "处" },
	}
}

// province is a map of eleven towns and some sites, four of them in one town.
func province() Map {
	m := Map{ID: "x-map", Title: "科普地图", Desc: "各处场所", Words: words()}
	for _, t := range []struct {
		name     string
		lat, lng float64
	}{
		{"长春市", 43.88, 125.32}, {"吉林市", 43.84, 126.55}, {"四平市", 43.17, 124.35}, {"辽源市", 42.90, 125.14}, {"通化市", 41.73, 125.94}, {"白山市", 41.94, 126.42},
		{"松原市", 45.14, 124.82}, {"白城市", 45.62, 122.84}, {"延边朝鲜族自治州", 42.89, 129.51}, {"长白山保护开发区", 42.42, 128.1}, {"梅河口市", 42.53, 125.68},
	} {
		m.Towns = append(m.Towns, Town{Name: t.name, At: geo.Point{Lat: t.lat, Lng: t.lng}, Seat: t.name == "长春市"})
		m.Frame = append(m.Frame, geo.Point{Lat: t.lat, Lng: t.lng})
	}
	for i, s := range []struct {
		name, kind string
		lat, lng   float64
	}{
		{"科技馆", "museum", 43.79, 125.42}, {"光学馆", "museum", 43.80, 125.41}, {"纪念馆", "base", 43.86, 125.29}, {"观测站", "observatory", 43.79, 125.44},
		{"陨石博物馆（示例）", "museum", 43.82, 126.55}, {"火山群", "reserve", 43.33, 125.30}, {"龙湾", "park", 42.33, 126.40}, {"查干湖", "park", 45.25, 124.28},
		{"泥林", "venue", 44.75, 123.90}, {"向海", "reserve", 45.00, 122.35}, {"天池", "reserve", 42.06, 128.06}, {"图书馆", "library", 42.45, 130.60}, {"实验室", "laboratory", 41.12, 126.18}, {"某处", "", 44.4, 128.9},
	} {
		m.Sites = append(m.Sites, siteAt(i+1, s.name, s.kind, s.lat, s.lng))
	}
	return m
}

func siteAt(n int, name, kind string, lat, lng float64) Site {
	return Site{N: n, Name: name, Where: "某市", Kind: kind, URL: "/places/p" + strconv.Itoa(n) + "/", List: "#x-place-" + strconv.Itoa(n), At: geo.Point{Lat: lat, Lng: lng}}
}

// crowd is a map of n sites of all kinds, most of them in a few towns.
func crowd(n int, seed uint64) Map {
	rng := rand.New(rand.NewPCG(seed, 1))
	m := province()
	m.Sites = nil
	for i := range n {
		at := geo.Point{Lat: 41.5 + 4*rng.Float64(), Lng: 122.5 + 7*rng.Float64()}
		if rng.IntN(3) > 0 {
			t := m.Towns[rng.IntN(len(m.Towns))].At
			at = geo.Point{Lat: t.Lat + rng.NormFloat64()/10, Lng: t.Lng + rng.NormFloat64()/10}
		}
		m.Sites = append(m.Sites, siteAt(i+1, "某某科技馆", Kinds[rng.IntN(len(Kinds))], at.Lat, at.Lng))
	}
	return m
}

// river is a line of n points that winds through the province and beyond it.
func river(n int) Layer {
	var line []geo.Point
	for i := range n {
		t := float64(i) / float64(n)
		line = append(line, geo.Point{Lat: 41 + 6*t + 0.1*math.Sin(40*t) + 0.002*math.Sin(900*t), Lng: 124 + 5*t + 0.3*math.Sin(23*t)})
	}
	return Layer{Kind: "river", Named: true, Features: []geo.Feature{{Name: "松花江", Lines: [][]geo.Point{line}}}}
}

// lake is a round water with an island.
func lake(lat, lng, radius float64) Layer {
	ring := func(r float64) []geo.Point {
		var points []geo.Point
		for i := range 361 {
			sin, cos := math.Sincos(float64(i%360) * math.Pi / 180)
			points = append(points, geo.Point{Lat: lat + r*sin, Lng: lng + r*cos})
		}
		return points
	}
	return Layer{Kind: "water", Named: true, Features: []geo.Feature{{Name: "查干湖", Polygons: [][][]geo.Point{{ring(radius), ring(radius / 2)}}}}}
}

// An element of a drawing, with the classes round it.
type element struct {
	name  string
	attrs map[string]string
	text  string
	in    []string // classes and names of what is round it, the outermost first
	shift vec      // of its system of coordinates
}

func (e element) num(t testing.TB, key string) float64 {
	t.Helper()
	if e.attrs[key] == "" {
		return 0
	}
	f, err := strconv.ParseFloat(e.attrs[key], 64)
	if err != nil {
		t.Fatalf("<%s %s=%q>: %v", e.name, key, e.attrs[key], err)
	}
	return f
}

// read takes a drawing apart and fails where it is not well-formed.
func read(t testing.TB, svg string) []element {
	t.Helper()
	var list []element
	var open []int
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := element{name: x.Name.Local, attrs: map[string]string{}}
			for _, i := range open {
				e.in = append(e.in, list[i].name, list[i].attrs["class"])
				if p := list[i]; p.name == "g" && p.attrs["transform"] != "" {
					at := p.translation(t)
					e.shift = vec{e.shift.x + at.x, e.shift.y + at.y}
				}
			}
			for _, a := range x.Attr {
				if e.attrs[a.Name.Local] != "" {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			open, list = append(open, len(list)), append(list, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				list[open[len(open)-1]].text += string(x)
			}
		}
	}
}

// links are the signs of a drawing in the order of tabs.
func links(t testing.TB, svg string) []element {
	var list []element
	for _, e := range read(t, svg) {
		if e.name == "a" {
			list = append(list, e)
		}
	}
	return list
}

// translation is the point of a sign, in the coordinates of what it is in.
func (e element) translation(t testing.TB) vec {
	t.Helper()
	x, y, ok := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(e.attrs["transform"], "translate("), ")"), " ")
	fx, err1 := strconv.ParseFloat(x, 64)
	fy, err2 := strconv.ParseFloat(y, 64)
	if !ok || err1 != nil || err2 != nil {
		t.Fatalf("no place: %q", e.attrs["transform"])
	}
	return vec{fx, fy}
}
