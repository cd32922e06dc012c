package raster

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"kepu/internal/typeset"
)

// drawing is one without text, which needs no fonts.
func drawing(body string) []byte { return []byte(head + body + "</svg>") }

func TestSize(t *testing.T) {
	for _, c := range []struct {
		attrs  string
		height int // for a width of 300
	}{
		{`viewBox="0 0 200 100"`, 150},
		{`width="200" height="100"`, 150},
		{`width="200px" viewBox="0 0 100 100"`, 300},
		{`width="100%" viewBox="-50 -50 100 50"`, 150},
		{`width="200" height="50" viewBox="0 0 100 100"`, 75}, // its own shape, with the drawing in its middle
		{`width="200" height="50" viewBox="0 0 100 100" preserveAspectRatio="none"`, 75},
	} {
		m, err := Image([]byte(`<svg xmlns="http://www.w3.org/2000/svg" `+c.attrs+`><rect x="-99" y="-99" width="999" height="999"/></svg>`), 300, typeset.Fonts{})
		if err != nil || m.Rect.Dx() != 300 || m.Rect.Dy() != c.height {
			t.Errorf("%s: %v, %v", c.attrs, m, err)
		}
	}
}

// TestRefused: what is not drawn is told, with its name and its line.
func TestRefused(t *testing.T) {
	for body, want := range map[string]string{
		`<image href="a.png"/>`:                         "line 1: <image>",
		"\n\n" + `<g><foreignObject/></g>`:              "line 3: <foreignObject>",
		`<script>alert(1)</script>`:                     "<script>",
		`<rect width="9" height="9" filter="url(#f)"/>`: "filter",
		`<g mask="url(#m)"><path d="M0 0h9"/></g>`:      "mask",
		`<g style="mix-blend-mode:multiply"/>`:          "mix-blend-mode",
		`<text textLength="9">a</text>`:                 "textLength",
		`<text><textPath href="#a">a</textPath></text>`: "<textPath>",
		`<text text-decoration="underline">a</text>`:    "text-decoration",
		`<rect fill="url(https://a.example/x#b)"/>`:     "out of the drawing",
		`<rect width="9" height="9" fill="blau"/>`:      `"blau" is not a colour`,
		`<rect width="9furlong" height="9"/>`:           "not a length",
		`<path d="M0 0 L 1"/>`:                          "path data",
		`<path d="L0 0"/>`:                              "begin with M",
		`<path d="M1e9 0h1"/>`:                          "path data",
		`<path d="MNaN 0h1"/>`:                          "path data",
		`<g transform="twist(3)"/>`:                     "transform",
		`<use href="#none"/>`:                           "nothing in the drawing",
		`<use href="https://a.example/x.svg#b"/>`:       "nothing in the drawing",
		`<g id="a"><use href="#a"/></g>`:                "within itself",
		`<style>g > rect { fill: red }</style>`:         "selector",
		`<style>@import "x.css";</style>`:               "cannot be drawn",
		`<style>rect { fill: var(--x) }</style>`:        "var(--x)",
		`<animate attributeName="x"/>`:                  "<animate>",
		`<switch/>`:                                     "<switch>",
		`<pattern id="p"/><rect fill="url(#p)"/>`:       "<pattern>",
		`<text>长春</text>`:                               "no fonts",
		`<clipPath id="c"><text>a</text></clipPath><rect width="9" height="9" clip-path="url(#c)"/>`: "<text>",
	} {
		_, err := Image(drawing(body), 200, typeset.Fonts{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", body, err, want)
		}
	}
	if _, err := Image(drawing(`<text>长春</text>`), 200, typeset.Fonts{}); !errors.Is(err, ErrNoFonts) {
		t.Errorf("without fonts: %v", err)
	}
	for _, svg := range []string{"", "x", "<html/>", `<svg xmlns="http://www.w3.org/2000/svg"/>`, head, `<?xml version="1.0" encoding="GBK"?>` + head + `</svg>`, `<!DOCTYPE svg [<!ENTITY a "b">]>` + head + `<text>&a;</text></svg>`} {
		if _, err := Image([]byte(svg), 200, typeset.Fonts{}); err == nil {
			t.Errorf("%.40q was drawn", svg)
		}
	}
	for _, width := range []int{0, -1, 1 << 20} {
		if _, err := Image(drawing(""), width, typeset.Fonts{}); err == nil {
			t.Errorf("drawn with a width of %d", width)
		}
	}
}

// TestHostile: what is meant to take for ever is refused at once.
func TestHostile(t *testing.T) {
	var laughs strings.Builder
	laughs.WriteString(`<defs><rect id="a0" width="200" height="100"/>`)
	for i := range 20 {
		fmt.Fprintf(&laughs, `<g id="a%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i), 10))
	}
	laughs.WriteString(`</defs><use href="#a20"/>`)
	for name, body := range map[string]string{
		"use":        laughs.String(),
		"deep":       strings.Repeat("<g>", 100_000),
		"wide":       strings.Repeat(`<rect width="200" height="100"/>`, 19_000),
		"dashes":     strings.Repeat(`<path d="M0 0H1e6" stroke="red" stroke-width="1" stroke-dasharray="1e-3"/>`, 100),
		"layers":     strings.Repeat(`<g opacity=".5"><rect width="1" height="1"/><rect width="1" height="1"/></g>`, 2_000),
		"clips":      strings.Repeat(`<clipPath id="c"><rect width="9" height="9"/></clipPath><rect clip-path="url(#c)" width="200" height="99"/>`, 9_000),
		"line":       `<path stroke="red" d="M0 0` + strings.Repeat("L9 9 0 5", 300_000) + `"/>`,
		"scale":      `<g transform="scale(1e6)"><g transform="scale(1e6)"><rect width="9" height="9"/></g></g>`,
		"stop":       `<linearGradient id="g">` + strings.Repeat(`<stop/>`, 9_000) + `</linearGradient><rect width="200" height="100" fill="url(#g)"/>`,
		"circle":     `<linearGradient id="g" href="#h"/><linearGradient id="h" href="#g"/><rect width="200" height="100" fill="url(#g)"/>`,
		"marker":     `<marker id="m"><path d="M0 0h1" marker-end="url(#m)"/></marker><path d="M0 0h1" marker-end="url(#m)"/>`,
		"clip":       `<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>`,
		"comments":   `<style>` + strings.Repeat("/*", 300_000) + `{}</style>`,
		"characters": `<text>` + strings.Repeat("长", 100_000) + `</text>`,
	} {
		start := time.Now()
		_, err := PNG(drawing(body), 1080, typeset.Fonts{})
		t.Logf("%s: %v after %v", name, err, time.Since(start))
		if err == nil {
			t.Errorf("%s: drawn", name)
		}
		if flat, err := Flatten(drawing(body)); err == nil && name != "wide" && name != "clips" && name != "layers" && name != "dashes" {
			t.Errorf("%s: written flat, %d bytes", name, len(flat))
		}
	}
}

func TestFlatten(t *testing.T) {
	for body, want := range map[string]string{
		`<title>x</title><desc>y</desc><rect id="a" class="b" width="50" height="20.004" fill="#ff0000"/>`:                                                                                    `<rect width="50" height="20" fill="#f00"/>`,
		`<g transform="translate(10 10) scale(2)"><circle cx="5" cy="5" r="3" stroke="black" stroke-width=".5"/></g>`:                                                                         `<circle cx="20" cy="20" r="6" stroke="#000"/>`,
		`<path d="M 10.00 10.00 L 20 10 L 20 20 L 10 20 Z" fill="none" stroke="rgb(0,0,255)"/>`:                                                                                               `<path d="M10 10H20V20H10z" fill="none" stroke="#00f"/>`,
		`<line x1="1" y1="2" x2="3" y2="4" stroke="red" stroke-dasharray="4"/>`:                                                                                                               `<path d="M1 2 3 4" fill="none" stroke="#f00" stroke-dasharray="4"/>`,
		`<rect width="9" height="9" fill="none"/><rect width="9" height="9" display="none"/><path d="M5 5"/>`:                                                                                 ``,
		`<g opacity=".5"><rect width="9" height="9"/></g>`:                                                                                                                                    `<rect width="9" height="9" opacity=".5"/>`,
		`<text x="5" y="9" font-size="12">A&amp;B <tspan dy="3" fill="red">c</tspan></text>`:                                                                                                  `<text x="5" y="9" font-size="12">A&amp;B <tspan dy="3" fill="#f00">c</tspan></text>`,
		`<g fill="#123456"><rect width="1" height="1"/><rect width="2" height="2"/><rect width="3" height="3"/></g>`:                                                                          `<g fill="#123456"><rect width="1" height="1"/><rect width="2" height="2"/><rect width="3" height="3"/></g>`,
		`<clipPath id="c"><rect width="200" height="100" rx="9"/></clipPath><g clip-path="url(#c)"><rect width="200" height="100" fill="red"/><rect x="50" y="50" width="9" height="9"/></g>`: `<rect width="200" height="100" rx="9" fill="#f00"/><rect x="50" y="50" width="9" height="9"/>`,
		`<linearGradient id="g"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`:                                    "error",
		`<linearGradient id="g"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient><text y="15" stroke="url(#g)">a</text>`:                                         "error",
		`<linearGradient id="g"><stop stop-color="#7e7e7e"/><stop offset="1" stop-color="#828282"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`:                              `<rect width="9" height="9" fill="#808080"/>`,
		`<text x="5" y="9" font-size="12"><script/></text>`:                                                                                                                                   "error",
		`<clipPath id="c"><path d="M0 0 50 50 100 0 50 100z"/></clipPath><rect clip-path="url(#c)" width="200" height="100"/>`:                                                                "error",
		`<clipPath id="c"><rect width="20" height="20"/></clipPath><text y="15" clip-path="url(#c)">长春长春长春</text>`:                                                                            "error",
	} {
		flat, err := Flatten(drawing(body))
		if (err != nil) != (want == "error") {
			t.Errorf("%s: %v", body, err)
			continue
		}
		_, got, _ := strings.Cut(string(flat), ">")
		if got = strings.TrimSuffix(got, "</svg>"); err == nil && got != want {
			t.Errorf("%s:\n%s, want\n%s", body, got, want)
		}
	}
}

// allowed are the elements and attributes that a flat drawing may have.
var (
	allowed = regexp.MustCompile(`^(<(svg|g|path|rect|circle|ellipse|text|tspan)( (viewBox|style|letter-spacing|d|x|y|dx|dy|width|height|rx|ry|cx|cy|r|transform|opacity|fill|fill-opacity|fill-rule|stroke|stroke-[a-z]+|paint-order|font-size|font-weight|font-style|font-family|text-anchor)="[^"<>]*")*/?>|</(svg|g|text|tspan)>|[^<>]+)*$`)
	long    = regexp.MustCompile(`\d\.\d{4,}|\d{3,}\.\d{3,}`)
)

func TestFlatFigures(t *testing.T) {
	for name, svg := range figures(t) {
		flat, err := Flatten(svg)
		if name == "ice" && errors.Is(err, errGradient) {
			continue
		}
		if err != nil || name == "ice" {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !allowed.Match(flat) || long.Match(flat) || bytes.Contains(flat, []byte("url(")) || bytes.Contains(flat, []byte("\n")) {
			t.Errorf("%s: %s", name, flat)
		}
		if again, err := Flatten(addSpace(flat)); err != nil || len(again) > len(flat) {
			t.Errorf("%s: %d bytes, and once more %d, %v", name, len(flat), len(again), err)
		}
	}
}

// addSpace makes a file of what is meant to stand in HTML.
func addSpace(flat []byte) []byte {
	return bytes.Replace(flat, []byte("<svg "), []byte(`<svg xmlns="http://www.w3.org/2000/svg" `), 1)
}

// TestPNG: with or without a palette, what is written is what was drawn, but for
// shades that nobody can tell apart.
func TestPNG(t *testing.T) {
	fonts := systemFonts(t)
	for name, svg := range figures(t) {
		m, err := Image(svg, 540, fonts)
		if err != nil {
			t.Fatal(err)
		}
		data, err := PNG(svg, 540, fonts)
		if err != nil {
			t.Fatal(err)
		}
		read, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		mean, far := difference(onWhite(m), onWhite(read))
		if mean > .002 || far > 0 || len(data) > 60_000 {
			t.Errorf("%s: %d bytes, %.3f %% on the average, %.3f %% far", name, len(data), 100*mean, 100*far)
		}
		again, _ := PNG(svg, 540, fonts)
		if !bytes.Equal(data, again) {
			t.Errorf("%s: drawn in two ways", name)
		}
	}
}

// FuzzDrawing: any file is drawn or refused, and written flat or refused; what is
// written flat can be read again.
func FuzzDrawing(f *testing.F) {
	for _, body := range features {
		f.Add(body)
	}
	files, _ := filepath.Glob("../../content/articles/*/*/*.svg")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		_, body, _ := strings.Cut(string(data), ">")
		f.Add(strings.TrimSuffix(strings.TrimSpace(body), "</svg>"))
	}
	fonts := systemFonts(f)
	f.Fuzz(func(t *testing.T, body string) {
		svg := drawing(body)
		if data, err := PNG(svg, 100, fonts); err == nil {
			if _, err := png.DecodeConfig(bytes.NewReader(data)); err != nil {
				t.Fatal(err)
			}
		}
		flat, err := Flatten(svg)
		if err != nil {
			return
		}
		if !allowed.Match(flat) {
			t.Fatalf("%s", flat)
		}
		if _, err := Flatten(addSpace(flat)); err != nil && !errors.Is(err, errTooMuch) {
			t.Fatalf("%v: %s", err, flat)
		}
	})
}

// FuzzPath: path data is read or refused, and what is written of it again is the
// same path.
func FuzzPath(f *testing.F) {
	for _, d := range []string{"M0 0", "m1-1.5.5l3,4zm9 9h1v1", "M0 0A1 1 0 0110 10", "M1 1C2 2 3 3 4 4S1 1 2 2Q1 1 2 2T3 3z L1 1", "M0 0 1e2-1E+1"} {
		f.Add(d)
	}
	f.Fuzz(func(t *testing.T, d string) {
		p, err := readPath(d)
		if err != nil {
			return
		}
		w := pathWriter{unit: 10, decimals: 1}
		again, err := readPath(w.write(p))
		if err != nil {
			t.Fatalf("%q was written as %q: %v", d, w.b.String(), err)
		}
		if was, is := p.bounds(), again.bounds(); len(again) > 0 && (is.min.sub(was.min).x < -.11 || is.max.sub(was.max).y > .11) {
			t.Fatalf("%q was written as %q", d, w.b.String())
		}
	})
}

func BenchmarkFigure(b *testing.B) {
	fonts := systemFonts(b)
	all := figures(b)
	for name, do := range map[string]func([]byte) error{
		"draw":    func(svg []byte) error { _, err := Image(svg, 1080, fonts); return err },
		"png":     func(svg []byte) error { _, err := PNG(svg, 1080, fonts); return err },
		"flatten": func(svg []byte) error { _, err := Flatten(svg); return err },
	} {
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				for _, svg := range all {
					if err := do(svg); err != nil {
						b.Fatal(err)
					}
					n++
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/figure")
		})
	}
}

// TestMiter: a corner sharper than the limit is cut off.
func TestMiter(t *testing.T) {
	sharp := []contour{{points: []point{{0, 0}, {5, 100}, {10, 0}}}} // 20 widths long
	for limit, want := range map[float64]float64{4: 100, 30: 140} {
		outline, err := pen{width: 4, join: "miter", miter: limit}.stroke(sharp, 1)
		if err != nil {
			t.Fatal(err)
		}
		b := nothing
		for _, p := range outline[0].points {
			b = b.with(p)
		}
		if b.max.y < want-1 || b.max.y > want+3 {
			t.Errorf("limit %g: it reaches to %.1f, want %.0f", limit, b.max.y, want)
		}
	}
}
