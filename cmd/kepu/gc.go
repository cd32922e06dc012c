package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// smallHeap is how far the heap may grow before it is collected at all. A build
// reads into memory what it then keeps to its end: collecting on the way there,
// at 4, 6, 9 … MB as is usual, finds little and took a sixth of a short build's
// time.
const smallHeap = 80 << 20

// How much garbage a larger heap may hold beside what is alive, in percent. A
// build of a large site is to fit into a small machine; a server stands on an
// editor's desk, where a collection in the midst of a build is felt.
const (
	buildGarbage = 50
	serveGarbage = 200
)

// paceGC sets Go's percentage, and anew after every collection.
func paceGC(garbage int) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	percent := garbage
	if n := max(4<<20, live[0].Value.Uint64()); n < smallHeap {
		percent = max(percent, int(smallHeap*100/n)-100)
	}
	debug.SetGCPercent(percent)
	// The next collection finds it unreachable.
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) { paceGC(garbage) })
}
