package svg

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 0.04: "0", -0.04: "0", 0.05: ".1", -0.5: "-.5", 12: "12", 12.34: "12.3", -4: "-4", 99.96: "100", -10.25: "-10.3", math.Copysign(0, -1): "0",
	} {
		if got := Num(x); got != want {
			t.Errorf("%v: %s, want %s", x, got, want)
		}
	}
	for n := -2500; n < 2500; n++ {
		if x, err := strconv.ParseFloat(Tenths(n), 64); err != nil || math.Round(x*10) != float64(n) {
			t.Errorf("%d tenths: %s", n, Tenths(n))
		}
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]float64{"": 0, "长春": 20, "김철수": 30, "，“…": 30, "1–8": 16.8, "Li": 11.2, "é": 5.6, "e\u0301": 5.6, "①": 10} {
		if got := Width(s, 10); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		s    string
		room float64
		want string
	}{
		{"长春光机所", 50, "长春光机所"}, {"长春光机所", 49, "长春光…"}, {"长春光机所", 20, "长…"}, {"长春光机所", 19, ""}, {"长春", 0, ""}, {"长春", -9, ""},
		{"MIT Media Lab", 34, "MIT…"}, {"", 0, ""},
	} {
		if got := Shorten(c.s, 10, c.room); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.s, c.room, got, c.want)
		}
	}
}

func FuzzShorten(f *testing.F) {
	f.Add("吉林大学 Jilin", 40.0)
	f.Fuzz(func(t *testing.T, s string, room float64) {
		if got := Shorten(s, 10, room); got != s && got != "" && Width(got, 10) > room+1e-6 {
			t.Errorf("%q is wider than %v", got, room)
		}
	})
}

func FuzzEscape(f *testing.F) {
	f.Add(`"><script>&'` + "\x00\x1b\ufffe\xff\u0085")
	f.Fuzz(func(t *testing.T, s string) {
		in := xml.NewDecoder(strings.NewReader(`<a b="` + Escape(s) + `">` + Escape(s) + `</a>`))
		for range 3 {
			switch x, err := in.Token(); x := x.(type) {
			case nil:
				t.Fatalf("%q: %v", s, err)
			case xml.StartElement:
				if len(x.Attr) != 1 || x.Name.Local != "a" {
					t.Fatalf("%q: %v", s, x)
				}
			}
			if s == "" && in.InputOffset() > 8 {
				return
			}
		}
	})
}
