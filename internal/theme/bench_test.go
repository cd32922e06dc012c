package theme_test

import (
	"bytes"
	"io/fs"
	"testing"

	"kepu/internal/theme"
	"kepu/themes"
)

func BenchmarkExecute(b *testing.B) {
	th := load(b)
	var buf bytes.Buffer
	for _, v := range views(th, "zh-CN") {
		b.Run(v.Template, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				buf.Reset()
				if err := th.Execute(&buf, v.Template, v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := theme.Load([]fs.FS{themes.Default()}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
