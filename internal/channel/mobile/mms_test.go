package mobile

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/pack"
)

// checkPackage checks what holds of every package: each presentation shows the
// parts beside it, each once; pictures are JPEG of the size of their class; what
// is measured is what is there.
func checkPackage(t *testing.T, p *channel.Package) {
	t.Helper()
	for _, k := range classes {
		var parts []channel.File
		var names []string
		text := 0
		for _, f := range p.Files {
			if path.Dir(f.Name) != k.name {
				continue
			}
			parts = append(parts, f)
			switch path.Ext(f.Name) {
			case ".jpg":
				m, err := jpeg.Decode(bytes.NewReader(f.Data))
				if err != nil || m.Bounds().Dx() > k.width || m.Bounds().Dy() > k.height {
					t.Errorf("%s: %v", f.Name, err)
				}
			case ".txt":
				text += len(f.Data)
				if !bytes.Equal(bytes.ToValidUTF8(f.Data, nil), f.Data) {
					t.Errorf("%s is not UTF-8", f.Name)
				}
			}
			names = append(names, path.Base(f.Name))
		}
		if len(parts) == 0 || names[0] != "presentation.smil" {
			t.Fatalf("%s: %v", k.name, names)
		}
		if got := checkSMIL(t, parts[0].Data); !slices.Equal(got, names[1:]) {
			t.Errorf("%s shows %v, has %v", k.name, got, names[1:])
		}
		size := 1024
		for _, f := range parts {
			size += 256 + len(f.Data)
		}
		if got := measured(p, k.name); got != size {
			t.Errorf("%s: measured %d bytes, has %d", k.name, got, size)
		}
		if got := measured(p, mmsText); got != text {
			t.Errorf("%s: measured %d bytes of text, has %d", k.name, got, text)
		}
	}
}

// measured is the value of a rule.
func measured(p *channel.Package, rule string) int {
	for _, m := range p.Measures {
		if m.Rule == rule {
			return m.Value
		}
	}
	return -1
}

// TestArticles: every article of the site becomes two messages within the sizes
// of their classes, and a folder with an archive of it all.
func TestArticles(t *testing.T) {
	n, pictures := 0, 0
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.file, "articles/") || testing.Short() && n > 5 {
			continue
		}
		n++
		j := jobOf(s)
		p := composed(t, j)
		checkPackage(t, p)
		pictures += strings.Count(fmt.Sprint(names(p)), ".jpg")
		b, err := pack.Make(Channel, j)
		if err != nil || len(b.Files) < len(p.Files)+5 {
			t.Errorf("%s: %d files, %v", s.file, len(b.Files), err)
		}
		if len(p.Remarks) > 0 && strings.Count(s.file, ".") == 1 { // translations are longer
			t.Errorf("%s: %v", s.file, p.Remarks)
		}
	}
	t.Logf("%d articles, %d pictures", n, pictures)
	if pictures < 2*n {
		t.Errorf("%d pictures in the two messages of %d articles", pictures, n)
	}
}

func names(p *channel.Package) (list []string) {
	for _, f := range p.Files {
		list = append(list, f.Name)
	}
	return list
}

// noise is a photograph that nothing makes small.
func noise(t testing.TB, width, height int) []byte {
	random := rand.New(rand.NewPCG(3, 4))
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range m.Pix {
		m.Pix[i] = byte(random.Uint32()) | 0x3f*byte(i&1)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withPhotos is the job of a text with photographs.
func withPhotos(t testing.TB, body string, n, width, height int) *channel.Job {
	data := noise(t, width, height)
	for i := range n {
		body += fmt.Sprintf("\n\n![图%d](p%d.png)", i+1, i+1)
	}
	j := jobOf(source{"articles/x.md", "", body})
	for i := range n {
		j.Piece.Pictures[fmt.Sprintf("p%d.png", i+1)] = channel.Picture{Path: "p.png", Type: "image/png"}
	}
	j.Read = func(string) ([]byte, error) { return data, nil }
	return j
}

// TestFull: pictures share the room; where there are too many, the last ones are
// left out, and that is told.
func TestFull(t *testing.T) {
	for _, c := range []struct{ pictures, small, large int }{{1, 2, 2}, {5, 6, 6}, {30, 13, 31}} { // with that of the topic
		p := composed(t, withPhotos(t, "开头。", c.pictures, 300, 200))
		checkPackage(t, p)
		got := [2]int{}
		for _, f := range p.Files {
			for i, k := range classes {
				if path.Dir(f.Name) == k.name && path.Ext(f.Name) == ".jpg" {
					got[i]++
				}
			}
		}
		if got[0] < c.small || got[1] != c.large || len(p.Remarks) != 2*(c.pictures+1)-got[0]-got[1] {
			t.Errorf("%d pictures: %v are shown, %d remarks", c.pictures, got, len(p.Remarks))
		}
		for _, k := range classes {
			if size := measured(p, k.name); size > Channel.Rule(k.name).Bounds.Max {
				t.Errorf("%d pictures: %s has %d bytes", c.pictures, k.name, size)
			}
		}
	}
}

// TestTooLong: a text that does not fit is sent whole all the same, and the
// measures tell.
func TestTooLong(t *testing.T) {
	j := withPhotos(t, strings.Repeat("这一段很长。", 2000), 1, 300, 200)
	p := composed(t, j)
	checkPackage(t, p)
	if n := measured(p, mmsText); n < 36000 {
		t.Errorf("%d bytes of text", n)
	}
	if b, err := pack.Make(Channel, j); err != nil || len(b.Files) != 0 {
		t.Errorf("%d files, %v", len(b.Files), err)
	}
	j.Limits = channel.Limits{mmsText: {}, "mms-100k": {}, "mms-300k": {}, "mms-slides": {}}
	if b, err := pack.Make(Channel, j); err != nil || len(b.Files) == 0 {
		t.Errorf("without limits: %d files, %v", len(b.Files), err)
	}
}

// TestMissingPictures: what cannot be had is told, and its description stands in
// for it.
func TestMissingPictures(t *testing.T) {
	j := jobOf(source{"articles/x.md", "", "文。\n\n![外面的](https://a.cn/b.png)\n\n![坏的](bad.png \"图注\")\n\n![画不出的](bad.svg)"})
	j.Piece.Pictures["bad.png"] = channel.Picture{Path: "bad.png", Type: "image/png"}
	j.Piece.Pictures["bad.svg"] = channel.Picture{Path: "bad.svg", Type: "image/svg+xml"}
	j.Read = func(string) ([]byte, error) {
		return []byte("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><filter/></svg>"), nil
	}
	p := composed(t, j)
	checkPackage(t, p)
	for _, want := range []string{"〔图：外面的〕", "〔图：坏的〕\n图：图注", "〔图：画不出的〕"} {
		if !strings.Contains(p.Text, want) {
			t.Errorf("no %s in %q", want, p.Text)
		}
	}
	if len(p.Remarks) != 3 {
		t.Errorf("%v", p.Remarks)
	}
	for i, r := range p.Remarks {
		if r.Line != 3+2*i || regexp.MustCompile(`[a-z]+ [a-z]+`).MatchString(r.Text.Zh) {
			t.Errorf("line %d: %s", r.Line, r.Text.Zh)
		}
	}
	j.Read = func(string) ([]byte, error) { return nil, fmt.Errorf("disk") }
	if _, err := Channel.Compose(j); err == nil {
		t.Error("a file that cannot be read is no error")
	}
}

// TestMasthead: the head of an edition has its name in it, where there are fonts,
// and beside that which one it is.
func TestMasthead(t *testing.T) {
	c := &composer{job: issueOf(t, "rime"), words: &chinese, out: new(channel.Package)}
	if fonts, err := c.job.Press.Fonts(); err != nil || fonts.Title == nil {
		t.Fatalf("fonts-noto-cjk: %v", err)
	}
	for _, name := range []string{"e点科普", "吉林省科学技术协会手机科普周刊农民版试刊"} {
		c.job.Piece.Masthead = name
		m, err := c.masthead()
		if err != nil || m.Rect.Dx() != headWidth || m.Rect.Dy() != headHeight {
			t.Fatal(err)
		}
		var columns []int // that have ink
		for x := range headWidth {
			for y := headHeight - headBand; y < headHeight; y++ {
				if g := color.GrayModel.Convert(m.At(x, y)).(color.Gray); g.Y < 128 {
					columns = append(columns, x)
					break
				}
			}
		}
		first, last, gap := columns[0], columns[len(columns)-1], 0
		for i := range columns[1:] {
			if d := columns[i+1] - columns[i]; d > gap {
				gap = d
			}
		}
		if first < headMargin || first > headMargin+8 || last > headWidth-headMargin || last < headWidth-headMargin-8 || gap < headMargin-4 {
			t.Errorf("%s: from %d to %d, %d between the two sides", name, first, last, gap)
		}
	}
}
