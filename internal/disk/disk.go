// Package disk reads many small files with few calls to the kernel: a build
// that changes nothing does little else.
//
// It never writes, and never follows a symbolic link out of a folder.
package disk

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// A Folder is a folder as an fs.FS whose links lead nowhere else. Files are
// reached by their plain path, which costs one call, where the folder around
// them has been listed and so is known to be no link; everything else takes the
// guarded way of os.Root, which looks at every part of a path. Nobody should put
// links in place of folders while it is in use.
type Folder struct {
	dir  string
	real sync.Map // listed folders
}

// Open gives the folder dir; nothing stays open.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{dir: dir}, root.Close()
}

// guarded takes the way that follows no link out of the folder.
func guarded[T any](f *Folder, do func(fs.FS) (T, error)) (T, error) {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return *new(T), err
	}
	defer root.Close()
	return do(root.FS())
}

// plain gives the path of a file in a folder that is no link.
func (f *Folder) plain(name string) (string, bool) {
	if !fs.ValidPath(name) {
		return "", false
	}
	_, ok := f.real.Load(path.Dir(name))
	return filepath.Join(f.dir, filepath.FromSlash(name)), ok || name == "."
}

// Open opens a file or a folder.
func (f *Folder) Open(name string) (fs.File, error) {
	return guarded(f, func(fsys fs.FS) (fs.File, error) { return fsys.Open(name) })
}

// Stat follows links within the folder.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	if file, ok := f.plain(name); ok {
		if info, err := os.Lstat(file); err == nil && info.Mode()&fs.ModeSymlink == 0 {
			return info, nil
		}
	}
	return guarded(f, func(fsys fs.FS) (fs.FileInfo, error) { return fs.Stat(fsys, name) })
}

// Lstat follows no link at the end of the path.
func (f *Folder) Lstat(name string) (fs.FileInfo, error) {
	if file, ok := f.plain(name); ok {
		return os.Lstat(file)
	}
	return guarded(f, func(fsys fs.FS) (fs.FileInfo, error) { return fs.Lstat(fsys, name) })
}

// ReadLink tells where a link leads.
func (f *Folder) ReadLink(name string) (string, error) {
	return guarded(f, func(fsys fs.FS) (string, error) { return fs.ReadLink(fsys, name) })
}

// ReadFile follows links within the folder.
func (f *Folder) ReadFile(name string) ([]byte, error) { return f.ReadInto(name, nil) }

// ReadInto is ReadFile into buf, or into a larger slice where it does not fit.
func (f *Folder) ReadInto(name string, buf []byte) ([]byte, error) {
	if file, ok := f.plain(name); ok {
		if data, err := Read(file, buf); err == nil {
			return data, nil
		}
	}
	return guarded(f, func(fsys fs.FS) ([]byte, error) { return fs.ReadFile(fsys, name) })
}

// ReadDir lists a folder by name.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if dir, ok := f.plain(name); ok {
		if info, err := os.Lstat(dir); err == nil && (info.IsDir() || name == ".") {
			list, err := os.ReadDir(dir)
			if err == nil {
				f.real.Store(name, true)
			}
			return list, err
		}
	}
	return guarded(f, func(fsys fs.FS) ([]fs.DirEntry, error) { return fs.ReadDir(fsys, name) })
}
