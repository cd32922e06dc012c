package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

func key(i int) (k Key) {
	copy(k[:], fmt.Sprintf("key-%08d", i))
	return k
}

func value(i int) []byte { return bytes.Repeat([]byte(fmt.Sprintf("value %d;", i)), i%50) }

func open(t *testing.T, dir string) *Cache {
	t.Helper()
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fill puts values from … to-1 in a build of its own.
func fill(t *testing.T, dir string, from, to int) {
	t.Helper()
	c := open(t, dir)
	for i := from; i < to; i++ {
		c.Put(key(i), value(i))
	}
	c.Close()
}

func check(t *testing.T, dir string, from, to int) {
	t.Helper()
	c := open(t, dir)
	defer c.Close()
	for i := from; i < to; i++ {
		if v, ok := c.Get(key(i)); !ok || !bytes.Equal(v, value(i)) {
			t.Fatalf("value %d: found %v, %q", i, ok, v)
		}
	}
}

func packs(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"+packSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestKeepsBetweenBuilds(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 0, 100)
	fill(t, dir, 100, 150)
	check(t, dir, 0, 150)
	c := open(t, dir)
	defer c.Close()
	if _, ok := c.Get(key(150)); ok {
		t.Error("found what was never put")
	}
}

// A value that is not whole must not come back; neither may the cache fail.
func TestDamage(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"empty":         func([]byte) []byte { return nil },
		"truncated":     func(b []byte) []byte { return b[:len(b)/2] },
		"tail cut":      func(b []byte) []byte { return b[:len(b)-1] },
		"foreign":       func([]byte) []byte { return []byte("PK\x03\x04 something else altogether, long enough") },
		"first byte":    func(b []byte) []byte { b[0]++; return b },
		"a value":       func(b []byte) []byte { b[len(magic)+200]++; return b },
		"the index":     func(b []byte) []byte { b[len(b)-tailLen-5]++; return b },
		"huge count":    func(b []byte) []byte { b[len(b)-6] = 0xff; return b },
		"bytes at end":  func(b []byte) []byte { return append(b, "more"...) },
		"zeros instead": func(b []byte) []byte { clear(b); return b },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			fill(t, dir, 0, 100)
			file := packs(t, dir)[0]
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, damage(data), 0o644); err != nil {
				t.Fatal(err)
			}
			c := open(t, dir)
			for i := range 100 {
				if v, ok := c.Get(key(i)); ok && !bytes.Equal(v, value(i)) {
					t.Errorf("value %d came back damaged", i)
				}
			}
			c.Close()
			fill(t, dir, 0, 100)
			check(t, dir, 0, 100)
		})
	}
}

// The eighth pack makes all small ones one; a large one stays as it is.
func TestMerges(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 0, 1000)
	large := packs(t, dir)[0]
	for i := 1; i < mergeAt; i++ {
		if n := len(packs(t, dir)); n != i {
			t.Fatalf("%d packs, want %d", n, i)
		}
		fill(t, dir, 1000+i*10, 1010+i*10)
	}
	now := packs(t, dir)
	if len(now) != 2 || !slices.Contains(now, large) {
		t.Fatalf("packs after the merge: %v, with %s as it was", now, large)
	}
	check(t, dir, 0, 1000)
	check(t, dir, 1010, 1000+mergeAt*10)
}

// Without room for more a merge keeps what this build used.
func TestForgetsTheUnused(t *testing.T) {
	dir := t.TempDir()
	for i := range mergeAt - 1 {
		c := open(t, dir)
		for j := range 10 {
			c.Put(key(i*10+j), []byte("value"))
		}
		c.Close()
	}
	c := open(t, dir)
	c.Get(key(5))
	c.Has(key(15))
	c.Put(key(100), []byte("value"))
	c.out.finish()
	c.packs = append(c.packs, c.out.pack)
	c.out = nil
	c.merge(0)
	c.Close()
	if n := len(packs(t, dir)); n != 1 {
		t.Fatalf("%d packs after the merge, want 1", n)
	}
	c = open(t, dir)
	defer c.Close()
	for i, want := range map[int]bool{5: true, 15: true, 25: false, 100: true} {
		if c.Has(key(i)) != want {
			t.Errorf("value %d: there %v, want %v", i, !want, want)
		}
	}
}

// What was put can be had in the same build, in a temporary cache as well.
func TestGetsWhatWasJustPut(t *testing.T) {
	temporary, err := Temporary()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*Cache{open(t, t.TempDir()), temporary} {
		for i := range 1000 {
			if !c.Put(key(i), value(i)) {
				t.Fatal("not kept")
			}
			if v, ok := c.Get(key(i / 2)); !ok || !bytes.Equal(v, value(i/2)) {
				t.Fatalf("value %d after %d: found %v, %q", i/2, i, ok, v)
			}
			if i == 500 {
				c.Save()
			}
		}
		c.Close()
	}
	if _, err := os.Stat(temporary.dir); err == nil {
		t.Error("the temporary folder is still there")
	}
}

// A disk that fails in the midst costs what was put, and is no error.
func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir)
	c.Put(key(1), []byte("value"))
	c.out.file.Close()
	if _, ok := c.Get(key(1)); ok {
		t.Error("read from a file that could not be written")
	}
	if c.Put(key(2), []byte("value")) {
		t.Error("kept on a broken disk")
	}
	c.Close()
	if list, _ := os.ReadDir(dir); len(list) > 0 {
		t.Errorf("left behind %v", list)
	}
}

func TestPrunesTheOldest(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 0, 200)
	old := packs(t, dir)[0]
	info, err := os.Stat(old)
	if err != nil {
		t.Fatal(err)
	}
	past := info.ModTime().Add(-1e9)
	if err := os.Chtimes(old, past, past); err != nil {
		t.Fatal(err)
	}
	fill(t, dir, 200, 400)
	prune(dir, info.Size()+info.Size()/2)
	if _, err := os.Stat(old); err == nil {
		t.Error("the older pack is still there")
	}
	check(t, dir, 200, 400)
}

func TestManyAtOnce(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for b := range 4 {
		wg.Go(func() {
			c, err := Open(dir)
			if err != nil {
				t.Error(err)
				return
			}
			var inner sync.WaitGroup
			for g := range 4 {
				inner.Go(func() {
					for i := g * 50; i < g*50+50; i++ {
						c.Get(key(i))
						c.Put(key(b*1000+i), value(b*1000+i))
					}
				})
			}
			inner.Wait()
			c.Close()
		})
	}
	wg.Wait()
	for b := range 4 {
		check(t, dir, b*1000, b*1000+200)
	}
}

// Files of others stay, whatever they are called; and a cache that is closed
// finds nothing and harms nothing.
func TestForeignFilesStay(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "pack-1234.pack")
	if err := os.WriteFile(foreign, []byte("PACK of git"), 0o644); err != nil {
		t.Fatal(err)
	}
	fill(t, dir, 0, 10)
	c := open(t, dir)
	prune(dir, 0)
	c.Close()
	if _, ok := c.Get(key(1)); ok || c.Put(key(1), value(1)) {
		t.Error("a closed cache has values")
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Error(err)
	}
}

func TestNilKeepsNothing(t *testing.T) {
	var c *Cache
	c.Put(key(1), value(1))
	if _, ok := c.Get(key(1)); ok {
		t.Error("a nil cache has a value")
	}
	c.Close()
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "cache")); err == nil {
		t.Error("a folder below a file was opened")
	}
}
