package douyin

import "testing"

func BenchmarkCards(b *testing.B) {
	j := jobs(b)["content/articles/2026/deep-earth/index.md"]
	n := 0
	for b.Loop() {
		p, err := compose(j)
		if err != nil {
			b.Fatal(err)
		}
		n = p.Measures[1].Value
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*n), "ms/card")
}
