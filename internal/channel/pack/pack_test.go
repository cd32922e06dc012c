package pack_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/channel/pack"
)

// make1 makes a bundle that must be without errors.
func make1(t *testing.T, p *channel.Package, j *channel.Job) *pack.Bundle {
	t.Helper()
	b, err := pack.Make(fake(p), j)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func names(b *pack.Bundle) (list []string) {
	for _, f := range b.Files {
		list = append(list, f.Name)
	}
	return list
}

// TestFiles: what lies in a folder, in which order, and that it is always the same.
func TestFiles(t *testing.T) {
	b := make1(t, ordinary(), job())
	want := []string{"index.html", "draft.json", "images/cover.png", "images/01.png", "text.txt", "qr.svg", "qr.png", "manifest.json", "food-safety.zip"}
	if got := names(b); !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	for _, f := range b.Files {
		if f.Type == "" || f.Use.Zh == "" || len(f.Data) == 0 {
			t.Errorf("%s: type %q, use %q, %d bytes", f.Name, f.Type, f.Use.Zh, len(f.Data))
		}
	}
	again := make1(t, ordinary(), job())
	for i, f := range again.Files {
		if !bytes.Equal(f.Data, b.Files[i].Data) {
			t.Errorf("%s differs the second time", f.Name)
		}
	}

	far := job()
	far.Piece.Slug, far.Piece.Address = "隔夜菜", ""
	b = make1(t, ordinary(), far)
	if got := names(b); len(got) != 7 || slices.Contains(got, "qr.png") || !strings.HasPrefix(got[6], "fake-") || !strings.HasSuffix(got[6], ".zip") {
		t.Errorf("without an address, with a name in Han characters: %q", got)
	}
	far.Piece.Lang = "ko"
	if other := make1(t, ordinary(), far); names(other)[6] == names(b)[6] {
		t.Errorf("two languages share the archive's name %q", names(b)[6])
	}
}

// TestText: every program can read it.
func TestText(t *testing.T) {
	for text, want := range map[string]string{"": "\n", "甲": "甲\n", "甲\r\n乙\r丙\n\n": "甲\n乙\n丙\n", "a\xffb": "a\uFFFDb\n"} {
		p := ordinary()
		p.Text = text
		if got := string(file(make1(t, p, job()), "text.txt").Data); got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

// TestVerdicts: in the order of the rules, against the bounds that hold, and at
// the place that is to be mended.
func TestVerdicts(t *testing.T) {
	j := job()
	j.Limits = channel.Limits{"digest": {Warn: 10, Max: 40}, "lead": {}}
	type short struct {
		rule      string
		value     int
		level     channel.Level
		file      string
		line, col int
	}
	of := func(file string, line, col int) *channel.Piece {
		return &channel.Piece{File: file, At: []channel.Place{{Field: "title", Line: line, Col: col}}}
	}
	p := ordinary()
	p.Measures = append(p.Measures, channel.Measure{Rule: "title", Value: 33, Piece: of("part.md", 5, 9)}, channel.Measure{Rule: "content", Value: 1, Line: 7, Piece: of("part.md", 5, 9)})
	const own = "content/articles/2026/food-safety/index.md"
	var got []short
	for _, v := range make1(t, p, j).Verdicts {
		got = append(got, short{v.Rule.ID, v.Measure.Value, v.Level, v.File, v.Line, v.Col})
	}
	want := []short{
		{"title", 19, channel.Fine, own, 2, 8}, {"title", 33, channel.Near, "part.md", 5, 9}, {"digest", 20, channel.Near, own, 4, 10},
		{"content", 18420, channel.Near, own, 17, 0}, {"content", 1, channel.Fine, "part.md", 7, 0},
		{"image", 30210, channel.Fine, own, 0, 0}, {"image", 61230, channel.Fine, own, 0, 0}, {"links", 0, channel.Fine, own, 0, 0},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestParts: an edition is called after its folder, tells of its articles' faults
// at their places, and has another version when one of them changes.
func TestParts(t *testing.T) {
	edition := func() *channel.Job {
		j := job()
		j.Folder = "editions-food-safety"
		for _, name := range []string{"a", "b"} {
			j.Parts = append(j.Parts, &channel.Job{Piece: &channel.Piece{Title: name, File: name + ".md", Text: artifact.DigestOf(name)}})
		}
		return j
	}
	read := func(j *channel.Job) (slug, digest, page string) {
		p := ordinary()
		p.Remarks = append(p.Remarks, channel.Remark{Text: channel.Text{Zh: "看这里"}, Piece: j.Parts[1].Piece, Line: 9})
		b := make1(t, p, j)
		raw := file(b, "manifest.json").Data
		validate(t, raw)
		if !bytes.Contains(raw, []byte(`"text":{"zh":"看这里","en":""},"file":"b.md","line":9`)) {
			t.Errorf("the remark has no place: %s", raw)
		}
		var m struct{ Slug, Digest string }
		if err := json.Unmarshal(raw, &m); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(names(b), m.Slug+".zip") {
			t.Errorf("%q", names(b))
		}
		return m.Slug, m.Digest, string(file(b, "index.html").Data)
	}
	slug, digest, page := read(edition())
	if slug != "editions-food-safety" || !strings.Contains(page, "b.md 第 9 行") || !strings.Contains(page, "版本 "+digest) {
		t.Errorf("%s, version %s", slug, digest)
	}
	changed := edition()
	changed.Parts[1].Piece.Text = artifact.DigestOf("changed")
	if _, other, _ := read(changed); other == digest {
		t.Error("an article has changed, the version has not")
	}
}

// TestSources: of what a rule goes by the addresses can be followed, and no more.
func TestSources(t *testing.T) {
	for source, want := range map[string]string{
		"https://a.example/x#y；编辑器":                `<a href="https://a.example/x#y" target="_blank" rel="noopener">https://a.example/x#y</a>；编辑器</p>`,
		"见 https://a.example/":                     `见 <a href="https://a.example/" target="_blank" rel="noopener">https://a.example/</a></p>`,
		"https://a.example/; https://b.example/ 说": `https://a.example/</a>; <a href="https://b.example/" target="_blank" rel="noopener">https://b.example/</a> 说</p>`,
		"javascript:alert(1)":                      `</b> javascript:alert(1)</p>`,
	} {
		c := fake(ordinary())
		c.Rules[0].Source = source
		b, err := pack.Make(c, job())
		if err != nil {
			t.Fatal(err)
		}
		if page := string(file(b, "index.html").Data); !strings.Contains(page, want) {
			at := strings.Index(page, `<p class="source">`)
			t.Errorf("%s: %s", source, page[at:at+300])
		}
	}
}

// TestAbsent: what misses a limit makes no package.
func TestAbsent(t *testing.T) {
	for _, m := range []channel.Measure{{Rule: "title", Value: 65}, {Rule: "title", Value: 1}, {Rule: "links", Value: 1}} {
		p := ordinary()
		p.Measures = append(p.Measures, m)
		b := make1(t, p, job())
		if len(b.Files) > 0 {
			t.Errorf("%+v: %q", m, names(b))
		}
		if len(b.Verdicts) != len(p.Measures) || len(b.Remarks) != 1 {
			t.Errorf("%+v: %d verdicts, %d remarks", m, len(b.Verdicts), len(b.Remarks))
		}
	}
}

// TestBroken: a channel that breaks its contract is told so.
func TestBroken(t *testing.T) {
	add := func(name ...string) func(*channel.Package) {
		return func(p *channel.Package) {
			for _, n := range name {
				p.Files = append(p.Files, channel.File{Name: n, Type: "text/plain"})
			}
		}
	}
	for name, test := range map[string]struct {
		change func(*channel.Package)
		says   string
	}{
		"up":               {add("../x"), "../x"},
		"root":             {add("/x"), "/x"},
		"deep":             {add("a/b/c"), "a/b/c"},
		"backslash":        {add(`a\b`), "ASCII"},
		"Han characters":   {add("图.png"), "图.png"},
		"no name":          {add(""), "ASCII"},
		"hidden":           {add(".x"), ".x"},
		"dot":              {add("x."), "x."},
		"folder alone":     {add("images/"), "images/"},
		"twice":            {add("a.txt", "A.TXT"), "A.TXT"},
		"ours":             {add("Index.html"), "Index.html"},
		"archive":          {add("FOOD-safety.zip"), "food-safety.zip"},
		"file as folder":   {add("a", "a/b"), "a/b"},
		"folder as file":   {add("a/b", "A"), "A"},
		"measure":          {func(p *channel.Package) { p.Measures = append(p.Measures, channel.Measure{Rule: "gone"}) }, "gone"},
		"preview":          {func(p *channel.Package) { p.Previews = append(p.Previews, channel.Preview{Image: "images/9.png"}) }, "images/9.png"},
		"preview of index": {func(p *channel.Package) { p.Previews = append(p.Previews, channel.Preview{Image: "qr.png"}) }, "qr.png"},
	} {
		p := ordinary()
		test.change(p)
		b, err := pack.Make(fake(p), job())
		if err == nil || b != nil || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), "articles/2026/food-safety") {
			t.Errorf("%s: %v", name, err)
		}
	}

	c := fake(nil)
	failed := errors.New("failed")
	c.Compose = func(*channel.Job) (*channel.Package, error) { return nil, failed }
	if _, err := pack.Make(c, job()); !errors.Is(err, failed) {
		t.Errorf("Compose's error became %v", err)
	}
}

// TestEmpty: a channel may make next to nothing.
func TestEmpty(t *testing.T) {
	if got := names(make1(t, &channel.Package{}, job())); len(got) != 6 {
		t.Errorf("%q", got)
	}
}

// TestManifest: it is what its schema says, and says what is there.
func TestManifest(t *testing.T) {
	b := make1(t, ordinary(), job())
	raw := file(b, "manifest.json").Data
	validate(t, raw)
	var m struct {
		Rules []struct {
			ID       string
			Measures []struct{ Value int }
		}
		Files []struct {
			Name, SHA256 string
			Size         int
		}
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Rules) != 6 || m.Rules[0].ID != "fake.title" || len(m.Rules[3].Measures) != 2 || len(m.Rules[5].Measures) != 0 {
		t.Errorf("rules %+v", m.Rules)
	}
	if len(m.Files) != len(b.Files)-2 {
		t.Errorf("%d files are listed of %d", len(m.Files), len(b.Files))
	}
	for i, f := range m.Files {
		is := b.Files[i]
		sum := sha256.Sum256(is.Data)
		if f.Name != is.Name || f.Size != len(is.Data) || f.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%+v is not %s", f, is.Name)
		}
	}
	validate(t, file(make1(t, &channel.Package{}, job()), "manifest.json").Data)
}
