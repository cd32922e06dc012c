package track

import (
	"encoding/xml"
	"strings"
)

// Of KML 2.2 (OGC 07-147r2) what a route needs, in the order of its schema.
type (
	kmlFile struct {
		XMLName  xml.Name    `xml:"http://www.opengis.net/kml/2.2 kml"`
		Atom     string      `xml:"xmlns:atom,attr"`
		Document kmlDocument `xml:"Document"`
	}
	kmlDocument struct {
		kmlFeature
		Placemarks []kmlPlacemark `xml:"Placemark"`
	}
	kmlPlacemark struct {
		kmlFeature
		Point *kmlCoordinates `xml:"Point"`
		Line  *kmlCoordinates `xml:"LineString"`
	}
	kmlFeature struct {
		Name        string   `xml:"name,omitempty"`
		Link        *kmlLink `xml:"atom:link"`
		Description string   `xml:"description,omitempty"`
		Data        *kmlData `xml:"ExtendedData>Data"`
	}
	kmlLink struct {
		URL string `xml:"href,attr"`
	}
	kmlData struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value"`
	}
	kmlCoordinates struct {
		Coordinates string `xml:"coordinates"` // lng,lat and blanks between
	}
)

func kmlFeatureOf(name, description, url string) kmlFeature {
	f := kmlFeature{Name: name, Description: description}
	if url != "" {
		f.Link = &kmlLink{url}
	}
	return f
}

// KML writes each stop as a placemark, and a line through all of them. The type
// of such a file is application/vnd.google-earth.kml+xml.
func (r Route) KML() []byte {
	d := kmlDocument{kmlFeature: kmlFeatureOf(r.Name, r.Description, r.URL)}
	d.Data = &kmlData{"datum", datum}
	var line []string
	for _, s := range r.Stops {
		at := longitude(s.At.Lng) + "," + decimal(s.At.Lat)
		d.Placemarks = append(d.Placemarks, kmlPlacemark{kmlFeatureOf(s.Name, s.Description, s.URL), &kmlCoordinates{at}, nil})
		line = append(line, at)
	}
	if len(line) > 1 {
		whole := kmlPlacemark{kmlFeature: kmlFeature{Name: r.Name}, Line: &kmlCoordinates{strings.Join(line, " ")}}
		d.Placemarks = append(d.Placemarks, whole)
	}
	return document(kmlFile{Atom: "http://www.w3.org/2005/Atom", Document: d})
}
