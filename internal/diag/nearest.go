package diag

import "strings"

// Nearest returns the candidate that a slip of the keyboard could have turned
// into word, "" if none is near enough. Case does not count.
func Nearest(word string, candidates []string) string {
	best, at := "", 1+limit(word)
	for _, c := range candidates {
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(c)), at-1); d < at {
			best, at = c, d
		}
	}
	return best
}

// limit is how many slips are forgiven: none in a letter, one in a short word, two in a longer
// one, three in a long one.
func limit(word string) int {
	switch n := len([]rune(word)); {
	case n <= 1:
		return 0 // any other letter would be one slip away
	case n <= 4:
		return 1
	case n <= 8:
		return 2
	}
	return 3
}

// distance counts insertions, deletions, substitutions and swaps of neighbours
// (optimal string alignment). Beyond most it may return any larger number.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var before, last, now []int
	last = make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	before, now = make([]int, len(b)+1), make([]int, len(b)+1)
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
