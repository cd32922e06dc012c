package sitetest

import (
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

var (
	cardNamed   = regexp.MustCompile(`<meta property="og:image" content="([^"]*)"`)
	posterNamed = regexp.MustCompile(`href="([^"]*/poster\.png)"`)
	canonical   = regexp.MustCompile(`<link rel="canonical" href="([^"]*)"`)
)

// A shared picture is one that stands for a page.
type shared struct{ file, of string }

// TestCards: the pictures that the pages name for sharing are there, in the sizes
// that people's screens and networks expect, and the code on them is read as the
// page's address.
func TestCards(t *testing.T) {
	site := built(t)
	var all []shared
	own := 0
	for _, page := range site.Pages {
		if page.Template == "redirect" {
			continue
		}
		for _, c := range []struct {
			named *regexp.Regexp
			size  image.Point
		}{{cardNamed, image.Pt(1200, 630)}, {posterNamed, image.Pt(1080, 1440)}} {
			m := c.named.FindSubmatch(page.HTML)
			if m == nil {
				if c.named == cardNamed && page.URL != "/404.html" {
					t.Errorf("%s names no picture", page.URL)
				}
				continue
			}
			address := string(m[1])
			file := site.file(address)
			if size := pictureSize(t, file); size != c.size {
				t.Errorf("%s: %s is %v, not %v", page.URL, address, size, c.size)
				continue
			}
			if base := filepath.Base(file); base == "card.png" || base == "poster.png" {
				own++
				all = append(all, shared{file, string(canonical.FindSubmatch(page.HTML)[1])})
			}
		}
	}
	if own < 100 {
		t.Fatalf("%d pages have pictures of their own", own)
	}
	t.Logf("%d pictures", own)
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages it
		t.Skip("needs zbarimg")
	}
	const sample = 10
	for i := range sample {
		p := all[i*len(all)/sample+i%2] // cards and posters
		out, err := exec.Command("zbarimg", "-q", "--raw", p.file).Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != p.of {
			t.Errorf("%s reads as %q, want %s (zbarimg of the Debian package zbar-tools: %v)", p.file, got, p.of, err)
		}
	}
}

func pictureSize(t *testing.T, path string) image.Point {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Error(err)
		return image.Point{}
	}
	defer f.Close()
	cfg, format, err := image.DecodeConfig(f)
	if err != nil || format != "png" {
		t.Errorf("%s: %s %v", path, format, err)
	}
	return image.Pt(cfg.Width, cfg.Height)
}
