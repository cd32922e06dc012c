package sharecard

import (
	"image"
	"image/draw"
	"math"
	"testing"

	"golang.org/x/image/vector"

	"kepu/internal/motif"
)

// area is how many pixels are covered.
func area(z *vector.Rasterizer) float64 {
	m := image.NewAlpha(z.Bounds())
	z.DrawOp = draw.Src
	z.Draw(m, m.Rect, image.Opaque, image.Point{})
	sum := 0.0
	for _, a := range m.Pix {
		sum += float64(a) / 255
	}
	return sum
}

func TestFilledPaths(t *testing.T) {
	for d, want := range map[string]float64{
		"M10 10h30v20H10z":                              600,
		"M10 10H40V30h-30z":                             600,
		"m10 10l30 0 0 20-30 0z":                        600,
		"M10 10 40 10 40 30 10 30z":                     600,
		"M10 50a20 20 0 1 0 40 0a20 20 0 1 0-40 0z":     math.Pi * 400,
		"M10 50A40 20 0 0 1 90 50A40 20 0 0 1 10 50z":   math.Pi * 800,
		"M50 10A40 20 90 0 1 50 90A40 20 90 0 1 50 10z": math.Pi * 800,
		"M10 10Q50 70 90 10z":                           2. / 3 * 80 * 30,
		"M10 50q20 60 40 0t40 0z":                       2 * 2. / 3 * 40 * 30, // once below the line, once above
		"M10 10C10 70 90 70 90 10z":                     .6 * 80 * 60,
		"M10 10h30x5":                                   0,
		"M10 10h9z5":                                    0,
	} {
		z := vector.NewRasterizer(100, 100)
		for _, c := range contours(d, 1, point{}) {
			fillContour(z, c.points)
		}
		if got := area(z); math.Abs(got-want) > .02*want+1 {
			t.Errorf("%s: covers %.0f, want %.0f", d, got, want)
		}
	}
}

func TestStrokes(t *testing.T) {
	ends := math.Pi * 9 // of a line 6 wide
	for d, want := range map[string]float64{
		"M20 20h60":         60*6 + ends,
		"M20 20h30h30":      60*6 + ends,
		"M20 20h0":          ends,
		"M20 20h60v60h-60z": 4*60*6 - 36 + ends, // the outer corners are round
		"M10 50a40 40 0 1 0 80 0a40 40 0 1 0-80 0z": 2 * math.Pi * 40 * 6,
	} {
		z := vector.NewRasterizer(100, 100)
		for _, c := range contours(d, 1, point{}) {
			stroke(z, c, 6)
		}
		if got := area(z); math.Abs(got-want) > .02*want+1 {
			t.Errorf("%s: covers %.0f, want %.0f", d, got, want)
		}
	}
}

// TestMotifsAreRead: every drawing is understood to its end.
func TestMotifsAreRead(t *testing.T) {
	for _, name := range motif.Names() {
		for _, l := range motif.Draw(name, "seed") {
			r := pathReader{rest: l.Path, scale: 1}
			for r.command() {
				for _, p := range r.now {
					if math.Abs(p.x) > 300 || math.Abs(p.y) > 160 {
						t.Fatalf("%s: %v is far off", name, p)
					}
				}
			}
			if r.rest != "" {
				t.Errorf("%s: %q was left", name, r.rest)
			}
		}
	}
}

func FuzzContours(f *testing.F) {
	for _, name := range motif.Names() {
		for _, l := range motif.Draw(name, "seed") {
			f.Add(l.Path)
		}
	}
	f.Fuzz(func(t *testing.T, d string) {
		if len(d) > 500 {
			return
		}
		z := vector.NewRasterizer(50, 50)
		for _, c := range contours(d, .3, point{}) {
			for _, p := range c.points {
				if !(math.Abs(p.x)+math.Abs(p.y) < 1e4) {
					return // further than any drawing goes
				}
			}
			fillContour(z, c.points)
			stroke(z, c, 2)
		}
	})
}
