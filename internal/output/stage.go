package output

import (
	"os"
	"path"
	"strconv"
	"sync"
)

// A stage is a folder within the output folder, and so on the same disk,
// where files wait for the switch.
//
// Files for folders that are new wait under stage/new, in those folders, which
// then move as a whole. Files for folders that exist wait side by side in
// stage/files: to make 10,000 folders only to move one file out of each took
// ext4 longer than all the rest of a commit.
type stage struct {
	root *os.Root // the output folder

	mu   sync.Mutex
	open *os.Root        // the stage, nil until the first file
	made map[string]bool // folders in it
}

const (
	stageNew   = "new"
	stageFiles = "files"
)

// write puts the file of the nth artifact into the stage and returns its name
// there. isNew says that its folder does not exist yet.
func (s *stage) write(n int, p string, isNew bool, data []byte) (name string, err error) {
	name = stageFiles + "/" + strconv.Itoa(n)
	if isNew {
		name = stageNew + "/" + p
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return "", err
	}
	return name, s.open.WriteFile(name, data, 0o644)
}

// folder sees to it that the stage and a folder in it exist.
func (s *stage) folder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made[dir] {
		return nil
	}
	if s.open == nil {
		if err := s.root.Mkdir(stageName, 0o755); err != nil {
			return err
		}
		open, err := s.root.OpenRoot(stageName)
		if err != nil {
			return err
		}
		s.open, s.made = open, make(map[string]bool)
	}
	if err := s.open.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	s.made[dir] = true
	return nil
}

// remove clears the stage away, also that of a build that was killed.
func (s *stage) remove() error {
	if s.open != nil {
		s.open.Close()
	}
	if _, err := s.root.Lstat(stageName); os.IsNotExist(err) {
		return nil
	}
	return s.root.RemoveAll(stageName)
}
