package atlas

import (
	"bytes"
	"compress/gzip"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"kepu/internal/geo"
)

// Positions are those of the projection, north upward, to a tenth of a unit.
func TestPositions(t *testing.T) {
	m := province()
	m.Sites = m.Sites[4:] // those that stand alone
	d := Draw(m)
	got := map[string]vec{}
	for _, a := range links(t, d.SVG) {
		if strings.HasPrefix(a.attrs["class"], "site ") {
			got[a.attrs["href"]] = a.translation(t)
		}
	}
	if len(got) != len(m.Sites) {
		t.Fatalf("%d signs for %d sites", len(got), len(m.Sites))
	}
	a, b := m.Sites[0], m.Sites[len(m.Sites)-1]
	ax, ay := d.Projection.Project(a.At)
	bx, by := d.Projection.Project(b.At)
	scale := (got[b.URL].x - got[a.URL].x) / (bx - ax)
	if other := (got[b.URL].y - got[a.URL].y) / (ay - by); math.Abs(other/scale-1) > 0.01 {
		t.Errorf("%v units a metre eastward, %v northward", scale, other)
	}
	for _, s := range m.Sites {
		x, y := d.Projection.Project(s.At)
		want := vec{got[a.URL].x + (x-ax)*scale, got[a.URL].y - (y-ay)*scale}
		if p := got[s.URL]; math.Hypot(p.x-want.x, p.y-want.y) > 0.6 {
			t.Errorf("%s stands at %v, not at %v", s.Name, p, want)
		}
	}
}

// Every site has one link of its own, on the sheet or in an inset, or is named by
// the sign of several that leads to the list.
func TestEverySiteOnce(t *testing.T) {
	for _, m := range []Map{province(), crowd(40, 1), crowd(300, 2)} {
		seen := map[string]int{}
		svg := Draw(m).SVG
		insets := map[string]string{} // names of the sites in each
		for _, e := range read(t, svg) {
			if e.attrs["class"] == "inset" {
				insets["#"+e.attrs["id"]] = ""
			}
		}
		leading := map[string]string{} // there
		inset, last := "", 0
		for _, a := range links(t, svg) {
			if a.attrs["class"] == "inset-name" {
				continue
			}
			name := a.attrs["aria-label"]
			if a.attrs["class"] == "cluster" {
				_, name, _ = strings.Cut(name, " ")
			}
			first, err := strconv.Atoi(strings.SplitN(name, " ", 2)[0])
			if err != nil {
				t.Errorf("a link that is called %q", name)
			}
			own := strings.HasPrefix(a.attrs["class"], "site ")
			if own {
				seen[a.attrs["href"]]++
			}
			if slices.Contains(a.in, "inset") {
				insets[inset] += strings.TrimSuffix(name, "某市")
				continue
			}
			if first <= last {
				t.Errorf("%q comes after %d", name, last)
			}
			last, inset = first, a.attrs["href"]
			if own {
				continue
			}
			names := strings.Split(name, "，")
			if _, ok := insets[inset]; ok {
				leading[inset], _, _ = strings.Cut(name, "等")
				continue
			}
			if inset != "#x-place-"+strconv.Itoa(first) {
				t.Errorf("%q leads to %s", name, inset)
			}
			before := 0
			for _, n := range names {
				number, _, _ := strings.Cut(n, " ")
				seen["/places/p"+number+"/"]++
				i, _ := strconv.Atoi(number)
				if i <= before {
					t.Errorf("%q is out of order", name)
				}
				before = i
			}
			if i := strings.LastIndex(name, "等"); i >= 0 {
				n, err := strconv.Atoi(strings.TrimSuffix(name[i+len("等"):], "处"))
				if err != nil || n <= shown || len(names) != shown {
					t.Errorf("%q names %d", name, len(names))
				}
				seen["rest"] += n - shown
			}
		}
		if len(insets) == 0 || len(insets) > mostInsets {
			t.Errorf("%d insets", len(insets))
		}
		for id, names := range insets {
			if leading[id] == "" || !strings.HasPrefix(names, leading[id]+"，") {
				t.Errorf("%s: %q leads to %q", id, leading[id], names)
			}
		}
		total := 0
		for _, n := range seen {
			total += n
		}
		for url, n := range seen {
			if n != 1 && url != "rest" {
				t.Errorf("%s is on the map %d times", url, n)
			}
		}
		if total != len(m.Sites) {
			t.Errorf("%d of %d sites are on the map", total, len(m.Sites))
		}
	}
}

// A sign of several says which they are, or how many.
func TestNumbers(t *testing.T) {
	d := &drawing{Map: Map{Words: words()}}
	for _, c := range []struct {
		sites []int
		want  string
	}{
		{[]int{1, 2}, "1,2"}, {[]int{1, 2, 3, 4, 5}, "1–5"}, {[]int{3, 9}, "3,9"}, {[]int{1, 2, 3, 7}, "1–3,7"},
		{[]int{1, 3, 5}, "3处"}, {[]int{11, 12, 13, 21, 22, 23}, "6处"}, {[]int{1, 2, 3, 4}, "1–4"},
	} {
		var sites []Site
		for _, n := range c.sites {
			sites = append(sites, Site{N: n})
		}
		if got := d.numbers(sites); got != c.want {
			t.Errorf("%v: %s, want %s", c.sites, got, c.want)
		}
	}
}

// A scene is what a drawing takes up: signs, text, and the sheets they stand on.
type scene struct {
	signs, labels, sheets []box
	heads                 []box // names and scales of insets, which stand on no sheet
	whole                 box
}

func sceneOf(t *testing.T, svg string) (s scene) {
	var at vec
	for _, e := range read(t, svg) {
		shifted := func(b box) box {
			return box{b.x0 + e.shift.x, b.y0 + e.shift.y, b.x1 + e.shift.x, b.y1 + e.shift.y}
		}
		class := e.attrs["class"]
		switch {
		case class == "map":
			var v [4]float64
			for i, n := range strings.Fields(e.attrs["viewBox"]) {
				v[i], _ = strconv.ParseFloat(n, 64)
			}
			s.whole = box{v[0], v[1], v[2], v[3]}
		case slices.Contains(e.in, "legend"):
		case class == "sheet":
			s.sheets = append(s.sheets, shifted(box{0, 0, e.num(t, "width"), e.num(t, "height")}))
		case e.name == "a" && class != "inset-name":
			at = e.translation(t)
		case class == "town" || class == "seat":
			x, y, r := e.num(t, "cx"), e.num(t, "cy"), e.num(t, "r")
			s.signs = append(s.signs, shifted(box{x - r, y - r, x + r, y + r}))
		case class == "sign" && e.name == "rect":
			x, y := at.x+e.num(t, "x"), at.y+e.num(t, "y")
			s.signs = append(s.signs, shifted(box{x, y, x + e.num(t, "width"), y + e.num(t, "height")}))
		case class == "sign" && e.name == "circle":
			r := e.num(t, "r")
			s.signs = append(s.signs, shifted(box{at.x - r, at.y - r, at.x + r, at.y + r}))
		case class == "sign":
			s.signs = append(s.signs, shifted(box{at.x - 8, at.y - 8, at.x + 8, at.y + 8}))
		case slices.Contains(e.in, "inset-name"), slices.Contains(e.in, "inset-scale") && e.name == "text":
			s.heads = append(s.heads, shifted(textBox(t, e)))
		case strings.HasPrefix(class, "label"):
			s.labels = append(s.labels, shifted(textBox(t, e)))
		}
	}
	return s
}

func textBox(t *testing.T, e element) box {
	size := 12.0
	switch {
	case e.attrs["font-size"] != "":
		size = e.num(t, "font-size")
	case slices.Contains(e.in, "inset-scale"):
		size = 11
	}
	wide := 0.0
	for _, r := range e.text {
		if unicode.Is(unicode.Han, r) {
			wide += size
		} else {
			wide += 0.55 * size
		}
	}
	x, y := e.num(t, "x"), e.num(t, "y")
	switch e.attrs["text-anchor"] {
	case "middle":
		x -= wide / 2
	case "end":
		x -= wide
	}
	return box{x, y - 0.88*size, x + wide, y + 0.2*size}
}

// No text stands on other text or on a sign, no sign on a sign, and all of them
// are on a sheet.
func TestNothingOverlaps(t *testing.T) {
	maps := []Map{province(), heap(2, 1), heap(6, 1), heap(7, 1), heap(mostInset, 1), heap(mostInset, 98), heap(mostInset, 9990), heap(5, 99990)}
	for seed := range uint64(30) {
		m := crowd(int(seed*seed), seed)
		m.Ground = []Layer{lake(45.2, 124.3, 0.3), river(3000)}
		maps = append(maps, m)
	}
	for i, m := range maps {
		s := sceneOf(t, Draw(m).SVG)
		if len(s.labels) < 3 || len(s.signs) == 0 && len(m.Sites) > 0 {
			t.Errorf("map %d: %d labels, %d signs", i, len(s.labels), len(s.signs))
		}
		all := slices.Concat(s.signs, s.labels)
		for _, b := range all {
			if !slices.ContainsFunc(s.sheets, b.within) {
				t.Errorf("map %d: %v is on none of the sheets %v", i, b, s.sheets)
			}
		}
		for _, b := range slices.Concat(s.heads, s.sheets) {
			if !b.within(s.whole) {
				t.Errorf("map %d: %v is out of %v", i, b, s.whole)
			}
		}
		for _, list := range [][]box{slices.Concat(all, s.heads), slices.Concat(s.heads, s.sheets)} {
			for j, b := range list {
				for k, o := range list[:j] {
					shrunk := box{o.x0 + 0.1, o.y0 + 0.1, o.x1 - 0.1, o.y1 - 0.1} // a place is rounded
					if b.meets(shrunk) {
						t.Errorf("map %d of %d sites: box %d %v meets box %d %v", i, len(m.Sites), j, b, k, o)
					}
				}
			}
		}
	}
}

// One label makes room for another where it can.
func TestLabelsMakeRoom(t *testing.T) {
	d := &drawing{frame: &frame{width: fullWidth, height: 300}}
	first := box{100, 100, 104, 104}
	second := box{130, 104, 134, 108}
	d.taken = []box{first, second, {130, 80, 190, 98}, {70, 114, 200, 130}}
	if !d.label("四平市", "town", 12, first) || !d.label("白山市辖", "town", 12, second) {
		t.Fatal("no room")
	}
	if l := d.labels[0]; l.text != "四平市" || l.anchor != "end" {
		t.Errorf("%s did not move: %s", l.text, l.anchor)
	}
	if d.labels[0].box.meets(d.labels[1].box) {
		t.Error("they overlap")
	}
}

// The legend names the signs that are on the map and no others.
func TestLegend(t *testing.T) {
	route := province()
	route.Sites = route.Sites[:0]
	for i, at := range []geo.Point{{Lat: 43.8, Lng: 125.3}, {Lat: 42.06, Lng: 128.06}} {
		route.Sites = append(route.Sites, siteAt(i+1, "站", "stop", at.Lat, at.Lng))
		route.Way = append(route.Way, at)
	}
	full := province()
	full.Ground = []Layer{lake(45.2, 124.3, 0.3), river(100)}
	far := province()
	far.Ground = []Layer{lake(20, 100, 0.3)} // none of it is on the sheet
	for i, m := range []Map{province(), route, full, far, {Words: words()}, crowd(500, 3)} {
		used, named := map[string]bool{}, map[string]bool{}
		var texts []string
		for _, e := range read(t, Draw(m).SVG) {
			class := strings.TrimPrefix(e.attrs["class"], "site ")
			legend := slices.Contains(e.in, "legend")
			switch {
			case legend && e.name == "text":
				texts = append(texts, e.text)
			case m.Words.Signs[class] == "":
			case legend:
				named[class] = true
			default:
				used[class] = true
			}
		}
		for class := range used {
			if !named[class] || !slices.Contains(texts, m.Words.Signs[class]) {
				t.Errorf("map %d: the legend is silent about %s", i, class)
			}
		}
		for class := range named {
			if !used[class] {
				t.Errorf("map %d: the legend explains %s, which is not there", i, class)
			}
		}
		if len(texts) != len(named)+1 || !strings.HasSuffix(texts[0], " 公里") {
			t.Errorf("map %d: the legend says %q", i, texts)
		}
	}
}

// The bar is as long as it says.
func TestScale(t *testing.T) {
	for _, m := range []Map{province(), {Words: words(), Sites: []Site{siteAt(1, "馆", "museum", 43.8, 125.3)}}} {
		d := Draw(m)
		var wide, km float64
		for _, e := range read(t, d.SVG) {
			if e.attrs["class"] == "scale" && slices.Contains(e.in, "legend") {
				wide, _ = strconv.ParseFloat(regexp.MustCompile(`h([\d.]+)`).FindStringSubmatch(e.attrs["d"])[1], 64)
			}
			if slices.Contains(e.in, "legend") && strings.HasSuffix(e.text, " 公里") {
				km, _ = strconv.ParseFloat(strings.Fields(e.text)[0], 64)
			}
		}
		f := newFrame(m)
		at := f.at(geo.Point{Lat: d.Projection.South, Lng: d.Projection.Meridian})
		there := geo.Point{Lat: d.Projection.South, Lng: d.Projection.Meridian + 0.01}
		to := f.at(there)
		perUnit := geo.Distance(geo.Point{Lat: d.Projection.South, Lng: d.Projection.Meridian}, there) / 1000 / math.Hypot(to.x-at.x, to.y-at.y)
		if got := wide * perUnit; math.Abs(got-km) > 0.02*km || wide < 20 || wide > 90 {
			t.Errorf("a bar of %v units is %v km and says %v", wide, got, km)
		}
	}
}

// A province with sixty sites, insets, and a river of 20,000 points is a few
// kilobytes.
func TestSize(t *testing.T) {
	m := province()
	for i := len(m.Sites); i < 60; i++ {
		at := geo.Point{Lat: 41.5 + float64(i%5), Lng: 123 + float64(i)/9}
		if i%2 == 0 {
			at = geo.Point{Lat: m.Towns[i%4].At.Lat + float64(i)/500, Lng: m.Towns[i%4].At.Lng}
		}
		m.Sites = append(m.Sites, siteAt(1+i, "长春中国光学科学技术馆", "museum", at.Lat, at.Lng))
	}
	m.Ground = []Layer{lake(45.2, 124.3, 0.3), river(20000), river(7000), river(3000)}
	svg := Draw(m).SVG
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(svg))
	w.Close()
	if len(svg) > 45<<10 || strings.Count(svg, `class="inset"`) != mostInsets || packed.Len() > 12<<10 {
		t.Errorf("%d bytes, %d packed", len(svg), packed.Len())
	}
	if again := Draw(m).SVG; again != svg {
		t.Error("drawn twice, it differs")
	}
	if strings.Contains(svg, "style=") || strings.Contains(svg, "#fff") {
		t.Error("it has looks of its own")
	}
}

// The ground is cut at the edges of the sheet.
func TestGroundIsCut(t *testing.T) {
	m := province()
	m.Ground = []Layer{lake(43.5, 126, 12), river(3000)}
	for _, e := range read(t, Draw(m).SVG) {
		if c := e.attrs["class"]; c != "water" && c != "river" || slices.Contains(e.in, "legend") {
			continue
		}
		points := readPath(e.attrs["d"])
		if len(points) < 4 {
			t.Errorf("%s has %d points", e.attrs["class"], len(points))
		}
		for _, p := range points {
			if p.x < -4 || p.x > fullWidth+4 || p.y < -4 || p.y > maxHeight+4 {
				t.Fatalf("%s goes to %v", e.attrs["class"], p)
			}
		}
	}
}

// A lake that is a site too has its name once; two parts of a river one name.
func TestNamesOnce(t *testing.T) {
	m := province()
	m.Ground = []Layer{lake(45.25, 124.28, 0.3), river(300), river(200)}
	count := map[string]int{}
	for _, e := range read(t, Draw(m).SVG) {
		if strings.HasPrefix(e.attrs["class"], "label") {
			count[e.text]++
		}
	}
	if count["查干湖"] != 1 || count["松花江"] != 1 || count["长春市"] != 1 {
		t.Errorf("names are written so often: %v", count)
	}
	m.Ground[0].Named, m.Ground[1].Named, m.Ground[2].Named = false, false, false
	if strings.Contains(Draw(m).SVG, "松花江") {
		t.Error("a name of a layer without names")
	}
}

// A name keeps off the way where there is another place for it.
func TestNamesKeepOffTheWay(t *testing.T) {
	m := Map{Words: words(), Way: []geo.Point{{Lat: 43.8, Lng: 125}, {Lat: 43.8, Lng: 127}}, Frame: []geo.Point{{Lat: 43.2, Lng: 125}, {Lat: 44.4, Lng: 127}}}
	m.Sites = []Site{siteAt(1, "科技馆", "stop", 43.8, 126)} // in the middle of a way to the left and right
	f := newFrame(m)
	for _, e := range read(t, Draw(m).SVG) {
		if e.text == "科技馆" && math.Abs(e.num(t, "y")-f.at(m.Sites[0].At).y) < 8 {
			t.Errorf("the name stands on the way: %v", e.attrs)
		}
	}
}

// Text of authors cannot leave its place.
func TestEscape(t *testing.T) {
	evil := `"><script>&'` + "\x00\x1b"
	m := Map{ID: "m", Title: evil, Desc: evil, Words: words(), Towns: []Town{{Name: evil, At: geo.Point{Lat: 43.6, Lng: 125}}},
		Sites: []Site{{N: 1, Name: evil, Where: evil, Kind: evil, URL: evil, List: evil, At: geo.Point{Lat: 43.8, Lng: 125.3}}}}
	for _, e := range read(t, Draw(m).SVG) {
		if e.name == "script" {
			t.Fatal("a script")
		}
		if e.name == "a" && e.attrs["href"] != `"><script>&'  ` {
			t.Errorf("href is %q", e.attrs["href"])
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{20, 5000} {
		m := crowd(n, 7)
		m.Ground = []Layer{lake(45.2, 124.3, 0.3), river(20000)}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Draw(m)
			}
		})
	}
}
