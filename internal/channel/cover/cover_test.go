package cover_test

import (
	"bytes"
	"errors"
	"image"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
	"kepu/internal/channel/cover"
	"kepu/internal/channel/toutiao"
)

// sizes are those of all media.
var sizes = []image.Point{{900, 383}, {500, 500}, {960, 540}, {1280, 720}, {1080, 1080}, {1080, 1440}}

func TestOne(t *testing.T) {
	for name, pic := range map[string]*channel.Picture{
		"drawn": nil, "photograph": {Path: "a.jpg", Type: "image/jpeg", Alt: "雾凇"}, "no picture": {Path: "broken.jpg", Type: "image/jpeg", Alt: "雾凇"},
		"drawing": {Path: "a.svg", Type: "image/svg+xml"},
	} {
		j := channeltest.Job(toutiao.Channel, "", "")
		j.Piece.Cover = pic
		j.Read = func(name string) ([]byte, error) {
			if name == "broken.jpg" {
				return []byte("\xff\xd8\xff\xe0 no more"), nil
			}
			return channeltest.Read(name)
		}
		for _, size := range sizes {
			f, err := cover.One(j, "cover", size.X, size.Y, channel.Text{Zh: "封面", En: "cover"})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			config, format, err := image.DecodeConfig(bytes.NewReader(f.Data))
			if err != nil || config.Width != size.X || config.Height != size.Y || f.Type != "image/"+format || len(f.Data) > cover.MaxBytes {
				t.Errorf("%s: %d × %d, %s, %d bytes: %v", name, config.Width, config.Height, format, len(f.Data), err)
			}
			if want := map[string]string{"jpeg": "cover.jpg", "png": "cover.png"}[format]; f.Name != want {
				t.Errorf("%s: %s", name, f.Name)
			}
			if photo := format == "jpeg"; photo != (name == "photograph") {
				t.Errorf("%s is shown as %s", name, format)
			}
			if f.Alt == "" {
				t.Errorf("%s says not what it shows", name)
			}
		}
	}
}

func TestUnreadable(t *testing.T) {
	j := channeltest.Job(toutiao.Channel, "", "")
	j.Piece.Cover = &channel.Picture{Path: "a.jpg", Type: "image/jpeg"}
	j.Read = func(string) ([]byte, error) { return nil, errors.New("the disk is gone") }
	if _, err := cover.One(j, "cover", 900, 383, channel.Text{}); err == nil {
		t.Error("a file that cannot be read is no error")
	}
}

// What differs is kept apart, what does not is drawn once.
func TestKept(t *testing.T) {
	kept := map[artifact.Digest]bool{}
	draw := func(seed, motif string, pic *channel.Picture) {
		j := channeltest.Undrawn(channeltest.Job(toutiao.Channel, "", ""))
		draw := j.Kept
		j.Kept = func(d artifact.Digest, make func() ([]byte, error)) ([]byte, error) {
			kept[d] = true
			return draw(d, make)
		}
		j.Piece.Seed, j.Piece.Motif, j.Piece.Cover = seed, motif, pic
		cover.One(j, "cover", 900, 383, channel.Text{})
	}
	for range 2 {
		draw("a", "waves", nil)
		draw("a", "orbits", nil)
		draw("a", "waves", &channel.Picture{Type: "image/jpeg", Digest: artifact.DigestOf(1)})
		draw("a", "waves", &channel.Picture{Type: "image/jpeg", Digest: artifact.DigestOf(2)})
		draw("b", "waves", &channel.Picture{Type: "image/jpeg", Digest: artifact.DigestOf(2)}) // it may be broken, then b is drawn
	}
	if len(kept) != 5 {
		t.Errorf("%d pictures", len(kept))
	}
}
