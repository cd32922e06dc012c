package content

import (
	"os"
	"testing"
)

func benchmarkDecode(b *testing.B, kind Kind, file string) {
	src, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, _, _, ds := Decode(kind, "a.md", src); len(ds) > 0 {
			b.Fatal(ds)
		}
	}
}

func BenchmarkPlainArticle(b *testing.B) {
	benchmarkDecode(b, Articles, "testdata/valid/articles-plain.md")
}

func BenchmarkFullArticle(b *testing.B) {
	benchmarkDecode(b, Articles, "testdata/valid/articles-full.md")
}
