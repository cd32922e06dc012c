package sheet

import (
	"image"
	"image/color"
	"testing"
)

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
