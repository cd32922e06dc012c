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

// The bounds of the conversion, of brightness from 0 to 255 but where told.
const (
	whitish     = 250 // from here on a ground counts as white, and text stays
	mostGround  = 190
	leastGround = .22 // lightness
	grey        = .4  // lightness above which a ground without hue is inverted
	nearest     = 65  // text keeps this distance from its ground
	farthest    = 138 // and text on the ground of the page not more than this
	pageGround  = 27  // up to here a ground passes for that of the page
	bright      = 100 // from here on a ground is bright
	faint       = .05 // alpha below which a colour does not count
)

// An rgb is a colour between the steps of its conversion, not rounded yet.
type rgb struct{ r, g, b float64 } // 0 to 255

func of(c color.NRGBA) rgb { return rgb{float64(c.R), float64(c.G), float64(c.B)} }

func (c rgb) rounded(alpha uint8) color.NRGBA {
	channel := func(f float64) uint8 { return uint8(min(max(f, 0), 255) + .5 + 1e-9) }
	return color.NRGBA{channel(c.r), channel(c.g), channel(c.b), alpha}
}

// brightness is how light a colour seems (W3C, AERT 2.2).
func (c rgb) brightness() float64 { return .299*c.r + .587*c.g + .114*c.b }

// ground converts the colour of a ground: what is white or nearly so, and light
// greys, become as dark as they were light. Colours are but kept from being
// very bright or very dark, so that they still say what they said.
func ground(was color.NRGBA) color.NRGBA {
	c := of(was)
	h, s, l := c.hsl()
	switch y := c.brightness(); {
	case y > whitish, s == 0 && l > grey:
		v := 255*(1-l) + float64(darkGround.R)
		c = rgb{v, v, v}
	case y > mostGround:
		c = c.brightened(mostGround)
	case l < leastGround:
		c = fromHSL(h, s, leastGround)
	}
	return c.rounded(was.A)
}

// text converts the colour of text, or of a line around a box, for a converted
// ground of some brightness. It stays if it can be told from that; else dark
// and light change places, and if that is not enough the colour is brightened
// or darkened.
func text(was color.NRGBA, behind float64) color.NRGBA {
	c := of(was)
	if c.brightness() >= whitish {
		return was
	}
	near := func() bool { return math.Abs(c.brightness()-behind) < nearest }
	if near() {
		to := behind - nearest
		h, s, l := c.hsl()
		if behind < bright {
			to = min(behind+nearest, farthest)
			if l <= .4 {
				c = fromHSL(h, s, .9-l)
			}
		} else if l > .5 {
			c = fromHSL(h, s, .9-l)
		}
		if near() {
			c = c.brightened(to)
		}
	}
	if behind <= pageGround && c.brightness() > behind+farthest {
		c = c.brightened(behind + farthest)
	}
	return c.rounded(was.A)
}

// over is the brightness of a ground that lets the page show through. What else
// lies behind it does not count.
func over(c color.NRGBA) float64 {
	a := float64(c.A) / 255
	return a*of(c).brightness() + (1-a)*of(darkGround).brightness()
}

// brightened is a colour with another brightness, its channels in proportion.
// What a channel cannot take goes to green, and from green to red.
func (c rgb) brightened(to float64) rgb {
	from := c.brightness()
	if from == 0 {
		return rgb{to, to, to}
	}
	c = rgb{c.r * to / from, c.g * to / from, c.b * to / from}
	c.g += (max(c.r-255, 0)*.299 + max(c.b-255, 0)*.114) / .587
	c.r = min(c.r, 255) + max(c.g-255, 0)*.587/.299
	return c
}

// hsl gives hue in sixths of a turn, saturation and lightness from 0 to 1.
func (c rgb) hsl() (h, s, l float64) {
	most, least := max(c.r, c.g, c.b), min(c.r, c.g, c.b)
	span := most - least
	l = (most + least) / 510
	if span == 0 {
		return 0, 0, l
	}
	switch most {
	case c.r:
		h = math.Mod((c.g-c.b)/span+6, 6)
	case c.g:
		h = (c.b-c.r)/span + 2
	default:
		h = (c.r-c.g)/span + 4
	}
	return h, span / 255 / (1 - math.Abs(2*l-1)), l
}

func fromHSL(h, s, l float64) rgb {
	span := 255 * s * (1 - math.Abs(2*l-1))
	low := 255*l - span/2
	channel := func(turn float64) float64 { // a trapezium around the circle of hues
		x := math.Mod(h+turn, 6)
		return low + span*min(max(math.Abs(x-3)-1, 0), 1)
	}
	return rgb{channel(0), channel(4), channel(2)}
}
