package raster

import (
	"bytes"
	"image/png"
	"os"
	"syscall"
	"testing"

	"kepu/internal/typeset"
)

func BenchmarkEnc(b *testing.B) {
	open := func(name string) *typeset.Font {
		f, _ := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		font, _ := typeset.NewFont(f)
		return font
	}
	fonts := typeset.Fonts{Title: open("Bold"), Text: open("Regular")}
	data, _ := os.ReadFile("../../content/articles/2025/jilin-1-satellites/orbit.svg")
	m, _ := Image(data, 1080, fonts)
	cpu := func() float64 {
		var u syscall.Rusage
		syscall.Getrusage(0, &u)
		return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e6
	}
	b.Run("draw", func(b *testing.B) {
		was := cpu()
		defer func() { b.ReportMetric((cpu()-was)/float64(b.N), "cpums") }()
		for range b.N {
			Image(data, 1080, fonts)
		}
	})
	b.Run("index", func(b *testing.B) {
		was := cpu()
		defer func() { b.ReportMetric((cpu()-was)/float64(b.N), "cpums") }()
		for range b.N {
			indexed(m)
		}
	})
	p := indexed(m)
	b.Log(len(p.Palette))
	for _, l := range []png.CompressionLevel{png.BestSpeed, png.DefaultCompression, png.BestCompression} {
		e := png.Encoder{CompressionLevel: l}
		var buf bytes.Buffer
		b.Run("true", func(b *testing.B) {
			was := cpu()
			defer func() { b.ReportMetric((cpu()-was)/float64(b.N), "cpums") }()
			for range b.N {
				buf.Reset()
				e.Encode(&buf, m)
			}
			b.ReportMetric(float64(buf.Len()), "bytes")
		})
		b.Run("indexed", func(b *testing.B) {
			was := cpu()
			defer func() { b.ReportMetric((cpu()-was)/float64(b.N), "cpums") }()
			for range b.N {
				buf.Reset()
				e.Encode(&buf, p)
			}
			b.ReportMetric(float64(buf.Len()), "bytes")
		})
	}
}
