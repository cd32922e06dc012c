package browsertest

import (
	"context"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A month is printed on one sheet of A4 laid across, whether it has five weeks
// or six, and whatever the reader's screen is like.
func TestMonthOnPaper(t *testing.T) {
	dark := phone
	dark.scheme = "dark"
	tb := open(t, dark)
	for _, month := range append(months(t), "/agenda/2026/08/") { // of six weeks
		tb.visit(month)
		boxes := sheets(tb)
		if len(boxes) != 1 {
			t.Errorf("%s is printed on %d sheets", month, len(boxes))
		}
		for _, box := range boxes {
			// In points; the browser rounds them.
			if wide, high := box[0], box[1]; math.Abs(wide-297*72/25.4) > 1 || math.Abs(high-210*72/25.4) > 1 {
				t.Errorf("%s is printed on %.0f × %.0f points", month, wide, high)
			}
		}
	}
	tb.visit("/agenda/")
	if got := len(sheets(tb)); got < 2 {
		t.Errorf("the whole agenda is printed on %d sheets: the test sees nothing", got)
	}
}

var mediaBox = regexp.MustCompile(`/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]`)

// pdf prints the page.
func (tb *tab) pdf(how page.PrintToPDFParams) (pdf string) {
	tb.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		printed, err := cdp.Call(ctx, target, page.PrintToPDF, how)
		pdf = string(printed.Data)
		return err
	}))
	if !strings.HasPrefix(pdf, "%PDF-") {
		tb.Fatalf("not a PDF: %.20q", pdf)
	}
	return pdf
}

// sheets prints the page and gives the width and height of each sheet in
// points.
func sheets(tb *tab) [][2]float64 {
	tb.Helper()
	return sizes(tb, tb.pdf(page.PrintToPDFParams{PreferCSSPageSize: new(true)}))
}

// sizes gives the width and height of each sheet of a PDF in points.
func sizes(tb *tab, pdf string) (boxes [][2]float64) {
	tb.Helper()
	for _, m := range mediaBox.FindAllStringSubmatch(pdf, -1) {
		wide, _ := strconv.ParseFloat(m[1], 64)
		high, _ := strconv.ParseFloat(m[2], 64)
		boxes = append(boxes, [2]float64{wide, high})
	}
	if pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAllString(pdf, -1)); pages != len(boxes) {
		tb.Fatalf("%d pages with %d sizes", pages, len(boxes))
	}
	return boxes
}

// All names of a printed month are on the sheet, below the heading and within
// their days, and nothing else is.
func TestNamesOnPaper(t *testing.T) {
	paper := screen{width: 1055, height: 726, scheme: "dark", media: "print"} // A4 across, without margins of 9 mm, at 96 dpi
	tb := open(t, paper)
	for _, month := range append(months(t), "/agenda/2026/08/") {
		tb.visit(month)
		for _, bad := range eval[[]string](tb, cutNames) {
			t.Errorf("%s: %s", month, bad)
		}
		for _, selector := range []string{".days", ".leaf-through", ".subscription", ".marks", ".foot", "header"} {
			if eval[bool](tb, visible("body "+selector)) {
				t.Errorf("%s: %s is printed", month, selector)
			}
		}
	}
}

const cutNames = `(() => {
	const sheet = document.querySelector(".month").getBoundingClientRect(), out = []
	const names = [...document.querySelectorAll(".month td li")]
	if (sheet.bottom > innerHeight + 1) out.push("the grid ends at " + sheet.bottom + " of " + innerHeight)
	if (!document.querySelector("h1").checkVisibility()) out.push("no heading")
	for (const li of [...names, ...document.querySelectorAll(".month .more")]) {
		const box = li.getBoundingClientRect(), room = li.closest("td > div").getBoundingClientRect()
		const day = li.closest("td").dataset.day + " " + li.textContent.trim().slice(0, 20)
		if (box.height < 8 || !li.checkVisibility()) out.push(day + " is not printed")
		if (box.bottom > room.bottom + .5 || box.right > room.right + .5) out.push(day + " is cut off: " + box.bottom.toFixed(1) + " > " + room.bottom.toFixed(1))
	}
	return names.length || !document.querySelector(".month .on") ? out : ["no name was found"]
})()`
