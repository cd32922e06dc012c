package raster

import (
	"encoding/base64"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kepu/internal/typeset"
)

// systemFonts are those of Debian's package fonts-noto-cjk.
func systemFonts(t testing.TB) typeset.Fonts {
	t.Helper()
	open := func(name string) *typeset.Font {
		f, err := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		font, err := typeset.NewFont(f)
		if err != nil {
			t.Fatal(err)
		}
		return font
	}
	return typeset.Fonts{Title: open("Bold"), Text: open("Regular")}
}

// figures are those of the articles, by name.
func figures(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../../content/articles/*/*/*.svg")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d figures, %v", len(files), err)
	}
	all := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(f), ".svg")] = data
	}
	return all
}

// page shows a drawing as a file would be shown, as wide as the window.
func page(svg []byte) string {
	return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#fff"><img style="display:block;width:100%" src="data:image/svg+xml;base64,` +
		base64.StdEncoding.EncodeToString(svg) + `">`
}

// onWhite is a picture as a page shows it.
func onWhite(m image.Image) *image.RGBA {
	to := image.NewRGBA(m.Bounds())
	draw.Draw(to, to.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(to, to.Rect, m, m.Bounds().Min, draw.Over)
	return to
}

// difference is how much two pictures differ: the mean of all pixels, and the
// part of them that differ by more than a fifth.
func difference(a, b *image.RGBA) (mean, far float64) {
	if a.Rect != b.Rect {
		return 1, 1
	}
	for i := 0; i < len(a.Pix); i += 4 {
		d := 0
		for j := i; j < i+3; j++ {
			d += max(int(a.Pix[j])-int(b.Pix[j]), int(b.Pix[j])-int(a.Pix[j]))
		}
		mean += float64(d) / 765
		if d > 765/5 {
			far++
		}
	}
	n := float64(len(a.Pix) / 4)
	return mean / n, far / n
}

// keep writes pictures that differ, to be looked at, where a variable says.
func keep(t *testing.T, name string, pictures ...image.Image) {
	dir := os.Getenv("KEPU_KEEP_PICTURES")
	if dir == "" {
		return
	}
	size := pictures[0].Bounds().Size()
	all := image.NewRGBA(image.Rect(0, 0, size.X*len(pictures), size.Y))
	for i, m := range pictures {
		draw.Draw(all, image.Rect(i*size.X, 0, (i+1)*size.X, size.Y), m, m.Bounds().Min, draw.Src)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err == nil {
		err = png.Encode(f, all)
		f.Close()
	}
	if err != nil {
		t.Error(err)
	}
}

// TestFiguresLikeChromium: figures are drawn as a browser draws them.
func TestFiguresLikeChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	fonts, tab := systemFonts(t), browser(t)
	for name, svg := range figures(t) {
		m, err := Image(svg, 1080, fonts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		size := m.Rect.Size()
		want, got := tab.draw(t, page(svg), size.X, size.Y), onWhite(m)
		mean, far := difference(got, want)
		t.Logf("%s: %.2f %% on the average, %.2f %% of the pixels far", name, 100*mean, 100*far)
		keep(t, name, got, want)
		if mean > .01 || far > .01 {
			t.Errorf("%s: %.2f %% on the average, %.2f %% of the pixels far", name, 100*mean, 100*far)
		}
	}
}

// TestFlatLikeChromium: a flat figure looks as the original does, to the pixel
// but for what rounding and clipping by lines move.
func TestFlatLikeChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	tab := browser(t)
	for name, svg := range figures(t) {
		flat, err := Flatten(svg)
		if errors.Is(err, errGradient) {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s, _ := read(svg)
		height := int(column*s.view.height()/s.view.width() + .5)
		family := "Noto Sans CJK SC"
		if strings.HasSuffix(name, ".ko") {
			family = "Noto Sans CJK KR"
		}
		article := `<!doctype html><meta charset="utf-8"><style>body > svg { display: block; width: 100%; height: auto }</style><body style="margin:0;background:#fff;font:17px/1.7 ` + family
		want := tab.draw(t, article+`">`+string(svg), column, height)
		got := tab.draw(t, article+`;letter-spacing:2px">`+string(flat), column, height)
		mean, far := difference(got, want)
		t.Logf("%s: %d → %d bytes, %d characters; %.3f %% on the average, %.3f %% of the pixels far", name, len(svg), len(flat), len([]rune(string(flat))), 100*mean, 100*far)
		keep(t, name+"-flat", got, want)
		if mean > .001 || far > .001 {
			t.Errorf("%s: %.3f %% on the average, %.3f %% of the pixels far", name, 100*mean, 100*far)
		}
	}
}
