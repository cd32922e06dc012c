package cache

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// mergeAt is how many packs there may be before some become one.
const mergeAt = 8

// merge copies the small packs into one, and removes them: all their values as
// long as there is room, since they may be those of another branch, else what
// this build used. A pack larger than all smaller ones together is left alone, so that a
// value is copied a few times in its life and not in every eighth build. Another
// build that has the old packs open goes on reading them.
func (c *Cache) merge(room int64) {
	if len(c.packs) < mergeAt || c.broke {
		return
	}
	slices.SortStableFunc(c.packs, func(a, b *pack) int { return cmp.Compare(a.size, b.size) })
	n, total := 0, int64(0)
	for n < len(c.packs) && (n < 2 || c.packs[n].size <= total) {
		total += c.packs[n].size
		n++
	}
	small := map[*pack]bool{}
	for _, p := range c.packs[:n] {
		small[p] = true
	}
	w, err := newWriter(c.dir)
	if err != nil {
		return
	}
	moved := map[Key]*place{}
	for k, at := range c.where {
		if !small[at.pack] || total > room && !at.used.Load() {
			continue
		}
		value := at.read()
		if value == nil {
			continue
		}
		if moved[k], err = w.add(k, value); err != nil {
			w.abort()
			return
		}
	}
	if w.finish() != nil {
		w.abort()
		return
	}
	maps.Copy(c.where, moved)
	for p := range small {
		os.Remove(p.name)
	}
	c.old = append(c.old, c.packs[:n]...)
	c.packs = append(slices.Clone(c.packs[n:]), w.pack)
}

// prune removes the oldest packs until the rest fit.
func prune(dir string, limit int64) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var packs []os.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && isPack(e.Name()) {
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
