package theme_test

import (
	"slices"
	"strings"
	"testing"
)

// TestStops: a line of stops is one list, whose numbers are those of the map;
// what is as the crow flies is drawn so, and the guide has the same.
func TestStops(t *testing.T) {
	th := load(t)
	for _, name := range []string{"route", "guide"} {
		root := drawn(t, th, ofTemplate(name))
		var got []string
		for _, ol := range withClass(root, "ol", "stops") {
			for _, li := range all(ol, "li") {
				line := textOf(all(li, "b")[0])
				for _, leg := range withClass(li, "p", "leg") {
					line += " " + textOf(leg)
					if hasClass(leg, "straight") != strings.Contains(textOf(leg), "直线") {
						t.Errorf("%s: %q is not drawn as it is", name, textOf(leg))
					}
				}
				got = append(got, line)
			}
		}
		if want := []string{"1", "2 直线约180公里", "3 驾车约230公里，4小时"}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if n := len(withClass(drawn(t, th, ofTemplate("guide")), "svg", "qr")); n != 1 {
		t.Errorf("the guide has %d codes", n)
	}
}

// TestMapList: every place of the map is in the list beside it, under its number
// and at the address that the map leads to; those without a position are named.
func TestMapList(t *testing.T) {
	root := drawn(t, load(t), ofTemplate("map"))
	var got []string
	for _, b := range all(root, "b") {
		if strings.HasPrefix(attr(b.Parent, "id"), "x-place-") {
			got = append(got, textOf(b)+attr(b.Parent, "id")+textOf(all(b.Parent, "h3")[0]))
		}
	}
	if want := []string{"1x-place-1吉林省科技馆", "2x-place-2长春中国光学科学技术馆", "3x-place-3向海国家级自然保护区"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, word := range []string{"本图不表示行政区域界线", "Natural Earth", "审图号：吉S(2026)000号", "某实验室"} {
		if !strings.Contains(textOf(root), word) {
			t.Errorf("the map does not say %s", word)
		}
	}
}

// TestPlaceAddress: a place begins with where it is and how to get there, before
// anything else is told of it.
func TestPlaceAddress(t *testing.T) {
	root := drawn(t, load(t), ofTemplate("place"))
	facts := withClass(root, "dl", "facts")
	if len(facts) == 0 || !strings.HasPrefix(textOf(facts[0]), "地点长春市净月") {
		t.Fatal("the facts of a place do not begin with its address")
	}
	var links []string
	for _, a := range all(withClass(facts[0], "span", "maps")[0], "a") {
		links = append(links, strings.SplitN(attr(a, "href"), "?", 2)[0])
	}
	if want := []string{"https://uri.amap.com/marker", "https://api.map.baidu.com/marker", "geo:43.78,125.45", "/kepu/map/#x-place-1"}; !slices.Equal(links, want) {
		t.Errorf("%q, want %q", links, want)
	}
	for _, p := range withClass(root, "p", "opening") {
		if textOf(p) != "" || !strings.Contains(attr(p, "data-open"), "{time}") || !strings.Contains(attr(p, "data-closed"), "{time}") {
			t.Error("the page claims to know the present, or lacks the words for it")
		}
	}
	if n := len(withClass(root, "table", "hours")); n != 3 {
		t.Errorf("%d tables of hours", n)
	}
}
