package wechat

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/channel/wechat/themes"
)

// What the editor keeps. Anything else it would drop, and what was meant by it.
var (
	keptElements = set("section p span strong em u h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td br img hr a")
	keptShapes   = set("svg g path rect circle ellipse line polyline polygon text tspan")
	keptAttrs    = set("style href src alt width colspan rowspan")
	shapeAttrs   = regexp.MustCompile(`^(style|role|aria-label|viewBox|preserveAspectRatio|width|height|d|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|dx|dy|points|transform|opacity|fill|stroke|letter-spacing|word-spacing|text-anchor|font-[a-z]+|(fill|stroke)-[a-z]+|dominant-baseline|baseline-shift|paint-order|text-decoration|xml:space|style)$`)
	badStyle     = regexp.MustCompile(`(?i)(^|;)\s*(position|transform|float)\s*:|url\(|var\(|gradient\(|!important|:[;"]|::`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// refusals are what the editor would refuse or drop of an HTML.
func refusals(source string) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(source))
	drawing := false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out
		}
		twice := strings.Count(string(z.Raw()), ` style="`) > 1
		tok := z.Token()
		if twice && kind != html.TextToken {
			out = append(out, tok.String())
		}
		switch kind {
		case html.CommentToken, html.DoctypeToken:
			out = append(out, tok.String())
		case html.EndTagToken:
			if tok.Data == "svg" {
				drawing = false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			drawing = drawing || tok.Data == "svg"
			if !keptElements[tok.Data] && !(drawing && keptShapes[tok.Data]) {
				out = append(out, "<"+tok.Data+">")
			}
			for _, a := range tok.Attr {
				switch {
				case !drawing && !keptAttrs[a.Key], drawing && !shapeAttrs.MatchString(fold(a.Key)):
					out = append(out, tok.Data+" "+a.Key)
				case a.Key == "style" && badStyle.MatchString(a.Val):
					out = append(out, a.Val)
				case a.Key == "href" && !strings.HasPrefix(a.Val, "https://mp.weixin.qq.com/"):
					out = append(out, a.Val)
				case a.Key == "src" && !regexp.MustCompile(`^images/\d\d+\.(png|jpg)$`).MatchString(a.Val):
					out = append(out, a.Val)
				}
			}
		}
	}
}

// fold undoes that the tokenizer writes the attributes of drawings small.
func fold(name string) string {
	switch name {
	case "viewbox":
		return "viewBox"
	case "preserveaspectratio":
		return "preserveAspectRatio"
	}
	return name
}

func TestEditorKeepsAll(t *testing.T) {
	for _, s := range append(sources(t), cases(t)...) {
		j := jobOf(s.body, path.Dir(s.file))
		for _, theme := range themes.All() {
			g, _ := newGallery(j)
			a := g.article(j, nil, theme.Sheet)
			for _, bad := range refusals(a.html) {
				t.Errorf("%s, %s: %s", s.file, theme.Name, bad)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, bad := range []string{
		`<div>a</div>`, `<p id="a">`, `<p class="a">`, `<a href="https://example.org/">a</a>`, `<a href="https://mp.weixin.qq.com.example.org/">a</a>`,
		`<p onclick="a">`, `<script>`, `<p style="position:fixed">`, `<p style="color:red;transform:none">`, `<p style="background:url(a)">`,
		`<svg><defs></defs></svg>`, `<svg><rect id="a"></svg>`, `<path>`, `<!-- a -->`, `<img src="a.png">`, `<p style="a:b" style="c:d">`,
	} {
		if len(refusals(bad)) == 0 {
			t.Errorf("%s passes", bad)
		}
	}
	if bad := refusals(`<section style="color:#333"><p>a<a href="https://mp.weixin.qq.com/s/x">b</a><img src="images/01.png" alt=""></p></section>`); len(bad) > 0 {
		t.Error(bad)
	}
}
