package motif

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestOrbitsAreRound: the two arcs of an orbit are halves of one ellipse only
// if its long axis is no longer than the way from end to end.
func TestOrbitsAreRound(t *testing.T) {
	for _, seed := range seeds() {
		arcs := arc.FindAllStringSubmatch(SVG("orbits", seed), -1)
		if len(arcs) != 3 {
			t.Fatalf("orbits(%q): %d orbits were found", seed, len(arcs))
		}
		for _, m := range arcs {
			n := numbers(m[1:])
			dx, dy, rx := n[3]-n[0], n[4]-n[1], n[2]
			if 4*rx*rx > dx*dx+dy*dy {
				t.Fatalf("orbits(%q): %s: the arcs meet at an angle", seed, m[0])
			}
		}
	}
}

var arc = regexp.MustCompile(`M(-?\d+) (-?\d+)A(\d+) \d+ -?\d+ 1 0 (-?\d+) (-?\d+)A`)

// TestFiguresStayWithin: what a plate would cut in two if it came too near the
// edge, by the start of the command that draws it and how far that reaches.
func TestFiguresStayWithin(t *testing.T) {
	for _, c := range []struct {
		name, what, path string
		up, down         int
	}{
		{"reeds", "bird", `M(\d+) (\d+)q\d-\d (?:9|13) 0`, 4, 0},
		{"reeds", "head of a reed", `M(\d+) (\d+)q4 7 0 14`, 0, 14},
		{"peaks", "sun", `M(\d+) (\d+)a5 5`, 5, 5},
		{"trajectory", "body of the satellite", `M(\d+) (\d+)a4 4`, 15, 15},
		{"turbine", "disc of the rotor", `M(\d+) (\d+)a27 27`, 27, 27},
		{"orbits", "star", `M(\d+) (\d+)h0`, 2, 2},
		{"constellation", "star", `M(\d+) (\d+)h0`, 2, 2},
		{"crystal", "arm", `L(\d+) (\d+)M`, 1, 1},
		{"circuits", "end of a trace", `M(\d+) (\d+)h0`, 2, 2},
		{"bowl", "steam", `M(\d+) (\d+)q\d -\d 0 -\dt0`, 11, 0},
		{"bowl", "grain", `M(\d+) (\d+)h0`, 2, 2},
	} {
		path, found := regexp.MustCompile(c.path), false
		for _, seed := range seeds() {
			for _, m := range path.FindAllStringSubmatch(SVG(c.name, seed), -1) {
				found = true
				if y := numbers(m[1:])[1]; y-c.up < top || y+c.down > bottom {
					t.Fatalf("%s(%q): a %s at height %d is cut off: %s", c.name, seed, c.what, y, m[0])
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s was found: the test sees nothing", c.name, c.what)
		}
	}
}

func numbers(texts []string) []int {
	var list []int
	for _, text := range texts {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			panic(err)
		}
		list = append(list, n)
	}
	return list
}
