package track

import "encoding/xml"

// Of GPX 1.1 what a route needs, in the order of its schema.
type (
	gpxFile struct {
		XMLName  xml.Name    `xml:"http://www.topografix.com/GPX/1/1 gpx"`
		Version  string      `xml:"version,attr"`
		Creator  string      `xml:"creator,attr"`
		Metadata gpxMetadata `xml:"metadata"`
		Points   []gpxPoint  `xml:"wpt"`
		Route    gpxRoute    `xml:"rte"`
	}
	gpxMetadata struct {
		Name        string   `xml:"name,omitempty"`
		Description string   `xml:"desc,omitempty"`
		Link        *gpxLink `xml:"link"`
		Keywords    string   `xml:"keywords"`
	}
	gpxRoute struct {
		Name        string     `xml:"name,omitempty"`
		Description string     `xml:"desc,omitempty"`
		Link        *gpxLink   `xml:"link"`
		Points      []gpxPoint `xml:"rtept"`
	}
	gpxPoint struct {
		Lat         string   `xml:"lat,attr"`
		Lon         string   `xml:"lon,attr"`
		Name        string   `xml:"name,omitempty"`
		Description string   `xml:"desc,omitempty"`
		Link        *gpxLink `xml:"link"`
	}
	gpxLink struct {
		URL string `xml:"href,attr"`
	}
)

func gpxLinkTo(url string) *gpxLink {
	if url == "" {
		return nil
	}
	return &gpxLink{url}
}

// GPX writes each stop as a waypoint, with what is said of it, and all as a
// route. The type of such a file is application/gpx+xml.
func (r Route) GPX() []byte {
	f := gpxFile{
		Version: "1.1", Creator: "kepu",
		Metadata: gpxMetadata{r.Name, r.Description, gpxLinkTo(r.URL), datum},
		Route:    gpxRoute{Name: r.Name, Description: r.Description, Link: gpxLinkTo(r.URL)},
	}
	for _, s := range r.Stops {
		p := gpxPoint{Lat: decimal(s.At.Lat), Lon: longitude(s.At.Lng), Name: s.Name}
		f.Route.Points = append(f.Route.Points, p)
		p.Description, p.Link = s.Description, gpxLinkTo(s.URL)
		f.Points = append(f.Points, p)
	}
	return document(f)
}
