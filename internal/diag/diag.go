// Package diag holds what kepu has to say to an editor: one message type with
// a stable code, a place in a file, and a text in Chinese and in English.
//
// It never reads files and never decides what happens next: the steps of the
// pipeline collect diagnostics, the command has them printed where it likes, for
// people or for programs.
package diag

import (
	"cmp"
	"slices"
	"sync"
)

// A Severity tells whether a diagnostic stops the build.
type Severity uint8

const (
	Error   Severity = iota // the site is not written
	Warning                 // the site is written all the same
)

// Pos is a place in a file of the site. Line and Col count from 1; Col counts
// Unicode characters. Zero means “the file as a whole”.
type Pos struct {
	File string // slash-separated, relative to the site folder
	Line int
	Col  int
}

// A Diagnostic is one message about one place.
type Diagnostic struct {
	Code    Code
	Pos     Pos
	Args    []string // fill the verbs of the catalog's text
	Suggest string   // what the author may have meant; "" if nothing is near
	Source  string   // the line at Pos, without its end; may be ""
}

// New returns a diagnostic. The arguments fill the %[1]s … of its text.
func New(code Code, pos Pos, args ...string) Diagnostic {
	return Diagnostic{Code: code, Pos: pos, Args: args}
}

// Severity is that of the code.
func (d Diagnostic) Severity() Severity { return lookup(d.Code).severity }

// A List collects diagnostics. It is safe for concurrent use; the zero value
// is empty and ready.
type List struct {
	mu    sync.Mutex
	items []Diagnostic
}

// Add appends ds.
func (l *List) Add(ds ...Diagnostic) {
	if len(ds) == 0 {
		return
	}
	l.mu.Lock()
	l.items = append(l.items, ds...)
	l.mu.Unlock()
}

// Sorted returns the diagnostics by file, line, column and code, without
// duplicates, so that a run prints the same whatever the order of its work.
func (l *List) Sorted() []Diagnostic {
	l.mu.Lock()
	ds := slices.Clone(l.items)
	l.mu.Unlock()
	slices.SortFunc(ds, compare)
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

// Errors counts the diagnostics that stop a build.
func (l *List) Errors() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := 0
	for _, d := range l.items {
		if d.Severity() == Error {
			n++
		}
	}
	return n
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.Code, b.Code),
		slices.Compare(a.Args, b.Args),
	)
}
