package calendar

import "math"

// The functions of this file take the time as days since J2000.0, which is noon
// of 1 January 2000, in Terrestrial Time (TT): the even time of ephemerides.

const (
	daysPerCentury = 36525
	arcsecond      = math.Pi / (180 * 3600) // in rad
	degree         = math.Pi / 180          // in rad
	meanMotion     = 2 * math.Pi / 365.2422 // of the Sun, in rad a day
)

// sunLongitude is the apparent geocentric longitude of the Sun in rad, not
// reduced to one turn. Between 1900 and 2100 it is at most 0.15″ off JPL's
// ephemeris DE441: the Sun needs 3.6 s for that.
func sunLongitude(days float64) float64 {
	// VSOP87 rests on other reference frames than are in use now: a turn into
	// the FK5 (Meeus, Astronomical Algorithms, ch. 32), and what the IAU of 2000
	// took off the rate of precession, for each century.
	const (
		toFK5      = -0.09033 * arcsecond
		precession = -0.29965 * arcsecond
		aberration = -20.4898 * arcsecond // at a distance of 1 au
	)
	centuries := days / daysPerCentury
	longitude := math.Pi // the Sun stands opposite to the Earth
	power := 1.0
	for _, series := range earthLongitude {
		sum := 0.0
		for _, w := range series {
			sum += w.amplitude * math.Cos(w.phase+w.frequency*centuries/10)
		}
		longitude += sum * 1e-8 * power
		power *= centuries / 10
	}
	return longitude + toFK5 + precession*centuries +
		nutation(centuries) + aberration/sunDistance(days)
}

// sunDistance is the distance from the Earth to the Sun in au. An error of 10⁻³
// moves the aberration by 0.02″ only, so the ellipse of the year 2000 will do.
func sunDistance(days float64) float64 {
	const eccentricity, anomaly = 0.016709, 357.529 * degree
	anomalyNow := anomaly + 0.98560028*degree*days
	return 1 + eccentricity*eccentricity/2 - eccentricity*math.Cos(anomalyNow)
}

// nutations are the waves of the nutation in longitude from 0.01″ up, of the
// IAU theory of 1980 (P. K. Seidelmann, "1980 IAU Theory of Nutation",
// Celestial Mechanics 27, 1982): how often each fundamental argument goes into
// the wave's, and the amplitude in 10⁻⁴″ with its change in a century.
var nutations = [...]struct {
	moonAnomaly, sunAnomaly, moonLatitude, elongation, node float64
	amplitude, change                                       float64
}{
	{0, 0, 0, 0, 1, -171996, -174.2},
	{0, 0, 2, -2, 2, -13187, -1.6},
	{0, 0, 2, 0, 2, -2274, -0.2},
	{0, 0, 0, 0, 2, 2062, 0.2},
	{0, 1, 0, 0, 0, 1426, -3.4},
	{1, 0, 0, 0, 0, 712, 0.1},
	{0, 1, 2, -2, 2, -517, 1.2},
	{0, 0, 2, 0, 1, -386, -0.4},
	{1, 0, 2, 0, 2, -301, 0},
	{0, -1, 2, -2, 2, 217, -0.5},
	{1, 0, 0, -2, 0, -158, 0},
	{0, 0, 2, -2, 1, 129, 0.1},
	{-1, 0, 2, 0, 2, 123, 0},
}

// nutation is how far the nodding of the Earth's axis shifts longitudes, in rad.
func nutation(centuries float64) float64 {
	moonAnomaly := (134.96298 + 477198.867398*centuries) * degree
	sunAnomaly := (357.52772 + 35999.050340*centuries) * degree
	moonLatitude := (93.27191 + 483202.017538*centuries) * degree
	elongation := (297.85036 + 445267.111480*centuries) * degree
	node := (125.04452 - 1934.136261*centuries) * degree

	sum := 0.0
	for _, n := range nutations {
		sum += (n.amplitude + n.change*centuries) * math.Sin(
			n.moonAnomaly*moonAnomaly+n.sunAnomaly*sunAnomaly+
				n.moonLatitude*moonLatitude+n.elongation*elongation+n.node*node)
	}
	return sum * 1e-4 * arcsecond
}

// sunReaches returns when the apparent longitude of the Sun is target, in rad:
// the time nearest to the guess, which may be days off.
func sunReaches(target, guess float64) float64 {
	const enough = 1e-3 // in days: a step leaves a thousandth of itself, so 0.1 s
	days := guess
	for range 8 { // it takes two or three
		missing := math.Remainder(target-sunLongitude(days), 2*math.Pi)
		// By Kepler's second law the Sun's pace goes with 1/distance².
		distance := sunDistance(days)
		step := missing / meanMotion * distance * distance
		days += step
		if math.Abs(step) < enough {
			break
		}
	}
	return days
}

// How far Terrestrial Time is ahead of universal time (UT1), in seconds, at the
// beginning of every fifth year. Up to 2025 it was observed: United States
// Naval Observatory, "Historic Delta T", and International Earth Rotation
// Service. Later values are the projection of L. V. Morrison and others,
// "Addendum 2020 to Measurement of the Earth's rotation", Proceedings of the
// Royal Society A 477, 2021: nobody knows them to better than some seconds in
// 2050 and some tens of seconds in 2100.
var deltaTs = [...]float64{
	-2.7, 3.9, 10.4, 17.2, // 1900
	21.4, 23.6, 24.0, 23.9, // 1920
	24.4, 26.8, 29.2, 31.1, // 1940
	33.2, 35.7, 40.2, 45.5, // 1960
	50.5, 54.3, 56.9, 60.8, // 1980
	63.8, 64.7, 66.1, 67.6, // 2000
	69.4, 69.1, 69.5, 69.9, // 2020
	70.4, 71.1, 71.9, 72.8, // 2040
	73.8, 75.0, 76.3, 77.8, // 2060
	79.3, 81.1, 82.9, 85.0, // 2080
	87.2, 89.5, // 2100
}

// deltaT is how many seconds Terrestrial Time is ahead of universal time, and,
// within a second, of UTC. Before 1900 and after 2105 it is what it was there.
func deltaT(days float64) float64 {
	const first, step = 1900, 5
	at := (2000 + days/365.25 - first) / step
	at = max(0, min(at, float64(len(deltaTs)-1)))
	i := min(int(at), len(deltaTs)-2)
	return deltaTs[i] + (at-float64(i))*(deltaTs[i+1]-deltaTs[i])
}
