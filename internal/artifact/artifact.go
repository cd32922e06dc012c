// Package artifact is the hand-over between the steps that know what a file
// shows (page, channels) and the one that writes files (output): a path, the
// digest of everything the file shows, and a function that renders it.
//
// It never touches the disk and knows nothing of entries or templates.
package artifact

import (
	"bytes"
	"encoding/hex"
)

// A Digest identifies what an artifact shows. Equal digests mean equal bytes.
type Digest [16]byte

// An Artifact is one file of the site, not yet rendered.
type Artifact struct {
	Path   string // slash-separated, relative to the output folder, no leading slash
	Digest Digest
	From   string // what it stems from, for messages: "content/articles/a.md", "theme"; may be ""

	// Render appends the file's bytes to buf. It is called at most once, maybe
	// from several goroutines for different artifacts, and only when needed.
	Render func(buf *bytes.Buffer) error
}

// String is the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }
