package markdown

import "unicode"

// cjkTable holds the characters that the CJK-friendly amendments to CommonMark call CJK: East Asian
// Width W, F or H but not emoji, and Hangul. Unassigned code points inside a CJK block count too.
var cjkTable = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x11ff, 1}, // Hangul Jamo
		{0x20a9, 0x20a9, 1}, // won sign
		{0x2329, 0x232a, 1}, // angle brackets
		{0x2630, 0x2637, 1}, // trigrams
		{0x268a, 0x268f, 1}, // monograms and digrams
		{0x2e80, 0x303e, 1}, // radicals to CJK symbols and punctuation
		{0x3041, 0x321e, 1}, // kana, bopomofo, compatibility jamo, enclosed
		{0x3220, 0x3247, 1},
		{0x3250, 0xa4cf, 1}, // compatibility, Han and extension A, Yi
		{0xa960, 0xa97c, 1}, // jamo extended A
		{0xac00, 0xd7fb, 1}, // Hangul syllables, jamo extended B
		{0xf900, 0xfaff, 1}, // compatibility ideographs
		{0xfe10, 0xfe19, 1}, // vertical forms
		{0xfe30, 0xfe6b, 1}, // compatibility and small forms
		{0xff01, 0xffdc, 1}, // full-width and half-width forms
		{0xffe0, 0xffe6, 1},
		{0xffe8, 0xffee, 1},
	},
	R32: []unicode.Range32{
		{0x16fe0, 0x16ff6, 1}, // ideographic symbols
		{0x17000, 0x18df2, 1}, // Tangut, Khitan
		{0x1aff0, 0x1b2fb, 1}, // kana supplements, Nushu
		{0x1d300, 0x1d356, 1}, // Tai Xuan Jing
		{0x1d360, 0x1d376, 1}, // counting rods
		{0x1f200, 0x1f200, 1}, // enclosed ideographs, emoji left out
		{0x1f202, 0x1f202, 1},
		{0x1f210, 0x1f219, 1},
		{0x1f21b, 0x1f22e, 1},
		{0x1f230, 0x1f231, 1},
		{0x1f237, 0x1f237, 1},
		{0x1f23b, 0x1f23b, 1},
		{0x1f240, 0x1f265, 1},
		{0x20000, 0x3fffd, 1}, // extensions B and later
	},
}

func isCJK(r rune) bool {
	switch { // nearly all are in the first blocks
	case r < 0x1100:
		return false
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3001 && r <= 0x303e, r >= 0xff01 && r <= 0xffdc:
		return true
	}
	return unicode.Is(cjkTable, r)
}

// isHangul is asked of characters that isCJK: Korean puts spaces between words, the others do not.
func isHangul(r rune) bool {
	return r >= 0x1100 && (r <= 0x11ff || r >= 0xac00 && r <= 0xd7fb || r >= 0x3131 && r <= 0x318e ||
		r >= 0xa960 && r <= 0xa97c || r >= 0xffa0 && r <= 0xffdc)
}

// isHan counts the characters of scripts written without spaces: Han, kana, bopomofo.
func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3005 && isCJK(r) && !isHangul(r) && unicode.IsLetter(r) || r == 0x3007
}

// wideByContext says whether a mark has the width of the text it stands in: Chinese and English share
// these code points, so only a neighbour tells which of them is meant.
func wideByContext(r rune) bool {
	switch r {
	case '‘', '’', '“', '”', '…', '—', '–', '·', '‧':
		return true
	}
	return false
}
