package mobile

import (
	"strings"
	"testing"

	"kepu/internal/channel"
)

// BenchmarkText measures what an article costs without its pictures.
func BenchmarkText(b *testing.B) {
	j := articleOf(b, "radio-telescope")
	for b.Loop() {
		c := &composer{job: j, words: wordsOf("zh-CN"), out: new(channel.Package)}
		slides(c.bare(j.Piece, j.Body))
		c.notice()
	}
}

// BenchmarkCompose measures an article with two pictures.
func BenchmarkCompose(b *testing.B) {
	j := articleOf(b, "radio-telescope")
	for b.Loop() {
		composed(b, j)
	}
}

func articleOf(t testing.TB, slug string) *channel.Job {
	for _, s := range sources(t) {
		if strings.Contains(s.file, slug) {
			return jobOf(s)
		}
	}
	t.Fatalf("no %s", slug)
	return nil
}
