package browsertest

import (
	"strings"
	"testing"
)

// rolls gives the page of the honour with the most laureates on it.
func rolls(t *testing.T) []string {
	t.Helper()
	page, err := site.Page("honour")
	if err != nil {
		t.Fatal(err)
	}
	return []string{page.URL}
}

// On a phone nothing of the lists of people and places sticks out, and a finger
// hits what it is meant to hit: 44 px for what opens an entry, 24 px for the rest.
func TestListsOnPhone(t *testing.T) {
	tb := open(t, phone)
	urls := append([]string{people, directory, experts, "/scientists/wang-daheng/", "/map/", museum, garden}, rolls(t)...)
	for _, page := range site.Pages {
		if page.Template == "route" {
			urls = append(urls, page.URL)
		}
	}
	for _, url := range urls {
		tb.visit(url)
		tb.fitsPhone(url)
	}
	tb.visit(people)
	tb.typed("a")
	tb.wait("something is found", `document.querySelector(".hits a")`)
	tb.fitsPhone(people + " with what was found")
}

// fitsPhone checks the page that is open.
func (tb *tab) fitsPhone(what string) {
	tb.Helper()
	if wide := eval[[]string](tb, overflowing); len(wide) > 0 {
		tb.Errorf("%s scrolls sideways: %s", what, strings.Join(wide, "; "))
	}
	for _, small := range eval[[]string](tb, smallTargets) {
		tb.Errorf("%s: %s", what, small)
	}
}

const smallTargets = `(() => {
	const main = ".tree summary, .hits a, .kin a, .button, .quiet, .finder input, .finder select, .jump a, .facets a, .onwards a, .files a"
	const out = [], links = [...document.querySelectorAll("main :is(a, summary, input, select, button)")]
	for (const e of links) {
		if (e.closest("svg") || !e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue
		const box = e.getBoundingClientRect(), least = e.matches(main) ? 44 : 24
		// Within a line of text a link is as high as the line.
		const inline = least === 24 && getComputedStyle(e).display === "inline" && [...e.parentElement.childNodes].some(n => n !== e && n.textContent.trim())
		if (!inline && (box.height < least - .5 || box.width < least - .5))
			out.push("smaller than " + least + " px: " + e.textContent.trim().slice(0, 24) + " in " + e.parentElement.closest("[class]")?.className + ": " + box.width.toFixed(1) + "×" + box.height.toFixed(1))
	}
	return links.length ? out : ["no link"]
})()`
