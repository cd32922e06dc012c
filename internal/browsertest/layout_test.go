package browsertest

import (
	"strings"
	"testing"
	"time"
)

// widths are those of a small phone, the usual phone, a tablet and a desk.
var widths = []int64{320, 360, 768, 1280}

// Nothing makes a page scroll sideways, in either size of type.
func TestOverflow(t *testing.T) {
	for _, size := range []string{"", "elder"} {
		name := size
		if name == "" {
			name = "normal"
		}
		t.Run(name, func(t *testing.T) {
			eachTemplate(t, phone, func(tb *tab) {
				if size != "" {
					eval[string](tb, `document.documentElement.dataset.size = "`+size+`"`)
				}
				for _, width := range widths {
					tb.become(screen{width: width, height: 740, scheme: "light"})
					tb.wait("the window is resized", `innerWidth === `+itoa(width))
					if wide := eval[[]string](tb, overflowing); len(wide) > 0 {
						tb.Errorf("at %d px the page scrolls sideways: %s", width, strings.Join(wide, "; "))
					}
				}
			})
		})
	}
}

// overflowing names the elements that stick out of a page that can be
// scrolled sideways.
const overflowing = `(() => {
	const root = document.documentElement
	if (root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth) return []
	// What scrolls or clips within itself does not push the page.
	const held = e => {
		for (let up = e.parentElement; up && up !== document.body; up = up.parentElement)
			if (getComputedStyle(up).overflowX !== "visible") return true
		return false
	}
	const out = [...document.body.querySelectorAll("*")].filter(e => {
		const box = e.getBoundingClientRect()
		return box.width > 0 && (box.right > root.clientWidth + 0.5 || box.left < -0.5) && !held(e)
	}).map(e => e.tagName + "." + (e.getAttribute("class") || "") + " to " + Math.round(e.getBoundingClientRect().right))
	return ["scrollWidth " + root.scrollWidth, ...out.slice(0, 5)]
})()`

// The page does not move under the reader's eyes while it loads, nor, on a poor
// network, when it marks events that are over since it was built.
func TestLayoutShift(t *testing.T) {
	t.Run("new", func(t *testing.T) {
		eachTemplate(t, phone, still)
	})
	t.Run("old", func(t *testing.T) {
		for _, name := range []string{"home", "list", "agenda", "organization"} {
			t.Run(name, func(t *testing.T) {
				page, err := site.Page(name)
				if err != nil {
					t.Fatal(err)
				}
				tb := open(t, phone)
				tb.clock(60 * 24 * time.Hour)
				tb.visit(page.URL + "?slow")
				still(tb)
			})
		}
	})
}

func still(tb *tab) {
	shift := eval[float64](tb, `new Promise(done => {
		let sum = 0
		// hadRecentInput is no excuse: nobody typed, and setting up the
		// screen counts as input for half a second.
		new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value }))
			.observe({type: "layout-shift", buffered: true})
		document.fonts.ready.then(() => setTimeout(() => done(sum), 600))
	})`)
	if shift > 0.001 {
		tb.Errorf("layout shift %.4f", shift)
	}
}

// Images have a size of their own and a text in their place.
func TestImages(t *testing.T) {
	eachTemplate(t, phone, func(tb *tab) {
		for _, bad := range eval[[]string](tb, `[...document.images].filter(i =>
			!i.hasAttribute("alt") || !(i.getAttribute("width") > 0) || !(i.getAttribute("height") > 0)).map(i => i.outerHTML)`) {
			tb.Errorf("image without alt, width or height: %s", bad)
		}
	})
}
