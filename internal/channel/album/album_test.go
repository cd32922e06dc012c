package album_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	_ "image/jpeg"
	_ "image/png"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/channel/channeltest"
	"kepu/internal/channel/toutiao"
	"kepu/internal/photo"
	"kepu/internal/prose"
)

const drawn = "articles/2026/jilin-meteorite-shower/strewnfield.svg"

// gather shows everything that a text shows to an album.
func gather(j *channel.Job, a *album.Album) (names []string) {
	prose.Walk(j.Body, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Image:
			names = append(names, a.Image(n))
		case prose.Formula, prose.Math:
			names = append(names, a.Formula(n))
		}
		return true
	})
	return names
}

// Each picture has one file, in the order of the text, whoever shows it again.
func TestFiles(t *testing.T) {
	j := channeltest.Job(toutiao.Channel, "![甲](a.jpg)、![乙](b.jpg)、![又是甲](a.jpg)、$\\frac{a}{b}$、$\\frac{a}{b}$、![图]("+drawn+")", "")
	j.Press = channeltest.Press(t)
	a := album.New(j, photo.Want{MaxWidth: 500})
	if got, want := strings.Join(gather(j, a), " "), "images/01.jpg images/02.jpg images/01.jpg images/03.png images/03.png images/04.png"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(a.Files()) != 4 || len(a.Remarks()) > 0 || a.Err() != nil {
		t.Errorf("%d files, %v, %v", len(a.Files()), a.Remarks(), a.Err())
	}
	for i, f := range a.Files() {
		m := decoded(t, f)
		if m.Bounds().Dx() != 500 {
			t.Errorf("%s is %v", f.Name, m.Bounds())
		}
		if r, g, b, alpha := m.At(1, 1).RGBA(); i >= 2 && r+g+b+alpha != 4*0xffff {
			t.Errorf("a drawing does not stand on white: %x %x %x %x", r, g, b, alpha)
		}
		if f.Alt == "" || f.Use.Zh == "" {
			t.Errorf("%s says too little", f.Name)
		}
	}
	if a.Size() < len(a.Files()[0].Data) {
		t.Errorf("the largest has %d bytes", a.Size())
	}
}

// What cannot be had is told once, with a reason that an author understands; it
// has no name. A file that cannot be read ends the work.
func TestMissing(t *testing.T) {
	j := channeltest.Job(toutiao.Channel, "![外](https://example.org/a.png)、![外](https://example.org/a.png)\n\n![坏](a.jpg)\n\n![图]("+drawn+")", "")
	j.Read = func(name string) ([]byte, error) {
		if name == "a.jpg" {
			return []byte("GIF89a"), nil
		}
		return channeltest.Read(name)
	}
	a := album.New(j, photo.Want{})
	if got := strings.Join(gather(j, a), ""); got != "" || len(a.Files()) > 0 || a.Err() != nil {
		t.Errorf("%q, %v", got, a.Err())
	}
	for i, want := range []string{"别的网站", "请换一张", "中文字体"} {
		if r := a.Remarks(); len(r) != 3 || !strings.Contains(r[i].Text.Zh, want) || r[i].Line != 2*i+1 || r[i].Text.En == "" {
			t.Fatalf("%+v", a.Remarks())
		}
	}
	j.Read = func(string) ([]byte, error) { return nil, errors.New("the disk is gone") }
	a = album.New(j, photo.Want{})
	gather(j, a)
	if a.Err() == nil {
		t.Error("a file that cannot be read is no error")
	}
}

// A damaged picture is told of with its line, in each language by itself; so is
// one with too many pixels, with the bound. What only seems whole is no tile.
func TestDamaged(t *testing.T) {
	j := channeltest.Job(toutiao.Channel, "![断](half.jpg)\n\n![大](large.png)\n\n![好](a.jpg)\n\n$$\n\\frac{a}{b}\n$$", "")
	j.Press = channeltest.Press(t)
	j.Read = func(name string) ([]byte, error) {
		data, err := channeltest.Read("a.jpg")
		switch name {
		case "half.jpg":
			data = data[:len(data)/2]
		case "large.png":
			binary.BigEndian.PutUint32(data[16:], 9000)
			binary.BigEndian.PutUint32(data[20:], 6000)
			binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
		}
		return data, err
	}
	a := album.New(j, photo.Want{})
	gather(j, a)
	if len(a.Files()) != 2 || a.Err() != nil || a.Files()[1].Alt != "a/b" {
		t.Errorf("%d files, %v", len(a.Files()), a.Err())
	}
	for i, want := range []string{"“断”没有收入稿件包：文件坏了", "“大”没有收入稿件包：像素太多，请先缩小：照片最多 6000 万像素，PNG 和渐进式 JPEG 最多 4000 万"} {
		r := a.Remarks()
		if len(r) != 2 || !strings.Contains(r[i].Text.Zh, want) || r[i].Line != 2*i+1 || strings.Contains(r[i].Text.Zh, "the ") || r[i].Text.En == "" {
			t.Fatalf("%+v", r)
		}
	}
	a.Files()[0].Data = a.Files()[0].Data[:100]
	if n := len(a.Squares(9, 400, 1<<20)) + len(a.Photos(9, 400, 400, 1<<20)); n > 0 {
		t.Errorf("%d tiles of a damaged picture", n)
	}
}

func decoded(t *testing.T, f channel.File) image.Image {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return m
}

// Photographs are cut; a drawing stands whole on white; formulas are left out.
func TestTiles(t *testing.T) {
	j := channeltest.Job(toutiao.Channel, "$\\frac{a}{b}$、![图]("+drawn+")、![甲](a.jpg)、![乙](b.jpg)", "")
	j.Press = channeltest.Press(t)
	a := album.New(j, photo.Want{MaxWidth: 1080})
	gather(j, a)
	squares := a.Squares(2, 400, 1<<20)
	if len(squares) != 2 || squares[0].Alt != "图" || squares[1].Alt != "甲" {
		t.Fatalf("%d squares", len(squares))
	}
	white := color.RGBA{255, 255, 255, 255}
	for i, f := range squares {
		m := decoded(t, f)
		if m.Bounds().Size() != image.Pt(400, 400) || (color.RGBAModel.Convert(m.At(2, 200)) == white) != (i == 0) {
			t.Errorf("%s: %v, %v at the edge", f.Alt, m.Bounds(), m.At(2, 200))
		}
	}
	ink := 0
	m := decoded(t, squares[0])
	for x := range 400 {
		if color.RGBAModel.Convert(m.At(x, 200)) != white {
			ink++
		}
	}
	if ink < 100 {
		t.Errorf("nothing of the drawing in the middle: %d", ink)
	}
	photos := a.Photos(9, 960, 540, 1<<20)
	if len(photos) != 2 || decoded(t, photos[0]).Bounds().Size() != image.Pt(960, 540) {
		t.Errorf("%d photographs", len(photos))
	}
	if photos := a.Photos(9, 1200, 540, 1<<20); len(photos) > 0 {
		t.Error("a photograph was enlarged")
	}
}
