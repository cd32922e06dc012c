// Package serve shows a site while it is being written: it watches folders,
// builds again when something in them changes, serves what was built on the
// loopback and tells the browsers to reload. While the content has errors it
// shows them in place of the pages.
//
// It never writes files and does not know how a site is built: the build is a
// function it is given.
package serve

import (
	"context"
	"io"
	"io/fs"
	"time"

	"kepu/internal/diag"
)

// A Result is what one build came to.
type Result struct {
	// Err says that the build could not be done at all: the disk failed, a
	// theme is broken. It is shown like an error of the content.
	Err error

	// Diagnostics of the content. Any of severity diag.Error is shown in place
	// of the pages; warnings only go to the log.
	Diagnostics []diag.Diagnostic

	Summary string // one line for the log, "412 pages in 80 ms"
	Files   fs.FS  // the site, "index.html" at its root; nil after a failed build: the last one is kept

	// Explain says what is wrong when a file of Files cannot be read: a site
	// may be rendered page by page, as readers ask for it. It may be nil.
	Explain func(err error) []diag.Diagnostic
}

// Options of Run. Build is required.
type Options struct {
	Addr   string                 // "127.0.0.1:8080"; port 0 picks a free one; "" is the former
	Watch  []string               // folders, watched with all they hold; one need not exist yet
	Ignore func(path string) bool // changes that do not matter, besides editors' temporary files; may be nil

	// Build builds the site for a base URL such as "http://127.0.0.1:8080/".
	// Builds run one at a time. A change while one runs starts another after
	// it; ctx ends only when serving ends.
	//
	// changed lists the files and folders that may differ from what the last
	// good build has read, whatever failed since; nil: any may.
	Build func(ctx context.Context, baseURL string, changed []string) Result

	// Text reports whether a file shows in the HTML of pages alone: a page
	// whose HTML stays as it is need not be loaded again. nil: no file does.
	Text func(path string) bool

	Lang  diag.Lang
	Log   io.Writer        // what happens, for a person; nil: nothing
	CSP   string           // Content-Security-Policy sent with the site's pages; must allow 'self' for scripts and connections
	Ready func(url string) // called once the first build is done and the address answers, to tell the user; may be nil
	Poll  time.Duration    // look for changes this often instead of being notified by the system; 0: notified
}
