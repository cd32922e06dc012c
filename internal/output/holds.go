package output

import (
	"context"
	"os"
	"path/filepath"

	"kepu/internal/artifact"
)

// Holds reports whether dir is as a commit left it whose report named this
// manifest: every file is there with its bytes. Then there is nothing to commit,
// whatever else may have come to lie in dir. It writes nothing.
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
	rep := Report{Total: len(listed), Unchanged: len(listed), Manifest: want}
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
