package inline_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kepu/internal/channel/wechat/inline"
)

// A sample is a style sheet and a tree with classes.
type sample struct {
	name, sheet, tree, want string
}

func samples(t testing.TB) []sample {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no samples", err)
	}
	var list []sample
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := sample{name: filepath.Base(name)}
		for _, f := range archive.Files {
			text := strings.TrimSpace(string(f.Data))
			switch f.Name {
			case "sheet.css":
				s.sheet = text
			case "tree.html":
				s.tree = text
			case "want.html":
				s.want = text
			}
		}
		list = append(list, s)
	}
	return list
}

// article is a tree with everything that an article has.
func article(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/article.html")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\n", "")
}

// grow makes the tree of a piece of HTML that has one element around it.
func grow(t testing.TB, source string) *inline.Element {
	t.Helper()
	around := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
	nodes, err := html.ParseFragment(strings.NewReader(source), around)
	if err != nil || len(nodes) != 1 {
		t.Fatalf("%d elements: %v", len(nodes), err)
	}
	return element(nodes[0])
}

func element(n *html.Node) *inline.Element {
	if n.Type != html.ElementNode {
		return &inline.Element{Text: n.Data}
	}
	e := &inline.Element{Tag: n.Data}
	for _, a := range n.Attr {
		if a.Key == "class" {
			e.Class = a.Val
		} else {
			e.Attrs = append(e.Attrs, inline.Attr{Name: a.Key, Value: a.Val})
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		e.Nodes = append(e.Nodes, element(c))
	}
	return e
}

func write(t testing.TB, sheet string, tree *inline.Element) string {
	t.Helper()
	s, err := inline.Parse([]byte(sheet))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	s.Write(&b, tree)
	return b.String()
}

func TestWrite(t *testing.T) {
	for _, s := range samples(t) {
		if got := write(t, s.sheet, grow(t, s.tree)); got != s.want {
			t.Errorf("%s:\n%s\nwant\n%s", s.name, got, s.want)
		}
	}
}

func TestEscapes(t *testing.T) {
	tree := &inline.Element{Tag: "p", Attrs: []inline.Attr{{Name: "title", Value: `"a"<b>&amp;`}}, Nodes: []*inline.Element{
		{Text: `<script>&lt;"`}, {Tag: "br"}, {Tag: "span", Nodes: []*inline.Element{{Text: "\u00a0"}}}}}
	want := `<p title="&#34;a&#34;<b>&amp;amp;" style="margin:0">&lt;script>&amp;lt;"<br>` + "\u00a0</p>"
	if got := write(t, "p{margin:0}", tree); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ sheet, want string }{
		{"p{}\n@media print{p{color:red}}", "line 2: @media is not supported"},
		{"p{\ncolour:red}", "line 2: colour is not supported"},
		{"p{color:redd}", "line 1: color: redd is not supported"},
		{"p{color:red blue}", "line 1: color takes one value"},
		{"p{color:}", "line 1: color lacks a value"},
		{"p{color red}", "line 1: color lacks a colon"},
		{"p{position:fixed}", "line 1: position is not supported"},
		{"p{background:url(x.png)}", "line 1: url(x.png) is not supported"},
		{"p{width:calc(1px + 2px)}", "line 1: width: calc(1px + 2px) is not supported"},
		{"p{margin:1rem}", "line 1: the unit of 1rem is not supported: use px, em or %"},
		{"p{margin:1}", "line 1: margin-top: 1 is not supported"},
		{"p{margin:1px 2px 3px 4px 5px}", "line 1: margin with so many values is not supported"},
		{"p{border:1px 2px solid}", "line 1: border with 2px is not supported"},
		{"p{color:var(--x)}", "line 1: there is no --x"},
		{":root{--x:var(--x)}p{color:var(--x)}", "line 1: --x refers to itself"},
		{":root{color:red}", "line 1: :root takes custom properties alone"},
		{"p{font-family:a\\;b}", "line 1: font-family: a\\;b is not supported"},
		{"#id{color:red}", "line 1: a selector with #id is not supported"},
		{"p:hover{color:red}", "line 1: a selector with :hover is not supported"},
		{"p,{color:red}", "line 1: a selector takes one to 4 elements"},
		{"> p{color:red}", "line 1: > stands where an element should"},
		{"a b i u s{color:red}", "line 1: a selector takes one to 4 elements"},
		{"p{color:red", "line 1: a rule lacks its }"},
		{"\np", "line 2: a rule lacks its {"},
		{"}", "line 1: a rule lacks its {"},
	} {
		switch _, err := inline.Parse([]byte(c.sheet)); {
		case err == nil:
			t.Errorf("%s: no error", c.sheet)
		case err.Error() != c.want:
			t.Errorf("%s:\n%v\nwant %s", c.sheet, err, c.want)
		}
	}
}
