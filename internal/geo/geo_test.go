package geo

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// table reads a table that testdata/oracle.mjs wrote.
func table(t *testing.T, name string) (rows [][]float64) {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		var row []float64
		for field := range strings.SplitSeq(lines.Text(), "\t") {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				t.Fatal(err)
			}
			row = append(row, x)
		}
		rows = append(rows, row)
	}
	if len(rows) < 100 {
		t.Fatalf("%s: %d rows", name, len(rows))
	}
	return rows
}

func TestGCJ02(t *testing.T) {
	for _, row := range table(t, "gcj02.tsv") {
		p, want := Point{row[0], row[1]}, Point{row[2], row[3]}
		if got := p.GCJ02(); Distance(got, want) > 0.01 {
			t.Errorf("%v: %v, want %v", p, got, want)
		}
	}
}

// fromGCJ02 takes a point in the datum of Chinese maps to WGS-84, to less than
// a millimetre of what GCJ02 undoes.
func fromGCJ02(p Point) Point {
	q := p
	for range 6 { // each round leaves less than a hundredth of the error
		r := q.GCJ02()
		q = Point{q.Lat + p.Lat - r.Lat, q.Lng + p.Lng - r.Lng}
	}
	return q
}

// TestGCJ02Back goes over a grid in which the formula's origin lines lie.
func TestGCJ02Back(t *testing.T) {
	for lat := 18.0; lat <= 54; lat += 0.5 {
		for lng := 73.0; lng <= 135; lng += 0.5 {
			p := Point{lat, lng}
			if d := Distance(fromGCJ02(p.GCJ02()), p); d > 0.001 {
				t.Errorf("%v: %v m off", p, d)
			}
		}
	}
	for _, p := range []Point{{51.5, -0.12}, {0, 0}, {-90, 180}} {
		if fromGCJ02(p) != p || p.GCJ02() != p {
			t.Errorf("%v is not in China", p)
		}
	}
}

// TestGCJ02Continuous walks in steps of a metre: the datum may stretch that by
// little.
func TestGCJ02Continuous(t *testing.T) {
	const metre = 1e-5
	for _, p := range []Point{{43.9, 125.3}, {35, 104.9999}, {34.9999, 105}, {22.3, 114.1}} {
		for range 2000 {
			q := Point{p.Lat + metre*0.8, p.Lng + metre*0.6}
			if d, e := Distance(p, q), Distance(p.GCJ02(), q.GCJ02()); math.Abs(d-e) > 0.05*d {
				t.Fatalf("at %v a step of %v m is %v m", p, d, e)
			}
			p = q
		}
	}
}

func TestDistance(t *testing.T) {
	for _, row := range table(t, "distance.tsv") {
		a, b, want := Point{row[0], row[1]}, Point{row[2], row[3]}, row[4]
		for _, got := range []float64{Distance(a, b), Distance(b, a)} {
			if !(math.Abs(got-want) < 0.01) {
				t.Errorf("from %v to %v: %.4f m, want %.4f", a, b, got, want)
			}
		}
	}
}

func TestBounds(t *testing.T) {
	b := BoundsOf(Point{43, 125}, Point{41, 131}, Point{46, 122})
	if want := (Bounds{41, 122, 46, 131}); b != want {
		t.Errorf("%v, want %v", b, want)
	}
	if !b.contains(Point{46, 122}) || b.contains(Point{46.1, 122}) || BoundsOf() != (Bounds{}) {
		t.Error("what they contain")
	}
	if got, want := b.Pad(50, 60), (Bounds{-9, 62, 90, 180}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}
