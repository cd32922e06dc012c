package darkmode

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/channel/wechat/inline"
)

// TestPublished compares with the program that the rules are published with.
func TestPublished(t *testing.T) {
	file, err := os.Open("testdata/published.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	elements, exact := 0, 0
	var piece string
	var found map[string][4]string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '<':
			piece, found = line, map[string][4]string{}
			root, err := html.Parse(strings.NewReader(HTML(piece)))
			if err != nil {
				t.Fatal(err)
			}
			look(root, inline.Shortest(lightText), found)
		default:
			words := strings.Fields(line)
			got := found[words[0]]
			furthest := 0
			for i, want := range words[1:] {
				furthest = max(furthest, distance(got[i], want))
			}
			if elements++; furthest == 0 {
				exact++
			}
			if furthest > 1 {
				t.Errorf("%s\nelement %s: %v, want %v", piece, words[0], got, words[1:])
			}
		}
	}
	if elements < 1000 || exact < elements*9/10 {
		t.Errorf("%d of %d elements are exactly right", exact, elements)
	}
}

// look finds what the browser would tell of every element with a data-i. Text
// has the colour of the page's style sheet, which is a light one.
func look(n *html.Node, text string, found map[string][4]string) {
	if n.Type == html.ElementNode {
		ground, top, left, id := "-", "", "", ""
		for _, a := range n.Attr {
			if a.Key == "data-i" {
				id = a.Val
			}
			if a.Key != "style" {
				continue
			}
			for _, d := range split(a.Val) {
				words := words(d.value)
				switch d.name {
				case "color":
					text = d.value
				case "background", "background-color":
					ground = d.value
				case "border":
					top, left = words[len(words)-1], words[len(words)-1]
				case "border-top":
					top = words[len(words)-1]
				case "border-left":
					left = words[len(words)-1]
				}
			}
		}
		if top == "" || top == "solid" {
			top = text
		}
		if left == "" || left == "solid" {
			left = text
		}
		found[id] = [4]string{text, ground, top, left}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		look(c, text, found)
	}
}

// distance is the greatest difference of two channels.
func distance(a, b string) int {
	x, _ := inline.Colour(a)
	y, _ := inline.Colour(b)
	if x.A == 0 && y.A == 0 {
		return 0
	}
	d := 0
	for _, p := range [][2]uint8{{x.R, y.R}, {x.G, y.G}, {x.B, y.B}, {x.A, y.A}} {
		d = max(d, int(p[0])-int(p[1]), int(p[1])-int(p[0]))
	}
	return d
}
