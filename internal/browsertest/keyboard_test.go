package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The first press of Tab shows the skip link; Enter follows it past the
// navigation.
func TestSkipLink(t *testing.T) {
	eachTemplate(t, phone, func(tb *tab) {
		tb.press(kb.Tab)
		tb.wait("the skip link has the focus", `document.activeElement.matches("a.skip")`)
		if !eval[bool](tb, `(() => { const b = document.activeElement.getBoundingClientRect()
			return b.top >= 0 && b.left >= 0 && b.bottom <= innerHeight && b.width > 44 && b.height > 20 })()`) {
			tb.Error("the focused skip link is not on the screen")
		}
		tb.press(kb.Enter)
		tb.wait("the page is at its main part", `location.hash === "#main"`)
		tb.press(kb.Tab)
		tb.wait("the focus is past the navigation", `(() => { const e = document.activeElement
			return e === document.body || !!e.closest("main, footer") })()`)
	})
}

// What has the focus can be seen to have it.
func TestFocusIsVisible(t *testing.T) {
	eachTemplate(t, phone, func(tb *tab) {
		for range 8 {
			tb.press(kb.Tab)
			if got := eval[string](tb, `(() => { const e = document.activeElement, s = getComputedStyle(e)
				return e === document.body || s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 ? "" : e.outerHTML.slice(0, 120) })()`); got != "" {
				tb.Errorf("focus cannot be seen on %s", got)
			}
		}
	})
}
