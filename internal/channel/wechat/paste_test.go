package wechat

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"kepu/internal/channel/wechat/themes"
	"kepu/internal/chromium"
)

// patience is how long a slow shared machine may take for any one thing.
const patience = 90 * time.Second

// editorPage has an article and beside it an editor, in a page that sets what
// the page of WeChat is known to set.
const editorPage = `<!doctype html><meta charset="utf-8"><style>*{margin:0;padding:0}body{font:16px/1.6 sans-serif}h1,h2,h3,h4,h5,h6{font-size:16px;font-weight:400}#article,#editor{width:343px}</style>
<div id="article">%s</div><div id="editor" contenteditable></div>`

// looks lists the characters in an element with how each looks.
const looks = `(root => {
	const out = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
	for (let n; n = walk.nextNode();) {
		if (n.parentElement.closest("svg")) continue
		const s = getComputedStyle(n.parentElement)
		let box = n.parentElement, ground = ""
		for (; box !== root && !ground; box = box.parentElement) {
			const c = getComputedStyle(box).backgroundColor
			if (c !== "rgba(0, 0, 0, 0)") ground = c
		}
		const look = [s.color, ground, s.fontSize, s.fontWeight, s.fontStyle, s.fontFamily, s.textDecorationLine, s.textAlign.replace("start", "left"), s.lineHeight, s.verticalAlign].join("; ")
		for (const c of n.data.replace(/\s/g, "")) out.push(c + " " + look)
	}
	return out
})`

// An article that is put on the clipboard and pasted into an editor looks as it
// did: every character has its colours, its size and its weight.
func TestPaste(t *testing.T) {
	ctx := browse(t)
	var text strings.Builder
	for _, c := range cases(t) {
		text.WriteString(c.body + "\n\n")
	}
	j := jobOf(text.String(), "")
	g, err := newGallery(j)
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range themes.All() {
		article := newWriter(g, "zh-CN", rich)
		source := article.html(theme.Sheet, article.tree(j, nil))
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, editorPage, source)
		}))
		do(t, ctx, chromedp.Navigate(server.URL))
		before := eval[[]string](t, ctx, looks+`(document.getElementById("article"))`)
		eval[bool](t, ctx, `navigator.clipboard.write([new ClipboardItem({"text/html": new Blob([document.getElementById("article").innerHTML], {type: "text/html"})})])
			.then(() => { document.getElementById("editor").focus(); return true })`)
		hitPaste(t, ctx)
		pasted := eval[[]string](t, ctx, looks+`(document.getElementById("editor"))`)
		server.Close()
		if len(before) < 1000 || len(pasted) != len(before) {
			t.Errorf("%s: %d characters before, %d after", theme.Name, len(before), len(pasted))
			continue
		}
		wrong := 0
		for i := range before {
			if pasted[i] != before[i] {
				if wrong++; wrong < 5 {
					t.Errorf("%s: %s\nbefore %s", theme.Name, pasted[i], before[i])
				}
			}
		}
	}
}

// browse starts a browser that may use the clipboard. A missing one is a
// failure, never a skip.
func browse(t *testing.T) context.Context {
	t.Helper()
	path, err := chromium.Find()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "wechat")
	if err != nil {
		t.Fatal(err)
	}
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.WSURLReadTimeout(patience)}
	for _, flag := range chromium.Flags() {
		options = append(options, chromedp.Flag(strings.TrimPrefix(flag, "--"), true))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	t.Cleanup(func() { stop(); cancel(); os.RemoveAll(dir) })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if _, err := chromedp.CallBrowser(ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name, AllowWithoutSanitization: true}, Setting: "granted"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	return ctx
}

func do(t *testing.T, ctx context.Context, action chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, action); err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s\n%v", expression, err)
	}
	return value
}

// hitPaste does what Ctrl+V does.
func hitPaste(t *testing.T, ctx context.Context) {
	t.Helper()
	for _, kind := range []input.DispatchKeyEventType{"keyDown", "keyUp"} {
		if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: kind, Key: "v", Code: "KeyV", WindowsVirtualKeyCode: 86, Modifiers: 2, Commands: []string{"paste"}}); err != nil {
			t.Fatal(err)
		}
	}
}
