package build

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// batch is a run of items that take microseconds.
const batch = 16

// each calls f for 0 … n-1 from as many goroutines as there are processors and
// stops early when ctx ends. Work is handed out in runs, since an item may take
// only microseconds.
func each(ctx context.Context, n, run int, progress func(done int), f func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), max(1, n)) {
		wg.Go(func() {
			for ctx.Err() == nil {
				end := int(next.Add(int64(run)))
				start := end - run
				if start >= n {
					return
				}
				for i := start; i < min(end, n); i++ {
					f(i)
				}
				if progress != nil {
					mu.Lock()
					done += min(end, n) - start
					progress(done)
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
}
