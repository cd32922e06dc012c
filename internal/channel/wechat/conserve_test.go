package wechat

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/inline"
	"kepu/internal/channel/wechat/themes"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

// treeOf is the tree of a job's text and the writer that made it.
func treeOf(t testing.TB, j *channel.Job) (*writer, *inline.Element) {
	t.Helper()
	g, err := newGallery(j)
	if err != nil {
		t.Fatal(err)
	}
	w := newWriter(g, j.Piece.Lang, rich)
	return w, w.tree(j, nil)
}

// What a reader of the page sees is in the article, once and in order. Marks of
// notes and lists are not looked at here.
func TestNothingIsLost(t *testing.T) {
	for _, s := range append(sources(t), cases(t)...) {
		j := jobOf(s.body, path.Dir(s.file))
		w, tree := treeOf(t, j)
		if got, want := squeezed(said(tree, "ref", "marker", "notes", "credit")), squeezed(page(w, j.Body)); got != want {
			t.Errorf("%s: %s", s.file, difference(got, want))
		}
		notes := squeezed(said(tree, "ref", "marker"))
		prose.Walk(j.Body, func(n *prose.Node) bool {
			if n.Kind == prose.Note {
				if want := squeezed(page(w, n)); !strings.Contains(notes, want) {
					t.Errorf("%s: the note %q is not among the references", s.file, want)
				}
			}
			return n.Kind == prose.Document || n.Kind == prose.Notes
		})
	}
}

// The HTML says what the tree says, in every theme.
func TestHTMLSaysTheSame(t *testing.T) {
	for _, s := range append(sources(t), cases(t)...) {
		w, tree := treeOf(t, jobOf(s.body, path.Dir(s.file)))
		for _, theme := range themes.All() {
			if got, want := visible(t, w.html(theme.Sheet, tree)), said(tree); got != want {
				t.Errorf("%s, %s: %s", s.file, theme.Name, difference(got, want))
			}
		}
	}
}

// said is the text of a tree but for elements of some classes.
func said(e *inline.Element, but ...string) string {
	if slices.Contains(but, e.Class) {
		return ""
	}
	s := e.Text
	for _, c := range e.Nodes {
		s += said(c, but...)
	}
	return s
}

// visible is the text of HTML, but for what is in drawings.
func visible(t *testing.T, source string) string {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Data != "svg" {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
	}
	walk(doc)
	return b.String()
}

// page is the text of a document as its page has it, with what has to be said
// in other words here.
func page(w *writer, n *prose.Node) string {
	in := func(list []*prose.Node) (s string) {
		for _, c := range list {
			s += page(w, c)
		}
		return s
	}
	switch n.Kind {
	case prose.Math, prose.Formula:
		if line, ok := formula.HTML(n.Text); ok {
			return html.UnescapeString(tags.ReplaceAllString(line, ""))
		}
		if w.missed("tex:false"+n.Text) || w.missed("tex:true"+n.Text) {
			return formula.Text(n.Text)
		}
		return ""
	case prose.Text, prose.Code, prose.CodeBlock:
		return n.Text
	case prose.Notes:
		return ""
	case prose.Answer:
		return n.Title + in(n.Nodes)
	case prose.Image:
		if w.missed(n.Dest) || w.missed(w.piece.Pictures[n.Dest].Path) {
			return w.instead(n.Text)
		}
	case prose.Span:
		switch n.Name {
		case "rp":
			return ""
		case "rt":
			return "（" + in(n.Nodes) + "）"
		case "q":
			return "“" + in(n.Nodes) + "”"
		}
	case prose.Table:
		if columns, regular := shape(n.Nodes); regular && asCards(n.Nodes, columns) {
			s := ""
			for _, r := range n.Nodes[1:] {
				for i, c := range r.Nodes {
					s += page(w, n.Nodes[0].Nodes[i]) + "：" + page(w, c)
				}
			}
			return s
		}
	}
	return in(n.Nodes)
}

// missed reports whether there is no picture of a key.
func (w *writer) missed(key string) bool {
	p := w.gallery.made[key]
	return p != nil && p.err != nil
}

var tags = regexp.MustCompile(`<[^>]*>`)

// squeezed is a text without blanks, of which layout decides.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// difference shows where two texts part.
func difference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	cut := func(s string) string {
		return strings.ToValidUTF8(s[max(0, i-30):min(len(s), i+60)], "")
	}
	return "got …" + cut(got) + "…, want …" + cut(want) + "…"
}
