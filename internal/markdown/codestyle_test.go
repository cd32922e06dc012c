package markdown

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// TestStyleContrast reads the colours back from the style sheets and measures them against the grounds that code stands on.
func TestStyleContrast(t *testing.T) {
	colour := regexp.MustCompile(`\{color:(#[0-9a-f]{6})`)
	marked := regexp.MustCompile(`min-width:100%;background:(#[0-9a-f]{6})`)
	onLight, onDark := StyleCSS()
	for ground, css := range map[string]string{light.ground: onLight, dark.ground: onDark} {
		mark := marked.FindStringSubmatch(css)
		found := colour.FindAllStringSubmatch(css, -1)
		if len(found) < 6 || mark == nil {
			t.Fatalf("%d colours, marked lines %q in\n%s", len(found), mark, css)
		}
		for _, m := range found {
			for _, g := range []string{ground, mark[1]} {
				if c := contrast(chroma.MustParseColour(m[1]), chroma.MustParseColour(g)); c < 4.5 {
					t.Errorf("%s on %s has a contrast of %.2f", m[1], g, c)
				}
			}
		}
		if !strings.Contains(css, "background:"+ground) {
			t.Errorf("no ground %s", ground)
		}
		if len(css) > 1500 {
			t.Errorf("%d bytes of style", len(css))
		}
	}
}

// contrast and luminance are those of WCAG 2.
func contrast(a, b chroma.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c chroma.Colour) float64 {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.Red()) + 0.7152*linear(c.Green()) + 0.0722*linear(c.Blue())
}

func TestContrast(t *testing.T) {
	black, white, grey := chroma.NewColour(0, 0, 0), chroma.NewColour(255, 255, 255), chroma.NewColour(0x76, 0x76, 0x76)
	if c := contrast(black, white); c < 20.99 || c > 21.01 {
		t.Error(c)
	}
	if c := contrast(white, grey); c < 4.53 || c > 4.55 { // the lightest grey that may be read on white
		t.Error(c)
	}
}

func TestHugeBlockIsPlain(t *testing.T) {
	code := strings.Repeat("var a = \"b\"\n", maxHighlight/12+1)
	d := parseString("```go\n" + code + "```\n")
	if strings.Contains(d.HTML, "<span") || !strings.Contains(d.HTML, "var a = &quot;b&quot;") {
		t.Error("a huge block was coloured")
	}
}

// TestCodeIsKept checks that what is highlighted reads as what was written, in every language of a sample.
func TestCodeIsKept(t *testing.T) {
	tag := regexp.MustCompile(`<[^>]*>`)
	code := "if (a < b && c) { return \"x\\n\" } // 注\n\t<p class='y'>&amp;</p>\n\n# def f(x): pass\n"
	for _, lang := range []string{"go", "py", "js", "html", "css", "c", "sh", "json", "yaml", "diff", "md", "sql", "rust", "makefile", "php", "nope"} {
		for _, opts := range []string{"", " {linenos=true}"} {
			d := parseString("```" + lang + opts + "\n" + code + "```\n")
			if got := string(unescapeHTML([]byte(tag.ReplaceAllString(d.HTML, "")))); got != code+"\n" {
				t.Errorf("%s%s: got\n%q\nwant\n%q", lang, opts, got, code+"\n")
			}
		}
	}
}

// TestUnendingLexer is for code on which a lexer of chroma runs for ever.
func TestUnendingLexer(t *testing.T) {
	for _, lang := range []string{"jungle", "jsonata"} {
		d := parseString("```" + lang + "\n" + mixture + "\n```\n")
		if strings.Contains(d.HTML, "<span") || !strings.Contains(d.HTML, "你好") {
			t.Errorf("%s: %s", lang, d.HTML)
		}
	}
}
