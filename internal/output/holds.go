package output

import (
	"context"
	"os"
	"path/filepath"

	"kepu/internal/artifact"
)

// Holds reports whether dir is as a commit left it whose report named this
// manifest: every file is there with its bytes, and nothing that Commit would
// refuse. Then there is nothing to commit. It writes nothing.
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
	for _, name := range []string{stageName, manifestTemp} {
		if _, err := root.Lstat(name); err == nil {
			return Report{}, false // a build was killed, or runs
		}
	}
	limit := 1
	if opt.Force {
		limit = 0
	}
	found, err := look(ctx, dir, nil, listed, limit)
	if err != nil || len(found.ours) != len(listed) || len(found.foreign) > 0 && !opt.Force {
		return Report{}, false // Commit says what it minds
	}
	rep := Report{Total: len(listed), Unchanged: len(listed), Foreign: len(found.foreign), Manifest: want}
	for _, r := range listed {
		rep.Bytes += r.size
	}
	return rep, allSame(ctx, dir, listed, opt.Workers)
}

// IsOurs reports whether there is a manifest in dir.
func IsOurs(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, manifestName))
	return err == nil
}
