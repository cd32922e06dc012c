package main

import (
	"fmt"
	"io"
	"time"

	"kepu/internal/build"
)

// A progressLine shows on a terminal how far long work is. In a pipe, and for
// work that is soon done, it shows nothing.
type progressLine struct {
	app   *app
	w     io.Writer
	start time.Time
	last  time.Time
	shown bool
}

// patience is how long a build may take before the line appears, and how
// often it changes.
const patience = 300 * time.Millisecond

func (a *app) progress() *progressLine {
	p := &progressLine{app: a, start: time.Now()}
	if isTerminal(a.stderr) {
		p.w = a.stderr
	}
	return p
}

func (p *progressLine) update(step build.Step, done, total int) {
	now := time.Now()
	if p.w == nil || now.Sub(p.start) < patience || now.Sub(p.last) < patience/3 {
		return
	}
	p.last, p.shown = now, true
	word := p.app.say("读取内容", "reading")
	switch step {
	case build.Packing:
		word = p.app.say("制作稿件包", "packing")
	case build.Writing:
		word = p.app.say("生成页面", "rendering")
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s %d/%d", word, done, total)
}

func (p *progressLine) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
