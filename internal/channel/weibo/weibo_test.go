package weibo

import (
	"bytes"
	"image"
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
)

func TestRules(t *testing.T) { channeltest.Rules(t, Channel) }

// A post has at most 140 characters before its address, and all of them if there
// is so much to say.
func TestPost(t *testing.T) {
	long := strings.Repeat("雪", 200)
	for _, c := range []struct {
		title, summary string
		tags           []string
		most           int
		want           string
	}{
		{"雾凇", "松花江边的雾凇从哪儿来？", nil, 140, "【雾凇】松花江边的雾凇从哪儿来？"},
		{"雾凇", "松花江边的雾凇从哪儿来？", []string{"冰雪", "#天气#", "物理"}, 140, "【雾凇】松花江边的雾凇从哪儿来？\n#冰雪##天气#"},
		{"雾凇", "", []string{"冰雪"}, 140, "【雾凇】\n#冰雪#"},
		{"雾凇", long, nil, 140, "【雾凇】" + long[:3*135] + "…"},
		{"雾凇", long, []string{"冰雪"}, 140, "【雾凇】" + long[:3*130] + "…\n#冰雪#"},
		{"雾凇", long[:3*136], nil, 140, "【雾凇】" + long[:3*136]},
		{"雾凇", long[:3*137], nil, 140, "【雾凇】" + long[:3*135] + "…"},
		{"雾凇", "一句话。" + long, nil, 140, "【雾凇】一句话。"},
		{long[:3*130], "松花江边的雾凇从哪儿来？", []string{"冰雪"}, 140, "【" + long[:3*130] + "】\n#冰雪#"},
		{long[:3*130], "短。", nil, 140, "【" + long[:3*130] + "】短。"},
		{long[:3*135], "松花江边的雾凇从哪儿来？", []string{"冰雪"}, 140, "【" + long[:3*135] + "】"},
		{long, "松花江边的雾凇从哪儿来？", []string{"冰雪"}, 140, "【" + long + "】"},
		{"雾凇", long, []string{"冰雪"}, 0, "【雾凇】" + long + "\n#冰雪#"},
	} {
		p := &channel.Piece{Title: c.title, Summary: c.summary, Tags: c.tags}
		got := wordsOf(p, c.most)
		if got != c.want {
			t.Errorf("%d characters: %s\nwant %d: %s", channel.Characters(got), got, channel.Characters(c.want), c.want)
		}
		if n := channel.Characters(got); c.most > 0 && n > c.most && channel.Characters(c.title) <= c.most-2 {
			t.Errorf("%d characters: %s", n, got)
		}
	}
}

func TestPackage(t *testing.T) {
	j := channeltest.Job(Channel, "正文。", "")
	j.Piece.Title, j.Piece.Summary = "雾凇", strings.Repeat("这是一句话。", 10)
	p := channeltest.Compose(t, Channel, j)
	channeltest.Sound(t, Channel, p)
	for label, want := range map[string]string{
		"短微博": "【雾凇】" + j.Piece.Summary + "\nhttps://kepu.example.org/articles/case/",
		"标题":  "雾凇",
		"导语":  strings.Repeat("这是一句话。", 7),
		"正文":  "正文。\n\n来源：吉林科普",
	} {
		if got := channeltest.Copy(p, label).Text; got != want {
			t.Errorf("%s: %s, want %s", label, got, want)
		}
	}
	if post, lead := channeltest.Value(p, "post"), channeltest.Value(p, "lead"); post != 64 || lead != 42 {
		t.Errorf("a post of %d, a lead of %d", post, lead)
	}
	if p.Previews[1].HTML != channeltest.Copy(p, "正文").HTML {
		t.Error("the preview is not what is pasted")
	}
	j.Piece.Written, j.Piece.Channel = true, "weibo" // a summary of its own
	p = channeltest.Compose(t, Channel, j)
	if lead := channeltest.Copy(p, "导语").Text; lead != j.Piece.Summary || channeltest.Value(p, "lead") != 60 {
		t.Errorf("the author's own lead became %s", lead)
	}
	j.Piece.Channel, j.Limits = "", channel.Limits{} // no bounds
	p = channeltest.Compose(t, Channel, j)
	if got := channeltest.Copy(p, "导语").Text; got != j.Piece.Summary {
		t.Errorf("without a bound: %s", got)
	}
}

// A set is squares in order: the cover, photographs cut, drawings whole; no
// formulas, and no more than there is room for.
func TestSet(t *testing.T) {
	j := channeltest.Job(Channel, "![一](a.jpg)\n\n$$\n\\frac{a}{b}\n$$\n\n![图](jilin-meteorite-shower/strewnfield.svg)", "articles/2026")
	j.Press = channeltest.Press(t)
	p := channeltest.Compose(t, Channel, j)
	var names []string
	for _, f := range p.Files {
		names = append(names, f.Name)
		config, _, err := image.DecodeConfig(bytes.NewReader(f.Data))
		if strings.HasPrefix(f.Name, "set/") && (err != nil || config.Width != 1080 || config.Height != 1080) {
			t.Errorf("%s is %d × %d: %v", f.Name, config.Width, config.Height, err)
		}
	}
	if got, want := strings.Join(names, " "), "set/1.png set/2.jpg set/3.png cover.png images/01.png images/02.png images/03.png"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if p.Files[1].Alt != "一" || p.Files[2].Alt != "图" || !strings.Contains(p.Steps[0], "set/1 到 set/3") {
		t.Errorf("%q, %q, %s", p.Files[1].Alt, p.Files[2].Alt, p.Steps[0])
	}
	many := ""
	for i := range 12 {
		many += "![图](" + strings.Repeat("a", i+1) + ".jpg)\n\n"
	}
	p = channeltest.Compose(t, Channel, channeltest.Undrawn(channeltest.Job(Channel, many, "")))
	if channeltest.File(p, "set/9.png").Data == nil || channeltest.File(p, "set/10.png").Data != nil {
		t.Error("a set has nine pictures")
	}
}

// A picture of which only the head and the end are good is left out with a remark;
// the set goes on with the next one.
func TestDamaged(t *testing.T) {
	j := channeltest.Job(Channel, "![坏](bad.jpg)\n\n![好](a.jpg)", "")
	j.Read = func(name string) ([]byte, error) {
		data, err := channeltest.Read("a.jpg")
		if name == "bad.jpg" {
			data[len(data)/2] ^= 0x55
		}
		return data, err
	}
	p := channeltest.Compose(t, Channel, j)
	if len(p.Files) != 4 || p.Files[1].Alt != "好" || len(p.Remarks) != 1 || p.Remarks[0].Line != 1 {
		t.Errorf("%d files, %+v", len(p.Files), p.Remarks)
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
