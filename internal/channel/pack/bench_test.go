package pack_test

import (
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/pack"
)

// BenchmarkMake is what a bundle of an ordinary article costs beyond Compose.
func BenchmarkMake(b *testing.B) {
	p := ordinary()
	c, j := fake(p), job()
	bundle, err := pack.Make(c, j)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pack.Make(c, j); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(file(bundle, "index.html").Data)), "page-B")
	b.ReportMetric(float64(len(file(bundle, "food-safety.zip").Data)), "zip-B")
}

// file finds a file of a bundle; an empty one where there is none.
func file(b *pack.Bundle, name string) channel.File {
	for _, f := range b.Files {
		if f.Name == name {
			return f
		}
	}
	return channel.File{}
}
