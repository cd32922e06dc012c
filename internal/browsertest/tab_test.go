package browsertest

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"kepu/internal/sitetest"
)

// patience is how long a slow shared machine may take for any one thing.
const patience = 90 * time.Second

// A tab is one page in a browser profile of its own. It takes down what goes
// wrong and what is fetched.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string
	requests []string
}

// A screen is what the reader holds.
type screen struct {
	width, height int64
	mobile        bool   // touch, and the viewport of a phone
	scheme        string // "light" or "dark"
	media         string // "print", or "" for the screen
	noScript      bool
}

var phone = screen{width: 360, height: 740, mobile: true, scheme: "light"}

// open opens an empty tab.
func open(t *testing.T, s screen) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	tb := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, tb.note); err != nil {
		t.Fatal(err)
	}
	// A violation of the policy is an event of the page; some kinds are not
	// written to the console.
	tb.onEveryPage(`addEventListener("securitypolicyviolation", e => console.error("CSP: " + e.violatedDirective + " " + e.blockedURI))`)
	tb.clock(0)
	tb.become(s)
	return tb
}

// onEveryPage runs a script before those of each page.
func (tb *tab) onEveryPage(script string) {
	tb.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument,
			page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	}))
}

// clock sets the reader's clock to a time after the site was built. Pages mark
// what is over by it, and a test must not depend on the day it is run.
func (tb *tab) clock(after time.Duration) {
	tb.Helper()
	now, err := time.Parse(time.RFC3339, sitetest.Now)
	if err != nil {
		tb.Fatal(err)
	}
	tb.onEveryPage(fmt.Sprintf(`Date.now = () => %d`, now.Add(after).UnixMilli()))
}

// click presses what a selector finds, where it is on the screen.
func (tb *tab) click(selector string) {
	tb.Helper()
	tb.do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// become changes the device under the page.
func (tb *tab) become(s screen) {
	tb.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: s.width, Height: s.height, DeviceScaleFactor: 1, Mobile: s.mobile,
		}); err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: s.media,
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: s.scheme},
				{Name: "prefers-reduced-motion", Value: "reduce"},
			},
		}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: s.noScript})
		return err
	}))
}

// note runs for every event of the tab.
func (tb *tab) note(event any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		tb.problems = append(tb.problems, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" || e.Type == "assert" {
			var words []string
			for _, arg := range e.Args {
				words = append(words, fmt.Sprint(string(arg.Value), arg.Description))
			}
			tb.problems = append(tb.problems, "console: "+strings.Join(words, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			tb.problems = append(tb.problems, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		tb.requests = append(tb.requests, e.Request.URL)
	}
}

// noted gives and forgets what was taken down.
func (tb *tab) noted() (problems, requests []string) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	problems, requests = tb.problems, tb.requests
	tb.problems, tb.requests = nil, nil
	return problems, requests
}

// limited bounds one step. The tab lives on.
func (tb *tab) limited() (context.Context, context.CancelFunc) {
	return context.WithTimeout(tb.ctx, patience)
}

func (tb *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.Helper()
	if err := chromedp.Do(tb.ctx); err != nil { // the tab's life is not the step's
		tb.Fatal(err)
	}
	ctx, cancel := tb.limited()
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		tb.Fatal(err)
	}
}

// visit opens a page of the site by its root-relative address and waits for
// all it loads.
func (tb *tab) visit(url string) {
	tb.Helper()
	tb.goTo(strings.TrimSuffix(site.Base, "/") + url)
}

func (tb *tab) goTo(address string) {
	tb.Helper()
	ctx, cancel := tb.limited()
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.NavigateResponse(address)); err != nil {
		tb.Fatalf("%s: %v", address, err)
	}
	tb.wait("the page is loaded", `document.readyState === "complete"`)
}

// eval gives the value of an expression in the page.
func eval[T any](tb *tab, expression string) T {
	tb.Helper()
	ctx, cancel := tb.limited()
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.Fatalf("%s\n%v", expression, err)
	}
	return value
}

// wait polls until a condition of the page is true. It survives that the page
// is replaced meanwhile.
func (tb *tab) wait(what, condition string) {
	tb.Helper()
	ctx, cancel := tb.limited()
	defer cancel()
	var last error
	for {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+condition+")"))
		if ok {
			return
		}
		if err != nil && ctx.Err() == nil {
			last = err
		}
		select {
		case <-ctx.Done():
			problems, _ := tb.noted()
			tb.Fatalf("waited in vain until %s (%s); last error: %v; page said: %q", what, condition, last, problems)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// press sends a key as a keyboard does.
func (tb *tab) press(key string) {
	tb.Helper()
	tb.do(chromedp.KeyEvent(key))
}

// templates are those of the default theme.
var templates = []string{"home", "article", "event", "scientist", "organization", "place", "series",
	"people", "speakers", "directory", "edition", "honour", "map", "route", "guide",
	"page", "list", "terms", "agenda", "month", "year", "subscribe", "data", "404"}

// eachTemplate runs a test on one page of every template. The pages share a
// tab, as a reader's do: opening one takes longer than most tests.
func eachTemplate(t *testing.T, s screen, test func(tb *tab)) {
	t.Helper()
	tb := open(t, s)
	for _, name := range templates {
		page, err := site.Page(name)
		if err != nil {
			t.Error(err)
			continue
		}
		t.Run(name, func(t *testing.T) {
			defer func(outer *testing.T) { tb.T = outer }(tb.T)
			tb.T = t
			tb.become(s)
			tb.noted()
			tb.visit(page.URL)
			test(tb)
		})
	}
}
