// Package pinyin orders people's names as Chinese lists do (after GB/T 13418),
// by a pinyin that people have written: a reading is never guessed from
// characters. It takes pinyin apart, makes keys to sort by and words to search
// by, and knows surnames.
package pinyin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Groups of names, in their order.
const (
	groupLetters = '1' // by pinyin, or written in Latin letters
	groupKorean  = '2'
	groupStrokes = '3' // Chinese without pinyin, and whatever else
)

// What stands between the parts of a key, below all that it parts.
const (
	endOfName    = 0
	endOfLetters = 1
)

// Key is what to sort a name by: the order of names is that of their keys as
// bytes. It goes syllable by syllable. Of each, the letters come first (ü like
// u, and after it), then the tone (1, 2, 3, 4, neutral, unknown), then the
// character by its number of strokes and its place in Unicode, which of equal
// strokes is by radical. So those of one surname stand together, and a shorter
// name comes before those that go on.
//
// Latin names stand among the others by their letters, without regard to case
// and accents; so does a name whose pinyin cannot be parsed, by what is written
// there. Korean names follow, then names without pinyin, by strokes. Distinct
// names have distinct keys, whatever the normal form of either text.
func Key(name, pinyin string) string {
	name = norm.NFC.String(name)
	key := make([]byte, 0, 64)
	switch n, ok := Parse(pinyin); {
	case ok:
		key = appendSyllables(append(key, groupLetters), n, characters(name))
	case latin(pinyin):
		key = appendWords(append(key, groupLetters), pinyin)
	case latin(name):
		key = appendWords(append(key, groupLetters), name)
	case korean(name):
		key = append(append(key, groupKorean), name...)
	default:
		key = append(key, groupStrokes)
		for _, r := range characters(name) {
			key = appendCharacter(key, r)
		}
	}
	return string(append(append(key, endOfName), name...))
}

// appendSyllables writes each syllable with the character that it reads, where
// there are as many of either.
func appendSyllables(key []byte, n Name, chars []rune) []byte {
	for i, s := range n.Syllables {
		umlaut := byte('0')
		for _, r := range s.Letters {
			if r == 'ü' {
				r, umlaut = 'u', '1'
			}
			key = append(key, byte(r))
		}
		tone := s.Tone
		if tone == 0 {
			tone = 6
		}
		key = append(key, endOfLetters, umlaut, '0'+byte(tone))
		if len(chars) == len(n.Syllables) {
			key = appendCharacter(key, chars[i])
		}
	}
	return key
}

// appendWords writes the words of a Latin name as if they were syllables.
func appendWords(key []byte, s string) []byte {
	for _, word := range words(s) {
		key = append(append(key, word...), endOfLetters)
	}
	return key
}

// appendCharacter writes a character so that it sorts by strokes; one whose
// strokes are unknown after all others.
func appendCharacter(key []byte, r rune) []byte {
	return utf8.AppendRune(append(key, strokes(r)-1), r)
}

// characters are the letters of a name, without dots, spaces and digits.
func characters(name string) []rune {
	var list []rune
	for _, r := range name {
		if unicode.IsLetter(r) {
			list = append(list, r)
		}
	}
	return list
}

// folded are the Latin letters that have no decomposition, as people without
// them on their keys write them.
var folded = strings.NewReplacer("æ", "ae", "œ", "oe", "ø", "o", "ß", "ss", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ɑ", "a", "ɡ", "g")

// fold takes case and accents away.
func fold(s string) string {
	s = strings.ToLower(norm.NFKD.String(s))
	return folded.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s))
}

// latin tells that the words of a text begin with one of the letters a to z.
func latin(s string) bool {
	w := words(s)
	return len(w) > 0 && w[0][0] >= 'a' && w[0][0] <= 'z'
}

func korean(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Hangul, r)
		}
	}
	return false
}

// Letter is the letter "A" to "Z" under which Key puts a name, "#" where that is
// none: names in the order of their keys are in that of their letters.
func Letter(name, pinyin string) string {
	if key := Key(name, pinyin); key[0] == groupLetters {
		return strings.ToUpper(key[1:2])
	}
	return "#"
}

// Initials are the first letters of the syllables, "nrd" of Nán Réndōng; of
// what is no pinyin, of the words.
func Initials(pinyin string) string {
	var b strings.Builder
	if n, ok := Parse(pinyin); ok {
		for _, s := range n.Syllables {
			b.WriteByte(s.Letters[0])
		}
		return b.String()
	}
	for _, w := range words(pinyin) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}

// Plain is the pinyin as people type it, without tones and spaces: "nanrendong".
// One with ü is given twice, as "lvdongbin" and, after a space, "ludongbin".
func Plain(pinyin string) string {
	n, ok := Parse(pinyin)
	if !ok {
		return strings.Join(words(pinyin), "")
	}
	var b strings.Builder
	for _, s := range n.Syllables {
		b.WriteString(s.Letters)
	}
	s := b.String()
	if strings.Contains(s, "ü") {
		return strings.ReplaceAll(s, "ü", "v") + " " + strings.ReplaceAll(s, "ü", "u")
	}
	return s
}

// words are the words of a text, folded.
func words(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) })
}
