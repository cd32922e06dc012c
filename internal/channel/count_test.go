package channel

import "testing"

// TestWords has what a word processor shows as 字数 for the same text.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		words int
	}{
		{"", 0},
		{"中国天眼", 4},
		{"你好，世界。", 6},
		{"FAST 有 4450 块面板", 6},
		{"it doesn't matter", 3},
		{"it doesn’t matter", 3},
		{"3.14 和 50%", 3},
		{"过去“锅”", 5},
		{"안녕하세요", 5},
		{"A/B", 1},
		{"（甲）(b) — 丙", 6},
		{"e\u0301te\u0301", 1},
		{"  \n\t", 0},
	} {
		if got := Words(c.text); got != c.words {
			t.Errorf("%q: %d, want %d", c.text, got, c.words)
		}
	}
}

func TestUnits(t *testing.T) {
	if got := Units("a中😀"); got != 4 {
		t.Errorf("a character outside the BMP takes two units: %d", got)
	}
	if got := Characters("a中😀"); got != 3 {
		t.Errorf("got %d", got)
	}
}

func TestSeconds(t *testing.T) {
	for text, want := range map[string]float64{"中国天眼": 1, "2016年": 1.25, "FAST，": 0.5, "": 0} {
		if got := Seconds(text); got != want {
			t.Errorf("%q: %v s, want %v", text, got, want)
		}
	}
}
