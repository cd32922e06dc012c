package browsertest

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"kepu/internal/sitetest"
)

// opening is an event of several sessions on one day, which asks for
// registration.
const opening = "/events/2026/science-month-opening/"

// at sets the reader's clock.
func (tb *tab) at(instant time.Time) {
	tb.Helper()
	built, err := time.Parse(time.RFC3339, sitetest.Now)
	if err != nil {
		tb.Fatal(err)
	}
	tb.clock(instant.Sub(built))
}

// instant reads a time of the calendar.
func instant(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// A dated thing is what a page says with a time that the reader's clock is
// held against.
type dated struct {
	Name  string `json:"name"`
	Start string `json:"start"`
	End   string `json:"end"`
	Close string `json:"close"`
	Fixed bool   `json:"fixed"` // cancelled, postponed or tentative
	Over  bool   `json:"over"`  // part of something that is marked as over
	Mark  string `json:"mark"`  // what the reader sees of the clock's words
}

// What stands under the heading 正在进行 is left out: it need not say so again.
const datedThings = `(() => {
	const words = Object.values(document.getElementById("main").dataset), timed = "[data-end], [data-close]"
	return [...document.querySelectorAll("main :is(" + timed + "):not(.running + ul *)")].map(e => {
		// Not the words of a registration within an entry.
		const inner = [...e.querySelectorAll(timed)].map(i => i.innerText).join(" ")
		return {
			name: e.innerText.trim().slice(0, 40), start: e.dataset.start || "", end: e.dataset.end || "", close: e.dataset.close || "",
			fixed: !!e.closest(".cancelled, .postponed, .tentative"), over: !!e.parentElement.closest(".past"),
			mark: words.filter(w => e.innerText.split(w).length > inner.split(w).length).join(" "),
		}
	})
})()`

// mark is what the clock has to say of it.
func (d dated) mark(t *testing.T, now time.Time) string {
	t.Helper()
	switch {
	case d.Fixed || d.Over:
		return ""
	case d.Close != "":
		switch left := instant(t, d.Close).Sub(now); {
		case left <= 0:
			return "报名已截止"
		case left < 3*24*time.Hour:
			return "报名快截止"
		}
		return ""
	case !now.Before(instant(t, d.End)):
		return "已结束"
	case !now.Before(instant(t, d.Start)):
		return "正在进行"
	}
	return ""
}

// What is on, what is over and which registration closes is marked to the
// second, and nothing that is cancelled or not certain is.
func TestMarks(t *testing.T) {
	const name = "开幕与科学表演"
	const starts, ends, closes = "2026-09-05T09:00:00+08:00", "2026-09-05T10:30:00+08:00", "2026-09-03T17:00:00+08:00"
	const step = time.Millisecond
	tb := open(t, phone)
	fixed := 0
	for _, c := range []struct {
		now      time.Time
		slot     string // of the opening
		register string
	}{
		{instant(t, closes).Add(-72*time.Hour - step), "", ""},
		{instant(t, closes).Add(-72*time.Hour + step), "", "报名快截止"},
		{instant(t, closes).Add(-step), "", "报名快截止"},
		{instant(t, closes), "", "报名已截止"},
		{instant(t, starts).Add(-step), "", "报名已截止"},
		{instant(t, starts), "正在进行", "报名已截止"},
		{instant(t, ends).Add(-step), "正在进行", "报名已截止"},
		{instant(t, ends), "已结束", "报名已截止"},
		{instant(t, "2026-09-22T12:00:00+08:00"), "已结束", "报名已截止"}, // amid a tentative week
		{instant(t, "2027-12-31T12:00:00+08:00"), "已结束", "报名已截止"},
	} {
		tb.at(c.now)
		for _, url := range []string{september, "/agenda/", opening} {
			tb.visit(url)
			slot, register := false, false
			for _, d := range eval[[]dated](tb, datedThings) {
				want := d.mark(t, c.now)
				if d.Mark != want {
					t.Errorf("%s at %s: %q says %q, want %q", url, c.now, d.Name, d.Mark, want)
				}
				if d.Fixed {
					fixed++
				}
				if d.Start == starts && d.End == ends {
					slot = slot || d.Mark == c.slot && strings.Contains(d.Name, name)
				}
				// The registration for what is over is of no interest.
				register = register || d.Close == closes && d.Mark == c.register || d.Mark == "已结束"
			}
			if !slot || !register {
				t.Errorf("%s at %s: the opening does not say %q and %q", url, c.now, c.slot, c.register)
			}
		}
	}
	if fixed == 0 {
		t.Error("nothing is tentative: the test sees nothing")
	}
}

// What is cancelled, postponed or tentative is said to be neither on nor over,
// in its month and on its own page.
func TestNoMarkOnCancelled(t *testing.T) {
	tb := open(t, phone)
	for _, now := range []string{"2027-04-15T12:00:00+08:00", "2028-01-01T00:00:00+08:00"} {
		tb.at(instant(t, now))
		for _, month := range []string{"/agenda/2027/01/", "/agenda/2027/04/", "/agenda/2027/06/"} {
			tb.visit(month)
			fixed := 0
			for _, d := range eval[[]dated](tb, datedThings) {
				if d.Fixed && d.Mark != "" {
					t.Errorf("%s at %s: %q says %q", month, now, d.Name, d.Mark)
				}
				if d.Fixed {
					fixed++
				}
			}
			if fixed == 0 {
				t.Errorf("%s: nothing is cancelled: the test sees nothing", month)
			}
		}
	}
	seen := 0
	for _, page := range site.Pages {
		if page.Template != "event" || !fixedEvent.Match(page.HTML) {
			continue
		}
		seen++
		tb.visit(page.URL)
		for _, d := range eval[[]dated](tb, datedThings) {
			if d.Mark != "" {
				t.Errorf("%s: %q says %q", page.URL, d.Name, d.Mark)
			}
		}
	}
	if seen == 0 {
		t.Error("no event is cancelled: the test sees nothing")
	}
}

var fixedEvent = regexp.MustCompile(`class="event-head (cancelled|postponed|tentative)"`)

// Without JavaScript nothing is marked: what a page says when it is built must
// be true when it is read.
func TestNoMarksWithoutScript(t *testing.T) {
	bare := phone
	bare.noScript = true
	tb := open(t, bare)
	for _, url := range append(months(t), "/agenda/", opening) {
		tb.visit(url)
		things := eval[[]dated](tb, datedThings)
		if len(things) == 0 {
			t.Errorf("%s has no times: the test sees nothing", url)
		}
		for _, d := range things {
			if d.Mark != "" {
				t.Errorf("%s: %q says %q", url, d.Name, d.Mark)
			}
		}
		if marked := eval[int](tb, `document.querySelectorAll("main [data-day][aria-current]").length`); marked > 0 {
			t.Errorf("%s: %d days are today", url, marked)
		}
	}
}

// Today is the date in Jilin, wherever the reader is, in the grid and in the
// list.
func TestToday(t *testing.T) {
	const today = `[...document.querySelectorAll("[aria-current=date]")].map(e => e.tagName + " " + e.dataset.day).join(", ")`
	for _, zone := range []string{"Asia/Shanghai", "America/Los_Angeles"} {
		tb := open(t, phone)
		tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone})
			return err
		}))
		for _, c := range []struct{ now, want string }{
			{"2026-09-04T23:59:59+08:00", "TD 2026-09-04"},
			{"2026-09-05T00:00:00+08:00", "TD 2026-09-05, LI 2026-09-05"},
			{"2026-09-05T23:59:59+08:00", "TD 2026-09-05, LI 2026-09-05"},
			{"2026-10-01T00:00:00+08:00", ""},
		} {
			tb.at(instant(t, c.now))
			tb.visit(september)
			if got := eval[string](tb, today); got != c.want {
				t.Errorf("%s in %s: today is %q, want %q", c.now, zone, got, c.want)
			}
		}
	}
}
