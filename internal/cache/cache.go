// Package cache keeps results between builds under digests of all that went
// into them. What it returns is what was put there, or nothing: a damaged,
// truncated or foreign file is a miss, never an error.
//
// It knows nothing of what it keeps. The folder may be shared between sites,
// branches and machines, thrown away at any time, and used by several builds
// at once: files are written whole under temporary names and never changed.
package cache

import (
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Key is the digest of everything that a value was made of, the program's
// version included.
type Key [16]byte

// Limit is how many bytes of packs a cache keeps.
const Limit = 1 << 30

// mergeAt is how many packs there may be before they become one.
const mergeAt = 8

// pattern of the names of packs, and of those still being written.
const (
	packSuffix = ".pack"
	tempPrefix = "writing-"
	staleAfter = 24 * time.Hour // a temporary file this old has no writer any more
)

// A Cache is an open folder. It is safe for concurrent use. A nil Cache is
// empty and keeps nothing.
type Cache struct {
	dir   string
	packs []*pack
	where map[Key]place

	mu    sync.Mutex
	used  map[Key]bool
	out   *writer // nil until the first Put, and after a write failed
	broke bool
}

type place struct {
	pack *pack
	off  int64
	n    uint32
	sum  uint32
}

// Open reads the indexes of the packs in dir, which is made if it is not there.
// The error is one of the disk; a caller may go on without a cache.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	c := &Cache{dir: dir, where: map[Key]place{}, used: map[Key]bool{}}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case strings.HasSuffix(e.Name(), packSuffix):
			p, err := openPack(name, c.where)
			if err != nil {
				os.Remove(name) // whatever it is, it is of no use
				continue
			}
			c.packs = append(c.packs, p)
		case strings.HasPrefix(e.Name(), tempPrefix):
			if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > staleAfter {
				os.Remove(name)
			}
		}
	}
	return c, nil
}

// Get returns a copy of what was put under the key.
func (c *Cache) Get(k Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	at, ok := c.where[k]
	if !ok {
		return nil, false
	}
	buf := make([]byte, at.n)
	_, err := at.pack.file.ReadAt(buf, at.off)
	whole := err == nil && crc32.ChecksumIEEE(buf) == at.sum
	c.mu.Lock()
	defer c.mu.Unlock()
	if !whole {
		at.pack.damaged = true
		return nil, false
	}
	c.used[k] = true
	return buf, true
}

// Put keeps a value for later builds; this one does not get it back. A disk
// that fails costs the next build time, nothing else.
func (c *Cache) Put(k Key, value []byte) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.broke {
		return
	}
	if c.out == nil {
		w, err := newWriter(c.dir)
		if err != nil {
			c.broke = true
			return
		}
		c.out = w
	}
	if err := c.out.add(k, value); err != nil {
		c.out.abort()
		c.out, c.broke = nil, true
	}
}

// Close keeps what was put, and prunes: many packs become one that holds what
// this build used, and the oldest go when the folder is too large.
func (c *Cache) Close() {
	if c == nil {
		return
	}
	if len(c.packs) >= mergeAt && !c.broke {
		c.merge()
	}
	if c.out != nil {
		if c.out.finish() != nil {
			c.out.abort()
		}
	}
	for _, p := range c.packs {
		p.file.Close()
		if p.damaged {
			os.Remove(p.name) // or its dead value would hide the one that was just put
		}
	}
	prune(c.dir, Limit)
}

// merge copies what this build used into the pack being written, and removes
// the old packs. Another build that has them open goes on reading them.
func (c *Cache) merge() {
	keys := make([]Key, 0, len(c.used))
	for k := range c.used {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b Key) int { return slices.Compare(a[:], b[:]) })
	for _, k := range keys {
		if v, ok := c.Get(k); ok {
			c.Put(k, v)
		}
	}
	if c.broke {
		return
	}
	for _, p := range c.packs {
		os.Remove(p.name)
	}
}

// prune removes the oldest packs until the rest fit.
func prune(dir string, limit int64) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var packs []os.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasSuffix(e.Name(), packSuffix) {
			packs = append(packs, info)
		}
	}
	slices.SortFunc(packs, func(a, b os.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, p := range packs {
		if limit -= p.Size(); limit < 0 {
			os.Remove(filepath.Join(dir, p.Name()))
		}
	}
}
