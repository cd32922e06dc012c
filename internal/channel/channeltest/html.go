package channeltest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/channel"
)

// elements are those that every medium's editor is known to keep.
var elements = strings.Fields("p h2 h3 blockquote ul ol li img hr table tr th td br strong em s u sub sup")

// Refusals are what the editors of media would drop of an HTML, or read in
// another way than it is written; images must be among the files.
func Refusals(source string, files []channel.File) []string {
	var out, open []string
	bad := func(what ...any) { out = append(out, fmt.Sprint(what...)) }
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		tok := z.Token()
		switch kind {
		case html.ErrorToken:
			if len(open) > 0 {
				bad("open at the end: ", open)
			}
			return append(out, misread(source)...)
		case html.TextToken:
			if len(open) == 0 && strings.TrimSpace(tok.Data) != "" {
				bad("text in no element: ", tok.Data)
			}
		case html.StartTagToken:
			if !slices.Contains(elements, tok.Data) {
				bad("<", tok.Data, ">")
			}
			for _, a := range tok.Attr {
				if !kept(tok.Data, a, files) {
					bad(tok.Data, " ", a.Key, "=", a.Val)
				}
			}
			if tok.Data != "img" && tok.Data != "hr" && tok.Data != "br" {
				open = append(open, tok.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				bad("</", tok.Data, "> in ", open)
				return out
			}
			open = open[:len(open)-1]
		default:
			bad(tok)
		}
	}
}

var number = regexp.MustCompile(`^[0-9]+$`)

func kept(tag string, a html.Attribute, files []channel.File) bool {
	switch tag + " " + a.Key {
	case "img src":
		return slices.ContainsFunc(files, func(f channel.File) bool { return f.Name == a.Val })
	case "img alt":
		return true
	case "td colspan", "td rowspan", "th colspan", "th rowspan":
		return number.MatchString(a.Val)
	}
	return false
}

// misread finds elements that a browser would put elsewhere than they stand.
func misread(source string) []string {
	var written, read []string
	z := html.NewTokenizer(strings.NewReader(source))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.StartTagToken {
			written = append(written, z.Token().Data)
		}
	}
	walk(source, func(n *html.Node) {
		if n.Type == html.ElementNode && !slices.Contains([]string{"html", "head", "body", "tbody"}, n.Data) {
			read = append(read, n.Data)
		}
	})
	if !slices.Equal(written, read) {
		return []string{fmt.Sprintf("written as %v, read as %v", written, read)}
	}
	return nil
}

// Visible is the text that HTML shows.
func Visible(source string) string {
	var b strings.Builder
	walk(source, func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	})
	return b.String()
}

func walk(source string, f func(*html.Node)) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		panic(err) // a reader of strings gives none
	}
	for n := range doc.Descendants() {
		f(n)
	}
}

// Fuzz composes texts in Markdown, and gives each package to a check besides
// what must be true of all: nothing panics, rules are the channel's, files have
// names and uses, texts to paste hold what editors take.
func Fuzz(f *testing.F, c *channel.Channel, check func(t *testing.T, j *channel.Job, p *channel.Package)) {
	for _, s := range Sources(f) {
		if len(s.Text) < 2000 {
			f.Add(s.Text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		j := Undrawn(Job(c, text, ""))
		p := Compose(t, c, j)
		Sound(t, c, p)
		check(t, j, p)
	})
}

// Sound fails if a package breaks what every package promises.
func Sound(t testing.TB, c *channel.Channel, p *channel.Package) {
	t.Helper()
	for _, m := range p.Measures {
		if c.Rule(m.Rule) == nil {
			t.Errorf("no rule %q", m.Rule)
		}
	}
	for i, f := range p.Files {
		if f.Name == "" || f.Type == "" || f.Use.Zh == "" || f.Use.En == "" || len(f.Data) == 0 {
			t.Errorf("file %d says too little: %+v", i, f)
		}
	}
	for _, s := range p.Copies {
		if s.Label == "" {
			t.Error("a copy without a label")
		}
	}
	for _, s := range append([]string{p.Text}, p.Steps...) {
		if strings.TrimSpace(s) == "" {
			t.Error("an empty text or step")
		}
	}
}

// Rules fails if one of a channel's rules says too little.
func Rules(t *testing.T, c *channel.Channel) {
	for _, r := range c.Rules {
		for _, s := range []string{r.ID, r.Name.Zh, r.Name.En, r.Unit.Zh, r.Unit.En, r.Hint.Zh, r.Hint.En, r.Source, string(r.Standing)} {
			if s == "" {
				t.Errorf("%s says too little", r.ID)
			}
		}
	}
}

// Bench composes the articles of the site one after the other, as if all pictures
// were kept from an earlier build. The Markdown is read before.
func Bench(b *testing.B, c *channel.Channel) {
	var jobs []*channel.Job
	for _, s := range site(b) {
		if strings.HasPrefix(s.Name, "articles/") {
			jobs = append(jobs, Undrawn(Job(c, s.Text, s.Dir)))
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Compose(b, c, jobs[i%len(jobs)])
	}
}
