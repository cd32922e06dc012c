package themes

import (
	"bytes"
	"os"
	"regexp"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/channel/wechat/darkmode"
	"kepu/internal/channel/wechat/inline"
)

// readable is the least contrast of text, times 100 (WCAG 2, level AA).
const readable = 450

// TestContrast holds all text of all themes to the least contrast, in the light
// and in what WeChat makes of it in the dark.
func TestContrast(t *testing.T) {
	for _, theme := range All() {
		light, dark := darkmode.Check(write(theme.Sheet, sample(t)))
		if light.Ratio < readable || light.Ratio == 2100 {
			t.Errorf("%s: %+v", theme.Name, light)
		}
		if dark.Ratio < readable {
			t.Errorf("%s in the dark: %+v", theme.Name, dark)
		}
	}
}

// TestGrounds keeps boxes from being bright patches in the dark. What is marked
// is one.
func TestGrounds(t *testing.T) {
	grounds := regexp.MustCompile(`background:([^;"]+)`)
	tree := sample(t, `<span class="mark">标记</span>`)
	for _, theme := range All() {
		for _, m := range grounds.FindAllStringSubmatch(darkmode.HTML(write(theme.Sheet, tree)), -1) {
			if c, ok := inline.Colour(m[1]); !ok || c.A == 255 && c.R > 100 {
				t.Errorf("%s: %s in the dark", theme.Name, m[0])
			}
		}
	}
}

func TestFind(t *testing.T) {
	if theme, ok := Find(Default); !ok || theme.Name != Default || All()[0].Name != Default {
		t.Error("the default theme is not the first")
	}
	if _, ok := Find("none"); ok {
		t.Error("found a theme that is none")
	}
}

func write(s *inline.Sheet, tree *inline.Element) string {
	var b bytes.Buffer
	s.Write(&b, tree)
	return b.String()
}

// sample is an article with all there is, but for some of its HTML.
func sample(t *testing.T, but ...string) *inline.Element {
	t.Helper()
	source, err := os.ReadFile("../inline/testdata/article.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range but {
		source = bytes.ReplaceAll(source, []byte(part), nil)
	}
	doc, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	body := doc.FirstChild.LastChild
	return element(body.FirstChild)
}

func element(n *html.Node) *inline.Element {
	if n.Type != html.ElementNode {
		return &inline.Element{Text: n.Data}
	}
	e := &inline.Element{Tag: n.Data}
	for _, a := range n.Attr {
		if a.Key == "class" {
			e.Class = a.Val
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		e.Nodes = append(e.Nodes, element(c))
	}
	return e
}
