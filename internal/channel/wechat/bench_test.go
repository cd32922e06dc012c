package wechat

import (
	"path"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/channel"
)

// One text after the other, covers and drawings included; the Markdown is read
// before.
func BenchmarkCompose(b *testing.B) {
	jobs := benchJobs(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		composed(b, jobs[i%len(jobs)])
	}
}

// The same where all that is drawn was kept.
func BenchmarkText(b *testing.B) {
	jobs := benchJobs(b)
	for _, j := range jobs {
		j.Kept = func(artifact.Digest, func() ([]byte, error)) ([]byte, error) { return []byte("\x89PNG\r\n\x1a\n"), nil }
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		composed(b, jobs[i%len(jobs)])
	}
}

func benchJobs(b *testing.B) []*channel.Job {
	var jobs []*channel.Job
	for _, s := range sources(b) {
		if path.Dir(path.Dir(path.Dir(s.file))) == "articles" {
			jobs = append(jobs, jobOf(s.body, path.Dir(s.file)))
		}
	}
	return jobs
}
