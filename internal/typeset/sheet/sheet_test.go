package sheet

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"golang.org/x/image/vector"
)

var three = []color.RGBA{{250, 246, 238, 255}, {43, 38, 34, 255}, {23, 73, 111, 255}}

// TestEncode: what is written is what was drawn, whatever the width and the
// number of colours.
func TestEncode(t *testing.T) {
	s := new(Sheet)
	for _, size := range []image.Point{{64, 20}, {33, 7}, {1, 1}, {2, 3}} {
		for _, fast := range []bool{false, true} {
			for _, colours := range [][]color.RGBA{three, append(make([]color.RGBA, 20), three...)} {
				s = &Sheet{Fast: fast}
				s.Reset(size.X, size.Y, colours)
				for i := range s.Pix {
					s.Pix[i] = uint8(i * 7 / 3 % len(colours))
				}
				s.Block(image.Rect(1, 1, 5, 100), 2)
				var buf bytes.Buffer
				if err := s.Encode(&buf); err != nil {
					t.Fatal(err)
				}
				m, err := png.Decode(&buf)
				if err != nil || m.Bounds().Size() != size {
					t.Fatalf("%v: %v", size, err)
				}
				for i, p := range s.Pix {
					want := colours[p]
					want.A = 255
					if got := m.At(i%size.X, i/size.X); got != color.Color(want) {
						t.Fatalf("%v of %d colours: %v at %d, want %v", size, len(colours), got, i, want)
					}
				}
			}
		}
	}
}

// TestPrint: a picture keeps the colours that the sheet has, and the others come
// near.
func TestPrint(t *testing.T) {
	s := new(Sheet)
	s.Reset(40, 40, append([]color.RGBA(nil), three...))
	m := image.NewRGBA(image.Rect(0, 0, 30, 30))
	for i := range 900 {
		c := three[0]
		if i%30 < 8 {
			c.R, c.G = c.R+2, c.G+1
		}
		if i%30 > 14 {
			c = color.RGBA{uint8(i / 30 * 8), 90, 200, 255}
		}
		m.SetRGBA(i%30, i/30, c)
	}
	s.Print(m, image.Pt(5, 6))
	for i := range 900 {
		got, want := s.Colours[s.Pix[(6+i/30)*40+5+i%30]], m.RGBAAt(i%30, i/30)
		if i%30 > 7 && i%30 <= 14 && got != want {
			t.Fatalf("%v for the paper", got)
		}
		if d := int(got.R) - int(want.R); d < -12 || d > 12 || got.B != want.B {
			t.Fatalf("%v for %v", got, want)
		}
	}
	if s.Pix[0] != 0 || s.Pix[6*40+35] != 0 {
		t.Error("printed beside the picture")
	}
}

func TestLay(t *testing.T) {
	s := new(Sheet)
	s.Reset(20, 20, three)
	z := vector.NewRasterizer(10, 10)
	z.MoveTo(2, 2)
	z.LineTo(8, 2)
	z.LineTo(8, 8)
	z.LineTo(2, 8)
	z.ClosePath()
	s.Lay(image.Rect(5, 5, 15, 15), z, func(was, cover uint8) uint8 { return was + cover/255 })
	for i, p := range s.Pix {
		in := image.Pt(i%20, i/20).In(image.Rect(7, 7, 13, 13))
		if in != (p == 1) {
			t.Fatalf("%d at %d, %d", p, i%20, i/20)
		}
	}
}

// TestReduce: few colours stay what they are.
func TestReduce(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 30, 10))
	want := []color.RGBA{{200, 0, 0, 255}, {0, 200, 0, 255}, {0, 0, 200, 255}}
	for i := range 300 {
		m.SetRGBA(i%30, i/30, want[i%3])
	}
	got := reduce(m, 240)
	if len(got) != 3 {
		t.Fatalf("%d colours", len(got))
	}
	for _, c := range want {
		if got[near(got, c)] != c {
			t.Errorf("%v is not among %v", c, got)
		}
	}
}
