package browsertest

import (
	"strings"
	"testing"

	"kepu/internal/sitetest"
)

// drawing finds the drawings that say something: lives, lineages and maps.
const drawing = "main svg:is(.life-chart, .lineage, .map)"

// drawn gives the pages with such drawings: of each kind those that there are.
func drawn(t *testing.T) []sitetest.Page {
	t.Helper()
	var pages []sitetest.Page
	seen := map[string]bool{}
	for _, page := range site.Pages {
		var some bool
		for _, class := range []string{"life-chart", "lineage", "map"} {
			if strings.Contains(string(page.HTML), `<svg class="`+class+`"`) {
				some, seen[class] = true, true
			}
		}
		if some {
			pages = append(pages, page)
		}
	}
	if len(seen) != 3 {
		t.Fatalf("the site has only the drawings %v", seen)
	}
	return pages
}

// What is written in a drawing can be read, on a phone as on a desk, none of it
// is cut off, and its signs can be hit.
func TestDrawings(t *testing.T) {
	tb := open(t, phone)
	for _, page := range drawn(t) {
		tb.visit(page.URL)
		for _, width := range widths[1:] {
			tb.become(screen{width: width, height: 740, scheme: "light"})
			tb.wait("the window is resized", `innerWidth === `+itoa(width))
			for _, bad := range append(eval[[]string](tb, badTexts), eval[[]string](tb, crowded)...) {
				t.Errorf("%s at %d px: %s", page.URL, width, bad)
			}
		}
	}
}

const badTexts = `[...document.querySelectorAll("` + drawing + `")].flatMap(svg => {
	const sheet = svg.getBoundingClientRect(), texts = [...svg.querySelectorAll("text")]
	if (!texts.length) return ["no text in " + svg.outerHTML.slice(0, 60)]
	return texts.flatMap(text => {
		const high = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d, out = []
		// The line is higher than the letters.
		const box = text.getBoundingClientRect(), lead = Math.max(0, box.height - high) / 2
		const over = [sheet.left - box.left, box.right - sheet.right, sheet.top - box.top - lead, box.bottom - lead - sheet.bottom]
		if (!(high >= 10.99)) out.push(text.textContent + " is " + high.toFixed(1) + " px high")
		if (!(box.width > 1) || over.some(v => v > .5)) out.push(text.textContent + " leaves the drawing by " + over.map(v => v.toFixed(1)))
		return out
	})
})`

// crowded names the signs that cannot be hit by the rule of WCAG 2.5.8: which are
// less than 24 px in one direction and do not have that room for themselves.
const crowded = `[...document.querySelectorAll("` + drawing + `")].flatMap(svg => {
	const signs = [...svg.querySelectorAll("a")].map(a => {
		const box = a.getBoundingClientRect()
		return {a, box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, small: box.width < 23.5 || box.height < 23.5}
	})
	const gap = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
	return signs.filter(s => s.small && signs.some(o => o !== s &&
		(gap(s.x, s.y, o.box) < 12 || o.small && Math.hypot(s.x - o.x, s.y - o.y) < 24)))
		.map(s => s.a.textContent + " has " + s.box.width.toFixed(1) + "×" + s.box.height.toFixed(1) + " px")
})`
