package markdown

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ids are the anchors of a page.
type ids struct {
	used map[string]bool
	next map[string]int // where to go on counting for a name that is taken
}

func (s *ids) has(id string) bool { return s.used[id] }

func (s *ids) add(id string) {
	if s.used == nil {
		s.used = map[string]bool{}
	}
	s.used[id] = true
}

// unique gives id, or id with the first number that is free.
func (s *ids) unique(id string) string {
	if !s.used[id] {
		return id
	}
	if s.next == nil {
		s.next = map[string]int{}
	}
	for n := max(2, s.next[id]); ; n++ {
		if c := id + "-" + strconv.Itoa(n); !s.used[c] {
			s.next[id] = n + 1
			return c
		}
	}
}

func (s *ids) sorted() []string {
	if len(s.used) == 0 {
		return nil
	}
	list := slices.AppendSeq(make([]string, 0, len(s.used)), maps.Keys(s.used))
	slices.Sort(list)
	return list
}

// maxSlug is how many characters of a heading make its id.
const maxSlug = 80

// slug keeps the letters and digits of every script and joins the rest with hyphens. What could meet
// an id that is not a heading's, perhaps after being numbered, gets another beginning; so does what
// begins with a digit, which style sheets and some checkers do not take.
func slug(s string) string {
	out := make([]byte, 0, len(s))
	kept, gap := 0, false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_' || r == unicode.ReplacementChar {
			gap = len(out) > 0
			continue
		}
		if kept >= maxSlug {
			break
		}
		if gap {
			out = append(out, '-')
			gap = false
			kept++
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
		kept++
	}
	if len(out) == 0 {
		return ""
	}
	id := string(out)
	first, _ := utf8.DecodeRuneInString(id)
	if word, _, _ := strings.Cut(id, "-"); reserved[word] || unicode.IsDigit(first) {
		return "h-" + id
	}
	return id
}

// writtenID gives the id that an author asks for, as it is written where it can be. What is not made of
// letters, digits, hyphens, underscores and full stops, or does not begin with a letter, is made into
// a slug, perhaps an empty one.
func writtenID(s string) (id string, asked bool) {
	for i, r := range s {
		if unicode.IsLetter(r) || i > 0 && (unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '_' || r == '.') {
			continue
		}
		return slug(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })), false
	}
	if first, _, _ := strings.Cut(s, "-"); reserved[first] {
		return "h-" + s, false
	}
	return s, true
}

// reserved are the beginnings of ids that footnotes and the page around the body use.
var reserved = map[string]bool{"fn": true, "fnref": true, "x": true, "source": true, "main": true, "size": true, "theme": true}
