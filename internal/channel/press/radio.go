package press

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"kepu/internal/channel"
)

// A broadcast is the script for radio.
type broadcast struct {
	text    string
	seconds int
	figures []int // lines of the article where it speaks of a figure, which nobody hears
}

// slots are the usual lengths of features.
var slots = []struct {
	seconds float64
	name    string
}{{60, "1 分钟"}, {180, "3 分钟"}, {300, "5 分钟"}}

// pause is where the voice rests between parts, for a second.
const pause = "（停顿）"

// radio writes for the ear: no pictures, no captions, headings as pauses. It says
// where a feature of a usual length can end.
func (a *article) radio(p *channel.Piece) broadcast {
	b := broadcast{}
	list := []string{nonEmpty("，", p.Title, p.Example)}
	sum, next, rested := channel.Seconds(list[0]), 0, true
	for _, u := range a.all() {
		if u.heading {
			if !rested {
				list, sum, rested = append(list, pause), sum+1, true
			}
			continue
		}
		said, seconds := u.said, u.seconds
		if said == "" {
			continue
		}
		if strings.Contains(said, "图") && toFigure.MatchString(said) {
			b.figures = append(b.figures, u.line)
		}
		for next < len(slots) && sum+seconds > slots[next].seconds {
			if len(list) > 1 {
				list = append(list, fmt.Sprintf("〔到此 %.0f 秒，%s的节目可以在这里收住〕", math.Ceil(sum), slots[next].name))
			}
			next++
		}
		list, sum, rested = append(list, said), sum+seconds, false
	}
	b.text, b.seconds = strings.Join(list, "\n\n"), int(math.Ceil(sum))
	return b
}

// spoken is a text without what only readers can follow.
func spoken(text string) string {
	if !strings.Contains(text, "图") {
		return text
	}
	return strings.TrimSpace(aside.ReplaceAllString(text, ""))
}

// An aside only sends readers to a figure: （见图 1）.
var aside = regexp.MustCompile(`[（(](?:参?见|如)?[上下左右]?图\s*[0-9一二三四五六七八九十]*(?:所示)?[）)]`)

// toFigure is where a sentence itself does.
var toFigure = regexp.MustCompile(`(?:参?见|如)[上下左右]?图|[上下左右]图|图\s*[0-9]`)
