package douyin

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
	"kepu/internal/formula"
	"kepu/internal/prose"
	"kepu/internal/typeset"
)

// shows is what a text shows, read without the writer of cards.
func shows(n *prose.Node) string {
	var b strings.Builder
	prose.Walk(n, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Text, prose.Code, prose.CodeBlock:
			b.WriteString(n.Text)
		case prose.Math, prose.Formula:
			b.WriteString(formula.Text(n.Text))
		case prose.Answer:
			b.WriteString(n.Title)
		case prose.Span:
			return n.Name != "rp"
		}
		return true
	})
	return unspaced(b.String())
}

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// deckOf sets a text on cards.
func deckOf(t testing.TB, j *channel.Job) *deck {
	t.Helper()
	fonts, err := j.Press.Fonts()
	if err != nil {
		t.Fatal(err)
	}
	d, err := deal(j, fonts, j.Limits["images"].Max)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// check looks at how a text is set on its cards: all of it, in order, once; none
// beyond the foot of a card; paragraphs divided where a sentence ends.
func check(t testing.TB, file string, j *channel.Job, d *deck) {
	t.Helper()
	var said strings.Builder
	for i, c := range d.cards {
		bottom := 0
		for k, p := range c.pieces {
			if !p.again {
				said.WriteString(p.text(p.from, p.to))
			}
			if p.y < bottom || p.y+p.height+p.frame.above() > room {
				t.Errorf("%s, card %d: %q stands at %d to %d, after %d", file, i+2, p.text(p.from, p.to), p.y, p.y+p.height, bottom)
			}
			bottom = p.y + p.height
			if w, ok := p.part.(*words); ok {
				checkRows(t, file, w, p.from, p.to)
				if k == len(c.pieces)-1 && p.to < p.size() && !slices.Contains(w.ends(), p.to) && w.height(p.from, p.to) < room-300 {
					t.Errorf("%s, card %d is divided within %q", file, i+2, p.text(p.from, p.to))
				}
			}
		}
	}
	if got, want := unspaced(said.String()), shows(j.Body); got != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("%s: the cards say …%.90q, the text …%.90q", file, got[i:], want[i:])
	}
}

// checkRows holds the rows of a paragraph against the rules for Chinese.
func checkRows(t testing.TB, file string, w *words, from, to int) {
	t.Helper()
	rows := w.rows(from, to)
	whole := w.Text(from, to)
	if w.Narrowest() > w.width { // broken anywhere
		return
	}
	for i, r := range rows {
		first, last := r.Glyphs[0], r.Glyphs[len(r.Glyphs)-1]
		if i > 0 && strings.ContainsRune("，。、；：？！）》」』】〉”’…—,.;:?!)]}", first.Rune) {
			t.Errorf("%s: a row begins with %q in %q", file, first.Rune, whole)
		}
		if i < len(rows)-1 && strings.ContainsRune("（《「『【〈“‘([{", last.Rune) {
			t.Errorf("%s: a row ends with %q in %q", file, last.Rune, whole)
		}
		if r.Width > w.width {
			t.Errorf("%s: a row of %q is %d wide, of %d", file, whole, r.Width, w.width)
		}
	}
	if n := len(rows); file != "fuzz.md" && n > 1 && w.shape != typeset.Even && rows[n-1].To-rows[n-1].From == 1 {
		t.Errorf("%s: a character stands alone at the end of %q", file, whole)
	}
}

func TestNothingIsLost(t *testing.T) {
	all := jobs(t)
	data, err := os.ReadFile("testdata/all.md")
	if err != nil {
		t.Fatal(err)
	}
	all["all.md"] = job(t, "all.md", string(data))
	all["all.md"].Press = press(t)
	for file, j := range all {
		d := deckOf(t, j)
		check(t, file, j, d)
		if d.len() > j.Limits["images"].Max {
			t.Errorf("%s: %d cards", file, d.len())
		}
	}
}

// TestCards looks at the pictures: their size, and that nothing is drawn beyond
// the margins.
func TestCards(t *testing.T) {
	all := jobs(t)
	all["all.md"] = one(t, press(t))
	for _, file := range []string{
		"all.md", "content/articles/2026/deep-earth/index.md", "content/articles/2025/what-ai-can-do.md",
		"content/articles/2025/rare-earths/index.md", "content/articles/2026/food-safety/index.ko.md",
		"content/articles/2026/earthquake-safety/index.en.md",
	} {
		out, err := compose(all[file])
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range out.Previews {
			data := out.Files[i].Data
			if out.Files[i].Name != p.Image || len(data) > 150_000 {
				t.Errorf("%s: %s of %d bytes", file, p.Image, len(data))
			}
			m, err := png.Decode(bytes.NewReader(data))
			if err != nil || m.Bounds() != image.Rect(0, 0, 1080, 1440) {
				t.Fatalf("%s, %s: %v", file, p.Image, err)
			}
			if i > 0 && !blank(m.(*image.Paletted), image.Rect(margin-4, 80, width-margin+4, 1400)) {
				t.Errorf("%s, %s: drawn beyond the margin", file, p.Image)
			}
		}
	}
}

// blank tells that nothing but paper is outside of a rectangle.
func blank(m *image.Paletted, within image.Rectangle) bool {
	for y := range height {
		for x := range width {
			if !(image.Point{x, y}).In(within) && m.At(x, y) != color.Color(paperColour) {
				return false
			}
		}
	}
	return true
}

// TestCost: the thinnest letters in the shortest sentences, as many as go on the
// cards, are not measured more often than others.
func TestCost(t *testing.T) {
	j := job(t, "thin.md", strings.Repeat("i. ", 8800))
	j.Press = press(t)
	d := deckOf(t, j)
	w, measured := d.cards[0].pieces[0].part.(*words), 0
	for part := range w.heights {
		measured += part[1] - part[0]
	}
	if d.len() > 35 || measured > 200*w.Len() {
		t.Errorf("%d cards, each character was measured %d times", d.len(), measured/w.Len())
	}
	j = job(t, "thinner.md", strings.Repeat("i. ", 11000))
	j.Press = press(t)
	if d := deckOf(t, j); d.len() <= 35 || len(d.cards[0].pieces) > 0 {
		t.Errorf("%d cards were set", d.len())
	}
}

func TestTooLong(t *testing.T) {
	text := strings.Repeat("这一段话有二十来个字，写了许多许多遍，谁也读不完。", 12) + "\n\n"
	j := job(t, "long.md", strings.Repeat("## 一节\n\n"+text, 20))
	j.Press = press(t)
	d := deckOf(t, j)
	if d.len() > 35 || d.cards[0].pieces[1].part.(*words).em != sizes[1] {
		t.Errorf("%d cards: smaller text would go on fewer", d.len())
	}
	check(t, "long.md", j, d)

	for name, text := range map[string]string{
		"too long": strings.Repeat(text, 60), "a book": strings.Repeat(text, 400), "one paragraph": strings.Repeat(text[:len(text)-2], 400),
		"one word": strings.Repeat("abcdefgh", 20_000), "a list": strings.Repeat("- 一\n", 2000), "a table": "|a|b|\n|---|---|\n" + strings.Repeat("|一|二|\n", 2000),
		"headings": strings.Repeat("## 一\n\n", 2000),
	} {
		j = job(t, name, text)
		j.Press = press(t)
		out, err := compose(j)
		if err != nil {
			t.Fatal(err)
		}
		if n := value(t, out, "images"); j.Limits["images"].Judge(n) != channel.Over || len(out.Previews) != 0 {
			t.Errorf("%s: %d cards, and %d were drawn", name, n, len(out.Previews))
		}
	}
}

// TestPicturesThatAreMissing: what cannot be shown is told.
func TestPicturesThatAreMissing(t *testing.T) {
	j := job(t, "content/a.md", "一\n\n![外站](https://example.org/x.png)\n\n二 ![坏的](bad.svg \"图注\")\n\n三")
	j.Press, j.Read = press(t), func(string) ([]byte, error) { return []byte("<svg"), nil }
	d := deckOf(t, j)
	check(t, "a.md", j, d)
	if len(d.remarks) != 2 || d.remarks[0].Line != 3 || d.remarks[1].Line != 5 {
		t.Errorf("%v", d.remarks)
	}

	j = job(t, "content/b.md", "一\n\n![断的](cut.png)\n\n![格式](a.avif)")
	whole, err := channeltest.Read("a.png")
	if err != nil {
		t.Fatal(err)
	}
	j.Press, j.Read = press(t), func(string) ([]byte, error) { return whole[:len(whole)/2], nil }
	j.Piece.Cover, j.Piece.At = &channel.Picture{Path: "cover.png", Type: "image/png"}, []channel.Place{{Field: "cover", Line: 4}}
	p, err := compose(j)
	if err != nil || len(p.Previews) < 2 || len(p.Remarks) != 3 {
		t.Fatalf("%v, %+v", err, p)
	}
	for i, line := range []int{3, 5, 4} {
		if r := p.Remarks[i]; r.Line != line || r.Text.En == "" || regexp.MustCompile(`[a-z]+ [a-z]+`).MatchString(r.Text.Zh) {
			t.Errorf("%+v", r)
		}
	}
	j.Read = func(string) ([]byte, error) { return nil, os.ErrPermission }
	if _, err := compose(j); err == nil {
		t.Error("no error for a file that cannot be read")
	}
}

// FuzzCards: whatever the text, all of it is on the cards.
func FuzzCards(f *testing.F) {
	data, err := os.ReadFile("testdata/all.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add("| a | b |\n|---|---|\n| 1 | " + strings.Repeat("长", 300) + " |\n\n> - 1\n>   ```\n>   x\n>   ```\n")
	p := press(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5000 || strings.HasPrefix(text, "---\n") {
			return
		}
		j := job(t, "fuzz.md", text)
		j.Press, j.Read = p, func(string) ([]byte, error) { return nil, nil }
		d := deckOf(t, j)
		check(t, "fuzz.md", j, d)
		checkSubtitles(t, "fuzz.md", script(j, d))
	})
}
