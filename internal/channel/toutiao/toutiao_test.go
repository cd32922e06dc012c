package toutiao

import (
	"bytes"
	"fmt"
	"image"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
)

func TestRules(t *testing.T) { channeltest.Rules(t, Channel) }

// The title stands above the text and not in it; the preview is what is pasted.
func TestPackage(t *testing.T) {
	j := channeltest.Job(Channel, "正文，见[这里](https://example.org/)。", "")
	j.Piece.Title, j.Piece.Summary, j.Piece.Written = "雾凇从哪里来", "提要", true
	p := channeltest.Compose(t, Channel, j)
	channeltest.Sound(t, Channel, p)
	body := channeltest.Copy(p, "正文")
	if want := "<p><strong>提要</strong></p>\n<p>正文，见这里。</p>\n<p>来源：吉林科普</p>\n"; body.HTML != want || p.Previews[0].HTML != want {
		t.Errorf("got\n%s\nwant\n%s", body.HTML, want)
	}
	if want := "雾凇从哪里来\n\n提要\n\n正文，见这里。\n\n来源：吉林科普"; p.Text != want {
		t.Errorf("got\n%s\nwant\n%s", p.Text, want)
	}
	if n := channeltest.Value(p, "title"); n != 6 {
		t.Errorf("a title of %d characters", n)
	}
}

// One cover or three, each 16:9 and free of words; pictures that are small or
// drawn make none.
func TestCovers(t *testing.T) {
	for _, c := range []struct {
		text          string
		covers, files int
	}{
		{"字", 1, 1},
		{"![一](a.jpg)", 1, 2},
		{"![一](a.jpg)\n\n![二](bb.jpg)\n\n![三](ccc.jpg)", 3, 6},
		{"![一](a.jpg)\n\n![图](articles/2026/radio-telescope/dish.svg)", 1, 0},
	} {
		j := channeltest.Job(Channel, c.text, "")
		if c.files == 0 {
			j = channeltest.Undrawn(j)
		}
		p := channeltest.Compose(t, Channel, j)
		covers := 0
		for _, f := range p.Files {
			if !strings.HasPrefix(f.Name, "cover-") {
				continue
			}
			covers++
			if config, _, err := image.DecodeConfig(bytes.NewReader(f.Data)); c.files > 0 && (err != nil || config.Width != 960 || config.Height != 540) {
				t.Errorf("%s is %d × %d: %v", f.Name, config.Width, config.Height, err)
			}
		}
		steps := strings.Join(p.Steps, "")
		if covers != c.covers || c.files > 0 && len(p.Files) != c.files || strings.Contains(steps, "三图") != (c.covers == 3) || strings.Contains(steps, "images") != strings.Contains(c.text, "![") {
			t.Errorf("%q: %d covers, %d files, steps %v", c.text, covers, len(p.Files), p.Steps)
		}
	}
}

// What cannot be had is told at its line and does not stop the rest; a file that
// cannot be read does.
func TestMissingPictures(t *testing.T) {
	p := channeltest.Compose(t, Channel, channeltest.Job(Channel, "字\n\n![外](https://example.org/a.png)\n\n![外](https://example.org/a.png)", ""))
	if len(p.Remarks) != 1 || p.Remarks[0].Line != 3 || !strings.Contains(p.Remarks[0].Text.Zh, "别的网站") {
		t.Errorf("%+v", p.Remarks)
	}
	if _, err := Channel.Compose(channeltest.Job(Channel, "![甲](nowhere.svg)", "")); err == nil {
		t.Error("a file that is not there is no error")
	}
}

func TestSameBytes(t *testing.T) {
	compose := func() string {
		return fmt.Sprint(channeltest.Compose(t, Channel, channeltest.Job(Channel, "![甲](a.jpg)、$x^2$", "")))
	}
	if compose() != compose() {
		t.Error("two packages of one job differ")
	}
}

func FuzzCompose(f *testing.F) {
	channeltest.Fuzz(f, Channel, func(t *testing.T, j *channel.Job, p *channel.Package) {
		for _, bad := range channeltest.Refusals(channeltest.Copy(p, "正文").HTML, p.Files) {
			t.Error(bad)
		}
	})
}

// One text after the other, as if all pictures were kept; the Markdown is read
// before.
func BenchmarkCompose(b *testing.B) { channeltest.Bench(b, Channel) }
