package cache

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// The benchmarks keep what a build of 10,000 articles does: 12 KB each.
const values = 10_000

var kept = bytes.Repeat([]byte("科普吉林"), 1000)

func number(i int) (k Key) {
	binary.BigEndian.PutUint64(k[:], uint64(i)*0x9e3779b97f4a7c15)
	binary.BigEndian.PutUint64(k[8:], uint64(i))
	return k
}

// filled is a folder with all values in it.
func filled(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	c := opened(b, dir)
	for i := range values {
		c.Put(number(i), kept)
	}
	c.Save()
	c.Close()
	return dir
}

func opened(b *testing.B, dir string) *Cache {
	b.Helper()
	c, err := Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	return c
}

func BenchmarkOpen(b *testing.B) {
	dir := filled(b)
	b.ReportAllocs()
	for b.Loop() {
		opened(b, dir).Close()
	}
	perEntry(b)
}

func BenchmarkGet(b *testing.B) {
	c := opened(b, filled(b))
	defer c.Close()
	b.ReportAllocs()
	for b.Loop() {
		for i := range values {
			if _, ok := c.Get(number(i)); !ok {
				b.Fatal(i, "is gone")
			}
		}
	}
	perEntry(b)
}

func BenchmarkPut(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		c := opened(b, b.TempDir())
		b.StartTimer()
		for i := range values {
			c.Put(number(i), kept)
		}
		c.Save()
		b.StopTimer()
		c.Close()
		b.StartTimer()
	}
	perEntry(b)
}

func perEntry(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*values), "ns/entry")
}
