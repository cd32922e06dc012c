package browsertest

import (
	"strings"
	"testing"
)

// A topic's drawing stands beside its words, which have most of the card.
func TestTopicCards(t *testing.T) {
	tb := open(t, phone)
	for _, url := range []string{"/topics/", "/audiences/"} {
		for _, size := range []string{"", "elder"} {
			for _, width := range widths {
				tb.become(screen{width: width, height: 740, scheme: "light"})
				tb.visit(url)
				eval[string](tb, `document.documentElement.dataset.size = "`+size+`"`)
				for _, bad := range eval[[]string](tb, badCards) {
					t.Errorf("%s at %d px %s: %s", url, width, size, bad)
				}
			}
		}
	}
}

const badCards = `(() => {
	const cards = [...document.querySelectorAll(".topics a")], out = []
	if (!cards.length) return ["no card was found"]
	for (const a of cards) {
		const card = a.getBoundingClientRect(), draw = a.querySelector("svg").getBoundingClientRect()
		const parts = [...a.children].filter(e => e.tagName !== "svg"), name = parts[0].textContent
		let above = -1
		for (const e of parts) {
			const box = e.getBoundingClientRect()
			if (box.width < card.width * .6) out.push(name + ": " + e.tagName + " has " + Math.round(box.width) + " of " + Math.round(card.width))
			if (draw.right > box.left + .5 && draw.bottom > box.top + .5) out.push(name + ": the drawing is not left of or above " + e.tagName)
			if (box.top < above - .5) out.push(name + ": " + e.tagName + " overlaps what is above it")
			if (box.right > card.right + .5 || box.bottom > card.bottom + .5) out.push(name + ": " + e.tagName + " leaves the card")
			above = box.bottom
		}
	}
	return out
})()`

// The foot of the page begins where its content does.
func TestLeftEdges(t *testing.T) {
	tb := open(t, phone)
	for _, width := range widths {
		tb.become(screen{width: width, height: 740, scheme: "light"})
		tb.visit("/topics/")
		got := eval[[]float64](tb, `["h1", ".foot-links", ".legal"].map(s => document.querySelector(s).getBoundingClientRect().left)`)
		for _, left := range got[1:] {
			if left != got[0] {
				t.Errorf("at %d px the heading begins at %v, the foot at %v", width, got[0], left)
			}
		}
	}
}

// In elder mode, the words of the switches begin where the brand does if they
// are on a line of their own.
func TestElderSwitches(t *testing.T) {
	tb := open(t, phone)
	tb.visit("/")
	got := eval[[]float64](tb, `(() => {
		Object.assign(document.documentElement.dataset, {size: "elder", step: 2})
		const words = document.createRange()
		words.selectNodeContents(document.getElementById("size"))
		const a = document.querySelector(".brand").getBoundingClientRect(), b = words.getBoundingClientRect()
		return [a.left, b.left, a.bottom, b.top]
	})()`)
	if got[3] < got[2] {
		t.Fatal("the switches are on the brand's line: the test sees nothing")
	}
	if d := got[1] - got[0]; d < -2 || d > 2 {
		t.Errorf("the switches begin %.1f px right of the brand", d)
	}
}

// A span of time is not broken in two.
func TestTimesStayTogether(t *testing.T) {
	seen := 0
	for _, url := range []string{"/", "/events/", "/agenda/"} {
		tb := open(t, phone)
		tb.visit(url)
		for _, step := range []string{"1", "2"} {
			got := eval[[]string](tb, `(() => {
				Object.assign(document.documentElement.dataset, {size: "elder", step: "`+step+`"})
				const out = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
				for (let n; n = walk.nextNode();) {
					for (const m of n.data.matchAll(/\d\d:\d\d–\d\d:\d\d/g)) {
						const r = document.createRange()
						r.setStart(n, m.index)
						r.setEnd(n, m.index + m[0].length)
						out.push(new Set([...r.getClientRects()].map(b => Math.round(b.top))).size + " " + m[0])
					}
				}
				return out
			})()`)
			for _, span := range got {
				if seen++; !strings.HasPrefix(span, "1 ") {
					t.Errorf("%s, step %s: broken over lines: %s", url, step, span)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no span of time was found: the test sees nothing")
	}
}
