package browsertest

import "testing"

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
					got := eval[struct {
						Texts int      `json:"texts"`
						Pale  []string `json:"pale"`
					}](tb, pale)
					if got.Texts < 20 {
						t.Errorf("%s: only %d texts: the test sees nothing", url, got.Texts)
					}
					for _, bad := range got.Pale {
						t.Errorf("%s at %d px: less than 4.5 to 1: %s", url, width, bad)
					}
				}
			}
		})
	}
}

// pale names the texts of the calendar whose contrast is too low. What is
// behind a text are the grounds of all it stands in, laid over each other.
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
	const out = new Set()
	let texts = 0
	for (const part of document.querySelectorAll(".month, .days, .slots, .observances, .leaf-through")) {
		const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
		for (let n; n = walk.nextNode();) {
			const e = n.parentElement
			if (!n.data.trim() || e.closest(".vh") || !e.checkVisibility({visibilityProperty: true})) continue
			texts++
			const behind = []
			for (let up = e; up; up = up.parentElement) behind.unshift(getComputedStyle(up).backgroundColor)
			const ink = getComputedStyle(e).color
			const [high, low] = [light(over("#fff", behind)), light(over("#fff", [...behind, ink]))].sort((a, b) => b - a)
			const ratio = (high + .05) / (low + .05)
			if (ratio < 4.5) out.add(n.data.trim().slice(0, 30) + ", " + ink + " in " + (e.closest("[class]")?.className) + ": " + ratio.toFixed(2))
		}
	}
	return {texts, pale: [...out]}
})()`
