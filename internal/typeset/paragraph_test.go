package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// plainFont has letters half as wide as Han characters, for the characters of a
// text.
func plainFont(text string) *Font {
	x := &face{glyphs: map[rune]glyph{' ': {1, Em / 2}}}
	for _, r := range text {
		x.glyphs[r] = glyph{1, plainAdvance(r)}
	}
	return &Font{faces: map[string]*face{"": x}}
}

// plainly measures a text of one look, 10 pixels an em.
func plainly(text string) *Paragraph {
	return NewParagraph("", Run{Text: text, Font: plainFont(text), Size: 10})
}

func rowTexts(p *Paragraph, rows []Row) string {
	var list []string
	for _, r := range rows {
		list = append(list, p.Text(r.From, r.To))
	}
	return strings.Join(list, "|")
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		ems        int
		shape      Shape
		text, want string
	}{
		{4, Justified, "长春市净月潭", "长春市净|月潭"},
		{5, Justified, "长春市净月潭", "长春市净|月潭"},                  // not one character alone
		{4, Justified, "长春净，月潭水清", "长春净，|月潭水清"},              // the blank half of a mark stands out
		{5, Justified, "长春，净月潭，水清", "长春，净月|潭，水清"},            // a mark gives up its blank half
		{6, Justified, "他说“好”就走了吧", "他说“好”就|走了吧"},            // quotation marks stay with what they hold
		{4, Justified, "第21届ABCDEFGHIJ", "第21届|ABCDEFGH|IJ"}, // longer than a row
		{6, Ragged, "see the aurora", "see the|aurora"},      //
		{9, Even, "一二三四五六七八九十", "一二三四五|六七八九十"},               //
		{9, Even, "保持清洁：先洗手，再开冰箱", "保持清洁：|先洗手，再开冰箱"},
		{3, Even, "a b", "a b"}, //
		{4, Justified, "等了——很久", "等了——|很久"},            // a dash is not torn
		{4, Justified, "三四五 六\u00a0七八九", "三四五|六 七|八九"}, // nor a space that holds
		{3, Ragged, "三四\u00a0五六七八", "三|四 五|六七八"},
		{6, Justified, "一二，三四，五六七八", "一二，三四，五|六七八"}, // marks give up their blank halves
	} {
		p := plainly(c.text)
		rows := p.Rows(0, p.Len(), c.ems*10, c.shape)
		if got := rowTexts(p, rows); got != c.want {
			t.Errorf("%q in %d em: %s, want %s", c.text, c.ems, got, c.want)
		}
		if n := p.Count(0, p.Len(), c.ems*10, c.shape); n != len(rows) {
			t.Errorf("%q: %d rows, counted %d", c.text, len(rows), n)
		}
	}
}

// TestJustified: rows end at the margin, unless that would tear them apart, and
// the last where it ends.
func TestJustified(t *testing.T) {
	text := "在21世纪，FAST听见了许多脉冲星的信号，它们来自“宇宙深处”。"
	p := plainly(text)
	rows := p.Rows(0, p.Len(), 104, Justified)
	for i, r := range rows {
		if last := i == len(rows)-1; r.Width != 104 != last {
			t.Errorf("row %d is %d wide", i, r.Width)
		}
		for k, g := range r.Glyphs {
			if k > 0 && g.X <= r.Glyphs[k-1].X {
				t.Errorf("row %d: %q stands on %q", i, g.Rune, r.Glyphs[k-1].Rune)
			}
		}
	}
	p = plainly("一个长地址 abcdefghijklmnopqrst")
	if r := p.Rows(0, p.Len(), 100, Justified); r[0].Width > 60 {
		t.Errorf("torn to %d", r[0].Width)
	}
	p = plainly("“好”")
	if g := p.Rows(0, p.Len(), 100, Justified)[0].Glyphs[0]; g.X != -5 {
		t.Errorf("the blank half of an opening mark stands at %d", g.X)
	}
}

func TestMarks(t *testing.T) {
	f := plainFont("水很滑[1]，真的")
	p := NewParagraph("", Run{Text: "水很滑", Font: f, Size: 10}, Run{Text: "[1]", Font: f, Size: 6, Mark: true}, Run{Text: "，真的", Font: f, Size: 10})
	rows := p.Rows(0, p.Len(), 40, Ragged)
	if got := rowTexts(p, rows); got != "水很|滑，|真的" {
		t.Error(got)
	}
	for _, r := range rows {
		if r.Glyphs[0].Run.Mark {
			t.Error("the number of a note begins a row")
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"一。二！三？":             "一。|二！|三？",
		"他说：“好。”就走。":         "他说：“好。”|就走。",
		"（完。）又来？！是的":         "（完。）|又来？！|是的",
		"Pi is 3.14. Not 3.": "Pi is 3.14.|Not 3.",
		"真的吗？……嗯":            "真的吗？……嗯",
		"“Yes.”然后呢":          "“Yes.”|然后呢",
		"没有句号":               "没有句号",
		"":                   "",
	} {
		if got := strings.Join(Sentences(text), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		p := plainly(text)
		from, list := 0, []string{}
		for _, end := range p.Ends() {
			list = append(list, p.Text(from, end))
			from = end
		}
		if got := strings.Join(list, "|"); got != want {
			t.Errorf("%q as a paragraph: %s, want %s", text, got, want)
		}
	}
}

// FuzzRows: nothing is lost, rows are no wider than they may be, and none begins
// or ends with what it must not, unless it has to.
func FuzzRows(f *testing.F) {
	f.Add("“中国天眼”看见了什么：从吉林走出去的FAST射电望远镜之父（1945—2017）", uint8(7), uint8(0))
	f.Add("、、。。《《（（abc def，", uint8(2), uint8(1))
	f.Add("세균은 가장 빨리 늘어납니다.", uint8(3), uint8(2))
	f.Fuzz(func(t *testing.T, text string, ems, shape uint8) {
		if !utf8.ValidString(text) || len(text) > 1000 {
			return
		}
		p, width := plainly(text), (int(ems)%30+1)*10
		rows := p.Rows(0, p.Len(), width, Shape(shape%3))
		broken := p.Narrowest() > width
		to := 0
		for i, r := range rows {
			if r.From != to || r.To <= r.From {
				t.Fatalf("%q: row %d goes from %d to %d, after %d", text, i, r.From, r.To, to)
			}
			to = r.To
			if r.Width > width && r.To > r.From+1 {
				t.Errorf("%q: %q is %d wide, of %d", text, p.Text(r.From, r.To), r.Width, width)
			}
			if broken {
				continue
			}
			if c := p.chars[r.From].r; i > 0 && strings.ContainsRune(closing, c) {
				t.Errorf("%q: a row begins with %q", text, c)
			}
			if c := p.chars[r.To-1].r; i < len(rows)-1 && strings.ContainsRune(opening, c) {
				t.Errorf("%q: a row ends with %q", text, c)
			}
		}
		if to != p.Len() || unspaced(p.Text(0, to)) != unspaced(text) {
			t.Errorf("%q became %q", text, p.Text(0, to))
		}
	})
}

func BenchmarkRows(b *testing.B) {
	p := plainly(strings.Repeat("它听的是宇宙深处的无线电波，能收到的能量微弱到几乎不存在；FAST是怎么建起来的？", 8))
	for b.Loop() {
		p.Rows(0, p.Len(), 180, Justified)
	}
}
