package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A sign is a link of a drawn map, of one place or of several.
type sign struct {
	Text  string `json:"text"` // "7", "1–8", "9,10"
	Label string `json:"label"`
	Leads string `json:"leads"` // the number of the entry that it leads to
	First int    `json:"first"`
}

// signs reads the map and the list beside it. The label of a sign must be made
// of the numbers and names of the list, and no others.
const signs = `(() => {
	const list = {}, out = {wrong: [], signs: []}
	const say = what => out.wrong.push(what)
	for (const li of document.querySelectorAll(".gazetteer ol > li, .stops > li")) {
		const title = li.querySelector("h3").cloneNode(true)
		title.querySelector("small")?.remove()
		list[+li.querySelector("b").textContent] = {li, name: title.textContent.trim(), url: title.querySelector("a")?.getAttribute("href")}
	}
	const numbers = Object.keys(list).map(Number), told = []
	if (numbers.some((n, i) => n !== i + 1) || !numbers.length) say("the list is numbered " + numbers)
	for (const a of document.querySelectorAll(".map a")) {
		const text = a.querySelector("text").textContent, label = a.getAttribute("aria-label"), href = a.getAttribute("href")
		const own = text.split(" ")[0].split(",").flatMap(part => {
			const [from, to = from] = part.split("–").map(Number)
			return Array.from({length: to - from + 1}, (_, i) => from + i)
		})
		out.signs.push({text, label, first: own[0]})
		if (a.matches(".inset-name")) {
			if (href !== "#" + list[own[0]]?.li.id) say(text + " leads to " + href)
			continue
		}
		const inset = href.includes("-inset-") && document.querySelector(href)
		if (!inset) told.push(...own)
		const want = (own.length > 1 ? text + " " : "") + own.map(n => n + " " + list[n]?.name).join("，")
		if (own.length > 1 ? label !== want : label !== want && !label.startsWith(want + "，")) say(text + " is called " + label + ", want " + want)
		const first = list[own[0]]
		if (inset) {
			const shown = [...inset.querySelectorAll(".site text")].map(t => +t.textContent)
			if (shown.join() !== own.join()) say(text + " leads to an inset of " + shown)
		} else if (href !== "#" + first?.li.id && (own.length > 1 || href !== first?.url)) say(text + " leads to " + href)
	}
	if (told.sort((a, b) => a - b).join() !== numbers.join()) say("the map has the numbers " + told + ", the list " + numbers)
	return out
})()`

type atlasRead struct {
	Wrong []string `json:"wrong"`
	Signs []sign   `json:"signs"`
}

// The numbers and the names on a map are those of the list beside it, to the
// eye and to the ear; Tab goes from sign to sign in the order of the list, and
// where it is can be seen.
func TestMapAndList(t *testing.T) {
	tb := open(t, phone)
	for _, page := range drawn(t) {
		if page.Template != "map" && page.Template != "route" {
			continue
		}
		tb.visit(page.URL)
		got := eval[atlasRead](tb, signs)
		for _, bad := range got.Wrong {
			t.Errorf("%s: %s", page.URL, bad)
		}
		all := tb.listen()
		if count(all, func(h heard) bool { return h.role == "group" && h.name != "" && strings.Contains(h.name, "图") }) == 0 {
			t.Errorf("%s: the map is no group with a name", page.URL)
		}
		for _, s := range got.Signs {
			if n := count(all, func(h heard) bool { return h.role == "link" && h.name == s.Label }); n != 1 {
				t.Errorf("%s: %d links are heard as %q", page.URL, n, s.Label)
			}
		}
		tb.walkSigns(page.URL, got.Signs)
	}
}

// walkSigns goes from the first sign to the last by Tab.
func (tb *tab) walkSigns(url string, signs []sign) {
	tb.Helper()
	// From just before the map; a reader may come from anywhere.
	eval[bool](tb, `(() => { const a = document.querySelector(".map a"), at = document.createElement("span")
		at.tabIndex = -1
		a.closest("svg").before(at)
		at.focus()
		return true })()`)
	last := 0
	for i, s := range signs {
		if s.First < last { // those of an inset come after the sign that leads there
			tb.Errorf("%s: after %d comes %q", url, last, s.Label)
		}
		last = s.First
		before := eval[string](tb, strings.ReplaceAll(look, "SIGN", itoa(int64(i))))
		tb.press(kb.Tab)
		if got := eval[string](tb, `document.activeElement.getAttribute("aria-label") || document.activeElement.outerHTML.slice(0, 80)`); got != s.Label {
			tb.Errorf("%s: Tab goes to %q, want %q", url, got, s.Label)
			return
		}
		if after := eval[string](tb, strings.ReplaceAll(look, "SIGN", itoa(int64(i)))); after == before || !strings.HasPrefix(after, "ring") {
			tb.Errorf("%s: the focus on %s is not seen: %q, before %q", url, s.Text, after, before)
		}
		if !eval[bool](tb, `(() => { const box = document.activeElement.getBoundingClientRect()
			return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth })()`) {
			tb.Errorf("%s: %s has the focus and is not on the screen", url, s.Text)
		}
	}
	if len(signs) == 0 {
		tb.Errorf("%s has no sign: the test sees nothing", url)
	}
}

// look says how a sign is drawn: "ring" where a line of 2 px or more is around
// it, then its lines.
const look = `(() => {
	const a = document.querySelectorAll(".map a")[SIGN], parts = [a, ...a.querySelectorAll("*")].map(e => [e, getComputedStyle(e)])
	const ring = parts.some(([e, s]) =>
		s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 ||
		s.stroke !== "none" && e.getScreenCTM && parseFloat(s.strokeWidth) * e.getScreenCTM().a >= 2)
	return (ring ? "ring " : "") + parts.map(([, s]) => s.stroke + " " + s.strokeWidth + " " + s.outlineStyle + " " + s.outlineWidth).join("; ")
})()`
