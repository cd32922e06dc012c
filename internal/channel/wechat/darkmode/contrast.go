package darkmode

import (
	"bytes"
	"image/color"
	"math"

	"golang.org/x/net/html"

	"kepu/internal/channel/wechat/inline"
)

// A Worst is the text of an article that is hardest to read.
type Worst struct {
	Ratio int    // its contrast by WCAG 2, times 100: 450 is 4.5:1; 2100 where there is no text
	Text  string // the beginning of it
	Fore  string // its colour, as CSS writes it
	Back  string // that of its ground
}

// Check finds the text with the least contrast in an article, as it is in the
// light and in the dark.
func Check(article string) (light, dark Worst) {
	light.Ratio, dark.Ratio = 2100, 2100
	known := map[paint]int{}
	walk(article, nil, func(e *element, text []byte) {
		if text = bytes.TrimSpace(text); len(text) > 0 {
			light.meet(known, e.light, text)
			dark.meet(known, e.dark, text)
		}
	})
	return light, dark
}

// meet compares with a run of text. Ratios of paints that were met are known.
func (w *Worst) meet(known map[paint]int, p paint, text []byte) {
	fore := mix(p.text, p.ground)
	ratio, ok := known[p]
	if !ok {
		ratio = int(100 * contrast(fore, p.ground))
		known[p] = ratio
	}
	if ratio < w.Ratio {
		*w = Worst{Ratio: ratio, Text: beginning(html.UnescapeString(string(text))), Fore: inline.Shortest(fore), Back: inline.Shortest(p.ground)}
	}
}

// beginning is up to twenty characters of a text.
func beginning(text string) string {
	n := 0
	for i := range text {
		if n++; n > 20 {
			return text[:i] + "…"
		}
	}
	return text
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	l, m := luminance(a), luminance(b)
	return (max(l, m) + .05) / (min(l, m) + .05)
}

func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= .04045 {
			return f / 12.92
		}
		return math.Pow((f+.055)/1.055, 2.4)
	}
	return .2126*channel(c.R) + .7152*channel(c.G) + .0722*channel(c.B)
}
