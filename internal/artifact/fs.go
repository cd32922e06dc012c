package artifact

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// FS shows artifacts as the files they would be, each rendered when it is
// opened. No folder can be listed. A file that cannot be rendered fails to open
// with the error of its Render.
func FS(arts []Artifact) fs.FS {
	files := make(fileSystem, len(arts))
	for i := range arts {
		files[arts[i].Path] = &arts[i]
		for dir := path.Dir(arts[i].Path); dir != "."; dir = path.Dir(dir) {
			if _, known := files[dir]; known {
				break
			}
			files[dir] = nil
		}
	}
	return files
}

// A fileSystem holds artifacts by path, and nil for a folder.
type fileSystem map[string]*Artifact

func (f fileSystem) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	a, ok := f[name]
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
	a, ok := f[name]
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
