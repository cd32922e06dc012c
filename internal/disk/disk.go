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
	fs.FS
	root *os.Root
	dir  string
	real sync.Map // listed folders
}

// Open opens a folder.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{FS: root.FS(), root: root, dir: dir}, nil
}

// Close closes it. What was opened in it stays open.
func (f *Folder) Close() error { return f.root.Close() }

// plain gives the path of a file in a folder that is no link.
func (f *Folder) plain(name string) (string, bool) {
	if !fs.ValidPath(name) {
		return "", false
	}
	_, ok := f.real.Load(path.Dir(name))
	return f.path(name), ok || name == "."
}

func (f *Folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// Stat follows links within the folder.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	if file, ok := f.plain(name); ok {
		if info, err := os.Lstat(file); err == nil && info.Mode()&fs.ModeSymlink == 0 {
			return info, nil
		}
	}
	return fs.Stat(f.FS, name)
}

// Lstat follows no link at the end of the path.
func (f *Folder) Lstat(name string) (fs.FileInfo, error) {
	if file, ok := f.plain(name); ok {
		return os.Lstat(file)
	}
	return fs.Lstat(f.FS, name)
}

// ReadLink tells where a link leads.
func (f *Folder) ReadLink(name string) (string, error) { return fs.ReadLink(f.FS, name) }

// ReadFile follows links within the folder.
func (f *Folder) ReadFile(name string) ([]byte, error) { return f.ReadInto(name, nil) }

// ReadInto is ReadFile into buf, or into a larger slice where it does not fit.
func (f *Folder) ReadInto(name string, buf []byte) ([]byte, error) {
	if file, ok := f.plain(name); ok {
		if data, err := Read(file, buf); err == nil {
			return data, nil
		}
	}
	return fs.ReadFile(f.FS, name)
}

// ReadDir lists a folder by name.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if file, ok := f.plain(name); ok {
		if info, err := os.Lstat(file); err == nil && (info.IsDir() || name == ".") {
			list, err := os.ReadDir(file)
			if err == nil {
				f.real.Store(name, true)
			}
			return list, err
		}
	}
	return fs.ReadDir(f.FS, name)
}
