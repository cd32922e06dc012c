package photo

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// scene is a photograph: many colours, and noise as a camera has it.
func scene(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	r := rand.New(rand.NewPCG(1, 2))
	for y := range h {
		for x := range w {
			n := uint8(r.IntN(40))
			m.SetRGBA(x, y, color.RGBA{uint8(200*x/w) + n, uint8(200*y/h) + n, 100 + n, 255})
		}
	}
	return m
}

// corners has a colour at each corner: red, green, blue and white, clockwise from
// the upper left one.
func corners(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := [4]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {255, 255, 255, 255}, {0, 0, 255, 255}}
			m.SetRGBA(x, y, c[2*(2*y/h)+2*x/w])
		}
	}
	return m
}

// named tells the colours at the corners of a picture, clockwise: rgbw.
func named(m image.Image) string {
	b := m.Bounds()
	var s string
	for _, p := range []image.Point{{b.Min.X + 2, b.Min.Y + 2}, {b.Max.X - 3, b.Min.Y + 2}, {b.Max.X - 3, b.Max.Y - 3}, {b.Min.X + 2, b.Max.Y - 3}} {
		r, g, bl, _ := m.At(p.X, p.Y).RGBA()
		s += map[[3]bool]string{{true, false, false}: "r", {false, true, false}: "g", {false, false, true}: "b", {true, true, true}: "w"}[[3]bool{r > 0x8000, g > 0x8000, bl > 0x8000}]
	}
	return s
}

func jpegOf(t testing.TB, m image.Image) []byte {
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	var buf bytes.Buffer
	if err := png.Encode(&buf, m); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// secret is where a picture was taken.
const secret = "43.8171N"

// withExif gives a JPEG the metadata of a camera: how it was held, and where.
func withExif(data []byte, turn uint16, order binary.AppendByteOrder) []byte {
	var b []byte
	u16 := func(v ...uint16) {
		for _, x := range v {
			b = order.AppendUint16(b, x)
		}
	}
	u32 := func(v uint32) { b = order.AppendUint32(b, v) }
	b = append(b, map[bool]string{true: "II", false: "MM"}[order == binary.LittleEndian]...)
	u16(42)
	u32(8)
	u16(2) // entries
	u16(tagOrientation, 3)
	u32(1)
	u16(turn, 0)
	u16(tagPlace, 4)
	u32(1)
	u32(38)
	u32(0)    // no further directory
	u16(1)    // at 38: the directory of the place
	u16(2, 2) // latitude, as text
	u32(uint32(len(secret)))
	u32(56)
	u32(0)
	b = append(b, secret...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(2+6+len(b)))
	return slices.Concat(data[:2], head, []byte("Exif\x00\x00"), b, data[2:])
}

// TestTurn: where the corners of a stored picture are seen (CIPA DC-008, 4.6.5).
func TestTurn(t *testing.T) {
	stored := jpegOf(t, corners(64, 32))
	for i, want := range []string{"rgbw", "grwb", "bwrg", "wbgr", "rwbg", "wrgb", "bgrw", "gbwr"} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			f, err := Fit(withExif(stored, uint16(i+1), order), Want{})
			if err != nil {
				t.Fatal(err)
			}
			m, _, err := image.Decode(bytes.NewReader(f.Data))
			if err != nil {
				t.Fatal(err)
			}
			if got := named(m); got != want || f.Changed != true || f.Width != m.Bounds().Dx() || (f.Width < f.Height) != (i >= 4) {
				t.Errorf("orientation %d: %s, %d × %d, want %s", i+1, got, f.Width, f.Height, want)
			}
			c, err := Crop(withExif(stored, uint16(i+1), order), 40, 40, 0)
			if err != nil {
				t.Fatal(err)
			}
			if m, _, _ = image.Decode(bytes.NewReader(c.Data)); named(m) != want || c.Width != 40 || c.Height != 40 {
				t.Errorf("orientation %d, cropped: %s, %d × %d, want %s", i+1, named(m), c.Width, c.Height, want)
			}
		}
	}
}

// TestPlace: where a picture was taken goes, and nothing else.
func TestPlace(t *testing.T) {
	plain := jpegOf(t, scene(40, 30))
	taken := withExif(plain, 1, binary.LittleEndian)
	if !bytes.Contains(taken, []byte(secret)) {
		t.Fatal("no place to remove")
	}
	was := slices.Clone(taken)
	f, err := Fit(taken, Want{})
	if err != nil || !f.Changed || bytes.Contains(f.Data, []byte(secret)) || len(f.Data) != len(taken) {
		t.Errorf("%v, %d of %d bytes", err, len(f.Data), len(taken))
	}
	if !bytes.Equal(taken, was) {
		t.Error("the picture that came in was changed")
	}
	a, _ := jpeg.Decode(bytes.NewReader(plain))
	b, err := jpeg.Decode(bytes.NewReader(f.Data))
	if err != nil || !bytes.Equal(a.(*image.YCbCr).Y, b.(*image.YCbCr).Y) {
		t.Errorf("the pixels were changed: %v", err)
	}
}

// TestLabel: what says that a machine made a picture stays with it.
func TestLabel(t *testing.T) {
	label := []byte(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><TC260:AIGC>{"Label":"1"}</TC260:AIGC></x:xmpmeta>`)
	other := bytes.ReplaceAll(label, []byte("AIGC"), []byte("Rating"))
	for _, data := range [][]byte{jpegOf(t, scene(300, 200)), pngOf(t, scene(300, 200)), pngOf(t, image.NewRGBA(image.Rect(0, 0, 300, 200)))} {
		for _, w := range []Want{{MaxWidth: 100}, {MaxWidth: 100, JPEG: true}, {MaxWidth: 200, MaxBytes: 5000}} {
			f, err := Fit(withLabel(data, label), w)
			if err != nil {
				t.Fatal(err)
			}
			_, kind, err := image.Decode(bytes.NewReader(f.Data))
			if err != nil || f.Type != "image/"+kind || !bytes.Contains(f.Data, label) || w.MaxBytes > 0 && len(f.Data) > w.MaxBytes {
				t.Errorf("%+v: %s, %d bytes, %v", w, f.Type, len(f.Data), err)
			}
			if f, _ := Fit(withLabel(data, other), w); bytes.Contains(f.Data, []byte("xmpmeta")) {
				t.Errorf("%+v: other metadata was passed on", w)
			}
		}
	}
}

const tinyWebP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"

func TestFit(t *testing.T) {
	photo, drawn := jpegOf(t, scene(800, 600)), pngOf(t, corners(800, 600))
	clear := pngOf(t, image.NewNRGBA(image.Rect(0, 0, 90, 90)))
	var moving bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 50, 40), color.Palette{color.Black, color.White})
	if err := gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	webp, _ := base64.StdEncoding.DecodeString(tinyWebP)
	for _, c := range []struct {
		name    string
		data    []byte
		w       Want
		kind    string
		width   int
		changed bool
	}{
		{"fits", photo, Want{MaxWidth: 800, MaxHeight: 600, MaxBytes: len(photo), JPEG: true}, "jpeg", 800, false},
		{"wide", photo, Want{MaxWidth: 400}, "jpeg", 400, true},
		{"high", photo, Want{MaxWidth: 700, MaxHeight: 300}, "jpeg", 400, true},
		{"heavy", photo, Want{MaxBytes: 60_000}, "jpeg", 0, true},
		{"drawn", drawn, Want{}, "png", 800, false},
		{"drawn, smaller", drawn, Want{MaxWidth: 400}, "png", 400, true},
		{"drawn, as JPEG", drawn, Want{JPEG: true}, "jpeg", 800, true},
		{"clear", clear, Want{MaxWidth: 40}, "png", 40, true},
		{"clear, as JPEG", clear, Want{JPEG: true, Ground: color.Black}, "jpeg", 90, true},
		{"moving", moving.Bytes(), Want{}, "png", 50, true},
		{"WebP", webp, Want{JPEG: true}, "jpeg", 1, true},
		{"a line", pngOf(t, image.NewGray(image.Rect(0, 0, 3000, 1))), Want{MaxWidth: 100}, "png", 100, true},
	} {
		f, err := Fit(c.data, c.w)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		cfg, kind, err := image.DecodeConfig(bytes.NewReader(f.Data))
		if err != nil || kind != c.kind || f.Type != "image/"+kind || cfg.Width != f.Width || cfg.Height != f.Height {
			t.Errorf("%s: %s of %d × %d, %s, %v", c.name, f.Type, f.Width, f.Height, kind, err)
		}
		if c.width > 0 && f.Width != c.width || f.Changed != c.changed || c.w.within(image.Pt(f.Width, f.Height)) != image.Pt(f.Width, f.Height) || !c.w.holds(len(f.Data)) {
			t.Errorf("%s: %d × %d, %d bytes, changed: %v", c.name, f.Width, f.Height, len(f.Data), f.Changed)
		}
		if !c.changed && !bytes.Equal(f.Data, c.data) {
			t.Errorf("%s: other bytes", c.name)
		}
	}
	f, _ := Fit(clear, Want{JPEG: true, Ground: color.Black})
	if m, _ := jpeg.Decode(bytes.NewReader(f.Data)); m != nil {
		if r, _, _, _ := m.At(40, 40).RGBA(); r > 0x1000 {
			t.Error("the ground is not black")
		}
	}
}

func TestCrop(t *testing.T) {
	for _, c := range []struct{ w, h, toW, toH int }{{800, 600, 900, 383}, {800, 600, 500, 500}, {10, 900, 64, 64}, {2000, 2000, 660, 370}, {3, 3, 900, 383}} {
		f, err := Crop(jpegOf(t, scene(c.w, c.h)), c.toW, c.toH, 50_000)
		if errors.Is(err, ErrTooSmall) {
			t.Fatal(err)
		}
		cfg, _, decoded := image.DecodeConfig(bytes.NewReader(f.Data))
		if err != nil || decoded != nil || cfg.Width != f.Width || len(f.Data) > 50_000 {
			t.Errorf("%+v: %d × %d, %d bytes, %v", c, f.Width, f.Height, len(f.Data), err)
		}
		if c.w < 2000 && (f.Width != c.toW || f.Height != c.toH) {
			t.Errorf("%+v: %d × %d", c, f.Width, f.Height)
		}
	}
	// More is cut off below than above.
	if got := shown(image.Pt(100, 300), image.Pt(100, 100)); got.Min.Y <= 0 || got.Min.Y >= 100 || got.Dy() != 100 {
		t.Error(got)
	}
}

func TestRefused(t *testing.T) {
	noise := jpegOf(t, scene(400, 400))
	for _, c := range []struct {
		data []byte
		w    Want
		want error
	}{
		{[]byte("hello"), Want{}, ErrFormat}, {nil, Want{}, ErrFormat}, {[]byte("<svg/>"), Want{}, ErrFormat},
		{noise, Want{MaxBytes: 100}, ErrTooSmall}, {hugePNG(t, 50_000, 50_000), Want{}, ErrTooLarge}, {hugePNG(t, 1, 30_000), Want{}, ErrTooLarge},
	} {
		if _, err := Fit(c.data, c.w); !errors.Is(err, c.want) {
			t.Errorf("%.9q: %v, want %v", c.data, err, c.want)
		}
	}
	middle := pngOf(t, scene(90, 90))
	middle[len(middle)/2] ^= 0x55
	for name, data := range map[string][]byte{"half a JPEG": noise[:len(noise)/2], "a PNG with a bad middle": middle} {
		for _, w := range []Want{{MaxWidth: 10}, {}} {
			if _, err := Fit(data, w); !errors.Is(err, ErrDamaged) {
				t.Errorf("%s, %+v: %v", name, w, err)
			}
		}
	}
	if _, err := Crop(noise, 0, 5, 0); err == nil {
		t.Error("cropped to nothing")
	}
	if _, err := FromImage(new(image.RGBA), Want{}); err == nil {
		t.Error("no pixels")
	}
	if f, err := FromImage(scene(60, 40), Want{MaxWidth: 30}); err != nil || f.Width != 30 || f.Height != 20 {
		t.Errorf("%+v, %v", f, err)
	}
}

// TestLarge: a photograph of 54 megapixels can be fitted; what takes more memory
// has to be smaller.
func TestLarge(t *testing.T) {
	large := jpegOf(t, image.NewYCbCr(image.Rect(0, 0, 6000, 9000), image.YCbCrSubsampleRatio420))
	if f, err := Fit(large, Want{MaxWidth: 1080}); err != nil || f.Width != 1080 || f.Height != 1620 {
		t.Errorf("%d × %d: %v", f.Width, f.Height, err)
	}
	if f, err := Fit(large, Want{MaxBytes: len(large) - 1}); err != nil || f.Width != 4000 || f.Height != 6000 {
		t.Errorf("no narrower than it has to be: %d × %d: %v", f.Width, f.Height, err)
	}
	if at := bytes.Index(large, []byte{0xFF, 0xC0}); at > 0 {
		large[at+1] = 0xC2 // progressive
	}
	for name, data := range map[string][]byte{"progressive": large, "PNG": hugePNG(t, 6000, 9000)} {
		if _, err := Fit(data, Want{MaxWidth: 1080}); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// hugePNG has the head of a large picture and nothing else.
func hugePNG(t *testing.T, w, h uint32) []byte {
	data := pngOf(t, image.NewGray(image.Rect(0, 0, 1, 1)))
	binary.BigEndian.PutUint32(data[16:], w)
	binary.BigEndian.PutUint32(data[20:], h)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// FuzzFit: whatever comes in, what comes out fits or is an error.
func FuzzFit(f *testing.F) {
	f.Add(withExif(jpegOf(f, corners(32, 16)), 6, binary.LittleEndian), uint16(10), uint16(2000), true)
	f.Add(pngOf(f, corners(20, 20)), uint16(0), uint16(0), false)
	f.Add([]byte(strings.Repeat("\xff\xd8\xff\xe1\x00\x08Exif", 3)), uint16(5), uint16(5), false)
	f.Fuzz(func(t *testing.T, data []byte, side, bytesMost uint16, asJPEG bool) {
		if size, _, err := readHead(data); err == nil && size.X*size.Y > 1_000_000 {
			return
		}
		w := Want{MaxWidth: int(side), MaxHeight: int(side), MaxBytes: int(bytesMost), JPEG: asJPEG}
		if got, err := Fit(data, w); err == nil {
			if !w.holds(len(got.Data)) || w.within(image.Pt(got.Width, got.Height)) != image.Pt(got.Width, got.Height) || asJPEG && got.Type != "image/jpeg" {
				t.Fatalf("%+v: %s of %d × %d, %d bytes", w, got.Type, got.Width, got.Height, len(got.Data))
			}
		}
		if got, err := Crop(data, int(side)%200, 30, int(bytesMost)); err == nil && bytesMost > 0 && len(got.Data) > int(bytesMost) {
			t.Fatalf("cropped to %d bytes", len(got.Data))
		}
	})
}

func BenchmarkFit(b *testing.B) {
	data := jpegOf(b, scene(4000, 3000))
	b.Run("12 megapixels to 1080", func(b *testing.B) {
		for b.Loop() {
			if _, err := Fit(data, Want{MaxWidth: 1080, MaxBytes: 300_000, JPEG: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cover", func(b *testing.B) {
		for b.Loop() {
			if _, err := Crop(data, 900, 383, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
}
