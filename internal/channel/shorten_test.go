package channel

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"雪是水。", 4, "雪是水。"},
		{"雪是水。冰也是。", 8, "雪是水。冰也是。"},
		{"雪是水。冰也是。", 7, "雪是水。"},
		{"雪是水。冰也是。", 0, "雪是水。冰也是。"},
		{"他说：“雪是水。”冰也是。", 9, "他说：“雪是水。”"},
		{"他说：“雪是水。”冰也是。", 8, "他说：“雪是水…"},
		{"真的？！是真的。", 5, "真的？！"},
		{"圆周率是3.14左右，量出来的。", 14, "圆周率是3.14左右…"},
		{"Snow is water. Ice is too.", 20, "Snow is water."},
		{"Snow is water. Ice is too.", 12, "Snow is…"},
		{"눈은 물이다. 얼음도 그렇다.", 10, "눈은 물이다."},
		{"一二三四五六七八九十", 5, "一二三四…"},
		{"一，二三四五六七八九十", 5, "一，二三…"},
		{"一二三，四五六七八九十", 5, "一二三…"},
		{"一二", 1, "…"},
	} {
		got := Shorten(c.text, c.most)
		if got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.most, got, c.want)
		}
		if c.most > 0 && Characters(got) > c.most {
			t.Errorf("%q has more than %d characters", got, c.most)
		}
	}
}

func TestSentences(t *testing.T) {
	for most, want := range map[int]string{0: "", 3: "", 4: "雪是水。", 8: "雪是水。 FAST 是眼。", 100: "雪是水。 FAST 是眼。 没完"} {
		got := Sentences("雪是水。 FAST 是眼。 没完", most, Words)
		if want = strings.TrimSuffix(want, " 没完"); got != want { // what does not end is no sentence
			t.Errorf("%d: %q, want %q", most, got, want)
		}
	}
}

func FuzzShorten(f *testing.F) {
	f.Add("他说：“雪是水。”冰也是。", 9)
	f.Fuzz(func(t *testing.T, s string, most int) {
		got := Shorten(s, most)
		if most > 0 && Characters(got) > most {
			t.Errorf("%d characters of %d", Characters(got), most)
		}
		if !utf8.ValidString(s) || most <= 0 {
			return
		}
		if whole := strings.TrimSuffix(got, "…"); !strings.HasPrefix(s, whole) && !strings.HasPrefix(strings.TrimSpace(s), whole) {
			t.Errorf("%q does not begin %q", got, s)
		}
	})
}
