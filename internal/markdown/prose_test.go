package markdown

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kepu/internal/prose"
)

// TestProseShowsThePage holds every text at hand against its page: nothing lost, nothing doubled, all in order.
func TestProseShowsThePage(t *testing.T) {
	for name, body := range bodies(t) {
		for _, lang := range []string{"zh-CN", "ko"} {
			if err := showsThePage([]byte(body), Options{Lang: lang}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// bodies are the cases of this package, the examples of CommonMark and the articles of the site.
func bodies(t testing.TB) map[string]string {
	list := map[string]string{}
	for _, file := range glob(t, "testdata/*.txt") {
		for _, c := range strings.Split(string(read(t, file)), after) {
			if parts := strings.SplitN(c, between, 3); len(parts) == 3 {
				list[file+" "+strings.TrimSpace(parts[0])] = parts[1]
			}
		}
	}
	var examples []struct {
		Markdown string
		Example  int
	}
	spec := read(t, filepath.Join(moduleDir(t, "github.com/yuin/goldmark"), "_test", "spec.json"))
	if err := json.Unmarshal(spec, &examples); err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		list[fmt.Sprintf("example %d of CommonMark", e.Example)] = e.Markdown
	}
	content := 0
	err := filepath.WalkDir("../../content", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		content++
		_, body, _ := strings.Cut(strings.TrimPrefix(string(read(t, path)), "---\n"), "\n---\n")
		list[path] = body
		return nil
	})
	if err != nil || content < 100 {
		t.Fatalf("%d articles: %v", content, err)
	}
	return list
}

func glob(t testing.TB, pattern string) []string {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s: %v", pattern, err)
	}
	return files
}

func read(t testing.TB, file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func showsThePage(body []byte, opt Options) error {
	doc, root := Parse(body, 3, opt), Prose(body, 3, opt)
	var page strings.Builder
	_ = doc.Render(&page, nil)
	want, err := seenOfPage(page.String())
	if err != nil {
		return err
	}
	if got := seen(root); got != want {
		return fmt.Errorf("%q\nprose shows %q\nthe page   %q\n%s%s", body, got, want, page.String(), outline(root))
	}
	var refs, dests []string
	for _, r := range doc.Refs {
		refs = append(refs, fmt.Sprint(r.Kind, " ", r.Line, " ", r.Dest))
	}
	prose.Walk(root, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Link:
			dests = append(dests, fmt.Sprint(Link, " ", n.Line, " ", n.Dest))
		case prose.Image:
			dests = append(dests, fmt.Sprint(Image, " ", n.Line, " ", n.Dest))
		}
		return true
	})
	slices.Sort(refs)
	slices.Sort(dests)
	if !slices.Equal(refs, dests) {
		return fmt.Errorf("%q\nprose leads to %q\nthe page to    %q", body, dests, refs)
	}
	for _, n := range root.Nodes {
		if err := wellBuilt(n, prose.Document); err != nil {
			return err
		}
	}
	return nil
}

// squash removes what neither side need agree on: blanks, which elements put between blocks, and the
// dollar signs of formulas.
func squash(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '$' }), "")
}

// seenOfPage is the text that a page shows, but for the links that Markdown did not ask for.
func seenOfPage(page string) (string, error) {
	div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(page), div)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch class := attr(n, "class"); {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case class == "anchor" || class == "footnote-back":
		case n.Data == "img":
			b.WriteString("[" + attr(n, "alt") + "]")
		default:
			for _, above := range []bool{true, false} {
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if above == showsAbove(c) {
						walk(c)
					}
				}
			}
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	return squash(b.String()), nil
}

// showsAbove tells what shows before what stands before it.
func showsAbove(n *html.Node) bool {
	return n.Data == "caption" && n.Parent.Data == "table" || n.Parent.Data == "details" && n == summaryOf(n.Parent)
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func seen(root *prose.Node) string {
	var b strings.Builder
	prose.Walk(root, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Text, prose.Code, prose.CodeBlock, prose.Math, prose.Formula:
			b.WriteString(n.Text)
		case prose.Image:
			b.WriteString("[" + n.Text + "]")
		case prose.Answer:
			b.WriteString(n.Title)
		case prose.NoteRef:
			fmt.Fprint(&b, n.Level)
		}
		return true
	})
	return squash(b.String())
}

// parts are the kinds that stand only in some others.
var parts = map[prose.Kind][]prose.Kind{
	prose.Item: {prose.List}, prose.Row: {prose.Table}, prose.Cell: {prose.Row}, prose.Caption: {prose.Table, prose.Figure},
	prose.Title: {prose.Callout}, prose.Answer: {prose.Callout}, prose.Note: {prose.Notes},
	prose.Term: {prose.Definitions}, prose.Description: {prose.Definitions},
}

// wellBuilt checks what the kinds say of what they hold.
func wellBuilt(n *prose.Node, in prose.Kind) error {
	if p := parts[n.Kind]; p != nil && !slices.Contains(p, in) || n.Kind > prose.NoteRef {
		return fmt.Errorf("kind %d in kind %d", n.Kind, in)
	}
	holders := []prose.Kind{prose.Paragraph, prose.Heading, prose.Caption, prose.Title, prose.Term}
	if in != prose.Cell && in != prose.Figure && n.Kind.Inline() != (in.Inline() || slices.Contains(holders, in)) {
		return fmt.Errorf("kind %d in kind %d", n.Kind, in)
	}
	inline, block := false, false
	for _, c := range n.Nodes {
		inline, block = inline || c.Kind.Inline(), block || !c.Kind.Inline()
		if err := wellBuilt(c, n.Kind); err != nil {
			return err
		}
	}
	if inline && block && n.Kind != prose.Figure {
		return fmt.Errorf("blocks beside inline nodes in kind %d", n.Kind)
	}
	var tokens strings.Builder
	for _, t := range n.Tokens {
		tokens.WriteString(t.Text)
	}
	if n.Tokens != nil && tokens.String() != n.Text {
		return fmt.Errorf("the tokens of %q say %q", n.Text, tokens.String())
	}
	return nil
}

// outline writes a tree down, a line a node: its line in the file, its kind, and what else it says.
func outline(n *prose.Node) string {
	var b strings.Builder
	var walk func(n *prose.Node, indent string)
	walk = func(n *prose.Node, indent string) {
		fmt.Fprintf(&b, "%3d %s%s", n.Line, indent, kindNames[n.Kind])
		said := *n
		said.Kind, said.Line, said.Nodes = 0, 0, nil
		v := reflect.ValueOf(said)
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() {
				fmt.Fprintf(&b, " %s=%q", v.Type().Field(i).Name, fmt.Sprint(f))
			}
		}
		b.WriteByte('\n')
		for _, c := range n.Nodes {
			walk(c, indent+"  ")
		}
	}
	walk(n, "")
	return b.String()
}

// kindNames are in the order of the constants.
var kindNames = strings.Fields("Document Paragraph Heading Quote List Item CodeBlock Table Row Cell Caption Figure Rule Callout Title Answer " +
	"Passage Formula Definitions Term Description Notes Note Group Text Strong Emphasis Deleted Link Span Code Math Image Break NoteRef")

// TestProseOfDeepHTML: where raw HTML nests deeper than it can be read, the Markdown around it stays; tags in a
// line make no tree that is deeper than a walk can go.
func TestProseOfDeepHTML(t *testing.T) {
	body := strings.Repeat("<div>\n\n", 600) + "甲\n\n:::press\n乙\n:::\n"
	if err := showsThePage([]byte(body), Options{}); err != nil {
		t.Error(err)
	}
	root := Prose([]byte(body), 1, Options{})
	if last := root.Nodes[len(root.Nodes)-1]; last.Kind != prose.Passage || seen(last) != "乙" {
		t.Errorf("the passage is gone\n%s", outline(root))
	}
	var depth func(n *prose.Node) int
	depth = func(n *prose.Node) int {
		most := 0
		for _, c := range n.Nodes {
			most = max(most, depth(c))
		}
		return 1 + most
	}
	if d := depth(Prose([]byte(strings.Repeat("<b>甲", 5000)), 1, Options{})); d > maxElements+4 {
		t.Errorf("%d nodes deep", d)
	}
}

func FuzzProse(f *testing.F) {
	for _, body := range bodies(f) {
		if len(body) < 2000 {
			f.Add([]byte(body), false)
		}
	}
	f.Fuzz(func(t *testing.T, body []byte, korean bool) {
		opt := Options{}
		if korean {
			opt.Lang = "ko"
		}
		if err := showsThePage(body, opt); err != nil {
			t.Error(err)
		}
	})
}

// TestProseOfMixtures does the same for what chance puts together from the pieces of texts.
func TestProseOfMixtures(t *testing.T) {
	pieces := strings.Split("甲|乙 |丙\n|\n\n|\n\n|**丁**|[戊](a)|![己](b \"庚\")\n\n|`x`|$y$|[^1]|[^1]: 注\n|- |1. |> |    || a | b |\n|---|---|\n| c | d |\n"+
		"|:::quiz\n|---\n|:::\n|:::press\n|:::press 600\n|## 辛\n|<div>|</div>|<p>|</p>|<ul>|<ol start=3>|</ul>|<li>|</li>|<table>|<caption>壬|</table>|<tr>|<td colspan=2>|<th>|<details>|<summary>|</summary>|</details>"+
		"|<b>|</b>|<a href=c>|</a>|<img src=d alt=癸>|<br>|<pre>|</pre>|<code>|</code>|<figure>|<figcaption>|</figure>|<dl>|<dt>|<dd>|</dl>|<span title=e>|</span>|<script>|<hr>|<blockquote>|<ruby>子<rt>丑</rt></ruby>", "|")
	random := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		var b strings.Builder
		for range 2 + random.IntN(20) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if err := showsThePage([]byte(b.String()), Options{}); err != nil {
			t.Fatal(err)
		}
	}
}
