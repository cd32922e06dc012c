package artifact

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// An Index finds artifacts by their path. It serves all lists of artifacts that
// have the same paths in the same order.
type Index map[string]int // position in the list; -1 for a folder

// NewIndex makes the index of a list.
func NewIndex(arts []Artifact) Index {
	index := make(Index, 2*len(arts))
	for i, a := range arts {
		index[a.Path] = i
		for dir := path.Dir(a.Path); dir != "."; dir = path.Dir(dir) {
			if _, known := index[dir]; known {
				break
			}
			index[dir] = -1
		}
	}
	return index
}

// FS shows artifacts as the files they would be, each rendered when it is
// opened. No folder can be listed. A file that cannot be rendered fails to open
// with the error of its Render.
func FS(arts []Artifact, index Index) fs.FS { return fileSystem{arts, index} }

type fileSystem struct {
	arts  []Artifact
	index Index
}

// find gives the artifact of a path, nil with ok for a folder.
func (f fileSystem) find(name string) (a *Artifact, ok bool) {
	i, ok := f.index[name]
	if ok && i >= 0 {
		return &f.arts[i], true
	}
	return nil, ok
}

func (f fileSystem) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	a, ok := f.find(name)
	switch {
	case a != nil:
		var buf bytes.Buffer
		_, render := a.View()
		if err := render(&buf); err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		return &file{info{path.Base(name), int64(buf.Len()), 0o444, a}, bytes.NewReader(buf.Bytes())}, nil
	case ok || name == ".":
		return &file{info{path.Base(name), 0, fs.ModeDir | 0o555, nil}, strings.NewReader("")}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Stat renders nothing; it does not know the size.
func (f fileSystem) Stat(name string) (fs.FileInfo, error) {
	a, ok := f.find(name)
	switch {
	case a != nil:
		return info{path.Base(name), 0, 0o444, a}, nil
	case ok || name == ".":
		return info{path.Base(name), 0, fs.ModeDir | 0o555, nil}, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

type file struct {
	info
	io.ReadSeeker
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

type info struct {
	name string
	size int64
	mode fs.FileMode
	of   *Artifact // nil for a folder
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }

// Sys is the Digest of what the file shows; a folder has none.
func (i info) Sys() any {
	if i.of == nil {
		return nil
	}
	digest, _ := i.of.View()
	return digest
}
