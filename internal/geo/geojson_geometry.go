package geo

import (
	"encoding/json"
	"math"
)

// coordinates are a position, or a list of coordinates.
type coordinates struct {
	at       int
	position bool
	point    Point
	list     []coordinates
}

// coordinates reads the value of that member, whose first token was t.
func (p *parser) coordinates(t json.Token) (c coordinates, err *failure) {
	if t != json.Delim('[') {
		return c, p.fail(BadPosition, "")
	}
	if p.positions++; p.positions > maxPositions {
		return c, p.fail(TooManyPositions, "")
	}
	c.at = p.at
	var numbers []float64
	err = p.items(func(t json.Token) *failure {
		if x, ok := t.(float64); ok && c.list == nil && len(numbers) < 4 {
			numbers = append(numbers, x)
			return nil
		}
		if numbers != nil {
			return p.fail(BadPosition, "")
		}
		item, err := p.coordinates(t)
		c.list = append(c.list, item)
		return err
	})
	if err != nil || numbers == nil {
		return c, err
	}
	if len(numbers) == 1 {
		return c, failAt(c.at, BadPosition, "")
	}
	c.position, c.point = true, Point{Lat: numbers[1], Lng: numbers[0]}
	switch {
	case c.point.Valid():
		return c, nil
	case math.Abs(c.point.Lat) <= 180 && math.Abs(c.point.Lng) <= 90:
		return c, failAt(c.at, Swapped, "")
	}
	return c, failAt(c.at, OutOfRange, "")
}

// geometry adds what an object draws to a feature.
func (o *object) geometry(f *Feature) *failure {
	if o.kind == "GeometryCollection" {
		if o.holds != "geometries" {
			return failAt(o.at, Missing, "geometries")
		}
		for _, part := range o.parts {
			if err := part.geometry(f); err != nil {
				return err
			}
		}
		return nil
	}
	c := o.coords
	if c == nil && drawn(o.kind) {
		return failAt(o.at, Missing, "coordinates")
	}
	switch o.kind {
	case "Point":
		return addOne(&f.Points, c, point)
	case "MultiPoint":
		return addAll(&f.Points, c, point)
	case "LineString":
		return addOne(&f.Lines, c, line)
	case "MultiLineString":
		return addAll(&f.Lines, c, line)
	case "Polygon":
		return addOne(&f.Polygons, c, polygon)
	case "MultiPolygon":
		return addAll(&f.Polygons, c, polygon)
	case "":
		return failAt(o.at, NotGeoJSON, "")
	}
	return failAt(o.typeAt, UnknownType, o.kind)
}

// drawn tells whether a type has coordinates.
func drawn(kind string) bool {
	switch kind {
	case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon":
		return true
	}
	return false
}

// addOne adds what c is to a list. An empty list of coordinates is nothing.
func addOne[T any](list *[]T, c *coordinates, read func(coordinates) (T, *failure)) *failure {
	if !c.position && len(c.list) == 0 {
		return nil
	}
	x, err := read(*c)
	*list = append(*list, x)
	return err
}

// addAll adds each of what c lists.
func addAll[T any](list *[]T, c *coordinates, read func(coordinates) (T, *failure)) *failure {
	more, err := listOf(*c, read)
	*list = append(*list, more...)
	return err
}

func listOf[T any](c coordinates, read func(coordinates) (T, *failure)) (list []T, err *failure) {
	if c.position {
		return nil, failAt(c.at, BadNesting, "")
	}
	for _, item := range c.list {
		x, err := read(item)
		if err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	return list, nil
}

func point(c coordinates) (Point, *failure) {
	if !c.position {
		return Point{}, failAt(c.at, BadNesting, "")
	}
	return c.point, nil
}

// path reads positions that are joined, each with the next.
func path(c coordinates) ([]Point, *failure) {
	points, err := listOf(c, point)
	for i := 1; i < len(points); i++ {
		if math.Abs(points[i].Lng-points[i-1].Lng) > 180 {
			return nil, failAt(c.list[i].at, Antimeridian, "")
		}
	}
	return points, err
}

func line(c coordinates) ([]Point, *failure) {
	points, err := path(c)
	if err == nil && len(points) < 2 {
		err = failAt(c.at, ShortLine, "")
	}
	return points, err
}

func ring(c coordinates) ([]Point, *failure) {
	points, err := path(c)
	switch {
	case err != nil:
	case len(points) < 4:
		err = failAt(c.at, ShortRing, "")
	case points[0] != points[len(points)-1]:
		err = failAt(c.at, OpenRing, "")
	}
	return points, err
}

func polygon(c coordinates) ([][]Point, *failure) {
	rings, err := listOf(c, ring)
	if err == nil && len(rings) == 0 {
		err = failAt(c.at, ShortRing, "")
	}
	return rings, err
}
