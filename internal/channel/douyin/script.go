package douyin

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// A Shot is one of the script for a video.
type Shot struct {
	Number    int     `json:"number"`
	Start     float64 `json:"start"`   // seconds
	Seconds   float64 `json:"seconds"` // as long as the narration takes
	Picture   string  `json:"picture"` // a file of the package, "" if there is none
	Narration string  `json:"narration"`
	Screen    string  `json:"screen"` // what is written on it besides subtitles

	cues []cue
}

// mostWords is how many 字 are said in a shot: a quarter of a minute.
const mostWords = 60

// A director walks the text.
type director struct {
	shots   []Shot
	cards   map[*prose.Node]int // the card on which a node begins
	of      int                 // cards
	picture string
	screen  string     // of the next shot
	last    prose.Kind // of the block before
}

// script turns a text into shots: its paragraphs are read; headings are written
// on the screen. Captions, tables, code and notes are seen, not heard.
func script(j *channel.Job, d *deck) []Shot {
	r := director{cards: map[*prose.Node]int{}}
	if d != nil {
		for i, c := range d.cards {
			for _, p := range c.pieces {
				if _, ok := r.cards[p.node]; !ok {
					r.cards[p.node] = i + 2
				}
			}
		}
		r.picture = name(1)
	}
	r.screen = j.Piece.Title
	r.say(j.Piece.Title)
	r.blocks(j.Body.Nodes)
	r.flush()
	if d != nil {
		r.picture = name(d.len())
	}
	say := sayingsIn(j.Piece.Lang)
	r.screen = say.from + say.colon + j.Piece.Site
	r.still(signed)
	start := 0.0
	for i := range r.shots {
		s := &r.shots[i]
		s.Number, s.Start = i+1, start
		start += s.Seconds
	}
	return r.shots
}

// blocks reads blocks aloud; what stands in a line between them is a paragraph.
func (r *director) blocks(nodes []*prose.Node) {
	for len(nodes) > 0 {
		n := slices.IndexFunc(nodes, func(n *prose.Node) bool { return !n.Kind.Inline() })
		if n < 0 {
			n = len(nodes)
		}
		if n > 0 {
			r.show(nodes[0])
			r.say(spoken(nodes[:n]))
			nodes = nodes[n:]
			continue
		}
		r.block(nodes[0])
		nodes = nodes[1:]
	}
}

func (r *director) block(n *prose.Node) {
	if n.Kind == prose.Heading && r.last != prose.Heading {
		r.flush()
	}
	r.last = n.Kind
	r.show(n)
	switch n.Kind {
	case prose.Heading:
		r.write(prose.Plain(n))
	case prose.Paragraph, prose.Term, prose.Title:
		text := spoken(n.Nodes)
		if r.screen == "" && channel.Seconds(text) > 0 {
			r.screen = stressed(n)
		}
		r.say(text)
	case prose.Formula:
		r.write(formula.Text(n.Text))
		r.say("见图。")
	case prose.CodeBlock, prose.Table, prose.Figure, prose.Notes, prose.Rule:
	default:
		r.blocks(n.Nodes)
	}
}

// write adds to what is on the screen of the next shot.
func (r *director) write(text string) {
	if r.screen != "" && text != "" {
		r.screen += " ｜ "
	}
	r.screen += text
}

// flush shows headings under which nothing is said.
func (r *director) flush() {
	if r.screen != "" {
		r.still(headed)
	}
}

// show turns to the card of a node.
func (r *director) show(n *prose.Node) {
	if card, ok := r.cards[n]; ok {
		r.picture = name(card)
	}
}

// say makes shots of a paragraph, cut between its sentences. Marks alone are not
// said.
func (r *director) say(text string) {
	if channel.Seconds(text) == 0 {
		return
	}
	said := ""
	for _, s := range typeset.Sentences(text) {
		if said != "" && channel.Seconds(said+s)*4 > mostWords {
			r.shot(said)
			said = ""
		}
		if said != "" && said[len(said)-1] < 0x80 {
			said += " "
		}
		said += s
	}
	if said != "" {
		r.shot(said)
	}
}

// Shots without words, in seconds.
const (
	headed = 2 // a heading
	signed = 3 // where the text comes from
)

func (r *director) shot(text string) {
	s := Shot{Picture: r.picture, Narration: text, Screen: r.screen, cues: cues(text)}
	for _, c := range s.cues {
		s.Seconds += c.seconds
	}
	r.shots, r.screen = append(r.shots, s), ""
}

// still shows the picture and what is written on it for a while.
func (r *director) still(seconds float64) {
	r.shots, r.screen = append(r.shots, Shot{Picture: r.picture, Screen: r.screen, Seconds: seconds}), ""
}

// spoken is what is read of nodes in a line: no readings of characters, no text
// that is struck out; formulas are seen.
func spoken(nodes []*prose.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		prose.Walk(n, func(n *prose.Node) bool {
			switch n.Kind {
			case prose.Text, prose.Code:
				b.WriteString(n.Text)
			case prose.Math:
				b.WriteString("（见图）")
			case prose.Break:
				b.WriteByte(' ')
			case prose.Deleted:
				return false
			case prose.Span:
				return n.Name != "rp" && n.Name != "rt"
			}
			return true
		})
	}
	return b.String()
}

// mostOnScreen is how many characters of a paragraph are written on the screen.
const mostOnScreen = 16

// stressed is the first strong text in a paragraph that is short enough to be
// written on the screen.
func stressed(n *prose.Node) string {
	text := ""
	prose.Walk(n, func(n *prose.Node) bool {
		if n.Kind == prose.Strong && text == "" {
			if s := strings.TrimRight(prose.Plain(n), commas); channel.Characters(s) <= mostOnScreen {
				text = s
			}
		}
		return text == ""
	})
	return text
}

// seconds is how long all shots take.
func seconds(shots []Shot) int {
	last := shots[len(shots)-1]
	return int(math.Ceil(last.Start + last.Seconds))
}

// table writes the script as a table of Markdown.
func table(title string, shots []Shot) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s：口播脚本\n\n共 %d 镜，约 %s。解说按每秒 4 字计，画面是同一个包里的卡片。\n\n", inCell(title), len(shots), duration(seconds(shots)))
	b.WriteString("| 镜号 | 画面 | 解说 | 屏幕文字 | 秒 |\n|---|---|---|---|---|\n")
	for _, s := range shots {
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s |\n", s.Number, s.Picture, inCell(s.Narration), inCell(s.Screen), tenths(s.Seconds))
	}
	return b.String()
}

// literal keeps from Markdown what it would read as its own.
var literal = func() *strings.Replacer {
	pairs := []string{"\n", " "}
	for _, c := range "\\`*_[]!&#~<>|$^=" {
		pairs = append(pairs, string(c), "\\"+string(c))
	}
	return strings.NewReplacer(pairs...)
}()

// inCell keeps a text within a cell, as it is.
func inCell(s string) string { return literal.Replace(s) }

func tenths(s float64) string { return strconv.FormatFloat(s, 'f', 1, 64) }

// duration is said as editors do: 6 分 20 秒.
func duration(seconds int) string {
	switch {
	case seconds < 60:
		return fmt.Sprintf("%d 秒", seconds)
	case seconds%60 == 0:
		return fmt.Sprintf("%d 分钟", seconds/60)
	}
	return fmt.Sprintf("%d 分 %d 秒", seconds/60, seconds%60)
}

// shotList writes the shots for programs.
func shotList(shots []Shot) ([]byte, error) {
	data, err := json.MarshalIndent(map[string]any{"seconds": seconds(shots), "shots": shots}, "", "  ")
	return append(data, '\n'), err
}

// narration is all that is said, a shot a paragraph.
func narration(shots []Shot) string {
	var list []string
	for _, s := range shots {
		if s.Narration != "" {
			list = append(list, s.Narration)
		}
	}
	return strings.Join(list, "\n\n")
}
