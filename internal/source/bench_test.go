package source_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kepu/internal/disk"
	"kepu/internal/source"
)

const files = 1000

// tree is a content folder of articles of 4.7 KB on the disk.
func tree(b *testing.B) *disk.Folder {
	b.Helper()
	dir := b.TempDir()
	text := []byte("---\ntitle: 雾凇\ndate: 2026-01-01\n---\n\n" + strings.Repeat("雾凇不是雪，也不是霜。", 140))
	for i := range files {
		name := filepath.Join(dir, "articles", fmt.Sprint(2017+i%10), fmt.Sprintf("a%04d.md", i))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	folder, err := disk.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	return folder
}

func list(b *testing.B, folder *disk.Folder) *source.Tree {
	b.Helper()
	t, ds := source.List(folder)
	if len(ds) > 0 || len(t.Docs) != files {
		b.Fatalf("%d documents, %v", len(t.Docs), ds)
	}
	return t
}

func BenchmarkList(b *testing.B) {
	folder := tree(b)
	b.ReportAllocs()
	for b.Loop() {
		list(b, folder)
	}
	perEntry(b)
}

func BenchmarkText(b *testing.B) {
	t := list(b, tree(b))
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range t.Docs {
			if _, d := t.Text(doc.Path); d != nil {
				b.Fatal(d)
			}
		}
	}
	perEntry(b)
}

// Bytes reads into the same room again, as a build does that only looks
// whether a file is as it was.
func BenchmarkBytes(b *testing.B) {
	t := list(b, tree(b))
	buf := make([]byte, 0, 64<<10)
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range t.Docs {
			if _, d := t.Bytes(doc.Path, buf); d != nil {
				b.Fatal(d)
			}
		}
	}
	perEntry(b)
}

func perEntry(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*files), "ns/entry")
}
