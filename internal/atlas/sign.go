package atlas

import "kepu/internal/svg"

// Kinds of sites that have a sign of their own, in the order of the legend.
var Kinds = []string{"museum", "base", "laboratory", "park", "reserve", "observatory", "library", "venue", "stop"}

// shapes are the outlines of signs, for a sign of radius 8: they differ in form,
// so that nobody has to tell colours apart.
var shapes = map[string][]vec{
	"museum":     {{-7.5, -7.5}, {7.5, -7.5}, {7.5, 7.5}, {-7.5, 7.5}},
	"laboratory": {{-9, 0}, {-5, -8}, {5, -8}, {9, 0}, {5, 8}, {-5, 8}},
	"reserve":    {{0, -10.5}, {10.5, 0}, {0, 10.5}, {-10.5, 0}},
	"library":    {{-8, -7.5}, {8, -7.5}, {8, 3}, {0, 10}, {-8, 3}},
	"venue":      {{-8, 7.5}, {-8, -3}, {0, -10}, {8, -3}, {8, 7.5}},
}

// kindOf is the kind of the sign of a site.
func kindOf(s Site) string {
	for _, k := range Kinds {
		if s.Kind == k {
			return k
		}
	}
	return "other"
}

// extent is half of the room that a sign takes.
func extent(kind string, r float64) vec {
	half := vec{8, 8}
	for _, p := range shapes[kind] {
		half = vec{max(half.x, p.x), max(half.y, p.y, -p.y)}
	}
	return vec{half.x * r / 8, half.y * r / 8}
}

// sign is the outline of a sign of some radius round the origin.
func sign(kind string, r float64) string {
	u := svg.Num(r)
	arc := "a" + u + " " + u + " 0 0 1 " // a quarter of a circle, or a half
	switch kind {
	case "observatory": // a dome
		return `<path class="sign" d="M-` + u + " " + u + "V0" + arc + svg.Num(2*r) + " 0V" + u + `z"/>`
	case "park": // a leaf
		return `<path class="sign" d="M-` + u + "-" + u + "H0" + arc + u + " " + u + "v" + u + "H0" + arc + "-" + u + "-" + u + `z"/>`
	}
	shape, ok := shapes[kind]
	if !ok {
		return `<circle class="sign" r="` + u + `"/>`
	}
	scaled := make([]vec, len(shape))
	for i, p := range shape {
		scaled[i] = vec{p.x * r / 8, p.y * r / 8}
	}
	var p path
	p.poly(scaled, true)
	return `<path class="sign" d="` + string(p.out) + `"/>`
}

// pill is the sign of several sites.
func pill(half vec) string {
	return `<rect class="sign" x="` + svg.Num(-half.x) + `" y="` + svg.Num(-half.y) + `" width="` + svg.Num(2*half.x) + `" height="` + svg.Num(2*half.y) + `" rx="` + svg.Num(half.y) + `"/>`
}
