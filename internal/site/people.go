package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/pinyin"
)

// people puts the people of each language in the order of their names, and
// warns of those whose place nobody has said.
func (b *builder) people() {
	for _, l := range b.Locales {
		if len(l.ByKind[content.Scientists]) == 0 {
			continue
		}
		l.People = byName(l.ByKind[content.Scientists])
		l.facets()
		for _, e := range l.ByKind[content.Scientists] {
			b.pinyin(e, e.Data.(*content.Scientist))
		}
	}
}

func byName(entries []*Entry) []*Entry {
	type keyed struct {
		key string
		*Entry
	}
	list := make([]keyed, len(entries))
	for i, e := range entries {
		d := e.Data.(*content.Scientist)
		list[i] = keyed{pinyin.Key(d.Title, d.Pinyin), e}
	}
	slices.SortFunc(list, func(x, y keyed) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.Key, y.Key)) })
	sorted := make([]*Entry, len(list))
	for i, k := range list {
		sorted[i] = k.Entry
	}
	return sorted
}

// ManyPeople is how many people a language lists on one page; where they are
// more, each letter has a list of its own.
const ManyPeople = 200

// Letter is the one under which somebody is listed, “#” where there is none.
func Letter(e *Entry) string {
	d := e.Data.(*content.Scientist)
	return pinyin.Letter(d.Title, d.Pinyin)
}

// LetterSlug is a letter in addresses.
func LetterSlug(letter string) string {
	if letter == "#" {
		return "other"
	}
	return strings.ToLower(letter)
}

// pinyin warns of a Chinese name without pinyin, and of pinyin that does not fit
// the name. It never offers a reading: that of a surname is only named.
func (b *builder) pinyin(e *Entry, d *content.Scientist) {
	surname := pinyin.Surname(d.Title)
	if first, _ := utf8.DecodeRuneInString(surname); !unicode.Is(unicode.Han, first) || d.IsTeam() {
		return
	}
	if d.Pinyin == "" {
		if e.Pos.Filled("pinyin") {
			return // it was no text
		}
		if usual, ok := pinyin.Polyphonic(surname); ok {
			b.say(e.Document, e.Pos.Of("title"), diag.PolyphonicSurname, "", d.Title, usual)
		} else {
			b.say(e.Document, e.Pos.Of("title"), diag.NoPinyin, "", d.Title)
		}
		return
	}
	n, ok := pinyin.Parse(d.Pinyin)
	chars := 0
	for _, r := range d.Title {
		if !unicode.Is(unicode.Han, r) {
			return // of a people whose names have a dot, a remark in brackets, or another script
		}
		chars++
	}
	switch {
	case !ok && !strings.ContainsFunc(norm.NFD.String(d.Pinyin), isTone) && strings.ContainsFunc(d.Pinyin, isLatin):
		// as the person's own language spells it: Ulanhu (GB/T 28039)
	case !ok:
		b.say(e.Document, e.Pos.Of("pinyin"), diag.NotPinyin, "", d.Pinyin)
	case len(n.Syllables) != chars:
		b.say(e.Document, e.Pos.Of("pinyin"), diag.PinyinShape, "", d.Title, d.Pinyin, strconv.Itoa(chars), strconv.Itoa(len(n.Syllables)))
	}
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// isTone finds the marks of tones, and digits in their place.
func isTone(r rune) bool { return strings.ContainsRune("\u0304\u0301\u030c\u030012345", r) }
