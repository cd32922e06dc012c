package pack_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"kepu/internal/chromium"
)

// patience is how long a slow shared machine may take for any one thing.
const patience = 90 * time.Second

// chrome is the browser of all tests, started by the first that needs it.
var chrome context.Context

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "pack")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var stop func()
	if chrome, stop, err = start(dir); err == nil {
		code := m.Run()
		stop()
		os.RemoveAll(dir)
		os.Exit(code)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// start prepares a browser, which runs from its first tab on. A missing one is a
// failure, never a skip.
func start(dir string) (context.Context, func(), error) {
	path, err := chromium.Find()
	if err != nil {
		return nil, nil, err
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.WSURLReadTimeout(patience), chromedp.Flag("hide-scrollbars", true),
	}
	for _, flag := range chromium.Flags() {
		options = append(options, chromedp.Flag(strings.TrimPrefix(flag, "--"), true))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	return ctx, func() { stop(); cancel() }, nil
}

// A tab shows pages from the disk, and takes down what goes wrong and what is
// fetched.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string
	asked    map[network.RequestID]string // but for what the page's policy refused
}

// open opens an empty tab that has no network and may use the clipboard.
func open(t *testing.T) *tab {
	t.Helper()
	start, cancel := context.WithTimeout(chrome, patience)
	defer cancel()
	if err := chromedp.Do(chrome); err != nil { // the browser's life is not the step's
		t.Fatal(err)
	}
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if err := chromedp.Do(start, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, chromedp.FromContext(ctx).Browser, browser.SetPermission, browser.SetPermissionParams{
				Permission: &browser.PermissionDescriptor{Name: name, AllowWithoutSanitization: true}, Setting: "granted"})
			return err
		})); err != nil {
			t.Fatal(err)
		}
	}
	ctx, close := chromedp.NewContext(chrome)
	t.Cleanup(close)
	tb := &tab{T: t, ctx: ctx, asked: map[network.RequestID]string{}}
	if err := chromedp.Listen(ctx, tb.note); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	call(tb, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true})
	tb.before(`addEventListener("securitypolicyviolation", e => console.error("CSP: " + e.violatedDirective + " " + e.blockedURI))`)
	tb.become(1280, "light")
	return tb
}

// note runs for every event of the tab.
func (tb *tab) note(event any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		tb.problems = append(tb.problems, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, arg := range e.Args {
			words = append(words, fmt.Sprint(string(arg.Value), arg.Description))
		}
		tb.problems = append(tb.problems, "console: "+strings.Join(words, " "))
	case *log.EventEntryAdded:
		tb.problems = append(tb.problems, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
	case *page.EventJavascriptDialogOpening:
		tb.problems = append(tb.problems, "dialog: "+e.Message)
	case *network.EventRequestWillBeSent:
		tb.asked[e.RequestID] = e.Request.URL
	case *network.EventLoadingFailed:
		if e.BlockedReason == network.BlockedReasonCsp {
			delete(tb.asked, e.RequestID)
		}
	}
}

// noted gives and forgets what was taken down.
func (tb *tab) noted() (problems, requests []string) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	problems, requests = tb.problems, slices.Sorted(maps.Values(tb.asked))
	tb.problems = nil
	clear(tb.asked)
	return problems, requests
}

// call sends one command of the protocol to the tab.
func call[P, R any](tb *tab, command cdp.Command[P, R], with P) (result R) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) (err error) {
		result, err = cdp.Call(ctx, target, command, with)
		return err
	})); err != nil {
		tb.Fatal(err)
	}
	return result
}

// before runs a script before those of each page.
func (tb *tab) before(script string) {
	tb.Helper()
	call(tb, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// become changes the screen.
func (tb *tab) become(width int64, scheme string) {
	tb.Helper()
	call(tb, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: width < 700})
	call(tb, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// visit opens a file and waits for all that it shows.
func (tb *tab) visit(dir, name string) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.NavigateResponse("file://"+filepath.ToSlash(filepath.Join(dir, name)))); err != nil {
		tb.Fatal(err)
	}
	tb.wait("the page is loaded", `document.readyState === "complete" && [...document.querySelectorAll("iframe")].every(f => f.contentDocument.body && f.contentDocument.readyState === "complete" && f.contentDocument.URL === "about:srcdoc")`)
}

// eval gives the value of an expression in the page.
func eval[T any](tb *tab, expression string) T {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.Fatalf("%s\n%v", expression, err)
	}
	return value
}

// wait polls until a condition of the page is true.
func (tb *tab) wait(what, condition string) {
	tb.Helper()
	for end := time.Now().Add(patience); !eval[bool](tb, "!!("+condition+")"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			problems, _ := tb.noted()
			tb.Fatalf("waited in vain until %s; the page said %q", what, problems)
		}
	}
}

// click presses what a selector finds, as a mouse does.
func (tb *tab) click(selector string) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible)); err != nil {
		tb.Fatalf("%s: %v", selector, err)
	}
}

// key presses a key.
func (tb *tab) key(key, code string, number int64) {
	tb.Helper()
	text := ""
	if key == "Enter" {
		text = "\r"
	}
	call(tb, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyDown", Key: key, Code: code, WindowsVirtualKeyCode: number, Text: text})
	call(tb, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: key, Code: code, WindowsVirtualKeyCode: number})
}

// paste does what Ctrl+V does.
func (tb *tab) paste() {
	tb.Helper()
	call(tb, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyDown", Key: "v", Code: "KeyV", WindowsVirtualKeyCode: 86, Modifiers: 2, Commands: []string{"paste"}})
	call(tb, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: "v", Code: "KeyV", WindowsVirtualKeyCode: 86, Modifiers: 2})
}
