package page_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"kepu/internal/page"
	"kepu/internal/theme"
	"kepu/themes"
)

// without is the default theme that lacks an interface string.
func without(t *testing.T, key string) *theme.Theme {
	t.Helper()
	files := fstest.MapFS{}
	found := false
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(themes.Default(), name)
		if strings.HasPrefix(name, "i18n/") {
			var kept []string
			for line := range strings.Lines(string(data)) {
				if strings.HasPrefix(line, key+":") {
					found = true
					continue
				}
				kept = append(kept, line)
			}
			data = []byte(strings.Join(kept, ""))
		}
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil || !found {
		t.Fatalf("no string %q in the default theme, or %v", key, err)
	}
	th, err := theme.Load([]fs.FS{files}, map[string][]byte{"assets/css/chroma.css": nil})
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// TestMissingString: no page is drawn without a string that it needs, be it one
// that all pages show or one that only a view asks for.
func TestMissingString(t *testing.T) {
	if _, err := page.Artifacts(graph(t, small, 4), without(t, "nav.home"), page.Options{}); err == nil || !strings.Contains(err.Error(), "nav.home") {
		t.Errorf("nav.home: %v", err)
	}
	for key, path := range map[string]string{
		"event.online": "events/fair/index.html", "place.park": "places/park/index.html", "fact.born": "scientists/nan/index.html",
		"map.projection": "map/index.html", "route.note": "routes/walk/index.html", "map.no-boundaries": "routes/walk/guide/index.html",
	} {
		told := false
		for _, a := range artifacts(t, graph(t, small, 4), without(t, key)) {
			if a.Path != path {
				continue
			}
			_, render := a.View()
			err := render(new(bytes.Buffer))
			told = err != nil && strings.Contains(err.Error(), key)
		}
		if !told {
			t.Errorf("%s is drawn without the string %q", path, key)
		}
	}
}
