package geo

import (
	"math"
	"testing"
)

// inverse gives the point that is shown at x, y.
func (l *Lambert) inverse(x, y float64) Point {
	sign := math.Copysign(1, l.n)
	rho := sign * math.Hypot(x, l.rho0-y)
	theta := math.Atan2(sign*x, sign*(l.rho0-y))
	t := math.Pow(rho/l.scale, 1/l.n)

	e := math.Sqrt(eccentric2)
	phi := math.Pi/2 - 2*math.Atan(t)
	for range 8 { // each round leaves less than a hundredth of the error
		sin := math.Sin(phi)
		phi = math.Pi/2 - 2*math.Atan(t*math.Pow((1-e*sin)/(1+e*sin), e/2))
	}
	return Point{degrees(phi), math.Remainder(l.Meridian+degrees(theta/l.n), 360)}
}

func TestLambert(t *testing.T) {
	for _, row := range table(t, "lambert.tsv") {
		l := &Lambert{South: row[0], North: row[1], Meridian: row[2], Origin: row[3]}
		l.fit()
		p := Point{row[4], row[5]}
		x, y := l.Project(p)
		if !(math.Hypot(x-row[6], y-row[7]) < 0.001) {
			t.Errorf("%v: %.4f, %.4f, want %.4f, %.4f", p, x, y, row[6], row[7])
		}
		if d := Distance(l.inverse(x, y), p); !(d < 0.001) {
			t.Errorf("%v: the way back leads %v m off", p, d)
		}
	}
}

// TestNewLambert is about the statement that a map of Jilin makes.
func TestNewLambert(t *testing.T) {
	l := NewLambert(Bounds{40.9, 121.6, 46.3, 131.3})
	if l.South != 41.8 || l.North != 45.4 || l.Meridian != 126.5 || l.Origin != 43.6 {
		t.Errorf("%+v", l)
	}
	x, y := l.Project(Point{43.6, 126.5})
	if math.Hypot(x, y) > 1e-6 {
		t.Errorf("the middle is at %v, %v", x, y)
	}
	if _, north := l.Project(Point{44, 126.5}); north < 0 {
		t.Error("north is down")
	}
}

// TestLambertAnywhere wants numbers for every frame and point, the sharper the
// frame is away from poles and equator.
func TestLambertAnywhere(t *testing.T) {
	lats := []float64{-90, -89.5, -45, -0.3, 0, 0.3, 20, 45, 89.5, 90}
	for _, south := range lats {
		for _, north := range lats {
			if north < south {
				continue
			}
			l := NewLambert(Bounds{south, -180, north, 180})
			for _, lat := range lats {
				for _, lng := range []float64{-180, -90, 0, 180} {
					p := Point{lat, lng}
					x, y := l.Project(p)
					if math.IsNaN(x+y) || math.IsInf(x+y, 0) {
						t.Fatalf("%v to %v: %v is at %v, %v", south, north, p, x, y)
					}
					if back := l.inverse(x, y); !back.Valid() {
						t.Fatalf("%v to %v: %v comes back as %v", south, north, p, back)
					}
				}
			}
		}
	}
}
