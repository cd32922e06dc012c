package atlas

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kepu/internal/geo"
)

// heap is a map of n sites in one place, numbered from a number.
func heap(n, from int) Map {
	m := province()
	m.Sites = nil
	for i := range n {
		m.Sites = append(m.Sites, siteAt(from+i, "某某科技馆", Kinds[i%len(Kinds)], 43.88, 125.32))
	}
	return m
}

// Sites stand in an inset as they do on the earth, at its own scale; those for
// which there is no room are at the end of a line from there.
func TestInset(t *testing.T) {
	m := heap(4, 1)
	for i, p := range []geo.Point{{Lat: 43.80, Lng: 125.20}, {Lat: 43.80, Lng: 125.40}, {Lat: 43.90, Lng: 125.20}, {Lat: 43.9001, Lng: 125.2001}} {
		m.Sites[i].At = p
	}
	var at []vec
	var dots, lines int
	var unit float64 // kilometres
	for _, e := range read(t, Draw(m).SVG) {
		switch in := slices.Contains(e.in, "inset"); {
		case in && strings.HasPrefix(e.attrs["class"], "site "):
			at = append(at, e.translation(t))
		case e.attrs["class"] == "leader" && e.name == "circle":
			dots++
		case e.attrs["class"] == "leader":
			lines += strings.Count(e.attrs["d"], "M")
		case in && e.attrs["class"] == "scale":
			unit, _ = strconv.ParseFloat(regexp.MustCompile(`h([\d.]+)`).FindStringSubmatch(e.attrs["d"])[1], 64)
		case in && strings.HasSuffix(e.text, " 公里"):
			km, _ := strconv.ParseFloat(strings.Fields(e.text)[0], 64)
			unit = km / unit
		}
	}
	if len(at) != 4 || dots != 1 || lines != 1 {
		t.Fatalf("signs at %v, %d dots, %d lines", at, dots, lines)
	}
	for _, i := range []int{1, 2} {
		want := geo.Distance(m.Sites[0].At, m.Sites[i].At) / 1000
		if got := distance(at[0], at[i]) * unit; math.Abs(got-want) > 0.02*want {
			t.Errorf("sites 1 and %d are %v km from each other, not %v", i+1, got, want)
		}
	}
	if !(at[1].x > at[0].x+50 && at[2].y < at[0].y-25) {
		t.Errorf("north is not up: %v", at)
	}
	for n, want := range map[int]int{1: 0, 2: 1, mostInset: 1, mostInset + 1: 0} {
		if got := strings.Count(Draw(heap(n, 1)).SVG, `class="inset"`); got != want {
			t.Errorf("%d sites in one place: %d insets", n, got)
		}
	}
}
