package pinyin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Syllable is one syllable, which one character is read as.
type Syllable struct {
	Letters string // lower case, without marks but those of ü: "lü"
	Tone    int    // 1 to 4, 5 for the neutral one, 0 where nobody wrote tones
}

// A Name is the syllables of a name.
type Name struct {
	Syllables []Syllable
	Words     []int // where words begin, as indices of Syllables
}

// Parse takes the pinyin of a name apart: "Wáng Dàhéng", "Lǐ Xī'ān",
// "Lü3 Dong4bin1", "lv dongbin". It is false where a part is no pinyin.
//
// Letters that can be divided in several ways make the fewest syllables, and of
// two as long together the first is the shorter: "Fangan" is fan-gan, since
// within a word a, o and e begin a syllable only after an apostrophe. A syllable
// without tone is neutral if another one has a tone, else its tone is unknown.
func Parse(s string) (Name, bool) {
	n := Name{make([]Syllable, 0, 4), make([]int, 0, 2)}
	run := make([]letter, 0, 16) // between spaces, apostrophes and digits
	word, toned := true, false
	end := func() bool {
		if len(run) == 0 {
			return true
		}
		if word {
			n.Words = append(n.Words, len(n.Syllables))
			word = false
		}
		before := len(n.Syllables)
		n.Syllables = divide(n.Syllables, run)
		run = run[:0]
		return len(n.Syllables) > before
	}
	for _, r := range norm.NFKD.String(s) {
		last := len(run) - 1
		switch r = unicode.ToLower(r); {
		case r == 'v':
			run = append(run, letter{r: 'ü'})
		case r >= 'a' && r <= 'z':
			run = append(run, letter{r: r})
		case r == 'ɑ':
			run = append(run, letter{r: 'a'})
		case r == 'ɡ':
			run = append(run, letter{r: 'g'})
		case r == '\u0308': // diaeresis
			if last < 0 || run[last].r != 'u' {
				return Name{}, false
			}
			run[last].r = 'ü'
		case toneOf(r) > 0: // on a vowel, one
			if last < 0 || run[last].tone > 0 || !strings.ContainsRune("aeiouü", run[last].r) {
				return Name{}, false
			}
			run[last].tone, toned = toneOf(r), true
		case r >= '0' && r <= '5': // after a syllable that has no mark
			if last < 0 || !end() || n.Syllables[len(n.Syllables)-1].Tone > 0 {
				return Name{}, false
			}
			tone := int(r - '0')
			if tone == 0 {
				tone = 5
			}
			n.Syllables[len(n.Syllables)-1].Tone, toned = tone, true
		case strings.ContainsRune("'’‘ʼ`", r):
			if last < 0 && word || !end() {
				return Name{}, false
			}
		case unicode.IsSpace(r), unicode.Is(unicode.Dash, r), r == '·', r == '•':
			if !end() {
				return Name{}, false
			}
			word = true
		default:
			return Name{}, false
		}
	}
	if !end() || len(n.Syllables) == 0 {
		return Name{}, false
	}
	for i := range n.Syllables {
		if toned && n.Syllables[i].Tone == 0 {
			n.Syllables[i].Tone = 5
		}
	}
	return n, true
}

// toneOf is the tone of a combining mark, 0 of others. The breve is a frequent
// slip for the caron.
func toneOf(r rune) int {
	switch r {
	case '\u0304':
		return 1
	case '\u0301':
		return 2
	case '\u030c', '\u0306':
		return 3
	case '\u0300':
		return 4
	}
	return 0
}

// A letter has its tone mark, or 0.
type letter struct {
	r    rune
	tone int
}

// longestRun bounds the work: nobody's name has that many letters in a word.
const longestRun = 60

// divide appends the syllables of a run of letters, nothing where it cannot be
// divided. It goes from the end: best[i] is the best division of run[i:].
func divide(list []Syllable, run []letter) []Syllable {
	type division struct {
		count int // syllables
		first int // letters of the first; 0 if there is no division
	}
	if len(run) > longestRun {
		return list
	}
	var best [longestRun + 1]division
	for i := len(run) - 1; i >= 0; i-- {
		for n := 1; n <= min(longest, len(run)-i); n++ {
			rest := best[i+n]
			if i+n < len(run) && rest.first == 0 || best[i].first > 0 && best[i].count <= rest.count+1 {
				continue
			}
			if _, ok := syllable(run[i : i+n]); ok {
				best[i] = division{rest.count + 1, n}
			}
		}
	}
	for i := 0; i < len(run) && best[i].first > 0; i += best[i].first {
		s, _ := syllable(run[i : i+best[i].first])
		list = append(list, s)
	}
	return list
}

// syllable is what letters make, if they are one with one tone at most.
func syllable(run []letter) (Syllable, bool) {
	var s Syllable
	var text [2 * longest]byte
	b := text[:0]
	for _, l := range run {
		b = utf8.AppendRune(b, l.r)
		if l.tone > 0 && s.Tone > 0 {
			return s, false
		}
		s.Tone = max(s.Tone, l.tone)
	}
	s.Letters = syllables()[string(b)]
	return s, s.Letters != ""
}
