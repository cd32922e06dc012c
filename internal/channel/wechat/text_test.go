package wechat

import (
	"strings"
	"testing"
)

// TestPlain: what is no letter in the text is said in letters in text.txt.
func TestPlain(t *testing.T) {
	p := composed(t, jobOf("能量 $E=mc^2$，水 H<sub>2</sub>O，面积 10 m<sup>2</sup>。\n\n![照片](a.jpg)\n", ""))
	for _, want := range []string{"mc²", "H₂O", "10 m²", "［图：照片］"} {
		if !strings.Contains(p.Text, want) {
			t.Errorf("no %s in %q", want, p.Text)
		}
	}
}
