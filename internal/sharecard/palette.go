package sharecard

import (
	"image/color"
	"slices"

	"kepu/internal/typeset/sheet"
)

// A card without a photograph has no more than sixteen colours, half a byte a
// pixel. They are two ramps, of text on paper and of the drawing on its ground,
// whose steps smooth the edges, and one accent.
//
// They are the default theme's, and stay so where a site has a theme of its own: a
// theme says its colours in CSS, light and dark, which nothing here reads, and
// TestContrast vouches for these alone. A picture of a theme of one's own is what
// an entry's photograph is for.
const (
	paper  = 0  // the first ramp: paper …
	ink    = 4  // … to ink
	ground = 5  // the second ramp: the ground of the drawing …
	deep   = 10 // … to its lines
	accent = 11

	softShare = 3 * 255 / ink // of ink in text of less weight
)

var (
	paperColour  = color.RGBA{0xfa, 0xf6, 0xee, 0xff}
	inkColour    = color.RGBA{0x2b, 0x26, 0x22, 0xff}
	rimeColour   = color.RGBA{0xdb, 0xe9, 0xf0, 0xff}
	lakeColour   = color.RGBA{0x17, 0x49, 0x6f, 0xff}
	strawColour  = color.RGBA{0xf0, 0xe6, 0xd2, 0xff}
	earthColour  = color.RGBA{0x5b, 0x44, 0x25, 0xff}
	accentColour = color.RGBA{0xf2, 0xc1, 0x4e, 0xff}
)

// washShare is the second tone of a drawing, of the first one's 255.
const washShare = 38

// earthy are the motifs of what grows from the ground, which stand on straw.
var earthy = []string{"strata", "rows", "bowl", "grain", "reeds", "branching"}

// paletteOf gives the colours of a card with a motif.
func paletteOf(motif string) []color.RGBA {
	from, to := rimeColour, lakeColour
	if slices.Contains(earthy, motif) {
		from, to = strawColour, earthColour
	}
	list := make([]color.RGBA, 0, 256)
	for i := range ink + 1 {
		list = append(list, blend(paperColour, inkColour, i*255/ink))
	}
	for _, tone := range tones {
		list = append(list, blend(from, to, int(tone)))
	}
	return append(list, accentColour)
}

// tones are the steps of the second ramp: nothing, the wash, twice the wash
// where two overlap, and the edges of lines.
var tones = [...]uint8{0, washShare, 71, 128, 192, 255}

// blend mixes two colours; share is of 255.
func blend(a, b color.RGBA, share int) color.RGBA {
	one := func(x, y uint8) uint8 { return uint8((int(x)*(255-share) + int(y)*share + 127) / 255) }
	return color.RGBA{one(a.R, b.R), one(a.G, b.G), one(a.B, b.B), 255}
}

var (
	black  = makeInk(func(a int) int { return paper + (a*ink+127)/255 })
	soft   = makeInk(func(a int) int { return paper + (a*softShare*ink/255+127)/255 })
	drawn  = makeInk(toneStep)
	onLake = makeInk(func(a int) int { return toneStep(255 - a) })
)

func makeInk(step func(int) int) *sheet.Ink {
	w := new(sheet.Ink)
	for a := range w {
		w[a] = uint8(step(a))
	}
	return w
}

// toneStep finds the step of the second ramp that is nearest to a tone.
func toneStep(tone int) int {
	best := 0
	for i, t := range tones {
		if abs(int(t)-tone) < abs(int(tones[best])-tone) {
			best = i
		}
	}
	return ground + best
}

func abs(n int) int { return max(n, -n) }
