package typeset

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

func TestBadFonts(t *testing.T) {
	if _, err := NewFont(bytes.NewReader(goregular.TTF)); err == nil {
		t.Error("a font without Han characters was taken")
	}
	for _, data := range []string{"", "x", "ttcf", "OTTO\x00\x01", strings.Repeat("\xff", 1000), string(goregular.TTF[:5000])} {
		if _, err := NewFont(strings.NewReader(data)); err == nil {
			t.Errorf("%.8q was taken for a font", data)
		}
	}
}
