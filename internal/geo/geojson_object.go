package geo

import (
	"encoding/json"
	"strings"
)

// object is an object of GeoJSON of whatever type: its members may come in any
// order, so what they mean is known at its end only.
type object struct {
	at, typeAt int
	kind       string // its type
	name       string // of a feature
	coords     *coordinates
	holds      string    // its member with parts: geometry, geometries or features
	parts      []*object // geometry, or geometries
}

func (p *parser) object() (*object, *failure) {
	t, err := p.token()
	if err != nil {
		return nil, err
	}
	return p.objectAt(t)
}

// objectAt reads an object whose first token was t.
func (p *parser) objectAt(t json.Token) (*object, *failure) {
	if t != json.Delim('{') {
		return nil, p.fail(NotGeoJSON, "")
	}
	o := &object{at: p.at}
	return o, p.members(func(key string, t json.Token) (err *failure) {
		switch key {
		case "type":
			o.typeAt = p.at
			o.kind, _ = t.(string)
		case "coordinates":
			c, err := p.coordinates(t)
			o.coords = &c
			return err
		case "geometry", "geometries", "features":
			o.holds = key
			return p.parts(o, key, t)
		case "properties":
			o.name, err = p.name(t)
			return err
		case "crs":
			return p.crs(t)
		}
		return p.skip(t)
	})
}

// parts reads what a feature or a collection holds. Features go to the parser
// as soon as they are read.
func (p *parser) parts(o *object, key string, t json.Token) *failure {
	add := func(t json.Token) *failure {
		part, err := p.objectAt(t)
		switch {
		case err != nil:
			return err
		case key == "features":
			if part.kind == "Feature" || part.kind == "" {
				return part.check(p)
			}
			return failAt(part.typeAt, NotGeoJSON, part.kind)
		}
		o.parts = append(o.parts, part)
		return nil
	}
	switch {
	case key == "geometry" && t == nil:
		return nil
	case key == "geometry":
		return add(t)
	case t != json.Delim('['):
		return p.fail(NotGeoJSON, key)
	}
	return p.items(add)
}

// name reads properties and gives the one that is called so.
func (p *parser) name(t json.Token) (name string, err *failure) {
	if t != json.Delim('{') {
		return "", p.skip(t)
	}
	return name, p.members(func(key string, t json.Token) *failure {
		if s, ok := t.(string); ok && key == "name" {
			name = s
		}
		return p.skip(t)
	})
}

// crs refuses what was drawn in another datum or projection. RFC 7946 has no
// such member any more, but files have it still.
func (p *parser) crs(t json.Token) *failure {
	at := p.at
	if t != json.Delim('{') {
		return p.skip(t)
	}
	return p.members(func(key string, t json.Token) *failure {
		if key != "properties" {
			return p.skip(t)
		}
		name, err := p.name(t)
		if err != nil {
			return err
		}
		if name != "" && !same84(name) {
			return failAt(at, OtherCRS, name)
		}
		return nil
	})
}

// same84 tells whether a reference system is WGS-84, or CGCS2000, which differs
// from it by less than a decimetre.
func same84(name string) bool {
	switch strings.ToUpper(name[strings.LastIndexByte(name, ':')+1:]) {
	case "CRS84", "CRS84H", "4326", "4979", "4490", "WGS84", "WGS 84":
		return true
	}
	return false
}

// check adds the features of a whole text, or of one feature, to the parser.
func (o *object) check(p *parser) *failure {
	var f Feature
	switch o.kind {
	case "FeatureCollection":
		if o.holds != "features" {
			return failAt(o.at, Missing, "features")
		}
		return nil // they are there
	case "Feature":
		if o.holds != "geometry" {
			return failAt(o.at, Missing, "geometry")
		}
		f.Name = o.name
		for _, part := range o.parts {
			if err := part.geometry(&f); err != nil {
				return err
			}
		}
	default:
		if err := o.geometry(&f); err != nil {
			return err
		}
	}
	if len(f.Points)+len(f.Lines)+len(f.Polygons) > 0 {
		p.features = append(p.features, f)
	}
	return nil
}
