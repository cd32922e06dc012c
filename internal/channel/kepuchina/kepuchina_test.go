package kepuchina

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
)

func TestRules(t *testing.T) { channeltest.Rules(t, Channel) }

// The text is measured without what stands around it; the share of quotations is
// rounded up.
func TestMeasures(t *testing.T) {
	for text, want := range map[string][2]int{
		strings.Repeat("字", 2000):                                    {2000, 0},
		strings.Repeat("字", 85) + "\n\n> " + strings.Repeat("引", 15): {100, 15},
		strings.Repeat("字", 84) + "\n\n> " + strings.Repeat("引", 15): {99, 16},
		"": {0, 0},
	} {
		j := channeltest.Undrawn(channeltest.Job(Channel, text, ""))
		j.Piece.Reviewers = []string{"专家"}
		p := channeltest.Compose(t, Channel, j)
		if words, quoted := channeltest.Value(p, "words"), channeltest.Value(p, "quoted"); words != want[0] || quoted != want[1] {
			t.Errorf("%.20s: %d 字, %d %%, want %v", text, words, quoted, want)
		}
	}
}

func TestPackage(t *testing.T) {
	j := channeltest.Job(Channel, "正文。", "")
	j.Piece.Authors, j.Piece.Summary = []string{"甲", "乙"}, "提要"
	p := channeltest.Compose(t, Channel, j)
	channeltest.Sound(t, Channel, p)
	if got := channeltest.Copy(p, "摘要").Text; got != "提要" {
		t.Error(got)
	}
	if body := channeltest.Copy(p, "正文"); body.HTML != p.Previews[0].HTML || body.Text != "甲、乙\n\n正文。\n\n来源：吉林科普" {
		t.Errorf("%+v", body)
	}
	if steps := strings.Join(p.Steps, ""); !strings.Contains(steps, "作者填“甲、乙”，科学审核人填“（文章里没写，请补上）”") {
		t.Error(steps)
	}
}

// The poster is drawn with the piece's own cover, if it has one.
func TestPoster(t *testing.T) {
	j := channeltest.Job(Channel, "正文。", "")
	var pictures [2][]byte
	for i := range pictures {
		if i == 1 {
			j.Piece.Cover = &channel.Picture{Path: "cover.jpg", Type: "image/jpeg"}
		}
		p := channeltest.Compose(t, Channel, j)
		pictures[i] = channeltest.File(p, "poster.png").Data
		config, err := png.DecodeConfig(bytes.NewReader(pictures[i]))
		if err != nil || config.Width != 1080 || config.Height != 1920 || channeltest.Value(p, "poster-bytes") != len(pictures[i]) {
			t.Errorf("%d × %d, %d bytes: %v", config.Width, config.Height, len(pictures[i]), err)
		}
	}
	if bytes.Equal(pictures[0], pictures[1]) {
		t.Error("the cover is not on the poster")
	}
	j.Piece.Topics, j.Piece.Summary, j.Piece.Example = []string{"天文", "物理"}, "提要", "示例"
	j.Piece.Facts = []channel.Fact{{Label: "生卒", Value: "1945—2017"}}
	if c := cardOf(j); c.Label != "天文" || strings.Join(c.Lines, "|") != "1945—2017|提要" || c.Example != "示例" || c.Address == "" {
		t.Errorf("%+v", c)
	}
}

func FuzzCompose(f *testing.F) {
	channeltest.Fuzz(f, Channel, func(t *testing.T, j *channel.Job, p *channel.Package) {
		for _, bad := range channeltest.Refusals(channeltest.Copy(p, "正文").HTML, p.Files) {
			t.Error(bad)
		}
	})
}

func BenchmarkCompose(b *testing.B) { channeltest.Bench(b, Channel) }
