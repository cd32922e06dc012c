package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tabTo presses Tab until what a selector finds has the focus.
func (tb *tab) tabTo(selector string, most int) {
	tb.Helper()
	tb.tabUntil(selector, most, chromedp.KeyEvent(kb.Tab))
}

func (tb *tab) tabBackTo(selector string, most int) {
	tb.Helper()
	tb.tabUntil(selector, most, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift)))
}

func (tb *tab) tabUntil(selector string, most int, key chromedp.Action[chromedp.Void]) {
	tb.Helper()
	for range most {
		tb.do(key)
		if bad := eval[string](tb, unseenFocus); bad != "" {
			tb.Errorf("the focus is not seen: %s", bad)
		}
		if eval[bool](tb, `document.activeElement.matches(`+"`"+selector+"`"+`)`) {
			return
		}
	}
	tb.Fatalf("%d presses of Tab do not reach %s", most, selector)
}

// unseenFocus says what is wrong with the look of what has the focus: it must
// be on the screen, with a ring around it.
const unseenFocus = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect()
	if (e === document.body) return ""
	const clear = s.outlineColor === "transparent" || s.outlineColor.endsWith(", 0)")
	if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2 || clear) return "no ring around " + e.outerHTML.slice(0, 120)
	if (box.width < 2 || box.height < 2 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
		return "not on the screen: " + e.outerHTML.slice(0, 120)
	return ""
})()`

// A month can be walked through with Tab alone, in the order in which it is
// seen: the months beside it, its days, the list. Enter on a day goes to it.
func TestMonthByKeyboard(t *testing.T) {
	tb := open(t, phone)
	tb.visit(september)
	days := eval[int](tb, `document.querySelectorAll(".month a.n").length`)
	tb.tabTo(`.leaf-through [rel=prev]`, 30)
	tb.tabTo(`.leaf-through [rel=next]`, 2)
	for range days {
		tb.tabTo(".month a.n", 1)
	}
	tb.tabTo(".long a", 1)
	tb.tabTo("#d2026-09-05 .slots a", 20)

	tb.visit(september)
	tb.tabTo(`.month a[href="#d2026-09-26"]`, 60)
	tb.press(kb.Enter)
	tb.wait("the page is at the day", `(() => { const box = document.querySelector("#d2026-09-26").getBoundingClientRect()
		return location.hash === "#d2026-09-26" && box.top >= 0 && box.top < innerHeight / 2 })()`)
	tb.tabTo("#d2026-09-26 .slots a", 1)
	if got := eval[string](tb, "document.activeElement.href"); !strings.Contains(got, "/events/") {
		t.Errorf("the next link is %s", got)
	}

	tb.visit(september)
	tb.tabTo(`.leaf-through [rel=next]`, 30)
	tb.press(kb.Enter)
	tb.wait("the next month is open", `location.pathname === "/agenda/2026/10/"`)
}
