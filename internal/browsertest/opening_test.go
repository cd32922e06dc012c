package browsertest

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// museum is open 周三至周日 09:00–16:30, garden has a summer, a winter in which
// it is closed, and closures.
const (
	museum = "/places/optics-museum/"
	garden = "/places/example-science-garden/"
)

const opens = `document.querySelector("[data-opening]").textContent`

// What is said of a place follows the hours that it has published, to the
// minute, in China's time wherever the reader is.
func TestOpenNow(t *testing.T) {
	const open_, soon, closed = "现在开放，", "就要关门", "现在不开放，"
	tb := open(t, phone)
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "America/Los_Angeles"})
		return err
	}))
	for _, c := range []struct{ url, now, says string }{
		{museum, "2026-09-02T08:59:59", closed + "09:00 开门"}, // a Wednesday
		{museum, "2026-09-02T09:00:00", open_ + "16:30 关门"},
		{museum, "2026-09-02T15:59:59", open_ + "16:30 关门"},
		{museum, "2026-09-02T16:00:00", open_ + "16:30 " + soon},
		{museum, "2026-09-02T16:29:59", open_ + "16:30 " + soon},
		{museum, "2026-09-02T16:30:00", closed + "周四 09:00 开门"},
		{museum, "2026-09-06T16:30:00", closed + "周三 09:00 开门"}, // closed on Monday and Tuesday
		{museum, "2026-09-08T12:00:00", closed + "周三 09:00 开门"},
		{museum, "2026-09-09T00:00:00", closed + "09:00 开门"},

		{garden, "2026-04-30T08:45:00", closed + "09:00 开门"}, // a Thursday, not yet in summer
		{garden, "2026-05-01T08:45:00", open_ + "17:30 关门"},
		{garden, "2026-10-07T17:05:00", open_ + "17:30 " + soon},
		{garden, "2026-10-08T17:05:00", closed + "周五 09:00 开门"},
		{garden, "2026-12-20T12:00:00", closed + "1月12日 09:00 开门"}, // over the winter; the 11th of January is a Monday
		{garden, "2027-01-10T12:00:00", closed + "周二 09:00 开门"},
		{garden, "2027-02-05T12:00:00", closed + "周二 09:00 开门"}, // a Friday; closed until the 7th
	} {
		tb.at(instant(t, c.now+"+08:00"))
		tb.visit(c.url)
		got := eval[string](tb, opens)
		if got != "按公布的时间，"+c.says {
			t.Errorf("%s at %s: says %q, want %q", c.url, c.now, got, c.says)
		}
		if !eval[bool](tb, visible("[data-opening]")) {
			t.Errorf("%s: what is said is not seen", c.url)
		}
	}
}

// A page that stays open keeps up with the clock.
func TestOpeningIsKeptUp(t *testing.T) {
	tb := open(t, phone)
	tb.onEveryPage(`{ const set = setInterval; window.setInterval = (f, ms) => set(f, ms / 600) }`)
	tb.at(instant(t, "2026-09-02T15:00:00+08:00"))
	tb.visit(museum)
	if got := eval[string](tb, opens); !strings.HasSuffix(got, "16:30 关门") {
		t.Fatalf("says %q", got)
	}
	eval[int64](tb, `(at => { Date.now = () => at; return at })(`+itoa(instant(t, "2026-09-02T16:31:00+08:00").UnixMilli())+`)`)
	tb.wait("the place is closed", opens+`.includes("现在不开放")`)
}

// Without JavaScript nothing is said of now, and the hours are there.
func TestNoClaimWithoutScript(t *testing.T) {
	bare := phone
	bare.noScript = true
	tb := open(t, bare)
	for _, url := range []string{museum, garden} {
		tb.visit(url)
		if got := eval[string](tb, `document.querySelector("main").innerText`); strings.Contains(got, "现在") || !strings.Contains(got, "16:") {
			t.Errorf("%s says something of now, or does not say its hours", url)
		}
		if got := eval[string](tb, opens); got != "" {
			t.Errorf("%s says %q", url, got)
		}
		if eval[bool](tb, visible("[data-opening]")) {
			t.Errorf("%s has an empty place where something should stand", url)
		}
	}
}
