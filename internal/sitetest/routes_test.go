package sitetest

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A waypoint is a stop of a route in a file for maps.
type waypoint struct {
	Name     string
	Lat, Lng string
}

// TestRouteFiles: the files of each route hold the stops that its page shows, in
// their order, at the places that the page shows, and say that this is WGS-84.
func TestRouteFiles(t *testing.T) {
	site := built(t)
	seen := 0
	for _, page := range site.Pages {
		if page.Template != "route" {
			continue
		}
		seen++
		names := stopNames(page.HTML)
		if len(names) < 2 {
			t.Fatalf("%s has the stops %q", page.URL, names)
		}
		dir := filepath.Join(site.Dir, filepath.FromSlash(page.URL))
		want := placed(t, site, page, names)
		for file, read := range map[string]func([]byte) ([]waypoint, error){
			"route.gpx": readGPX, "route.kml": readKML, "route.geojson": readGeoJSON,
		} {
			text, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				t.Error(err)
				continue
			}
			got, err := read(text)
			if err != nil {
				t.Errorf("%s%s: %v", page.URL, file, err)
			} else if !slices.Equal(got, want) {
				t.Errorf("%s%s:\n got %v\nwant %v", page.URL, file, got, want)
			}
			if !strings.Contains(string(text), "WGS-84") {
				t.Errorf("%s%s does not name its datum", page.URL, file)
			}
		}
	}
	if seen == 0 {
		t.Error("the site has no route")
	}
}

var stopHead = regexp.MustCompile(`<li id="x-stop-(\d+)">.*?<b>(\d+)</b><div><h3>(?:<a href="([^"]*)"[^>]*>|<span[^>]*>)?([^<]*)`)

// stopNames gives the stops that a page shows, in order: addresses and names.
func stopNames(html []byte) (stops [][2]string) {
	for i, m := range stopHead.FindAllStringSubmatch(strings.ReplaceAll(string(html), "\n", " "), -1) {
		if n := fmt.Sprint(i + 1); m[1] != n || m[2] != n {
			return nil
		}
		stops = append(stops, [2]string{m[3], strings.TrimSpace(m[4])})
	}
	return stops
}

var position = regexp.MustCompile(`<span class="coordinates">([\d.]+), ([\d.]+)</span>`)

// placed gives the stops of a route with the positions that the printed guide
// shows of them. A stop without one is not in the files.
func placed(t *testing.T, site *Site, route Page, stops [][2]string) (list []waypoint) {
	t.Helper()
	guide, err := os.ReadFile(filepath.Join(site.Dir, filepath.FromSlash(route.URL), "guide", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(guide), `<li id="x-stop-`)
	if len(parts) != len(stops)+1 {
		t.Fatalf("%s: %d stops in the guide, %d on the page", route.URL, len(parts)-1, len(stops))
	}
	for i, part := range parts[1:] {
		if m := position.FindStringSubmatch(part); m != nil {
			list = append(list, waypoint{stops[i][1], m[1], m[2]})
		}
	}
	if len(list) == 0 {
		t.Fatalf("%s: no stop has a position", route.URL)
	}
	return list
}

// readGPX reads GPX 1.1, where a stop stands twice: by itself and in the route.
func readGPX(text []byte) ([]waypoint, error) {
	type point struct {
		Lat  string `xml:"lat,attr"`
		Lng  string `xml:"lon,attr"`
		Name string `xml:"name"`
	}
	var f struct {
		XMLName xml.Name `xml:"http://www.topografix.com/GPX/1/1 gpx"`
		Version string   `xml:"version,attr"`
		Creator string   `xml:"creator,attr"`
		Points  []point  `xml:"wpt"`
		Route   []point  `xml:"rte>rtept"`
	}
	if err := xml.Unmarshal(text, &f); err != nil {
		return nil, err
	}
	if f.Version != "1.1" || f.Creator == "" {
		return nil, fmt.Errorf("version %q, creator %q", f.Version, f.Creator)
	}
	if !slices.Equal(f.Points, f.Route) {
		return nil, fmt.Errorf("the points %v are not the route %v", f.Points, f.Route)
	}
	var list []waypoint
	for _, p := range f.Points {
		list = append(list, waypoint{p.Name, p.Lat, p.Lng})
	}
	return list, nil
}

// readKML reads KML 2.2: points in order, and a line through them.
func readKML(text []byte) ([]waypoint, error) {
	var f struct {
		XMLName xml.Name `xml:"http://www.opengis.net/kml/2.2 kml"`
		Marks   []struct {
			Name  string `xml:"name"`
			Point string `xml:"Point>coordinates"`
			Line  string `xml:"LineString>coordinates"`
		} `xml:"Document>Placemark"`
	}
	if err := xml.Unmarshal(text, &f); err != nil {
		return nil, err
	}
	var list []waypoint
	var points, line []string
	for _, m := range f.Marks {
		if m.Line != "" {
			line = strings.Fields(m.Line)
			continue
		}
		points = append(points, strings.TrimSpace(m.Point))
		lng, lat, _ := strings.Cut(strings.TrimSpace(m.Point), ",")
		list = append(list, waypoint{m.Name, lat, lng})
	}
	if !slices.Equal(points, line) {
		return nil, fmt.Errorf("the points %v are not the line %v", points, line)
	}
	return list, nil
}

// readGeoJSON reads RFC 7946: points in order, and a line through them.
func readGeoJSON(text []byte) ([]waypoint, error) {
	var f struct {
		Type     string
		Features []struct {
			Type       string
			Properties struct {
				Stop int
				Name string
			}
			Geometry struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, err
	}
	if f.Type != "FeatureCollection" {
		return nil, fmt.Errorf("type %q", f.Type)
	}
	var list []waypoint
	var points, line []string
	for _, x := range f.Features {
		switch x.Geometry.Type {
		case "Point":
			var at [2]json.Number
			if err := json.Unmarshal(x.Geometry.Coordinates, &at); err != nil {
				return nil, err
			}
			points = append(points, fmt.Sprint(at))
			list = append(list, waypoint{x.Properties.Name, string(at[1]), string(at[0])})
			if x.Properties.Stop != len(list) {
				return nil, fmt.Errorf("%s is stop %d, not %d", x.Properties.Name, x.Properties.Stop, len(list))
			}
		case "LineString":
			var at [][2]json.Number
			if err := json.Unmarshal(x.Geometry.Coordinates, &at); err != nil {
				return nil, err
			}
			for _, p := range at {
				line = append(line, fmt.Sprint(p))
			}
		default:
			return nil, fmt.Errorf("a geometry %q", x.Geometry.Type)
		}
	}
	if !slices.Equal(points, line) {
		return nil, fmt.Errorf("the points %v are not the line %v", points, line)
	}
	return list, nil
}
