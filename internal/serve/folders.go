package serve

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// temporary reports whether a path is one of those that editors and systems
// make and remove beside the file that matters.
func temporary(path string) bool {
	name := filepath.Base(path)
	switch {
	case name == "4913", // Vim tries whether it may write
		name == ".DS_Store", name == "Thumbs.db", name == "desktop.ini",
		strings.HasSuffix(name, "~"),                                      // backups
		strings.HasPrefix(name, ".#"),                                     // Emacs locks
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"),      // Emacs saves
		strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~lock."), // office locks
		strings.HasPrefix(name, ".goutputstream-"), // GNOME
		strings.Contains(name, "___jb_"),           // JetBrains
		strings.HasSuffix(name, ".kate-swp"), strings.HasSuffix(name, ".crdownload"), strings.HasSuffix(name, ".part"):
		return true
	}
	// Vim's .a.md.swp, .swo, .swx …
	if ext := filepath.Ext(name); strings.HasPrefix(name, ".") && len(ext) == 4 && strings.HasPrefix(ext, ".sw") {
		return true
	}
	for segment := range strings.SplitSeq(filepath.ToSlash(path), "/") {
		if versionControl(segment) {
			return true
		}
	}
	return false
}

// versionControl names folders in which git and its like keep their books: a
// checkout writes thousands of files there, none of them content.
func versionControl(name string) bool { return name == ".git" || name == ".hg" || name == ".svn" }

// walkFolders calls visit for all that lies in folder, itself included, but
// not for folders that are ignored. What vanishes meanwhile, or is not there at
// all, is passed over: the change will be told.
func walkFolders(folder string, ignore func(string) bool, visit func(path string, d fs.DirEntry)) error {
	info, err := os.Stat(folder) // a folder may itself be a link to one
	if err != nil {
		return passOver(err)
	}
	visit(folder, fs.FileInfoToDirEntry(info))
	if !info.IsDir() {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return passOver(err)
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case !e.IsDir():
			visit(path, e)
		case versionControl(e.Name()) || ignore != nil && ignore(path):
		default:
			if err := walkFolders(path, ignore, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

func passOver(err error) error {
	if os.IsNotExist(err) || os.IsPermission(err) {
		return nil
	}
	return err
}
