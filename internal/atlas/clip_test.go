package atlas

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"testing"
)

var window = box{0, 0, 100, 50}

func randomLine(rng *rand.Rand, n int) []vec {
	var line []vec
	for range n {
		line = append(line, vec{rng.Float64()*240 - 70, rng.Float64()*150 - 50})
	}
	return line
}

// What is left of a line is in the box, and is as long as what was in it.
func TestClipLine(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		line := randomLine(rng, 2+rng.IntN(6))
		got := 0.0
		for _, part := range clipLine(line, window) {
			for _, p := range part {
				if p.x < -1e-9 || p.x > 100+1e-9 || p.y < -1e-9 || p.y > 50+1e-9 {
					t.Fatalf("%v is outside", p)
				}
			}
			got += length(part)
		}
		want := 0.0
		const steps = 2000
		for i := 1; i < len(line); i++ {
			p, q := line[i-1], line[i]
			for s := range steps {
				f := (float64(s) + 0.5) / steps
				x, y := p.x+f*(q.x-p.x), p.y+f*(q.y-p.y)
				if x >= 0 && x <= 100 && y >= 0 && y <= 50 {
					want += math.Hypot(q.x-p.x, q.y-p.y) / steps
				}
			}
		}
		if math.Abs(got-want) > 0.5*float64(len(line)) {
			t.Fatalf("%v: %v units are left of %v", line, got, want)
		}
	}
}

// A line that leaves and comes back falls into parts.
func TestClipLineParts(t *testing.T) {
	parts := clipLine([]vec{{10, 10}, {10, 90}, {20, 90}, {20, 10}, {30, 10}}, window)
	if len(parts) != 2 || len(parts[0]) != 2 || len(parts[1]) != 3 {
		t.Errorf("got %v", parts)
	}
}

// The area that is left is the area that was in the box, by even and odd.
func TestClipRing(t *testing.T) {
	inside := func(ring []vec, p vec) bool {
		in := false
		for i := range ring {
			a, b := ring[i], ring[(i+1)%len(ring)]
			if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(p.y-a.y)*(b.x-a.x)/(b.y-a.y) {
				in = !in
			}
		}
		return in
	}
	rng := rand.New(rand.NewPCG(2, 2))
	for range 300 {
		ring := randomLine(rng, 3+rng.IntN(5))
		cut := clipRing(ring, window)
		for range 200 {
			p := vec{rng.Float64()*140 - 20, rng.Float64()*80 - 15}
			want := inside(ring, p) && p.x > 0 && p.x < 100 && p.y > 0 && p.y < 50
			if got := inside(cut, p); got != want {
				t.Fatalf("%v cut to %v: %v is inside: %v", ring, cut, p, got)
			}
		}
	}
}

// A second area begins where it is, wherever the first one ended.
func TestPathOfAreas(t *testing.T) {
	square := []vec{{1, 1}, {1, 9}, {9, 9}, {9, 1}}
	var p path
	p.poly(square, true)
	p.poly([]vec{{2, 2.5}, {2, 3}, {3, 3}}, true)
	p.poly([]vec{{9, 1}, {9.5, 1}}, false)
	if got, want := string(p.out), "M1 1l0 8 8 0 0-8zM2 2.5l0 .5 1 0zM9 1l.5 0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// readPath gives the points of a path.
func readPath(d string) []vec {
	var points []vec
	at := vec{}
	for _, command := range regexp.MustCompile(`[Ml][^Mlz]*`).FindAllString(d, -1) {
		var n []float64
		for _, s := range regexp.MustCompile(`-?(\d+\.\d+|\.\d+|\d+)`).FindAllString(command, -1) {
			f, _ := strconv.ParseFloat(s, 64)
			n = append(n, f)
		}
		for i := 0; i+1 < len(n); i += 2 {
			if command[0] == 'M' {
				at = vec{}
			}
			at = vec{at.x + n[i], at.y + n[i+1]}
			points = append(points, at)
		}
	}
	return points
}

// A path that is read back gives its points.
func TestPath(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		var want []vec
		for range 1 + rng.IntN(6) {
			want = append(want, vec{float64(rng.IntN(4000)-2000) / 10, float64(rng.IntN(60)-30) / 10})
		}
		var p path
		p.poly(want, false)
		got := readPath(string(p.out))
		var distinct []vec
		for i, q := range want {
			if i == 0 || q != want[i-1] {
				distinct = append(distinct, q)
			}
		}
		if len(got) != len(distinct) {
			t.Fatalf("%s: %v, want %v", p.out, got, distinct)
		}
		for i := range got {
			if math.Hypot(got[i].x-distinct[i].x, got[i].y-distinct[i].y) > 0.01 {
				t.Fatalf("%s: %v, want %v", p.out, got, distinct)
			}
		}
	}
}
