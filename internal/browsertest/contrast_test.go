package browsertest

import (
	"strings"
	"testing"
)

// The calendar can be read in the dark and by day: every text of a month and of
// the agenda stands out from what is behind it.
func TestCalendarContrast(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			s := phone
			s.scheme = scheme
			tb := open(t, s)
			for _, width := range []int64{360, 1280} {
				s.width, s.mobile = width, width < 768
				tb.become(s)
				for _, url := range append(months(t), "/agenda/") {
					tb.visit(url)
					if dark := eval[float64](tb, luminance(ground)) < 0.5; dark != (scheme == "dark") {
						t.Fatalf("%s: the ground is not %s", url, scheme)
					}
					tb.standsOut(url, ".month, .days, .slots, .observances, .leaf-through")
				}
			}
		})
	}
}

// The drawings, the lists of people and places and the boxes to search them can
// be read in the dark and by day.
func TestPeopleAndPlacesContrast(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			s := phone
			s.scheme = scheme
			tb := open(t, s)
			for _, page := range drawn(t) {
				if page.Template == "guide" { // has the same map as its route
					continue
				}
				tb.visit(page.URL)
				tb.standsOut(page.URL, drawing+", .kin, .timeline, .dated, .gazetteer, .stops, .facts")
			}
			for _, url := range append([]string{people, directory, experts}, rolls(t)...) {
				tb.visit(url)
				tb.standsOut(url, "main")
			}
		})
	}
}

// standsOut checks the texts of some parts of the page.
func (tb *tab) standsOut(url, parts string) {
	tb.Helper()
	got := eval[struct {
		Texts int      `json:"texts"`
		Pale  []string `json:"pale"`
	}](tb, strings.Replace(pale, "PARTS", parts, 1))
	if got.Texts < 20 {
		tb.Errorf("%s: only %d texts: the test sees nothing", url, got.Texts)
	}
	for _, bad := range got.Pale {
		tb.Errorf("%s: less than 4.5 to 1: %s", url, bad)
	}
}

// pale names the texts whose contrast is too low. What is behind a text are the
// grounds of all it stands in, laid over each other; in a drawing, its halo or
// what is painted under it.
const pale = `(() => {
	const c = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
	const over = (ground, colours) => {
		c.fillStyle = ground
		c.fillRect(0, 0, 1, 1)
		for (const colour of colours) { c.fillStyle = colour; c.fillRect(0, 0, 1, 1) }
		return [...c.getImageData(0, 0, 1, 1).data].slice(0, 3)
	}
	const light = rgb => {
		const [r, g, b] = rgb.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		return .2126 * r + .7152 * g + .0722 * b
	}
	const grounds = e => {
		const behind = []
		for (let up = e; up; up = up.parentElement) behind.unshift(getComputedStyle(up).backgroundColor)
		return behind
	}
	// In a drawing text may be over several things: each end and the middle.
	const painted = text => {
		const style = getComputedStyle(text)
		if (style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2) return [[style.stroke]]
		text.scrollIntoView({block: "center", inline: "center"})
		const box = text.getBoundingClientRect(), y = (box.top + box.bottom) / 2
		return [.02, .5, .98].map(at => {
			const stack = document.elementsFromPoint(box.left + box.width * at, y).filter(e => e.namespaceURI.endsWith("svg") && e.getBBox && !e.matches("text, tspan, a, g, svg"))
			return [...grounds(text.closest("svg")), ...stack.reverse().map(e => getComputedStyle(e).fill).filter(fill => fill !== "none")]
		})
	}
	const out = new Set()
	let texts = 0
	for (const part of document.querySelectorAll("PARTS")) {
		const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
		for (let n; n = walk.nextNode();) {
			const e = n.parentElement, svg = e.closest("svg")
			if (!n.data.trim() || e.closest(".vh, title, desc") || !e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue
			texts++
			const ink = svg ? getComputedStyle(e).fill : getComputedStyle(e).color
			for (const behind of svg ? painted(e) : [grounds(e)]) {
				const [high, low] = [light(over("#fff", behind)), light(over("#fff", [...behind, ink]))].sort((a, b) => b - a)
				const ratio = (high + .05) / (low + .05)
				if (ratio < 4.5) out.add(n.data.trim().slice(0, 30) + ", " + ink + " in " + (e.closest("[class]")?.getAttribute("class")) + ": " + ratio.toFixed(2))
			}
		}
	}
	return {texts, pale: [...out]}
})()`
