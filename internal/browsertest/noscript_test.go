package browsertest

import "testing"

// Without JavaScript everything that can be read is read: the same text, the
// navigation, no dead switches.
func TestNoScript(t *testing.T) {
	// What a script alone can do, such as searching, is not missed.
	const text = `[...document.querySelector("main").children].filter(e => e.tagName !== "SEARCH").map(e => e.innerText).join("").replace(/\s+/g, "").length`
	eachTemplate(t, phone, func(tb *tab) {
		with := eval[int](tb, text)
		off := phone
		off.noScript = true
		tb.become(off)
		tb.goTo(eval[string](tb, "location.href"))
		without := eval[int](tb, text)
		if without < with*95/100 || without == 0 {
			tb.Errorf("%d characters without JavaScript, %d with it", without, with)
		}
		for _, selector := range []string{"h1", "header nav a", "footer"} {
			if !eval[bool](tb, visible(selector)) {
				tb.Errorf("%s cannot be seen without JavaScript", selector)
			}
		}
		for _, selector := range []string{"#theme", "#size"} {
			if eval[bool](tb, visible(selector)) {
				tb.Errorf("the switch %s is shown but does nothing", selector)
			}
		}
	})
}

// visible is an expression: the first match takes up space on the page.
func visible(selector string) string {
	return `(() => {
		const e = document.querySelector("` + selector + `")
		if (!e) return false
		const box = e.getBoundingClientRect(), style = getComputedStyle(e)
		return box.width > 0 && box.height > 0 && style.visibility !== "hidden"
	})()`
}
