package typeset

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// plainAdvance is that of a font whose letters are half as wide as its Han
// characters.
func plainAdvance(r rune) int {
	if r < 0x1100 {
		return Em / 2
	}
	return Em
}

func texts(lines []Line) string {
	var list []string
	for _, l := range lines {
		list = append(list, l.Text)
	}
	return strings.Join(list, "|")
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		ems        int
		text, want string
	}{
		{4, "长春市净月潭", "长春市净|月潭"},
		{4, "长春市，净月潭", "长春市，|净月潭"},
		{3, "长春，净月潭", "长春，|净月潭"},
		{4, "“长春”，净月潭", "“长春”，|净月潭"}, // the blank halves do not count
		{4, "看《科学》吧", "看《科|学》吧"},
		{3, "看了《科学》", "看了|《科|学》"},
		{6, "第21届ABCDEF展", "第21届|ABCDEF展"},
		{6, "see the aurora", "see the|aurora"},
		{3, "extraordinary", "extrao|rdinar|y"},
		{5, "세균은 가장 빨리", "세균은|가장 빨리"},
		{5, "真的吗？！是的", "真的吗？！|是的"},
		{4, "  两  边  ", "两 边"},
		{4, "", ""},
	} {
		if got := texts(measure(c.text, plainAdvance).Fill(c.ems * Em)); got != c.want {
			t.Errorf("%q in %d Em: %s, want %s", c.text, c.ems, got, c.want)
		}
	}
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		ems        int
		text, want string
	}{
		{6, "向海自然保护区", "向海自然|保护区"}, // not one character alone
		{9, "长春市净月潭旁：冰为什么会滑", "长春市净月潭旁：|冰为什么会滑"},
		{8, "吉林市博物馆（陨石馆）", "吉林市博物馆|（陨石馆）"},
		{8, "a bb extraordinary", "a bb|extraordinary"},
		{20, "一行", "一行"},
	} {
		if got := texts(measure(c.text, plainAdvance).Balance(c.ems*Em, 4)); got != c.want {
			t.Errorf("%q in %d Em: %s, want %s", c.text, c.ems, got, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	if got := texts(measure("一二三四，五六七八九十", plainAdvance).Cut(2, 4*Em, "…")); got != "一二三|四，五…" {
		t.Error(got)
	}
	if got := texts(measure("一二三，四五", plainAdvance).Cut(1, 4*Em, "…")); got != "一二三…" { // not “，…”
		t.Error(got)
	}
}

// FuzzFill: nothing is lost, every line fits, and none begins or ends with what
// it must not, unless a run of it is longer than a line.
func FuzzFill(f *testing.F) {
	f.Add("“中国天眼”看见了什么：从吉林走出去的FAST射电望远镜之父（1945—2017）", uint8(7))
	f.Add("、、。。《《（（abc def，", uint8(2))
	f.Add("세균은 가장 빨리 늘어납니다.", uint8(3))
	f.Fuzz(func(t *testing.T, text string, ems uint8) {
		if !utf8.ValidString(text) || len(text) > 1000 {
			return
		}
		width := (int(ems)%30 + 1) * Em
		set := measure(text, plainAdvance)
		broken := false // a unit that no line can hold
		for _, u := range set.units {
			broken = broken || u.width-u.hang > width
		}
		for _, lines := range [][]Line{set.Fill(width), set.Balance(width, 4)} {
			var got strings.Builder
			for i, l := range lines {
				got.WriteString(l.Text)
				last, _ := utf8.DecodeLastRuneInString(l.Text)
				if l.Width-blankHalf(last, plainAdvance(last)) > width {
					t.Errorf("%q: %q is %d wide, more than %d", text, l.Text, l.Width, width)
				}
				first, _ := utf8.DecodeRuneInString(l.Text)
				if !broken && i > 0 && strings.ContainsRune(closing, first) {
					t.Errorf("%q: a line begins with %q", text, first)
				}
				if !broken && i < len(lines)-1 && strings.ContainsRune(opening, last) {
					t.Errorf("%q: a line ends with %q", text, last)
				}
			}
			if a, b := unspaced(got.String()), unspaced(text); a != b {
				t.Errorf("%q became %q", b, a)
			}
		}
	})
}

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
