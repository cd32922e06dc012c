package geo

import (
	"fmt"
	"strconv"
)

// A Problem is what is wrong with a GeoJSON text.
type Problem int

const (
	fine             Problem = iota // none
	NotUTF8                         // not UTF-8, but GBK or UTF-16
	NotJSON                         // not JSON at all
	NotGeoJSON                      // not an object with a type, or not one where RFC 7946 wants one
	UnknownType                     // a type that RFC 7946 has not
	Missing                         // a member that the type needs
	BadPosition                     // not two numbers or more where a position belongs
	BadNesting                      // coordinates nested deeper or less than the type wants
	OutOfRange                      // not degrees: beyond ±180 or ±90
	Swapped                         // out of range, but not if latitude came second
	Antimeridian                    // a line steps over more than 180° of longitude (RFC 7946, 3.1.9)
	OtherCRS                        // says that its coordinates are not WGS-84
	ShortLine                       // fewer than two positions
	ShortRing                       // fewer than four positions
	OpenRing                        // does not end where it began
	TooDeep                         // nested beyond maxNesting
	TooLarge                        // more than maxGeoJSON bytes
	TooManyPositions                // more than maxPositions
)

var problemTexts = [...]string{
	NotUTF8:          "is not UTF-8: save it as UTF-8",
	NotJSON:          "is not JSON",
	NotGeoJSON:       "is not a GeoJSON object",
	UnknownType:      "is not a type of GeoJSON",
	Missing:          "is missing",
	BadPosition:      "is not a position [longitude, latitude]",
	BadNesting:       "has its coordinates nested in another way",
	OutOfRange:       "is not in degrees",
	Swapped:          "has the latitude first; longitude comes first",
	Antimeridian:     "crosses the antimeridian: cut it there in two",
	OtherCRS:         "is not WGS-84",
	ShortLine:        "is not a line: it needs two positions",
	ShortRing:        "is not a ring: it needs four positions",
	OpenRing:         "is not closed: a ring ends with its first position",
	TooDeep:          "is nested too deep",
	TooLarge:         "is too large",
	TooManyPositions: "has too many positions",
}

func (p Problem) String() string { return problemTexts[p] }

// A SyntaxError says why and where a text is not GeoJSON that can be drawn.
type SyntaxError struct {
	Problem   Problem
	Value     string // what was found, or what is missing; may be ""
	Line, Col int    // from 1; Col counts Unicode characters
}

func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("%d:%d: ", e.Line, e.Col)
	if e.Value != "" {
		s += strconv.Quote(e.Value) + " "
	}
	return s + e.Problem.String()
}
