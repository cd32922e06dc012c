package theme_test

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kepu/themes"
)

// pairs lists which text colour stands on which ground.
var pairs = map[string]string{
	"ink":          "paper leaf rime pale sand",
	"soft":         "paper leaf rime pale sand",
	"lake":         "paper leaf rime pale sand",
	"earth":        "paper leaf sand pale",
	"gold":         "paper leaf rime",
	"alarm":        "paper leaf",
	"paper":        "ink",
	"on-deep":      "deep",
	"on-deep-soft": "deep",
	"maize":        "deep",
	"on-maize":     "maize",
	"on-soil":      "soil",
	"on-soil-soft": "soil",
}

func TestContrast(t *testing.T) {
	normal := colours(t, "assets/css/parts/tokens.css")
	elder := colours(t, "assets/css/parts/tokens.css", "assets/css/parts/elder.css")
	for text, grounds := range pairs {
		for ground := range strings.FieldsSeq(grounds) {
			for i, scheme := range []string{"light", "dark"} {
				if got := contrast(t, normal[text][i], normal[ground][i]); got < 4.5 {
					t.Errorf("%s on %s, %s: %.2f", text, ground, scheme, got)
				}
				if got := contrast(t, elder[text][i], elder[ground][i]); got < 7 {
					t.Errorf("large edition: %s on %s, %s: %.2f", text, ground, scheme, got)
				}
			}
		}
	}
}

var (
	both = regexp.MustCompile(`--([a-z-]+): var\(--day, (#[0-9a-f]{6})\) var\(--night, (#[0-9a-f]{6})\)`)
	one  = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6})`)
)

// colours reads the light and the dark value of each token; later files win.
func colours(t *testing.T, names ...string) map[string][2]string {
	t.Helper()
	found := map[string][2]string{}
	for _, name := range names {
		text, err := fs.ReadFile(themes.Default(), name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range both.FindAllStringSubmatch(string(text), -1) {
			found[m[1]] = [2]string{m[2], m[3]}
		}
		for _, m := range one.FindAllStringSubmatch(string(text), -1) {
			found[m[1]] = [2]string{m[2], m[2]}
		}
	}
	return found
}

// contrast computes the ratio of WCAG 2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	if len(colour) != 7 {
		t.Fatalf("no colour: %q", colour)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
