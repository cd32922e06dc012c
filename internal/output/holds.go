package output

import (
	"context"
	"os"
	"path/filepath"

	"kepu/internal/artifact"
)

// Holds reports whether dir is as a commit left it whose report named this
// manifest: every file is there with its bytes, and nothing else is that Commit
// would mind. Then there is nothing to commit. It writes nothing.
func Holds(ctx context.Context, dir string, want artifact.Digest, opt Options) (Report, bool) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, false
	}
	defer root.Close()
	listed, text, damaged, err := readManifest(root)
	if err != nil || damaged != nil || artifact.DigestBytes(text) != want {
		return Report{}, false
	}
	if _, err := root.Lstat(stageName); err == nil {
		return Report{}, false // a build was killed, or runs
	}
	arts := make([]artifact.Artifact, 0, len(listed))
	for path := range listed {
		arts = append(arts, artifact.Artifact{Path: path})
	}
	limit := 1
	if opt.Force {
		limit = 0
	}
	found, err := look(ctx, dir, arts, listed, limit)
	if err != nil || len(found.inTheWay) > 0 || len(found.blocking) > 0 || len(found.foreign) > 0 && !opt.Force || len(found.ours) != len(listed) {
		return Report{}, false
	}
	rep := Report{Total: len(listed), Unchanged: len(listed), Foreign: len(found.foreign), Manifest: want}
	same := allSame(ctx, dir, listed, found.ours, opt.Workers)
	for _, r := range listed {
		rep.Bytes += r.size
	}
	return rep, same
}

// IsOurs reports whether there is a manifest in dir.
func IsOurs(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, manifestName))
	return err == nil
}
