// Package track writes a journey as files for navigation and for maps: GPX 1.1,
// KML 2.2 and GeoJSON. Positions are in WGS-84 in all three, as their standards
// want; equal routes give equal bytes.
package track

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"kepu/internal/geo"
)

// Route is a journey. URL is absolute; what is "" is left out.
type Route struct {
	Name        string
	Description string
	URL         string
	Language    string // BCP 47
	Stops       []Stop // in order
}

// Stop is one of its places.
type Stop struct {
	Name        string
	Description string
	URL         string
	At          geo.Point // WGS-84
}

// datum is said in each file, since Chinese maps have another.
const datum = "WGS-84"

// decimal is an angle without an exponent, to a centimetre.
func decimal(degrees float64) string {
	s := strconv.FormatFloat(degrees, 'f', 7, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// longitude is from -180 to less than 180, as GPX has it.
func longitude(degrees float64) string { return decimal(math.Mod(degrees+540, 360) - 180) }

// document is an XML file; what cannot stand in XML is replaced.
func document(root any) []byte {
	text, err := xml.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err) // the types below can all be written
	}
	return append(append([]byte(xml.Header), text...), '\n')
}
