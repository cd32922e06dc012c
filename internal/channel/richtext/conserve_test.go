package richtext_test

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
	"kepu/internal/channel/kepuchina"
	"kepu/internal/channel/toutiao"
	"kepu/internal/channel/weibo"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

var channels = []*channel.Channel{toutiao.Channel, weibo.Channel, kepuchina.Channel}

// What a reader of the page sees is in the article, once and in order, as HTML and
// as plain text; and the editors keep it.
func TestNothingIsLost(t *testing.T) {
	for _, s := range channeltest.Sources(t) {
		for _, c := range channels {
			j := channeltest.Undrawn(channeltest.Job(c, s.Text, s.Dir))
			p := channeltest.Compose(t, c, j)
			channeltest.Sound(t, c, p)
			body := channeltest.Copy(p, "正文")
			for _, bad := range channeltest.Refusals(body.HTML, p.Files) {
				t.Errorf("%s, %s: %s", c.Name, s.Name, bad)
			}
			for form, shown := range map[string]struct {
				text string
				page page
			}{
				"HTML":       {channeltest.Visible(body.HTML), page{math: richMath, drawn: true}},
				"plain text": {body.Text, page{math: formula.Text}},
			} {
				rest, ok := follow(picture.ReplaceAllString(shown.text, ""), shown.page.parts(nil, j.Body))
				if !ok || rest != "来源：吉林科普" {
					r := []rune(rest)
					t.Errorf("%s, %s: %s parts from the page at %q", c.Name, s.Name, form, string(r[:min(40, len(r))]))
				}
			}
		}
	}
}

// picture is what stands for one.
var picture = regexp.MustCompile(`［图( [0-9]{2})?(：[^］]*)?］`)

func TestFollow(t *testing.T) {
	want := []part{{text: "甲"}, {text: "• ", mark: true}, {text: "乙"}}
	for got, rest := range map[string]string{"甲 乙": "", "甲• 乙": "", "甲乙丙": "丙", "甲": "", "乙甲": "乙甲", "甲甲乙": "甲乙", "甲• • 乙": "•乙"} {
		if r, ok := follow(got, want); r != rest || ok != (got == "甲 乙" || got == "甲• 乙" || got == "甲乙丙") {
			t.Errorf("%q leaves %q, %v", got, r, ok)
		}
	}
}

// A part of what a page shows. A mark may be left out.
type part struct {
	text string
	mark bool
}

// follow takes parts from the beginning of a text, blanks aside, and gives what
// is left. It is not ok if a part is missing.
func follow(text string, parts []part) (rest string, ok bool) {
	rest = squeezed(text)
	for _, p := range parts {
		after, found := strings.CutPrefix(rest, squeezed(p.text))
		if !found && !p.mark {
			return rest, false
		}
		rest = after
	}
	return rest, true
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// A page lists what a page shows of a document.
type page struct {
	math  func(tex string) string
	drawn bool // formulas that stand alone may be pictures
}

func richMath(tex string) string {
	if rich, ok := formula.HTML(tex); ok {
		return html.UnescapeString(tag.ReplaceAllString(rich, ""))
	}
	return formula.Text(tex)
}

var tag = regexp.MustCompile(`<[^>]*>`)

func (p page) parts(out []part, n *prose.Node) []part {
	say := func(s string) { out = append(out, part{text: s}) }
	mark := func(s string) { out = append(out, part{text: s, mark: true}) }
	around := func(open, end string) []part {
		say(open)
		out = p.all(out, n.Nodes)
		say(end)
		return out
	}
	switch n.Kind {
	case prose.Text, prose.Code, prose.CodeBlock:
		say(n.Text)
	case prose.Math:
		say(p.math(n.Text))
	case prose.Formula: // may be a picture
		out = append(out, part{text: p.math(n.Text), mark: p.drawn})
	case prose.NoteRef:
		say("[" + strconv.Itoa(n.Level) + "]")
	case prose.Note:
		say("[" + strconv.Itoa(n.Level) + "]")
		return p.all(out, n.Nodes)
	case prose.Answer:
		say(n.Title)
		return p.all(out, n.Nodes)
	case prose.Span:
		switch n.Name {
		case "rp":
			return out
		case "rt":
			return around("（", "）")
		case "q":
			return around("“", "”")
		}
		return p.all(out, n.Nodes)
	case prose.Item:
		mark(map[prose.Task]string{prose.Open: "☐", prose.Done: "☑"}[n.Task])
		return p.all(out, n.Nodes)
	case prose.List:
		for i, item := range n.Nodes {
			if item.Task == prose.NoTask {
				mark("•")
				mark(strconv.Itoa(n.Level+i) + ".")
			}
			out = p.parts(out, item)
		}
	case prose.Row:
		for i, c := range n.Nodes {
			if i > 0 {
				mark("｜")
			}
			out = p.parts(out, c)
		}
	default:
		return p.all(out, n.Nodes)
	}
	return out
}

func (p page) all(out []part, list []*prose.Node) []part {
	for _, n := range list {
		out = p.parts(out, n)
	}
	return out
}
