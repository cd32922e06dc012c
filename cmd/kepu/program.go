package main

import (
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/zeebo/xxh3"

	"kepu/internal/artifact"
)

// programID tells versions of the program apart, since what one of them
// rendered or parsed another may do differently. A build from a commit is
// known by the commit, the same on every machine; any other by its own bytes.
func programID() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		var revision, modified string
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value
			case "vcs.modified":
				modified = s.Value
			}
		}
		if revision != "" && modified == "false" {
			return revision
		}
		if v := info.Main.Version; revision == "" && v != "" && v != "(devel)" {
			return v
		}
	}
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(exe)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := xxh3.New128()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, make([]byte, 256<<10)); err != nil {
		return ""
	}
	return artifact.Digest(h.Sum128().Bytes()).String()
}

// cacheFolder is the folder that --cache names, by default one in the user's
// cache folder; "" is no cache. A program that cannot tell itself apart from
// others must not keep anything.
func cacheFolder(flag, program string) string {
	if flag == "off" || program == "" {
		return ""
	}
	if flag != "" {
		return flag
	}
	user, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(user, "kepu")
}
