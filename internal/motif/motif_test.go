package motif

import (
	"encoding/xml"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strings"
	"testing"
)

// seeds are enough of them to meet the corners of every parameter.
func seeds() []string {
	var list []string
	for i := range 300 {
		list = append(list, fmt.Sprintf("articles/2026/entry-%d", i))
	}
	return append(list, "", "长白山", "\x00")
}

func TestEveryDrawing(t *testing.T) {
	for _, name := range Names() {
		seen := map[string]bool{}
		for _, seed := range seeds() {
			svg := SVG(name, seed)
			if len(svg) > 700 {
				t.Fatalf("%s(%q): %d bytes, more than 700", name, seed, len(svg))
			}
			if svg != SVG(name, seed) {
				t.Fatalf("%s(%q) differs from itself", name, seed)
			}
			wellFormed(t, name, svg)
			seen[svg] = true
		}
		if len(seen) < len(seeds())*3/4 {
			t.Errorf("%s: only %d drawings for %d seeds", name, len(seen), len(seeds()))
		}
	}
}

// wellFormed checks that a drawing is XML of paths, silent to a screen reader
// and without colours of its own, since a Content-Security-Policy forbids
// styles and a dark page needs others.
func wellFormed(t *testing.T, name, svg string) {
	t.Helper()
	for _, want := range []string{`aria-hidden="true"`, `focusable="false"`, `class="motif m-` + name + `"`} {
		if !strings.Contains(svg, want) {
			t.Fatalf("%s: no %s", name, want)
		}
	}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v in %s", name, err, svg)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, attr := range start.Attr {
			switch attr.Name.Local {
			case "style", "fill", "stroke", "id":
				t.Fatalf("%s: attribute %s", name, attr.Name.Local)
			case "d":
				if !strings.HasPrefix(attr.Value, "M") || strings.Trim(attr.Value, "MmLlHhVvQqTtCcAaZz0123456789- ") != "" {
					t.Fatalf("%s: bad path %q", name, attr.Value)
				}
			}
		}
	}
}

// TestSameEverywhere pins the drawings: a change of one is a change of every
// page that shows it, and must be meant. It also catches a machine that
// computes differently.
func TestSameEverywhere(t *testing.T) {
	const want = "1f3e779c98ef7813"
	h := fnv.New64a()
	for _, name := range Names() {
		io.WriteString(h, SVG(name, "articles/2026/entry"))
	}
	if got := fmt.Sprintf("%x", h.Sum64()); got != want {
		t.Errorf("the drawings changed: hash %s, want %s", got, want)
	}
}

func TestOtherNames(t *testing.T) {
	for alias, name := range map[string]string{"grain": "bowl", "shelter": "rings", "trusses": "gears"} {
		if SVG(alias, "a") != SVG(name, "a") || !Known(alias) {
			t.Errorf("%s is not drawn as %s", alias, name)
		}
	}
	if SVG("nonsense", "a") != SVG("peaks", "a") {
		t.Error("an unknown name is not drawn as peaks")
	}
}

// TestGallery writes all motifs to a page to look at, where KEPU_GALLERY names
// a file.
func TestGallery(t *testing.T) {
	file := os.Getenv("KEPU_GALLERY")
	if file == "" {
		t.Skip("KEPU_GALLERY is not set")
	}
	page := `<!doctype html><meta charset=utf-8><link rel=stylesheet href=gallery.css>`
	for _, name := range Names() {
		for i := range 6 {
			page += SVG(name, fmt.Sprint("seed", i))
		}
	}
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkSVG(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		SVG(names[i%len(names)], "articles/2026/entry")
	}
}
