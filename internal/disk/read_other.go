//go:build !unix

package disk

import (
	"io/fs"
	"os"
)

// Read reads a whole file. A symbolic link at the path is an error.
func Read(path string, _ []byte) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrInvalid}
	}
	return os.ReadFile(path)
}
