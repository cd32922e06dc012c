package inline

import (
	stdcolor "image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// current is the value that stands for the element's own colour.
const current = "currentcolor"

// Colour reads a colour of CSS: #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(),
// a name, transparent. Alpha is not multiplied in.
func Colour(s string) (c stdcolor.NRGBA, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if digits, ok := strings.CutPrefix(s, "#"); ok {
		return hexadecimal(digits)
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		if name := s[:i]; (name == "rgb" || name == "rgba") && strings.HasSuffix(s, ")") {
			return channels(s[i+1 : len(s)-1])
		}
		return c, false
	}
	if s == "transparent" {
		return c, true
	}
	named, ok := colornames.Map[s]
	return stdcolor.NRGBA(named), ok
}

func hexadecimal(s string) (c stdcolor.NRGBA, ok bool) {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil || s[0] == '+' || s[0] == '-' {
		return c, false
	}
	short := func(shift uint) uint8 { return uint8(n>>shift&15) * 17 }
	long := func(shift uint) uint8 { return uint8(n >> shift) }
	switch len(s) {
	case 3:
		return stdcolor.NRGBA{short(8), short(4), short(0), 255}, true
	case 4:
		return stdcolor.NRGBA{short(12), short(8), short(4), short(0)}, true
	case 6:
		return stdcolor.NRGBA{long(16), long(8), long(0), 255}, true
	case 8:
		return stdcolor.NRGBA{long(24), long(16), long(8), long(0)}, true
	}
	return c, false
}

// channels reads what stands between the brackets of rgb() and rgba(), with
// commas or with spaces.
func channels(s string) (c stdcolor.NRGBA, ok bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(parts) != 3 && len(parts) != 4 {
		return c, false
	}
	v := [4]float64{3: 255.5}
	for i, part := range parts {
		part, percent := strings.CutSuffix(part, "%")
		f, err := strconv.ParseFloat(part, 64)
		if err != nil || f != f {
			return c, false
		}
		if percent {
			f = f / 100 * 255
		} else if i == 3 {
			f *= 255
		}
		v[i] = min(max(f, 0), 255) + .5
	}
	return stdcolor.NRGBA{uint8(v[0]), uint8(v[1]), uint8(v[2]), uint8(v[3])}, true
}

// Shortest writes a colour in the fewest characters that editors of rich text
// are sure to keep: they know hexadecimal digits without alpha, and rgba().
func Shortest(c stdcolor.NRGBA) string {
	if c.A == 0 {
		return "transparent"
	}
	if c.A < 255 {
		b := []byte("rgba(")
		for _, v := range [3]uint8{c.R, c.G, c.B} {
			b = append(strconv.AppendUint(b, uint64(v), 10), ',')
		}
		return string(append(append(b, alpha(c.A)...), ')'))
	}
	const digits = "0123456789abcdef"
	var b []byte
	if c.R%17|c.G%17|c.B%17 == 0 {
		b = []byte{'#', digits[c.R/17], digits[c.G/17], digits[c.B/17]}
	} else {
		b = []byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]}
	}
	return string(b)
}

// alpha writes a share of 255 with two digits where they mean no other one.
func alpha(a uint8) string {
	f := float64(a) / 255
	if short := math.Round(f*100) / 100; math.Round(short*255) == float64(a) {
		return decimal(short)
	}
	return decimal(math.Round(f*1000) / 1000)
}
