package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"kepu/internal/diag"
)

// samples are whole images of 40 by 30 pixels.
func samples(t testing.TB) map[string][]byte {
	img := image.NewPaletted(image.Rect(0, 0, 40, 30), color.Palette{color.White, color.Black})
	var p, j, g bytes.Buffer
	for _, err := range []error{png.Encode(&p, img), jpeg.Encode(&j, img, nil), gif.Encode(&g, img, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return map[string][]byte{"a.png": p.Bytes(), "a.jpg": j.Bytes(), "a.gif": g.Bytes(), "a.webp": webp(), "a.avif": avif(40, 30)}
}

// webp is a lossless image of which nothing is read but its head.
func webp() []byte {
	bits := uint32(40-1) | uint32(30-1)<<14
	body := binary.LittleEndian.AppendUint32([]byte{0x2f}, bits)
	body = append(body, make([]byte, 11)...)
	b := []byte("RIFF\x00\x00\x00\x00WEBPVP8L")
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	b = append(b, body...)
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	return b
}

func avif(w, h uint32) []byte {
	b := []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1....meta....ispe\x00\x00\x00\x00")
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, w), h)
}

func TestInspect(t *testing.T) {
	types := map[string]string{"a.png": "image/png", "a.jpg": "image/jpeg", "a.gif": "image/gif", "a.webp": "image/webp", "a.avif": "image/avif"}
	for name, data := range samples(t) {
		info, p := Inspect(name, data, false)
		if p != nil || info != (Info{types[name], 40, 30}) {
			t.Errorf("%s: %+v, %v", name, info, p)
		}
		// The bytes tell what an image is, not its name.
		if info, p := Inspect("x.JPEG", data, false); p != nil || info.Type != types[name] {
			t.Errorf("%s under another name: %+v, %v", name, info, p)
		}
	}
}

// TestCutOff: an upload that broke off is noticed wherever it did.
func TestCutOff(t *testing.T) {
	for name, data := range samples(t) {
		for n := range len(data) {
			if name == "a.avif" && n >= 44 || name == "a.gif" && n > len(data)-16 {
				continue // the size is all that is read of the first; the second may end with rubbish
			}
			if _, p := Inspect(name, data[:n], false); p == nil {
				t.Errorf("%s: %d of %d bytes are enough", name, n, len(data))
				break
			}
		}
		if _, p := Inspect(name, append(data[:len(data):len(data)], "\n\n"...), false); p != nil {
			t.Errorf("%s with something after its end: %v", name, p)
		}
	}
}

// TestThumbnail: the end of a thumbnail within a JPEG is not that of the image.
func TestThumbnail(t *testing.T) {
	data := samples(t)["a.jpg"]
	segment := append([]byte{0xFF, 0xE1, 0, 8}, 0xFF, 0xD8, 0xFF, 0xD9, 0, 0)
	with := append(append([]byte{0xFF, 0xD8}, segment...), data[2:]...)
	if _, p := Inspect("a.jpg", with, false); p != nil {
		t.Errorf("whole: %v", p)
	}
	if _, p := Inspect("a.jpg", with[:len(with)-4], false); p == nil {
		t.Error("cut off, but not noticed")
	}
}

func TestNoImage(t *testing.T) {
	for _, data := range []string{"", "text", "<html>", "%PDF-1.7", "BM....", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "II*\x00", "GIF89a", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "RIFF1234WEBP"} {
		info, p := Inspect("a.png", []byte(data), true)
		if p == nil {
			t.Errorf("%q is taken for %+v", data, info)
			continue
		}
		zh, en := diag.New(diag.BadImage, diag.Pos{}, "a.png", p.Text()).Message(diag.Chinese), p.Error()
		if zh == "" || en == "" || bytes.ContainsAny([]byte(zh), "\x1e\x1f") {
			t.Errorf("%q: %q, %q", data, zh, en)
		}
	}
}

func FuzzInspect(f *testing.F) {
	for name, data := range samples(f) {
		f.Add(name, data)
	}
	for _, s := range append(safe, unsafeDrawings...) {
		f.Add("a.svg", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		info, p := Inspect(name, data, false)
		if (p == nil) != (info.Type != "") {
			t.Errorf("%+v, %v", info, p)
		}
		if info.Width < 0 || info.Height < 0 {
			t.Errorf("%+v", info)
		}
		if p == nil && info.Type == "image/svg+xml" && bytes.Contains(bytes.ToLower(data), []byte("<script")) && !harmless(data) {
			t.Errorf("a script passes: %q", data)
		}
	})
}

// harmless: the word stands in a comment, in text or in an attribute.
func harmless(data []byte) bool {
	return bytes.Contains(data, []byte("<!--")) || bytes.Contains(data, []byte("CDATA")) || bytes.ContainsAny(data, `"'?!`)
}
