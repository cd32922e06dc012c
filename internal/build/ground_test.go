package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kepu/internal/diag"
	"kepu/internal/geo"
)

const (
	mapped = "title: 甲\nmap:\n  layers:\n    - {file: /maps/rivers.geojson, kind: river, source: 某处, licence: 公有领域}\n"
	rivers = `{"type": "LineString", "coordinates": [[125.2, 43.7], [125.4, 43.9]]}`
	museum = "---\ntitle: 馆\nkind: museum\ncoordinates: {lat: 43.8, lng: 125.3}\n---\n"
)

func site1(t *testing.T, yaml, geojson string) string {
	return folder(t, map[string]string{"content/site.yaml": yaml, "content/static/maps/rivers.geojson": geojson, "content/places/a.md": museum})
}

// What is wrong with the ground of the map is said where it can be mended.
func TestGroundProblems(t *testing.T) {
	with := func(layer string) string {
		return "map:\n  layers:\n    - {" + layer + ", source: 某处, licence: 公有领域}\n"
	}
	for _, c := range []struct{ yaml, geojson, want string }{
		{mapped, rivers, ""},
		{with("file: /maps/lakes.geojson, kind: water"), rivers, "content/site.yaml:3:14 no-map-file [/maps/lakes.geojson]"},
		{with("file: \"https://a.cn/lakes.geojson\", kind: water"), rivers, "content/site.yaml:3:14 bad-format"},
		{with("file: /maps/rivers.geojson, kind: boundary"), rivers, "content/site.yaml:3:42 boundary-approval"},
		{with("file: /maps/rivers.geojson, kind: boundary") + "  approval: 吉S(2026)1号\n", rivers, ""},
		{mapped, "{\n \"type\": \"Lines\"}", "content/static/maps/rivers.geojson:2:10 bad-map-file"},
		{mapped, "{\n", "content/static/maps/rivers.geojson:2:1 bad-map-file"},
		{mapped, `{"type": "Point", "coordinates": [43.8, 125.3]}`, "content/static/maps/rivers.geojson:1:34 bad-map-file"},
	} {
		r, err := Run(context.Background(), options(site1(t, c.yaml, c.geojson)))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range r.Diagnostics {
			if d.Severity() != diag.Error {
				continue
			}
			line := fmt.Sprintf("%s:%d:%d %s", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Code)
			if d.Code == diag.NoMapFile {
				line += fmt.Sprint(" ", d.Args)
			}
			got = append(got, line)
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("%s%s\ngot %s, want %s", c.yaml, c.geojson, text, c.want)
		}
	}
}

// Every problem has words in Chinese too.
func TestMapProblems(t *testing.T) {
	for p := geo.NotUTF8; p <= geo.TooManyPositions; p++ {
		if mapProblems[p] == "" || p.String() == "" {
			t.Errorf("problem %d has no words", p)
		}
	}
	d := diag.New(diag.BadMapFile, diag.Pos{}, mapProblem(&geo.SyntaxError{Problem: geo.UnknownType, Value: "Lines"}))
	if zh, en := d.Message(diag.Chinese), d.Message(diag.English); !strings.Contains(zh, "“Lines”不是") || !strings.Contains(en, "“Lines” is not") {
		t.Errorf("%s; %s", zh, en)
	}
}

// A file of the map is drawn, and read again when its bytes change, not before.
func TestGroundIsRemembered(t *testing.T) {
	dir := site1(t, mapped, rivers)
	opt := options(dir)
	s := NewSession("", "test")
	defer s.Close()
	build := func(changed ...string) (*mapFile, string) {
		t.Helper()
		opt.Changed = changed
		r, err := s.Build(context.Background(), opt)
		if err != nil || r.Failed() {
			t.Fatalf("%v, %v", r.Diagnostics, err)
		}
		html, err := os.ReadFile(filepath.Join(dir, "public", "map", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		_, line, _ := strings.Cut(string(html), `class="river"`)
		line, _, _ = strings.Cut(line, "/>")
		return s.maps["static/maps/rivers.geojson"], line
	}
	first, drawn := build()
	if first == nil || len(first.features) != 1 || !strings.Contains(drawn, ` d="M`) {
		t.Fatalf("%+v, %s", first, drawn)
	}
	article := filepath.Join(dir, "content/articles/b.md")
	if err := os.MkdirAll(filepath.Dir(article), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, article, "---\ntitle: 乙\ndate: 2026-01-01\n---\n")
	if again, _ := build(article); again != first {
		t.Error("read again though its bytes are the same")
	}
	file := filepath.Join(dir, "content/static/maps/rivers.geojson")
	write(t, file, strings.Replace(rivers, "43.9", "43.89", 1))
	if again, other := build(file); again == first || other == drawn || other == "" {
		t.Errorf("not read again: %s", other)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
