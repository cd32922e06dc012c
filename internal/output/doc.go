// Package output makes a folder hold exactly the artifacts of a build: it
// writes what differs, whole files only, and removes what an earlier build
// wrote and no artifact owns any more.
//
// A manifest in the folder, .kepu-manifest, says which files are kepu's. A
// path stands in it before its file exists, so a killed build leaves nothing
// behind that the next one does not know.
//
// It never touches a file that kepu did not make, never follows a symbolic
// link out of the folder, and knows nothing of entries, pages or templates.
package output

import "context"
import "kepu/internal/artifact"

// Options of a commit.
type Options struct {
	// Force allows files in the folder that are not kepu's. They stay as they
	// are; one that stands where an artifact must go is an error all the same.
	Force bool

	// Keep tells of a file that an earlier commit wrote and no artifact owns
	// whether it stays, and stays kepu's: this commit is about others. nil: none does.
	Keep func(path string) bool

	Workers  int                   // how many artifacts are rendered at once; 0: GOMAXPROCS
	Progress func(done, total int) // called now and then, never from two goroutines at once; may be nil
}

// A Report says what a commit did.
type Report struct {
	Total     int   // artifacts
	Written   int   // files that are new or have other bytes than before
	Unchanged int   // files left as they were
	Rendered  int   // artifacts whose Render ran; the others' digests said enough
	Swept     int   // files of earlier builds that were removed
	Foreign   int   // files in the folder that are not kepu's
	Bytes     int64 // size of all artifacts together

	Manifest artifact.Digest // of the manifest: equal ones list the same files with the same bytes
}

// Commit makes dir hold exactly the artifacts, besides what is not kepu's. An
// error before the last step, the switch, leaves the files in dir as they were.
func Commit(ctx context.Context, dir string, arts []artifact.Artifact, opt Options) (Report, error) {
	return commit(ctx, dir, arts, opt)
}
