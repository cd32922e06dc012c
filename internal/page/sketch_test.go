package page

import (
	"reflect"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/atlas"
	"kepu/internal/content"
	"kepu/internal/geo"
	"kepu/internal/site"
)

// TestEveryPartOfAMapCounts: a map is not drawn to be hashed, so its digest must
// go by all that it is drawn from.
func TestEveryPartOfAMapCounts(t *testing.T) {
	covered := map[string]string{"Ground": "the digests of its files", "Words": "the theme's digest"}
	plain := mapDigest(atlas.Map{}, nil)
	for i := range reflect.TypeFor[atlas.Map]().NumField() {
		var m atlas.Map
		f := reflect.ValueOf(&m).Elem().Field(i)
		name := reflect.TypeFor[atlas.Map]().Field(i).Name
		switch f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Float64:
			f.SetFloat(7)
		case reflect.Int:
			f.SetInt(7)
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Slice:
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		}
		if counts := mapDigest(m, nil) != plain; counts == (covered[name] != "") {
			t.Errorf("%s counts: %v; what stands for it: %q", name, counts, covered[name])
		}
	}
}

// TestSketches: looking at a page with a map draws nothing, and a file of the
// ground that changes is noticed.
func TestSketches(t *testing.T) {
	made := func(file string) (mapped, routed artifact.Digest) {
		ground := func(in *site.Input) {
			in.Ground = []site.Layer{{
				MapLayer: content.MapLayer{Kind: "river"}, Digest: artifact.DigestBytes([]byte(file)),
				Features: []geo.Feature{{Lines: [][]geo.Point{{{Lat: 43, Lng: 124}, {Lat: 45, Lng: 127}}}}},
			}}
		}
		m := mappers(t, places, ground)["zh-CN"]
		e, d := routeOf(t, m, "west")
		v, r := m.mapView(), m.route(e, d, EntryView{})
		if v.Drawing != "" || r.Drawing != "" {
			t.Error("drawn before anybody asked for it")
		}
		return artifact.DigestOf(v), artifact.DigestOf(r)
	}
	m1, r1 := made("a")
	m2, r2 := made("a")
	m3, r3 := made("b")
	if m1 != m2 || r1 != r2 {
		t.Error("the same maps have other digests")
	}
	if m1 == m3 || r1 == r3 {
		t.Error("another river goes unnoticed")
	}
}
