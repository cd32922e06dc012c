package browsertest

import (
	"strings"
	"testing"
)

// september is a month with sessions of one event, a tentative week, solar
// terms and an event as long as the month.
const september = "/agenda/2026/09/"

// months gives september and the month with most on its page.
func months(t *testing.T) []string {
	t.Helper()
	fullest, err := site.Page("month")
	if err != nil {
		t.Fatal(err)
	}
	if fullest.URL == september {
		return []string{september}
	}
	return []string{september, fullest.URL}
}

// A month on a phone, without JavaScript: fingers hit its days, each leads to
// a day of the list with as many entries as the link says.
func TestMonthOnPhone(t *testing.T) {
	bare := phone
	bare.noScript = true
	tb := open(t, bare)
	for _, month := range months(t) {
		tb.visit(month)
		if wide := eval[[]string](tb, overflowing); len(wide) > 0 {
			t.Errorf("%s scrolls sideways: %s", month, strings.Join(wide, "; "))
		}
		for _, bad := range eval[[]string](tb, badDays) {
			t.Errorf("%s: %s", month, bad)
		}
		for _, small := range eval[[]string](tb, smallText) {
			t.Errorf("%s: less than 12 px: %s", month, small)
		}
	}
}

const badDays = `(() => {
	const days = [...document.querySelectorAll(".month a.n")], out = []
	if (!days.length) return ["no day was found"]
	for (const a of days) {
		const name = a.getAttribute("aria-label"), box = a.getBoundingClientRect()
		if (box.width < 43.5 || box.height < 43.5) out.push(name + " is " + box.width.toFixed(1) + "×" + box.height.toFixed(1))
		const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
		if (box.bottom < innerHeight && !a.contains(hit)) out.push(name + " is covered by " + hit?.outerHTML.slice(0, 80))
		const day = document.getElementById(a.hash.slice(1))
		if (!day) { out.push(name + " leads nowhere"); continue }
		const target = day.getBoundingClientRect()
		if (!day.checkVisibility({visibilityProperty: true}) || target.height < 20 || target.top < box.bottom)
			out.push(name + " leads to what is not seen below")
		const cell = a.closest("td").dataset.day, [, m, d] = cell.split("-").map(Number)
		if (cell !== day.dataset.day || !name.startsWith(m + "月" + d + "日 ")) out.push(name + " stands in " + cell + " and leads to " + day.dataset.day)
		const held = day.querySelectorAll(".slots > li").length
		if (!name.endsWith("，" + held + "项")) out.push(name + " leads to " + held)
		if (!a.querySelector(".marks").checkVisibility()) out.push(name + " has no mark")
	}
	return out
})()`

const smallText = `(() => {
	const out = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
	for (let n; n = walk.nextNode();) {
		const e = n.parentElement
		if (n.data.trim() && e.checkVisibility({visibilityProperty: true}) && parseFloat(getComputedStyle(e).fontSize) < 12)
			out.push(n.data.trim().slice(0, 30) + " " + getComputedStyle(e).fontSize)
	}
	return out
})()`

// To those who hear the page, a month is a table with a name, seven named
// columns, and links that say the date and how much there is.
func TestMonthIsTable(t *testing.T) {
	tb := open(t, phone)
	tb.visit(september)
	if other := eval[int](tb, `document.querySelectorAll('main table th:not([scope="col"])').length`); other > 0 {
		t.Errorf("%d headings of columns without scope", other)
	}
	names := map[string][]string{}
	for _, h := range tb.listen() {
		names[h.role] = append(names[h.role], h.name)
	}
	for role, want := range map[string]string{
		"table":        "2026年9月",
		"columnheader": "周一 周二 周三 周四 周五 周六 周日",
	} {
		if got := strings.Join(names[role], " "); got != want {
			t.Errorf("%s: %q, want %q", role, got, want)
		}
	}
	if got := len(names["row"]); got != 6 { // of headings and of five weeks
		t.Errorf("%d rows", got)
	}
	for _, want := range []string{"9月5日 周六，4项", "9月26日 周六，1项"} {
		if !strings.Contains(strings.Join(names["link"], "\n"), want) {
			t.Errorf("no link says %q: %q", want, names["link"])
		}
	}
}

// That an event is cancelled is read before anything is scrolled, in letters
// as large as a heading's.
func TestCancelledAtOnce(t *testing.T) {
	tb := open(t, phone)
	seen := 0
	for _, page := range site.Pages {
		if page.Template != "event" || !strings.Contains(string(page.HTML), `class="notice cancelled"`) {
			continue
		}
		seen++
		tb.visit(page.URL)
		got := eval[[]float64](tb, `(() => {
			const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
			for (let n; n = walk.nextNode();) if (n.data.includes("已取消")) {
				const words = document.createRange()
				words.selectNodeContents(n)
				const box = words.getBoundingClientRect()
				const shown = n.parentElement.checkVisibility({visibilityProperty: true, opacityProperty: true})
				return [shown ? box.width : 0, box.top, box.bottom, parseFloat(getComputedStyle(n.parentElement).fontSize)]
			}
			return [0, 0, 0, 0]
		})()`)
		if width, top, bottom, size := got[0], got[1], got[2], got[3]; width == 0 || top < 0 || bottom > float64(phone.height) || size < 20 {
			t.Errorf("%s: 已取消 is %.0f px wide, from %.0f to %.0f, in letters of %.0f px", page.URL, width, top, bottom, size)
		}
	}
	if seen == 0 {
		t.Error("no event is cancelled: the test sees nothing")
	}
}
