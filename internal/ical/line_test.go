package ical_test

import (
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"kepu/internal/ical"
)

var unfold = strings.NewReplacer("\r\n ", "", "\r\n\t", "")

// value is the text behind head in the one line that begins with it.
func value(t *testing.T, src, head string) string {
	t.Helper()
	var found []string
	for line := range strings.SplitSeq(unfold.Replace(src), "\r\n") {
		if v, ok := strings.CutPrefix(line, head); ok {
			found = append(found, v)
		}
	}
	if len(found) > 1 {
		t.Fatalf("%d lines begin with %s", len(found), head)
	}
	return strings.Join(found, "")
}

// FuzzText wants every text to come back from a line, and all lines in shape.
func FuzzText(f *testing.F) {
	for _, s := range []string{everything, "", " ", "\n", `\`, `\n`, "a\r", "a\u0081b\x7f", "\xff\xfe", strings.Repeat("日", 100), strings.Repeat(" ", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := &ical.Calendar{Events: []*ical.Event{{Description: s, Links: []ical.Link{{URL: "x:y", Label: s}}}}}
		src := written(c)
		for line := range strings.SplitSeq(src, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %q", line)
			}
		}
		want := plain(string([]rune(s))) // an octet that is no UTF-8 becomes U+FFFD
		text := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\,`, ",", `\;`, ";").Replace(value(t, src, "DESCRIPTION:"))
		if text != want {
			t.Errorf("description\n got %q\nwant %q", text, want)
		}
		if want == "" {
			return
		}
		label := strings.TrimSuffix(value(t, src, "LINK;VALUE=URI;LINKREL=related;LABEL="), ":x:y")
		label = strings.NewReplacer(`"`, "", "^^", "^", "^n", "\n", "^'", `"`).Replace(label)
		if label != want {
			t.Errorf("label\n got %q\nwant %q", label, want)
		}
	})
}

// TestFold has the longest line that is not folded, and the shortest that is.
func TestFold(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{strings.Repeat("a", 70), "NAME:" + strings.Repeat("a", 70) + "\r\n"},
		{strings.Repeat("a", 71), "NAME:" + strings.Repeat("a", 70) + "\r\n a\r\n"},
		{strings.Repeat("a", 69) + "日", "NAME:" + strings.Repeat("a", 69) + "\r\n 日\r\n"},
		{strings.Repeat("a", 145), "NAME:" + strings.Repeat("a", 70) + "\r\n " + strings.Repeat("a", 74) + "\r\n a\r\n"},
	} {
		if src := written(&ical.Calendar{Name: c.name}); !strings.Contains(src, "\r\n"+c.want) {
			t.Errorf("no %q in\n%s", c.want, src)
		}
	}
}

func TestURI(t *testing.T) {
	src := written(&ical.Calendar{URL: "https://kepu.example.org/科普/?a=b c&d=%20#e,f;g"})
	if got, want := value(t, src, "URL:"), "https://kepu.example.org/%E7%A7%91%E6%99%AE/?a=b%20c&d=%20#e,f;g"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// BenchmarkAppend writes a feed of 5,000 usual events.
func BenchmarkAppend(b *testing.B) {
	c := &ical.Calendar{Name: "科普活动"}
	for i := range 5000 {
		start := at("2026-05-30 09:30").AddDate(0, 0, i%365)
		c.Events = append(c.Events, &ical.Event{
			UID: strconv.Itoa(i) + "@kepu.example.org", Stamp: start, Modified: start, Start: start, End: start.Add(2 * time.Hour),
			Summary: "天文观测之夜：用望远镜看月球和土星", Description: strings.Repeat("讲座之后，在楼顶用望远镜观测；请自带保暖衣物。\n", 5),
			Location: "长春市, 科技馆", URL: "https://kepu.example.org/events/2026/stars/", Geo: &ical.Geo{Lat: 43.88, Lng: 125.32},
			Status: "CONFIRMED", Categories: []string{"讲座", "天文"},
		})
	}
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = c.Append(buf[:0])
	}
	b.SetBytes(int64(len(buf)))
}
