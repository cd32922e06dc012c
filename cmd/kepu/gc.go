package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// smallHeap is how far the heap may grow before it is collected at all, and
// garbagePercent how much garbage a larger one may hold beside what is alive. A
// build reads into memory what it then keeps to its end: collecting on the way
// there, at 4, 6, 9 … MB as is usual, finds little and took a sixth of a short
// build's time. The percentage trades time for memory where sites are large.
const (
	smallHeap      = 64 << 20
	garbagePercent = 50
)

// paceGC sets the percentage anew after every collection.
func paceGC() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	percent := garbagePercent
	if n := max(4<<20, live[0].Value.Uint64()); n < smallHeap {
		percent = max(percent, int(smallHeap*100/n)-100)
	}
	debug.SetGCPercent(percent)
	// The next collection finds it unreachable.
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) { paceGC() })
}
