package sharecard

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/typeset"
)

// drawings are the pictures of a card that have a code, looked at as PNG.
func drawings(t *testing.T, p *Press, c *Card) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, draw := range map[string]func(*bytes.Buffer, *Card) error{"wide": p.Wide, "tall": p.Tall, "poster": p.Poster} {
		var buf bytes.Buffer
		if err := draw(&buf, c); err != nil {
			t.Fatal(err)
		}
		cfg, format, err := image.DecodeConfig(bytes.NewReader(buf.Bytes()))
		want := map[string]image.Point{"wide": {X: 1200, Y: 630}, "tall": {X: 1080, Y: 1440}, "poster": {X: 1080, Y: 1920}}[name]
		if err != nil || format != "png" || cfg.Width != want.X || cfg.Height != want.Y {
			t.Fatalf("%s: %v, %s %d × %d", name, err, format, cfg.Width, cfg.Height)
		}
		if _, err := png.Decode(bytes.NewReader(buf.Bytes())); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = buf.Bytes()
	}
	return out
}

// TestReader has a reader say what stands in the codes, with and without text.
func TestReader(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages them
		t.Skip("needs zbarimg")
	}
	fonts := systemFonts(t)
	for _, p := range []*Press{NewPress("", nil), NewPress("x", func() (typeset.Fonts, error) { return fonts, nil })} {
		for key, c := range gallery {
			for name, data := range drawings(t, p, &c) {
				path := filepath.Join(t.TempDir(), name+".png")
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				out, err := exec.Command("zbarimg", "-q", "--raw", path).Output()
				if err != nil {
					t.Fatalf("%s, %s: zbarimg (Debian package zbar-tools): %v", key, name, err)
				}
				if got := strings.TrimSpace(string(out)); got != c.Address {
					t.Errorf("%s, %s: read %q", key, name, got)
				}
			}
		}
	}
}

// TestFront: the first card of a set is one without a code, even where there is an
// address.
func TestFront(t *testing.T) {
	for _, p := range []*Press{NewPress("", nil), NewPress("x", func() (typeset.Fonts, error) { return systemFonts(t), nil })} {
		var with, without bytes.Buffer
		c := gallery["event"]
		if err := p.Front(&with, &c); err != nil {
			t.Fatal(err)
		}
		c.Address, c.Scan = "", ""
		if err := p.Front(&without, &c); err != nil || !bytes.Equal(with.Bytes(), without.Bytes()) {
			t.Errorf("%v; the card depends on the address", err)
		}
		if cfg, err := png.DecodeConfig(&with); err != nil || cfg.Width != 1080 || cfg.Height != 1440 {
			t.Errorf("%v, %d × %d", err, cfg.Width, cfg.Height)
		}
	}
}

// TestCodeIsLarge: a telephone reads it at arm's length.
func TestCodeIsLarge(t *testing.T) {
	for n := 20; n < 260; n += 3 {
		address := "https://kepu.example.org/" + strings.Repeat("a", n)
		for _, c := range []struct {
			box  image.Rectangle
			side int
		}{{wide.code, 200}, {tall.code, 260}, {story.code, 260}, {wide.bareCode, 200}, {tall.bareCode, 260}, {story.bareCode, 260}} {
			s := new(page)
			s.Reset(2000, 2000, paletteOf(""))
			if got := s.code(address, c.box); got.Dx() < c.side || !got.In(c.box) {
				t.Fatalf("an address of %d bytes: code %v in %v", len(address), got, c.box)
			}
		}
	}
}

// TestDigest: whatever a card shows counts.
func TestDigest(t *testing.T) {
	was := artifact.DigestOf(&Card{})
	for i := range reflect.TypeFor[Card]().NumField() {
		var c Card
		v := reflect.ValueOf(&c).Elem()
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{"x"}))
		case reflect.Array:
			c.PhotoDigest[0] = 1
		default: // Photo, for which PhotoDigest stands
			continue
		}
		if artifact.DigestOf(&c) == was {
			t.Errorf("%s does not count", v.Type().Field(i).Name)
		}
	}
}

func TestBadFonts(t *testing.T) {
	broken := NewPress("x", func() (typeset.Fonts, error) { return typeset.Fonts{}, typeset.ErrNoHan })
	if err := broken.Wide(new(bytes.Buffer), &Card{}); err == nil {
		t.Error("no error without the font that there should be")
	}
}

// TestPlate: covers of any size, even and odd, show the photograph or the drawing
// to all edges.
func TestPlate(t *testing.T) {
	p := NewPress("", nil)
	for _, size := range []image.Point{{900, 383}, {500, 500}, {1280, 720}, {660, 370}, {101, 77}, {1, 1}} {
		for name, photo := range map[string]func() ([]byte, error){
			"drawing": nil, "photograph": func() ([]byte, error) { return photograph(800, 500), nil },
		} {
			var buf bytes.Buffer
			if err := p.Plate(&buf, &Card{Motif: "waves", Seed: "a", Photo: photo}, size.X, size.Y); err != nil {
				t.Fatal(err)
			}
			m, err := png.Decode(&buf)
			if err != nil || m.Bounds().Size() != size {
				t.Fatalf("%s of %v: %v, %v", name, size, err, m)
			}
			for y := range size.Y {
				for _, x := range []int{0, size.X - 1} {
					if c := m.At(x, y); c == color.Color(paperColour) {
						t.Fatalf("%s of %v: paper at %d, %d", name, size, x, y)
					}
				}
			}
		}
	}
	for _, size := range []image.Point{{0, 1}, {1, -1}, {mostPlate + 1, 1}} {
		if p.Plate(new(bytes.Buffer), &Card{}, size.X, size.Y) == nil {
			t.Errorf("no error for %v", size)
		}
	}
}

// photograph is a picture of many colours.
func photograph(w, h int) []byte {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), uint8(127 + 120*math.Sin(float64(x*y)/9000)), 255})
		}
	}
	var buf bytes.Buffer
	png.Encode(&buf, m)
	return buf.Bytes()
}

func TestPhoto(t *testing.T) {
	p := NewPress("", nil)
	pattern := drawings(t, p, &Card{Motif: "waves"})
	for _, c := range []struct {
		name  string
		data  []byte
		shown bool
	}{
		{"wide", photograph(800, 400), true},
		{"high", photograph(300, 900), true},
		{"tiny", photograph(1, 1), true},
		{"a column", photograph(1, 500), true},
		{"a long column", photograph(1, mostSide), true},
		{"a long row", photograph(mostSide, 1), true},
		{"longer than any photograph", photograph(1, mostSide+1), false},
		{"not a picture", []byte("GIF89a"), false},
		{"cut off", photograph(300, 300)[:2000], false},
	} {
		got := drawings(t, p, &Card{Motif: "waves", Photo: func() ([]byte, error) { return c.data, nil }})
		for name, data := range got {
			if shown := !bytes.Equal(data, pattern[name]); shown != c.shown {
				t.Errorf("%s: shown on the %s card: %v", c.name, name, shown)
			}
			if len(data) > 300_000 {
				t.Errorf("%s: the %s card has %d bytes", c.name, name, len(data))
			}
		}
	}
	unread := &Card{Photo: func() ([]byte, error) { return nil, os.ErrPermission }}
	if err := p.Wide(new(bytes.Buffer), unread); err == nil {
		t.Error("a photograph that cannot be read is no error")
	}
}

// TestTooLarge: what would fill the memory is not decoded.
func TestTooLarge(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want bool
	}{{8000, 5000, true}, {8000, 5001, false}, {20000, 2000, true}, {1, 39_000_000, false}, {20001, 1, false}, {1 << 31, 1 << 31, false}, {1 << 40, 1, false}, {0, 9, false}} {
		if got := decodable(image.Config{Width: c.w, Height: c.h}); got != c.want {
			t.Errorf("%d × %d: %v", c.w, c.h, got)
		}
	}
}

// TestLargePhoto: what is decoded is reduced before it is scaled, whatever its
// shape.
func TestLargePhoto(t *testing.T) {
	for _, size := range []image.Point{{2300, 2300}, {1, mostSide}, {mostSide, 40}, {300, 200}} {
		var buf bytes.Buffer
		if err := png.Encode(&buf, image.NewGray(image.Rectangle{Max: size})); err != nil {
			t.Fatal(err)
		}
		for _, f := range []format{wide, tall} {
			s := &page{large: new(sync.Mutex)}
			s.Reset(f.size.X, f.size.Y, paletteOf(""))
			part, to := s.photograph(buf.Bytes(), f.plate)
			if part == nil || !to.In(f.plate) || part.Rect.Dx() > 2*to.Dx() || part.Rect.Dy() > 2*to.Dy() {
				t.Errorf("%v: %v for %v", size, part.Rect, to)
			}
		}
	}
}

// TestContrast: text can be read on what it stands on (WCAG 2, 1.4.3).
func TestContrast(t *testing.T) {
	for _, motif := range []string{"waves", "rows"} {
		p := paletteOf(motif)
		for name, pair := range map[string][2]uint8{
			"text": {black[255], paper}, "text of less weight": {soft[255], paper},
			"label": {onLake[255], deep}, "surname": {drawn[255], ground + 2},
		} {
			if got := contrast(p[pair[0]], p[pair[1]]); got < 4.5 {
				t.Errorf("%s on %s: %.1f", name, motif, got)
			}
		}
	}
}

func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a)+.05, luminance(b)+.05
	return max(x, y) / min(x, y)
}

func luminance(c color.RGBA) float64 {
	part := func(v uint8) float64 {
		if x := float64(v) / 255; x > .03928 {
			return math.Pow((x+.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return .2126*part(c.R) + .7152*part(c.G) + .0722*part(c.B)
}
