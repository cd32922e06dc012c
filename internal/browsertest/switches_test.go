package browsertest

import "testing"

const ground = `getComputedStyle(document.body).backgroundColor`

// The switch of colours turns a light page dark, says what it does next, and
// is remembered on the next page.
func TestThemeSwitch(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			s := phone
			s.scheme = scheme
			tb := open(t, s)
			tb.visit("/")
			before := eval[float64](tb, luminance(ground))
			label := eval[string](tb, `document.querySelector("#theme").textContent`)
			tb.click("#theme")
			tb.wait("the switch says something else", `document.querySelector("#theme").textContent !== "`+label+`"`)
			after := eval[float64](tb, luminance(ground))
			if (before > 0.5) == (after > 0.5) {
				tb.Errorf("the ground was %.2f and is %.2f", before, after)
			}

			// Before anything is drawn, on another page of the site.
			tb.visit("/articles/")
			if kept := eval[float64](tb, luminance(ground)); (kept > 0.5) != (after > 0.5) {
				tb.Errorf("the next page is %.2f, not %.2f", kept, after)
			}
			tb.click("#theme")
			if back := eval[float64](tb, luminance(ground)); (back > 0.5) != (before > 0.5) {
				tb.Errorf("switched back, the ground is %.2f", back)
			}
		})
	}
}

// The switch of sizes makes text larger in steps and comes back; the size
// stays on the next page.
func TestSizeSwitch(t *testing.T) {
	// The longest paragraph is text, not a caption.
	const body = `parseFloat(getComputedStyle([...document.querySelectorAll("main p")]
		.reduce((a, b) => b.textContent.length > a.textContent.length ? b : a)).fontSize)`
	tb := open(t, phone)
	page, err := site.Page("article")
	if err != nil {
		t.Fatal(err)
	}
	tb.visit(page.URL)
	normal := eval[float64](tb, body)
	if normal < 16 {
		t.Errorf("body text is %.1f px", normal)
	}
	size := normal
	steps := 0
	for range 5 {
		tb.click("#size")
		next := eval[float64](tb, body)
		if next <= size {
			break
		}
		size = next
		steps++
		if size < 18 {
			t.Errorf("elder text is %.1f px, less than 18", size)
		}
	}
	if steps < 1 || size < 24 {
		t.Errorf("text grows in %d steps to %.1f px", steps, size)
	}
	if again := eval[float64](tb, body); again != normal {
		t.Errorf("after the largest size text is %.1f px, not %.1f again", again, normal)
	}

	tb.click("#size")
	elder := eval[float64](tb, body)
	tb.visit(page.URL)
	if kept := eval[float64](tb, body); kept != elder {
		t.Errorf("the next page's text is %.1f px, not %.1f", kept, elder)
	}
	if problems, _ := tb.noted(); len(problems) > 0 {
		t.Errorf("%q", problems)
	}
}

// A browser that forbids storage still shows pages and switches.
func TestSwitchesWithoutStorage(t *testing.T) {
	tb := open(t, phone)
	tb.onEveryPage(`Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError") }})`)
	tb.visit("/")
	before := eval[float64](tb, luminance(ground))
	tb.click("#theme")
	if after := eval[float64](tb, luminance(ground)); (before > 0.5) == (after > 0.5) {
		t.Errorf("the ground was %.2f and is %.2f", before, after)
	}
	if problems, _ := tb.noted(); len(problems) > 0 {
		t.Errorf("%q", problems)
	}
}
