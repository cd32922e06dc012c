package page_test

import (
	"strings"
	"testing"
)

// TestFileTypes: both kinds of server are told the type of every file that few
// of them know.
func TestFileTypes(t *testing.T) {
	s := built(t, province)
	hosts, nginx := file(t, s, "_headers"), file(t, s, "headers.nginx.conf")
	for end, typ := range map[string]string{
		"ics": "text/calendar", "jsonld": "application/ld+json", "geojson": "application/geo+json", "gpx": "application/gpx+xml", "kml": "application/vnd.google-earth.kml+xml",
	} {
		if !strings.Contains(hosts, "/*."+end+"\n  Content-Type: "+typ) {
			t.Errorf("_headers does not tell the type of %s", end)
		}
		if !strings.Contains(nginx, `location ~ \.`+end+`$ { types { `+typ+" "+end+"; }") {
			t.Errorf("nginx is not told the type of %s", end)
		}
	}
	if !strings.Contains(hosts, "Content-Type: text/calendar; charset=utf-8\n") || !strings.Contains(nginx, "charset_types text/calendar;") {
		t.Error("calendars have no charset")
	}
}
