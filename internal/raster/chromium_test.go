package raster

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kepu/internal/chromium"
)

// A tab draws what is compared with our pictures. It is opened by the first test
// that wants it.
type tab struct {
	ctx  context.Context
	stop func()
}

var chrome tab

func TestMain(m *testing.M) {
	code := m.Run()
	if chrome.stop != nil {
		chrome.stop()
	}
	os.Exit(code)
}

func browser(t *testing.T) *tab {
	t.Helper()
	if chrome.ctx != nil {
		return &chrome
	}
	path, err := chromium.Find()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "raster")
	if err != nil {
		t.Fatal(err)
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("hide-scrollbars", true), chromedp.Flag("disable-lcd-text", true),
	}
	for _, flag := range chromium.Flags() {
		options = append(options, chromedp.Flag(strings.TrimPrefix(flag, "--"), true))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	chrome = tab{ctx, func() { stop(); cancel(); os.RemoveAll(dir) }}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return &chrome
}

// draw shows HTML, which says that it is in UTF-8, in a window of a size and gives its pixels.
func (b *tab) draw(t *testing.T, html string, width, height int) *image.RGBA {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	err := chromedp.Do(ctx, chromedp.EmulateViewport(int64(width), int64(height)))
	if err == nil {
		_, err = chromedp.Run(ctx, chromedp.NavigateResponse("data:text/html;base64,"+base64.StdEncoding.EncodeToString([]byte(html))))
	}
	if err != nil {
		t.Fatal(err)
	}
	shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	return onWhite(m)
}
