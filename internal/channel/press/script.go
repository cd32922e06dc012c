package press

import (
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"

	"kepu/internal/channel"
	"kepu/internal/channel/richtext"
)

// A shot is a row of the script for television.
type shot struct {
	picture string // what is seen, as far as the article says
	words   string // what is said
	screen  string // what is written on the screen
}

type script []shot

// shots makes a row of each paragraph. Headings are written on the screen.
func (a *article) shots(p *channel.Piece) script {
	s := script{{picture: "片头", screen: p.Title}}
	screen := ""
	for _, u := range a.units {
		if u.heading {
			screen = u.text
			continue
		}
		x := shot{words: u.text, screen: screen}
		if u.figure > 0 {
			x.picture = a.captions[u.figure-1]
		}
		s, screen = append(s, x), ""
	}
	if screen != "" {
		s = append(s, shot{screen: screen})
	}
	return append(s, shot{picture: "片尾", screen: "来源：" + p.Site})
}

func (s script) seconds() int {
	sum := 0.0
	for _, x := range s {
		sum += channel.Seconds(x.words)
	}
	return int(math.Ceil(sum))
}

func secondsText(words string) string {
	return strconv.Itoa(int(math.Ceil(channel.Seconds(words)))) + " 秒"
}

func (s script) text() string {
	var b strings.Builder
	for i, x := range s {
		b.WriteString(strconv.Itoa(i+1) + "\n")
		for _, line := range [][2]string{{"画面：", x.picture}, {"字幕：", x.screen}, {"解说：", x.words}} {
			if line[1] != "" {
				b.WriteString(line[0] + line[1])
				if line[0] == "解说：" {
					b.WriteString("（" + secondsText(x.words) + "）")
				}
				b.WriteString("\n")
			}
		}
		b.WriteString("\n")
	}
	return strings.TrimSpace(b.String())
}

const sheet = `body{font:16px/1.7 sans-serif;margin:24px auto;max-width:60em;padding:0 12px;color:#222;background:#fff}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:6px 10px;text-align:left;vertical-align:top}th{background:#eee}td:first-child,td:last-child{white-space:nowrap}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`

func (s script) html(p *channel.Piece) string {
	var b strings.Builder
	esc := html.EscapeString
	b.WriteString(`<!DOCTYPE html><html lang="` + esc(p.Lang) + `"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` + esc(p.Title) + `</title><style>` + sheet + `</style><h1>` + esc(p.Title) + `</h1><p>全长约 ` + strconv.Itoa(s.seconds()) + ` 秒（每秒四个字）</p><table><thead><tr><th>镜号</th><th>画面</th><th>解说和字幕</th><th>时长</th></tr></thead><tbody>`)
	for i, x := range s {
		words := esc(x.words)
		if x.screen != "" {
			words = "<strong>字幕：" + esc(x.screen) + "</strong><br>" + words
		}
		seconds := ""
		if x.words != "" {
			seconds = secondsText(x.words)
		}
		b.WriteString("<tr><td>" + strconv.Itoa(i+1) + "</td><td>" + esc(x.picture) + "</td><td>" + words + "</td><td>" + seconds + "</td></tr>")
	}
	b.WriteString("</tbody></table></html>\n")
	return b.String()
}

// A broadcast is the script for radio.
type broadcast struct {
	text    string
	seconds int
}

// pause is where the voice rests between parts.
const pause = "（停顿）"

// radio writes for the ear: no pictures, no captions, headings as pauses.
func (a *article) radio(j *channel.Job) broadcast {
	var list []string
	sum := channel.Seconds(j.Piece.Title)
	list = append(list, j.Piece.Title)
	for _, u := range a.units {
		if u.heading {
			list = append(list, pause)
			sum++
			continue
		}
		list = append(list, u.text)
		sum += channel.Seconds(u.text)
	}
	return broadcast{strings.Join(list, "\n\n"), int(math.Ceil(sum))}
}

// names lists how the names of people are said. A reading that nobody wrote is
// asked for and never guessed.
func names(j *channel.Job) string {
	var list []string
	seen := map[string]bool{}
	add := func(name, pinyin, role string) {
		if name == "" || seen[name] {
			return
		}
		seen[name] = true
		if pinyin == "" {
			pinyin = "请核实读音"
		}
		line := name + "　" + pinyin
		if role != "" {
			line += "　" + role
		}
		list = append(list, line)
	}
	for _, p := range j.Piece.People {
		add(p.Name, p.Pinyin, p.Role)
	}
	for _, n := range richtext.Authors(j) {
		if isName(n) {
			add(n, "", "作者")
		}
	}
	for _, n := range j.Piece.Reviewers {
		if isName(n) {
			add(n, "", "科学审核")
		}
	}
	if len(list) == 0 {
		return "文中没有登记人名。"
	}
	return strings.Join(list, "\n")
}

// isName tells the names of people, of up to four characters, from those of
// editorial offices.
func isName(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) && r != '·' {
			return false
		}
		n++
	}
	return n <= 4
}
