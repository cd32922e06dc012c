package track

import (
	"bytes"
	"encoding/json"
)

// Of RFC 7946 what a route needs.
type (
	collection struct {
		Type     string    `json:"type"`
		Name     string    `json:"name,omitempty"`
		Language string    `json:"language,omitempty"`
		Datum    string    `json:"datum"`
		Features []feature `json:"features"`
	}
	feature struct {
		Type       string     `json:"type"`
		Properties properties `json:"properties"`
		Geometry   geometry   `json:"geometry"`
	}
	properties struct {
		Stop        int    `json:"stop,omitempty"` // from 1; the line has none
		Name        string `json:"name,omitempty"`
		Description string `json:"description,omitempty"`
		URL         string `json:"url,omitempty"`
	}
	geometry struct {
		Type        string `json:"type"`
		Coordinates any    `json:"coordinates"` // a position, or several
	}
	position [2]json.Number // longitude, latitude
)

// GeoJSON writes each stop as a point, and a line through all of them. The type
// of such a file is application/geo+json.
func (r Route) GeoJSON() []byte {
	c := collection{Type: "FeatureCollection", Name: r.Name, Language: r.Language, Datum: datum, Features: []feature{}}
	var line []position
	for i, s := range r.Stops {
		at := position{json.Number(longitude(s.At.Lng)), json.Number(decimal(s.At.Lat))}
		c.Features = append(c.Features, feature{"Feature", properties{i + 1, s.Name, s.Description, s.URL}, geometry{"Point", at}})
		line = append(line, at)
	}
	if len(line) > 1 {
		c.Features = append(c.Features, feature{"Feature", properties{0, r.Name, r.Description, r.URL}, geometry{"LineString", line}})
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(c); err != nil {
		panic(err) // the types above can all be written
	}
	return b.Bytes()
}
