package douyin

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"kepu/internal/channel"
	"kepu/internal/typeset"
)

// A cue is one line of subtitles.
type cue struct {
	text    string
	seconds float64
}

// Widths of subtitles: a line has 16 Han characters, and letters are half as
// wide. A Han character has less than an em, so that no mark is taken for one
// whose blank half can be squeezed out: players do not do that.
const (
	hanWidth  = typeset.Em * 7 / 10
	lineWidth = 16 * hanWidth
)

// commas are left out at the end of a line, and full stops, as is the custom.
const commas = "，。；：、,;: "

// leastSeconds is how long a line stands at the least, so that it can be read.
const leastSeconds = 1

func advance(r rune) int {
	switch {
	case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x1100:
		return hanWidth / 2
	}
	return hanWidth
}

// shown is what players show as it is: they take < and { for marks of their own.
var shown = strings.NewReplacer("<", "＜", ">", "＞", "{", "｛", "}", "｝", "\\", "＼")

// cues breaks what is said into lines: after a mark where it can be, and as many
// words in each as go.
func cues(text string) []cue {
	var list []cue
	add := func(s string) {
		seconds := channel.Seconds(s)
		if seconds == 0 { // marks alone
			return
		}
		// Hundredths, so that times in the file are the same as those in the script.
		list = append(list, cue{strings.TrimRight(s, commas), math.Round(max(leastSeconds, seconds)*100) / 100})
	}
	for _, sentence := range typeset.Sentences(shown.Replace(text)) {
		said := ""
		for _, c := range clauses(sentence) {
			if textWidth(said+c) <= lineWidth {
				said += c
				continue
			}
			add(said)
			said = ""
			lines := pullBack(typeset.MeasureBy(advance, c).Balance(lineWidth, 1))
			for i, l := range lines {
				if i == len(lines)-1 {
					said = l.Text
					break
				}
				add(l.Text)
			}
		}
		add(said)
	}
	return list
}

// particles end a word or a phrase and begin none.
const particles = "的了着得们吗呢吧过"

// pullBack takes particles from the beginning of a line to the end of the one
// before, where they go there.
func pullBack(lines []typeset.Line) []typeset.Line {
	for i := 1; i < len(lines); i++ {
		r, size := utf8.DecodeRuneInString(lines[i].Text)
		before := lines[i-1].Text + string(r)
		if strings.ContainsRune(particles, r) && len(lines[i].Text) > size && textWidth(before) <= lineWidth {
			if next, _ := utf8.DecodeRuneInString(lines[i].Text[size:]); !unicode.IsPunct(next) {
				lines[i-1].Text, lines[i].Text = before, lines[i].Text[size:]
			}
		}
	}
	return lines
}

// textWidth is that of a line without the marks at its end.
func textWidth(s string) int {
	n := 0
	for _, r := range strings.TrimRight(s, commas) {
		n += advance(r)
	}
	return n
}

// clauses divides a sentence behind its marks.
func clauses(s string) []string {
	var list []string
	from := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		next, _ := utf8.DecodeRuneInString(s[i:])
		if strings.ContainsRune("，；：、", r) && !strings.ContainsRune("”’」』）》", next) {
			list, from = append(list, s[from:i]), i
		}
	}
	if from < len(s) {
		list = append(list, s[from:])
	}
	return list
}

// subtitles writes the lines of all shots as SubRip.
func subtitles(shots []Shot) string {
	var b strings.Builder
	n := 0
	for _, s := range shots {
		at := s.Start
		for _, c := range s.cues {
			n++
			fmt.Fprintf(&b, "%d\n%s --> %s\n%s\n\n", n, clock(at), clock(at+c.seconds), c.text)
			at += c.seconds
		}
	}
	return b.String()
}

// clock writes seconds as SubRip does.
func clock(seconds float64) string {
	ms := int(math.Round(seconds * 1000))
	return fmt.Sprintf("%02d:%02d:%02d,%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}
