package content

import (
	"os"
	"testing"
)

func BenchmarkDecode(b *testing.B) {
	for _, name := range []string{"plain", "full"} {
		b.Run(name, func(b *testing.B) {
			src, err := os.ReadFile("testdata/valid/articles-" + name + ".md")
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, _, _, _, ds := Decode(Articles, "a.md", src); len(ds) > 0 {
					b.Fatal(ds)
				}
			}
		})
	}
}
