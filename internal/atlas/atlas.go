// Package atlas draws maps as SVG: water and roads as far as their data is at
// hand, towns, numbered places that are links, a way from place to place, a
// legend and a scale. It is given plain data, reads nothing, and draws the same
// data the same way every time.
//
// A drawing is 360 units wide and meant to be as wide as a telephone, where a
// unit is a pixel. It holds no colours: all look comes from these classes, below
// svg.map.
//
//	sheet                      the ground of the map
//	grid                       parallels and meridians
//	water river wood road rail boundary
//	                           layers of the ground; water and wood are areas, the rest are lines
//	way                        the line of a route
//	town, seat                 the dot of a town, and of the seat of government
//	site site-KIND             a link: a .sign with a number in it; KIND is as in Kinds or "other"
//	cluster                    a link: a .sign that stands for several sites
//	inset                      a part of the map at a larger scale, with a .sheet, an .inset-name
//	                           that is a link, an .inset-scale, and signs and labels as above
//	leader                     dots of sites in it whose signs stand aside, and lines to those
//	label                      text beside a sign, with label-town, label-seat, label-site or label-water
//	legend                     the signs explained, and
//	scale                      the bar of the scale in it
//
// Signs stand in a coordinate system of their own: a style may scale them round
// their point. Where a drawing is shown larger, text may be made smaller: no two
// boxes of text overlap at the sizes that the drawing gives, nor at smaller ones.
package atlas

import (
	"kepu/internal/geo"
)

// fullWidth is that of every drawing in its units; heights differ.
const fullWidth = 360

// Map is what to draw. Points that are no points of the earth are left out.
type Map struct {
	ID     string      // begins the ids within the drawing: unique on the page
	Title  string      // accessible name
	Desc   string      // accessible description
	Frame  []geo.Point // must be on the map, as all sites and the way are
	Ground []Layer     // from the bottom up
	Towns  []Town      // as far as they are on the sheet; the first ones get their names first
	Sites  []Site      // in the order of their numbers
	Way    []geo.Point
	Words  Words
	Height float64 // of the sheet at the most, in units; 0 leaves it to what it shows
}

// Layer is a part of the ground.
type Layer struct {
	Kind     string // "water", "river", "wood", "road", "rail", "boundary"
	Named    bool   // write the names of its features
	Features []geo.Feature
}

// Town is a dot with a name.
type Town struct {
	Name string
	At   geo.Point
	Seat bool // of the province's government
}

// Site is a numbered sign that leads somewhere.
type Site struct {
	N     int
	Name  string
	Where string // town, read out with the name; ""
	Kind  string // one of Kinds, else it is drawn as "other"
	URL   string
	List  string // where the list beside the map has it: "#x-place-3"
	At    geo.Point
}

// Words are the texts of a drawing in its language.
type Words struct {
	Signs   map[string]string  // names in the legend, by class: "water", "site-museum", "cluster", "town", "seat", "way"
	Km      string             // unit of the scale
	Comma   string             // between a name and its town, and between names
	Several func(n int) string // "12处"
	Rest    func(n int) string // "等12处", after some names
}

// Drawing is a map that was drawn.
type Drawing struct {
	SVG        string
	Projection *geo.Lambert
}
