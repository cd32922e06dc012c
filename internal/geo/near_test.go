package geo

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// somewhere puts points over the province, in a city, and on few spots.
func somewhere(n int) map[string][]Point {
	r := rand.New(rand.NewPCG(1, 2))
	sets := map[string][]Point{}
	for range n {
		sets["province"] = append(sets["province"], Point{41 + 5*r.Float64(), 122 + 9*r.Float64()})
		sets["city"] = append(sets["city"], Point{43.8 + 0.2*r.Float64(), 125.2 + 0.3*r.Float64()})
		sets["spots"] = append(sets["spots"], Point{43 + float64(r.IntN(3)), 125})
	}
	return sets
}

// TestNeighbours compares with all pairs.
func TestNeighbours(t *testing.T) {
	for name, points := range somewhere(150) {
		near := NewNeighbours(points)
		for _, within := range []float64{0, 5000, 60_000} {
			for i, p := range points {
				var want []float64
				for j, q := range points {
					if d := Distance(p, q); j != i && d <= within {
						want = append(want, d)
					}
				}
				slices.Sort(want)
				var got []float64
				seen := map[int]bool{i: true}
				for _, x := range near.Of(i, 4, within) {
					if seen[x.Index] || x.Metres != Distance(p, points[x.Index]) {
						t.Fatalf("%s: %v is wrong", name, x)
					}
					seen[x.Index] = true
					got = append(got, x.Metres)
				}
				if !slices.Equal(got, want[:min(len(want), 4)]) {
					t.Fatalf("%s, %v m: %v, want %v", name, within, got, want)
				}
			}
		}
	}
	if got := NewNeighbours([]Point{{43, 125}}).Of(0, 4, 1e6); got != nil {
		t.Errorf("alone with %v", got)
	}
}

func BenchmarkNeighbours(b *testing.B) {
	for name, points := range somewhere(5000) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				near := NewNeighbours(points)
				for i := range points {
					near.Of(i, 4, 60_000)
				}
			}
		})
	}
}
