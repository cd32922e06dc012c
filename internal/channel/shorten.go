package channel

import (
	"strings"
	"unicode"
)

// Shorten gives the beginning of a text of at most so many characters: as many
// whole sentences as fit, or where not even one does, what fits of it up to a
// pause, with dots that tell of more. A most of 0 is no bound.
func Shorten(s string, most int) string {
	if most <= 0 || Characters(s) <= most {
		return s
	}
	if whole := Sentences(s, most, Characters); whole != "" {
		return whole
	}
	r := []rune(s)
	cut := most - 1
	for i := cut; i > most/2; i-- {
		if unicode.IsSpace(r[i]) || strings.ContainsRune(pauses, r[i]) {
			cut = i
			break
		}
	}
	return strings.TrimRight(string(r[:cut]), pauses+" ") + "…"
}

// Sentences gives as many whole sentences of the beginning of a text as count
// finds to be at most so many, without the blanks around them; "" if the first is
// too long.
func Sentences(s string, most int, count func(string) int) string {
	from, n := 0, 0
	for _, end := range ends(s) {
		n += count(s[from:end])
		if n > most {
			break
		}
		from = end
	}
	return strings.TrimSpace(s[:from])
}

// ends are the places in a text, in bytes, where sentences end. Marks that close
// belong to the sentence: 他说：“好。”
func ends(s string) []int {
	var list []int
	var mark rune // the last one that may end a sentence, if only marks that close came since
	for i, r := range s {
		switch {
		case strings.ContainsRune(stops, r):
			mark = r
			continue
		case mark == 0 || strings.ContainsRune(closers, r):
			continue
		case mark > unicode.MaxASCII || unicode.IsSpace(r): // 3.14 goes on
			list = append(list, i)
		}
		mark = 0
	}
	if mark != 0 {
		list = append(list, len(s))
	}
	return list
}

const (
	stops   = "。！？.!?"
	closers = "”’」』）》】)]\""
	pauses  = "，、；：,;:"
)
