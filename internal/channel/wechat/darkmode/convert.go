package darkmode

import (
	"image/color"
	"math"
)

// The colours of a page in which nothing is coloured, in the light and the dark.
var (
	lightText   = color.NRGBA{0x19, 0x19, 0x19, 0xff}
	lightGround = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	darkText    = color.NRGBA{0xa3, 0xa3, 0xa3, 0xff}
	darkGround  = color.NRGBA{0x19, 0x19, 0x19, 0xff}
)

// The bounds of the conversion, all of brightness but where told.
const (
	whitish     = 250 // from here on a ground counts as white, and text stays
	mostGround  = 190
	leastGround = .22 // lightness
	grey        = .4  // lightness above which a ground without hue is inverted
	nearest     = 65  // text keeps this distance from its ground
	farthest    = 138 // and text on the ground of the page not more than this
	pageGround  = 27  // up to here a ground passes for that of the page
	bright      = 100 // from here on a ground is bright
	faint       = .05 // alpha below which a ground does not count
)

// brightness is how light a colour seems, from 0 to 255 (W3C, AERT 2.2).
func brightness(c color.NRGBA) float64 {
	return brightnessOf(float64(c.R), float64(c.G), float64(c.B))
}

func brightnessOf(r, g, b float64) float64 { return .299*r + .587*g + .114*b }

// ground converts the colour of a ground: what is white or nearly so, and light
// greys, become as dark as they were light. Colours are but kept from being
// very bright or very dark, so that they still say what they said.
func ground(c color.NRGBA) color.NRGBA {
	h, s, l := hsl(c)
	switch y := brightness(c); {
	case y > whitish, s == 0 && l > grey:
		l = 1 - l + float64(darkGround.R)/255
		return rounded(255*l, 255*l, 255*l, c.A)
	case y > mostGround:
		return brighten(c, mostGround)
	case l < leastGround:
		return fromHSL(h, s, leastGround, c.A)
	}
	return c
}

// text converts the colour of text, or of a line around a box, for a converted
// ground of some brightness. It stays if it can be told from that; else dark
// and light change places, and if that is not enough the colour is brightened
// or darkened.
func text(c color.NRGBA, behind float64) color.NRGBA {
	if brightness(c) >= whitish {
		return c
	}
	near := func() bool { return math.Abs(brightness(c)-behind) < nearest }
	if near() {
		to := behind - nearest
		h, s, l := hsl(c)
		if behind < bright {
			to = min(behind+nearest, farthest)
			if l <= .4 {
				c = fromHSL(h, s, .9-l, c.A)
			}
		} else if l > .5 {
			c = fromHSL(h, s, max(.9-l, 0), c.A)
		}
		if near() {
			c = brighten(c, to)
		}
	}
	if behind <= pageGround && brightness(c) > behind+farthest {
		c = brighten(c, behind+farthest)
	}
	return c
}

// over is the brightness of a ground that lets the page show through. What else
// lies behind it does not count.
func over(c color.NRGBA) float64 {
	a := float64(c.A) / 255
	return a*brightness(c) + (1-a)*brightness(darkGround)
}

// brighten changes a colour to a brightness with its channels in proportion.
// What a channel cannot take goes to green, and from green to red.
func brighten(c color.NRGBA, to float64) color.NRGBA {
	from := brightness(c)
	if from == 0 {
		return rounded(to, to, to, c.A)
	}
	r, g, b := float64(c.R)*to/from, float64(c.G)*to/from, float64(c.B)*to/from
	g += (max(r-255, 0)*.299 + max(b-255, 0)*.114) / .587
	r = min(r, 255) + max(g-255, 0)*.587/.299
	return rounded(r, g, b, c.A)
}

func rounded(r, g, b float64, a uint8) color.NRGBA {
	channel := func(f float64) uint8 { return uint8(math.Round(min(max(f, 0), 255))) }
	return color.NRGBA{channel(r), channel(g), channel(b), a}
}

// hsl gives hue in sixths of a turn, saturation and lightness from 0 to 1.
func hsl(c color.NRGBA) (h, s, l float64) {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	most, least := max(r, g, b), min(r, g, b)
	l = (most + least) / 2
	span := most - least
	if span == 0 {
		return 0, 0, l
	}
	switch most {
	case r:
		h = math.Mod((g-b)/span+6, 6)
	case g:
		h = (b-r)/span + 2
	default:
		h = (r-g)/span + 4
	}
	return h, span / (1 - math.Abs(2*l-1)), l
}

func fromHSL(h, s, l float64, alpha uint8) color.NRGBA {
	chroma := (1 - math.Abs(2*l-1)) * s
	x := chroma * (1 - math.Abs(math.Mod(h, 2)-1))
	low := l - chroma/2
	rgb := [6][3]float64{{chroma, x, 0}, {x, chroma, 0}, {0, chroma, x}, {0, x, chroma}, {x, 0, chroma}, {chroma, 0, x}}[int(h)%6]
	return rounded(255*(rgb[0]+low), 255*(rgb[1]+low), 255*(rgb[2]+low), alpha)
}
