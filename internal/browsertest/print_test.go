package browsertest

import "testing"

// On paper there is the text, dark on white, and no navigation, also for a
// reader whose screen is dark.
func TestPrint(t *testing.T) {
	for _, template := range []string{"article", "event", "scientist", "home"} {
		t.Run(template, func(t *testing.T) {
			page, err := site.Page(template)
			if err != nil {
				t.Fatal(err)
			}
			paper := phone
			paper.media, paper.scheme, paper.mobile = "print", "dark", false
			paper.width, paper.height = 794, 1123 // A4 at 96 dpi
			tb := open(t, paper)
			tb.visit(page.URL)
			for _, selector := range []string{"header nav", "#theme", "#size", ".skip"} {
				if eval[bool](tb, visible(selector)) {
					tb.Errorf("%s is printed", selector)
				}
			}
			if !eval[bool](tb, visible("h1")) {
				tb.Error("the heading is not printed")
			}
			ink := eval[float64](tb, luminance(`getComputedStyle(document.querySelector("main p, h1")).color`))
			ground := eval[float64](tb, luminance(`(() => { const c = getComputedStyle(document.body).backgroundColor
				return c === "rgba(0, 0, 0, 0)" || c === "transparent" ? "rgb(255, 255, 255)" : c })()`))
			if ink > 0.1 || ground < 0.95 {
				tb.Errorf("ink %.2f on %.2f, want black on white", ink, ground)
			}
			if wide := eval[[]string](tb, overflowing); len(wide) > 0 {
				tb.Errorf("wider than the paper: %q", wide)
			}
		})
	}
}

// An address behind a link is printed after it.
func TestPrintedAddresses(t *testing.T) {
	paper := phone
	paper.media = "print"
	for _, page := range site.Pages {
		if page.Template != "article" {
			continue
		}
		tb := open(t, paper)
		tb.visit(page.URL)
		got := eval[string](tb, `(() => {
			const a = document.querySelector('main a[href^="http"]')
			return a ? a.href + " " + getComputedStyle(a, "::after").content : ""
		})()`)
		if got == "" {
			continue // no link to elsewhere on this page: try the next
		}
		if !containsAddress(got) {
			t.Errorf("%s: a link is printed without its address: %s", page.URL, got)
		}
		return
	}
	t.Error("no article links to another site")
}

// The answer to a quiz can be read on paper, where nothing can be unfolded.
func TestPrintedAnswers(t *testing.T) {
	paper := phone
	paper.media = "print"
	tb := open(t, paper)
	for _, page := range site.Pages {
		if page.Template != "article" {
			continue
		}
		tb.visit(page.URL)
		got := eval[[]string](tb, `[...document.querySelectorAll(".prose details:not([open]) > :not(summary)")].map(e =>
			e.checkVisibility() && e.getBoundingClientRect().height > 5 ? "" : e.outerHTML.slice(0, 80))`)
		for _, hidden := range got {
			if hidden != "" {
				t.Errorf("%s: not printed: %s", page.URL, hidden)
			}
		}
		if len(got) > 0 {
			return
		}
	}
	t.Error("no article has an answer to unfold")
}
