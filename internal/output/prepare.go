package output

import (
	"bytes"
	"context"
	"path"
	"runtime"
	"sync"
	"sync/atomic"

	"kepu/internal/artifact"
)

// An outcome is what became of one artifact before the switch.
type outcome struct {
	record   record
	rendered bool
	staged   string // name in the stage of the file that waits there, "" if none does
	conflict bool   // a file that is not kepu's stands at its path with other bytes
	err      error
}

// A preparer finds out which artifacts differ from their files and renders
// those into the stage. It changes nothing outside of the stage.
type preparer struct {
	dir    string
	stage  *stage
	arts   []artifact.Artifact // by path
	listed manifest
	found  survey
	opt    Options

	next atomic.Int64 // index of the next artifact to take
	stop atomic.Bool  // an artifact failed: take no more
	done atomic.Int64
	said struct {
		sync.Mutex
		done int
	}
}

// keepBuffer bounds the memory a worker keeps from one artifact to the next.
const keepBuffer = 4 << 20

// run prepares all artifacts and returns their outcomes, by index.
func (p *preparer) run(ctx context.Context) ([]outcome, error) {
	outcomes := make([]outcome, len(p.arts))
	workers := p.opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var wg sync.WaitGroup
	for range min(workers, len(p.arts)) {
		wg.Go(func() {
			in, out := make([]byte, readAhead), new(bytes.Buffer)
			for !p.stop.Load() && ctx.Err() == nil {
				i := int(p.next.Add(1)) - 1
				if i >= len(p.arts) {
					return
				}
				outcomes[i] = p.prepare(i, in, out)
				if outcomes[i].err != nil {
					p.stop.Store(true)
				}
				if out.Cap() > keepBuffer {
					out = new(bytes.Buffer)
				}
				p.progress()
			}
		})
	}
	wg.Wait()
	// Artifacts are taken by path, and each one taken is seen through: so the
	// first error by path is the same whichever worker was the fastest.
	for _, o := range outcomes {
		if o.err != nil {
			return nil, o.err
		}
	}
	return outcomes, ctx.Err()
}

func (p *preparer) prepare(i int, in []byte, out *bytes.Buffer) (o outcome) {
	a := p.arts[i]
	old, listed := p.listed[a.Path]
	plain, exists := p.found.ours[a.Path]
	if !exists {
		plain, exists = p.found.unlisted[a.Path]
	}
	var is record // the file's bytes as they are
	readable := false
	if plain {
		var err error
		is, err = fileRecord(p.dir, a.Path, in)
		// One that cannot be read differs, and is replaced.
		readable = err == nil
	}
	digest, render := a.View()
	if readable && listed && old.digest == digest && old.sum == is.sum && old.size == is.size {
		return outcome{record: old}
	}

	out.Reset()
	o.rendered = true
	if err := render(out); err != nil {
		o.err = &RenderError{Path: a.Path, From: a.From, Err: err}
		return o
	}
	o.record = record{digest: digest, sum: artifact.DigestBytes(out.Bytes()), size: int64(out.Len())}
	switch {
	case readable && is.sum == o.record.sum && is.size == o.record.size:
		// The file already says it.
	case exists && !listed:
		o.conflict = true
	default:
		dir := path.Dir(a.Path)
		o.staged, o.err = p.stage.write(i, a.Path, dir != "." && !p.found.dirs[dir], out.Bytes())
	}
	return o
}

// progress tells about every hundredth part of the work, in rising order.
func (p *preparer) progress() {
	done, total := int(p.done.Add(1)), len(p.arts)
	if p.opt.Progress == nil || done != total && done%max(1, total/100) != 0 {
		return
	}
	p.said.Lock()
	defer p.said.Unlock()
	if done > p.said.done {
		p.said.done = done
		p.opt.Progress(done, total)
	}
}
