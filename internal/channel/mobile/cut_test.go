package mobile

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		size int
		want []string
	}{
		{"一二三。四五六。", 8, []string{"一二三。四五六。"}},
		{"一二三。四五六。", 7, []string{"一二三。", "四五六。"}},
		{"一二三。”四五六。", 7, []string{"一二三。”", "四五六。"}},
		{"一。二三四五六七八", 7, []string{"一。二三四五六", "七八"}}, // too little to stand alone
		{"一二，三四五六七八", 6, []string{"一二，", "三四五六七八"}},
		{"一二三四五，六七", 5, []string{"一二三四", "五，六七"}}, // no part begins with a comma
		{"圆周率3.14159", 6, []string{"圆周率3.1", "4159"}},
		{"It is. It was.", 8, []string{"It is.", " It was."}},
		{"一二三\n四五六七", 6, []string{"一二三\n", "四五六七"}},
		{"，，，，，，", 4, []string{"，，，，", "，，"}},
		{"", 5, []string{""}},
	} {
		if got := split(c.text, c.size); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q, want %q", c.text, c.size, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"一。二！”三？四":        "一。|二！”|三？|四",
		"约3.5米。See p. 4.": "约3.5米。|See p.| 4.",
		"等一等……再走。":        "等一等……再走。",
		"":                "",
	} {
		if got := strings.Join(sentences(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBeginning(t *testing.T) {
	const text = "一二三。四五六。七八九。"
	for size, want := range map[int]string{0: "一二三。", 7: "一二三。", 8: "一二三。四五六。", 12: text, 99: text} {
		if got := beginning(text, size); got != want {
			t.Errorf("%d: %q, want %q", size, got, want)
		}
	}
}

// TestSlides: a picture begins a page, and so does what says so; what stands over
// something goes with it.
func TestSlides(t *testing.T) {
	full := strings.Repeat("话。", slideSize/2-20)
	shot := block{shot: new(picture)}
	for _, c := range []struct {
		blocks []block
		want   []string
	}{
		{[]block{{text: "甲"}, {text: "乙", page: true}}, []string{"甲", "乙"}},
		{[]block{shot, {text: "甲", page: true}, {text: "乙"}}, []string{"+甲\n乙"}},
		{[]block{{text: "甲"}, shot, shot, {text: "乙"}}, []string{"甲", "+", "+乙"}},
		{[]block{{text: full}, {text: "题", tied: true, gap: true}, {text: full}}, []string{full, "题\n" + full}},
		{[]block{{text: "甲"}, {text: "题", tied: true}, shot, {text: "乙"}}, []string{"甲", "+题\n乙"}},
		{[]block{{text: "甲"}, {text: "题", tied: true}}, []string{"甲", "题"}},
	} {
		var got []string
		for _, s := range slides(c.blocks) {
			mark := ""
			if s.shot != nil {
				mark = "+"
			}
			got = append(got, mark+s.text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// FuzzSplit: the parts make up the text, none is empty or too long, and none
// breaks a character.
func FuzzSplit(f *testing.F) {
	f.Add("一二三。”四五六，七八。\n九 and ten. e\u0301", 4)
	f.Fuzz(func(t *testing.T, text string, size int) {
		if size < 1 || size > 500 || text == "" {
			return
		}
		parts := split(text, size)
		if strings.Join(parts, "") != text {
			t.Errorf("%q in %d: %q", text, size, parts)
		}
		for _, p := range parts {
			if p == "" || utf8.RuneCountInString(p) > size || utf8.ValidString(text) && !utf8.ValidString(p) {
				t.Errorf("%q in %d: %q", text, size, p)
			}
		}
		if got := strings.Join(sentences(text), ""); got != text {
			t.Errorf("the sentences of %q: %q", text, got)
		}
	})
}

// FuzzSlides: the pages have all of the text in order, and none too much.
func FuzzSlides(f *testing.F) {
	f.Add("标题\n一段。\n\n又一段很长的话，"+strings.Repeat("话。", 400), "htpg")
	f.Fuzz(func(t *testing.T, text, kinds string) {
		var blocks []block
		shots := 0
		for i, line := range strings.Split(text, "\n") {
			b := block{text: line}
			if kinds != "" {
				switch kinds[i%len(kinds)] {
				case 'h':
					b.tied, b.gap = true, true
				case 't':
					b.tied = true
				case 'p':
					b.page = true
				case 's':
					b = block{shot: new(picture)}
					shots++
				}
			}
			blocks = append(blocks, b)
		}
		plain := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
		var want, got strings.Builder
		for _, b := range blocks {
			want.WriteString(plain(b.text))
		}
		for _, s := range slides(blocks) {
			got.WriteString(plain(s.text))
			if n := utf8.RuneCountInString(s.text); n > slideSize || n == 0 && s.shot == nil {
				t.Errorf("a page of %d characters", n)
			}
			if s.shot != nil {
				shots--
			}
		}
		if got.String() != want.String() || shots != 0 {
			t.Errorf("%q, want %q; %d pictures are missing", got.String(), want.String(), shots)
		}
	})
}
