package inline_test

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/channel/wechat/themes"
	"kepu/internal/chromium"
)

//go:embed host.css
var hostCSS string

// looks is an expression: how each element looks, by its data-i. What is
// inherited is told of elements that hold text; elsewhere it is not seen.
const looks = `(() => {
	const own = "display width height margin-top margin-right margin-bottom margin-left padding-top padding-right padding-bottom padding-left border-top-width border-top-style border-right-width border-right-style border-bottom-width border-bottom-style border-left-width border-left-style border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius background-color overflow-x overflow-y text-decoration-line vertical-align max-width min-width"
	const inherited = "color font-size font-weight font-style font-family line-height letter-spacing text-align text-indent white-space word-break border-collapse border-spacing list-style-type"
	const all = {}
	for (const e of document.querySelectorAll("[data-i]")) {
		const s = getComputedStyle(e), look = {}
		const text = [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())
		let names = own
		if (text) names += " " + inherited.replace("list-style-type", s.display == "list-item" ? "list-style-type" : "").replace(/border-\S+/g, "")
		if (s.display == "table") names += " border-collapse border-spacing"
		for (const side of ["top", "right", "bottom", "left"])
			if (s["border-" + side + "-style"] != "none" && s["border-" + side + "-width"] != "0px") names += " border-" + side + "-color"
		for (const name of names.split(" ").filter(n => n)) look[name] = s.getPropertyValue(name)
		all[e.dataset.i] = look
	}
	return JSON.stringify(all)
})()`

type look map[string]map[string]string

// TestBrowser compares, in a browser, trees that a style sheet styles with what
// Write makes of them: on an empty page, and on one that has styles of its own.
func TestBrowser(t *testing.T) {
	list := samples(t)
	for _, theme := range themes.All() {
		list = append(list, sample{name: theme.Name, sheet: themes.Source(theme.Name), tree: article(t)})
	}
	ctx := browse(t)
	for _, s := range list {
		tree := grow(t, s.tree)
		number(tree, new(int))
		want := show(t, ctx, s.sheet, withClasses(tree))
		if len(want) < 3 {
			t.Fatalf("%s: %d elements", s.name, len(want))
		}
		html := write(t, s.sheet, tree)
		for page, css := range map[string]string{"empty page": "", "page with styles": hostCSS} {
			for i, problem := range differences(want, show(t, ctx, css, html)) {
				if i < 10 {
					t.Errorf("%s, %s: %s", s.name, page, problem)
				}
			}
		}
	}
}

// differences lists what looks different.
func differences(want, got look) []string {
	var list []string
	for i, properties := range want {
		for name, value := range properties {
			if other := got[i][name]; !alike(value, other) {
				list = append(list, fmt.Sprintf("element %s: %s is %q, not %q", i, name, other, value))
			}
		}
	}
	slices.Sort(list)
	return list
}

// alike compares values of CSS; lengths are written rounded.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	x, err := strconv.ParseFloat(strings.TrimSuffix(a, "px"), 64)
	y, err2 := strconv.ParseFloat(strings.TrimSuffix(b, "px"), 64)
	return err == nil && err2 == nil && math.Abs(x-y) < .05
}

// number gives every element its number.
func number(e *inline.Element, next *int) {
	if e.Tag == "" {
		return
	}
	e.Attrs = append(e.Attrs, inline.Attr{Name: "data-i", Value: strconv.Itoa(*next)})
	*next++
	for _, child := range e.Nodes {
		number(child, next)
	}
}

// withClasses writes a tree as it is.
func withClasses(e *inline.Element) string {
	if e.Tag == "" {
		return strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(e.Text)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<%s class="%s"`, e.Tag, e.Class)
	for _, a := range e.Attrs {
		fmt.Fprintf(&b, ` %s="%s"`, a.Name, a.Value)
	}
	b.WriteByte('>')
	for _, child := range e.Nodes {
		b.WriteString(withClasses(child))
	}
	if !slices.Contains([]string{"br", "img", "hr"}, e.Tag) {
		b.WriteString("</" + e.Tag + ">")
	}
	return b.String()
}

// browse starts a browser. A missing one is a failure, never a skip.
func browse(t *testing.T) context.Context {
	t.Helper()
	path, err := chromium.Find()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "inline")
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
	if err := chromedp.Do(ctx); err != nil { // starts it, for as long as ctx lasts
		t.Fatal(err)
	}
	return ctx
}

// patience is how long a slow shared machine may take for any one thing.
const patience = 90 * time.Second

// show gives the looks of a page.
func show(t *testing.T, ctx context.Context, css, body string) look {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	page := "data:text/html;charset=utf-8," + url.PathEscape("<!doctype html><style>body{margin:0;width:375px}"+css+"</style><body>"+body)
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](looks))
	if err != nil {
		t.Fatal(err)
	}
	var l look
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		t.Fatal(err)
	}
	return l
}
