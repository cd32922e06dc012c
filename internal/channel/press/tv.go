package press

import (
	"math"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/richtext"
)

// A shot is a row of the script for television.
type shot struct {
	picture string // what is seen, as far as the article says
	words   string // what is said
	seconds float64
	screen  string // what is written on the screen
}

type script struct {
	shots   []shot
	seconds int
}

// script makes a row of each paragraph. Headings are written on the screen.
func (a *article) script(p *channel.Piece) script {
	list := []shot{{picture: "片头", screen: nonEmpty("　", p.Title, p.Example)}}
	screen, sum := "", 0.0
	for _, u := range a.all() {
		if u.heading {
			screen = nonEmpty("　", screen, u.text)
			continue
		}
		x := shot{words: u.said, seconds: u.seconds, screen: screen}
		for _, f := range u.figures {
			x.picture = nonEmpty("；", x.picture, f.caption)
		}
		list, screen, sum = append(list, x), "", sum+x.seconds
	}
	list = append(list, shot{picture: "片尾", screen: nonEmpty("　", screen, "来源："+p.Site)})
	return script{list, int(math.Ceil(sum))}
}

func (s script) length() string {
	return "解说约 " + strconv.Itoa(s.seconds) + " 秒，按每秒四个字估算"
}

// text is the script for those who have no room for columns.
func (s script) text() string {
	var b strings.Builder
	b.WriteString(s.length() + "\n")
	for i, x := range s.shots {
		b.WriteString("\n镜 " + strconv.Itoa(i+1))
		if x.words != "" {
			b.WriteString("　" + inSeconds(x.seconds))
		}
		b.WriteString("\n")
		for _, line := range [][2]string{{"画面：", x.picture}, {"字幕：", x.screen}, {"解说：", x.words}} {
			if line[1] != "" {
				b.WriteString(line[0] + line[1] + "\n")
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// table is the script in two columns, as a fragment of HTML.
func (s script) table() string {
	var b strings.Builder
	b.WriteString("<p>" + s.length() + "</p>\n<table border=\"1\" cellpadding=\"6\" style=\"border-collapse:collapse\">\n<tr><th width=\"36%\">画面</th><th>解说</th></tr>\n")
	for i, x := range s.shots {
		left := []string{strconv.Itoa(i + 1)}
		for _, line := range [][2]string{{"", x.picture}, {"字幕：", x.screen}} {
			if line[1] != "" {
				left = append(left, line[0]+richtext.Escape(line[1]))
			}
		}
		if x.words != "" {
			left = append(left, inSeconds(x.seconds))
		}
		b.WriteString("<tr valign=\"top\"><td>" + strings.Join(left, "<br>") + "</td><td>" + richtext.Escape(x.words) + "</td></tr>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

const sheet = `body{font:16px/1.7 sans-serif;margin:24px auto;max-width:60em;padding:0 12px;color:#222;background:#fff}table{width:100%}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`

// page is the table to print.
func page(p *channel.Piece, table string) string {
	title := richtext.Escape(p.Title)
	return `<!DOCTYPE html><html lang="` + richtext.Escape(p.Lang) + `"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` +
		title + "</title><style>" + sheet + "</style>\n<h1>" + title + "</h1>\n" + table + "</html>\n"
}

func inSeconds(s float64) string { return strconv.Itoa(int(math.Ceil(s))) + " 秒" }

// nonEmpty puts what is not empty behind one another.
func nonEmpty(between string, list ...string) string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, between)
}
