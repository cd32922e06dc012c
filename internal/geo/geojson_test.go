package geo

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
)

func TestParseGeoJSON(t *testing.T) {
	triangle := [][]Point{{{0, 0}, {0, 2}, {2, 0}, {0, 0}}}
	const rings = `[[[0,0],[2,0],[0,2],[0,0]]]`
	for _, test := range []struct {
		name, src string
		want      []Feature
	}{
		{"point", `{"type":"Point","coordinates":[125.3,43.9]}`, []Feature{{Points: []Point{{43.9, 125.3}}}}},
		{"altitude", `{"type":"Point","coordinates":[125.3,43.9,220]}`, []Feature{{Points: []Point{{43.9, 125.3}}}}},
		{"members in any order, foreign members", `{"coordinates":[[1,2],[3,4]],"title":{"a":[1]},"type":"LineString","bbox":[1,2,3,4]}`,
			[]Feature{{Lines: [][]Point{{{2, 1}, {4, 3}}}}}},
		{"polygon", `{"type":"Polygon","coordinates":` + rings + `}`, []Feature{{Polygons: [][][]Point{triangle}}}},
		{"several of each", `{"type":"GeometryCollection","geometries":[
			{"type":"MultiPoint","coordinates":[[1,2],[3,4]]},
			{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]},
			{"type":"MultiPolygon","coordinates":[` + rings + `,` + rings + `]}]}`,
			[]Feature{{Points: []Point{{2, 1}, {4, 3}}, Lines: [][]Point{{{2, 1}, {4, 3}}, {{6, 5}, {8, 7}}}, Polygons: [][][]Point{triangle, triangle}}}},
		{"collection", "\uFEFF" + `{"type":"FeatureCollection","source":"x","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[
			{"type":"Feature","properties":{"name":"松花江","class":{"name":"no"}},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
			{"type":"Feature","properties":null,"geometry":null},
			{"type":"Feature","properties":{"name":7},"geometry":{"type":"Point","coordinates":[1,2]}}]}`,
			[]Feature{{Name: "松花江", Lines: [][]Point{{{2, 1}, {4, 3}}}}, {Points: []Point{{2, 1}}}}},
		{"nothing", `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[]}}]}`, nil},
	} {
		got, err := ParseGeoJSON([]byte(test.src))
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, %v", test.name, got, err)
		}
	}
}

func TestGeoJSONErrors(t *testing.T) {
	feature := func(geometry string) string {
		return "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{\"name\":\"松花江\"},\n  \"geometry\":" + geometry + "}]}"
	}
	for src, want := range map[string]string{
		``:                                     `1:1: is not JSON`,
		"{\n\"type\":":                         `2:8: is not JSON`,
		`{"type" "x"}`:                         `1:9: is not JSON`,
		`[1,2]`:                                `1:1: is not a GeoJSON object`,
		`{}`:                                   `1:1: is not a GeoJSON object`,
		`{"type":7}`:                           `1:1: is not a GeoJSON object`,
		`{"type":"Pt"}`:                        `1:9: "Pt" is not a type of GeoJSON`,
		`{"type":"Topology","arcs":[[[1,2]]]}`: `1:9: "Topology" is not a type of GeoJSON`,
		`{"type":"Point"}`:                     `1:1: "coordinates" is missing`,
		`{"type":"Feature","properties":{}}`:   `1:1: "geometry" is missing`,
		`{"type":"FeatureCollection"}`:         `1:1: "features" is missing`,
		`{"type":"GeometryCollection"}`:        `1:1: "geometries" is missing`,
		`{"type":"FeatureCollection","features":7}`:                                       `1:40: "features" is not a GeoJSON object`,
		`{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}`:  `1:49: "Point" is not a GeoJSON object`,
		`{"type":"Point","coordinates":[1,2]} x`:                                          `1:38: is not JSON`,
		`{"type":"Point","coordinates":[NaN,2]}`:                                          `1:32: is not JSON`,
		`{"type":"Point","coordinates":[1e999,2]}`:                                        `1:32: is not in degrees`,
		`{"type":"Point","coordinates":[1]}`:                                              `1:31: is not a position [longitude, latitude]`,
		`{"type":"Point","coordinates":["1",2]}`:                                          `1:32: is not a position [longitude, latitude]`,
		`{"type":"Point","coordinates":[1,[2]]}`:                                          `1:34: is not a position [longitude, latitude]`,
		`{"type":"Point","coordinates":{"lat":1}}`:                                        `1:31: is not a position [longitude, latitude]`,
		`{"type":"Point","coordinates":[[1,2]]}`:                                          `1:31: has its coordinates nested in another way`,
		`{"type":"LineString","coordinates":[1,2]}`:                                       `1:36: has its coordinates nested in another way`,
		feature(`{"type":"Point","coordinates":[43.9, 125.3]}`):                           `3:44: has the latitude first; longitude comes first`,
		feature(`{"type":"Point","coordinates":[520123, 4861000]}`):                       `3:44: is not in degrees`,
		feature(`{"type":"LineString","coordinates":[[1,2]]}`):                            `3:49: is not a line: it needs two positions`,
		feature(`{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}`):                 `3:47: is not a ring: it needs four positions`,
		feature(`{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,2],[0,1]]]}`):           `3:47: is not closed: a ring ends with its first position`,
		feature(`{"type":"LineString","coordinates":[[170,50],[179,51],[-179,52]]}`):      `3:68: crosses the antimeridian: cut it there in two`,
		feature(`{"type":"Polygon","coordinates":[[[170,0],[-170,0],[-170,9],[170,0]]]}`): `3:56: crosses the antimeridian: cut it there in two`,
		"{\n\"name\":\"\xcb\xc9\xbb\xa8\xbd\xad\"}":                                       `2:9: is not UTF-8: save it as UTF-8`,
		"\xff\xfe{\x00}\x00": `1:1: is not UTF-8: save it as UTF-8`,
		`{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]}`: `1:35: "EPSG:3857" is not WGS-84`,
		strings.Repeat(`{"a":`, 100):                                                  `1:161: is nested too deep`,
		`{"type":"Point","coordinates":` + strings.Repeat(`[`, 1e6):                   `1:62: is nested too deep`,
		`{"type":"MultiPoint","coordinates":[` + strings.Repeat(`[1,2],`, 3e5) + `]}`: `1:1200031: has too many positions`,
		strings.Repeat(" ", maxGeoJSON+1):                                             `1:1: is too large`,
	} {
		features, err := ParseGeoJSON([]byte(src))
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || syntax.Error() != want || features != nil {
			t.Errorf("%.80s: %v, want %s", src, err, want)
		}
	}
}

// TestProblems: each has its words.
func TestProblems(t *testing.T) {
	for p := NotUTF8; p <= TooManyPositions; p++ {
		if p.String() == "" {
			t.Errorf("%d has none", p)
		}
	}
}

// FuzzParseGeoJSON: what is read can be drawn, and an error has a place.
func FuzzParseGeoJSON(f *testing.F) {
	f.Fuzz(func(t *testing.T, src []byte) {
		features, err := ParseGeoJSON(src)
		if err != nil {
			var syntax *SyntaxError
			lines := strings.Split(strings.TrimPrefix(string(src), "\uFEFF"), "\n")
			if !errors.As(err, &syntax) || syntax.Line < 1 || syntax.Line > len(lines) ||
				syntax.Col < 1 || syntax.Col > 1+len([]rune(lines[syntax.Line-1])) {
				t.Fatal(err)
			}
			return
		}
		for _, feature := range features {
			lines := append([][]Point{feature.Points}, feature.Lines...)
			for _, line := range feature.Lines {
				if len(line) < 2 {
					t.Fatal("a line of one point")
				}
			}
			for _, polygon := range feature.Polygons {
				for _, ring := range polygon {
					if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
						t.Fatal("an open ring")
					}
				}
				lines = append(lines, polygon...)
			}
			for _, line := range lines {
				for _, p := range line {
					if !p.Valid() {
						t.Fatal(p)
					}
				}
				Simplify(line, 100)
			}
		}
	})
}

func TestSimplify(t *testing.T) {
	coast := make([]Point, 200_000) // of a spiral, whose every point lies far from every chord
	for i := range coast {
		at := float64(i)
		coast[i] = Point{40 + at*1e-5*math.Sin(at/50), 125 + at*1e-5*math.Cos(at/50)}
	}
	straight := make([]Point, 5000)
	for i := range straight {
		straight[i] = Point{40 + float64(i)/5000, 125}
	}
	for name, line := range map[string][]Point{"coast": coast, "straight": straight, "ring": append(coast[:700:700], coast[0])} {
		for _, tolerance := range []float64{0, 50, 2000} {
			simple := Simplify(line, tolerance)
			if simple[0] != line[0] || simple[len(simple)-1] != line[len(line)-1] {
				t.Errorf("%s: the ends of %v m", name, tolerance)
			}
			if d := farthest(line, simple); d > tolerance+0.001 {
				t.Errorf("%s: a point is %v m off, not %v", name, d, tolerance)
			}
			t.Logf("%s, %v m: %d of %d points", name, tolerance, len(simple), len(line))
		}
	}
	if n := len(Simplify(straight, 1)); n > 25 {
		t.Errorf("a straight line is %d points", n)
	}
	for _, line := range [][]Point{nil, {{1, 2}}, {{1, 2}, {3, 4}}} {
		if got := Simplify(line, 1e9); fmt.Sprint(got) != fmt.Sprint(line) {
			t.Errorf("%v became %v", line, got)
		}
	}
}

// farthest is how far any point of a line is from the stretch of the simple
// line that stands for it.
func farthest(line, simple []Point) (far float64) {
	at := 0
	for i, p := range line {
		if at+1 < len(simple) && i > 0 && p == simple[at+1] {
			at++
			continue
		}
		if at+1 < len(simple) {
			far = max(far, math.Sqrt(offLine(p, simple[at], simple[at+1], degree*math.Cos(radians(p.Lat)))))
		}
	}
	return far
}

func BenchmarkSimplify(b *testing.B) {
	zigzag := make([]Point, 200_000)
	for i := range zigzag {
		zigzag[i] = Point{40 + float64(i%2)*float64(i)*1e-5, 125 + float64(i)*1e-6}
	}
	for b.Loop() {
		Simplify(zigzag, 1)
	}
}

func BenchmarkParseGeoJSON(b *testing.B) {
	src := []byte(`{"type":"MultiPoint","coordinates":[` + strings.Repeat(`[125.1234,43.1234],`, 190_000) + `[1,2]]}`)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := ParseGeoJSON(src); err != nil {
			b.Fatal(err)
		}
	}
}
