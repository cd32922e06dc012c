package geo

import "math"

// Lambert is Lambert's conformal conic projection of the ellipsoid of WGS-84,
// the one of China's provincial maps: shapes are true, and so are lengths on
// the two standard parallels.
type Lambert struct {
	South, North float64 // standard parallels
	Meridian     float64 // the one that runs straight up
	Origin       float64 // latitude of y = 0

	n, scale, rho0 float64
}

// NewLambert fits the projection to a part of the earth: the standard parallels
// are a sixth of its height from its edges, the meridian in its middle. All are
// rounded to a tenth of a degree, so that a map can state them.
func NewLambert(b Bounds) *Lambert {
	sixth := (b.North - b.South) / 6
	l := &Lambert{
		South: tenth(b.South + sixth), North: tenth(b.North - sixth),
		Meridian: tenth(b.center().Lng), Origin: tenth(b.center().Lat),
	}
	const flat = 1 // degrees; about the equator the cone is a cylinder, and of no use
	if math.Abs(l.South+l.North) < 2*flat {
		l.South, l.North = flat, flat
	}
	l.South, l.North = inside(l.South), inside(l.North)
	l.fit()
	return l
}

// fit computes what follows from the parallels.
func (l *Lambert) fit() {
	m1, t1 := l.parallel(l.South)
	m2, t2 := l.parallel(l.North)
	l.n = math.Sin(radians(l.South))
	if l.South != l.North {
		l.n = math.Log(m1/m2) / math.Log(t1/t2)
	}
	l.scale = equator * m1 / (l.n * math.Pow(t1, l.n))
	_, t0 := l.parallel(l.Origin)
	l.rho0 = l.scale * math.Pow(t0, l.n)
}

func tenth(x float64) float64 { return math.Round(x*10) / 10 }

// inside keeps a latitude from the poles, one of which the projection takes to
// infinity.
func inside(lat float64) float64 { return max(-89, min(lat, 89)) }

// parallel gives the radius of a parallel in units of the equator's, and the
// isometric colatitude.
func (l *Lambert) parallel(lat float64) (m, t float64) {
	phi := radians(inside(lat))
	sin, cos := math.Sincos(phi)
	e := math.Sqrt(eccentric2)
	return cos / math.Sqrt(1-eccentric2*sin*sin),
		math.Tan(math.Pi/4-phi/2) * math.Pow((1+e*sin)/(1-e*sin), e/2)
}

// Project gives metres east of the meridian and north of the origin. A point
// less than a degree from a pole is shown there.
func (l *Lambert) Project(p Point) (x, y float64) {
	_, t := l.parallel(p.Lat)
	rho := l.scale * math.Pow(t, l.n)
	sin, cos := math.Sincos(l.n * radians(math.Remainder(p.Lng-l.Meridian, 360)))
	return rho * sin, l.rho0 - rho*cos
}
