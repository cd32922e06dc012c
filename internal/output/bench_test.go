package output

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"kepu/internal/artifact"
)

// The benchmarks commit 10,000 pages of 12 kB, each in a folder of its own as
// a site has them. For figures that mean something set TMPDIR to a folder on
// the disk in question; a folder in memory shows what kepu itself costs.
//
// On two cores and a quiet machine, in memory and on ext4: cold 0.22 s and
// 0.5 s or more (making 10,000 folders is what takes ext4 its time, and
// several times that just after as many were removed), nothing changed 0.15 s
// and 0.17 s, one page 0.15 s and 0.16 s, all pages 0.40 s and 1.7 s. Nothing
// changed takes about 0.24 s of CPU time, nearly all of it in opening files.
const pages = 10_000

func manyPages(version byte) []artifact.Artifact {
	text := bytes.Repeat([]byte("科普吉林 "), 12_000/13)
	arts := make([]artifact.Artifact, pages)
	for i := range arts {
		arts[i] = page(i, version, text)
	}
	return arts
}

func page(i int, version byte, text []byte) artifact.Artifact {
	var d artifact.Digest
	binary.BigEndian.PutUint32(d[:], uint32(i))
	d[4] = version
	return artifact.New(fmt.Sprintf("articles/%d/page-%05d/index.html", 2016+i%10, i), "", d, func(buf *bytes.Buffer) error {
		fmt.Fprintf(buf, "page %d version %d", i, version)
		buf.Write(text)
		return nil
	})
}

func BenchmarkCold(b *testing.B) {
	arts := manyPages(1)
	parent := b.TempDir()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		dir := filepath.Join(parent, fmt.Sprint(i))
		benchCommit(b, dir, arts, pages)
		b.StopTimer()
		os.RemoveAll(dir)
		b.StartTimer()
	}
	perPage(b)
}

func BenchmarkUnchanged(b *testing.B) {
	arts, dir := manyPages(1), b.TempDir()
	benchCommit(b, dir, arts, pages)
	b.ReportAllocs()
	for b.Loop() {
		benchCommit(b, dir, arts, 0)
	}
	perPage(b)
}

func BenchmarkOneChanged(b *testing.B) {
	arts, dir := manyPages(1), b.TempDir()
	benchCommit(b, dir, arts, pages)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		arts[pages/2] = page(pages/2, byte(2+i%2), []byte("changed"))
		benchCommit(b, dir, arts, 1)
	}
	perPage(b)
}

func BenchmarkAllChanged(b *testing.B) {
	one, two, dir := manyPages(1), manyPages(2), b.TempDir()
	benchCommit(b, dir, one, pages)
	b.ReportAllocs()
	for b.Loop() {
		benchCommit(b, dir, two, pages)
		one, two = two, one
	}
	perPage(b)
}

func perPage(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*pages), "ns/entry")
}

func benchCommit(b *testing.B, dir string, arts []artifact.Artifact, written int) {
	b.Helper()
	rep, err := Commit(b.Context(), dir, arts, Options{})
	if err != nil {
		b.Fatal(err)
	}
	if rep.Written != written {
		b.Fatalf("wrote %d files, not %d", rep.Written, written)
	}
}
