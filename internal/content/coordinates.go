package content

import (
	"math"
	"reflect"
	"strconv"

	"kepu/internal/diag"
)

// coordinates reads {lat: 43.88, lng: 125.32}. Editors copy them from maps as
// “43.88,125.32” or “125.32, 43.88”: then it says how to write them.
func (d *decoder) coordinates(f *field, n *node, v reflect.Value, path string) {
	if n.kind != mappingNode {
		d.wrongType(n, display(path), f.want(), foundAs(n)).Suggest = nearCoordinates(n)
		return
	}
	var lat, lng float64
	zeros := 0
	for i := 0; i+1 < len(n.items); i += 2 {
		x, err := strconv.ParseFloat(n.items[i+1].value, 64)
		if err == nil && x == 0 {
			zeros++
		}
		switch n.items[i].value {
		case "lat":
			lat = x
		case "lng":
			lng = x
		}
	}
	if zeros == 2 {
		d.add(diag.CoordinatesZero, d.at(n))
		return
	}
	if inChina(lng, lat) {
		d.add(diag.CoordinatesSwapped, d.at(n)).Suggest = latLng(lng, lat)
		return
	}
	d.mapping(n, f.sub, v, path)
}

// inChina says that a point is in China or not far from it. No latitude there is
// a longitude there.
func inChina(lat, lng float64) bool { return lat >= 3 && lat <= 54 && lng >= 73 && lng <= 136 }

// nearCoordinates finds the two numbers in a text or a list.
func nearCoordinates(n *node) string {
	text := n.value
	for _, item := range n.items {
		text += " " + item.value
	}
	all := number().FindAllString(text, 3)
	if len(all) != 2 {
		return ""
	}
	a, _ := strconv.ParseFloat(all[0], 64)
	b, _ := strconv.ParseFloat(all[1], 64)
	switch {
	case inChina(a, b):
		return latLng(a, b)
	case inChina(b, a):
		return latLng(b, a)
	}
	return ""
}

func latLng(lat, lng float64) string {
	degrees := func(x float64) string { return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64) }
	return "{lat: " + degrees(lat) + ", lng: " + degrees(lng) + "}"
}
