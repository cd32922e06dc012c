package output

import (
	"context"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"kepu/internal/artifact"
	"kepu/internal/disk"
)

// readAhead is the buffer by which files are read: larger than nearly every
// page, so that one is a single read.
const readAhead = 128 << 10

// fileRecord is what a file in dir says, without a digest.
func fileRecord(dir, path string, buf []byte) (record, error) {
	data, err := disk.Read(filepath.Join(dir, filepath.FromSlash(path)), buf)
	if err != nil {
		return record{}, err
	}
	return record{sum: artifact.DigestBytes(data), size: int64(len(data))}, nil
}

// allSame reports whether every listed file is a plain one with the bytes that
// the manifest says.
func allSame(ctx context.Context, dir string, listed manifest, workers int) bool {
	paths := make([]string, 0, len(listed))
	for path := range listed {
		paths = append(paths, path)
	}
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var differs atomic.Bool
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			buf := make([]byte, readAhead)
			for !differs.Load() && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				want := listed[paths[i]]
				is, err := fileRecord(dir, paths[i], buf)
				if err != nil || is.sum != want.sum || is.size != want.size {
					differs.Store(true)
				}
			}
		})
	}
	wg.Wait()
	return !differs.Load() && ctx.Err() == nil
}
