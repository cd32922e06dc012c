package geo

import "math"

// Simplify leaves out points of a line (Douglas and Peucker), so that none of
// them is farther than the tolerance, in metres, from what stays. The ends stay.
//
// A long line is taken in parts, whose ends stay too: the worst line takes time
// in proportion to its points, not to their square.
func Simplify(line []Point, tolerance float64) []Point {
	const part = 256 // points
	if len(line) < 3 {
		return line
	}
	simple := line[:1:1]
	for len(line) > 1 {
		n := min(part, len(line))
		simple = append(simple, needed(line[:n], tolerance)...)
		line = line[n-1:]
	}
	return simple
}

// needed lists the points of a line that cannot be left out, without the first.
func needed(line []Point, tolerance float64) []Point {
	keep := make([]bool, len(line))
	east := make([]float64, len(line)) // metres of a degree there
	for i, p := range line {
		east[i] = degree * math.Cos(radians(p.Lat))
	}
	last := len(line) - 1
	keep[last] = true
	for stretches := [][2]int{{0, last}}; len(stretches) > 0; {
		from, to := stretches[len(stretches)-1][0], stretches[len(stretches)-1][1]
		stretches = stretches[:len(stretches)-1]
		far, at := tolerance*tolerance, 0
		for i := from + 1; i < to; i++ {
			if d := offLine(line[i], line[from], line[to], east[i]); d > far {
				far, at = d, i
			}
		}
		if at > 0 {
			keep[at] = true
			stretches = append(stretches, [2]int{from, at}, [2]int{at, to})
		}
	}
	var points []Point
	for i, p := range line {
		if keep[i] {
			points = append(points, p)
		}
	}
	return points
}

// degree is the length of one of the equator's, in metres.
const degree = equator * math.Pi / 180

// offLine is how far p is from the straight line between a and b, squared, on a
// plane that touches the earth at p.
func offLine(p, a, b Point, east float64) float64 {
	x, y := (a.Lng-p.Lng)*east, (a.Lat-p.Lat)*degree
	dx, dy := (b.Lng-a.Lng)*east, (b.Lat-a.Lat)*degree
	if length := dx*dx + dy*dy; length > 0 {
		along := max(0, min(-(x*dx+y*dy)/length, 1))
		x, y = x+along*dx, y+along*dy
	}
	return x*x + y*y
}
