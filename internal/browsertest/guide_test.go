package browsertest

import (
	"encoding/hex"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/chromedp/cdproto/page"
)

var outlined = regexp.MustCompile(`(?s)/Title\s*(<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\))`)

// headings gives the titles of the outline of a PDF: of the headings that are
// on its sheets.
func headings(t *testing.T, pdf string) (titles []string) {
	t.Helper()
	for _, m := range outlined.FindAllStringSubmatch(pdf, -1) {
		text := m[1]
		if text[0] == '(' {
			titles = append(titles, text[1:len(text)-1])
			continue
		}
		raw, err := hex.DecodeString(strings.Join(strings.Fields(text[1:len(text)-1]), ""))
		if err != nil {
			t.Fatal(err)
		}
		var units []uint16
		for i := 0; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		titles = append(titles, strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff"))
	}
	return titles
}

// The guide of a route is printed on at most three sheets of A4 upright, with
// all stops of the route, its map and the code that leads back to it.
func TestGuideOnPaper(t *testing.T) {
	dark := phone
	dark.scheme = "dark"
	tb := open(t, dark)
	seen := 0
	for _, p := range site.Pages {
		if p.Template != "route" {
			continue
		}
		seen++
		tb.visit(p.URL)
		stops := eval[[]string](tb, `[...document.querySelectorAll(".stops h3")].map(e => e.firstChild.textContent)`)
		tb.visit(p.URL + "guide/")
		pdf := tb.pdf(page.PrintToPDFParams{
			PreferCSSPageSize: new(true), GenerateTaggedPDF: new(true), GenerateDocumentOutline: new(true),
		})
		boxes := sizes(tb, pdf)
		if len(boxes) > 3 {
			t.Errorf("%s is printed on %d sheets", p.URL, len(boxes))
		}
		for _, box := range boxes {
			// In points; the browser rounds them.
			if wide, high := box[0], box[1]; math.Abs(wide-210*72/25.4) > 1 || math.Abs(high-297*72/25.4) > 1 {
				t.Errorf("%s is printed on %.0f × %.0f points", p.URL, wide, high)
			}
		}
		titles := strings.Join(headings(t, pdf), "\n")
		at := 0
		for _, stop := range stops {
			i := strings.Index(titles[at:], stop)
			if i < 0 {
				t.Errorf("%s: %s is not printed after the stop before it:\n%s", p.URL, stop, titles)
				break
			}
			at += i
		}
		if len(stops) < 2 {
			t.Errorf("%s has %d stops: the test sees nothing", p.URL, len(stops))
		}
	}
	if seen == 0 {
		t.Error("there is no route")
	}
}

// On the sheet there is what is needed on the way, and nothing to click.
func TestGuideParts(t *testing.T) {
	paper := screen{width: 688, height: 1032, scheme: "dark", media: "print"} // A4 upright without its margins, at 96 dpi
	tb := open(t, paper)
	for _, p := range site.Pages {
		if p.Template != "guide" {
			continue
		}
		tb.visit(p.URL)
		for _, part := range []string{"h1", ".map", ".qr", ".stops", ".facts"} {
			if !eval[bool](tb, visible(".guide "+part)) {
				t.Errorf("%s: %s is not printed", p.URL, part)
			}
		}
		for _, part := range []string{"header nav", ".foot", ".hint", ".crumbs", "#theme"} {
			if eval[bool](tb, visible("body "+part)) {
				t.Errorf("%s: %s is printed", p.URL, part)
			}
		}
		if wide := eval[[]string](tb, overflowing); len(wide) > 0 {
			t.Errorf("%s is wider than the paper: %q", p.URL, wide)
		}
		if box := eval[[]float64](tb, `(() => { const b = document.querySelector(".guide .qr").getBoundingClientRect(); return [b.width, b.height] })()`); box[0] < 75 || math.Abs(box[0]-box[1]) > 1 { // 2 cm
			t.Errorf("%s: the code is %.0f×%.0f", p.URL, box[0], box[1])
		}
	}
}
