package theme_test

import (
	"bytes"
	"io/fs"
	"testing"

	"kepu/internal/cache"
	"kepu/internal/theme"
	"kepu/themes"
)

// BenchmarkExecute draws a page of each template, by programs and, to compare,
// by html/template.
func BenchmarkExecute(b *testing.B) {
	fast, slow := load(b), load(b)
	if err := slow.Interpret(); err != nil {
		b.Fatal(err)
	}
	drawn := map[string]bool{}
	for _, v := range views(fast, "zh-CN") {
		if drawn[v.Template] {
			continue
		}
		drawn[v.Template] = true
		draw := func(b *testing.B, th *theme.Theme) {
			var buf bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				buf.Reset()
				if err := th.Execute(&buf, v.Template, v); err != nil {
					b.Fatal(err)
				}
			}
		}
		b.Run(v.Template, func(b *testing.B) { draw(b, fast) })
		b.Run(v.Template+"-interpreted", func(b *testing.B) { draw(b, slow) })
	}
}

func BenchmarkLoad(b *testing.B) {
	memo := memo{}
	for _, c := range []struct {
		name string
		theme.Loader
	}{{"anew", theme.Loader{}}, {"again", theme.Loader{Memo: memo}}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.LoadLayers([]fs.FS{themes.Default()}, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A memo is a cache that gives back at once what was put there.
type memo map[cache.Key][]byte

func (m memo) Get(k cache.Key) ([]byte, bool) { v, ok := m[k]; return v, ok }
func (m memo) Put(k cache.Key, v []byte) bool { m[k] = v; return true }
