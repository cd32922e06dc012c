package browsertest

import (
	"strconv"
	"strings"
	"testing"
)

// What a finger is meant to hit is at least 44 px high and wide, 60 px in
// elder mode.
func TestTouchTargets(t *testing.T) {
	for _, c := range []struct {
		name, size string
		least      int64
	}{{"normal", "", 44}, {"elder", "elder", 60}} {
		t.Run(c.name, func(t *testing.T) {
			eachTemplate(t, phone, func(tb *tab) {
				if c.size != "" {
					eval[string](tb, `document.documentElement.dataset.size = "`+c.size+`"`)
				}
				if eval[int64](tb, `document.querySelectorAll("`+targets+`").length`) == 0 {
					tb.Error("no target was found: the test sees nothing")
				}
				for _, small := range eval[[]string](tb, strings.ReplaceAll(smaller, "LEAST", itoa(c.least))) {
					tb.Errorf("smaller than %d px: %s", c.least, small)
				}
			})
		})
	}
}

// targets are controls and the links of navigation; links within text are
// as high as the text.
const targets = `nav a, button, summary, select, input:not([type=hidden])`

const smaller = `[...document.querySelectorAll("` + targets + `")].filter(e => {
	const box = e.getBoundingClientRect()
	const shown = e.checkVisibility ? e.checkVisibility({visibilityProperty: true}) : box.width > 0
	return shown && box.width > 0 && (box.height < LEAST - 0.5 || box.width < LEAST - 0.5)
}).map(e => {
	const box = e.getBoundingClientRect()
	return e.tagName + " " + (e.textContent || "").trim().slice(0, 20) + " in " +
		e.closest("nav, header, main, footer")?.className + ": " + box.width.toFixed(1) + "×" + box.height.toFixed(1)
})`

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
