// Package cache keeps results between builds under digests of all that went
// into them. What it returns is what was put there, or nothing: a damaged,
// truncated or foreign file is a miss, never an error.
//
// It knows nothing of what it keeps. The folder may be shared between sites,
// branches and machines, thrown away at any time, and used by several builds
// at once: files are written whole under temporary names and never changed.
package cache

import (
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A Key is the digest of everything that a value was made of, the program's
// version included.
type Key = [16]byte

// Limit is how many bytes of packs a cache keeps.
const Limit = 1 << 30

// Packs have names such as "kepu-123456.pack", and another beginning while they
// are being written. Other files in the folder are not ours.
const (
	packPrefix = "kepu-"
	packSuffix = ".pack"
	tempPrefix = "kepu-writing-"
	staleAfter = 24 * time.Hour // a temporary file this old has no writer any more
)

// A Cache is an open folder. It is safe for concurrent use. A nil Cache is
// empty and keeps nothing.
type Cache struct {
	dir       string
	temporary bool // there is no folder, only a file that is gone when the cache is closed

	mu    sync.RWMutex
	packs []*pack // complete ones
	old   []*pack // merged into others, and open as long as somebody may read them
	where map[Key]*place
	out   *writer // nil until the first Put
	broke bool    // a write failed: nothing is kept any more
}

// A place is where a value lies in a pack.
type place struct {
	pack *pack
	off  int64
	n    uint32
	sum  uint32
	used atomic.Bool // by this build
}

// read returns the value, nil if it is not whole.
func (at *place) read() []byte {
	buf := make([]byte, at.n)
	_, err := at.pack.file.ReadAt(buf, at.off)
	if err == io.EOF || err == nil && crc32.ChecksumIEEE(buf) != at.sum {
		at.pack.damaged.Store(true)
	}
	if err != nil || at.pack.damaged.Load() {
		return nil
	}
	at.used.Store(true)
	return buf
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
	c := &Cache{dir: dir, where: map[Key]*place{}}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case isPack(e.Name()) && e.Type().IsRegular():
			p, err := openPack(name, c.where)
			switch {
			case err == nil:
				c.packs = append(c.packs, p)
			case errors.Is(err, errPack):
				os.Remove(name) // torn, or of another version
			}
		case strings.HasPrefix(e.Name(), tempPrefix):
			if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > staleAfter {
				os.Remove(name)
			}
		}
	}
	return c, nil
}

func isPack(name string) bool {
	return strings.HasPrefix(name, packPrefix) && strings.HasSuffix(name, packSuffix)
}

// Temporary gives an empty cache that is gone once it is closed: it holds what
// would else fill the memory.
func Temporary() (*Cache, error) {
	w, err := newWriter("")
	if err != nil {
		return nil, err
	}
	os.Remove(w.name) // where the system can do without a name, nothing is left behind whatever happens
	return &Cache{out: w, temporary: true, where: map[Key]*place{}}, nil
}

// Get returns a copy of what was put under the key, by this build or another.
func (c *Cache) Get(k Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	c.mu.RLock()
	at := c.where[k]
	waiting := at != nil && c.out != nil && at.pack == c.out.pack && at.off+int64(at.n) > c.out.flushed
	c.mu.RUnlock()
	if at == nil {
		return nil, false
	}
	if waiting {
		c.flush()
	}
	value := at.read()
	return value, value != nil
}

// Has tells whether there is a value under the key, without looking whether it
// is whole. Like Get it counts as a use.
func (c *Cache) Has(k Key) bool {
	if c == nil {
		return false
	}
	c.mu.RLock()
	at := c.where[k]
	c.mu.RUnlock()
	if at == nil || at.pack.damaged.Load() {
		return false
	}
	at.used.Store(true)
	return true
}

func (c *Cache) flush() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.out != nil && c.out.flush() != nil {
		c.fail()
	}
}

// Put keeps a value and reports whether it can be had again. A disk that fails
// costs time, nothing else.
func (c *Cache) Put(k Key, value []byte) bool {
	if c == nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.broke {
		return false
	}
	if old := c.where[k]; old != nil && !old.pack.damaged.Load() {
		old.used.Store(true)
		return true
	}
	if c.out == nil {
		w, err := newWriter(c.dir)
		if err != nil {
			c.broke = true
			return false
		}
		c.out = w
	}
	at, err := c.out.add(k, value)
	if err != nil {
		c.fail()
		return false
	}
	at.used.Store(true)
	c.where[k] = at
	return true
}

// fail gives up writing. What was put since the last Save cannot be had again.
func (c *Cache) fail() {
	c.out.pack.damaged.Store(true)
	c.out.abort()
	c.out, c.broke = nil, true
}

// Save lets other builds have what was put so far, and prunes the folder. Many
// packs become fewer, and the oldest go when there is too much.
func (c *Cache) Save() {
	if c == nil || c.temporary {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.save()
}

func (c *Cache) save() {
	if c.out != nil {
		if err := c.out.finish(); err != nil {
			c.fail()
		} else {
			c.packs = append(c.packs, c.out.pack)
			c.out = nil
		}
	}
	c.merge(Limit / 4)
	prune(c.dir, Limit)
}

// Close saves and lets go of the files; whoever still asks finds nothing.
func (c *Cache) Close() {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.temporary {
		c.save()
	}
	if c.out != nil {
		c.out.abort()
	}
	for _, p := range c.old {
		p.file.Close()
	}
	for _, p := range c.packs {
		p.file.Close()
		if p.damaged.Load() {
			os.Remove(p.name) // or its dead value would hide the one that was just put
		}
	}
	c.where, c.packs, c.old, c.out, c.broke = nil, nil, nil, nil, true
}
