package page_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/page"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
	"kepu/themes"
)

func load(t testing.TB) *theme.Theme {
	t.Helper()
	th, err := theme.Load([]fs.FS{themes.Default()}, map[string][]byte{"assets/css/chroma.css": nil})
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func artifacts(t testing.TB, s *site.Site, th *theme.Theme) []artifact.Artifact {
	t.Helper()
	list, err := page.Artifacts(s, th, page.Options{Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func BenchmarkArtifacts(b *testing.B) {
	th := load(b)
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, _ := site.New(synthetic.News(n))
			b.ReportAllocs()
			for b.Loop() {
				artifacts(b, s, th)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/entry")
		})
	}
}

// BenchmarkCalendar makes every view of a site of events, and the bytes of its
// calendars and data.
func BenchmarkCalendar(b *testing.B) {
	th := load(b)
	for _, n := range []int{5_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, _ := site.New(synthetic.Events(n))
			b.ReportAllocs()
			for b.Loop() {
				for _, a := range artifacts(b, s, th) {
					_, render := a.View()
					if ext := path.Ext(a.Path); ext == ".ics" || ext == ".json" || ext == ".csv" {
						if err := render(new(bytes.Buffer)); err != nil {
							b.Fatal(err)
						}
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/entry")
		})
	}
}

// BenchmarkViews makes every view once: what a build does that finds nothing to
// render.
func BenchmarkViews(b *testing.B) {
	th := load(b)
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, _ := site.New(synthetic.News(n))
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				list := artifacts(b, s, th)
				b.StartTimer()
				for _, a := range list {
					a.View()
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/entry")
		})
	}
}
