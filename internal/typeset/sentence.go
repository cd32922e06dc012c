package typeset

import (
	"strings"
	"unicode"
)

// A sentence is being read: whether the last mark ends it. Quotation marks and
// brackets may stand behind that.
type sentence struct {
	mark   rune // 。 for a mark that always ends one, a full stop for one that may, 0 for none
	behind bool // a quotation mark or bracket is behind it
}

func (s *sentence) read(r rune) {
	switch {
	case strings.ContainsRune("。！？", r):
		*s = sentence{mark: '。'}
	case strings.ContainsRune(".!?", r):
		if s.mark == 0 {
			*s = sentence{mark: '.'}
		}
	case s.mark != 0 && strings.ContainsRune(closers, r):
		s.behind = true
	default:
		*s = sentence{}
	}
}

const closers = "”’」』）》)\""

// endsBefore tells that a sentence ended with what was read, and the next
// character begins another.
func (s *sentence) endsBefore(next rune, space bool) bool {
	if !space && strings.ContainsRune(closers+"。！？!?…", next) {
		return false
	}
	return s.mark == '。' || s.mark == '.' && (space || s.behind)
}

// Sentences divides a text into its sentences, with single spaces.
func Sentences(text string) []string {
	var list []string
	var b strings.Builder
	var s sentence
	space := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if b.Len() > 0 && s.endsBefore(r, space) {
			list = append(list, b.String())
			b.Reset()
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		s.read(r)
		space = false
	}
	if b.Len() > 0 {
		list = append(list, b.String())
	}
	return list
}
