package qr_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"kepu/internal/qr"
)

var (
	side = regexp.MustCompile(`viewBox="0 0 (\d+) (\d+)"`)
	runs = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)
)

// raster draws the SVG as a PGM image, some pixels a module.
func raster(t *testing.T, svg string) []byte {
	t.Helper()
	const scale = 4
	m := side.FindStringSubmatch(svg)
	if m == nil || m[1] != m[2] {
		t.Fatalf("no square viewBox in %.80s", svg)
	}
	n, _ := strconv.Atoi(m[1])
	pix := bytes.Repeat([]byte{255}, n*scale*n*scale)
	for _, r := range runs.FindAllStringSubmatch(svg, -1) {
		x, _ := strconv.Atoi(r[1])
		y, _ := strconv.Atoi(r[2])
		w, _ := strconv.Atoi(r[3])
		if r[3] != r[4] || x < 4 || y < 4 || x+w > n-4 || y+1 > n-4 {
			t.Fatalf("a run outside the margin: %s", r[0])
		}
		for dy := range scale {
			row := (y*scale + dy) * n * scale
			for dx := x * scale; dx < (x+w)*scale; dx++ {
				pix[row+dx] = 0
			}
		}
	}
	return append(fmt.Appendf(nil, "P5 %d %d 255\n", n*scale, n*scale), pix...)
}

// TestReader has a reader say what stands in the codes.
func TestReader(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages them
		t.Skip("needs zbarimg")
	}
	dir := t.TempDir()
	texts := []string{"https://kepu.example.org/calendar.ics", "webcal://kepu.example.org/%E4%B8%AD/calendar.ics?a=1&b=<2>", "A1", "https://kepu.example.org/" + strings.Repeat("long/", 200)}
	for i, text := range texts {
		path := filepath.Join(dir, fmt.Sprintf("%d.pgm", i))
		if err := os.WriteFile(path, raster(t, qr.SVG(text)), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("zbarimg", "-q", "--raw", path).Output()
		if err != nil {
			t.Fatalf("zbarimg (Debian package zbar-tools): %v", err)
		}
		if got := strings.TrimSuffix(string(out), "\n"); got != text {
			t.Errorf("%q reads as %q", text, got)
		}
	}
}

func TestTooLong(t *testing.T) {
	if got := qr.SVG(strings.Repeat("a", 4000)); got != "" {
		t.Errorf("a code of %d bytes for what no code can hold", len(got))
	}
}

func BenchmarkSVG(b *testing.B) {
	for b.Loop() {
		qr.SVG("https://kepu.example.org/events/2026/touring-science-museum/event.ics")
	}
}
