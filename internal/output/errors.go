package output

import (
	"fmt"
	"strings"
)

// namesShown bounds the names an error carries: enough to recognise the
// folder by, few enough to read.
const namesShown = 8

// A ForeignError says that the folder holds files that kepu did not make.
// Nothing was written.
type ForeignError struct {
	Dir   string
	Names []string // the first of them by name, slash-separated, relative to Dir
	Count int      // how many there are

	// InTheWay: the files stand where artifacts must go and hold something
	// else. Options.Force does not help, they must be moved.
	InTheWay bool

	// Manifest says why the manifest could not be read, nil if it could or if
	// there is none. Without it every file is foreign whose bytes are not
	// those of its artifact.
	Manifest error
}

func (e *ForeignError) Error() string {
	s := fmt.Sprintf("output: %s holds %d files that kepu did not make: %s", e.Dir, e.Count, strings.Join(e.Names, ", "))
	if e.InTheWay {
		s += " (they stand where the site must go)"
	}
	if e.Manifest != nil {
		s += ": " + e.Manifest.Error()
	}
	return s
}

func (e *ForeignError) Unwrap() error { return e.Manifest }

// A CollisionError says that two artifacts cannot both be written: they have
// the same path, paths that differ only in case, or one is a file where the
// other needs a folder. Nothing was written.
type CollisionError struct {
	Path            string // path of the first
	Other           string // path of the second, often the same
	From, OtherFrom string // Artifact.From of the two, or their paths
}

func (e *CollisionError) Error() string {
	return fmt.Sprintf("output: %s (from %s) and %s (from %s) cannot both be written", e.Path, e.From, e.Other, e.OtherFrom)
}

// A PathError says that an artifact has a path that kepu refuses to write.
// Nothing was written.
type PathError struct {
	Path   string
	From   string
	Reason string // "leaves the folder", "is absolute", …
}

func (e *PathError) Error() string {
	return fmt.Sprintf("output: path %q (from %s) %s", e.Path, e.From, e.Reason)
}

// A RenderError carries the error of an artifact's Render. Of several it is
// the first by path. The previous files are as they were.
type RenderError struct {
	Path string
	From string
	Err  error
}

func (e *RenderError) Error() string { return fmt.Sprintf("output: rendering %s: %v", e.Path, e.Err) }

func (e *RenderError) Unwrap() error { return e.Err }

// A BusyError says that another build is writing into the folder.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string { return "output: another build is writing into " + e.Dir }
