package atlas

import (
	"encoding/binary"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kepu/internal/geo"
)

var numbersIn = regexp.MustCompile(`-?\d*\.?\d+`)

// FuzzDraw draws maps of any points, a pair of numbers each: of degrees, or of
// anything that a float can be.
func FuzzDraw(f *testing.F) {
	points := func(all ...float64) []byte {
		var data []byte
		for _, x := range all {
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(x))
		}
		return data
	}
	f.Add([]byte{}, byte(0))
	f.Add(points(43.8, 125.3), byte(0))
	f.Add(points(43.8, 125.3, 43.8, 125.3, 43.8, 125.3), byte(1))
	f.Add(points(90, 0, -90, 180), byte(2))
	f.Add(points(90, 0, 90, 90, 89.9, -170), byte(3))
	f.Add(points(-30, 10, 30, 20), byte(4))
	f.Add(points(0, -180, 0, 180, 1, 0), byte(5))
	f.Add(points(math.NaN(), 1, 1, math.Inf(1), 91, 181, 43, 125), byte(6))
	f.Add(points(1e-300, 1e300, -89.99, -179.99, 89.99, 179.99), byte(7))
	f.Fuzz(func(t *testing.T, data []byte, use byte) {
		var all []geo.Point
		for ; len(data) >= 16 && len(all) < 200; data = data[16:] {
			all = append(all, geo.Point{Lat: math.Float64frombits(binary.LittleEndian.Uint64(data)), Lng: math.Float64frombits(binary.LittleEndian.Uint64(data[8:]))})
		}
		m := Map{ID: "m", Words: words()}
		onEarth := 0
		for i, p := range all {
			m.Sites = append(m.Sites, siteAt(i+1, "甲", Kinds[i%len(Kinds)], p.Lat, p.Lng))
			if p.Valid() {
				onEarth++
			}
			if use&1 != 0 {
				m.Towns = append(m.Towns, Town{Name: "乙", At: p, Seat: i == 0})
			}
		}
		if use&2 != 0 {
			m.Way = all
		}
		if use&4 != 0 {
			whole := valid(append([]geo.Point{}, all...)) // as a parser of maps lets them through
			m.Ground = []Layer{{Kind: "river", Features: []geo.Feature{{Name: "丙", Lines: [][]geo.Point{whole}}}}, {Kind: "water", Features: []geo.Feature{{Polygons: [][][]geo.Point{{whole}}}}}}
		}
		svg := Draw(m).SVG
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Fatalf("no number in\n%s", svg)
		}
		on := 0
		for _, e := range read(t, svg) {
			if e.name == "a" && !slices.Contains(e.in, "inset") {
				on++
			}
			for _, key := range []string{"d", "x", "y", "cx", "cy", "width", "height", "transform", "viewBox"} {
				for _, n := range numbersIn.FindAllString(e.attrs[key], -1) {
					if len(n) > 6 {
						t.Fatalf("%s in %s=%q", n, key, e.attrs[key])
					}
				}
			}
		}
		if (on > 0) != (onEarth > 0) || on > onEarth {
			t.Errorf("%d signs for %d places", on, onEarth)
		}
	})
}
