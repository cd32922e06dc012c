package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const copyButton = ".address-line button"

// unfolded is an expression: what the block holds can be seen.
const unfolded = `document.querySelector(".subscription .ways").checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})`

// The block on subscriptions opens by keyboard, and all of it can be reached
// and has a name.
func TestSubscription(t *testing.T) {
	tb := open(t, phone)
	tb.visit("/agenda/")
	if eval[bool](tb, unfolded) {
		t.Fatal("the block is open from the start")
	}
	tb.tabTo("summary", 60)
	tb.press(kb.Enter)
	tb.wait("the block opens", unfolded)
	for _, stop := range []string{`a[href^="webcal:"]`, `a[href$=".ics"]:not([href^="webcal:"])`, copyButton} {
		tb.tabTo(".subscription "+stop, 3)
	}
	for _, bad := range eval[[]string](tb, badSubscription) {
		t.Error(bad)
	}
	tb.tabBackTo("summary", 6)
	tb.press(" ")
	tb.wait("the block closes", "!"+unfolded)
}

const badSubscription = `(() => {
	const block = document.querySelector(".subscription"), out = []
	const say = (bad, what) => { if (bad) out.push(what) }
	const webcal = block.querySelector("a.button"), file = block.querySelector("a.quiet")
	const address = block.querySelector("code"), figure = block.querySelector("figure")
	say(webcal.protocol !== "webcal:", "the first link is " + webcal.href)
	say(webcal.href.replace(/^webcal/, "http") !== file.href, webcal.href + " is not " + file.href)
	say(address.textContent !== file.href, "the address is " + address.textContent)
	say(getComputedStyle(address).userSelect !== "all", "a tap does not select the whole address")
	const box = figure.querySelector("svg").getBoundingClientRect()
	say(box.width < 120 || Math.abs(box.width - box.height) > 1, "the code is " + box.width + "×" + box.height)
	say(!figure.getAttribute("aria-label")?.startsWith("二维码"), "the code has no name")
	const svg = figure.querySelector("svg")
	say(svg.getAttribute("aria-hidden") !== "true" && !(svg.getAttribute("role") === "img" && svg.getAttribute("aria-label")),
		"the code is neither hidden nor an image with a name")
	return out
})()`

// The button copies the address and says so; a browser that does not let it
// selects the address; without the means there is no button.
func TestCopy(t *testing.T) {
	unfold := func(tb *tab) {
		tb.visit("/agenda/")
		tb.click(".subscription > summary")
		tb.wait("the block opens", unfolded)
	}
	const said = `document.querySelector(".address-line [role=status]").textContent`
	const address = `document.querySelector(".address-line code").textContent`
	clipboard := func(value string) string {
		return `Object.defineProperty(navigator, "clipboard", {value: ` + value + `})`
	}

	t.Run("copied", func(t *testing.T) {
		tb := open(t, phone)
		tb.onEveryPage(clipboard(`{writeText: async text => { window.copied = text }}`))
		unfold(tb)
		if got := eval[string](tb, said); got != "" {
			t.Errorf("says %q at once", got)
		}
		tb.click(copyButton)
		tb.wait("it is said", said+` === "已复制"`)
		if got := eval[string](tb, "window.copied"); got != eval[string](tb, address) || !strings.HasSuffix(got, "/calendar.ics") {
			t.Errorf("copied %q", got)
		}
		if !eval[bool](tb, visible(".address-line [role=status]")) {
			t.Error("what is said cannot be seen")
		}
	})
	t.Run("forbidden", func(t *testing.T) {
		tb := open(t, phone)
		tb.onEveryPage(clipboard(`{writeText: async () => { throw new DOMException("no", "NotAllowedError") }}`))
		unfold(tb)
		tb.click(copyButton)
		tb.wait("the address is selected", `getSelection().toString() === `+address)
		if got := eval[string](tb, said); got != "" {
			t.Errorf("says %q", got)
		}
		if problems, _ := tb.noted(); len(problems) > 0 {
			t.Errorf("%q", problems)
		}
	})
	t.Run("impossible", func(t *testing.T) {
		tb := open(t, phone)
		tb.onEveryPage(clipboard("undefined"))
		unfold(tb)
		if eval[bool](tb, visible(copyButton)) {
			t.Error("the button is shown but cannot copy")
		}
		if problems, _ := tb.noted(); len(problems) > 0 {
			t.Errorf("%q", problems)
		}
	})
	t.Run("without JavaScript", func(t *testing.T) {
		bare := phone
		bare.noScript = true
		tb := open(t, bare)
		tb.visit("/agenda/")
		tb.tabTo("summary", 60)
		tb.press(kb.Enter)
		tb.wait("the block opens", unfolded)
		if eval[bool](tb, visible(copyButton)) {
			t.Error("the button is shown but does nothing")
		}
		if !eval[bool](tb, visible(".address-line code")) {
			t.Error("the address cannot be seen")
		}
	})
}
