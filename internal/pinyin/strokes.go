package pinyin

import _ "embed"

//go:generate go run strokes_gen.go

// strokeTable is the number of strokes of each character: first those from
// U+3400 to U+9FFF, then those from U+20000 to U+323AF. From the Unicode
// Character Database (Unihan 15.0, kTotalStrokes), © 1991–2022 Unicode, Inc.,
// used under the terms of https://www.unicode.org/license.txt.
//
//go:embed strokes.bin
var strokeTable string

// strokes is the number of strokes of a Chinese character, 0 of anything else.
func strokes(r rune) byte {
	switch {
	case r >= 0x3400 && r < 0xa000:
		return strokeTable[r-0x3400]
	case r >= 0x20000 && r < 0x323b0:
		return strokeTable[r-0x20000+0xa000-0x3400]
	}
	return 0
}
