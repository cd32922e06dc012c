package chart

import (
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kepu/internal/svg"
)

var update = flag.Bool("update", false, "write the drawings of testdata anew; look at them")

// textWidth has a name of its own where a drawing is called svg.
var textWidth = svg.Width

// A box is what something takes up.
type box struct {
	name           string
	x0, y0, x1, y1 float64
}

func (a box) meets(b box) bool {
	const touch = 0.11 // numbers are rounded to tenths
	return a.x0 < b.x1-touch && b.x0 < a.x1-touch && a.y0 < b.y1-touch && b.y0 < a.y1-touch
}

// look reads a drawing: texts, and bars, boxes and dots. It fails if the drawing
// is not well-formed, names an id twice or holds a style.
func look(t *testing.T, svg string) (texts, figures []box) {
	t.Helper()
	in := xml.NewDecoder(strings.NewReader(svg))
	ids, size := map[string]bool{}, []float64{}
	number := func(e xml.StartElement, name string) float64 {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				x, err := strconv.ParseFloat(a.Value, 64)
				if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
					t.Fatalf("%s=%q in %s", name, a.Value, svg)
				}
				return x
			}
		}
		return 0
	}
	attribute := func(e xml.StartElement, name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	var text *box
	var anchor string
	for {
		token, err := in.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		switch e := token.(type) {
		case xml.StartElement:
			for _, a := range e.Attr {
				switch a.Name.Local {
				case "style", "fill", "stroke", "opacity", "transform":
					t.Fatalf("attribute %s in %s", a.Name.Local, svg)
				case "id":
					if ids[a.Value] || !strings.HasPrefix(a.Value, "x-") {
						t.Fatalf("id %q in %s", a.Value, svg)
					}
					ids[a.Value] = true
				}
			}
			s := number(e, "font-size")
			if s == 0 && len(size) > 0 {
				s = size[len(size)-1]
			}
			size = append(size, s)
			x, y := number(e, "x"), number(e, "y")
			switch e.Name.Local {
			case "rect":
				figures = append(figures, box{"rect", x, y, x + number(e, "width"), y + number(e, "height")})
			case "circle":
				x, y, r := number(e, "cx"), number(e, "cy"), number(e, "r")
				figures = append(figures, box{"circle", x - r, y - r, x + r, y + r})
			case "text":
				if s < 11 {
					t.Fatalf("text of %g units", s)
				}
				text, anchor = &box{x0: x, y0: y - 0.88*s, y1: y + 0.12*s}, attribute(e, "text-anchor")
			}
		case xml.CharData:
			if text != nil {
				w := textWidth(string(e), size[len(size)-1])
				text.name = string(e)
				switch anchor {
				case "middle":
					text.x0 -= w / 2
				case "end":
					text.x0 -= w
				}
				text.x1 = text.x0 + w
			}
		case xml.EndElement:
			size = size[:len(size)-1]
			if e.Name.Local == "text" {
				texts = append(texts, *text)
				text = nil
			}
		}
	}
	return texts, figures
}

// checkApart fails where two of a list overlap, or one leaves the drawing.
func checkApart(t *testing.T, svg string, list []box) {
	t.Helper()
	var w, h float64
	_, view, _ := strings.Cut(svg, `viewBox="0 0 `)
	if _, err := fmt.Sscanf(view, "%g %g", &w, &h); err != nil {
		t.Fatal(err)
	}
	for i, a := range list {
		if a.x0 < -0.11 || a.y0 < -0.11 || a.x1 > w+0.11 || a.y1 > h+0.11 {
			t.Fatalf("%v is outside of %g × %g: %s", a, w, h, svg)
		}
		for _, b := range list[:i] {
			if a.meets(b) {
				t.Fatalf("%v and %v overlap in %s", b, a, svg)
			}
		}
	}
}

func checkTimeline(t *testing.T, l Life) {
	t.Helper()
	svg := Timeline(l)
	if svg == "" {
		return
	}
	texts, figures := look(t, svg)
	checkApart(t, svg, texts)
	checkApart(t, svg, figures)
	for _, a := range texts { // on a figure, or clear of all
		for _, b := range figures {
			if a.meets(b) && (a.x0 < b.x0-0.2 || a.x1 > b.x1+0.2 || a.y0 < b.y0-0.2 || a.y1 > b.y1+0.2) {
				t.Fatalf("%v stands half on %v in %s", a, b, svg)
			}
		}
	}
}

func checkLineage(t *testing.T, tree Tree) {
	t.Helper()
	svg := Lineage(tree)
	if svg == "" {
		return
	}
	texts, figures := look(t, svg)
	checkApart(t, svg, texts)
	checkApart(t, svg, figures)
	if len(figures) != len(tree.People) {
		t.Fatalf("%d boxes for %d people", len(figures), len(tree.People))
	}
	for _, a := range texts {
		if !slices.ContainsFunc(figures, func(b box) bool {
			return a.x0 >= b.x0 && a.x1 <= b.x1+0.1 && a.y0 >= b.y0 && a.y1 <= b.y1
		}) {
			t.Fatalf("%v is in no box of %s", a, svg)
		}
	}
	checkLines(t, svg, figures)
}

// checkLines: no line leads through a box. What is drawn straight down is
// checked where it is, curves by the ends: between rows there are no boxes.
func checkLines(t *testing.T, svg string, boxes []box) {
	t.Helper()
	for _, path := range strings.Split(svg, ` d="`)[1:] {
		path, _, _ = strings.Cut(path, `"`)
		for _, line := range strings.Split(path, "M")[1:] {
			var x, from, to float64
			if n, _ := fmt.Sscanf(line, "%g %gV%g", &x, &from, &to); n != 3 {
				continue
			}
			for _, b := range boxes {
				if b.meets(box{"line", x - 1, from + 0.2, x + 1, to - 0.2}) {
					t.Fatalf("a line at %g leads through %v in %s", x, b, svg)
				}
			}
		}
	}
}

func TestDrawings(t *testing.T) {
	for name, svg := range drawings() {
		file := "testdata/" + name + ".svg"
		if *update {
			if err := os.WriteFile(file, []byte(svg+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if svg+"\n" != string(want) {
			t.Errorf("%s is drawn in another way; see -update", name)
		}
	}
	for _, l := range lives() {
		checkTimeline(t, l)
	}
	for _, tree := range trees() {
		checkLineage(t, tree)
	}
}

func TestNothingToDraw(t *testing.T) {
	nan := math.NaN()
	if s := Timeline(Life{Spans: []Span{{From: nan}, {To: 1990}}, Marks: []Mark{{At: math.Inf(1)}, {}}}) + Lineage(Tree{}); s != "" {
		t.Error(s)
	}
}

// TestRandomLives and TestRandomTrees: whatever is drawn, nothing overlaps.
func TestRandomLives(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		checkTimeline(t, randomLife(r, r.IntN(12), r.IntN(40)))
	}
	checkTimeline(t, randomLife(r, 200, 200))
}

// TestMarksAtOneTime: more than can be read are counted, and many cost no more
// each than few.
func TestMarksAtOneTime(t *testing.T) {
	life := func(n, numbered int) Life {
		l := Life{ID: "m", Title: "t"}
		for i := range n {
			m := Mark{At: 1990 + float64(i%2)/10, Label: "会议"}
			if i < numbered {
				m.N = i + 1
			}
			l.Marks = append(l.Marks, m)
		}
		return l
	}
	for _, c := range []struct{ n, numbered, rows, left int }{{7, 7, 7, 0}, {12, 12, 8, 5}, {1000, 500, 8, 993}, {40, 0, 8, 33}} {
		l := life(c.n, c.numbered)
		checkTimeline(t, l)
		texts, figures := look(t, Timeline(l))
		levels, left := map[float64]bool{}, 0
		for _, b := range figures {
			levels[b.y0+b.y1] = true
		}
		for _, b := range texts {
			if n, err := strconv.Atoi(b.name); err == nil && b.name[0] == '+' {
				left += n
				levels[0] = true
			}
		}
		if left != c.left || len(levels) != c.rows || len(figures) != c.n-c.left {
			t.Errorf("%d marks: %d drawn, %d counted, in %d rows", c.n, len(figures), left, len(levels))
		}
	}
	bytes := func(n int) uint64 {
		l := life(n, n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Timeline(l)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if few, many := bytes(1000), bytes(10000); many > 20*few {
		t.Errorf("1,000 marks take %d bytes, 10,000 marks %d", few, many)
	}
}

func TestRandomTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		checkLineage(t, randomTree(r, 1+r.IntN(40), r.IntN(60)))
	}
	checkLineage(t, randomTree(r, 300, 300))
}

var labels = []string{"", "清华大学", "吉林大学 Jilin University", "中国科学院长春光学精密机械与物理研究所", "MIT", `<a & "b">`, "통화시"}

func randomLife(r *rand.Rand, spans, marks int) Life {
	l := Life{ID: "r", Title: "t", Desc: "d"}
	from := 1900 + r.Float64()*100
	for range spans {
		s := Span{From: from + r.Float64()*60, Label: labels[r.IntN(len(labels))]}
		if r.IntN(4) > 0 {
			s.To = s.From + r.Float64()*30 - 3
		}
		l.Spans = append(l.Spans, s)
	}
	for i := range marks {
		m := Mark{At: from + math.Floor(r.Float64()*70), Label: labels[r.IntN(len(labels))], N: i + 1}
		if r.IntN(8) == 0 {
			m.N = 0
		}
		l.Marks = append(l.Marks, m)
	}
	return l
}

func randomTree(r *rand.Rand, people, ties int) Tree {
	t := Tree{ID: "r", Title: "t", Desc: "d"}
	for i := range people {
		k := Kin{Name: labels[1+r.IntN(len(labels)-1)], Self: i == people/2}
		if r.IntN(2) == 0 {
			k.URL, k.Note = "/scientists/x/", "1900—1990"
		}
		t.People = append(t.People, k)
	}
	for range ties {
		t.Ties = append(t.Ties, [2]int{r.IntN(people+1) - 1, r.IntN(people)})
	}
	return t
}

func FuzzTimeline(f *testing.F) {
	f.Add("x", "清华大学", 1963.0, 1968.0, 1945.1, 3)
	f.Add("\x00", "<&\">", math.NaN(), math.Inf(-1), -3.0, -1)
	f.Add("y", "", 9999.9, 0.0001, 1e300, 1<<40)
	f.Fuzz(func(t *testing.T, title, label string, a, b, c float64, n int) {
		l := Life{ID: "f", Title: title, Desc: title, Spans: []Span{{From: a, To: b, Label: label, Kind: label}, {From: b, To: c, Label: label}, {From: c, Label: title}},
			Marks: []Mark{{At: a, N: n % 1000}, {At: b, Label: label}, {At: c, Label: title, N: 2, Kind: title}}}
		for i := range l.Marks {
			l.Marks[i].N = max(0, l.Marks[i].N)
		}
		checkTimeline(t, l)
	})
}

func FuzzLineage(f *testing.F) {
	f.Add("王大珩", "1915—2011", []byte{0, 1, 1, 2, 2, 0, 3, 3})
	f.Fuzz(func(t *testing.T, name, note string, ties []byte) {
		if len(ties) > 200 {
			return
		}
		tree := Tree{ID: "f", Title: name, Desc: note}
		for i := range 20 {
			tree.People = append(tree.People, Kin{Name: name, Note: note, Self: i == 7, URL: note})
		}
		for i := 1; i < len(ties); i += 2 {
			tree.Ties = append(tree.Ties, [2]int{int(ties[i-1]) % 21, int(ties[i])%22 - 1})
		}
		checkLineage(t, tree)
	})
}

func BenchmarkTimeline(b *testing.B) {
	for _, n := range []int{12, 2000, 10000} {
		var l Life
		for i := range n {
			l.Marks = append(l.Marks, Mark{At: 1990, Label: "会议", N: i + 1})
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Timeline(l)
			}
		})
	}
}
