package browsertest

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A dark screen is dark and a light one light, by the pixels of the first
// screen: one forgotten panel is seen.
func TestColourSchemes(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			s := phone
			s.scheme = scheme
			eachTemplate(t, s, func(tb *tab) {
				bright := brightness(tb)
				switch {
				case scheme == "dark" && bright > 0.3:
					tb.Errorf("dark pages are dark: mean brightness %.2f", bright)
				case scheme == "light" && bright < 0.5:
					tb.Errorf("light pages are light: mean brightness %.2f", bright)
				}
			})
		})
	}
}

// brightness is the mean of the screen's pixels, 0 black to 1 white.
func brightness(tb *tab) float64 {
	tb.Helper()
	ctx, cancel := tb.limited()
	defer cancel()
	shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		tb.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		tb.Fatal(err)
	}
	var sum float64
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			sum += (0.2126*float64(r) + 0.7152*float64(g) + 0.0722*float64(b)) / 0xffff
		}
	}
	return sum / float64(box.Dx()*box.Dy())
}

// luminance is an expression: how light a colour of CSS is, 0 to 1.
func luminance(colour string) string {
	return `(() => {
		const c = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
		c.fillStyle = ` + colour + `
		c.fillRect(0, 0, 1, 1)
		const [r, g, b] = c.getImageData(0, 0, 1, 1).data
		return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
	})()`
}

// containsAddress: "ADDRESS CONTENT" where content quotes the address.
func containsAddress(got string) bool {
	address, content, _ := strings.Cut(got, " ")
	return strings.Contains(content, strings.TrimSuffix(address, "/"))
}
