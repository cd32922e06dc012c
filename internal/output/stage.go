package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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
//
// Nobody else has made anything in the stage, so its files are reached by their
// plain paths: os.Root looks for links at every part of a path, with two calls
// for each.
type stage struct {
	root *os.Root // the output folder
	dir  string   // the stage

	mu   sync.Mutex
	made map[string]bool // folders in it; nil until the first file
}

const (
	stageNew   = "new"
	stageFiles = "files"
)

func newStage(root *os.Root, dir string) *stage {
	return &stage{root: root, dir: filepath.Join(dir, stageName)}
}

// write puts the file of the nth artifact into the stage and returns its name
// there. isNew says that its folder does not exist yet.
func (s *stage) write(n int, p string, isNew bool, data []byte) (name string, err error) {
	name = stageFiles + "/" + strconv.Itoa(n)
	if isNew {
		name = stageNew + "/" + p
	}
	if err := s.begin(); err != nil {
		return "", err
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return "", err
	}
	return name, os.WriteFile(s.path(name), data, 0o644)
}

func (s *stage) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// begin makes the stage.
func (s *stage) begin() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made != nil {
		return nil
	}
	if err := s.root.Mkdir(stageName, 0o755); err != nil {
		return err
	}
	s.made = map[string]bool{".": true}
	return nil
}

// folder sees to it that a folder in the stage exists. Two workers may make the
// same one at the same time; to wait for each other would take longer.
func (s *stage) folder(dir string) error {
	s.mu.Lock()
	there := s.made[dir]
	s.mu.Unlock()
	if there {
		return nil
	}
	if err := s.folder(path.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(s.path(dir), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	s.mu.Lock()
	s.made[dir] = true
	s.mu.Unlock()
	return nil
}

// remove clears the stage away, also that of a build that was killed.
func (s *stage) remove() error {
	if _, err := s.root.Lstat(stageName); os.IsNotExist(err) {
		return nil
	}
	return s.root.RemoveAll(stageName)
}
