package douyin

import (
	"image/color"

	"kepu/internal/typeset/sheet"
)

// The colours of a card are those of the site: sixteen, so that a pixel takes
// half a byte. Each ramp leads from a ground to what is written on it.
const (
	paper  uint8 = 0  // 0 to 4: paper to black
	black  uint8 = 4  //
	lake   uint8 = 7  // 5 to 7: from paper
	panel  uint8 = 8  // 8 to 11, then black: rime to black
	gold   uint8 = 14 // after 12, 13, then lake: rime to lake
	thread uint8 = 15
)

var (
	paperColour = color.RGBA{0xfa, 0xf6, 0xee, 0xff}
	blackColour = color.RGBA{0x2b, 0x26, 0x22, 0xff}
	lakeColour  = color.RGBA{0x17, 0x49, 0x6f, 0xff}
	rimeColour  = color.RGBA{0xe3, 0xee, 0xf3, 0xff}
	goldColour  = color.RGBA{0xd9, 0xa5, 0x20, 0xff}
)

// palette lists the colours; a card with a picture adds those of the picture.
func palette() []color.RGBA {
	list := make([]color.RGBA, 0, 256)
	ramp := func(from, to color.RGBA, shares ...int) {
		for _, s := range shares {
			list = append(list, blend(from, to, s))
		}
	}
	ramp(paperColour, blackColour, 0, 64, 128, 191, 255)
	ramp(paperColour, lakeColour, 85, 170, 255)
	ramp(rimeColour, blackColour, 0, 64, 128, 191)
	ramp(rimeColour, lakeColour, 85, 170)
	list = append(list, goldColour)
	ramp(paperColour, blackColour, 38)
	return list
}

// blend mixes two colours; share is of 255.
func blend(a, b color.RGBA, share int) color.RGBA {
	one := func(x, y uint8) uint8 { return uint8((int(x)*(255-share) + int(y)*share + 127) / 255) }
	return color.RGBA{one(a.R, b.R), one(a.G, b.G), one(a.B, b.B), 255}
}

// How text is written, the Ink of its runs.
const (
	plain  = iota
	soft   // of less weight
	title  // in the colour of the lake
	dotted // stressed, by dots below as in Chinese
	struck // no longer so
)

// inkOn gives the steps of a colour on a ground.
func inkOn(ground uint8, ink int) *sheet.Ink { return inks[ground == panel][ink] }

var inks = map[bool][5]*sheet.Ink{
	false: inkSet([]uint8{0, 1, 2, 3, 4}, []uint8{0, 5, 6, 7}),
	true:  inkSet([]uint8{8, 9, 10, 11, 4}, []uint8{8, 12, 13, 7}),
}

func inkSet(dark, blue []uint8) [5]*sheet.Ink {
	d := ramp(dark)
	return [5]*sheet.Ink{plain: d, soft: ramp(dark[:4]), title: ramp(blue), dotted: d, struck: d}
}

// ramp makes an ink of steps from nothing to all.
func ramp(steps []uint8) *sheet.Ink {
	ink := new(sheet.Ink)
	for a := range ink {
		ink[a] = steps[(a*(len(steps)-1)+127)/255]
	}
	return ink
}
