package raster

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// readColour reads a colour of CSS Color 4 in the forms that figures use.
func readColour(s string, current color.NRGBA) (color.NRGBA, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch {
	case s == "currentcolor":
		return current, nil
	case s == "transparent":
		return color.NRGBA{}, nil
	case strings.HasPrefix(s, "#"):
		if c, ok := hexColour(s[1:]); ok {
			return c, nil
		}
	case strings.HasSuffix(s, ")"):
		name, inner, _ := strings.Cut(s[:len(s)-1], "(")
		if c, ok := colourOf(name, inner); ok {
			return c, nil
		}
	default:
		if c, ok := colornames.Map[s]; ok {
			return color.NRGBA(c), nil // all opaque
		}
		if s == "rebeccapurple" {
			return color.NRGBA{0x66, 0x33, 0x99, 255}, nil
		}
	}
	return color.NRGBA{}, fmt.Errorf("%.40q is not a colour", s)
}

func hexColour(s string) (color.NRGBA, bool) {
	if len(s) == 3 || len(s) == 4 {
		var long []byte
		for i := range len(s) {
			long = append(long, s[i], s[i])
		}
		s = string(long)
	}
	if len(s) == 6 {
		s += "ff"
	}
	v, err := strconv.ParseUint(s, 16, 32)
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil && len(s) == 8
}

// colourOf reads rgb(…) and hsl(…), with commas or blanks.
func colourOf(name, inner string) (color.NRGBA, bool) {
	parts := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(parts) != 3 && len(parts) != 4 {
		return color.NRGBA{}, false
	}
	var v [4]float64
	v[3] = 1
	for i, p := range parts {
		p, percent := strings.CutSuffix(strings.TrimSuffix(p, "deg"), "%")
		n, err := strconv.ParseFloat(p, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return color.NRGBA{}, false
		}
		if percent {
			n /= 100
		}
		if percent && i < 3 && strings.HasPrefix(name, "rgb") {
			n *= 255
		}
		v[i] = n
	}
	alpha := part(v[3] * 255)
	switch name {
	case "rgb", "rgba":
		return color.NRGBA{part(v[0]), part(v[1]), part(v[2]), alpha}, true
	case "hsl", "hsla":
		f := func(n float64) uint8 { // CSS Color 4, 7.1
			k := math.Mod(n+math.Mod(v[0], 360)/30+12, 12)
			l, a := v[2], v[1]*min(v[2], 1-v[2])
			return part(255 * (l - a*max(-1, min(k-3, 9-k, 1))))
		}
		return color.NRGBA{f(0), f(8), f(4), alpha}, true
	}
	return color.NRGBA{}, false
}

func part(v float64) uint8 { return uint8(min(255, max(0, v)) + .5) }

// faded is a colour of which a share, 0 to 1, is left.
func faded(c color.NRGBA, share float64) color.NRGBA {
	c.A = part(float64(c.A) * share)
	return c
}

// between mixes two colours, by what they show of themselves.
func between(a, b color.NRGBA, t float64) color.NRGBA {
	mid := func(x, y uint8) uint8 { return part(float64(x) + (float64(y)-float64(x))*t) }
	return color.NRGBA{mid(a.R, b.R), mid(a.G, b.G), mid(a.B, b.B), mid(a.A, b.A)}
}
