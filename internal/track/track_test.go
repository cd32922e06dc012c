package track

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"kepu/internal/geo"
)

// journey has what is awkward: signs of XML, what XML cannot hold, tiny and
// extreme angles.
var journey = Route{
	Name: "长春 <科学> & “一日”", Description: "看馆\x01、看星", URL: "https://kepu.example/routes/a/?x=1&y=2", Language: "zh-CN",
	Stops: []Stop{
		{Name: "吉林省科技馆", Description: "先看吊灯", URL: "https://kepu.example/places/a/", At: geo.Point{Lat: 43.82, Lng: 125.43}},
		{Name: "天池", At: geo.Point{Lat: 42.0061234, Lng: 128.0551}},
		{Name: "几内亚湾", URL: "https://kepu.example/places/c/", At: geo.Point{Lat: 0.00001, Lng: -0.0000001}},
	},
}

func TestFiles(t *testing.T) {
	for name, got := range map[string][]byte{"route.gpx": journey.GPX(), "route.kml": journey.KML(), "route.geojson": journey.GeoJSON()} {
		want, err := os.ReadFile("testdata/" + name)
		if os.Getenv("UPDATE") != "" {
			want, err = got, os.WriteFile("testdata/"+name, got, 0o644)
		}
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

// TestSchemas goes by what the schemas of GPX 1.1 and KML 2.2 say of the
// elements that stand in our files: which they are, in which order, and which
// attributes they have.
func TestSchemas(t *testing.T) {
	gpx := map[string]string{
		"gpx": "@version @creator metadata wpt* rte*", "metadata": "name desc link keywords", "rte": "name desc link rtept*",
		"wpt": "@lat @lon name desc link", "rtept": "@lat @lon name desc link", "link": "@href",
	}
	kml := map[string]string{
		"kml": "Document", "Document": "name link description ExtendedData Placemark*",
		"Placemark": "name link description Point LineString", "ExtendedData": "Data", "Data": "@name value",
		"Point": "coordinates", "LineString": "coordinates", "link": "@href",
	}
	for _, route := range []Route{journey, {}, {Name: "一站", Stops: journey.Stops[:1]}} {
		checkSchema(t, route.GPX(), "gpx", "http://www.topografix.com/GPX/1/1", gpx)
		checkSchema(t, route.KML(), "kml", "http://www.opengis.net/kml/2.2", kml)
	}
}

// checkSchema holds an XML file to the children and attributes that elements
// may have, in order.
func checkSchema(t *testing.T, file []byte, root, space string, schema map[string]string) {
	t.Helper()
	type open struct {
		name string
		rest []string // that may follow still
	}
	stack := []open{{rest: []string{root}}}
	take := func(what string) {
		top := &stack[len(stack)-1]
		at := slices.IndexFunc(top.rest, func(s string) bool { return strings.TrimSuffix(s, "*") == what })
		if at < 0 {
			t.Fatalf("%s in %s is not allowed here:\n%s", what, top.name, file)
		}
		if !strings.HasSuffix(top.rest[at], "*") {
			at++
		}
		top.rest = top.rest[at:]
	}
	for decoder := xml.NewDecoder(bytes.NewReader(file)); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Space != space && token.Name.Space != "http://www.w3.org/2005/Atom" {
				t.Fatalf("%v is in another namespace", token.Name)
			}
			take(token.Name.Local)
			stack = append(stack, open{token.Name.Local, strings.Fields(schema[token.Name.Local])})
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					take("@" + a.Name.Local)
				}
			}
			if rest := strings.Join(stack[len(stack)-1].rest, " "); strings.Contains(rest, "@") {
				t.Fatalf("%s has not %s", token.Name.Local, rest)
			}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

// TestGeoJSON: our own parser reads the stops and the line.
func TestGeoJSON(t *testing.T) {
	features, err := geo.ParseGeoJSON(journey.GeoJSON())
	if err != nil || len(features) != 4 {
		t.Fatalf("%v, %v", features, err)
	}
	for i, s := range journey.Stops {
		for _, p := range []geo.Point{features[i].Points[0], features[3].Lines[0][i]} {
			if features[i].Name != s.Name || geo.Distance(p, s.At) > 0.01 {
				t.Errorf("stop %d is %v", i+1, features[i])
			}
		}
	}
	for _, route := range []Route{{}, {Stops: journey.Stops[:1]}} {
		features, err := geo.ParseGeoJSON(route.GeoJSON())
		if err != nil || len(features) != len(route.Stops) || !json.Valid(route.GeoJSON()) {
			t.Errorf("%v, %v", features, err)
		}
	}
}

// TestReaders: other people's code reads the stops in their order.
func TestReaders(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages them
		t.Skip("needs python3-gpxpy and python3-fastkml")
	}
	dir := t.TempDir()
	gpx, kml := filepath.Join(dir, "route.gpx"), filepath.Join(dir, "route.kml")
	if err := cmp.Or(os.WriteFile(gpx, journey.GPX(), 0o644), os.WriteFile(kml, journey.KML(), 0o644)); err != nil {
		t.Fatal(err)
	}
	got, err := exec.Command("/usr/bin/python3", "testdata/readers.py", gpx, kml).CombinedOutput()
	var stops, line string
	for _, s := range journey.Stops {
		at := fmt.Sprintf("%.7f,%.7f", s.At.Lng, s.At.Lat)
		stops += fmt.Sprintln(s.Name, at, cmp.Or(s.URL, "None"))
		line += " " + at
	}
	want := fmt.Sprintln(journey.Name, "WGS-84 3") + stops + fmt.Sprintln(journey.Name, "WGS-84 3") + stops + "LineString" + line + "\n"
	if err != nil || string(got) != want {
		t.Errorf("%v (Debian packages python3-gpxpy, python3-fastkml)\n%s\nwant\n%s", err, got, want)
	}
}
