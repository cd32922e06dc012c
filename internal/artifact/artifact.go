// Package artifact is the hand-over between the steps that know what a file
// shows (page, channels) and those that write or serve files: a path, and a
// function that gathers what the file shows and gives its digest and a way to
// render it. It also shows artifacts as an fs.FS, each rendered when it is opened.
//
// It never touches the disk and knows nothing of entries or templates.
package artifact

import (
	"bytes"
	"encoding/hex"
)

// A Digest identifies what an artifact shows. Equal digests mean equal bytes.
type Digest [16]byte

// A Render appends a file's bytes to buf.
type Render func(buf *bytes.Buffer) error

// An Artifact is one file of the site, not yet rendered.
type Artifact struct {
	Path string // slash-separated, relative to the output folder, no leading slash
	From string // what it stems from, for messages: "content/articles/a.md", "theme"; may be ""

	// View gathers what the file shows. It gives the digest of all of it and
	// what renders it, if that should turn out to be needed. It is pure: it may
	// be called at any time, from several goroutines, and again. What it gives
	// is for one goroutine: a Render may complete the view that it was made for.
	View func() (Digest, Render)
}

// New is an artifact whose digest is known beforehand.
func New(path, from string, digest Digest, render Render) Artifact {
	return Artifact{Path: path, From: from, View: func() (Digest, Render) { return digest, render }}
}

// String is the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }
