package geo

import "math"

// Distance is the length of the shortest way from a to b on the ellipsoid of
// WGS-84, in metres, to less than one.
func Distance(a, b Point) float64 {
	if d, ok := vincenty(a, b); ok {
		return d
	}
	return aroundTheWorld(a, b)
}

// vincenty solves the inverse problem of geodesy by Vincenty's iteration (Survey
// Review XXIII, 1975). It does not converge for points almost opposite each
// other.
func vincenty(a, b Point) (metres float64, ok bool) {
	const polar = equator * (1 - flattening)
	sin1, cos1 := reduced(a.Lat)
	sin2, cos2 := reduced(b.Lat)
	difference := math.Remainder(radians(b.Lng-a.Lng), 2*math.Pi)

	for lambda, round := difference, 0; round < 50; round++ {
		sinLambda, cosLambda := math.Sincos(lambda)
		sinSigma := math.Hypot(cos2*sinLambda, cos1*sin2-sin1*cos2*cosLambda)
		if sinSigma == 0 {
			return 0, cosLambda > 0 || sin1*sin2 > 0 // the same point, or the one opposite
		}
		cosSigma := sin1*sin2 + cos1*cos2*cosLambda
		sigma := math.Atan2(sinSigma, cosSigma)
		sinAlpha := cos1 * cos2 * sinLambda / sinSigma
		cos2Alpha := 1 - sinAlpha*sinAlpha
		cosMiddle := 0.0 // twice the angle from the equator to the middle of the way
		if cos2Alpha > 1e-15 {
			cosMiddle = cosSigma - 2*sin1*sin2/cos2Alpha
		}
		middle2 := 2*cosMiddle*cosMiddle - 1

		c := flattening / 16 * cos2Alpha * (4 + flattening*(4-3*cos2Alpha))
		next := difference + (1-c)*flattening*sinAlpha*(sigma+c*sinSigma*(cosMiddle+c*cosSigma*middle2))
		if math.Abs(next) > math.Pi {
			return 0, false
		}
		if math.Abs(next-lambda) > 1e-12 {
			lambda = next
			continue
		}

		u2 := cos2Alpha * (equator*equator - polar*polar) / (polar * polar)
		scale := 1 + u2/16384*(4096+u2*(-768+u2*(320-175*u2)))
		d := u2 / 1024 * (256 + u2*(-128+u2*(74-47*u2)))
		correction := d * sinSigma * (cosMiddle + d/4*(cosSigma*middle2-
			d/6*cosMiddle*(4*sinSigma*sinSigma-3)*(4*cosMiddle*cosMiddle-3)))
		return polar * scale * (sigma - correction), true
	}
	return 0, false
}

// reduced gives the sine and cosine of the latitude on the auxiliary sphere.
func reduced(lat float64) (sin, cos float64) {
	sin, cos = math.Sincos(radians(lat))
	sin *= 1 - flattening
	h := math.Hypot(sin, cos)
	return sin / h, cos / h
}

// aroundTheWorld is the distance of points almost opposite each other: every
// way crosses the circle halfway between them, so it is the least sum of the
// distances to a point on that circle.
func aroundTheWorld(a, b Point) float64 {
	through := func(azimuth float64) float64 {
		m := quarter(a, azimuth)
		first, _ := vincenty(a, m)
		second, _ := vincenty(m, b)
		return first + second
	}
	const directions = 72
	step := 2 * math.Pi / directions
	best := 0.0
	for i := range directions {
		if at := float64(i) * step; through(at) < through(best) {
			best = at
		}
	}
	for ; step > 1e-7; step /= 2 {
		for _, at := range []float64{best - step, best + step} {
			if through(at) < through(best) {
				best = at
			}
		}
	}
	return through(best)
}

// quarter is the point a quarter of the globe away in a direction.
func quarter(p Point, azimuth float64) Point {
	sinLat, cosLat := math.Sincos(radians(p.Lat))
	sin, cos := math.Sincos(azimuth)
	return Point{degrees(math.Asin(cosLat * cos)), p.Lng + degrees(math.Atan2(sin, -sinLat*cos))}
}
